"""Bayesian knowledge tracing: its four parameters, or five with forgetting, fitted by EM."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST = 100  # responses of a sequence used for fitting
ROUNDS = 15
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class BktParameters:
    """P(known at first), and per step P(learn), P(guess), P(slip), P(forget)."""

    start: float
    learn: float
    guess: float
    slip: float
    forget: float = 0.0

    def after(self, known: float, right: int) -> float:
        """P(known) before the next response, given this one."""
        if right:
            hit, miss = known * (1 - self.slip), (1 - known) * self.guess
        else:
            hit, miss = known * self.slip, (1 - known) * (1 - self.guess)
        posterior = hit / max(1e-12, hit + miss)
        return posterior * (1 - self.forget) + (1 - posterior) * self.learn


DEFAULT = BktParameters(start=0.4, learn=0.12, guess=0.227, slip=0.175)


def fit_bkt(sequences: list[list[int]], *, forgets: bool) -> BktParameters:
    """EM from the default; a little prior weight on it keeps rare skills sane.

    Guess and slip are kept below 0.5, so that “known” keeps its meaning.
    """
    cut = [one[:LONGEST] for one in sequences]
    width = max(len(one) for one in cut)
    y = np.zeros((len(cut), width))
    mask = np.zeros((len(cut), width))
    for row, one in enumerate(cut):
        y[row, : len(one)] = one
        mask[row, : len(one)] = 1.0
    p = BktParameters(**{**_dict(DEFAULT), "forget": 0.02 if forgets else 0.0})
    for _ in range(ROUNDS):
        p = _round(p, y, mask, forgets=forgets)
    return p


def _dict(p: BktParameters) -> dict[str, float]:
    return {
        "start": p.start,
        "learn": p.learn,
        "guess": p.guess,
        "slip": p.slip,
        "forget": p.forget,
    }


def _round(p: BktParameters, y: Matrix, mask: Matrix, *, forgets: bool) -> BktParameters:
    """One round of EM (Baum–Welch for two states)."""
    rows, width = y.shape
    seen = np.stack(
        [
            np.where(y > 0, p.guess, 1 - p.guess),
            np.where(y > 0, 1 - p.slip, p.slip),
        ]
    )
    seen = np.where(mask > 0, seen, 1.0)
    move = np.array([[1 - p.learn, p.learn], [p.forget, 1 - p.forget]])
    forward = np.zeros((width, 2, rows))
    state = np.array([1 - p.start, p.start])[:, None] * np.ones((2, rows))
    for t in range(width):
        here = state * seen[:, :, t]
        here /= here.sum(axis=0)
        forward[t] = here
        state = move.T @ here
    backward = np.ones((2, rows))
    known = np.zeros((width, rows))
    learned = unlearned = forgot = kept = 0.0
    known[width - 1] = forward[width - 1, 1]
    for t in range(width - 2, -1, -1):
        ahead = seen[:, :, t + 1] * backward
        joint = forward[t][:, None, :] * move[:, :, None] * ahead[None, :, :]
        joint /= joint.sum(axis=(0, 1))
        live = mask[:, t + 1]
        learned += float((joint[0, 1] * live).sum())
        unlearned += float((joint[0, 0] * live).sum())
        forgot += float((joint[1, 0] * live).sum())
        kept += float((joint[1, 1] * live).sum())
        known[t] = joint[1].sum(axis=0)
        backward = move @ ahead
        backward /= backward.sum(axis=0)
    k = known.T * mask
    u = (1.0 - known.T) * mask
    return BktParameters(
        start=_share(float(known[0].sum()), rows, DEFAULT.start),
        learn=_share(learned, learned + unlearned, DEFAULT.learn),
        guess=min(0.5, _share(float((u * y).sum()), float(u.sum()), DEFAULT.guess)),
        slip=min(0.5, _share(float((k * (1 - y)).sum()), float(k.sum()), DEFAULT.slip)),
        forget=_share(forgot, forgot + kept, 0.02) if forgets else 0.0,
    )


def _share(part: float, whole: float, prior: float, weight: float = 4.0) -> float:
    return min(0.999, max(0.001, (part + weight * prior) / (whole + weight)))
