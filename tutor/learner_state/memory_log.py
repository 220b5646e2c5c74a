"""The log in memory: for tests, simulations and a tutor without a database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tutor.errors import LogMoved, NotFound
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.learner_state.events import Event, Replied
from tutor.learner_state.feed import Recorded
from tutor.learner_state.log import LogTail, Snapshot


class MemoryLog:
    """A LearnerLog and an EventFeed that forget everything when the process ends."""

    def __init__(self) -> None:
        self._all: list[Recorded] = []
        self._last = 0
        self._logs: dict[tuple[LearnerId, CourseId], list[Event]] = {}
        self._snapshots: dict[tuple[LearnerId, CourseId], Snapshot] = {}
        self._replies: dict[tuple[LearnerId, MessageId], dict[str, Any]] = {}
        self._forgotten: set[LearnerId] = set()

    async def read(self, learner: LearnerId, course: CourseId) -> LogTail:
        """See LearnerLog."""
        events = self._logs.get((learner, course), [])
        snapshot = self._snapshots.get((learner, course))
        start = 0 if snapshot is None else snapshot.length
        return LogTail(length=len(events), snapshot=snapshot, events=tuple(events[start:]))

    async def grown(
        self, learner: LearnerId, course: CourseId, *, length: int, last: datetime
    ) -> tuple[Event, ...] | None:
        """See LearnerLog."""
        events = self._logs.get((learner, course), [])
        if len(events) < length or events[length - 1].at != last:
            return None
        return tuple(events[length:])

    async def append(
        self,
        learner: LearnerId,
        course: CourseId,
        events: Sequence[Event],
        *,
        after: int,
        message: MessageId | None = None,
        snapshot: Snapshot | None = None,
    ) -> int:
        """See LearnerLog. Raises NotFound for a learner who was forgotten."""
        if learner in self._forgotten:
            raise NotFound("This learner was erased.", where=learner)
        log = self._logs.get((learner, course), [])
        length = after + len(events)
        if snapshot is not None and snapshot.length > length:
            raise ValueError(f"A snapshot of {snapshot.length} events for a log of {length}.")
        if len(log) != after:
            raise LogMoved(f"The log has {len(log)} events, not {after}.", where=learner)
        replies = [event for event in events if isinstance(event, Replied)]
        answered = [reply.message for reply in replies]
        if any((learner, key) in self._replies for key in (message, *answered) if key is not None):
            raise LogMoved("The message was already answered.", where=learner)
        if len(set(answered)) < len(answered):
            raise LogMoved("Two replies to one message.", where=learner)
        for position, event in enumerate(events, after):
            self._last += 1
            self._all.append(
                Recorded(
                    sequence=self._last,
                    learner=learner,
                    course=course,
                    position=position,
                    event=event,
                )
            )
        if events:
            self._logs[learner, course] = [*log, *events]
        self._replies.update({(learner, reply.message): reply.outbound for reply in replies})
        if snapshot is not None:
            self._snapshots[learner, course] = snapshot
        return length

    async def reply_to(self, learner: LearnerId, message: MessageId) -> dict[str, Any] | None:
        """See LearnerLog."""
        return self._replies.get((learner, message))

    async def whole(self, learner: LearnerId, course: CourseId) -> tuple[Event, ...]:
        """See LearnerLog."""
        return tuple(self._logs.get((learner, course), ()))

    async def since(
        self, sequence: int, *, course: CourseId | None = None, limit: int = 1000
    ) -> tuple[Recorded, ...]:
        """See EventFeed."""
        later = (
            recorded
            for recorded in self._all
            if recorded.sequence > sequence and course in (None, recorded.course)
        )
        return tuple(recorded for recorded, _ in zip(later, range(limit), strict=False))

    async def learners(self, course: CourseId) -> tuple[LearnerId, ...]:
        """See EventFeed."""
        return tuple(sorted(learner for learner, of in self._logs if of == course))

    async def courses(self, learner: LearnerId) -> tuple[CourseId, ...]:
        """See EventFeed."""
        return tuple(sorted(course for of, course in self._logs if of == learner))

    async def forget(self, learner: LearnerId) -> int:
        """Erase a learner's events and return how many there were; later appends are refused."""
        self._forgotten.add(learner)
        before = len(self._all)
        self._all = [recorded for recorded in self._all if recorded.learner != learner]
        self._logs = {key: log for key, log in self._logs.items() if key[0] != learner}
        self._snapshots = {key: kept for key, kept in self._snapshots.items() if key[0] != learner}
        self._replies = {key: kept for key, kept in self._replies.items() if key[0] != learner}
        return before - len(self._all)
