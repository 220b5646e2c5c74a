"""Logistic regression on sparse named inputs, with numpy: AdaGrad over shuffled batches."""

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Design = list[tuple[str, float]]
EPOCHS = 10
BATCH = 1024
RATE = 0.15
RIDGE = 3.0  # pseudo-responses pulling each weight to 0


class Table:
    """Inputs of many responses, kept flat."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.places = array("i")
        self.values = array("f")
        self.ends = array("i")
        self.rights = array("b")

    def add(self, design: Iterable[tuple[str, float]], right: int) -> None:
        """One response."""
        for name, value in design:
            if value:
                self.places.append(self.names.setdefault(name, len(self.names)))
                self.values.append(value)
        self.ends.append(len(self.places))
        self.rights.append(right)

    def fit(self) -> dict[str, float]:
        """The weights; deterministic."""
        places = np.array(self.places, dtype=np.int64)
        values = np.array(self.values, dtype=np.float64)
        ends = np.array(self.ends, dtype=np.int64)
        starts = np.concatenate([[0], ends[:-1]])
        truth = np.array(self.rights, dtype=np.float64)
        size = len(self.names)
        w, squares = np.zeros(size), np.full(size, 1e-2)
        uses = np.bincount(places, minlength=size).astype(np.float64)
        dice = np.random.default_rng(0)
        for epoch in range(EPOCHS):
            rate = RATE if epoch < EPOCHS - 3 else RATE / 3
            order = dice.permutation(len(truth))
            for first in range(0, len(order), BATCH):
                rows = order[first : first + BATCH]
                g, touched = _gradient(w, rows, starts, ends, places, values, truth)
                counted = np.bincount(touched, minlength=size)
                g -= RIDGE * w * counted / np.maximum(uses, 1.0)
                squares += g * g
                w += rate * g / np.sqrt(squares)
        return {name: float(w[place]) for name, place in self.names.items()}


def _gradient(
    w: NDArray[np.float64],
    rows: NDArray[np.int64],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    places: NDArray[np.int64],
    values: NDArray[np.float64],
    truth: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The gradient of the log-likelihood of some rows, and the inputs that they use."""
    lengths = ends[rows] - starts[rows]
    owner = np.repeat(np.arange(len(rows)), lengths)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    at = starts[rows][owner] + offset
    where, x = places[at], values[at]
    z = np.bincount(owner, weights=w[where] * x, minlength=len(rows))
    error = truth[rows] - 1.0 / (1.0 + np.exp(-np.clip(z, -30, 30)))
    g = np.bincount(where, weights=error[owner] * x, minlength=len(w))
    return np.asarray(g, dtype=np.float64), np.asarray(where, dtype=np.int64)
