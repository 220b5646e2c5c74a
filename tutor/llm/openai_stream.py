"""What a server of OpenAI's protocol streams back, read without the SDK's objects: words, or a refusal."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING

from tutor.errors import ModelFailed
from tutor.llm.chain import Limits
from tutor.llm.sse import DONE, Events

if TYPE_CHECKING:
    import httpx2

NEWLINE = 10
LINGER = 0.5  # seconds that a finished stream may take to end, so that its connection is used again


class Bounds:
    """Stops a response whose line or whole is longer than any reply needs."""

    def __init__(self, limits: Limits) -> None:
        self._line = limits.line
        self._total = max(limits.line, limits.characters * 100)  # a piece comes in much wrapping

    async def guard(self, response: "httpx2.Response") -> None:
        """An httpx2 response hook: puts the bounds around the stream."""
        import httpx2

        inner, longest_line, most = response.stream, self._line, self._total

        class Bounded(httpx2.AsyncByteStream):
            async def __aiter__(self) -> AsyncIterator[bytes]:
                total = line = 0
                assert isinstance(inner, httpx2.AsyncByteStream)
                async for part in inner:
                    total += len(part)
                    last = part.rfind(NEWLINE)
                    line = line + len(part) if last < 0 else len(part) - last - 1
                    if total > most or line > longest_line or len(part) > longest_line:
                        raise httpx2.RemoteProtocolError("longer than any reply needs")
                    yield part

            async def aclose(self) -> None:
                assert isinstance(inner, httpx2.AsyncByteStream)
                await inner.aclose()

        response.stream = Bounded()


def refused(said: str) -> str:
    """The parameter that a server did not want, "" when it does not say or we need it."""
    options = ("max_completion_tokens", "max_tokens", "temperature", "store", "response_format")
    return next((option for option in options if option in said), "")


async def pieces_of(response: "httpx2.Response") -> AsyncGenerator[str, None]:
    """The words of a streamed response, read without the SDK's objects.

    The SDK builds and validates some twenty objects for each of a reply's hundred chunks; we need
    one string of each. Raises ModelFailed, and what the HTTP library raises.
    """
    events = Events()
    async with aclosing(response.aiter_bytes()) as parts:
        async for part in parts:
            for event in events.feed(part):
                if event == DONE:
                    await _ended(parts)
                    return
                if piece := _text(event):
                    yield piece
    cut = events.rest()
    if cut is not None and cut != DONE and (piece := _text(cut)):
        yield piece


async def _ended(parts: AsyncIterator[bytes]) -> None:
    """Read the end of a response whose reply is whole."""
    with suppress(TimeoutError):
        async with asyncio.timeout(LINGER):
            async for _ in parts:
                pass


def _text(event: bytes) -> str:
    """The words of one event, whatever shape the server gave it."""
    chunk = json.loads(event)
    if not isinstance(chunk, dict):
        return ""
    if chunk.get("error"):
        raise ModelFailed("The model's server broke the reply off.")
    choices = chunk.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        return ""
    if choices[0].get("finish_reason") == "content_filter":
        raise ModelFailed("The provider stopped the reply.")
    delta = choices[0].get("delta")
    content = delta.get("content") if isinstance(delta, dict) else None
    return content if isinstance(content, str) else ""
