"""The kernel method and a regression, weighed against each other and calibrated on rows left out."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from tutor.evals.shortanswer_kernel import KernelScorer
from tutor.evals.shortanswer_learn import (
    CLIP,
    Array,
    best_ridge,
    caution_of,
    classes_of,
    softmax,
    softmax_fit,
)
from tutor.evals.shortanswer_measure import Measured, Places

_FOLDS = 5
_RIDGES = (100.0, 1000.0)  # of the regression; chosen on rows left out
_CALIBRATION_RIDGE = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedScorer:
    """Both methods for the answers of one data set, with what their heights are worth."""

    kernel: KernelScorer
    mean: Array
    spread: Array
    regression: Array
    calibration: Array
    caution: float

    @classmethod
    def fit(cls, train: Measured, *, same_question: bool) -> Self:
        """Fit for questions that are seen in `train`, or for ones that are not."""
        kernel, by_kernel = KernelScorer.fit(train, same_question=same_question)
        labels = classes_of(train.rows)
        mean, spread = train.found.mean(0), train.found.std(0) + 1e-6
        x = _scaled(train.found, mean, spread)
        ridge, by_regression = best_ridge(
            x, labels, _folds(train, same_question=same_question), _RIDGES
        )
        left_out = np.hstack([by_kernel, by_regression])
        calibration = softmax_fit(left_out, labels, _CALIBRATION_RIDGE)
        chance = softmax(_wide(left_out) @ calibration.T)
        return cls(
            kernel=kernel,
            mean=mean,
            spread=spread,
            regression=softmax_fit(x, labels, ridge),
            calibration=calibration,
            caution=caution_of(chance, labels),
        )

    def chances(self, some: Measured) -> Array:
        """The probabilities of the three classes for each row."""
        by_regression = _wide(_scaled(some.found, self.mean, self.spread)) @ self.regression.T
        both = np.hstack([self.kernel.heights(some), by_regression])
        return softmax(_wide(both) @ self.calibration.T)


def _folds(train: Measured, *, same_question: bool) -> Places:
    """The fold of each row: of its question, unless other answers to it are there in use too."""
    if same_question:
        return np.arange(len(train.rows)) % _FOLDS
    names = sorted({row.question_id for row in train.rows})
    place = {name: i % _FOLDS for i, name in enumerate(names)}
    return np.array([place[row.question_id] for row in train.rows])


def _scaled(found: Array, mean: Array, spread: Array) -> Array:
    return np.clip((found - mean) / spread, -CLIP, CLIP)


def _wide(x: Array) -> Array:
    return np.hstack([x, np.ones((len(x), 1))])
