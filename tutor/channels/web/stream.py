"""A turn as server-sent events: bytes of frames, coalesced, with comments to keep the line open."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

from tutor.dialogue.messages import Outbound
from tutor.dialogue.turns.record import TurnPart

COALESCE = 0.04  # seconds in which parts are put into one frame
HEARTBEAT = 15.0  # seconds of silence after which a comment is sent

Frame = dict[str, object]


async def frames(
    parts: AsyncIterator[TurnPart],
    after: int,
    *,
    growing: Callable[[str], Frame],
    done: Callable[[Outbound], Awaitable[Frame]],
    failed: Callable[[str, str], Frame],
) -> AsyncIterator[bytes]:
    """The frames of a turn's parts, from the first part on, those up to `after` left out.

    `growing` makes the frame of the text so far, `done` that of the finished reply, `failed` that
    of an expected error. A stream that ends without either ends with the event `lost`.
    """
    text, finished = "", False
    async for batch in _batches(parts):
        if not batch:
            yield b": still here\n\n"
            continue
        last = batch[-1]
        for part in batch:
            if part.kind == "text":
                text = joined(text, str(part.body["text"]))
        ended = next((part for part in batch if part.kind != "text"), None)
        if ended is None:
            if last.index > after:
                yield _frame("text", growing(text), last.index)
            continue
        finished = True
        if ended.kind == "done":
            yield _frame("done", await done(Outbound.from_json(ended.body)), ended.index)
        else:
            what, advice = str(ended.body["what"]), str(ended.body["do"])
            yield _frame("failed", failed(what, advice), ended.index)
    if not finished:
        yield _frame("lost", {}, None)


def joined(text: str, piece: str) -> str:
    """The text with a further piece: a space between sentences that bring none."""
    if not text or text[-1].isspace() or piece[:1].isspace():
        return text + piece
    return f"{text} {piece}"


async def _batches(parts: AsyncIterator[TurnPart]) -> AsyncIterator[list[TurnPart]]:
    """Parts that came within a moment of each other together; an empty list for a long silence."""
    waiting: asyncio.Queue[TurnPart | None] = asyncio.Queue()

    async def pump() -> None:
        async for part in parts:
            waiting.put_nowait(part)
        waiting.put_nowait(None)

    pumping = asyncio.create_task(pump())
    try:
        while True:
            try:
                first = await asyncio.wait_for(waiting.get(), HEARTBEAT)
            except TimeoutError:
                yield []
                continue
            if first is None:
                break
            if first.kind == "text":
                await asyncio.sleep(COALESCE)
            batch, over = [first], False
            while not waiting.empty():
                part = waiting.get_nowait()
                if part is None:
                    over = True
                    break
                batch.append(part)
            yield batch
            if over:
                break
        await pumping
    finally:
        pumping.cancel()
        with suppress(asyncio.CancelledError):
            await pumping


def _frame(event: str, body: Frame, id: int | None) -> bytes:
    head = f"id: {id}\n" if id is not None else ""
    return f"{head}event: {event}\ndata: {json.dumps(body, ensure_ascii=False)}\n\n".encode()
