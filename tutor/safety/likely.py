"""How likely a text is an attempt to give the tutor orders, by a small linear model (pure).

Words, pairs of words and parts of words are hashed into buckets (Weinberger et al. 2009), a few
signs of form added; the weights were fitted by `python -m tutor.evals.screen_fit` on orders of our
own, public prompts and school text. It stands behind the patterns of `signs.orders`, for wordings
that no pattern foresaw.
"""

import itertools
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from tutor.safety.normal import fold

WEIGHTS = Path(__file__).with_name("likely_weights.npz")
BUCKETS = 16384
MOST_WORDS = 300  # of a text, from its start and its end
LEAST_WORDS = 3  # shorter texts are left to the patterns
LIKELY = 0.38  # probability from which a text that no sign betrays counts as an order
LIKELY_SHORT, SHORT = 0.79, 10  # the same for a text of fewer words than so many
PART = 4  # letters of a part of a word, its ends marked
# A text of few words says little: its features are not made larger than those of a text with so
# many words and pairs, and so many parts.
FULL_WORDS, FULL_PARTS = 24, 48
FORM = (
    "address", "markup", "code", "encoded", "user", "secret", "system", "capitals", "braces",
    "long", "very_long", "repeats", "story", "foreign",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+|\d+|[<>{}\[\]#@|=]")
_SIGNS = {
    "address": re.compile(r"https?://|www\.|\b\w+@\w+\.\w+"),
    "markup": re.compile(r"</?[a-z!][^>]{0,80}>|<!--"),
    "code": re.compile(r"\b(?:def|import|print|exec|eval|os|sudo|select)\b ?[(.]|```|==|&&"),
    "encoded": re.compile(r"\b[A-Za-z0-9+/]{24,}={0,2}|(?:\\x[0-9a-f]{2}|%[0-9a-f]{2}){3,}|\b[01]{8}\b", re.I),
    "user": re.compile(r"\b(?:the user|user's|users|chatbot|assistant|language model|chatgpt|ai|bot|gpt|llm)\b", re.I),
    "secret": re.compile(
        r"\b(?:password|secret|email address|private|confidential|credit card|key|credentials|"
        r"personal information)\b", re.I),
    "system": re.compile(
        r"\b(?:system|prompt|instruction|instructions|policy|policies|guidelines|rules|"
        r"restrictions|filter|developer|mode)\b", re.I),
    "capitals": re.compile(r"\b[A-Z]{5,}\b"),
    "braces": re.compile(r"\{[^{}]{0,60}\}|\[[A-Za-z ]{2,40}\]"),
    "repeats": re.compile(r"\b(\w{3,})\b(?: \1\b){3,}", re.I),
    "story": re.compile(
        r"\b(?:pretend|imagine|roleplay|role-play|act as|character|fictional|hypothetical|story|"
        r"scenario|suppose)\b", re.I),
}  # fmt: skip


def probability(text: str, weights: Sequence[float] | None = None) -> float:
    """The probability, 0–1, that the text is an attempt; 0 for very short ones."""
    found = features(text)
    if not found:
        return 0.0
    weights = weights or _weights()
    total = weights[-1] + sum(weights[at] * value for at, value in found.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def over(
    text: str, written: Sequence[str], own: Sequence[str], weights: Sequence[float] | None = None
) -> float:
    """By how much (log-odds) the likeliest reading of a text is over the bar of an order.

    `written` are its readings (`normal.forms`), `own` the same without what only sounds grave.
    """
    first = text if own[0] == written[0] else own[0]  # capitals tell, too
    bar = LIKELY_SHORT if len(text.split()) < SHORT else LIKELY
    share = max(probability(one, weights) for one in (first, *own[1:]))
    return _log_odds(share) - _log_odds(bar)


def features(text: str) -> dict[int, float]:
    """Bucket → value, hashed words and parts first, then FORM; empty for a text of few words."""
    words = _WORD.findall(fold(text))
    if len(words) < LEAST_WORDS:
        return {}
    if len(words) > MOST_WORDS:
        words = words[: MOST_WORDS * 2 // 3] + words[-MOST_WORDS // 3 :]
    words = ["0" if word.isdigit() else word for word in words]
    said = {_bucket(one) for one in _said(words)}
    found = dict.fromkeys(said, 1 / math.sqrt(max(FULL_WORDS, len(said))))
    parts = {part for word in set(words) for part in _parts(word)}
    value = 1 / math.sqrt(max(FULL_PARTS, len(parts)))
    for part in parts:
        found[part] = found.get(part, 0.0) + value
    for at, name in enumerate(FORM, start=BUCKETS):
        if _has(name, text, len(words)):
            found[at] = 0.3
    return found


def _said(words: Sequence[str]) -> Iterator[str]:
    """Words, neighbours, words with one between them, and how the text begins."""
    yield from words
    yield from (f"{a} {b}" for a, b in itertools.pairwise(words))
    yield from (f"{a} _ {b}" for a, b in zip(words, words[2:], strict=False))
    yield from (f"^{words[0]}", f"^{words[0]} {words[1]}")


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[int, ...]:
    """The buckets of a word's parts of PART letters."""
    ends = f"<{word}>"
    return tuple({_bucket(f"c{ends[at : at + PART]}") for at in range(len(ends) - PART + 1)})


def _has(name: str, text: str, words: int) -> bool:
    match name:
        case "long":
            return words > 60
        case "very_long":
            return words > 200
        case "foreign":
            return sum(not c.isascii() for c in text) * 4 > len(text)
        case _:
            return _SIGNS[name].search(text) is not None


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-12), 1 - 1e-12)
    return math.log(share / (1 - share))


def _bucket(word: str) -> int:
    return zlib.crc32(word.encode()) % BUCKETS


@cache
def _weights() -> tuple[float, ...]:
    """By bucket and sign of form; the last one is the bias."""
    import numpy as np  # only when a message has to be read: the model is small, numpy is not

    with np.load(WEIGHTS) as kept:
        return tuple(map(float, kept["weights"].astype(float) * float(kept["scale"])))
