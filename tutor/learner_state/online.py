"""The logistic model that learns from every graded response, with a prior that works from none.

    z = b + w·x + Σ effects,  P(right) = σ(z), once z is scaled (`scale`)

w starts at the hand-set prior and moves by AdaGrad (McMahan & Streeter 2010; Duchi et al. 2011)
with a slight pull back; effects (of a step, a skill, a skill set, slopes per skill, transitions
from one skill set to the next) start at 0 and are pulled towards it. Beside it runs the prior
alone, with the same counters; while learning has lately made predictions worse (log-losses decayed
over 1,000 responses), the prior predicts. To be frozen, w and b are replaced by their running
means (Polyak & Juditsky 1992), which do not hang on the last learners seen.
"""

from dataclasses import dataclass, field
from math import exp, log1p, sqrt
from operator import mul
from typing import Any

from tutor.learner_state.inputs import FEATURES, SLOPES
from tutor.learner_state.own import own_part
from tutor.learner_state.scale import Scale
from tutor.learner_state.trace import LearnerTrace, Step, sigmoid

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
_W0 = W0[: len(PRIOR)]  # FEATURES begins with what the prior speaks of
RATE = 0.15
PLAIN, TRANSITION, SLOPE = RATE * 0.5, RATE * 0.4, RATE * 0.2  # of effects, and slopes per skill
SIZE = len(SLOPES)
UNLEARNED = [*[0.0] * SIZE, *[4.0] * SIZE, 4.0, 0.0]  # of a skill
KEEP = 1.0 - 1.0 / 1000.0  # of the losses, per response
MEMORY = 20_000.0  # responses that the running means look back on
EVERY = 10  # responses between two steps of the pull towards the prior, and of the means


@dataclass(slots=True)
class Weights:
    """All that the online model has learned of a course."""

    w: list[float] = field(default_factory=lambda: list(W0))
    squares: list[float] = field(default_factory=lambda: [50.0] * len(W0))
    b: float = B0
    b_squares: float = 20.0
    effects: dict[str, list[float]] = field(default_factory=dict)  # key → [u, Σg²]
    # skill → its slopes, their Σg², the Σg² of its effect, and the effect
    slopes: dict[str, list[float]] = field(default_factory=dict)
    means: list[float] = field(default_factory=lambda: [*W0, B0])  # of w and b over time
    learned_loss: float = 0.0  # decayed sums of log-loss, and of their weights
    prior_loss: float = 0.0
    seen: float = 0.0
    scale: Scale = field(default_factory=Scale)


@dataclass(slots=True)
class Scored:
    """One prediction with what is needed to learn from it and to explain it."""

    step: Step
    x: list[float]
    slopes: list[list[float]]
    effects: list[str]  # the keys of step, skill set, and transition if there is one
    d_item: float
    d_skill: float
    own: float  # what this learner's own weights add to the logit
    z: float  # the learned logit without it
    raw: float  # what was predicted, before it was scaled
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
    names, skill_key, known = step.skills, step.skill_key, weights.effects
    keys = ["i:" + step.key, "s:" + skill_key]
    if trace.before:
        keys.append(f"t:{trace.before}{'+' if trace.last > 0 else '-'}>{skill_key}")
    for key in keys:
        entry = known.get(key)
        if entry is not None:
            z += entry[0]
    for name, values in zip(names, slopes, strict=True):
        table = weights.slopes.get(name)
        if table is not None:
            z += table[-1] + sum(map(mul, values, table))
    own = own_part(trace, x) if trace.own else 0.0
    raw = own + (prior_logit(x) if weights.learned_loss > weights.prior_loss else z)
    p = sigmoid(weights.scale.of(raw))
    return Scored(step, x, slopes, keys, x[0], x[1], own, z, raw, p)


def prior_logit(x: list[float]) -> float:
    """The logit by the prior alone."""
    return float(B0 + sum(map(mul, x, _W0)))


def fallen_back(weights: Weights) -> bool:
    """Whether learning has lately made predictions worse than the prior with its counters."""
    return weights.learned_loss > weights.prior_loss


def settle(weights: Weights) -> None:
    """Make the weights fit to be frozen: their means over the last `MEMORY` responses.

    The scale was that of weights still learning: it starts afresh.
    """
    *weights.w, weights.b = weights.means
    weights.scale = Scale()


def learn(weights: Weights, scored: Scored, y: float) -> None:
    """One step down the gradient of the log-loss of a graded response (y from 0 to 1)."""
    x, p = scored.x, sigmoid(scored.z)
    error = y - p
    weights.learned_loss = KEEP * weights.learned_loss + _loss(scored.z, y)
    weights.prior_loss = KEEP * weights.prior_loss + _loss(prior_logit(x), y)
    weights.seen += 1.0
    w, squares = weights.w, weights.squares
    for place, value in enumerate(x):
        if value:
            g = error * value
            squares[place] = total = squares[place] + g * g
            w[place] += 0.05 * g / sqrt(total)
    g2 = error * error
    weights.b_squares += g2
    weights.b += 0.1 * error / sqrt(weights.b_squares)
    if weights.seen % EVERY == 0:
        _pull(weights)
    _learn_effects(weights.effects, scored.effects, error, g2)
    _learn_slopes(weights.slopes, scored, error, g2)


def _pull(weights: Weights) -> None:
    """What is done once in `EVERY` responses: back towards the prior, and the running means."""
    weights.w = [u + EVERY * 1e-5 * (u0 - u) for u, u0 in zip(weights.w, W0, strict=True)]
    share = max(EVERY / MEMORY, EVERY / weights.seen)
    now = (*weights.w, weights.b)
    weights.means = [m + share * (u - m) for m, u in zip(weights.means, now, strict=True)]


def _learn_effects(known: dict[str, list[float]], keys: list[str], error: float, g2: float) -> None:
    rate = PLAIN * error
    for key in keys:
        entry = known.get(key)
        if entry is None:
            entry = known[key] = [0.0, 4.0]
        u, squares = entry
        entry[1] = squares = squares + g2
        entry[0] = u + (rate / sqrt(squares) - 1e-4 * u)
        if key is keys[1]:
            rate = TRANSITION * error


def _learn_slopes(tables: dict[str, list[float]], scored: Scored, error: float, g2: float) -> None:
    rate = SLOPE * error
    for name, values in zip(scored.step.skills, scored.slopes, strict=True):
        table = tables.get(name)
        if table is None:
            table = tables[name] = [*UNLEARNED]
        table[-2] = total = table[-2] + g2
        table[-1] = u = table[-1] - 1e-4 * table[-1] + PLAIN * error / sqrt(total)
        for place, value in enumerate(values):
            if value:
                table[place + SIZE] = total = table[place + SIZE] + g2 * value * value
                u = table[place]
                table[place] = u + (rate * value / sqrt(total) - 1e-4 * u)


def _loss(z: float, y: float) -> float:
    """The log-loss of the chance that the logit z gives; at most 21 or so."""
    z = 20.7 if z > 20.7 else -20.7 if z < -20.7 else z
    return log1p(exp(z)) - y * z


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
        "scale": weights.scale.numbers(),
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
        scale=Scale(*map(float, body["scale"])),
    )
