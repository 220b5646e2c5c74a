"""A softmax regression on graded short answers in plain numpy, small enough to ship."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.items.text.measures import features, shipped_features
from tutor.items.text.overlap import Weigh
from tutor.items.text.scorer import CONTRADICTORY, CORRECT, OTHER, Weights

Array = NDArray[np.float64]
CLASSES = {"correct": CORRECT, "contradictory": CONTRADICTORY, "incorrect": OTHER}
CLIP = 4.0  # standard deviations; farther out is treated alike
_MOST_LOST = 0.02  # accuracy that may be given up to accept fewer contradictions
_ACCEPTED = 0.13  # share of contradictory training answers that may be accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One graded answer of an outside data set."""

    dataset: str
    split: str
    module: str
    question_id: str
    question: str
    references: tuple[str, ...]
    answer: str
    label: str  # correct | contradictory | incorrect


def table(rows: Sequence[Row], weigh: Weigh) -> Array:
    """The features of all rows, one row each."""
    return np.array([features(r.answer, r.question, r.references, weigh) for r in rows])


def shipped_table(rows: Sequence[Row]) -> Array:
    """The numbers that the shipped scorer sees of all rows, all words weighed alike."""
    return np.array([shipped_features(r.answer, r.question, r.references) for r in rows])


def classes_of(rows: Sequence[Row]) -> Array:
    """The class number of each row's label."""
    return np.array([CLASSES[row.label] for row in rows], dtype=np.float64)


def fit_regression(found: Array, labels: Array, *, ridge: float = 30.0) -> Weights:
    """A ridge softmax regression by Newton's method; `labels` are class numbers."""
    mean, spread = found.mean(0), found.std(0) + 1e-6
    x = np.clip((found - mean) / spread, -CLIP, CLIP)
    coef = softmax_fit(x, labels, ridge)
    return Weights(
        mean=tuple(round(float(v), 4) for v in mean),
        spread=tuple(round(float(v), 4) or 1e-4 for v in spread),
        classes=tuple(tuple(round(float(v), 4) for v in row[:-1]) for row in coef),
        offsets=tuple(round(float(row[-1]), 4) for row in coef),
    )


def chances_of(weights: Weights, found: Array) -> Array:
    """The probabilities of the three classes for rows of features."""
    x = np.clip((found - np.array(weights.mean)) / np.array(weights.spread), -CLIP, CLIP)
    return softmax(x @ np.array(weights.classes).T + np.array(weights.offsets))


def softmax_fit(x: Array, labels: Array, ridge: float, *, steps: int = 20) -> Array:
    """Weights (classes × (features + 1)); the offset is last and not shrunk.

    Newton's method; a step that does not lower the cost is halved, since a full one can overshoot.
    """
    size, width = x.shape
    wide = np.hstack([x, np.ones((size, 1))])
    target = np.eye(3)[labels.astype(int)]
    coef = np.zeros((3, width + 1))
    shrink = np.full(width + 1, ridge, dtype=np.float64)
    shrink[-1] = 1e-3
    cost = _cost(wide, target, coef, shrink)
    for _ in range(steps):
        move = _newton_step(wide, target, coef, shrink)
        for halvings in range(8):
            tried = coef - move / 2**halvings
            reached = _cost(wide, target, tried, shrink)
            if reached <= cost:
                break
        else:
            break
        gained, coef, cost = cost - reached, tried, reached
        if gained < 1e-5 * cost:
            break
    return coef


def best_ridge(
    x: Array, labels: Array, folds: NDArray[np.int64], ridges: Sequence[float]
) -> tuple[float, Array]:
    """The ridge that makes the labels of folds left out most probable, and their heights with it."""
    target = labels.astype(int)
    wide = np.hstack([x, np.ones((len(x), 1))])
    found = []
    for ridge in ridges:
        heights = np.zeros((len(x), 3))
        for fold in np.unique(folds):
            out = folds == fold
            if not out.all():
                heights[out] = wide[out] @ softmax_fit(x[~out], labels[~out], ridge).T
        chance = softmax(heights)[np.arange(len(x)), target]
        found.append((float(-np.log(np.maximum(chance, 1e-9)).sum()), ridge, heights))
    _, ridge, heights = min(found, key=lambda one: one[0])
    return ridge, heights


def _cost(wide: Array, target: Array, coef: Array, shrink: Array) -> float:
    chance = softmax(wide @ coef.T)
    lost = -np.log(np.maximum((chance * target).sum(1), 1e-300)).sum()
    return float(lost + 0.5 * (shrink * coef**2).sum())


def _newton_step(wide: Array, target: Array, coef: Array, shrink: Array) -> Array:
    width = wide.shape[1]
    chance = softmax(wide @ coef.T)
    slope = (chance - target).T @ wide + shrink * coef
    curve = np.zeros((3, width, 3, width))
    for a in range(3):
        for b in range(a + 1):  # it is symmetric
            mass = chance[:, a] * ((a == b) - chance[:, b])
            curve[a, :, b, :] = curve[b, :, a, :] = (wide * mass[:, None]).T @ wide
        curve[a, :, a, :] += np.diag(shrink)
    step = np.linalg.solve(curve.reshape(3 * width, -1), slope.ravel())
    return np.asarray(step.reshape(coef.shape), dtype=np.float64)


def softmax(heights: Array) -> Array:
    """Probabilities whose logarithms are `heights` but for a constant."""
    parts = np.exp(heights - heights.max(1, keepdims=True))
    shares: Array = parts / parts.sum(1, keepdims=True)
    return shares


def caution_of(chance: Array, labels: Array) -> float:
    """How much a chance of contradiction counts against "correct": the least that lets few
    contradictions through, as long as it costs little accuracy on the left-out answers."""
    right, against = labels == CORRECT, labels == CONTRADICTORY
    correct, contradictory = chance[:, CORRECT], chance[:, CONTRADICTORY]
    best = float(((correct > 0.5) == right).mean())
    chosen = 0.0
    for caution in np.arange(0.0, 3.05, 0.1):
        accepted = correct > 0.5 + caution * contradictory
        if float((accepted == right).mean()) < best - _MOST_LOST:
            break
        chosen = round(float(caution), 1)
        if not against.any() or float(accepted[against].mean()) <= _ACCEPTED:
            break
    return chosen
