"""How an answer turns from its references: another opening, denied words, gaps, order and style.

Overlap alone cannot tell "more" from "not more" or "A, because" from "B, because"; these numbers
can. They describe the answer beside a reference, never the question alone: with few questions to
learn from, what is constant within a question only teaches which questions were easy.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from tutor.items.text.lexicon import opposites
from tutor.items.text.overlap import Text, function_stems, likeness, text_of
from tutor.items.text.words import PAUSE, STOP, stem, tokens

_NEGATORS = frozenset(
    (
        *("not", "no", "never", "none", "nothing", "neither", "nor", "without", "cannot"),
        *("hardly", "barely", "unable", "nobody", "nowhere"),
    )
)
_ENDS = frozenset((STOP, PAUSE, "but", "because", "so", "and", "or", "if", "than"))
_REACH = 5  # words that a negator reaches to
_YES, _NO = frozenset(("yes", "yeah", "yep", "true")), frozenset(("no", "nope", "false"))
_COMPARING = frozenset(("more", "less", "most", "least", "same", "different"))
_NEAR = 0.6  # likeness from which a word counts as said

_BESIDE = (
    *("opens_alike", "opens_otherwise", "opens_without", "flipped", "flipped_share"),
    *("denies_more", "denies_less", "turned_order", "shared", "missing", "added"),
    *("none_missing", "all_missing", "opposed_share", "jaccard"),
)
_ALONE = (
    *("least_missing", "least_flipped", "least_opens_otherwise", "reasons", "pronouns"),
    *("compares", "word_length", "single_word", "question_repeated", "sentences"),
)
CONTRASTS = (*_BESIDE, *_ALONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stance:
    """What a text opens with, and the stems that it denies."""

    text: Text
    opening: str
    denied: frozenset[str]


@lru_cache(maxsize=4096)
def _stance(raw: str) -> _Stance:
    text = text_of(raw)
    return _Stance(text=text, opening=_opening(text.words), denied=_denied(raw))


def _opening(words: tuple[str, ...]) -> str:
    """ "yes", "no" or the letter of a choice among the first words; an article is no choice."""
    for place, word in enumerate(words[:3]):
        if word in _YES:
            return "yes"
        if word in _NO:
            return "no"
        if len(word) == 1 and word.isalpha() and word != "i":
            alone = place == 0 and len(words) > 1 and words[1] in ("because", "the")
            if word != "a" or alone:
                return word
    return ""


def _denied(raw: str) -> frozenset[str]:
    """The stems of meaning within reach of a negator."""
    found, reach = set(), 0
    for token in tokens(raw):
        if token in _NEGATORS:
            reach = _REACH
        elif token in _ENDS:
            reach = 0
        elif reach:
            found.add(stem(token))
            reach -= 1
    return frozenset(found - function_stems())


def contrasts(answer: str, question: str, references: tuple[str, ...]) -> tuple[float, ...]:
    """The numbers of `CONTRASTS` for an answer; `references` holds at least one text."""
    said, asked = _stance(answer), text_of(question)
    rows = [_beside(said, _stance(reference), asked) for reference in references]
    alike, missing = _BESIDE.index("jaccard"), _BESIDE.index("missing")
    nearest = max(rows, key=lambda row: row[alike] - 0.1 * row[missing])
    least = [
        min(row[_BESIDE.index(name)] for row in rows)
        for name in ("missing", "flipped", "opens_otherwise")
    ]
    return (*nearest, *least, *_alone(answer, said.text, asked))


def _beside(said: _Stance, ref: _Stance, asked: Text) -> tuple[float, ...]:
    mine, theirs = said.text.content, ref.text.content
    shared = [word for word in mine if word in theirs]
    flipped = sum((word in said.denied) != (word in ref.denied) for word in shared)
    known = set(asked.stems)
    wanted = [word for word in theirs if word not in known]
    missing = sum(not _said(word, mine) for word in wanted)
    added = sum(word not in known and not _said(word, theirs) for word in mine)
    there = set(theirs)
    opposed = sum(word not in there and bool(opposites(word) & there) for word in mine)
    return (
        float(bool(said.opening) and said.opening == ref.opening),
        float(bool(said.opening and ref.opening) and said.opening != ref.opening),
        float(bool(ref.opening) and not said.opening),
        float(flipped),
        flipped / max(1, len(shared)),
        float(bool(said.denied) and not ref.denied),
        float(bool(ref.denied) and not said.denied),
        _turned([theirs.index(word) for word in shared]),
        math.log1p(len(shared)),
        math.log1p(missing),
        math.log1p(added),
        float(missing == 0),
        float(0 < len(wanted) == missing),
        opposed / max(1, len(mine)),
        len(shared) / max(1, len(set(mine) | there)),
    )


def _said(word: str, among: tuple[str, ...]) -> bool:
    return any(likeness(word, other) >= _NEAR for other in among)


def _turned(places: list[int]) -> float:
    """The share of pairs that stand in the other order ("A before B", "B before A")."""
    places = places[:40]
    pairs = len(places) * (len(places) - 1) / 2
    turned = sum(a > b for i, a in enumerate(places) for b in places[i + 1 :])
    return turned / pairs if pairs else 0.0


def _alone(raw: str, said: Text, asked: Text) -> tuple[float, ...]:
    spoken = said.words
    compares = sum(word in _COMPARING or (word.endswith("er") and len(word) > 4) for word in spoken)
    return (
        float("because" in spoken or "since" in spoken),
        float("it" in spoken or "they" in spoken),
        float(min(compares, 5)),
        sum(len(word) for word in spoken) / max(1, len(spoken)),
        float(len(said.content) <= 1),
        len(set(said.stems) & set(asked.stems)) / max(1, len(set(asked.stems))),
        float(raw.count(".") > 1),
    )
