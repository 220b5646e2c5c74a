"""Vectors written with unit vectors: i + 2j − 2k is ⟨1, 2, −2⟩."""

from tutor.items.maths.compare import same
from tutor.items.maths.notation.tree import (
    Bracket,
    Const,
    Name,
    Node,
    Product,
    Sum,
    number,
    rebuilt,
    walk,
)


def as_vector(node: Node, size: int) -> Node | None:
    """i + 2j − 2k as ⟨1, 2, −2⟩; None for what is no such sum."""
    units = ("i", "j", "k")[:size]
    if size not in (2, 3) or not _units_in(node) or not _units_in(node) <= set(units):
        return None
    lengths = tuple(_with_unit(node, unit) for unit in units)
    total = Sum(tuple(Product((length, Name(u))) for length, u in zip(lengths, units, strict=True)))
    if not same(_renamed_unit(node), total):
        return None
    return Bracket("<", lengths, ">")


def _units_in(node: Node) -> set[str]:
    return {n.name for n in walk(node) if isinstance(n, Name | Const)} & {"i", "j", "k"}


def _with_unit(node: Node, unit: str) -> Node:
    """The expression with one unit vector 1 and the others 0."""
    if isinstance(node, Name | Const) and node.name in ("i", "j", "k"):
        return number(1 if node.name == unit else 0)
    return rebuilt(node, lambda child: _with_unit(child, unit))


def _renamed_unit(node: Node) -> Node:
    if node == Const("i"):
        return Name("i")
    return rebuilt(node, _renamed_unit)
