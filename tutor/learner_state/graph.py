"""The prerequisite graph of a course, seen from one learner: what is open, due, or weak."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log

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

PLACED = 0.75  # inferred P(known) from which a skill is passed over for now
WEAK = 0.70  # a prerequisite believed less than this may be what is missing
PASSED_ON = 0.9  # of the evidence on a skill, to what it requires (right) or what requires it
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

    Log-odds add up: a right first response speaks for the skill and, a little less, for what it
    requires; a wrong one against the skill and what requires it. Empty before placement.
    """
    if not state.placement:
        return {}
    odds = dict.fromkeys(course.skills, 0.0)
    for skill, belief in state.skills.items():
        if skill not in odds or not belief.unaided:
            continue
        says = belief.right * RIGHT_SAYS + belief.wrong * WRONG_SAYS
        odds[skill] += says
        for other in course.above(skill) if says > 0 else course.below(skill):
            odds[other] += PASSED_ON * says
    return {skill: 1.0 / (1.0 + exp(-min(30.0, max(-30.0, z)))) for skill, z in odds.items()}


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
