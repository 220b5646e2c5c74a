"""Placement: where a new learner should start, in few items, by information gained on the graph.

Each skill has a log-odds of being known (0 before any response). The next item is one of the
skill whose response, right or wrong, is expected to take away most of the summed entropy
−Σ p log p − (1 − p) log(1 − p) over all skills, given how evidence passes along the graph
(`graph.presumed`).
"""

from collections.abc import Iterable, Mapping
from math import exp, log

from tutor.curriculum.course import Course
from tutor.ids import SkillId
from tutor.learner_state.graph import PASSED_ON, RIGHT_SAYS, WRONG_SAYS, presumed
from tutor.learner_state.memory import GUESS, SLIP
from tutor.learner_state.shape import LearnerState

MOST_ITEMS = 15
LEAST_GAIN = 0.25  # nats; below it another item is not worth the learner's time


def placement_skill(course: Course, state: LearnerState) -> SkillId | None:
    """The skill to ask about next; None when placement is done (or 15 items were asked)."""
    if state.placement >= MOST_ITEMS:
        return None
    known = presumed(course, state)
    odds = {
        skill: log(p / (1.0 - p)) if (p := min(1 - 1e-9, max(1e-9, known.get(skill, 0.5)))) else 0.0
        for skill in course.skills
    }
    best: tuple[float, SkillId] | None = None
    for skill in course.skills:
        if not course.by_skill.get(skill) or state.belief(skill).unaided:
            continue
        gain = _gain(odds, skill, course.above(skill), course.below(skill))
        if best is None or gain > best[0] + 1e-9:
            best = (gain, skill)
    return best[1] if best and best[0] >= LEAST_GAIN else None


def _gain(
    odds: Mapping[SkillId, float],
    skill: SkillId,
    required: Iterable[SkillId],
    requiring: Iterable[SkillId],
) -> float:
    p = _p(odds[skill])
    right = p * (1 - SLIP) + (1 - p) * GUESS
    own = _entropy(odds[skill])
    gain_right = own - _entropy(odds[skill] + RIGHT_SAYS)
    gain_wrong = own - _entropy(odds[skill] + WRONG_SAYS)
    for other in required:
        z = odds[other]
        gain_right += _entropy(z) - _entropy(z + PASSED_ON * RIGHT_SAYS)
    for other in requiring:
        z = odds[other]
        gain_wrong += _entropy(z) - _entropy(z + PASSED_ON * WRONG_SAYS)
    return right * gain_right + (1 - right) * gain_wrong


def _p(z: float) -> float:
    return 1.0 / (1.0 + exp(-min(30.0, max(-30.0, z))))


def _entropy(z: float) -> float:
    p = _p(z)
    if p <= 1e-12 or p >= 1 - 1e-12:
        return 0.0
    return -p * log(p) - (1 - p) * log(1 - p)
