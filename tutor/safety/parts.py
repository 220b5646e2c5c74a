"""How much the parts of a message's words tell of trouble, in Spanish and Arabic (pure).

What one dialect says with another's ending, article or spelling shares most of its letters: runs of
two to five letters, a word's ends among them, know it where whole words do not. A logistic
regression on hashed parts, fitted by `python -m tutor.evals.parts_fit`; its log-odds are added to
those of whole words (`trouble`).
"""

import math
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("parts_weights.npz")
BUCKETS = 131_072
SHORTEST, LONGEST = 2, 5  # letters of a part


def lean(words: Sequence[str]) -> float:
    """The log-odds that folded words tell of trouble, by their parts alone."""
    _, start = _weights()
    pulls = [_pull(word) for word in set(words)]
    count = sum(parts for parts, _ in pulls)
    return start + sum(pull for _, pull in pulls) / math.sqrt(max(count, 1))


def parts(word: str) -> list[int]:
    """The buckets of a word's parts, one for each time that a part is there."""
    ends = f" {word} "
    return [
        zlib.crc32(ends[at : at + size].encode()) % BUCKETS
        for size in range(SHORTEST, LONGEST + 1)
        for at in range(len(ends) - size + 1)
    ]


@lru_cache(maxsize=20_000)
def _pull(word: str) -> tuple[int, float]:
    """How many parts a word has, and the sum of their weights."""
    weights, _ = _weights()
    found = parts(word)
    return len(found), sum(weights[part] for part in found)


@cache
def _weights() -> tuple[tuple[float, ...], float]:
    """By bucket, and the constant."""
    import numpy as np  # only when a message has to be read: the model is small, numpy is not

    with np.load(WEIGHTS) as kept:
        return tuple(map(float, kept["weights"])), float(kept["start"])
