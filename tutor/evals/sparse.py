"""Softmax regression on sparse features, for the two readers of the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

STEP = 0.1
Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sparse:
    """The features of pieces of messages: `starts` of each piece in `places` and `values`."""

    places: Places
    values: Matrix
    starts: Places
    of: Places  # which message a piece is of
    wide: int  # how many features there are, the constant one last

    def times(self, weights: Matrix) -> Matrix:
        """The product with weights, a row each."""
        return np.add.reduceat(weights[self.places] * self.values[:, None], self.starts)

    def back(self, wrong: Matrix) -> Matrix:
        """The product of the transposed features with a row each."""
        counts = np.diff([*self.starts, len(self.places)])
        each = np.repeat(wrong, counts, axis=0) * self.values[:, None]
        columns = [np.bincount(self.places, each[:, k], self.wide) for k in range(wrong.shape[1])]
        return np.stack(columns, axis=1)

    def only(self, kept: npt.NDArray[np.bool_]) -> "Sparse":
        """The pieces that `kept` marks."""
        counts = np.diff([*self.starts, len(self.places)])
        inside = np.repeat(kept, counts)
        starts = np.concatenate(([0], np.cumsum(counts[kept])[:-1]))
        return Sparse(self.places[inside], self.values[inside], starts, self.of[kept], self.wide)


def gathered(found: Iterable[tuple[int, dict[int, float]]], wide: int) -> Sparse:
    """The features of pieces, each with the number of the message that it is of."""
    pieces = list(found)
    counts = np.array([len(values) for _, values in pieces])
    return Sparse(
        np.array([place for _, values in pieces for place in values]),
        np.array([value for _, values in pieces for value in values.values()]),
        np.concatenate(([0], np.cumsum(counts)[:-1])),
        np.array([of for of, _ in pieces]),
        wide,
    )


def softmax(
    x: Sparse, y: Places, counts: Matrix, *, classes: int, penalty: float, rounds: int
) -> Matrix:
    """Softmax regression with an L2 penalty, by Adam (Kingma & Ba 2015) on all rows at once."""
    weights = np.zeros((x.wide, classes))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    wanted = np.eye(classes)[y]
    shrink = np.full((x.wide, 1), penalty)
    shrink[-1] = 0
    for step in range(1, rounds + 1):
        total = x.times(weights)
        odds = np.exp(total - total.max(1, keepdims=True))
        wrong = (odds / odds.sum(1, keepdims=True) - wanted) * counts[:, None]
        slope = (x.back(wrong) + shrink * weights) / len(y)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        pace = STEP if step < 0.6 * rounds else STEP / 5
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights
