"""Learning from graded short answers in plain numpy: a softmax regression and a kernel method.

The regression is small enough to ship. The kernel method (regularised least squares, one column
per class; Rifkin and Lippert, MIT-CSAIL-TR-2007-025) needs the graded answers themselves: it
compares an answer with those of other learners, most of all with those to the same question. Its
leave-out predictions are exact and cost no refitting (same source, section 3.3), and on them the
probabilities are calibrated.
"""

import itertools
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tutor.items.text.measures import features
from tutor.items.text.overlap import Weigh, equally, text_of
from tutor.items.text.scorer import CONTRADICTORY, CORRECT, OTHER, Weights

Array = NDArray[np.float64]
CLASSES = {"correct": CORRECT, "contradictory": CONTRADICTORY, "incorrect": OTHER}
_BUCKETS = 2048
_CLIP = 4.0
_MOST_LOST = 0.01  # accuracy that may be given up to accept fewer contradictions
_ACCEPTED = 0.12  # share of contradictory training answers that may be accepted


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
    measure = _equal_features if weigh is equally else partial(_features, weigh=weigh)
    return np.array([measure(row) for row in rows])


def _features(row: Row, weigh: Weigh) -> tuple[float, ...]:
    return features(row.answer, row.question, row.references, weigh)


@lru_cache(maxsize=20_000)  # the folds ask for the same rows again and again
def _equal_features(row: Row) -> tuple[float, ...]:
    return _features(row, equally)


def fit_regression(found: Array, labels: Array, *, ridge: float = 30.0) -> Weights:
    """A ridge softmax regression by Newton's method; `labels` are class numbers."""
    mean, spread = found.mean(0), found.std(0) + 1e-6
    x = np.clip((found - mean) / spread, -_CLIP, _CLIP)
    coef = _softmax_fit(x, labels, ridge)
    return Weights(
        mean=tuple(round(float(v), 4) for v in mean),
        spread=tuple(round(float(v), 4) or 1e-4 for v in spread),
        classes=tuple(tuple(round(float(v), 4) for v in row[:-1]) for row in coef),
        offsets=tuple(round(float(row[-1]), 4) for row in coef),
    )


def chances_of(weights: Weights, found: Array) -> Array:
    """The probabilities of the three classes for rows of features."""
    x = np.clip((found - np.array(weights.mean)) / np.array(weights.spread), -_CLIP, _CLIP)
    return _softmax(x @ np.array(weights.classes).T + np.array(weights.offsets))


def _softmax_fit(x: Array, labels: Array, ridge: float, *, steps: int = 20) -> Array:
    """Weights (classes × (features + 1)); the offset is last and not shrunk.

    Newton's method; a step that does not lower the cost is halved, since a full one can overshoot.
    """
    size, width = x.shape
    wide = np.hstack([x, np.ones((size, 1))])
    target = np.eye(3)[labels.astype(int)]
    coef = np.zeros((3, width + 1))
    shrink = np.full(width + 1, ridge)
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


def _cost(wide: Array, target: Array, coef: Array, shrink: Array) -> float:
    chance = _softmax(wide @ coef.T)
    lost = -np.log(np.maximum((chance * target).sum(1), 1e-300)).sum()
    return float(lost + 0.5 * (shrink * coef**2).sum())


def _newton_step(wide: Array, target: Array, coef: Array, shrink: Array) -> Array:
    width = wide.shape[1]
    chance = _softmax(wide @ coef.T)
    slope = (chance - target).T @ wide + shrink * coef
    curve = np.zeros((3, width, 3, width))
    for a in range(3):
        for b in range(3):
            mass = chance[:, a] * ((a == b) - chance[:, b])
            curve[a, :, b, :] = (wide * mass[:, None]).T @ wide
        curve[a, :, a, :] += np.diag(shrink)
    step = np.linalg.solve(curve.reshape(3 * width, -1), slope.ravel())
    return np.asarray(step.reshape(coef.shape), dtype=np.float64)


def _softmax(heights: Array) -> Array:
    parts = np.exp(heights - heights.max(1, keepdims=True))
    shares: Array = parts / parts.sum(1, keepdims=True)
    return shares


def _hashed(bags: Sequence[Counter[str]], spread: Array | None) -> tuple[Array, Array]:
    """Bags as unit vectors of weighted counts in `_BUCKETS` places, and the weights used."""
    made = np.zeros((len(bags), _BUCKETS))
    for i, bag in enumerate(bags):
        for token, count in bag.items():
            made[i, zlib.crc32(token.encode()) % _BUCKETS] += 1 + np.log(count)
    if spread is None:
        spread = np.log((len(bags) + 1) / ((made > 0).sum(0) + 0.5))
    made *= spread
    made /= np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)
    return made, spread


def _word_bag(raw: str) -> Counter[str]:
    stems = text_of(raw).stems
    return Counter([*stems, *(" ".join(pair) for pair in itertools.pairwise(stems))])


def _letter_bag(raw: str) -> Counter[str]:
    joined = " ".join(f" {word} " for word in text_of(raw).words)
    return Counter(joined[i : i + n] for n in (3, 4, 5) for i in range(len(joined) - n + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """Rows as the kernel sees them."""

    x: Array
    word: Array
    letter: Array
    question: NDArray[np.int64]
    sense: Array | None  # sentence embeddings, unit length


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coder:
    """What turns rows into codes; learnt from the training rows."""

    mean: Array
    spread: Array
    word: Array
    letter: Array
    questions: dict[str, int]

    def code(self, rows: Sequence[Row], found: Array, sense: Array | None) -> _Coded:
        x = np.clip((found - self.mean) / self.spread, -_CLIP, _CLIP)
        return _Coded(
            x=x,
            word=_hashed([_word_bag(r.answer) for r in rows], self.word)[0],
            letter=_hashed([_letter_bag(r.answer) for r in rows], self.letter)[0],
            question=np.array([self.questions.get(r.question_id, -1) for r in rows]),
            sense=sense,
        )


def _coder(rows: Sequence[Row], found: Array) -> _Coder:
    names = sorted({r.question_id for r in rows})
    return _Coder(
        mean=found.mean(0),
        spread=found.std(0) + 1e-6,
        word=_hashed([_word_bag(r.answer) for r in rows], None)[1],
        letter=_hashed([_letter_bag(r.answer) for r in rows], None)[1],
        questions={name: i for i, name in enumerate(names)},
    )


def _kernel(one: _Coded, other: _Coded, *, same_question: bool) -> Array:
    """How alike the rows of two sets are: in features, in words, and within one question."""
    width = one.x.shape[1]
    inner = one.x @ other.x.T
    gap = (one.x**2).sum(1)[:, None] + (other.x**2).sum(1)[None] - 2 * inner
    gap /= width
    alike = (one.word @ other.word.T + one.letter @ other.letter.T) / 2
    if one.sense is not None and other.sense is not None:
        alike = (2 * alike + np.clip(one.sense @ other.sense.T, 0, 1)) / 3
    total: Array = 0.5 * np.exp(-gap / 2) + 0.5 * np.exp(-gap / 8) + 0.3 * inner / width
    total += 0.3 * alike
    if same_question:
        total += (one.question[:, None] == other.question[None]) * (alike + 0.1)
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class KernelScorer:
    """A fitted kernel method for the answers of one data set."""

    coder: _Coder
    known: _Coded
    alpha: Array
    base: Array
    calibration: Array
    caution: float
    same_question: bool

    @classmethod
    def fit(
        cls, rows: Sequence[Row], found: Array, sense: Array | None, *, same_question: bool
    ) -> Self:
        """Fit for questions that were seen in `rows`, or for ones that were not."""
        coder = _coder(rows, found)
        known = coder.code(rows, found, sense)
        labels = np.array([CLASSES[r.label] for r in rows], dtype=np.float64)
        target: Array = 2 * np.eye(3)[labels.astype(int)] - 1
        base = target.mean(0)
        kernel = _kernel(known, known, same_question=same_question)
        kernel[np.diag_indices_from(kernel)] += 1.0 if same_question else 3.0
        # The ridge keeps the condition number in the thousands: single precision is enough.
        inverse = np.asarray(np.linalg.inv(kernel.astype(np.float32)), dtype=np.float64)
        alpha: Array = inverse @ (target - base)
        if same_question:
            out = target - alpha / np.diag(inverse)[:, None]
        else:
            out = _without_each_question(inverse, alpha, target, known.question)
        calibration = _softmax_fit(out, labels, 1.0)
        chance = _calibrated(out, calibration)
        return cls(
            coder=coder,
            known=known,
            alpha=alpha,
            base=base,
            calibration=calibration,
            caution=caution_of(chance, labels),
            same_question=same_question,
        )

    def chances(self, rows: Sequence[Row], found: Array, sense: Array | None) -> Array:
        """The probabilities of the three classes for each row."""
        coded = self.coder.code(rows, found, sense)
        kernel = _kernel(coded, self.known, same_question=self.same_question)
        return _calibrated(kernel @ self.alpha + self.base, self.calibration)


def _without_each_question(
    inverse: Array, alpha: Array, target: Array, question: NDArray[np.int64]
) -> Array:
    """Predictions for each question's rows as if the question had been left out."""
    out = np.empty_like(target)
    for number in range(int(question.max()) + 1):
        at = np.flatnonzero(question == number)
        out[at] = target[at] - np.linalg.solve(inverse[np.ix_(at, at)], alpha[at])
    return out


def _calibrated(out: Array, calibration: Array) -> Array:
    return _softmax(np.hstack([out, np.ones((len(out), 1))]) @ calibration.T)


def caution_of(chance: Array, labels: Array) -> float:
    """How much a chance of contradiction counts against "correct": the least that lets few
    contradictions through, as long as it costs little accuracy on the left-out answers."""
    right, against = labels == CORRECT, labels == CONTRADICTORY
    correct, contradictory = chance[:, CORRECT], chance[:, CONTRADICTORY]
    best = float(((correct > 0.5) == right).mean())
    chosen = 0.0
    for caution in np.arange(0.0, 2.05, 0.1):
        accepted = correct > 0.5 + caution * contradictory
        if float((accepted == right).mean()) < best - _MOST_LOST:
            break
        chosen = round(float(caution), 1)
        if not against.any() or float(accepted[against].mean()) <= _ACCEPTED:
            break
    return chosen
