"""The ports for learning from all learners: events in the order of the school, course models."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from tutor.ids import CourseId, LearnerId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Event


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


class Standing:
    """A feed in which each attempt has the verdict that stands, whatever it was first.

    A course's model takes each attempt by the verdict of its own event, so that a false answer key
    would count against its item for good. What was regraded is read once, in `of`.
    """

    def __init__(
        self, events: EventFeed, verdicts: Mapping[tuple[LearnerId, str], Verdict]
    ) -> None:
        self._events = events
        self._verdicts = verdicts

    @classmethod
    async def of(cls, events: EventFeed, course: CourseId) -> "Standing":
        """The feed of a course by what its regrades say until now."""
        verdicts: dict[tuple[LearnerId, str], Verdict] = {}
        at = 0
        while batch := await events.since(at, course=course):
            at = batch[-1].sequence
            for one in batch:
                if isinstance(one.event, AttemptRegraded):
                    verdicts[one.learner, one.event.attempt] = one.event.verdict
        return cls(events, verdicts)

    async def since(
        self, sequence: int, *, course: CourseId | None = None, limit: int = 1000
    ) -> tuple[Recorded, ...]:
        """See EventFeed."""
        batch = await self._events.since(sequence, course=course, limit=limit)
        return tuple(map(self._as_it_stands, batch))

    def _as_it_stands(self, one: Recorded) -> Recorded:
        if not isinstance(one.event, Attempted):
            return one
        stands = self._verdicts.get((one.learner, one.event.id), one.event.verdict)
        return replace(one, event=replace(one.event, verdict=stands))

    async def learners(self, course: CourseId) -> tuple[LearnerId, ...]:
        """See EventFeed."""
        return await self._events.learners(course)

    async def courses(self, learner: LearnerId) -> tuple[CourseId, ...]:
        """See EventFeed."""
        return await self._events.courses(learner)


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
