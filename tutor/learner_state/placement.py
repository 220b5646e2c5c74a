"""Placement: where a new learner should start, in few items, by information gained on the graph.

Each skill has a log-odds of being known (`graph.supposed`). The next item is one of the
skill whose response, right or wrong, is expected to take away most of the summed entropy
−Σ p log p − (1 − p) log(1 − p) over all skills, given how evidence passes along the graph
there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
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
    told = _Told.of(odds)
    best: tuple[float, SkillId] | None = None
    for skill in course.skills:
        if not course.by_skill.get(skill) or state.belief(skill).unaided:
            continue
        gain = told.gain(course, skill, _p(odds[skill]))
        if best is None or gain > best[0] + 1e-9:
            best = (gain, skill)
    return best[1] if best and best[0] >= LEAST_GAIN else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """By skill, how much entropy (nats) what a response says of it takes away from it: of the
    skill itself, of one that it requires (`up`) and of one that requires it (`down`), each
    after a right and after a wrong response."""

    itself: tuple[Mapping[SkillId, float], Mapping[SkillId, float]]
    up: tuple[Mapping[SkillId, float], Mapping[SkillId, float]]
    down: tuple[Mapping[SkillId, float], Mapping[SkillId, float]]

    @classmethod
    def of(cls, odds: Mapping[SkillId, float]) -> "_Told":
        """From each skill's log-odds of being known."""
        before = {skill: _entropy(z) for skill, z in odds.items()}

        def less(says: float) -> Mapping[SkillId, float]:
            return {skill: before[skill] - _entropy(z + says) for skill, z in odds.items()}

        (up, down), (wrong_up, wrong_down) = passed_on(RIGHT_SAYS), passed_on(WRONG_SAYS)
        return cls(
            itself=(less(RIGHT_SAYS), less(WRONG_SAYS)),
            up=(less(up), less(wrong_up)),
            down=(less(down), less(wrong_down)),
        )

    def gain(self, course: Course, skill: SkillId, p: float) -> float:
        """The entropy that a response to a skill known with probability `p` is expected to take
        away from all skills, in nats."""
        right = p * (1 - SLIP) + (1 - p) * GUESS
        above, below = course.above(skill), course.below(skill)
        return sum(
            chance
            * (
                itself[skill]
                + sum(up[other] for other in above)
                + sum(down[other] for other in below)
            )
            for chance, itself, up, down in zip(
                (right, 1.0 - right), self.itself, self.up, self.down, strict=True
            )
        )


def _p(z: float) -> float:
    return 1.0 / (1.0 + exp(-min(30.0, max(-30.0, z))))


def _entropy(z: float) -> float:
    p = _p(z)
    if p <= 1e-12 or p >= 1 - 1e-12:
        return 0.0
    return -p * log(p) - (1 - p) * log(1 - p)
