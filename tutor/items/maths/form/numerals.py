"""How a number is written: as a fraction, a decimal, a percentage; its figures and places."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import gcd, log10

from tutor.items.maths.notation.tree import (
    Degree,
    Mixed,
    Neg,
    Node,
    Num,
    Percent,
    Power,
    Product,
    Quotient,
    number,
)
from tutor.items.maths.values.exact import exact_value
from tutor.items.said import say


class Form(StrEnum):
    """The ways of writing a number that an item may ask for."""

    WHOLE = "whole"
    FRACTION = "fraction"
    LOWEST_TERMS = "lowest_terms"
    MIXED = "mixed"
    DECIMAL = "decimal"
    PERCENT = "percent"
    SCIENTIFIC = "scientific"


ASKED = {
    Form.WHOLE: say("as a whole number"),
    Form.FRACTION: say("as a fraction"),
    Form.LOWEST_TERMS: say("in lowest terms"),
    Form.MIXED: say("as a mixed number"),
    Form.DECIMAL: say("as a decimal"),
    Form.PERCENT: say("as a percentage"),
    Form.SCIENTIFIC: say("in scientific notation"),
}
HOW = {
    Form.WHOLE: "Reply with a whole number.",
    Form.FRACTION: "Reply with a fraction.",
    Form.LOWEST_TERMS: "Write it in lowest terms.",
    Form.MIXED: "Reply with a mixed number.",
    Form.DECIMAL: "Reply with a decimal.",
    Form.PERCENT: "Reply with a percentage.",
    Form.SCIENTIFIC: "Write it in scientific notation.",
}
_STATED = {  # how a prompt, in English or Spanish, says the same
    HOW[
        Form.LOWEST_TERMS
    ]: r"\b(?:lowest terms|simplest form|simplify|simplificad[ao]|irreducible)\b",
    HOW[Form.MIXED]: r"\b(?:as a mixed number|como n[uú]mero mixto)\b",
    HOW[Form.DECIMAL]: r"\b(?:as a decimal|como (?:n[uú]mero )?decimal)\b",
    HOW[Form.PERCENT]: r"\b(?:as a per ?cent(?:age)?|como porcentaje)\b",
    HOW[Form.SCIENTIFIC]: r"\bin scientific notation\b|\bnotaci[oó]n cient[ií]fica\b",
}


def stated(how: str, prompt: str) -> bool:
    """Whether the prompt itself says what the instruction `how` (one of `HOW`) says."""
    pattern = _STATED.get(how)
    return pattern is not None and re.search(pattern, prompt, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The precision of a decimal as written.

    `places` digits after the point; `least` and `most` significant figures (the zeros at the end
    of 1200 may or may not count).
    """

    places: int
    least: int
    most: int


def unsigned(node: Node) -> Node:
    """The number without its sign or degree sign."""
    while isinstance(node, Neg | Degree):
        node = node.of
    return node


def is_numeral(node: Node) -> bool:
    """Whether the tree is one number written down, with nothing left to work out."""
    node = unsigned(node)
    match node:
        case Num() | Mixed():
            return True
        case Percent(of=of):
            return is_numeral(of)
        case Quotient(top=top, bottom=bottom):
            return isinstance(unsigned(top), Num) and isinstance(unsigned(bottom), Num)
        case _:
            return scientific(node) is not None


def scientific(node: Node) -> tuple[Node, int] | None:
    """Mantissa and exponent of a·10^n; None for anything else."""
    node = unsigned(node)
    if isinstance(node, Power):
        power: Node = node
        mantissa: Node = Num(Fraction(1), "1")
    elif isinstance(node, Product) and len(node.factors) == 2:
        mantissa, power = node.factors
    else:
        return None
    if not isinstance(power, Power) or power.base not in (Num(Fraction(10), "10"),):
        return None
    exponent = exact_value(power.exponent)
    if exponent is None or exponent.denominator != 1 or not isinstance(unsigned(mantissa), Num):
        return None
    return mantissa, int(exponent)


def has_form(node: Node, form: Form) -> bool:
    """Whether a number is written in a form."""
    bare = unsigned(node)
    match form:
        case Form.WHOLE:
            return isinstance(bare, Num) and "." not in bare.written
        case Form.FRACTION:
            return _simple_fraction(bare) is not None or has_form(bare, Form.WHOLE)
        case Form.LOWEST_TERMS:
            return _in_lowest_terms(bare)
        case Form.MIXED:
            proper = _simple_fraction(bare)
            if proper is not None and proper[0] >= proper[1]:
                return False
            return not isinstance(bare, Percent | Product) and _in_lowest_terms(bare)
        case Form.DECIMAL:
            return isinstance(bare, Num)
        case Form.PERCENT:
            return isinstance(bare, Percent) and is_numeral(bare.of)
        case Form.SCIENTIFIC:
            parts = scientific(bare)
            if parts is None:
                return False
            size = exact_value(unsigned(parts[0]))
            return size is not None and (1 <= size < 10)


def _simple_fraction(node: Node) -> tuple[int, int] | None:
    if not isinstance(node, Quotient):
        return None
    top, bottom = unsigned(node.top), unsigned(node.bottom)
    if not (isinstance(top, Num) and isinstance(bottom, Num)):
        return None
    if "." in top.written or "." in bottom.written:
        return None
    return int(top.value), int(bottom.value)


def _in_lowest_terms(node: Node) -> bool:
    if isinstance(node, Mixed):
        return gcd(node.top, node.bottom) == 1
    parts = _simple_fraction(node)
    if parts is None:
        return has_form(node, Form.WHOLE)
    return gcd(*parts) == 1 and parts[1] != 1


def figures(node: Node) -> Figures | None:
    """The precision of a decimal or a number in scientific notation; None for other forms."""
    bare = unsigned(node)
    parts = scientific(bare)
    shift = 0
    if parts is not None:
        bare, shift = unsigned(parts[0]), parts[1]
    if isinstance(bare, Percent):
        bare = unsigned(bare.of)
    if not isinstance(bare, Num) or bare.written.endswith("…"):
        return None
    whole, point, after = bare.written.partition(".")
    digits = (whole + after).lstrip("0")
    if not digits:  # 0, 0.00
        count = len(after) + 1 if point else 1
        return Figures(places=len(after), least=min(count, 1) if not point else count, most=count)
    if point or parts is not None:
        return Figures(
            places=max(len(after) - shift, 0) if parts else len(after),
            least=len(digits),
            most=len(digits),
        )
    return Figures(places=0, least=len(digits.rstrip("0")), most=len(digits))


def rounded_places(value: Fraction, places: int) -> Fraction:
    """The value rounded half away from zero to so many decimal places."""
    return _half_up(value * 10**places) / Fraction(10) ** places


def rounded_figures(value: Fraction, count: int) -> Fraction:
    """The value rounded half away from zero to so many significant figures."""
    if value == 0:
        return value
    places = count - 1 - magnitude(value)
    return _half_up(value * Fraction(10) ** places) / Fraction(10) ** places


def magnitude(value: Fraction) -> int:
    """The exponent of the value in scientific notation; the value is not 0."""
    size = abs(value)
    guess = int(log10(size.numerator) - log10(size.denominator))
    while Fraction(10) ** guess > size:
        guess -= 1
    while Fraction(10) ** (guess + 1) <= size:
        guess += 1
    return guess


def _half_up(value: Fraction) -> Fraction:
    whole = (abs(value) + Fraction(1, 2)).__floor__()
    return Fraction(whole if value >= 0 else -whole)


def repeating(text: str, *, comma: bool = False) -> Fraction | None:
    """0.333…, 0.(3) and 0.\\overline{3} as the fraction they stand for; None for other texts.

    `comma` reads 0,333… so too.
    """
    if len(text) > 40:
        return None
    text = text.replace(",", ".", 1) if comma and "." not in text.rstrip(".") else text
    if "." not in text:
        return None
    match = re.fullmatch(
        r"\s*([-−]?)(\d*)\.(\d*?)(?:\((\d+)\)|\\overline\{(\d+)\}|((\d+?)\7+)(?:\.{3,4}|…\.?)|(\d)\u0305)\s*",
        text,
    )
    if match is None:
        return None
    sign, whole, before = match[1], match[2] or "0", match[3]
    cycle = match[4] or match[5] or match[7] or match[8]
    value = Fraction(int(whole + before), 10 ** len(before))
    value += Fraction(int(cycle), (10 ** len(cycle) - 1) * 10 ** len(before))
    return -value if sign else value


def endless_decimal(value: Fraction) -> Node:
    """A number written as a decimal without end: 2.333…; as it is where it ends."""
    if value < 0:
        return Neg(endless_decimal(-value))
    if value.denominator == 1:
        return number(value)
    places = 6
    cut = int(value * 10**places)
    return Num(value, f"{cut // 10**places}.{cut % 10**places:0{places}d}…")


def equal_but(forms: tuple[Form, ...]) -> str:
    """The note on a right value that has none of the forms asked for."""
    wanted = ASKED[forms[-1]]
    for form in reversed(forms[:-1]):
        wanted = say("{first} or {last}", first=ASKED[form], last=wanted)
    return say("Equal, but write it {wanted}.", wanted=wanted)
