"""A learner's own weights: how this learner differs from the course's average one.

They start at 0 and move slowly by y − p, with p as it was predicted then; the log keeps it, so a
replay needs nothing else.
"""

from collections.abc import Sequence
from math import sqrt
from operator import itemgetter, mul

from tutor.learner_state.inputs import FEATURES
from tutor.learner_state.trace import LearnerTrace

OWN_RATE = 0.01
OWN_CAUTION = 50.0  # Σg² that the weights start from
# Inputs that a learner's own weights leave alone: they only grow, and would stand for time.
NOT_OWN = frozenset({"wins", "fails", "skill_wins", "skill_fails", "slow"})
OWN = tuple(place for place, name in enumerate(FEATURES) if name not in NOT_OWN)
_inputs = itemgetter(*OWN)


def adapt(trace: LearnerTrace, x: Sequence[float], error: float) -> None:
    """Move the learner's own weights: how this learner differs from the course's average one.

    One slow AdaGrad step on the inputs OWN of `x` and a constant, by `error` = y − p, with p
    as it was predicted then.
    """
    if not trace.own:
        trace.own = [0.0] * (len(OWN) + 1)
        trace.squares = [OWN_CAUTION] * len(OWN) + [20.0]
    own, squares = trace.own, trace.squares
    for index, value in enumerate(_inputs(x)):
        if value:
            g = error * value
            squares[index] = total = squares[index] + g * g
            own[index] += OWN_RATE * g / sqrt(total)
    squares[-1] += error * error
    own[-1] += 2.0 * OWN_RATE * error / sqrt(squares[-1])


def own_part(trace: LearnerTrace, x: Sequence[float]) -> float:
    """What the learner's own weights add to the logit."""
    return sum(map(mul, trace.own, _inputs(x))) + trace.own[-1] if trace.own else 0.0
