"""The port of the append-only log: what the learner state needs of a store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from tutor.ids import CourseId, LearnerId, MessageId
from tutor.learner_state.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A cached replay: `body` (JSON-ready) is the state after the first `length` events.

    `format` names the code that wrote it; a reader that does not know it ignores the snapshot.
    """

    length: int
    format: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogTail:
    """A learner's log from the last snapshot on: `length` is the whole log's length."""

    length: int
    snapshot: Snapshot | None
    events: tuple[Event, ...]


class LearnerLog(Protocol):
    """One append-only log per learner and course."""

    async def read(self, learner: LearnerId, course: CourseId) -> LogTail:
        """The snapshot, if any, and every event after it, in order."""
        ...

    async def grown(
        self, learner: LearnerId, course: CourseId, *, length: int, last: datetime
    ) -> tuple[Event, ...] | None:
        """The events after the first `length`, in order; cheap when there are none.

        None when the event before them was not at `last`: the log is another than the one that
        the caller knows (the learner was erased). `length` is at least 1.
        """
        ...

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
        """Append all events or none and return the new length.

        Raises LogMoved when the log's length is no longer `after`. `message` is the message that
        these events answer; a second append for a message whose `Replied` is stored raises
        LogMoved too (the caller reads again and finds the stored reply). `snapshot`, when given,
        replaces the older one in the same transaction.
        """
        ...

    async def reply_to(self, learner: LearnerId, message: MessageId) -> dict[str, Any] | None:
        """The stored outbound for a message that was already answered, else None."""
        ...

    async def whole(self, learner: LearnerId, course: CourseId) -> tuple[Event, ...]:
        """Every event from the first, in order (for replay, export and reports)."""
        ...
