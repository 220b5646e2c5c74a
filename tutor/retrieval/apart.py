"""Reading a document in a process of its own, so that a hostile file ends no more than that."""

import asyncio
import json
import sys
from collections.abc import Collection
from typing import Any

from tutor.errors import BadInput
from tutor.retrieval.readers import HeldBack, ReadDocument

SECONDS = 300.0  # by the clock, after which reading is given up


async def read_apart(
    content: bytes, name: str, allowed: Collection[str] = (), *, seconds: float = SECONDS
) -> ReadDocument:
    """What the reader of the name's suffix makes of the bytes. Raises BadInput, as the reader
    does, and when reading takes too long or too much memory."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tutor.retrieval.readers",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    about = json.dumps({"name": name, "allowed": sorted(allowed)}).encode() + b"\n"
    try:
        async with asyncio.timeout(seconds):
            answer, _ = await process.communicate(about + content)
    except TimeoutError as late:
        raise BadInput(
            f"Reading it took longer than {seconds:.0f} seconds.", where=name, do="Cut it up."
        ) from late
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        raise BadInput(
            "Reading it took more time or memory than a document should, or broke the reader.",
            where=name,
            do="Save it again, or in another format.",
        )
    return _read(json.loads(answer))


def _read(answer: dict[str, Any]) -> ReadDocument:
    if "what" in answer:
        raise BadInput(answer["what"], where=answer["where"], do=answer["do"])
    return ReadDocument(
        title=answer["title"],
        text=answer["text"],
        places=answer["places"],
        warnings=tuple(answer["warnings"]),
        quarantined=tuple(HeldBack(text, place) for text, place in answer["held"]),
    )
