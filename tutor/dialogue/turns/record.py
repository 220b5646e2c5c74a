"""The record of one turn under way: what was released so far, for a page that comes late."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, MessageId, TurnId

FROM_THE_START = -1


def utc_now() -> datetime:
    """The time by the machine's clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPart:
    """One released piece: `index` counts from 0, `kind` and `body` (JSON-ready) are the turn's."""

    index: int
    kind: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnStarted:
    """A turn as its record knows it."""

    turn: TurnId
    learner: LearnerId
    course: CourseId
    message: MessageId
    at: datetime
    finished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnSoFar:
    """The parts after the asked one, in order; `finished` when no more will come."""

    started: TurnStarted
    parts: tuple[TurnPart, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether no more parts will come."""
        return self.started.finished


class TurnRecords(Protocol):
    """Written by the one task that runs the turn, read by any number of pages."""

    async def start(
        self, turn: TurnId, learner: LearnerId, course: CourseId, message: MessageId
    ) -> None:
        """Open the record; starting the same turn again changes nothing.

        Raises NotFound for a learner who was erased.
        """
        ...

    async def add(self, turn: TurnId, index: int, kind: str, body: Mapping[str, Any]) -> None:
        """Add a part; an index that is there already keeps its first body.

        Raises NotFound when the turn has no record.
        """
        ...

    async def add_all(
        self, parts: Sequence[tuple[TurnId, TurnPart]], *, finished: Sequence[TurnId] = ()
    ) -> None:
        """Add parts of several turns at once, then say which of them are `finished`.

        Those of a turn without a record are left out.
        """
        ...

    async def finish(self, turn: TurnId) -> None:
        """Say that no more parts will come."""
        ...

    async def read(self, turn: TurnId, after: int = FROM_THE_START) -> TurnSoFar | None:
        """The parts whose index is above `after`; None when the turn has no record."""
        ...

    async def latest_unfinished(self, learner: LearnerId) -> TurnStarted | None:
        """The learner's newest turn when it is still under way (or was cut off), else None."""
        ...

    async def of_message(self, learner: LearnerId, message: MessageId) -> TurnStarted | None:
        """The newest turn that answers a message, or None."""
        ...

    async def prune(self, before: datetime) -> int:
        """Drop the records of turns that started before then; how many there were."""
        ...


@dataclass(slots=True)
class _Kept:
    started: TurnStarted
    parts: dict[int, TurnPart] = field(default_factory=dict)


class MemoryTurnRecords:
    """TurnRecords that go with the process."""

    def __init__(self, clock: Callable[[], datetime] = utc_now) -> None:
        self._clock = clock
        self._turns: dict[TurnId, _Kept] = {}

    async def start(
        self, turn: TurnId, learner: LearnerId, course: CourseId, message: MessageId
    ) -> None:
        """See TurnRecords."""
        started = TurnStarted(
            turn=turn, learner=learner, course=course, message=message, at=self._clock()
        )
        self._turns.setdefault(turn, _Kept(started))

    async def add(self, turn: TurnId, index: int, kind: str, body: Mapping[str, Any]) -> None:
        """See TurnRecords."""
        kept = self._turns.get(turn)
        if kept is None:
            raise NotFound("This turn has no record.", where=turn)
        kept.parts.setdefault(index, TurnPart(index=index, kind=kind, body=dict(body)))

    async def add_all(
        self, parts: Sequence[tuple[TurnId, TurnPart]], *, finished: Sequence[TurnId] = ()
    ) -> None:
        """See TurnRecords."""
        for turn, part in parts:
            if (kept := self._turns.get(turn)) is not None:
                kept.parts.setdefault(part.index, part)
        for turn in finished:
            await self.finish(turn)

    async def finish(self, turn: TurnId) -> None:
        """See TurnRecords."""
        if kept := self._turns.get(turn):
            was = kept.started
            kept.started = TurnStarted(
                turn=turn,
                learner=was.learner,
                course=was.course,
                message=was.message,
                at=was.at,
                finished=True,
            )

    async def read(self, turn: TurnId, after: int = FROM_THE_START) -> TurnSoFar | None:
        """See TurnRecords."""
        kept = self._turns.get(turn)
        if kept is None:
            return None
        later = sorted(index for index in kept.parts if index > after)
        return TurnSoFar(started=kept.started, parts=tuple(kept.parts[index] for index in later))

    async def latest_unfinished(self, learner: LearnerId) -> TurnStarted | None:
        """See TurnRecords."""
        mine = [kept.started for kept in self._turns.values() if kept.started.learner == learner]
        return mine[-1] if mine and not mine[-1].finished else None

    async def of_message(self, learner: LearnerId, message: MessageId) -> TurnStarted | None:
        """See TurnRecords."""
        answering = [
            kept.started
            for kept in self._turns.values()
            if kept.started.learner == learner and kept.started.message == message
        ]
        return answering[-1] if answering else None

    async def prune(self, before: datetime) -> int:
        """See TurnRecords."""
        old = [turn for turn, kept in self._turns.items() if kept.started.at < before]
        for turn in old:
            del self._turns[turn]
        return len(old)
