"""The ports for learning from all learners: events in the order of the school, course models."""

from dataclasses import dataclass
from typing import Any, Protocol

from tutor.ids import CourseId, LearnerId
from tutor.learner_state.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An event with its place: `sequence` in the order of the school (rising, with gaps),
    `position` in the learner's log of the course (from 0, without gaps).
    """

    sequence: int
    learner: LearnerId
    course: CourseId
    position: int
    event: Event


class EventFeed(Protocol):
    """Every learner's events, in one order."""

    async def since(
        self, sequence: int, *, course: CourseId | None = None, limit: int = 1000
    ) -> tuple[Recorded, ...]:
        """At most `limit` events after `sequence` (0 for the first), of one course or of all.

        An event is never delivered late: once a sequence was given out, none below it appears.
        """
        ...

    async def learners(self, course: CourseId) -> tuple[LearnerId, ...]:
        """The learners who have events in the course, by id."""
        ...

    async def courses(self, learner: LearnerId) -> tuple[CourseId, ...]:
        """The courses in which a learner has events, by id."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseModel:
    """What was learnt of a course from its events up to `sequence`.

    `format` names the code that wrote `body` (JSON-ready); a reader that does not know it starts
    again from 0.
    """

    sequence: int
    format: str
    body: dict[str, Any]


class CourseModels(Protocol):
    """One model per course."""

    async def load(self, course: CourseId) -> CourseModel | None:
        """The newest model, or None."""
        ...

    async def save(self, course: CourseId, model: CourseModel) -> bool:
        """Store the model; False, and nothing stored, when one of the same format knows more."""
        ...
