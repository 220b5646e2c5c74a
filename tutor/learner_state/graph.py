"""The prerequisite graph of a course, seen from one learner: what is open, due, or weak."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import exp, log, prod

from tutor.curriculum.course import Course
from tutor.ids import SkillId
from tutor.learner_state.belief import (
    FADED,
    due_at,
    known_now,
    mastered,
    resting,
)
from tutor.learner_state.memory import GUESS, SLIP, START_KNOWN
from tutor.learner_state.shape import LearnerState
from tutor.learner_state.trace import sigmoid

PLACED = 0.6  # inferred P(known) from which a skill is passed over for now
WEAK = 0.70  # a prerequisite believed less than this may be what is missing
MISSING = 2.0  # logits that a missing prerequisite takes from the chance to know a skill
# Shares of the evidence on a skill that speak for or against others:
TO_REQUIRED, RIGHT_TO_NEXT = 0.6, 0.2  # right: for what it requires, and what requires it
TO_NEXT, WRONG_TO_REQUIRED = 0.5, 0.15  # wrong: against what requires it, and what it requires
LEVELS = ((-0.5, 0.85), (1.5, 0.1), (3.5, 0.05))  # logits, share of new learners
MOST_SAID = 4.0  # logits that one skill may say of the level
RIGHT_SAYS = log((1 - SLIP) / GUESS)
OVERNIGHT = timedelta(hours=12)
WRONG_SAYS = log(SLIP / (1 - GUESS))


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSkill:
    """A skill to be asked again. `cold` while its mastery is not confirmed yet."""

    skill: SkillId
    since: datetime
    known: float
    cold: bool


def presumed(course: Course, state: LearnerState) -> Mapping[SkillId, float]:
    """P(known) of skills never practised, inferred from placement over the graph.

    Learners of several levels are thought of, from who knows little to who knows nearly all; the
    responses say how likely each is. Within a level log-odds add up, from what such a learner may
    be expected to know: a response tells of its skill, and less of what that requires and of what
    requires it. Empty before placement.
    """
    return supposed(course, state) if state.placement else {}


def supposed(course: Course, state: LearnerState) -> dict[SkillId, float]:
    """What `presumed` says, also before there is anything to go by."""
    levels = _levels(tuple([(name, skill.requires) for name, skill in course.skills.items()]))
    told = dict.fromkeys(course.skills, 0.0)
    chances = [share for _, share in LEVELS]
    for skill, belief in state.skills.items():
        if skill not in told or not belief.unaided:
            continue
        says = belief.right * RIGHT_SAYS + belief.wrong * WRONG_SAYS
        told[skill] += says
        up, down = passed_on(says)
        for other in course.above(skill):
            told[other] += up
        for other in course.below(skill):
            told[other] += down
        ratio = exp(max(-MOST_SAID, min(MOST_SAID, says)))
        chances = [
            chance * (1.0 + (ratio - 1.0) / (1.0 + against[skill]))
            for chance, against in zip(chances, levels, strict=True)
        ]
    total = sum(chances)
    said = [
        exp(-says if -30.0 < says < 30.0 else 30.0 if says < 0 else -30.0) for says in told.values()
    ]
    found = [0.0] * len(said)
    for chance, against in zip(chances, levels, strict=True):
        if chance > 0.01 * total:
            share = chance / total
            found = [
                p + share / (1.0 + odds * other)
                for p, odds, other in zip(found, against.values(), said, strict=True)
            ]
    return dict(zip(told, found, strict=True))


def passed_on(says: float) -> tuple[float, float]:
    """What evidence on a skill adds to what it requires, and to what requires it."""
    if says > 0:
        return TO_REQUIRED * says, RIGHT_TO_NEXT * says
    return WRONG_TO_REQUIRED * says, TO_NEXT * says


@lru_cache(maxsize=64)
def _levels(
    skills: tuple[tuple[SkillId, tuple[SkillId, ...]], ...],
) -> tuple[dict[SkillId, float], ...]:
    """Per level the odds against knowing each skill: fewer know what leans on much else."""
    start = log(START_KNOWN / (1.0 - START_KNOWN))
    tables = []
    for level, _ in LEVELS:
        ready_knows, other_knows = sigmoid(start + level), sigmoid(start + level - MISSING)
        known: dict[SkillId, float] = {}
        for skill, requires in skills:
            ready = prod(known.get(one, 1.0) for one in requires)
            known[skill] = ready * ready_knows + (1.0 - ready) * other_knows
        tables.append({skill: (1.0 - p) / p for skill, p in known.items()})
    return tuple(tables)


def passed_over(course: Course, state: LearnerState) -> frozenset[SkillId]:
    """Skills that placement lets the learner skip for now: inferred known, no failure since."""
    inferred = presumed(course, state)
    return frozenset(
        skill
        for skill, p in inferred.items()
        if p >= PLACED and state.belief(skill).streak >= 0 and state.belief(skill).override is None
    )


def fringe(course: Course, state: LearnerState, now: datetime) -> tuple[SkillId, ...]:
    """The outer fringe in course order: skills not mastered whose prerequisites all are."""
    return open_skills(course, state, now, passed_over(course, state))


def open_skills(
    course: Course, state: LearnerState, now: datetime, placed: frozenset[SkillId]
) -> tuple[SkillId, ...]:
    """The outer fringe, given what placement passes over.

    Mastery is not lost by time alone: what fades is due, not new. A resting skill is let through
    for now, and so are skills without items.
    """
    met = {skill for skill in course.skills if skill in placed or not course.by_skill.get(skill)}
    for skill, belief in state.skills.items():
        if mastered(belief) or resting(belief, now):
            met.add(skill)
    return tuple(
        skill
        for skill, facts in course.skills.items()
        if skill not in met and all(r in met or r not in course.skills for r in facts.requires)
    )


def due(course: Course, state: LearnerState, now: datetime) -> tuple[DueSkill, ...]:
    """Skills whose review has come, the most faded first: mastered ones by their date, resting
    ones from the next day on."""
    found = []
    for skill, belief in state.skills.items():
        since = due_at(belief)
        if since is None and belief.last_at is not None:
            tomorrow = belief.last_at + OVERNIGHT
            since = tomorrow if tomorrow <= now and resting(belief, now) else None
        if since is not None and since <= now and course.by_skill.get(skill):
            found.append(
                DueSkill(
                    skill=skill,
                    since=since,
                    known=known_now(belief, now),
                    cold=belief.confirmed_at is None,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.known, one.since, one.skill)))


def weak_prerequisite(
    course: Course, state: LearnerState, skill: SkillId, now: datetime
) -> SkillId | None:
    """The weakest direct prerequisite of the skill, when it is weak enough to be what is missing.

    A skill that was never practised counts with what placement inferred of it.
    """
    inferred = presumed(course, state)
    worst: tuple[float, SkillId] | None = None
    for required in course.skill(skill).requires:
        if required not in course.skills or not course.by_skill.get(required):
            continue
        belief = state.belief(required)
        known = known_now(belief, now) if belief.unaided else inferred.get(required, START_KNOWN)
        bar = FADED if mastered(belief) else WEAK
        if known < bar and (worst is None or known < worst[0]):
            worst = (known, required)
    return worst[1] if worst else None


def leading_to(
    course: Course, state: LearnerState, wanted: Iterable[SkillId]
) -> frozenset[SkillId]:
    """The wanted skills with everything that they require, mastered or not."""
    found: set[SkillId] = set()
    for skill in wanted:
        if skill in course.skills:
            found.add(skill)
            found |= course.above(skill)
    return frozenset(found)
