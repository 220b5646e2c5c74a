"""How many right responses mastery asks for, so that luck is unlikely enough."""

from tutor.learner_state.belief import Belief

LEAST_RIGHT = 4  # unaided right responses of one day before a skill may count as mastered
COLD_COUNTS = 1.5  # how many of one day a right response of a later day stands for in the proof
LEAST_COLD = 3  # unaided right responses that mastery asks for, however they are spread
FADE = 0.95  # of a failure in the proof that mastery asks for, per response
PER_FAILURE = 2.0  # further right responses in balance for every recent failure after the first
MOST_PROOF = 10.0  # in balance, at most
LEAST_PROOF = (
    -1.0
)  # in balance, at least: who begins with a wrong response needs five right as well


def prove(proof: tuple[float, float], *, right: bool, cold: bool) -> tuple[float, float]:
    """The balance of right and wrong responses, and the recent failures, after one more."""
    balance, failures = proof
    if right:
        return min(MOST_PROOF, balance + (COLD_COUNTS if cold else 1.0)), failures * FADE
    return max(LEAST_PROOF, balance - 1.0), failures * FADE + 1.0


def proven(before: Belief, proof: tuple[float, float], wins: int) -> bool:
    """Whether luck is unlikely enough: the more failures lately, the more must speak for it.

    Four right of one day are enough when none was wrong, five with one wrong, three on three days;
    every further recent failure asks for two more in balance. A learner who is right three times in
    ten by luck gets no further chance worth speaking of after the first six items.
    """
    balance, failures = proof
    asked = min(MOST_PROOF, LEAST_RIGHT + PER_FAILURE * max(0.0, failures - 1.0))
    return wins >= LEAST_COLD + min(1, before.wrong) and balance >= asked
