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
REFUSAL = 10_000  # bytes of a refusal that are read


async def refusal(response: "httpx2.Response") -> str:
    """What a server says of a request that it does not take: the parameter's name, if it gives it."""
    read = bytearray()
    async for part in response.aiter_bytes():
        read += part
        if len(read) > REFUSAL:
            break
    await response.aclose()
    text = read[:REFUSAL].decode("utf-8", "replace")
    try:
        error = json.loads(text).get("error")
    except (ValueError, AttributeError):
        return text
    named = error.get("param") if isinstance(error, dict) else None
    return named if isinstance(named, str) and named else text


def refused(said: str) -> str:
    """The parameter that a server did not want, "" when it does not say or we need it."""
    options = ("max_completion_tokens", "max_tokens", "temperature", "store", "response_format")
    return next((option for option in options if option in said), "")


async def _bounded(response: "httpx2.Response", limits: Limits) -> AsyncGenerator[bytes, None]:
    """The bytes of a response; fails where a line or the whole is longer than any reply needs."""
    import httpx2

    most = max(limits.line, limits.characters * 100)  # a piece comes in much wrapping
    total = line = 0
    async for part in response.aiter_bytes():
        total += len(part)
        last = part.rfind(NEWLINE)
        line = line + len(part) if last < 0 else len(part) - last - 1
        if total > most or line > limits.line or len(part) > limits.line:
            raise httpx2.RemoteProtocolError("longer than any reply needs")
        yield part


async def pieces_of(response: "httpx2.Response", limits: Limits) -> AsyncGenerator[str, None]:
    """The words of a streamed response, read without the SDK's objects.

    The SDK builds and validates some twenty objects for each of a reply's hundred chunks; we need
    one string of each. Raises ModelFailed, and what the HTTP library raises.
    """
    events = Events()
    async with aclosing(_bounded(response, limits)) as parts:
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
