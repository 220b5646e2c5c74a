"""Texts around numbers: money signs taken off, the forms that give an answer away, misprints, one number twice."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from tutor.items.maths.form.numerals import is_numeral
from tutor.items.maths.in_words.words import in_words, number_words
from tutor.items.maths.notation.show import decimal, show
from tutor.items.maths.notation.symbols import VULGAR
from tutor.items.maths.notation.tree import Node
from tutor.items.maths.values.exact import exact_value
from tutor.items.maths.values.sample import real

_MONEY = re.compile(
    r"(?:(?:\b(?:US|AU|CA|NZ|HK|SG))?\\?\$|[£€¥₹₽₩]|\b(?:USD|EUR|GBP)\b)\s*(?=[-−]?[\d.])|"
    r"(?<=\d)\s*(?:[£€¥₹₽₩¢]|\\?\$(?!\w)|\b(?:USD|EUR|GBP|dollars?|euros?|pounds?|cents?)\b)"
)
_DOLLARS_AND_CENTS = re.compile(
    (
        r"(?<![\d.,])(\d{1,6}|[a-z]+(?:[- ][a-z]+)?)\s+(?:dollars?|euros?|pounds?)\s+(?:and\s+)?"
        r"(\d{1,2}|[a-z]+(?:[- ][a-z]+)?)\s+(?:cents?|p|pence)\b"
    ),
    re.I,
)


def _decimals(match: re.Match[str]) -> str:
    """ "32 dollars and 5 cents" as 32.05."""
    whole, part = (
        Fraction(piece) if piece.isdigit() else number_words(piece) for piece in match.groups()
    )
    if whole is None or part is None or not 0 < part < 100 or part.denominator > 1:
        return match[0]
    return f"{int(whole)}.{int(part):02d}" if whole.denominator == 1 else match[0]


_SIGNS = {pair: sign for sign, pair in VULGAR.items()}


_MIL = re.compile(r"(?<![\d.,])(\d{1,6}\.\d{1,6})\s*mil\b", re.I)


def in_millions(text: str) -> tuple[str, Fraction] | None:
    """ "1.2 mil" as 1.2 million, and the number; in Spanish it would be a thousand and two hundred."""
    short = _MIL.search(text)
    return short and (_MIL.sub(r"\1 million", text), Fraction(short[1]) * 10**6)


def without_money(text: str) -> str:
    """The text without signs of currency beside its numbers: $12.50 → 12.50."""
    if len(text) >= 400:
        return text
    return _MONEY.sub("", _DOLLARS_AND_CENTS.sub(_decimals, text))


_WITH_A_PART = re.compile(
    r"(?<![\d.,/])(\d{1,4})\s+(?:y|et|und|and|&)\s+(?:(\d{1,3})\s*/\s*(\d{1,3})(?![\d/])|([½¼¾⅓⅔]))"
)


def with_part(text: str) -> str:
    """ "3 y 1/2", "2 and ½" as mixed numbers, for where one number is asked for; else the text as it is."""

    def mixed(found: re.Match[str]) -> str:
        if found[4]:
            return f"{found[1]}{found[4]}"
        proper = int(found[2]) < int(found[3])
        return f"{found[1]} {found[2]}/{found[3]}" if proper else found[0]

    return _WITH_A_PART.sub(mixed, text) if len(text) < 400 else text


def forms_of(written: str, node: Node) -> tuple[str, ...]:
    """Texts that say the same number: 3/4, ¾, 0.75, 75 %, three quarters, \\frac{3}{4}…"""
    value = exact_value(node)
    found = [written, show(node)]
    if value is not None:
        found += _writings(value)
    return tuple(dict.fromkeys(t for t in found if t))


@lru_cache(maxsize=512)  # a turn asks for those of the open item several times
def _writings(value: Fraction) -> tuple[str, ...]:
    return tuple(_written(value))


def _written(value: Fraction) -> Iterator[str]:
    sign = "-" if value < 0 else ""
    size = abs(value)
    yield str(value)
    yield decimal(value, 6)
    if size.denominator == 1:
        yield f"{int(value):,}"
        yield str(value).replace("-", "−")
    else:
        yield from _fractions(size, sign)
    if size.denominator != 1 and decimal(value * 100, 4):
        yield f"{decimal(value * 100, 4)} %"
        yield f"{decimal(value * 100, 4)}%"
    yield from in_words(value)


def _fractions(size: Fraction, sign: str) -> Iterator[str]:
    top, bottom = size.numerator, size.denominator
    yield f"{sign}{top} / {bottom}"
    yield f"{sign}\\frac{{{top}}}{{{bottom}}}"
    yield f"{sign}\\dfrac{{{top}}}{{{bottom}}}"
    if top < 10 and bottom < 10:
        yield f"{sign}\\frac{top}{bottom}"
    if (top, bottom) in _SIGNS:
        yield sign + _SIGNS[top, bottom]
    yield f"{top} over {bottom}"
    whole, part = divmod(size, 1)
    if whole:
        yield f"{sign}{whole} {part}"
        yield f"{sign}{whole}\\frac{{{part.numerator}}}{{{part.denominator}}}"
        if (part.numerator, part.denominator) in _SIGNS:
            yield f"{sign}{whole}{_SIGNS[part.numerator, part.denominator]}"


def misprints(value: Fraction | None) -> tuple[Fraction, ...]:
    """Numbers that are near misses: off by one, sign lost, turned over, digits swapped, ten times."""
    if value is None:
        return ()
    found = [value + 1, -value, value * 10, value - 1]
    if value:
        found.append(1 / value)
    if value.denominator == 1 and abs(value) > 9:
        found.append(Fraction(int(str(abs(value.numerator))[::-1]) * (-1 if value < 0 else 1)))
    if value.denominator != 1:
        found.append(Fraction(value.numerator, value.denominator + 1))
    return tuple(dict.fromkeys(f for f in found if f != value))


_ROUNDING = 0.06  # of the number; what is written after ≈ may be rounded to a figure or two


def may_be_rounded(exact: Node, rounded: Node) -> bool:
    """Whether a number may be another one rounded."""
    return abs(real(exact) - real(rounded)) <= _ROUNDING * abs(real(exact))


def all_one(choices: tuple[Node, ...]) -> bool:
    """Whether "1/2 or 0.5" says one number in several writings."""
    values = {exact_value(c) for c in choices if is_numeral(c)}
    return len(values) == 1 and None not in values and all(is_numeral(c) for c in choices)
