"""The sentences of passages that answer a question, chosen to be read out as they stand (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tutor.retrieval.language import analyser_of, fold, language_of
from tutor.retrieval.passage import Passage
from tutor.retrieval.prose import prose_of
from tutor.retrieval.statement import numbers_in

_LEANS = re.compile(
    r"(?:(?:this|that|these|those|it|its|they|their|he|she|his|her|such|here|there|however|but|"
    r"also|so|thus|therefore|hence|then|instead|similarly|likewise|again|finally|next|another|"
    r"both|in other words|as a result|for this reason|because of this|in this case|in contrast|"
    r"on the other hand|in addition|moreover|furthermore|conversely|otherwise|now|first|second|third)\b"
    r"|[^,]{0,40},\s+(?:however|though|too|then)\b|.*\b(?:instead|too|as well|either)[.!]$)",
    re.IGNORECASE,
)
# What is left of a reference, a caption's "(left)", or an order to do something.
_BROKEN = re.compile(
    r"\(\s*\)|\b(?:in|see|of|by|from|and)\s*[,.]|\((?:left|right|top|bottom|[a-f])\)"
)
_ORDERS = re.compile(
    r"(?:identify|label|find|solve|graph|determine|draw|explain|describe|compare|calculate|complete|"
    r"read|look|check|answer|choose|discuss|list|show|practi[sc]e|try)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|e\.g\.|example|suppose|imagine|let us|let's|say we|consider)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:(?:figure|fig\.|table|diagram|chapter|section|page|exercise|activity|example)s?\s+\d|"
    r"(?:the|this|these|our|following) (?:figures?|table|diagram|pictures?|images?|photo\w*|graph|chart)\b|"
    r"credit:|\(credit|(?:the|as|shown|listed|given|pictured|see|table|example) (?:\w+ )?(?:below|above)\b|"
    r"see also|see the|in the next|the previous|link to learning|try it|click|"
    r"we will|you will learn|you should be able|in this (?:lesson|reading|chapter|section|module|unit))",
    re.IGNORECASE,
)
_DEFINES = (
    r"(?:s|es)?\b(?:\s+\$[^$]+\$|\s*\([^)]*\))?,?\s+"
    r"(?:is|are|means|refers? to|is called|are called|was|were|counts?|names?|tells?|describes?)\b"
)
_NAMED = r"\b(?:called|known as|termed)\s+(?:an?\s+|the\s+)?((?:[\w'’-]+\s?){1,3})"
_LEAST_WORDS, _MOST_WORDS = 4, 45


def best_sentences(
    question: str,
    passages: Sequence[Passage],
    n: int = 3,
    max_words: int = 70,
    *,
    language: str = "",
) -> tuple[tuple[Passage, str], ...]:
    """The passages' own sentences that best answer a question, in reading order.

    At most `n` whole sentences of at most `max_words` words together, all from the
    passage with the best one. `passages` come best first. Headings, lists, tables, captions, questions to the
    reader, and examples about other numbers are left out. Empty when nothing fits.
    """
    tag = language or language_of(question)
    content = frozenset(analyser_of(tag).content(question))
    asked = frozenset(stem for stem in content if not stem[0].isdigit()) or content
    numbers = numbers_in(question)
    candidates = [
        _Candidate.of(_read(sentence, tag), passage, rank, at, asked, numbers)
        for rank, passage in enumerate(passages)
        for at, sentence in enumerate(prose_of(passage.text))
    ]
    rarity = _rarity(asked, candidates)
    chosen = _chosen([one for one in candidates if one.usable], rarity, n, max_words)
    return tuple((one.passage, one.text) for one in chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A sentence as it is read, whatever is asked."""

    text: str
    stems: frozenset[str]
    named: frozenset[str]  # stems of what it defines
    words: int
    numbers: frozenset[Fraction]
    example: bool
    leans: bool  # needs the sentence before it
    stands: bool  # a whole sentence that points at nothing outside it


@lru_cache(maxsize=8192)
def _read(text: str, language: str) -> _Read:
    """Kept, since the same few passages answer many questions."""
    analyser = analyser_of(language)
    length = len(text.split())
    speaks = text.endswith((".", "!", "。", "؟", "।", ".)", ".”", '."')) and "?" not in text
    return _Read(
        text=text,
        stems=frozenset(analyser.words(text).stems),
        named=frozenset(analyser.words(_named(text)).stems),
        words=length,
        numbers=numbers_in(text),
        example=bool(_EXAMPLE.search(text)),
        leans=bool(_LEANS.match(text)),
        stands=speaks
        and (length >= _LEAST_WORDS or not text.isascii())
        and length <= _MOST_WORDS
        and not text[0].islower()
        and text.count("(") == text.count(")")
        and not (_POINTS.search(text) or _BROKEN.search(text) or _ORDERS.match(text)),
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be quoted."""

    passage: Passage
    rank: int
    at: int
    text: str
    held: frozenset[str]  # stems of the question that it holds
    usable: bool
    leans: bool  # needs the sentence before it
    example: bool
    figures: bool  # holds numbers that the question does not
    defines: bool
    words: int

    @classmethod
    def of(
        cls,
        read: _Read,
        passage: Passage,
        rank: int,
        at: int,
        asked: frozenset[str],
        numbers: frozenset[Fraction],
    ) -> "_Candidate":
        figures = read.numbers - numbers
        defines = bool(asked & read.named)
        works = figures and (read.example or len(figures) > 1 or "=" in read.text)
        return cls(
            passage,
            rank,
            at,
            read.text,
            asked & read.stems,
            read.stands and (defines or not works),
            read.leans,
            read.example,
            bool(figures),
            defines,
            read.words,
        )

    def worth(self, rarity: dict[str, float]) -> float:
        """How well it answers: rare words of the question, a definition, an early place."""
        worth = self.share(rarity)
        worth += 0.35 * self.defines + 0.1 / (1 + self.at) - 0.12 * self.rank
        return worth - 0.3 * self.leans - 0.25 * self.example - 0.2 * self.figures

    def share(self, rarity: dict[str, float]) -> float:
        """The share of the question's rare words that it holds, in 0–1."""
        return sum(rarity[stem] for stem in self.held) / (sum(rarity.values()) or 1.0)


def _named(text: str) -> str:
    """The thing that it says the meaning of: "A cell is …", "… are called cells"; "" for none."""
    folded = fold(text)
    named = re.match(r"(?:an?\s+|the\s+)?((?:[\w'’-]+\s+){0,3}?[\w'’-]+?)" + _DEFINES, folded)
    named = named or re.search(_NAMED, folded)
    return "" if named is None else str(named.group(1))


def _rarity(asked: frozenset[str], candidates: Sequence[_Candidate]) -> dict[str, float]:
    """How telling each word of the question is among these sentences, in 0–1."""
    whole = len(candidates) or 1
    return {stem: 1 - 0.8 * sum(stem in one.held for one in candidates) / whole for stem in asked}


def _chosen(
    usable: Sequence[_Candidate], rarity: dict[str, float], n: int, max_words: int
) -> list[_Candidate]:
    """The best sentence, then what follows it or next answers, as far as there is room."""
    answering = [one for one in usable if one.share(rarity) >= _ANSWERS and one.words <= max_words]
    standing = [one for one in answering if not one.leans]
    if not standing:
        return []
    first = max(standing, key=lambda one: (one.worth(rarity), -one.rank, -one.at))
    chosen, room = [first], max_words - first.words
    while len(chosen) < n:
        fitting = [
            (_worth_adding(one, chosen, rarity), one)
            for one in usable
            if one.words <= room
            and one.rank == first.rank
            and all(one.text != other.text for other in chosen)
        ]
        worth, best = max(fitting, key=lambda pair: (pair[0], -pair[1].at), default=(0.0, None))
        if best is None or worth < _WORTH_ADDING:
            break
        chosen.append(best)
        room -= best.words
    return sorted(chosen, key=lambda one: (one.rank, one.at))


_WORTH_ADDING = 0.3
_ANSWERS = 0.45  # share of the question's rare words that the opening sentence must hold


def _worth_adding(one: _Candidate, chosen: Sequence[_Candidate], rarity: dict[str, float]) -> float:
    """A sentence's worth beside those chosen: one that goes on from them may lean on them."""
    follows = any(one.at == other.at + 1 for other in chosen)
    if one.leans and not follows:
        return 0.0
    fresh = one.held - frozenset().union(*(other.held for other in chosen))
    worth = one.worth(rarity) + 0.2 * bool(fresh)
    return worth + (0.3 * one.leans + 0.25 if follows else 0.0)
