"""Which skill a calculation in a message belongs to, by its shape: “3/4 + 1/8” adds unlike fractions. Pure.

A learner who brings a sum of their own is shown how such sums are done, never its result. The shape
leaves the numbers out but keeps what makes the kind: whole, decimal, percent, mixed number or fraction,
the operation, and whether two fractions have the same denominator.
"""

import re
from collections.abc import Mapping

from tutor.curriculum.course import Course
from tutor.ids import SkillId

_FRACTION = r"\\[dt]?frac\s*\{?(\d+)\}?\s*\{?(\d+)\}?"
_NUMBER = re.compile(
    r"(?P<mixed>\d+\s+\d+\s*/\s*\d+)|(?P<fraction>\d+\s*/\s*\d+)|(?P<percent>\d+(?:\.\d+)?\s*%)"
    r"|(?P<decimal>\d+\.\d+)|(?P<whole>\d+)"
)
_SIGNS = {
    "+": "+", "plus": "+", "-": "-", "−": "-", "–": "-", "minus": "-", "take away": "-", "*": "×", "x": "×",
    "×": "×", "·": "×", "times": "×", "multiplied by": "×", "of": "of", "÷": "÷", ":": "÷",
    "divided by": "÷", r"\cdot": "×", r"\times": "×", r"\div": "÷",
}  # fmt: skip
_SIGN = "|".join(sorted((re.escape(sign) for sign in _SIGNS), key=len, reverse=True))


def shapes(text: str) -> tuple[str, ...]:
    """The shapes of the calculations in a text, in order; empty where there is none."""
    plain = re.sub(_FRACTION, r" \1/\2 ", text.replace("$", " ").casefold())
    plain = re.sub(r"(?<=\d)\s*\^?\\circ", " ", plain)
    found: list[str] = []
    for left, said, right in _pairs(plain):
        kinds, sign = (_kind(left), _kind(right)), _SIGNS[said]
        if sign == "of" and kinds[0] == "whole":
            continue  # “4 of 12 tiles” is no calculation
        shape = f"{kinds[0]} {sign} {kinds[1]}"
        if kinds == ("fraction", "fraction") and sign in "+-":
            bottoms = [one.rpartition("/")[2].strip() for one in (left, right)]
            shape += " same" if bottoms[0] == bottoms[1] else " other"
        found.append(shape)
    return tuple(found)


def skills_of(course: Course) -> Mapping[str, SkillId]:
    """The skill that asks most for each shape of calculation."""
    counts: dict[str, dict[SkillId, int]] = {}
    for source in course.sources.values():
        for shape in dict.fromkeys(shapes(source.make(1).prompt)):
            mine = counts.setdefault(shape, {})
            mine[source.skills[0]] = mine.get(source.skills[0], 0) + 1
    return {shape: max(mine, key=lambda skill: mine[skill]) for shape, mine in counts.items()}


_ANY = r"\d+\s+\d+\s*/\s*\d+|\d+\s*/\s*\d+|\d+(?:\.\d+)?\s*%|\d+\.\d+|\d+"
_PAIR = re.compile(rf"(?P<left>{_ANY})\s*(?P<sign>{_SIGN})\s*(?P<right>{_ANY})")


def _pairs(text: str) -> list[tuple[str, str, str]]:
    return [(one["left"], one["sign"], one["right"]) for one in _PAIR.finditer(text)]


def _kind(number: str) -> str:
    """Which kind of number it is."""
    found = _NUMBER.fullmatch(number.strip())
    return (found.lastgroup if found else None) or "whole"
