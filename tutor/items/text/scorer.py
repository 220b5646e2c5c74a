"""A second opinion on an answer in sentences, calibrated, that only ever adds a doubt.

A softmax regression over `measures.SHIPPED` says how probable it is that an answer is correct,
contradicts the reference, or is wrong in another way. Its weights (`scorer.json`) are our own,
fitted by `python -m tutor.evals.shortanswer --fit FILE`; figures are in docs/figures/short-answers.md.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tutor.items.text.measures import SHIPPED, shipped_features
from tutor.items.text.overlap import Weigh, equally
from tutor.items.text.plea import talks_to_grader

CORRECT, CONTRADICTORY, OTHER = range(3)  # the classes, in the order of the weights
_CLIP = 4.0  # standard deviations; farther out is treated alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A fitted regression: per feature its mean and spread, per class its weights and offset."""

    mean: tuple[float, ...]
    spread: tuple[float, ...]
    classes: tuple[tuple[float, ...], ...]
    offsets: tuple[float, ...]
    caution: float = 0.0  # how much the chance of a contradiction counts against "correct"
    caution_of_one: float = 0.0  # the same where there is one reference only

    def caution_with(self, references: int) -> float:
        """The caution, 0 or more, for an answer that is compared with so many references.

        Among several references a contradiction finds a near one more easily.
        """
        return self.caution_of_one if references == 1 else self.caution


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Probabilities, 0 to 1, that an answer is correct, contradicts, or is otherwise wrong."""

    correct: float
    contradictory: float
    other: float


@cache
def shipped_weights() -> Weights:
    """The weights that come with Meno."""
    raw = json.loads(files("tutor.items.text").joinpath("scorer.json").read_text("utf-8"))
    if tuple(raw["features"]) != SHIPPED:
        raise ValueError("scorer.json was fitted for other features: fit it again")
    return Weights(
        mean=tuple(raw["mean"]),
        spread=tuple(raw["spread"]),
        classes=tuple(tuple(row) for row in raw["classes"]),
        offsets=tuple(raw["offsets"]),
        caution=raw["caution"],
        caution_of_one=raw["caution_of_one"],
    )


def opinion(
    answer: str,
    *,
    question: str,
    references: Sequence[str],
    weigh: Weigh = equally,
    weights: Weights | None = None,
) -> Opinion:
    """How probably `answer` says what one of `references` (English) says.

    `weigh` gives the weight of a stem; the shipped weights were fitted with equal ones. A text that
    asks its grader for marks is not believed: its words are no evidence.
    """
    if talks_to_grader(answer):
        return Opinion(correct=0.0, contradictory=0.0, other=1.0)
    fitted = weights or shipped_weights()
    raw = shipped_features(answer, question, references, weigh)
    scaled = [
        max(-_CLIP, min(_CLIP, (value - mean) / spread))
        for value, mean, spread in zip(raw, fitted.mean, fitted.spread, strict=True)
    ]
    heights = [
        offset + sum(w * value for w, value in zip(row, scaled, strict=True))
        for row, offset in zip(fitted.classes, fitted.offsets, strict=True)
    ]
    top = max(heights)
    parts = [math.exp(height - top) for height in heights]
    total = sum(parts)
    return Opinion(
        correct=parts[CORRECT] / total,
        contradictory=parts[CONTRADICTORY] / total,
        other=parts[OTHER] / total,
    )
