"""Whether two answers of any kind are the same: numbers, formulas, statements, sets, pairs, matrices."""

from collections.abc import Callable, Sequence

from tutor.items.maths.form.rewrite import alternatives
from tutor.items.maths.form.shape import shape
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Const,
    Either,
    Matrix,
    Neg,
    Node,
    Product,
    Quotient,
    Sum,
    walk,
)
from tutor.items.maths.statements.relation import same_statement
from tutor.items.maths.statements.statement import is_statement
from tutor.items.maths.values.equal import REAL, Domain, same_value
from tutor.items.maths.values.exact import NotExact, Undefined


def same(left: Node, right: Node, domain: Domain = REAL) -> bool:
    """Whether two answers mean the same; never raises."""
    if _ordered_group(left) and _ordered_group(right):
        return _same_groups(left, right)
    if is_statement(left) or is_statement(right):
        return is_statement(left) and is_statement(right) and same_statement(left, right)
    if _has_matrix(left) or _has_matrix(right):
        return _same_matrices(left, right)
    if isinstance(left, Bracket | Either | Both) or isinstance(right, Bracket | Either | Both):
        return _same_groups(left, right)
    return same_expression(left, right, domain)


def same_expression(left: Node, right: Node, domain: Domain = REAL) -> bool:
    """Whether two expressions are equal, each alternative of ± on one side with one on the other."""
    ours, theirs = alternatives(left), alternatives(right)
    if len(ours) == 1 and len(theirs) == 1:
        return _equal(ours[0], theirs[0], domain)
    return all(any(_equal(a, b, domain) for b in theirs) for a in ours) and all(
        any(_equal(a, b, domain) for a in ours) for b in theirs
    )


def _equal(left: Node, right: Node, domain: Domain) -> bool:
    try:
        return same_value(left, right, domain)
    except Undefined:
        return False
    except NotExact:
        return shape(left) == shape(right)


def _ordered_group(node: Node) -> bool:
    return isinstance(node, Bracket) and node.opening != ""


# -- groups -----------------------------------------------------------------------------------------


def _same_groups(left: Node, right: Node) -> bool:
    a, b = parts_of(left), parts_of(right)
    if _is_set(left) and _is_set(right):
        return same_sets(a, b)
    if _is_set(left) != _is_set(right) or not _brackets_fit(left, right):
        return False
    return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))


def parts_of(node: Node) -> tuple[Node, ...]:
    """The elements of a group; a lone thing is a group of one; ± counts as two elements."""
    match node:
        case Bracket(opening="{", items=items) if len(items) > 1 or _has_set(items):
            return tuple(p for item in items for p in alternatives(item))  # sets in sets stay
        case Bracket(opening="" | "{", items=items) | Either(choices=items) | Both(parts=items):
            return tuple(p for item in items for p in (_inner(item)))
        case Bracket(items=items):
            return items
        case _:
            return alternatives(node)


def _has_set(items: tuple[Node, ...]) -> bool:
    return any(isinstance(i, Bracket) and i.opening == "{" for i in items)


def _inner(item: Node) -> tuple[Node, ...]:
    if isinstance(item, Bracket) and item.opening in ("", "{"):
        return parts_of(item)
    return alternatives(item)


def _is_set(node: Node) -> bool:
    return not isinstance(node, Bracket) or node.opening in ("", "{")


def _brackets_fit(left: Node, right: Node) -> bool:
    if not isinstance(left, Bracket) or not isinstance(right, Bracket):
        return False
    ours, theirs = (left.opening, left.closing), (right.opening, right.closing)
    if ours == theirs:
        return True
    tuples = {("(", ")"), ("<", ">")}
    return {ours, theirs} <= tuples and not (_is_interval(left) or _is_interval(right))


def _is_interval(node: Bracket) -> bool:
    return any(
        isinstance(n, Const) and n.name == "inf" for n in walk(node)
    ) or node.opening + node.closing in ("(]", "[)")


def same_sets(ours: Sequence[Node], theirs: Sequence[Node]) -> bool:
    """Whether two collections hold the same things, in any order, repeats not counted."""
    return all(any(_same_member(a, b) for b in theirs) for a in ours) and all(
        any(_same_member(a, b) for a in ours) for b in theirs
    )


def matched(ours: Sequence[Node], theirs: Sequence[Node]) -> int:
    """How many of theirs are among ours, each used once."""
    rest = list(ours)
    count = 0
    for thing in theirs:
        place = next((i for i, mine in enumerate(rest) if _same_member(mine, thing)), None)
        if place is not None:
            rest.pop(place)
            count += 1
    return count


def _same_member(one: Node, other: Node) -> bool:
    """Whether two members are the same; the set {3} is not 3."""
    sets = [isinstance(m, Bracket) and m.opening == "{" for m in (one, other)]
    return sets[0] is sets[1] and same(one, other)


# -- matrices ---------------------------------------------------------------------------------------


def _has_matrix(node: Node) -> bool:
    return any(isinstance(n, Matrix) or _is_rows(n) for n in walk(node))


def _is_rows(node: Node) -> bool:
    """[[1, 2], [3, 4]] written as lists."""
    return (
        isinstance(node, Bracket)
        and node.opening == "["
        and all(isinstance(i, Bracket) and i.opening == "[" for i in node.items)
        and bool(node.items)
    )


def _same_matrices(left: Node, right: Node) -> bool:
    a, b = as_matrix(left), as_matrix(right)
    if a is None or b is None or len(a.rows) != len(b.rows):
        return False
    return all(
        len(x) == len(y) and all(same_expression(p, q) for p, q in zip(x, y, strict=True))
        for x, y in zip(a.rows, b.rows, strict=True)
    )


def as_matrix(node: Node) -> Matrix | None:
    """A matrix, a multiple of one or a sum of some, worked out; None for anything else."""
    match node:
        case Matrix():
            return node
        case Neg(of=of):
            return _mapped(as_matrix(of), Neg)
        case Product(factors=factors):
            inner = [f for f in factors if _has_matrix(f)]
            rest = tuple(f for f in factors if not _has_matrix(f))
            if len(inner) != 1:
                return None
            return _mapped(as_matrix(inner[0]), lambda cell: Product((*rest, cell)))
        case Quotient(top=top, bottom=bottom):
            return _mapped(as_matrix(top), lambda cell: Quotient(cell, bottom))
        case Sum(terms=terms):
            parts = [as_matrix(t) for t in terms]
            first = parts[0]
            if first is None or any(p is None or len(p.rows) != len(first.rows) for p in parts):
                return None
            found = [p for p in parts if p is not None]
            return Matrix(
                tuple(
                    tuple(Sum(cells) for cells in zip(*(p.rows[i] for p in found), strict=False))
                    for i in range(len(first.rows))
                )
            )
        case Bracket(items=(Matrix() as inner,)):
            return inner
        case Bracket(opening="[", items=items) if items and all(
            isinstance(i, Bracket) for i in items
        ):
            rows = tuple(i.items for i in items if isinstance(i, Bracket))
            return Matrix(rows) if len({len(r) for r in rows}) == 1 else None
        case Bracket(items=items):
            return Matrix(tuple((i,) for i in items))
        case _:
            return None


def in_square(node: Node) -> Node:
    """((1, 2), (3, 4)) and {{1, 2}, {3, 4}} as rows in square brackets; others as they are."""
    if isinstance(node, Bracket) and node.opening in ("(", "{", "[") and len(node.items) > 1:
        rows = [i for i in node.items if isinstance(i, Bracket) and i.opening in ("(", "{", "[")]
        if len(rows) == len(node.items) and len({len(r.items) for r in rows}) == 1:
            return Bracket("[", tuple(Bracket("[", r.items, "]") for r in rows), "]")
    return node


def _mapped(matrix: Matrix | None, change: Callable[[Node], Node]) -> Matrix | None:
    if matrix is None:
        return None
    return Matrix(tuple(tuple(change(c) for c in row) for row in matrix.rows))
