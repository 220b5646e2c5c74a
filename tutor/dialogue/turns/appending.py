"""The appends of one turn: the reading and its evidence, then the move and the reply."""

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from tutor.dialogue.messages import Inbound
from tutor.learner_state.events import Event
from tutor.learner_state.log import LearnerLog, Snapshot


class Appending:
    """Appends what a turn comes to; both appends fail with LogMoved when the log moved meanwhile.

    With `at_once` the first append goes its way while the turn goes on, so that nothing that a
    model or the network does can lose evidence; `landed` waits for it. Otherwise it is held and
    written with the last, in one transaction.
    """

    def __init__(self, log: LearnerLog, inbound: Inbound, length: int, *, at_once: bool) -> None:
        self._log = log
        self._inbound = inbound
        self._length = length
        self._at_once = at_once
        self._held: tuple[Event, ...] = ()
        self._under_way: asyncio.Task[int] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        _: TracebackType | None,
    ) -> None:
        """Leave no append under way, whatever becomes of the turn."""
        if self._under_way is None:
            return
        await asyncio.wait([self._under_way])
        if failure is None:
            await self.landed()
        elif not self._under_way.cancelled():
            self._under_way.exception()  # the turn has failed already, with this or before it

    def first(self, events: Sequence[Event]) -> None:
        """The message as it was read, with its evidence."""
        if self._at_once:
            self._under_way = asyncio.create_task(self._append(events, None))
        else:
            self._held = tuple(events)

    async def landed(self) -> None:
        """Wait until the first append is stored. Raises LogMoved."""
        if self._under_way is not None:
            await asyncio.shield(self._under_way)

    async def last(self, events: Sequence[Event], snapshot: Snapshot | None) -> None:
        """The move and the reply, with what was held. Raises LogMoved."""
        await self.landed()
        await self._append((*self._held, *events), snapshot)

    async def _append(self, events: Sequence[Event], snapshot: Snapshot | None) -> int:
        self._length = await self._log.append(
            self._inbound.learner,
            self._inbound.course,
            events,
            after=self._length,
            message=self._inbound.message,
            snapshot=snapshot,
        )
        return self._length
