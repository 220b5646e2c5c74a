"""What a sentence states: its words, the values of its numbers, whether it denies (pure)."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tutor.items.numerals import ONES
from tutor.retrieval.language import Analyser

_NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:[.,]\d+)*(?:\s*/\s*\d+)?(?:\s*%)?")
_FRACTION = re.compile(r"\\[dt]?frac\{\s*(-?\d+)\s*\}\{\s*(\d+)\s*\}")
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(ONES[:13])
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
class Statement:
    """A statement taken apart; `pairs` are neighbouring stems, `every` all stems with small words."""

    stems: tuple[str, ...]
    every: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[Fraction]
    denied: bool
    analyser: Analyser

    @classmethod
    def of(cls, text: str, analyser: Analyser) -> "Statement":
        words = analyser.words(text)
        return cls(
            stems=tuple(dict.fromkeys(words.stems)),
            every=frozenset(analyser.stem(word) for word in words.raw),
            pairs=frozenset(itertools.pairwise(words.stems)),
            numbers=numbers_in(text),
            denied=_denials(words.raw) % 2 == 1,
            analyser=analyser,
        )

    def share_in(self, shown: "Statement", about: Sequence[str]) -> float:
        """The share of this statement's words that the other holds or stands under."""
        mine = [stem for stem in self.stems if not stem[:1].isdigit()]
        if not mine:
            return float(bool(self.numbers) and self.numbers <= shown.numbers)
        held = sum(1.0 if stem in shown.stems else 0.5 if stem in about else 0.0 for stem in mine)
        return held / len(mine)

    def agrees_with(self, shown: "Statement") -> bool:
        """Whether numbers and sense are the same."""
        return self.numbers <= shown.numbers and not self._contradicts(shown)

    def is_turned_by(self, shown: "Statement") -> bool:
        """Whether a sentence about the same thing says it the other way round."""
        return self.share_in(shown, ()) >= 0.5 and self._contradicts(shown)

    def _contradicts(self, shown: "Statement") -> bool:
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


def _turned(
    claim: Statement, shown: Statement, mine: frozenset[str], other: frozenset[str]
) -> bool:
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
