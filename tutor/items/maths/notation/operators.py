r"""Operators of calculus in LaTeX: \int, \sum, \prod, \lim and \frac{d}{dx}.

Derivatives are worked out by rule. The others stay calls (`integral`, `sum`, `prod`, `limit`), the same
only when their parts are; short sums and products of numbers have their value (`exact.py`).
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Protocol

from tutor.items.maths.notation.lexer import Token, Unreadable
from tutor.items.maths.notation.tree import (
    Call,
    Name,
    Node,
    Num,
    Power,
    Product,
    Quotient,
    Relation,
)
from tutor.items.maths.values.derive import derivative
from tutor.items.maths.values.exact import NotExact

NAMES = frozenset({"int", "sum", "prod", "lim"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


class Reader(Protocol):
    """What is needed of the parser."""

    tokens: tuple[Token, ...]
    i: int
    token: Token

    def step(self) -> Token: ...
    def sees(self, *signs: str) -> bool: ...
    def expect(self, sign: str) -> Token: ...
    def group(self) -> Node: ...
    def sum(self) -> Node: ...
    def product(self) -> Node: ...


def operator(reader: Reader, inner: Callable[[tuple[Token, ...]], Node]) -> Node:
    """The operator at the reader's place with its bounds and what it is applied to.

    `inner` reads tokens on their own, for an integrand that ends before its dx.
    """
    name = reader.step().text
    if name == "lim":
        return _limit(reader)
    low: Node | None = None
    high: Node | None = None
    while reader.sees("_", "^"):
        if reader.step().text == "_":
            low = reader.group()
        else:
            high = reader.group()
    if name == "int":
        return _integral(reader, inner, low, high)
    if not isinstance(low, Relation) or len(low.operands) != 2 or high is None:
        raise Unreadable("I cannot read the bounds of that sum.", reader.token.start)
    return Call(name, (reader.product(), low.operands[0], low.operands[1], high))


def _limit(reader: Reader) -> Node:
    reader.expect("_")
    reader.expect("{")
    variable = reader.group()
    reader.expect("->")
    place = reader.sum()
    side: tuple[Node, ...] = ()
    if reader.sees("^"):
        reader.step()
        braced = reader.sees("{")
        reader.step() if braced else None
        side = (Num(Fraction(1), reader.step().text),)
        reader.expect("}") if braced else None
    reader.expect("}")
    return Call("limit", (reader.product(), variable, place, *side))


def _integral(
    reader: Reader,
    inner: Callable[[tuple[Token, ...]], Node],
    low: Node | None,
    high: Node | None,
) -> Node:
    at, end = _differential(reader)
    variable = Name(reader.tokens[at + 1].text)
    before = reader.tokens[reader.i : at]
    body: tuple[Token, ...] = before
    if end > at + 2:  # \int \frac{dx}{x}: a 1 in its place, and what follows it up to the end
        body = (*before, Token("num", "1", 0, 0), *reader.tokens[at + 2 : end])
    elif not before:
        body = (Token("num", "1", 0, 0),)
    integrand = inner((*body, Token("end", "", 0, 0)))
    reader.i = end
    reader.token = reader.tokens[end]
    bounds = () if low is None or high is None else (low, high)
    return Call("integral", (integrand, variable, *bounds))


def _differential(reader: Reader) -> tuple[int, int]:
    """Where the dx stands and where the integral ends; raises Unreadable without one."""
    depth, within = 0, None
    for k in range(reader.i, len(reader.tokens) - 1):
        token, after = reader.tokens[k], reader.tokens[k + 1]
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if (token.kind, token.text, after.kind) == ("name", "d", "name"):
            if depth == 0:
                return k, k + 2
            within = k if within is None else within
    if within is None:
        raise Unreadable("I miss the dx of that integral.", reader.token.start)
    return within, len(reader.tokens) - 1


def slope(reader: Reader, fraction: Quotient) -> Node | None:
    """d/dx applied to what follows, and dy/dx; None for other fractions."""
    variable, order = _below(fraction.bottom)
    if variable is None:
        return None
    match fraction.top:
        case Name(name="d" | "∂"):
            found = reader.product()
        case Power(base=Name(name="d" | "∂"), exponent=Num(value=times)) if times == order:
            found = reader.product()
        case Product(factors=(Name(name="d" | "∂"), Name() as found)) if order == 1:
            return Call("derivative", (found, Name(variable)))
        case _:
            return None
    try:
        for _ in range(order):
            found = derivative(found, variable)
    except NotExact:
        return Call("derivative", (found, Name(variable), Num(Fraction(order), str(order))))
    return found


def _below(bottom: Node) -> tuple[str | None, int]:
    """The variable and the order of dx or dx²."""
    match bottom:
        case Product(factors=(Name(name="d" | "∂"), Name(name=variable))):
            return variable, 1
        case Product(
            factors=(
                Name(name="d" | "∂"),
                Power(base=Name(name=variable), exponent=Num(value=times)),
            )
        ) if times in (2, 3):
            return variable, int(times)
        case _:
            return None, 0
