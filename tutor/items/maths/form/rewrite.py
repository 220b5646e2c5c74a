"""Other writings of an expression that mean the same: terms and factors in another order, ± opened."""

from collections.abc import Iterator

from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import Neg, Node, PlusMinus, Product, Sum, rebuilt, walk

_MOST = 16


def alternatives(node: Node) -> tuple[Node, ...]:
    """The expressions that a tree with ± stands for, all its signs + or all − (as in x = a ± b)."""
    if not any(isinstance(n, PlusMinus) for n in walk(node)):
        return (node,)
    return (_opened(node, True), _opened(node, False))


def _opened(node: Node, plus: bool) -> Node:
    if isinstance(node, PlusMinus):
        right = _opened(node.right, plus)
        signed = right if plus else Neg(right)
        return signed if node.left is None else Sum((_opened(node.left, plus), signed))
    return rebuilt(node, lambda child: _opened(child, plus))


def reversed_order(node: Node) -> Node:
    """The same expression with the terms of every sum and the factors of every product turned round."""
    changed = rebuilt(node, reversed_order)
    match changed:
        case Sum(terms=terms):
            return Sum(terms[::-1])
        case Product(factors=factors):
            return Product(factors[::-1], True)
        case _:
            return changed


def rewritings(node: Node) -> Iterator[str]:
    """A few texts that mean the same."""
    seen = {show(node)}
    for candidate in (_first_reversed(node), reversed_order(node)):
        text = show(candidate)
        if text not in seen and len(seen) < _MOST:
            seen.add(text)
            yield text


def _first_reversed(node: Node) -> Node:
    return Sum(node.terms[::-1]) if isinstance(node, Sum) else node
