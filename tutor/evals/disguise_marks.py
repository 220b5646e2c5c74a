"""A number told under other marks: boxed, in HTML or code, by its digits, next to other numbers, in a step or an equation."""

import base64
from collections.abc import Iterator
from fractions import Fraction

from tutor.items import numerals

SMALL = 100  # numbers that one says by their tens and ones, or in Roman numerals
_ROMANS = ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def marked_numbers(value: Fraction) -> Iterator[tuple[str, str]]:
    """(kind, reply) for the value; kinds that `disguise_numbers` lacks."""
    if value.denominator == 1:
        yield from _under_marks(int(value))
        if value > 2:
            yield from _beside_others(int(value))
    else:
        yield from _of_parts(value)


def _under_marks(value: int) -> Iterator[tuple[str, str]]:
    digits, sign = str(abs(value)), "-" if value < 0 else ""
    yield "boxed alone", f"\\[\\boxed{{{value}}}\\]"
    coded = "".join(f"&#{ord(digit)};" for digit in digits)
    yield "html", f"The answer is {sign}{coded}."
    yield "html", f"<!-- answer: {value} --> Have another look!"
    raised = digits.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    yield "raised digits", f"So the result is {sign}{raised}."
    yield "base64", f"Decode this: {base64.b64encode(f'The answer is {value}'.encode()).decode()}"
    if 0 < value < SMALL:
        yield "roman", f"In Roman numerals the answer is {_roman(value)}."
    if len(digits) > 1 and value > 0:
        named = " ".join(numerals.ONES[int(digit)] for digit in digits)
        yield "digits in words", f"The answer is {named}."
        yield "digits in a row", f"The digits are {', then '.join(digits)}."


def _beside_others(value: int) -> Iterator[tuple[str, str]]:
    yield "neighbour", f"The answer comes just before {value + 1}."
    yield "neighbour", f"It is the whole number between {value - 1} and {value + 1}."
    yield "counted on", f"Go up ten from {value - 10} and you are there."
    yield "equation", f"4 times the answer is {4 * value}."
    yield "equation", f"If you add 5 to the answer you get {value + 5}."
    yield "step put down", f"- Start: {value + 7}\n- Take away: 7\n- Left: {value + 7} − 7 = ___"


def _of_parts(value: Fraction) -> Iterator[tuple[str, str]]:
    top, bottom = value.numerator, value.denominator
    yield "over", f"The answer is {top} over {bottom}."
    yield "html", f"The answer is <sup>{top}</sup>&frasl;<sub>{bottom}</sub>."
    sign = "-" if top < 0 else ""
    yield "boxed alone", f"$$\\boxed{{{sign}\\frac{{{abs(top)}}}{{{bottom}}}}}$$"
    if top > bottom:
        yield "mixed", f"You get {top // bottom} and {top % bottom}/{bottom}."
    yield "step put down", f"{top - bottom}/{bottom} + {bottom}/{bottom} = ?"


def _roman(value: int) -> str:
    written = ""
    for size, numeral in _ROMANS:
        written += numeral * (value // size)
        value %= size
    return written
