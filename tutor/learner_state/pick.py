"""Which item of a skill is next: predicted success near the target, nothing in sight again."""

from dataclasses import dataclass
from datetime import datetime
from math import log
from random import Random

from tutor.curriculum.course import Course, ItemSource
from tutor.ids import ItemId, SkillId
from tutor.learner_state.belief import mastered
from tutor.learner_state.events import Purpose
from tutor.learner_state.shape import LearnerState, thaw, thaw_parts
from tutor.learner_state.topic import Tack, Topic
from tutor.learner_state.tracer import CourseModel, ItemFacts, step_of

DRAWS = 12  # seeds tried for a variant that was not asked lately
VARIANTS = 512  # seeds of a template: enough for a class, and small to keep
LOOKED_AT = 60  # items of a skill compared per choice, at most
SCORED = 5  # of them predicted in full
TWICE = 0.15  # what a template costs besides when it was the last item: the same with other numbers
LOW = 0.65  # P(right) below which an item is likely to frustrate, and costs double


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


def pick_item(
    course: Course,
    state: LearnerState,
    model: CourseModel,
    now: datetime,
    seed: int,
    topic: Topic,
    *,
    target: float,
    avoid: frozenset[ItemId],
) -> Choice | None:
    dice = Random(seed)
    ids = [one for one in asked_for(course, topic.skill) if one not in avoid]
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
        cost = (
            abs(p - target) + max(0.0, LOW - p) + 0.05 * dice.random() + _staleness(state, source)
        )
        cost += 0.3 * sum(not mastered(state.belief(s)) and s != topic.skill for s in source.skills)
        if best is None or cost < best[0]:
            best = (cost, one, p)
    if best is None:
        return None
    _, item, p = best
    return choice_of(topic, item, fresh_seed(state, course.sources[item], seed), p)


def asked_for(course: Course, skill: SkillId) -> list[ItemId]:
    """The items that a skill is practised with: those that name it first, if there are any.

    What an item needs besides is evidence on other skills, but not what it is asked for.
    """
    ids = course.by_skill.get(skill, ())
    return [one for one in ids if course.sources[one].skills[0] == skill] or list(ids)


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
        facts = facts_of(course.sources[one])
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
    again = state.recent.count(source.id)  # of a template, other numbers each time
    cost = 0.10 + 0.05 * again if again else 0.0
    if source.templated and state.recent[-1:] == (source.id,):
        cost += TWICE
    memory = state.items.get(source.id)
    if memory is not None and not source.templated:
        cost += 0.05 * min(3, memory.opened) + (0.05 if memory.wins else 0.0)
    return cost


def fresh_seed(
    state: LearnerState, source: ItemSource, seed: int, *, besides: int | None = None
) -> int:
    if not source.templated:
        return 0
    memory = state.items.get(source.id)
    used = set(memory.seeds) if memory else set()
    if besides is not None:
        used.add(besides)
    dice = Random(f"{seed}:{source.id}")
    known = [source.drawn(one) for one in used]
    for _ in range(DRAWS):  # a template of few values may have nothing new to ask
        made = dice.randrange(1, VARIANTS)
        if made not in used and source.drawn(made) not in known:
            break
    return made


def facts_of(source: ItemSource) -> ItemFacts:
    return ItemFacts(
        id=source.id,
        skills=source.skills,
        difficulty=source.difficulty,
        templated=source.templated,
    )


def predicted_success(
    model: CourseModel, state: LearnerState, facts: ItemFacts, now: datetime
) -> float:
    trace = thaw(state)
    thaw_parts(trace, state, facts.skills, facts.id)
    return model.score(trace, step_of(state, facts, now)).p


def choice_of(topic: Topic, item: ItemId, seed: int, p: float) -> Choice:
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
