"""How good predicted probabilities are: AUC, log-loss, RMSE and calibration."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BINS = 20


def auc(y: Sequence[int], p: Sequence[float]) -> float:
    """Area under the ROC curve, ties counted half; 0.5 when one class is absent."""
    truth = np.asarray(y, dtype=np.float64)
    scores = np.asarray(p, dtype=np.float64)
    positive = float(truth.sum())
    negative = len(truth) - positive
    if positive == 0 or negative == 0:
        return 0.5
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = (last - (counts - 1) / 2.0)[inverse]
    return float(((ranks * truth).sum() - positive * (positive + 1) / 2) / (positive * negative))


def log_loss(y: Sequence[int], p: Sequence[float]) -> float:
    """Mean negative log-likelihood in nats; p kept within 1e-6 of 0 and 1."""
    truth, scores = _pair(y, p)
    return float(-np.mean(truth * np.log(scores) + (1 - truth) * np.log(1 - scores)))


def rmse(y: Sequence[int], p: Sequence[float]) -> float:
    """Root of the mean squared error."""
    truth, scores = _pair(y, p)
    return float(np.sqrt(np.mean((truth - scores) ** 2)))


def ece(y: Sequence[int], p: Sequence[float], bins: int = BINS) -> float:
    """Expected calibration error over bins of equal width (Naeini et al. 2015)."""
    truth, scores = _pair(y, p)
    place = np.minimum((scores * bins).astype(int), bins - 1)
    counts = np.bincount(place, minlength=bins)
    gaps = np.abs(
        np.bincount(place, weights=truth, minlength=bins)
        - np.bincount(place, weights=scores, minlength=bins)
    )
    return float(gaps.sum() / max(1, counts.sum()))


def reliability(
    y: Sequence[int], p: Sequence[float], bins: int = BINS
) -> list[tuple[float, float, int]]:
    """Per bin of equal width that has responses: mean prediction, share right, how many."""
    truth, scores = _pair(y, p)
    place = np.minimum((scores * bins).astype(int), bins - 1)
    counts = np.bincount(place, minlength=bins)
    said = np.bincount(place, weights=scores, minlength=bins)
    came = np.bincount(place, weights=truth, minlength=bins)
    return [
        (float(said[one] / many), float(came[one] / many), int(many))
        for one, many in enumerate(counts)
        if many
    ]


def _pair(y: Sequence[int], p: Sequence[float]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    scores = np.clip(np.asarray(p, dtype=np.float64), 1e-6, 1 - 1e-6)
    return np.asarray(y, dtype=np.float64), scores
