"""Short ways to write a number, read where they make the answer: 1.5k, “1.2 mil”, “36!”."""

import re

from tutor.items.maths.in_words.number_text import in_millions
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Call, Name, Neg, Node, Num, Product, names, number
from tutor.items.types._aim import Aim

_SIZES = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "B": 10**9}
_OFTEN_UNITS = ("K", "m")  # kelvin, metres


def millions_meant(response: str, aim: Aim) -> str:
    """The response with "1.2 mil" as millions, where that is the answer."""
    meant = in_millions(response)
    return meant[0] if meant and aim.is_met(number(meant[1])) else response


def unexcited(node: Node, written: str, aim: Aim) -> Node:
    """36 for "36!", where that is the answer: nobody means 36 factorial then."""
    match node:
        case Call(function="factorial", args=(Num() as count,)) if (
            "!" not in written and aim.is_met(count)
        ):
            return count
        case _:
            return node


def shortened(node: Node, response: str, aim: Aim) -> Node:
    """1500 for "1.5k", 1,200,000 for "1.2M", where that is the answer; the letter may else start a unit.

    Raises Unreadable for "5M" where 5 is the answer: five of a unit, or millions.
    """
    if not (len(names(node)) == 1 and names(node) <= set(_SIZES)):
        return node
    match node:
        case Product(factors=(Num() as count, Name(name=letter))) if letter in _SIZES:
            made = number(count.value * _SIZES[letter])
            if letter == "m" and not re.search(r"\dm\W*$", response):
                return node  # "1.2 m" is a length
            if letter in _OFTEN_UNITS or aim.is_met(made):
                return made if aim.is_met(made) else node
            if re.search(rf"\d{letter}\W*$", response) and aim.is_met(count):
                raise Unreadable("I was looking for a number.")
            return node
        case Neg(of=Product() as size):
            minus = Neg(shortened(size, response, aim))
            return minus if aim.is_met(minus) else node
        case _:
            return node
