"""Reads one document in a process of its own: bytes on standard input, JSON on standard output.

`python -m tutor.retrieval.readers NAME`; the first line on standard input is JSON, the rest are the
bytes. Time and memory are bounded here, so that a hostile file can end no more than this process.
"""

import json
import sys

from tutor.errors import MenoError
from tutor.retrieval.readers import reader_for

_SECONDS = 240  # of the processor
_MEMORY = 3_000_000_000  # bytes


def main() -> None:
    """Print what was read, or why it could not be."""
    _bound()
    about = json.loads(sys.stdin.buffer.readline())
    name: str = about["name"]
    try:
        made = reader_for(name)(sys.stdin.buffer.read(), name, frozenset(about["allowed"]))
    except MenoError as unread:
        answer: dict[str, object] = {"what": unread.what, "where": unread.where, "do": unread.do}
    else:
        answer = {
            "title": made.title,
            "text": made.text,
            "places": made.places,
            "warnings": made.warnings,
            "held": [(one.text, one.place) for one in made.quarantined],
        }
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _bound() -> None:
    if sys.platform == "win32":  # which knows no such bounds; the caller's time limit stays
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
