"""Evidence for a claim, and the sentences that answer a question, out of passages (pure).

`support` is deliberately strict: a claim stands only when one sentence of a passage (or two that
follow each other) holds its words, exactly its numbers, and does not turn it round. It compares
words, not meanings, so a true paraphrase may be refused; an unsupported claim rarely passes.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tutor.retrieval.language import Analyser, fold, language_of
from tutor.retrieval.passage import Passage
from tutor.retrieval.prose import prose_of
from tutor.retrieval.sentences import plain, sentences_of

ENOUGH = 0.7  # share of the claim's words that its evidence must hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The closest evidence for a claim: its passage and sentence (None and "" without passages).

    `score` in 0–1 is the share of the claim's words that the sentence holds; `supported` also asks
    for the same numbers and the same sense.
    """

    passage: Passage | None
    sentence: str
    score: float
    supported: bool


def support(claim: str, passages: Sequence[Passage], *, language: str = "") -> Support:
    """Look for the sentence that says what the claim says."""
    analyser = Analyser(language or language_of(claim))
    said = _Said.of(plain(claim), analyser)
    best = Support(passage=None, sentence="", score=0.0, supported=False)
    for passage in passages:
        about = analyser.words(" ".join(passage.heading_path)).stems
        for parts in _windows(passage):
            evidence = " ".join(parts)
            shown = _Said.of(evidence, analyser)
            score = said.share_in(shown, about)
            stands = score >= ENOUGH and said.agrees_with(shown)
            if stands and len(parts) > 1:
                stands = not any(said.is_turned_by(_Said.of(part, analyser)) for part in parts)
            if (stands, score, -len(evidence)) > (best.supported, best.score, -len(best.sentence)):
                best = Support(passage=passage, sentence=evidence, score=score, supported=stands)
    return best


def best_sentences(
    question: str,
    passages: Sequence[Passage],
    n: int = 3,
    max_words: int = 70,
    *,
    language: str = "",
) -> tuple[tuple[Passage, str], ...]:
    """The passages' own sentences that best answer a question, in reading order.

    At most `n` whole sentences of at most `max_words` words together, all from one passage where
    it has enough. `passages` come best first. Headings, lists, tables, captions, questions to the
    reader, and examples about other numbers are left out. Empty when nothing fits.
    """
    analyser = Analyser(language or language_of(question))
    asked = frozenset(analyser.content(question))
    numbers = numbers_in(question)
    candidates = [
        _Candidate.of(sentence, passage, rank, at, asked, numbers, analyser)
        for rank, passage in enumerate(passages)
        for at, sentence in enumerate(prose_of(passage.text))
    ]
    rarity = _rarity(asked, candidates)
    chosen = _chosen([one for one in candidates if one.usable], rarity, n, max_words)
    return tuple((one.passage, one.text) for one in chosen)


# --- what a sentence says -------------------------------------------------------------------

_NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:[.,]\d+)*(?:\s*/\s*\d+)?(?:\s*%)?")
_FRACTION = re.compile(r"\\[dt]?frac\{\s*(-?\d+)\s*\}\{\s*(\d+)\s*\}")
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
    if word != "one"  # "one" is mostly a pronoun
}
_NOT = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "neither",
        "nor",
        "without",
        "cannot",
        "cant",
        "dont",
        "doesnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "wont",
        "didnt",
        "shouldnt",
        "couldnt",
        "wouldnt",
        "hasnt",
        "havent",
        "hadnt",
        "nicht",
        "kein",
        "keine",
        "nie",
        "ohne",
        "non",
        "jamais",
        "sans",
        "nunca",
        "sin",
        "nao",
        "não",
        "не",
        "нет",
        "без",
        "нельзя",
        "ليس",
        "لا",
        "لم",
        "لن",
        "bukan",
        "tidak",
    ]
)
_OPPOSITE_WORDS = (
    ("increase rise rose grow grew", "decrease fall fell shrink shrank drop"),
    ("more greater larger bigger higher longer", "less fewer smaller lower shorter"),
    ("before earlier", "after later"),
    ("positive", "negative"),
    ("always all every", "never none sometimes some"),
    ("inside into enter absorb", "outside release leave give"),
    ("true correct right", "false incorrect wrong"),
    ("multiply", "divide"),
    ("add", "subtract"),
    ("numerator top", "denominator bottom"),
    ("maximum most", "minimum least"),
    ("same equal", "different unequal"),
    ("first", "last"),
    ("above over", "below under"),
    ("hot warm", "cold cool"),
    ("start begin", "stop end"),
)


@lru_cache(maxsize=8)
def _opposites(analyser: Analyser) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of sets of words that turn a statement round, as the analyser stems them."""
    if analyser.base != "en":
        return ()
    return tuple(
        (
            frozenset(analyser.stem(word) for word in left.split()),
            frozenset(analyser.stem(word) for word in right.split()),
        )
        for left, right in _OPPOSITE_WORDS
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement taken apart; `pairs` are neighbouring stems, `every` all stems with small words."""

    stems: tuple[str, ...]
    every: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[Fraction]
    denied: bool
    analyser: Analyser

    @classmethod
    def of(cls, text: str, analyser: Analyser) -> "_Said":
        words = analyser.words(text)
        return cls(
            stems=tuple(dict.fromkeys(words.stems)),
            every=frozenset(analyser.stem(word) for word in words.raw),
            pairs=frozenset(itertools.pairwise(words.stems)),
            numbers=numbers_in(text),
            denied=_denials(words.raw) % 2 == 1,
            analyser=analyser,
        )

    def share_in(self, shown: "_Said", about: Sequence[str]) -> float:
        """The share of this statement's words that the other holds or stands under."""
        mine = [stem for stem in self.stems if not stem[:1].isdigit()]
        if not mine:
            return float(bool(self.numbers) and self.numbers <= shown.numbers)
        held = sum(1.0 if stem in shown.stems else 0.5 if stem in about else 0.0 for stem in mine)
        return held / len(mine)

    def agrees_with(self, shown: "_Said") -> bool:
        """Whether numbers and sense are the same."""
        return self.numbers <= shown.numbers and not self._contradicts(shown)

    def is_turned_by(self, shown: "_Said") -> bool:
        """Whether a sentence about the same thing says it the other way round."""
        return self.share_in(shown, ()) >= 0.5 and self._contradicts(shown)

    def _contradicts(self, shown: "_Said") -> bool:
        return self.denied != shown.denied or any(
            _turned(self, shown, *sides) or _turned(self, shown, *reversed(sides))
            for sides in _opposites(self.analyser)
        )


def numbers_in(text: str) -> frozenset[Fraction]:
    """The values of a text's numbers, in figures or (to twelve) in words; 0,5 and 0.5 are one."""
    found: set[Fraction] = set()
    for top, bottom in _FRACTION.findall(text):
        if int(bottom):
            found.add(Fraction(int(top), int(bottom)))
    for written in _NUMBER.findall(_FRACTION.sub(" ", text)):
        if (value := _value(written)) is not None:
            found.add(value)
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _NUMBER_WORDS:
            found.add(Fraction(_NUMBER_WORDS[word]))
    return frozenset(found)


def _value(written: str) -> Fraction | None:
    bare = written.replace("−", "-").replace(" ", "").rstrip("%")
    top, _, bottom = bare.partition("/")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", top):
        top = top.replace(",", "")
    top = top.replace(",", ".") if top.count(",") == 1 and "." not in top else top.replace(",", "")
    if top.count(".") > 1 or (bottom and not int(bottom)):
        return None
    value = Fraction(top) / (int(bottom) if bottom else 1)
    return value / 100 if written.rstrip().endswith("%") else value


def _denials(words: Iterable[str]) -> int:
    """How many words deny; "not only" does not."""
    held = list(words)
    return sum(
        1
        for at, word in enumerate(held)
        if word in _NOT and not (word == "not" and held[at + 1 : at + 2] == ["only"])
    )


def _turned(claim: _Said, shown: _Said, mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the evidence has the opposite where the claim has one of `mine`.

    Either it has only the opposite, or it has both but says of the opposite what the claim says
    of `mine`: "add the denominators" beside "add the numerators, keep the denominator".
    """
    if not claim.every & mine or not shown.every & other:
        return False
    if not shown.every & mine and not claim.every & other:
        return True
    for before, word in claim.pairs:
        said_of_other = any((before, one) in shown.pairs for one in other)
        if word in mine and said_of_other and (before, word) not in shown.pairs:
            return True
    return False


def _windows(passage: Passage) -> Iterator[tuple[str, ...]]:
    """Each sentence alone, then each two neighbours; a list's points and rows count as sentences."""
    lines = [
        plain(sentence.text)
        for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+•|]|\d+[.)])\s)", passage.text)
        for sentence in sentences_of(block)
    ]
    yield from ((line,) for line in lines)
    yield from itertools.pairwise(lines)


# --- sentences that answer ------------------------------------------------------------------

_LEANS = re.compile(
    r"(?:(?:this|that|these|those|it|its|they|their|he|she|his|her|such|here|there|however|but|"
    r"also|so|thus|therefore|hence|then|instead|similarly|likewise|again|finally|next|another|"
    r"both|in other words|as a result|for this reason|because of this|in this case|in contrast|"
    r"on the other hand|in addition|moreover|furthermore|now|first|second|third)\b)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|e\.g\.|example|suppose|imagine|let us|let's|say we|consider)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:figure|fig\.|table|diagram|picture|image|photo|chapter|section|page|exercise|activity|"
    r"credit|below|shown above|see (?:the|also)|in the next|previous|link to learning|try it|"
    r"we will|you will learn|in this (?:lesson|reading|chapter|section|module|unit))\b",
    re.IGNORECASE,
)
_DEFINES = r"(?:s|es)?\b(?:\s*\([^)]*\))?,?\s+(?:is|are|means|refers? to|is called|are called|was|were|counts?|names?|tells?|describes?)\b"
_LEAST_WORDS, _MOST_WORDS = 4, 45


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
    defines: bool
    words: int

    @classmethod
    def of(
        cls,
        text: str,
        passage: Passage,
        rank: int,
        at: int,
        asked: frozenset[str],
        numbers: frozenset[Fraction],
        analyser: Analyser,
    ) -> "_Candidate":
        stems = frozenset(analyser.words(text).stems)
        length = len(text.split())
        example = bool(_EXAMPLE.search(text))
        figures = numbers_in(text) - numbers - {Fraction(2)}
        speaks = text.endswith((".", "!", "。", "؟", "।", ".)", ".”", '."')) and "?" not in text
        return cls(
            passage,
            rank,
            at,
            text,
            asked & stems,
            speaks
            and (length >= _LEAST_WORDS or not text.isascii())
            and length <= _MOST_WORDS
            and not _POINTS.search(text)
            and not (figures and (example or len(figures) > 1 or "=" in text)),
            bool(_LEANS.match(text)),
            example,
            _defines(text, asked, analyser),
            length,
        )

    def worth(self, rarity: dict[str, float]) -> float:
        """How well it answers: rare words of the question, a definition, an early place."""
        whole = sum(rarity.values()) or 1.0
        worth = sum(rarity[stem] for stem in self.held) / whole
        worth += 0.35 * self.defines + 0.1 / (1 + self.at) - 0.12 * self.rank
        return worth - 0.3 * self.leans - 0.25 * self.example


def _defines(text: str, asked: frozenset[str], analyser: Analyser) -> bool:
    """Whether the sentence opens with what was asked about and says what it is."""
    found = re.match(r"(?:an?\s+|the\s+)?((?:[\w'’-]+\s+){0,3}?[\w'’-]+?)" + _DEFINES, fold(text))
    return bool(found) and bool(
        asked & frozenset(analyser.words(found.group(1)).stems) if found else 0
    )


def _rarity(asked: frozenset[str], candidates: Sequence[_Candidate]) -> dict[str, float]:
    """How telling each word of the question is among these sentences, in 0–1."""
    whole = len(candidates) or 1
    return {stem: 1 - 0.8 * sum(stem in one.held for one in candidates) / whole for stem in asked}


def _chosen(
    usable: Sequence[_Candidate], rarity: dict[str, float], n: int, max_words: int
) -> list[_Candidate]:
    """The best sentence, then what follows it or next answers, as far as there is room."""
    answering = [one for one in usable if one.held and one.words <= max_words]
    standing = [one for one in answering if not one.leans]
    if not standing:
        return []
    first = max(standing, key=lambda one: (one.worth(rarity), -one.rank, -one.at))
    chosen, room = [first], max_words - first.words
    while len(chosen) < n:
        fitting = [
            (_worth_adding(one, chosen, rarity), one)
            for one in usable
            if one not in chosen and one.words <= room and one.rank == first.rank
        ]
        worth, best = max(fitting, key=lambda pair: (pair[0], -pair[1].at), default=(0.0, None))
        if best is None or worth < _WORTH_ADDING:
            break
        chosen.append(best)
        room -= best.words
    return sorted(chosen, key=lambda one: (one.rank, one.at))


_WORTH_ADDING = 0.3


def _worth_adding(one: _Candidate, chosen: Sequence[_Candidate], rarity: dict[str, float]) -> float:
    """A sentence's worth beside those chosen: one that goes on from them may lean on them."""
    follows = any(one.at == other.at + 1 for other in chosen)
    if one.leans and not follows:
        return 0.0
    fresh = one.held - frozenset().union(*(other.held for other in chosen))
    worth = one.worth(rarity) + 0.2 * bool(fresh)
    return worth + (0.3 * one.leans + 0.25 if follows else 0.0)
