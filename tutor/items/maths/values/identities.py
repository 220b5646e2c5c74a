"""Equations that hold for all values of a letter: their coefficients, and what is left at one value."""

from fractions import Fraction

from tutor.items.maths.notation.tree import (
    Both,
    Name,
    Node,
    Num,
    Power,
    Product,
    Relation,
    Sum,
    number,
    rebuilt,
)
from tutor.items.maths.statements.statement import difference
from tutor.items.maths.values.exact import NotExact
from tutor.items.maths.values.proportion import no_generator
from tutor.items.maths.values.rational import ratio

_ZERO = Num(Fraction(0), "0")


def equated(relation: Relation, letter: str) -> Node:
    """The equations that say that both sides have the same coefficients of each power of a letter.

    Denominators are multiplied out. Raises NotExact where a side is no polynomial.
    """
    if relation.operators != ("=",):
        raise NotExact
    rows: dict[int, list[Node]] = {}
    for monomial, value in ratio(difference(relation), no_generator).top.items():
        power = dict(monomial).get(letter, 0)
        factors = tuple(_raised(name, times) for name, times in monomial if name != letter)
        rows.setdefault(power, []).append(
            Product((number(value), *factors)) if factors else number(value)
        )
    parts = tuple(Relation((Sum(tuple(terms)), _ZERO), ("=",)) for _, terms in sorted(rows.items()))
    if not parts:
        raise NotExact
    return parts[0] if len(parts) == 1 else Both(parts)


def _raised(name: str, times: int) -> Node:
    return Name(name) if times == 1 else Power(Name(name), number(times))


def put(node: Node, letter: str, value: Node) -> Node:
    """A tree with a letter replaced."""
    if isinstance(node, Name):
        return value if node.name == letter else node
    return rebuilt(node, lambda child: put(child, letter, value))
