"""Near misses of an expression: one sign turned, one number changed by one."""

from collections.abc import Iterator

from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import Neg, Node, Num, Sum, rebuilt


def near_misses(node: Node) -> Iterator[tuple[str, Node]]:
    """Texts with their trees, each with one thing changed; not all need differ in value."""
    for changed in _changed(node):
        yield show(changed), changed


def _changed(node: Node) -> Iterator[Node]:
    if isinstance(node, Sum):
        last = node.terms[-1]
        turned = last.of if isinstance(last, Neg) else Neg(last)
        yield Sum((*node.terms[:-1], turned))
        first = node.terms[0]
        yield Sum((first.of if isinstance(first, Neg) else Neg(first), *node.terms[1:]))
    else:
        yield Neg(node)
    count = _numbers(node)
    for place in range(min(count, 4)):
        yield _bumped(node, [place])


def _numbers(node: Node) -> int:
    counted = [0]

    def count(inner: Node) -> Node:
        counted[0] += isinstance(inner, Num)
        return rebuilt(inner, count)

    count(node)
    return counted[0]


def _bumped(node: Node, place: list[int]) -> Node:
    """The number at a place made greater by one; `place` counts down."""
    if isinstance(node, Num):
        place[0] -= 1
        if place[0] == -1:
            value = node.value + 1
            return Num(value, str(value) if value.denominator == 1 else "")
        return node
    return rebuilt(node, lambda child: _bumped(child, place))
