"""Models asked for the same words, the next one while the one before is still silent: who speaks first is heard."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from datetime import datetime
from types import TracebackType
from typing import Self

from tutor.llm.chat import Prompt
from tutor.llm.limits import Limits
from tutor.llm.link import Link

Heard = tuple[Link, str | None]  # a piece, None at the end


class Race:
    """Each model is asked in a task of its own; whoever leaves the race stops them all."""

    def __init__(self, prompt: Prompt, limits: Limits, clock: Callable[[], datetime]) -> None:
        self._prompt = prompt
        self._limits = limits
        self._clock = clock
        self._told = asyncio.Queue[tuple[Link, str | asyncio.Task[None]]]()
        self._asked: dict[Link, asyncio.Task[None]] = {}  # those still running, as they were asked
        self._left = set[asyncio.Task[None]]()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        _: TracebackType | None,
    ) -> None:
        """Stop whoever is still asked, and wait until their connections are given back."""
        for link in tuple(self._asked):
            self._leave(link)
        if self._left:
            await asyncio.wait(self._left)

    @property
    def running(self) -> bool:
        """Whether somebody is still asked."""
        return bool(self._asked)

    def ask(self, link: Link, first: float) -> None:
        """Ask a model, too; it has `first` seconds until its first piece."""
        task = asyncio.create_task(self._listen(link, first))
        task.add_done_callback(lambda done: self._told.put_nowait((link, done)))
        self._asked[link] = task

    async def hear(self, within: float | None) -> Heard | None:
        """The next piece of anybody, None after so many seconds of silence. Raises ModelFailed."""
        try:
            async with asyncio.timeout(within):
                link, told = await self._told.get()
                while link not in self._asked:
                    link, told = await self._told.get()
        except TimeoutError:
            return None
        if isinstance(told, str):
            return link, told
        del self._asked[link]
        told.result()
        return link, None

    def won(self, winner: Link) -> None:
        """Leave everybody else; to have been overtaken is a failure of who was asked before.

        Otherwise a model that hangs would keep every learner waiting until the next one is asked.
        """
        before = True
        for link in tuple(self._asked):
            before = before and link is not winner
            if link is not winner:
                self._leave(link)
            if before:
                link.breaker.bad(self._clock())

    def _leave(self, link: Link) -> None:
        task = self._asked.pop(link)
        task.cancel()
        self._left.add(task)

    async def _listen(self, link: Link, first: float) -> None:
        words = link.words(self._prompt, self._limits, self._clock, first)
        async with aclosing(words) as pieces:
            async for piece in pieces:
                self._told.put_nowait((link, piece))
