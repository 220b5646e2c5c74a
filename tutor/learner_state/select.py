"""Choosing: which skill, which item, and why, in words that the learner may read.

Skill, in this order: a skill that the learner claims to know; a due review (every third item
while some are due); what the learner asked for; otherwise the outer fringe of the prerequisite
graph, assignments and goals first, in course order, away from a skill after ten fruitless items,
down to a weak prerequisite when errors point there. Item: the one whose predicted success is
nearest the target (after two failures in a row at least 0.85), not seen lately.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import log
from random import Random

from tutor.curriculum.course import Course, ItemSource
from tutor.ids import ItemId, SkillId
from tutor.items.item import Difficulty
from tutor.learner_state.belief import STUCK_AFTER, known_now, mastered
from tutor.learner_state.events import Purpose
from tutor.learner_state.graph import (
    DueSkill,
    due,
    fringe,
    leading_to,
    open_skills,
    passed_over,
    presumed,
    weak_prerequisite,
)
from tutor.learner_state.phrases import day_name, say
from tutor.learner_state.placement import placement_skill
from tutor.learner_state.shape import LearnerState, thaw, thaw_parts
from tutor.learner_state.tracer import CourseModel, ItemFacts, step_of

__all__ = [
    "Choice",
    "DueSkill",
    "Tack",
    "choose",
    "due",
    "fringe",
    "placement_next",
    "presumed",
    "twin",
    "weak_prerequisite",
]

AFTER_FAILURES = 0.85  # target after two failures in a row
COLD_TARGET = 0.70  # a cold check is not made easy: a guess must not pass for memory
REVIEW_EVERY = 3
LOOKED_AT = 60  # items of a skill compared per choice, at most
SCORED = 5  # of them predicted in full
ERRORS_POINT = 3  # wrong in a row that point at a prerequisite


class Tack(StrEnum):
    """What changes after many fruitless items."""

    WORKED_EXAMPLE = "worked_example"  # the same skill, from an example
    PREREQUISITE = "prerequisite"  # what the skill leans on
    OTHER_SKILL = "other_skill"  # something else first


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An item to open next. `p` is its predicted success; `reason` may be read by the learner.

    `change_of_tack` is set when many fruitless items led to this choice; `stuck_on` is the skill
    then left (or kept, from a worked example), so that the teacher can be told.
    """

    item: ItemId
    seed: int
    skill: SkillId
    purpose: Purpose
    reason: str
    p: float
    change_of_tack: Tack | None = None
    stuck_on: SkillId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    skill: SkillId
    purpose: Purpose
    reason: str
    tack: Tack | None = None
    stuck_on: SkillId | None = None
    label: Difficulty | None = None


def choose(
    course: Course,
    state: LearnerState,
    model: CourseModel,
    now: datetime,
    seed: int,
    *,
    target: float = 0.75,
    focus: SkillId | None = None,
    purpose: Purpose | None = None,
    avoid: frozenset[ItemId] = frozenset(),
) -> Choice | None:
    """The next item, or None when the tutor is paused or the course has nothing to ask.

    `target` is the wanted P(right); `focus` a skill asked for; `purpose` forces reviews,
    placement or a quiz; `avoid` are items not to use. The same arguments give the same choice.
    """
    if state.paused:
        return None
    if purpose is Purpose.PLACEMENT:
        return placement_next(course, state, model, now, seed)
    topic = _topic(course, state, now, focus=focus, purpose=purpose)
    if topic is None:
        return None
    if purpose is Purpose.QUIZ:
        topic = _Topic(skill=topic.skill, purpose=Purpose.QUIZ, reason=say("quiz"))
    if topic.tack is None and state.belief(topic.skill).tries_without_progress >= STUCK_AFTER:
        topic = replace(topic, tack=Tack.WORKED_EXAMPLE, stuck_on=topic.skill)
    if topic.purpose is Purpose.COLD_CHECK:
        target = min(target, COLD_TARGET)
    if state.failed_in_row >= 2:
        target = max(target, AFTER_FAILURES)
    return _with_item(course, state, model, now, seed, topic, target=target, avoid=avoid)


def placement_next(
    course: Course, state: LearnerState, model: CourseModel, now: datetime, seed: int
) -> Choice | None:
    """The next placement item, or None when enough is known; it may be left at any time."""
    skill = None if state.paused else placement_skill(course, state)
    if skill is None:
        return None
    topic = _Topic(
        skill=skill,
        purpose=Purpose.PLACEMENT,
        reason=say("placement"),
        label=Difficulty.MEDIUM,
    )
    return _with_item(course, state, model, now, seed, topic, target=0.6, avoid=frozenset())


def twin(
    course: Course,
    state: LearnerState,
    model: CourseModel,
    item: ItemId,
    now: datetime,
    seed: int,
    *,
    item_seed: int = 0,
    avoid: frozenset[ItemId] = frozenset(),
) -> Choice | None:
    """Another item of the same skill, of the same type if there is one, or another variant.

    Never the item with the seed `item_seed`; None when the skill has no other item.
    """
    source = course.sources.get(item)
    if source is None or not source.skills:
        return None
    skill = source.skills[0]
    topic = _Topic(skill=skill, purpose=Purpose.TWIN, reason=say("twin"))
    if source.templated:
        fresh = _fresh_seed(state, source, seed, besides=item_seed)
        facts = _facts(source)
        p = _p(model, state, facts, now)
        return _choice(topic, source.id, fresh, p)
    others = [one for one in course.by_skill.get(skill, ()) if one != item and one not in avoid]
    alike = [one for one in others if course.sources[one].type_name == source.type_name]
    banned = frozenset(course.by_skill.get(skill, ())) - frozenset(alike or others)
    if not (alike or others):
        return None
    return _with_item(course, state, model, now, seed, topic, target=0.8, avoid=banned)


def _topic(
    course: Course,
    state: LearnerState,
    now: datetime,
    *,
    focus: SkillId | None,
    purpose: Purpose | None,
) -> _Topic | None:
    reviews = due(course, state, now)
    if purpose in (Purpose.REVIEW, Purpose.COLD_CHECK):
        return _review(reviews, now) or _freshen(course, state, now)
    if focus is not None and focus in course.skills:
        title = course.skills[focus].title
        return _Topic(
            skill=focus, purpose=purpose or Purpose.PRACTICE, reason=say("focus", skill=title)
        )
    for skill, left in state.claims.items():
        if skill in course.skills and course.by_skill.get(skill):
            labels = {3: Difficulty.EASY, 2: Difficulty.MEDIUM, 1: Difficulty.HARD}
            return _Topic(
                skill=skill,
                purpose=Purpose.TEST_OUT,
                reason=say("test_out", skill=course.skills[skill].title, left=left),
                label=labels.get(left),
            )
    if reviews and state.served >= REVIEW_EVERY - 1:
        return _review(reviews, now)
    return _new(course, state, now) or _review(reviews, now) or _freshen(course, state, now)


def _review(reviews: tuple[DueSkill, ...], now: datetime) -> _Topic | None:
    if not reviews:
        return None
    one = reviews[0]
    day = day_name(one.since, now)
    if one.cold:
        return _Topic(
            skill=one.skill, purpose=Purpose.COLD_CHECK, reason=say("cold_check", day=day)
        )
    today = one.since.date() >= now.date()
    reason = say("due_today") if today else say("due", day=day)
    return _Topic(skill=one.skill, purpose=Purpose.REVIEW, reason=reason)


def _freshen(course: Course, state: LearnerState, now: datetime) -> _Topic | None:
    """With nothing new and nothing due: the skill believed least, if any was practised."""
    candidates = [s for s in course.skills if course.by_skill.get(s)]
    if not candidates:
        return None
    recent = set(state.recent_skills[-1:])
    skill = min(candidates, key=lambda s: (s in recent, known_now(state.belief(s), now)))
    return _Topic(skill=skill, purpose=Purpose.REVIEW, reason=say("fresh"))


def _new(course: Course, state: LearnerState, now: datetime) -> _Topic | None:
    """A skill of the fringe, wanted ones first; another tack where many items bore no fruit."""
    opened = open_skills(course, state, now, passed_over(course, state))
    if not opened:
        return None
    assigned = leading_to(course, state, _wanted(state, now, by_teacher=True))
    wanted = leading_to(course, state, _wanted(state, now, by_teacher=False))
    ranked = sorted(
        opened,
        key=lambda s: (s not in assigned, s not in wanted, not _under_way(state, s)),
    )
    stuck = [s for s in ranked if state.belief(s).tries_without_progress >= STUCK_AFTER]
    going = [s for s in ranked if s not in stuck]
    last = state.recent_skills[-1] if state.recent_skills else None
    first = going[0] if going else ranked[0]
    if last in stuck and last is not None:
        return _turn(course, state, now, last, going)
    if first in stuck:
        return _turn(course, state, now, first, [])
    if state.belief(first).streak <= -ERRORS_POINT:
        weak = weak_prerequisite(course, state, first, now)
        if weak is not None and weak != last:
            return _leaning(course, weak, first)
    return _Topic(
        skill=first,
        purpose=Purpose.PRACTICE,
        reason=_why(course, state, now, first, first in assigned),
    )


def _turn(
    course: Course, state: LearnerState, now: datetime, stuck: SkillId, going: list[SkillId]
) -> _Topic:
    """Another tack for a skill that many items did not bring on."""
    weak = weak_prerequisite(course, state, stuck, now)
    if weak is not None:
        return _leaning(course, weak, stuck)
    if going:
        return _Topic(
            skill=going[0],
            purpose=Purpose.PRACTICE,
            reason=say("other_skill", before=course.skills[stuck].title),
            tack=Tack.OTHER_SKILL,
            stuck_on=stuck,
        )
    return _Topic(
        skill=stuck,
        purpose=Purpose.PRACTICE,
        reason=say("worked_example", skill=course.skills[stuck].title),
        tack=Tack.WORKED_EXAMPLE,
        stuck_on=stuck,
    )


def _leaning(course: Course, weak: SkillId, after: SkillId) -> _Topic:
    return _Topic(
        skill=weak,
        purpose=Purpose.PRACTICE,
        reason=say("prerequisite", after=course.skills[after].title),
        tack=Tack.PREREQUISITE,
        stuck_on=after,
    )


def _under_way(state: LearnerState, skill: SkillId) -> bool:
    belief = state.belief(skill)
    return belief.unaided + belief.aided > 0


def _wanted(state: LearnerState, now: datetime, *, by_teacher: bool) -> list[SkillId]:
    goals = state.assignments if by_teacher else state.goals
    current = [goal for goal in goals if goal.until is None or goal.until >= now]
    current.sort(key=lambda goal: goal.until.timestamp() if goal.until else float("inf"))
    return [skill for goal in current for skill in goal.skills]


def _why(course: Course, state: LearnerState, now: datetime, skill: SkillId, assigned: bool) -> str:
    title = course.skills[skill].title
    if assigned:
        return say("assigned", skill=title)
    for goal in _wanted(state, now, by_teacher=False):
        if goal == skill:
            return say("goal_itself", skill=title)
        if goal in course.skills and skill in leading_to(course, state, [goal]):
            return say("goal", goal=course.skills[goal].title)
    for facts in course.skills.values():
        if skill in facts.requires and all(
            mastered(state.belief(r)) for r in facts.requires if r != skill
        ):
            return say("last_before", after=facts.title)
    if _under_way(state, skill):
        return say("going_on", skill=title)
    return say("next" if state.ability.count else "first", skill=title)


def _with_item(
    course: Course,
    state: LearnerState,
    model: CourseModel,
    now: datetime,
    seed: int,
    topic: _Topic,
    *,
    target: float,
    avoid: frozenset[ItemId],
) -> Choice | None:
    dice = Random(seed)
    ids = [one for one in course.by_skill.get(topic.skill, ()) if one not in avoid]
    in_sight = set(state.recent)
    fresh = [one for one in ids if one not in in_sight or course.sources[one].templated]
    ids = fresh or sorted(ids, key=lambda one: _position(state, one))[:3]
    if topic.label is not None:
        ids = [one for one in ids if course.sources[one].difficulty is topic.label] or ids
    if len(ids) > LOOKED_AT:
        ids = dice.sample(ids, LOOKED_AT)
    best: tuple[float, ItemId, float] | None = None
    for one, p in _nearest(course, state, model, now, ids, target, dice):
        source = course.sources[one]
        cost = abs(p - target) + 0.05 * dice.random() + _staleness(state, source)
        cost += 0.3 * sum(not mastered(state.belief(s)) and s != topic.skill for s in source.skills)
        if best is None or cost < best[0]:
            best = (cost, one, p)
    if best is None:
        return None
    _, item, p = best
    return _choice(topic, item, _fresh_seed(state, course.sources[item], seed), p)


def _nearest(
    course: Course,
    state: LearnerState,
    model: CourseModel,
    now: datetime,
    ids: list[ItemId],
    target: float,
    dice: Random,
) -> list[tuple[ItemId, float]]:
    """The candidates whose predicted success is nearest the target, with that prediction.

    Within a skill, predictions differ mostly by the item's difficulty: one prediction tells
    which difficulty is wanted, and only the items nearest to it are predicted in full.
    """
    trace = thaw(state)

    def predicted(one: ItemId) -> float:
        facts = _facts(course.sources[one])
        thaw_parts(trace, state, facts.skills, facts.id)
        return model.score(trace, step_of(state, facts, now)).p

    if len(ids) > SCORED:
        ease = {
            one: model.ease(course.sources[one].difficulty, one, course.sources[one].skills)
            for one in ids
        }
        probe = ids[dice.randrange(len(ids))]
        p = min(0.999, max(0.001, predicted(probe)))
        wanted = ease[probe] + log(target / (1.0 - target)) - log(p / (1.0 - p))
        met = state.items
        ids = sorted(ids, key=lambda one: abs(ease[one] - wanted) + (0.7 if one in met else 0.0))[
            :SCORED
        ]
    return [(one, predicted(one)) for one in ids]


def _position(state: LearnerState, item: ItemId) -> int:
    """How lately the item was opened: a low number is long ago."""
    return max((i for i, one in enumerate(state.recent) if one == item), default=-1)


def _staleness(state: LearnerState, source: ItemSource) -> float:
    """What an item already met costs, in units of P(right)."""
    cost = 0.15 if source.id in state.recent else 0.0
    memory = state.items.get(source.id)
    if memory is not None and not source.templated:
        cost += 0.05 * min(3, memory.opened) + (0.05 if memory.wins else 0.0)
    return cost


def _fresh_seed(
    state: LearnerState, source: ItemSource, seed: int, *, besides: int | None = None
) -> int:
    if not source.templated:
        return 0
    memory = state.items.get(source.id)
    used = set(memory.seeds) if memory else set()
    if besides is not None:
        used.add(besides)
    dice = Random(f"{seed}:{source.id}")
    while (made := dice.randrange(1, 1_000_000)) in used:
        pass
    return made


def _facts(source: ItemSource) -> ItemFacts:
    return ItemFacts(
        id=source.id,
        skills=source.skills,
        difficulty=source.difficulty,
        templated=source.templated,
    )


def _p(model: CourseModel, state: LearnerState, facts: ItemFacts, now: datetime) -> float:
    trace = thaw(state)
    thaw_parts(trace, state, facts.skills, facts.id)
    return model.score(trace, step_of(state, facts, now)).p


def _choice(topic: _Topic, item: ItemId, seed: int, p: float) -> Choice:
    return Choice(
        item=item,
        seed=seed,
        skill=topic.skill,
        purpose=topic.purpose,
        reason=topic.reason,
        p=p,
        change_of_tack=topic.tack,
        stuck_on=topic.stuck_on,
    )
