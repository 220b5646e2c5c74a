"""How likely a message tells of trouble that no sign foresaw, by a small linear model (pure).

Signs know wordings; this knows what is spoken of together: which themes (`themes`) meet in a few
words, and which words. Fitted by `python -m tutor.evals.trouble_fit` on messages of our own. It is
unsure by nature: what it finds is asked about and noted for a teacher, never treated as a crisis.
Spanish and Arabic have weights of their own, and the parts of their words are read beside (`parts`).
"""

import itertools
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tutor.safety.concern import Kind
from tutor.safety.parts import lean
from tutor.safety.themes import names, stem, themes
from tutor.safety.tongue import is_english, is_spanish

ENGLISH = Path(__file__).with_name("trouble_weights.npz")
ABROAD = Path(__file__).with_name("trouble_abroad_weights.npz")  # of Spanish and Arabic
KINDS = (None, Kind.SELF_HARM, Kind.ABUSE, Kind.DANGER)  # None: nothing to see
BUCKETS = 32768  # of words and pairs of words
BAR = 0.46  # probability of trouble from which a message is asked about
FEW_BAR = 0.62  # the bar of messages too short to say much: so many words, fewer in Arabic
FEW, FEW_ARABIC = 6, 4
# Log-odds off the bars: a large part of what was fitted is ordinary talk, the largest in Spanish.
EASED_ENGLISH, EASED_SPANISH, EASED_ARABIC = 0.1, 1.5, 1.25
# Log-odds above the bar up to which a doubt in Spanish or Arabic is a guess: the meaning may take it back.
SURE = 3.0
LEAST_WORDS, LEAST_ARABIC = 4, 3  # of a message that is looked at: Arabic says more in one word
WINDOW, STRIDE, WINDOWS = 30, 15, 8  # words looked at together; a longer text is read in pieces
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d+|[😂💀🤣]")


class Trouble(NamedTuple):
    """What a message may tell of, and how likely it tells of any trouble (0–1)."""

    kind: Kind
    share: float
    guessed: bool = False  # what the message means may take it back


Weights = Sequence[Sequence[float]]


def trouble(folded: str, weights: Weights | None = None) -> Trouble | None:
    """The likeliest trouble of a folded text (`normal.forms`), or None below the bar."""
    one, above = max(
        weighed(folded, weights, alone=True), key=lambda found: found[1], default=(None, 0.0)
    )
    if one is None or above <= 0:
        return None
    return one._replace(guessed=above <= SURE and not is_english(folded.split()))


def weighed(
    folded: str, weights: Weights | None = None, *, alone: bool = False
) -> list[tuple[Trouble, float]]:
    """What each piece of a folded text may tell of, and by how much (log-odds) it is over its bar;
    over that of words `alone`, or over that from which meaning is to be looked at beside them."""
    found = []
    for words in pieces(folded):
        english = is_english(words)
        one = _weighed(features(words), weights or _weights(ENGLISH if english else ABROAD))
        over = _log_odds(one.share) - _log_odds(_bar(words)) + _eased(words, alone=alone)
        found.append((one, over if english or weights else over + lean(words)))
    return found


def _eased(words: Sequence[str], *, alone: bool) -> float:
    if _is_arabic(words):
        return EASED_ARABIC
    if is_spanish(words):
        return EASED_SPANISH
    return EASED_ENGLISH if alone else 0.0


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-6), 1 - 1e-6)
    return math.log(share / (1 - share))


def _bar(words: Sequence[str]) -> float:
    few = FEW_ARABIC if _is_arabic(words) else FEW
    return FEW_BAR if len(words) < few else BAR


def pieces(folded: str) -> Iterator[list[str]]:
    """The words of a text, a long one in overlapping pieces; none for very short ones."""
    words = _WORD.findall(folded)
    if len(words) < (LEAST_ARABIC if _is_arabic(words) else LEAST_WORDS):
        return
    for start in range(0, max(1, min(len(words) - STRIDE, STRIDE * WINDOWS)), STRIDE):
        yield words[start : start + WINDOW]


def _is_arabic(words: Sequence[str]) -> bool:
    return bool(words) and words[0] > "\u0600"


def features(words: Sequence[str]) -> dict[int, float]:
    """Place → value: hashed words and pairs first, then themes, then pairs of themes."""
    bare = [stem(word) for word in words]
    hashed = {_bucket(word) for word in bare}
    hashed |= {_bucket(f"{a} {b}") for a, b in itertools.pairwise(bare)}
    hashed |= {_bucket(f"{a} _ {b}") for a, b in zip(bare, bare[2:], strict=False)}
    hashed |= {_bucket(f"{word[:4]}*") for word in bare if len(word) > 4}
    found = dict.fromkeys(hashed, 1 / math.sqrt(len(hashed)))
    about = sorted(themes(words))
    found |= dict.fromkeys((BUCKETS + one for one in about), 0.35)
    pairs = [BUCKETS + _pair(a, b) for a, b in itertools.combinations(about, 2)]
    if pairs:
        found |= dict.fromkeys(pairs, 1 / math.sqrt(len(pairs)))
    found[size() - 1] = 1.0
    return found


@cache
def size() -> int:
    """How many features there are, the constant one last."""
    count = len(names())
    return BUCKETS + count + count * (count - 1) // 2 + 1


def _pair(a: int, b: int) -> int:
    """The place of a pair of themes, a < b, after the single ones."""
    count = len(names())
    return count + a * count - a * (a + 1) // 2 + (b - a - 1)


def _weighed(found: dict[int, float], weights: Weights) -> Trouble:
    totals = [sum(row[place] * value for place, value in found.items()) for row in weights]
    top = max(totals)
    shares = [math.exp(total - top) for total in totals]
    whole = sum(shares)
    at = max(range(1, len(KINDS)), key=lambda one: shares[one])
    kind = KINDS[at] or Kind.DANGER
    return Trouble(kind, 1 - shares[0] / whole)


def _bucket(word: str) -> int:
    return zlib.crc32(word.encode()) % BUCKETS


@cache
def _weights(file: Path) -> tuple[tuple[float, ...], ...]:
    """A row for each of KINDS."""
    import numpy as np  # only when a message has to be read: the model is small, numpy is not

    with np.load(file) as kept:
        scaled = kept["weights"].astype(float) * float(kept["scale"])
    return tuple(tuple(map(float, row)) for row in scaled)
