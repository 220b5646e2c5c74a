"""A kernel method on graded short answers, which compares an answer with those of other learners.

Regularised least squares, one column per class (Rifkin and Lippert, MIT-CSAIL-TR-2007-025): most of
all it looks at answers to the same question. Its leave-out predictions are exact and cost no
refitting (same source, section 3.3). For questions without answers of their own, some hundreds of
training answers stand for all of them (Williams and Seeger, NIPS 2000), at a tenth of the time.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from tutor.evals.shortanswer_learn import CLIP, Array, classes_of
from tutor.evals.shortanswer_measure import Floats, Measured, Places

_LANDMARKS = 1000
_LEAST_LENGTH = 1e-2  # of an axis of the landmarks; shorter ones are noise of single precision
_RIDGE_SEEN, _RIDGE_UNSEEN = 1.0, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """Rows as the kernel sees them."""

    x: Floats
    word: Floats
    letter: Floats
    question: Places
    sense: Floats | None
    turn: (
        Floats | None
    )  # by how much the answer is off its reference, in each direction; unit length


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coder:
    """What turns rows into codes; learnt from the training rows."""

    mean: Array
    spread: Array
    word: Floats
    letter: Floats
    questions: dict[str, int]
    turn_mean: Floats | None
    turn_spread: Floats | None

    @classmethod
    def of(cls, train: Measured) -> Self:
        names = sorted({row.question_id for row in train.rows})
        return cls(
            mean=train.found.mean(0),
            spread=train.found.std(0) + 1e-6,
            word=_rarity(train.words),
            letter=_rarity(train.letters),
            questions={name: i for i, name in enumerate(names)},
            turn_mean=None if train.turn is None else train.turn.mean(0),
            turn_spread=None if train.turn is None else train.turn.std(0) + np.float32(1e-6),
        )

    def code(self, some: Measured) -> _Coded:
        x = np.clip((some.found - self.mean) / self.spread, -CLIP, CLIP)
        return _Coded(
            x=x.astype(np.float32),
            word=_unit(some.words * self.word),
            letter=_unit(some.letters * self.letter),
            question=np.array([self.questions.get(r.question_id, -1) for r in some.rows]),
            sense=some.whole,
            turn=self._turn(some),
        )

    def _turn(self, some: Measured) -> Floats | None:
        if some.turn is None or self.turn_mean is None or self.turn_spread is None:
            return None
        return _unit((some.turn - self.turn_mean) / self.turn_spread)


def _rarity(counts: Floats) -> Floats:
    rare: Floats = np.log((len(counts) + 1) / ((counts > 0).sum(0) + 0.5)).astype(np.float32)
    return rare


def _unit(vectors: Floats) -> Floats:
    made: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return made


def _kernel(one: _Coded, other: _Coded, *, same_question: bool) -> Floats:
    """How alike the rows of two sets are: in features, in words, and within one question.

    In single precision: the ridge keeps the condition number in the thousands.
    """
    width = np.float32(one.x.shape[1])
    inner = one.x @ other.x.T
    gap = (one.x**2).sum(1)[:, None] + (other.x**2).sum(1)[None] - 2 * inner
    near: Floats = np.exp(gap / (-8 * width)).astype(np.float32)
    alike: Floats = (one.word @ other.word.T + one.letter @ other.letter.T) * np.float32(0.5)
    if one.sense is not None and other.sense is not None:
        sensed: Floats = np.clip(one.sense @ other.sense.T, 0, 1)
        alike = (2 * alike + sensed) / np.float32(3)
    nearest = near * near * near * near  # exp of the same gap over a quarter of the width
    total: Floats = 0.5 * (nearest + near) + 0.3 * (inner / width + alike)
    if one.turn is not None and other.turn is not None:
        total += np.float32(0.5) * np.exp(2 * (one.turn @ other.turn.T - 1))
    if same_question:
        total += (one.question[:, None] == other.question[None]) * (alike + np.float32(0.1))
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class KernelScorer:
    """A fitted kernel method for the answers of one data set."""

    coder: _Coder
    known: _Coded
    alpha: Array
    base: Array
    same_question: bool

    @classmethod
    def fit(cls, train: Measured, *, same_question: bool) -> tuple[Self, Array]:
        """Fit for questions that are seen in `train`, or for ones that are not.

        Beside the scorer, the heights of the training rows when each (or its question) is left out.
        """
        coder = _Coder.of(train)
        target: Array = 2 * np.eye(3)[classes_of(train.rows).astype(int)] - 1
        base = target.mean(0)
        if same_question:
            known = coder.code(train)
            alpha, out = _each_left_out(_kernel(known, known, same_question=True), target - base)
        else:
            whole = coder.code(train)
            known = coder.code(train.part(_landmarks(len(train.rows))))
            alpha, out = questions_left_out(
                _kernel(whole, known, same_question=False),
                _kernel(known, known, same_question=False),
                target - base,
                whole.question,
            )
        made = cls(coder=coder, known=known, alpha=alpha, base=base, same_question=same_question)
        return made, out + base

    def heights(self, some: Measured) -> Array:
        """One number per class for each row, higher for likelier."""
        kernel = _kernel(self.coder.code(some), self.known, same_question=self.same_question)
        return kernel @ self.alpha + self.base


def _landmarks(rows: int) -> Places:
    """The places of the rows that stand for all: spread evenly, so that each question has its share."""
    return np.unique(np.linspace(0, rows - 1, min(rows, _LANDMARKS)).astype(np.int64))


def _each_left_out(kernel: Floats, target: Array) -> tuple[Array, Array]:
    """The weights of the rows, and each row's prediction without itself."""
    kernel[np.diag_indices_from(kernel)] += np.float32(_RIDGE_SEEN)
    inverse = np.linalg.inv(kernel)
    alpha: Array = inverse @ target
    return alpha, target - alpha / np.diag(inverse)[:, None].astype(np.float64)


def questions_left_out(
    beside: Floats, between: Floats, target: Array, question: Places
) -> tuple[Array, Array]:
    """The weights of the landmarks, and the predictions for each question's rows without them.

    `beside` compares all rows with the landmarks, `between` the landmarks with each other.
    """
    lengths, axes = np.linalg.eigh(between.astype(np.float64))
    held = lengths > _LEAST_LENGTH
    back = axes[:, held] / np.sqrt(lengths[held])  # turns kernel rows into coordinates
    x = beside @ back.astype(np.float32)
    gram = (x.T @ x).astype(np.float64) + _RIDGE_UNSEEN * np.eye(x.shape[1])
    inverse = np.linalg.inv(gram)
    weights = inverse @ (x.T @ target)
    spread = x @ inverse.astype(np.float32)
    lost = target - x @ weights
    out = np.empty_like(target)
    for number in range(int(question.max()) + 1):
        at = np.flatnonzero(question == number)
        block = np.eye(len(at)) - spread[at] @ x[at].T
        out[at] = target[at] - np.linalg.solve(block, lost[at])
    return back @ weights, out
