"""Turns under way in this process: their parts in memory at once, in their records a moment later.

A page of this process is told from memory. The record is for pages that come from another process
or after the end: a part may reach it a tenth of a second late, together with those of other turns,
so that two hundred replies are some ten small commits a second and not some hundred.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tutor.dialogue.turns.record import TurnPart, TurnRecords
from tutor.ids import TurnId

BEHIND = 0.1  # seconds that a part may wait for others before it is written


@dataclass(slots=True)
class _Live:
    """A turn under way: its parts so far, and who waits for more."""

    parts: list[TurnPart] = field(default_factory=list)
    finished: bool = False
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self) -> None:
        """Wake everybody who waits; the next wait is for the next news."""
        self.news.set()
        self.news = asyncio.Event()


class Recording:
    """Takes the parts of this process's turns, shows them, and writes them down."""

    def __init__(self, records: TurnRecords, *, behind: float = BEHIND) -> None:
        self._records = records
        self._behind = behind
        self._live: dict[TurnId, _Live] = {}
        self._pending: list[tuple[TurnId, TurnPart]] = []
        self._ended: list[TurnId] = []
        self._next: asyncio.Task[None] | None = None
        self._rounds: set[asyncio.Task[None]] = set()
        self._turnstile = asyncio.Lock()

    def begin(self, turn: TurnId) -> None:
        """A turn begins here; its record was started."""
        self._live[turn] = _Live()

    def add(self, turn: TurnId, kind: str, body: Mapping[str, Any]) -> None:
        """A further part."""
        live = self._live[turn]
        part = TurnPart(index=len(live.parts), kind=kind, body=dict(body))
        live.parts.append(part)
        live.tell()
        self._pending.append((turn, part))
        self._soon()

    async def end(self, turn: TurnId) -> None:
        """No more parts will come: once what is left is written, the record speaks."""
        live = self._live[turn]
        live.finished = True
        live.tell()
        self._ended.append(turn)
        try:
            await asyncio.shield(self._soon())
        finally:
            del self._live[turn]

    def follows(self, turn: TurnId) -> bool:
        """Whether the turn is under way here."""
        return turn in self._live

    async def follow(self, turn: TurnId, after: int) -> AsyncIterator[TurnPart]:
        """The parts after the one numbered `after`, as they come, to the last."""
        live = self._live[turn]
        shown = after + 1
        while True:
            news, ended = live.news, live.finished
            for part in live.parts[shown:]:
                shown = part.index + 1
                yield part
            if ended:
                return
            if len(live.parts) <= shown and not live.finished:
                await news.wait()

    def _soon(self) -> asyncio.Task[None]:
        """The round of writing that takes what waits now; one is made when none does."""
        if self._next is None:
            self._next = asyncio.create_task(self._round())
            self._rounds.add(self._next)
            self._next.add_done_callback(self._rounds.discard)
        return self._next

    async def _round(self) -> None:
        await asyncio.sleep(self._behind)
        self._next = None
        async with self._turnstile:
            parts, self._pending = self._pending, []
            ended, self._ended = self._ended, []
            if parts or ended:
                await self._records.add_all(parts, finished=ended)
