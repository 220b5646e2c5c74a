"""Quantities said in words: "three weeks", "half an hour", "an hour and a half"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from tutor.items.maths.exact import NotExact, exact_value
from tutor.items.maths.sample import value_at
from tutor.items.maths.show import show
from tutor.items.maths.tree import Node, number
from tutor.items.maths.unit_table import Unit
from tutor.items.maths.units import unit_of
from tutor.items.maths.words import number_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with a unit; either may be missing (None)."""

    number: Node | None
    unit: Unit | None
    unit_text: str = ""

    @property
    def shown(self) -> str:
        """How to show what was read."""
        text = "" if self.number is None else show(self.number)
        return f"{text} {self.unit_text}".strip()

    def value(self) -> Fraction:
        """The number alone, without its unit (1 when only a unit was given)."""
        if self.number is None:
            return Fraction(1)
        exact = exact_value(self.number)
        if exact is not None:
            return exact
        found = value_at(self.number, {})
        if abs(found.imag) > 1e-9 * max(1.0, abs(found.real)):
            raise NotExact
        return Fraction(found.real)

    def in_si(self) -> Fraction:
        """The quantity in SI units; without a unit just the number."""
        if self.unit is None:
            return self.value()
        return self.value() * self.unit.factor + self.unit.offset


_MOST_WORDS = 12
_PART_FIRST = re.compile(
    r"(half|(?:a |one )?quarter(?: of)?|three quarters of) an? ((?:square |cubic )?\w+)"
)
_PART_LAST = re.compile(r"([\w-]+) (\w+) and (a half|a quarter|three quarters)")
_SMALLER_LAST = re.compile(r"([\w-]+) (hours?|dollars?|euros?) (?:and )?([\w-]+)")
_DOUBT = re.compile(r"\b(?:not|isn'?t|or|no)\b")


def in_words(text: str, labels: frozenset[str] = frozenset()) -> Quantity | None:
    """The quantity that a text without digits ends in; None where it says none."""
    words = text.lower().strip(" .!?").split()
    while len(words) > 2 and words[-1] in (
        "i",
        "think",
        "guess",
        "believe",
        "maybe",
        "right",
        "please",
    ):
        words.pop()
    if not 2 <= len(words) <= _MOST_WORDS or re.search(r"[^a-z\s'’,.!?-]", text.lower()):
        return None
    if _DOUBT.search(text.lower()):
        return None
    for start in range(len(words) - 1):
        found = _said(words[start:], labels)
        if found is not None:
            return found
    return None


def _said(words: list[str], labels: frozenset[str]) -> Quantity | None:
    phrase = " ".join(words)
    match = _PART_FIRST.fullmatch(phrase)
    if match:
        part = number_words(match[1].removesuffix(" of"))
        return _made(part, match[2], labels)
    match = _PART_LAST.fullmatch(phrase)
    if match:
        whole, part = number_words(match[1]), number_words(match[3])
        return _made(whole + part, match[2], labels) if whole is not None and part else None
    match = _SMALLER_LAST.fullmatch(phrase)
    if match:
        whole, part = number_words(match[1]), number_words(match[3])
        size = 60 if match[2].startswith("hour") else 100
        if whole is not None and part is not None and 0 < part < size and part.denominator == 1:
            return _made(whole + part / size, match[2], labels)
    for count in range(len(words) - 1, 0, -1):
        found = _made(number_words(" ".join(words[:count])), " ".join(words[count:]), labels)
        if found is not None:
            return found
    return None


def _made(value: Fraction | None, unit_text: str, labels: frozenset[str]) -> Quantity | None:
    unit = unit_of(unit_text, labels) if value is not None and len(unit_text) > 2 else None
    if value is None or unit is None:
        return None
    return Quantity(number=number(value), unit=unit, unit_text=unit_text)
