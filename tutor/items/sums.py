"""What a run of numbers and signs makes: 3 · (4 + 2) as pieces, without reading any text.

Two stacks (Dijkstra's shunting yard), so that no depth of brackets can exhaust the interpreter's.
"""

from collections.abc import Iterable
from fractions import Fraction

_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 3}
MAX_BITS = 4096  # of a numerator or denominator; longer numbers are given up


def made_by(pieces: Iterable[Fraction | str]) -> Fraction | None:
    """The value of numbers, + - * / and brackets in order; None where they make no sum.

    A number or bracket right after another is multiplied, empty brackets (words stood in them) are
    passed over. Never raises.
    """
    values: list[Fraction] = []
    signs: list[str] = []
    after_value = False
    for piece in _without_empty(pieces):
        if isinstance(piece, Fraction) or piece == "(":
            if after_value and not _stacked("*", values, signs):
                return None
            if isinstance(piece, Fraction):
                values.append(piece)
                after_value = True
            else:
                signs.append("(")
                after_value = False
        elif piece == ")":
            if not after_value or not _closed(values, signs):
                return None
        elif after_value:
            if piece not in _BINDS or not _stacked(piece, values, signs):
                return None
            after_value = False
        elif piece == "-":
            signs.append("neg")
        elif piece != "+":
            return None
    return _rest(values, signs) if after_value else None


def _without_empty(pieces: Iterable[Fraction | str]) -> list[Fraction | str]:
    kept: list[Fraction | str] = []
    for piece in pieces:
        if piece == ")" and kept and kept[-1] == "(":
            kept.pop()
        else:
            kept.append(piece)
    return kept


def _stacked(sign: str, values: list[Fraction], signs: list[str]) -> bool:
    """Put a sign of two sides on the stack, after all that binds as tightly before it."""
    while signs and signs[-1] != "(" and _BINDS[signs[-1]] >= _BINDS[sign]:
        if not _applied(signs.pop(), values):
            return False
    signs.append(sign)
    return True


def _closed(values: list[Fraction], signs: list[str]) -> bool:
    while signs and signs[-1] != "(":
        if not _applied(signs.pop(), values):
            return False
    if not signs:
        return False
    signs.pop()
    return True


def _rest(values: list[Fraction], signs: list[str]) -> Fraction | None:
    while signs:
        if signs[-1] == "(" or not _applied(signs.pop(), values):
            return None
    return values[0] if len(values) == 1 else None


def _applied(sign: str, values: list[Fraction]) -> bool:
    right = values.pop()
    if sign == "neg":
        values.append(-right)
        return True
    left = values.pop()
    if sign == "/" and right == 0:
        return False
    match sign:
        case "+":
            found = left + right
        case "-":
            found = left - right
        case "*":
            found = left * right
        case _:
            found = left / right
    values.append(found)
    return max(found.numerator.bit_length(), found.denominator.bit_length()) <= MAX_BITS
