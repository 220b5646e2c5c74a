"""An equation among the words of a line, and its root: "Together, x + 2x = 48" gives 16."""

import re
from fractions import Fraction
from itertools import pairwise

from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.tree import Relation, names
from tutor.items.maths.statements.statement import difference
from tutor.items.maths.values.exact import exact_value, put_number

_DROPPED = re.compile(r"[$£€]|(?<=\d),(?=\d{3})")
_TIMES = re.compile(r"(?<=[\d)%.])\s+[xX]\s+(?=[\d(])|[×·]")
_PIECE = re.compile(r"\d+(?:\.\d+)?%?|\.\d+|[-+*/()^=]|[A-Za-z][A-Za-z&'’]*|[^\s]")
_SIGNS = frozenset("-+*/()^=")
_AT = (3, 5, 11)  # where an equation is tried: any three different numbers do


def root_in(text: str) -> Fraction | None:
    """The root of the first equation in a line that is linear in one letter; None without one.

    Pure; never raises.
    """
    plain = _DROPPED.sub("", text).replace("−", "-").replace("÷", "/")
    for run in _runs(_PIECE.findall(_TIMES.sub(" * ", plain))):
        for left, right in pairwise(run.split("=")):
            found = _root(f"{left}={right}")
            if found is not None:
                return found
    return None


def _runs(pieces: list[str]) -> list[str]:
    """The stretches of numbers, signs and lone letters."""
    found: list[str] = []
    run: list[str] = []
    for piece in [*pieces, "|"]:
        if piece in _SIGNS or piece[-1].isdigit() or piece[-1] == "%" or _is_letter(piece):
            if (
                run
                and (_is_letter(piece) or piece == "(")
                and (run[-1][-1].isalnum() or run[-1] == ")")
            ):
                run.append("*")  # 2x, 2(x + 1)
            run.append(piece)
            continue
        found.append(" ".join(run))
        run = []
    return found


def _is_letter(piece: str) -> bool:
    return len(piece) == 1 and piece.isalpha()


def _root(equation: str) -> Fraction | None:
    try:
        node = parse(equation)
    except Unreadable:
        return None
    letters = names(node)
    if not isinstance(node, Relation) or len(letters) != 1:
        return None
    letter, gap = next(iter(letters)), difference(node)
    low, middle, high = (exact_value(put_number(gap, letter, at)) for at in _AT)
    if low is None or middle is None or high is None:
        return None
    slope = (middle - low) / (_AT[1] - _AT[0])
    if slope == 0 or high - middle != slope * (_AT[2] - _AT[1]):
        return None
    return _AT[0] - low / slope
