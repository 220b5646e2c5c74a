"""Quantities said in words: "three weeks", "half an hour", "an hour and a half", "dos kilos y medio"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from tutor.items.maths.in_words.changed import unchanged
from tutor.items.maths.in_words.foreign_words import foreign_count, foreign_number
from tutor.items.maths.in_words.money import money_said
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import Node, Num, number
from tutor.items.maths.quantities.unit_table import Unit
from tutor.items.maths.quantities.units import unit_of
from tutor.items.maths.values.exact import NotExact, exact_value
from tutor.items.maths.values.sample import value_at
from tutor.items.text.clean import without_accents


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
_SMALLER_LAST = re.compile(r"([\w-]+) (hours?|foot|feet) (?:and )?([\w-]+)")
_PART_OF = re.compile(r"([\w -]+?) of an? ((?:square |cubic )?\w+)")  # seven fifths of a kilometre
# Units of one or two letters that no other word is: "three km", but not "three in".
_SHORT = frozenset(
    ("km", "cm", "mm", "kg", "mg", "ml", "cl", "dl", "ft", "yd", "lb", "oz", "m", "g", "l")
)
_SPANISH_HALF = re.compile(
    r"(?:(un|una|[a-z]+) )?([a-z]+) y (medi[oa]|(?:un )?(?:cuarto|tercio)|tres cuartos)"
)
_SPANISH_PART = re.compile(r"(medi[oa]|un cuarto de|tres cuartos de|un tercio de) ([a-z]+)")
_SPANISH_SIZES = {
    "medi": (1, 2), "cuarto": (1, 4), "un cuarto": (1, 4), "un tercio": (1, 3), "tercio": (1, 3), "tres cuartos": (3, 4),
}  # fmt: skip
_SPANISH_BEFORE = re.compile(
    r"^(?:(?:creo|pienso|que|la respuesta|es|son|pesa|mide|dura|entonces)\s+)+"
)
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
    if not 2 <= len(words) <= _MOST_WORDS:
        return None
    abroad = _abroad(" ".join(words), labels)
    if abroad is not None or re.search(r"[^a-z\s'’,.!?²³°/^-]", text.lower()):
        return abroad
    if _DOUBT.search(text.lower()):
        return None
    for start in range(len(words) - 1):
        found = _said(words[start:], labels)
        if found is not None:
            unchanged(" ".join(words[:start]) + " ")  # "more than ninety km/h"
            return found
    return None


def _said(words: list[str], labels: frozenset[str]) -> Quantity | None:
    phrase = " ".join(words)
    money = money_said(phrase)
    if money is not None:
        return _made(*money, labels)
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
        size = 60 if match[2].startswith("hour") else 12
        if whole is not None and part is not None and 0 < part < size and part.denominator == 1:
            return _made(whole + part / size, match[2], labels)
    match = _PART_OF.fullmatch(phrase)
    part = number_words(match[1]) if match else None
    if match and part is not None and part.denominator > 1:
        return _made(part, match[2], labels)
    return _one_said(words, labels) or _two_said(words, labels)


def _two_said(words: list[str], labels: frozenset[str]) -> Quantity | None:
    """ "one hour thirty minutes", "two metres and fifty centimetres": a larger unit, then a smaller one of its kind."""
    for cut in range(2, len(words) - 1):
        rest = words[cut + 1 :] if words[cut] == "and" else words[cut:]
        large, small = _one_said(words[:cut], labels), _one_said(rest, labels)
        if large is None or small is None or large.unit is None or small.unit is None:
            continue
        if large.unit.dimension == small.unit.dimension and large.unit.factor > small.unit.factor:
            value = large.value() + small.value() * small.unit.factor / large.unit.factor
            return Quantity(number=number(value), unit=large.unit, unit_text=large.unit_text)
    return None


def _one_said(words: list[str], labels: frozenset[str]) -> Quantity | None:
    """A number in words and one unit behind it."""
    for count in range(len(words) - 1, 0, -1):
        found = _made(number_words(" ".join(words[:count])), " ".join(words[count:]), labels)
        if found is not None:
            return found
    return None


def _abroad(text: str, labels: frozenset[str]) -> Quantity | None:
    """ "dos kilos y medio", "media hora", "tres cuartos de hora", "zweieinhalb Kilo"; None for other texts."""
    plain = _SPANISH_BEFORE.sub("", without_accents(text))
    money = money_said(plain)
    if money is not None:
        return _made(*money, labels)
    match = _SPANISH_HALF.fullmatch(plain)
    if match:
        whole = foreign_count(match[1]) if match[1] else 1
        return None if whole is None else _made(whole + _spanish_part(match[3]), match[2], labels)
    match = _SPANISH_PART.fullmatch(plain)
    if match:
        return _made(_spanish_part(match[1].removesuffix(" de")), match[2], labels)
    for cut in (-1, -2, -3):  # "veinte metros", "veinte metros cuadrados"
        counted, unit = " ".join(plain.split()[:cut]), " ".join(plain.split()[cut:])
        node = foreign_number(counted) if counted else None
        value = exact_value(node) if node is not None else None
        found = _made(value, unit, labels)
        if found is not None:
            return found
    return None


def _spanish_part(name: str) -> Fraction:
    return Fraction(*_SPANISH_SIZES["medi" if name.startswith("medi") else name])


def _made(value: Fraction | None, unit_text: str, labels: frozenset[str]) -> Quantity | None:
    named = len(unit_text) > 2 or unit_text in _SHORT or unit_text in "£$€"
    unit = unit_of(unit_text, labels) if value is not None and named else None
    if value is None or unit is None:
        return None
    shown = Num(value, f"{float(value):.2f}") if unit_text in "£$€" else number(value)
    return Quantity(number=shown, unit=unit, unit_text=unit_text)
