"""Whether two statements (equations, inequalities, systems) hold for the same values.

In one variable the solution sets are compared. In several variables single equations must be
multiples of each other; linear systems are reduced.
"""

from fractions import Fraction

from tutor.items.maths.form.shape import shape
from tutor.items.maths.notation.tree import (
    Call,
    Either,
    Node,
    Num,
    Product,
    Relation,
    names,
    number,
)
from tutor.items.maths.statements.solutions import holds, same_solutions
from tutor.items.maths.statements.statement import difference, parts_of_statement, settled_statement
from tutor.items.maths.values.equal import same_value, settled
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.maths.values.poly import degree
from tutor.items.maths.values.proportion import no_generator, same_relation
from tutor.items.maths.values.rational import ratio
from tutor.items.maths.values.roots import real_roots


def same_statement(left: Node, right: Node) -> bool:
    """Whether two statements have the same solutions; False when that cannot be told."""
    a, b = settled_statement(left), settled_statement(right)
    if shape(a) == shape(b):
        return True
    own, other = names(a), names(b)
    try:
        if is_identity(a) or is_identity(b):
            return False  # laws like a + b = b + a say nothing of their letters
        if own == other and len(own) == 1:
            return same_solutions(a, b, next(iter(own)))
        if isinstance(a, Relation) and isinstance(b, Relation):
            return same_relation(_unrooted(a), _unrooted(b))
        return _same_parts(a, b)
    except (NotExact, Undefined):
        return False


def always_or_never(node: Node) -> bool | None:
    """True for a statement that always holds, False for one that never does, None for any other."""
    settled_node = settled_statement(node)
    own = names(settled_node)
    if not own:
        return holds(settled_node, "x", 0.0)
    if len(own) > 1 or not isinstance(settled_node, Relation):
        return True if is_identity(settled_node) else None
    name = next(iter(own))
    if is_identity(settled_node):
        return True
    try:
        gap = ratio(difference(settled_node), no_generator)
        places = real_roots(gap.top, name) + real_roots(gap.bottom, name)
    except NotExact:
        return None
    if places:
        return None
    return holds(settled_node, name, 0.37)


def is_identity(node: Node) -> bool:
    """Whether an equation with variables holds for all of their values."""
    if not isinstance(node, Relation) or node.operators != ("=",) or not names(node):
        return False
    left, right = settled(*node.operands)
    try:
        return bool(names(left) | names(right)) and same_value(left, right)
    except (NotExact, Undefined):
        return False


def _unrooted(relation: Relation) -> Relation:
    """√X = c as X = c² where c is a number that is not negative; others as they are."""
    match relation:
        case (
            Relation(
                operands=(
                    Call(
                        function="root",
                        args=(inner, Num(value=Fraction(numerator=2, denominator=1))),
                    ),
                    side,
                ),
                operators=("=",),
            )
            | Relation(
                operands=(
                    side,
                    Call(
                        function="root",
                        args=(inner, Num(value=Fraction(numerator=2, denominator=1))),
                    ),
                ),
                operators=("=",),
            )
        ):
            value = exact_value(side)
            if value is not None and value >= 0 and names(inner):
                return Relation((inner, number(value * value)), ("=",))
    return relation


def _same_parts(a: Node, b: Node) -> bool:
    if isinstance(a, Either) != isinstance(b, Either) or isinstance(a, Either):
        joined = _joined(a), _joined(b)
        if joined[0] is not None and joined[1] is not None:
            return same_relation(joined[0], joined[1])
    ours, theirs = parts_of_statement(a), parts_of_statement(b)
    if len(ours) == 1 and len(theirs) == 1:
        return False  # one statement each, and not comparisons: only the same writing would do
    if isinstance(a, Either) != isinstance(b, Either):
        return False
    if not isinstance(a, Either):
        left, right = _linear(ours), _linear(theirs)
        if left is not None and right is not None:
            return left == right
    if len(ours) != len(theirs):
        return False
    rest = list(theirs)
    for part in ours:
        match = next((r for r in rest if same_statement(part, r)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def _joined(node: Node) -> Relation | None:
    """Alternative equations as one with the product of their differences; None for other statements."""
    parts = [
        p for p in parts_of_statement(node) if isinstance(p, Relation) and p.operators == ("=",)
    ]
    if len(parts) != len(parts_of_statement(node)):
        return None
    if len(parts) == 1:
        return parts[0]
    zero: Node = Num(Fraction(0), "0")
    return Relation((Product(tuple(difference(p) for p in parts)), zero), ("=",))


Rows = list[list[Fraction]]


def _linear(parts: tuple[Node, ...]) -> tuple[tuple[str, ...], Rows] | None:
    """A linear system in reduced row echelon form over its sorted variables; None for any other."""
    variables = tuple(sorted(frozenset().union(*(names(p) for p in parts))))
    rows: Rows = []
    for part in parts:
        if not (isinstance(part, Relation) and part.operators == ("=",)):
            return None
        try:
            found = ratio(difference(part), no_generator)
        except NotExact:
            return None
        if degree(found.bottom) > 0 or degree(found.top) > 1:
            return None
        row = [found.top.get(((v, 1),), Fraction(0)) for v in variables]
        rows.append([*row, -found.top.get((), Fraction(0))])
    return variables, _reduced(rows)


def _reduced(rows: Rows) -> Rows:
    rows = [list(r) for r in rows]
    at = 0
    for column in range(len(rows[0])):
        pivot = next((i for i in range(at, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        lead = rows[at][column]
        rows[at] = [v / lead for v in rows[at]]
        for i, row in enumerate(rows):
            if i != at and row[column]:
                times = row[column]
                rows[i] = [v - times * p for v, p in zip(row, rows[at], strict=True)]
        at += 1
        if at == len(rows):
            break
    return [r for r in rows if any(r)]
