"""What the functions of the template language make: words, fractions, decimals, LaTeX, lists."""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from tutor.errors import BadCourse
from tutor.items.numerals import ONES, TENS

Value = Any  # int, Fraction, bool, str or a list of these

MAX_LENGTH = 2_000

ORDINALS = {
    1: "whole",
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    8: "eighth",
    9: "ninth",
    12: "twelfth",
}


def words(number: int) -> str:
    """A whole number from 0 to 999 in words; digits beyond that."""
    if number < 0 or number > 999:
        return str(number)
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{ONES[hundreds]} hundred" + (f" and {words(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """The name of one of `number` equal parts: "fifth"; "half" and "quarter" as schools say."""
    if number in ORDINALS:
        return ORDINALS[number]
    text = words(number)
    last = text.rsplit("-", 1)[-1].rsplit(" ", 1)[-1]
    head = text[: len(text) - len(last)]
    small = {"one": "first", "two": "second", "three": "third", "four": "fourth", "five": "fifth"}
    small |= {"eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
    if last in small:
        return head + small[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ordinals(number: int) -> str:
    """The plural of `ordinal`: "fifths", "halves"."""
    one = ordinal(number)
    return "halves" if one == "half" else one + "s"


def show(value: Value) -> str:
    """A value as text: fractions as n/d, whole numbers plain, lists with commas."""
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, Fraction):
        return (
            str(value.numerator)
            if value.denominator == 1
            else f"{value.numerator}/{value.denominator}"
        )
    if isinstance(value, list):
        return ", ".join(show(part) for part in value)
    return str(value)


def whole(value: Value) -> int:
    """A value that must be a whole number, as one; raises BadCourse."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    if isinstance(value, int):
        return int(value)
    raise BadCourse(f"A whole number is needed here, not {show(value)}.")


def _frac(n: Value, d: Value) -> str:
    return show(Fraction(n) / Fraction(d))


def _mixed(value: Value) -> str:
    number = Fraction(value)
    whole, rest = divmod(abs(number), 1)
    sign = "-" if number < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole} {rest}" if whole else f"{sign}{rest}"


def _tex(value: Value) -> str:
    number = Fraction(value)
    sign = "-" if number < 0 else ""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{sign}\\frac{{{abs(number.numerator)}}}{{{number.denominator}}}"


def _texmixed(value: Value) -> str:
    number = Fraction(value)
    whole, rest = divmod(abs(number), 1)
    sign = "-" if number < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole if whole else ''}\\frac{{{rest.numerator}}}{{{rest.denominator}}}"


def _texfrac(n: Value, d: Value) -> str:
    return f"\\frac{{{show(n)}}}{{{show(d)}}}"


def _dec(value: Value, places: Value | None = None) -> str:
    number = Fraction(value)
    if places is not None:
        scaled = round(number * 10 ** whole(places))
        digits = str(abs(scaled)).rjust(whole(places) + 1, "0")
        cut = len(digits) - whole(places)
        text = digits[:cut] + ("." + digits[cut:] if whole(places) else "")
        return ("-" if scaled < 0 else "") + text
    for count in range(13):
        if (number * 10**count).denominator == 1:
            return _dec(number, count)
    raise BadCourse(f"{show(number)} has no finite decimal; say how many places.")


def _round(value: Value, places: Value = 0) -> Value:
    scale = 10 ** whole(places)
    rounded = Fraction(math.floor(Fraction(value) * scale + Fraction(1, 2)), scale)
    return rounded.numerator if rounded.denominator == 1 else rounded


def _repeat(text: Value, times: Value) -> str:
    return _bounded(str(text) * min(whole(times), MAX_LENGTH))


def _bounded(text: str) -> str:
    if len(text) > MAX_LENGTH:
        raise BadCourse("A computed text is too long.")
    return text


def _range(*ends: Value) -> list[int]:
    numbers = range(*map(whole, ends))
    if len(numbers) > MAX_LENGTH:
        raise BadCourse("A range is too long.")
    return list(numbers)


def _len(value: Value) -> int:
    return len(value)


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "abs": abs,
    "min": min,
    "max": max,
    "floor": math.floor,
    "ceil": math.ceil,
    "round": _round,
    "gcd": lambda *xs: math.gcd(*map(whole, xs)),
    "lcm": lambda *xs: math.lcm(*map(whole, xs)),
    "len": _len,
    "str": show,
    "int": lambda x: math.trunc(Fraction(x)),
    "sum": lambda xs: sum(xs),
    "sorted": lambda xs: sorted(xs),
    "reversed": lambda xs: xs[::-1],
    "list": lambda *xs: list(xs[0]) if len(xs) == 1 and isinstance(xs[0], list | str) else list(xs),
    "join": lambda sep, xs: _bounded(str(sep).join(show(x) for x in xs)),
    "repeat": _repeat,
    "range": _range,
    "frac": _frac,
    "mixed": _mixed,
    "tex": _tex,
    "texmixed": _texmixed,
    "texfrac": _texfrac,
    "dec": _dec,
    "num": lambda x: Fraction(x).numerator,
    "den": lambda x: Fraction(x).denominator,
    "words": lambda n: words(whole(n)),
    "ordinal": lambda n: ordinal(whole(n)),
    "ordinals": lambda n: ordinals(whole(n)),
    "plural": lambda n, one, many: one if n == 1 else many,
    "upper": lambda s: str(s).upper(),
    "lower": lambda s: str(s).lower(),
}
