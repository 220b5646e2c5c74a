"""The logistic model that learns from every graded response, with a prior that works from none.

    z = b + w·x + Σ effects,  P(right) = σ(z)

w starts at the hand-set prior and moves by AdaGrad (McMahan & Streeter 2010; Duchi et al. 2011)
with a slight pull back; effects (of a step, a skill, a skill set, slopes per skill, transitions
from one skill set to the next) start at 0 and are pulled towards it. Beside it runs the prior
alone, with the same counters; while learning has lately made predictions worse (log-losses decayed
over 1,000 responses), the prior predicts. To be frozen, w and b are replaced by their running
means (Polyak & Juditsky 1992), which do not hang on the last learners seen.
"""

from dataclasses import dataclass, field
from math import log, sqrt
from operator import mul
from typing import Any

from tutor.learner_state.counters import step_key
from tutor.learner_state.own import own_part
from tutor.learner_state.trace import FEATURES, LearnerTrace, Step, sigmoid

PRIOR: dict[str, float] = {
    "d_item": 0.95,
    "d_skill": -0.15,
    "theta": 0.35,
    "theta_k": 0.2,
    "recent_wins": 0.10,
    "recent_fails": -0.15,
    "wins": 0.05,
    "fails": -0.05,
    "fast": 0.25,
    "streak": 0.05,
    "new_skill": -0.60,
    "new_item": -0.15,
    "item_wins": 0.15,
    "item_last": 0.05,
    "gap_steps": -0.05,
    "gap_hours": -0.05,
    "same_skill": -0.05,
}
W0 = [PRIOR.get(name, 0.0) for name in FEATURES]
B0 = 0.4
STEP, SET, TRANSITION, SKILL = 0.5, 0.5, 0.4, 0.5
RATE = 0.15  # of effects and slopes
SLOPE = 0.2
MEMORY = 20_000.0  # responses that the running means look back on
MEAN_EVERY = 10


@dataclass(slots=True)
class Weights:
    """All that the online model has learned of a course."""

    w: list[float] = field(default_factory=lambda: list(W0))
    squares: list[float] = field(default_factory=lambda: [50.0] * len(W0))
    b: float = B0
    b_squares: float = 20.0
    effects: dict[str, list[float]] = field(default_factory=dict)  # key → [u, Σg²]
    slopes: dict[str, list[float]] = field(default_factory=dict)  # skill → u… then Σg²…
    means: list[float] = field(default_factory=lambda: [*W0, B0])  # of w and b over time
    learned_loss: float = 0.0  # decayed sums of log-loss, and of their weights
    prior_loss: float = 0.0
    seen: float = 0.0


@dataclass(slots=True)
class Scored:
    """One prediction with what is needed to learn from it and to explain it."""

    step: Step
    x: list[float]
    slopes: list[list[float]]
    effects: list[tuple[str, float]]  # key, scale
    d_item: float
    d_skill: float
    own: float  # what this learner's own weights add to the logit
    z: float  # the learned logit without it
    p: float


def score(
    weights: Weights,
    trace: LearnerTrace,
    step: Step,
    x: list[float],
    slopes: list[list[float]],
) -> Scored:
    """Predict; the trace is read only for the transition from the skill set before."""
    z = weights.b + sum(map(mul, x, weights.w))
    keys = [(f"i:{step_key(step)}", STEP), (f"s:{step.skill_key}", SET)]
    keys.extend((f"k:{name}", SKILL) for name in step.skills)
    if trace.before:
        sign = "+" if trace.last > 0 else "-"
        keys.append((f"t:{trace.before}{sign}>{step.skill_key}", TRANSITION))
    known = weights.effects
    for key, _ in keys:
        entry = known.get(key)
        if entry is not None:
            z += entry[0]
    for name, values in zip(step.skills, slopes, strict=True):
        table = weights.slopes.get(name)
        if table is not None:
            for value, u in zip(values, table, strict=False):
                z += u * value
    own = own_part(trace, x)
    return Scored(
        step=step,
        x=x,
        slopes=slopes,
        effects=keys,
        d_item=x[0],
        d_skill=x[1],
        own=own,
        z=z,
        p=sigmoid((prior_logit(x) if fallen_back(weights) else z) + own),
    )


def prior_logit(x: list[float]) -> float:
    """The logit by the prior alone."""
    return float(B0 + sum(map(mul, x, W0)))


def fallen_back(weights: Weights) -> bool:
    """Whether learning has lately made predictions worse than the prior with its counters."""
    return weights.learned_loss > weights.prior_loss


def settle(weights: Weights) -> None:
    """Make the weights fit to be frozen: their means over the last `MEMORY` responses."""
    *weights.w, weights.b = weights.means


def learn(weights: Weights, scored: Scored, y: float) -> None:
    """One step down the gradient of the log-loss of a graded response (y from 0 to 1)."""
    p = sigmoid(scored.z)
    error = y - p
    keep = 1.0 - 1.0 / 1000.0
    weights.learned_loss = keep * weights.learned_loss + _loss(p, y)
    weights.prior_loss = keep * weights.prior_loss + _loss(sigmoid(prior_logit(scored.x)), y)
    weights.seen += 1.0
    w, squares = weights.w, weights.squares
    for index, value in enumerate(scored.x):
        if value:
            g = error * value
            squares[index] += g * g
            w[index] += 0.05 * g / sqrt(squares[index]) + 1e-5 * (W0[index] - w[index])
    weights.b_squares += error * error
    weights.b += 0.1 * error / sqrt(weights.b_squares)
    if weights.seen % MEAN_EVERY == 0:
        share = max(MEAN_EVERY / MEMORY, 1.0 / (weights.seen / MEAN_EVERY))
        weights.means = [
            old + share * (new - old)
            for old, new in zip(weights.means, (*w, weights.b), strict=True)
        ]
    _learn_effects(weights, scored, error)


def _learn_effects(weights: Weights, scored: Scored, error: float) -> None:
    known = weights.effects
    g2 = error * error
    for key, scale in scored.effects:
        entry = known.get(key)
        if entry is None:
            entry = known[key] = [0.0, 4.0]
        entry[1] += g2
        entry[0] += RATE * scale * error / sqrt(entry[1]) - 1e-4 * entry[0]
    for name, values in zip(scored.step.skills, scored.slopes, strict=True):
        size = len(values)
        table = weights.slopes.get(name)
        if table is None:
            table = weights.slopes[name] = [0.0] * size + [4.0] * size
        for index, value in enumerate(values):
            if value:
                g = error * value
                table[size + index] += g * g
                table[index] += RATE * SLOPE * g / sqrt(table[size + index]) - 1e-4 * table[index]


def _loss(p: float, y: float) -> float:
    return -(y * log(max(p, 1e-9)) + (1.0 - y) * log(max(1.0 - p, 1e-9)))


def to_json(weights: Weights) -> dict[str, Any]:
    """JSON-ready weights."""
    return {
        "w": weights.w,
        "squares": weights.squares,
        "b": weights.b,
        "b_squares": weights.b_squares,
        "effects": weights.effects,
        "slopes": weights.slopes,
        "means": weights.means,
        "losses": [weights.learned_loss, weights.prior_loss, weights.seen],
    }


def from_json(body: dict[str, Any]) -> Weights:
    """The inverse of `to_json`."""
    learned, prior, seen = body["losses"]
    return Weights(
        w=list(body["w"]),
        squares=list(body["squares"]),
        b=float(body["b"]),
        b_squares=float(body["b_squares"]),
        effects={key: list(value) for key, value in body["effects"].items()},
        slopes={key: list(value) for key, value in body["slopes"].items()},
        means=list(body["means"]),
        learned_loss=float(learned),
        prior_loss=float(prior),
        seen=float(seen),
    )
