"""The state of a learner in a course: what a replay of the log makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tutor.ids import CourseId, ItemId, LearnerId, MisconceptionId, PersonId, SkillId
from tutor.learner_state.belief import UNSEEN, Belief
from tutor.learner_state.events import Purpose
from tutor.learner_state.trace import LearnerTrace, SkillTrace


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """The learner as a whole, as a `LearnerTrace` keeps it (see there), without skills and items."""

    theta: float = 0.0
    var: float = 1.0
    wins: float = 0.0
    fails: float = 0.0
    fast: float = 0.0
    slow: float = 0.0
    last: float = 0.0
    count: float = 0.0
    before: str = ""
    run_item: str = ""
    run: int = 0
    own: tuple[float, ...] = ()
    squares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMemory:
    """What happened with one item: responses right and wrong, the last outcome (±1, 0 none)."""

    wins: int = 0
    fails: int = 0
    last: float = 0.0
    last_at: datetime | None = None
    seeds: tuple[int, ...] = ()  # of the last three openings, newest last
    opened: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """The item that is open now. `hint_level` is the highest shown; `told` after the answer."""

    item: ItemId
    seed: int
    skills: tuple[SkillId, ...]
    purpose: Purpose
    reason: str
    opened_at: datetime
    hint_level: int = 0
    tries: int = 0
    told: bool = False
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Skills that the learner, or a teacher (`by`), wants, until a day if one was named."""

    at: datetime
    skills: tuple[SkillId, ...]
    until: datetime | None = None
    by: PersonId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A teacher's word on a skill, with the reason given."""

    at: datetime
    known: bool
    by: PersonId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MisconceptionSeen:
    """How often a misconception showed, and when first and last."""

    count: int
    first_at: datetime
    last_at: datetime
    skill: SkillId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerState:
    """Everything believed of a learner in a course after `length` events.

    `recent` are the items opened last, newest last. `claims` says how many test-out items are
    still to come per claimed skill. `served` counts items opened since the last review, for the
    rhythm of reviews, `sitting` those answered since the last long pause; `placement` counts placement
    responses. `stale` says that an attempt before this state's start was regraded: replay the
    whole log before relying on beliefs.
    """

    learner: LearnerId
    course: CourseId
    length: int = 0
    skills: Mapping[SkillId, Belief] = field(default_factory=dict)
    items: Mapping[ItemId, ItemMemory] = field(default_factory=dict)
    ability: Ability = field(default_factory=Ability)
    open: OpenItem | None = None
    recent: tuple[ItemId, ...] = ()
    recent_skills: tuple[SkillId, ...] = ()
    goals: tuple[Goal, ...] = ()
    assignments: tuple[Goal, ...] = ()
    overrides: Mapping[SkillId, Override] = field(default_factory=dict)
    claims: Mapping[SkillId, int] = field(default_factory=dict)
    misconceptions: Mapping[MisconceptionId, MisconceptionSeen] = field(default_factory=dict)
    paused: bool = False
    last_seen: datetime | None = None
    served: int = 0
    sitting: int = 0
    placement: int = 0
    failed_in_row: int = 0
    stale: bool = False

    def belief(self, skill: SkillId) -> Belief:
        """The belief of a skill, the unseen one where nothing happened yet."""
        return self.skills.get(skill, UNSEEN)


def empty_state(learner: LearnerId, course: CourseId) -> LearnerState:
    """The state before the first event."""
    return LearnerState(learner=learner, course=course)


def thaw(state: LearnerState) -> LearnerTrace:
    """A mutable trace of the whole learner, with no skills and items yet (`thaw_parts`)."""
    a = state.ability
    return LearnerTrace(
        theta=a.theta,
        var=a.var,
        wins=a.wins,
        fails=a.fails,
        fast=a.fast,
        slow=a.slow,
        last=a.last,
        count=a.count,
        before=a.before,
        run_item=a.run_item,
        run=a.run,
        own=list(a.own),
        squares=list(a.squares),
    )


def thaw_parts(
    trace: LearnerTrace, state: LearnerState, skills: tuple[SkillId, ...], item: ItemId
) -> None:
    """Add to `trace` what the state holds of these skills and this item, where not there yet."""
    for skill in skills:
        if skill not in trace.skills:
            practice = state.belief(skill).practice
            if practice:
                trace.skills[skill] = SkillTrace(*practice)
    if item not in trace.items and item in state.items:
        memory = state.items[item]
        at = memory.last_at.timestamp() if memory.last_at else 0.0
        trace.items[item] = (memory.wins, memory.last, memory.fails, at)


def freeze(trace: LearnerTrace) -> Ability:
    """The trace's own numbers, frozen."""
    return Ability(
        theta=trace.theta,
        var=trace.var,
        wins=trace.wins,
        fails=trace.fails,
        fast=trace.fast,
        slow=trace.slow,
        last=trace.last,
        count=trace.count,
        before=trace.before,
        run_item=trace.run_item,
        run=trace.run,
        own=tuple(trace.own),
        squares=tuple(trace.squares),
    )
