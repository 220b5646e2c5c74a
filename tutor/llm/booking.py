"""What calls cost, on its way to the ledger: a reply does not wait for it, and bookings of the same
moment are written together, so that a school's replies are four small writes a second and not one each."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from tutor.llm.budget import Ledger, Spent

BEHIND = 0.25  # seconds that a booking may wait for others; a killed process loses no more


class Bookings:
    """Takes what calls cost and writes it down a moment later."""

    def __init__(self, ledger: Ledger, *, behind: float = BEHIND) -> None:
        self._ledger = ledger
        self._behind = behind
        self._owed: dict[tuple[date, str], dict[str, Spent]] = {}
        self._writing: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    def add(self, day: date, model: str, spent: Mapping[str, Spent]) -> None:
        """Book a model's use on accounts of a day; it is written soon, in a task of its own."""
        owed = self._owed.setdefault((day, model), {})
        for account, cost in spent.items():
            owed[account] = owed.get(account, Spent()).plus(cost)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.get_running_loop().create_task(self._write_soon())

    async def close(self) -> None:
        """Write what is still owed."""
        self._closing.set()
        if self._writing is not None:
            await asyncio.wait([self._writing])

    async def _write_soon(self) -> None:
        while self._owed:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._behind):
                    await self._closing.wait()
            owed, self._owed = self._owed, {}
            for (day, model), spent in owed.items():
                await self._ledger.book(day, model, spent)
