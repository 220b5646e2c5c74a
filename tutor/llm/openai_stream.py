"""What a server of OpenAI's protocol streams back, read without the SDK's objects."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING

from tutor.errors import ModelFailed
from tutor.llm.budget import tokens
from tutor.llm.failures import Filtered
from tutor.llm.limits import Limits
from tutor.llm.sse import DONE, Events
from tutor.llm.thoughts import Thought

if TYPE_CHECKING:
    import httpx2

NEWLINE = 10
LINGER = 0.5  # seconds that a whole reply may take to tell its cost and end its stream


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


class Told:
    """What a reply has told so far, besides its words."""

    def __init__(self) -> None:
        self.said = False  # a word came
        self.ended = False  # the reply is whole, or as long as it may be
        self.cut = False  # it was longer than it may be
        self.thought = 0  # tokens that were thought and not said
        self._hidden = 0  # the same, as the server counts them

    def take(self, event: bytes) -> str:
        """The words of one event, whatever shape the server gave it. Raises ModelFailed."""
        chunk = json.loads(event)
        if not isinstance(chunk, dict):
            return ""
        if chunk.get("error") or chunk.get("object") == "error":
            raise ModelFailed("The model's server broke the reply off.")
        self._count(chunk.get("usage"))
        choices = chunk.get("choices")
        if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
            return ""
        choice = choices[0]
        if choice.get("finish_reason") == "content_filter":
            raise Filtered("The provider stopped the reply.")
        self.cut = self.cut or choice.get("finish_reason") == "length"
        self.ended = self.ended or bool(choice.get("finish_reason"))
        delta = choice.get("delta", choice.get("message"))
        if not isinstance(delta, dict):
            return ""
        aloud = delta.get("reasoning_content", delta.get("reasoning"))
        self.thought += tokens(aloud) if isinstance(aloud, str) else 0
        words = _words(delta.get("content"))
        self.said = self.said or bool(words.strip())
        return words

    def thoughts(self) -> Thought:
        """What was thought, as an empty piece that costs."""
        return Thought(max(self.thought, self._hidden))

    def _count(self, usage: object) -> None:
        details = usage.get("completion_tokens_details") if isinstance(usage, dict) else None
        count = details.get("reasoning_tokens") if isinstance(details, dict) else None
        if isinstance(count, int):
            self._hidden = count


async def pieces_of(response: "httpx2.Response", told: Told) -> AsyncGenerator[str, None]:
    """The words of a response, read without the SDK's objects; `told` is what it says besides.

    The SDK builds and validates some twenty objects for each of a reply's hundred chunks; we need
    one string of each. A server that does not stream gives the reply in one piece. Raises
    ModelFailed, and what the HTTP library raises.
    """
    if "json" in response.headers.get("content-type", ""):
        if piece := told.take(await response.aread()):
            yield piece
        return
    events = Events()
    async with aclosing(response.aiter_bytes()) as parts:
        async for part in parts:
            for event in events.feed(part):
                if event == DONE:
                    told.ended = True
                elif piece := told.take(event):
                    yield piece
            if told.ended:
                await _rest(parts, events, told)
                break
    cut = events.rest()
    if not told.ended and cut is not None and cut != DONE and (piece := told.take(cut)):
        yield piece
    if (thought := told.thoughts()).cost:
        yield thought


async def _rest(parts: AsyncIterator[bytes], events: Events, told: Told) -> None:
    """Read what follows a reply that is whole: what it cost, and the end of the stream.

    Nothing that goes wrong there takes the reply back.
    """
    import httpx2

    with suppress(TimeoutError, ModelFailed, ValueError, httpx2.HTTPError):
        async with asyncio.timeout(LINGER):
            async for part in parts:
                for event in events.feed(part):
                    if event != DONE:
                        told.take(event)


def _words(content: object) -> str:
    """Content as text: a string, or parts of which some are text."""
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return ""
    texts = (
        part.get("text")
        for part in content
        if isinstance(part, dict) and part.get("type") == "text"
    )
    return "".join(text for text in texts if isinstance(text, str))
