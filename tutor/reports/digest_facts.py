"""The facts of a learner's week, each with the events it was counted from. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from tutor.curriculum.course import Course
from tutor.ids import CourseId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.belief import known_now
from tutor.learner_state.events import Attempted, Event, MessageReceived
from tutor.learner_state.state import LearnerState

IDLE = timedelta(minutes=10)  # a longer pause between two messages is no time at work
STRENGTHS = 2
STRONG = 0.8  # belief from which a practised skill may be called a strength

Trace = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """What happened in one course from `since` (included) to `until` (not included).

    `minutes` is time between messages, pauses over ten minutes left out, rounded. `tried` counts
    items with a graded first try, `alone` those solved at once without help. `gained` are skills
    that became mastered in these days on unaided evidence. `trace` names for each number the
    positions (from 0) of the events in the learner's log of the course that it was counted from.
    """

    course: CourseId
    since: datetime
    until: datetime
    days: tuple[date, ...] = ()
    minutes: int = 0
    tried: int = 0
    alone: int = 0
    gained: tuple[SkillId, ...] = ()
    strengths: tuple[SkillId, ...] = ()
    next: SkillId | None = None
    trace: Trace = field(default_factory=dict)


def week_facts(
    course: Course,
    events: Sequence[Event],
    state: LearnerState,
    next_skill: SkillId | None,
    since: datetime,
    until: datetime,
) -> WeekFacts:
    """Count a week of a learner's whole log (`events` from position 0; `state` is its replay)."""
    within = [(at, e) for at, e in enumerate(events) if since <= e.at < until]
    messages = [(at, e) for at, e in within if isinstance(e, MessageReceived)]
    attempts = [
        (at, e) for at, e in within if isinstance(e, Attempted) and e.verdict.counts and e.try_ == 1
    ]
    alone = [(at, e) for at, e in attempts if e.verdict is Verdict.CORRECT and e.unaided]
    gained = [
        (skill, belief)
        for skill, belief in state.skills.items()
        if belief.provisional_at is not None and since <= belief.provisional_at < until
    ]
    strong = _strengths(course, state, {skill for _, e in attempts for skill in e.skills}, until)
    return WeekFacts(
        course=course.id,
        since=since,
        until=until,
        days=tuple(sorted({course.local(e.at).date() for _, e in messages})),
        minutes=_minutes([e.at for _, e in messages]),
        tried=len(attempts),
        alone=len(alone),
        gained=tuple(skill for skill, _ in gained if skill in course.skills),
        strengths=strong,
        next=next_skill,
        trace={
            "days": tuple(at for at, _ in messages),
            "minutes": tuple(at for at, _ in messages),
            "tried": tuple(at for at, _ in attempts),
            "alone": tuple(at for at, _ in alone),
            "gained": tuple(at for at, e in alone if any(skill in e.skills for skill, _ in gained)),
            "strengths": tuple(
                at for at, e in attempts if any(skill in strong for skill in e.skills)
            ),
        },
    )


def _strengths(
    course: Course, state: LearnerState, practised: Collection[SkillId], at: datetime
) -> tuple[SkillId, ...]:
    """The practised skills that are known best, if they are known well enough to be praised."""
    known = {s: known_now(state.belief(s), at) for s in practised if s in course.skills}
    strong = sorted((s for s in known if known[s] >= STRONG), key=lambda s: (-known[s], s))
    return tuple(strong[:STRENGTHS])


def _minutes(times: Sequence[datetime]) -> int:
    spans = (b - a for a, b in pairwise(times))
    return round(sum((s for s in spans if s <= IDLE), timedelta()).total_seconds() / 60)
