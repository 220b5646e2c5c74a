"""The rows of `meno eval safety`: JSON lines of {text, label}, or a folder of our own messages.

In a folder, `en_crisis.txt` holds one message a line, `{a|b}` standing for each alternative; its
rows have the label `crisis_en`, those of `en_harmless.txt` the label `harmless_en`. A line that
begins with `# ` is a heading: the theme and the manner of the messages below it.
"""

import gzip
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from tutor.errors import BadInput


def rows_of(path: Path) -> Iterator[dict[str, object]]:
    """The rows of a file, compressed or not, or of a folder; raises BadInput."""
    try:
        if path.is_dir():
            yield from _own(path)
            return
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                row = json.loads(line)
                if not isinstance(row, dict) or not {"text", "label"} <= row.keys():
                    raise BadInput("A row needs text and label.", where=f"{path}:{number}")
                yield row
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise BadInput(f"The file cannot be read: {problem}", where=str(path)) from problem


def _own(folder: Path) -> Iterator[dict[str, object]]:
    for file in sorted(folder.glob("*_*.txt")):
        language, _, kind = file.stem.partition("_")
        for text in messages(file):
            yield {"text": text, "label": f"{kind}_{language}", "language": language}


def messages(file: Path) -> list[str]:
    """Every message of a file, alternatives written out."""
    return [message for _, same in headed(file) for message in same]


def headed(file: Path) -> list[tuple[str, list[str]]]:
    """The messages that each line stands for, with the heading (`# theme manner`) above it."""
    heading, found = "", []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:].strip()
        elif line.strip():
            found.append((heading, _written_out(line)))
    return found


def _written_out(line: str) -> list[str]:
    parts = re.split(r"\{([^{}]*)\}", line)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(chosen) for chosen in itertools.product(*choices)]


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")
