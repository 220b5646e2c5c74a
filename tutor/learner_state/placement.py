"""Placement: where a new learner should start, in few items, by information gained on the graph.

Each skill has a log-odds of being known (`graph.supposed`). The next item is one of the
skill whose response, right or wrong, is expected to take away most of the summed entropy
−Σ p log p − (1 − p) log(1 − p) over all skills, given how evidence passes along the graph
there.
"""

from collections.abc import Mapping
from math import exp, log

from tutor.curriculum.course import Course
from tutor.ids import SkillId
from tutor.learner_state.graph import RIGHT_SAYS, WRONG_SAYS, passed_on, supposed
from tutor.learner_state.memory import GUESS, SLIP
from tutor.learner_state.shape import LearnerState

MOST_ITEMS = 15
LEAST_GAIN = 0.15  # nats; below it another item is not worth the learner's time


def placement_skill(course: Course, state: LearnerState) -> SkillId | None:
    """The skill to ask about next; None when placement is done (or 15 items were asked)."""
    if state.placement >= MOST_ITEMS:
        return None
    odds = {s: log((p + 1e-9) / (1.0 - p + 1e-9)) for s, p in supposed(course, state).items()}
    best: tuple[float, SkillId] | None = None
    for skill in course.skills:
        if not course.by_skill.get(skill) or state.belief(skill).unaided:
            continue
        gain = _gain(course, odds, skill)
        if best is None or gain > best[0] + 1e-9:
            best = (gain, skill)
    return best[1] if best and best[0] >= LEAST_GAIN else None


def _gain(course: Course, odds: Mapping[SkillId, float], skill: SkillId) -> float:
    """The entropy that a response to the skill is expected to take away, in nats."""
    p = _p(odds[skill])
    right = p * (1 - SLIP) + (1 - p) * GUESS
    gained = 0.0
    for chance, says in ((right, RIGHT_SAYS), (1.0 - right, WRONG_SAYS)):
        up, down = passed_on(says)
        less = _entropy(odds[skill]) - _entropy(odds[skill] + says)
        for other in course.above(skill):
            less += _entropy(odds[other]) - _entropy(odds[other] + up)
        for other in course.below(skill):
            less += _entropy(odds[other]) - _entropy(odds[other] + down)
        gained += chance * less
    return gained


def _p(z: float) -> float:
    return 1.0 / (1.0 + exp(-min(30.0, max(-30.0, z))))


def _entropy(z: float) -> float:
    p = _p(z)
    if p <= 1e-12 or p >= 1 - 1e-12:
        return 0.0
    return -p * log(p) - (1 - p) * log(1 - p)
