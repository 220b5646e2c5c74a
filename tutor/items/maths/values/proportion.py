"""Whether two comparisons are multiples of each other."""

from fractions import Fraction

from tutor.items.maths.notation.tree import (
    Neg,
    Node,
    Relation,
    names,
)
from tutor.items.maths.statements.statement import difference
from tutor.items.maths.values.equal import close, points, same_value, settled
from tutor.items.maths.values.exact import NotExact, Undefined, as_float
from tutor.items.maths.values.poly import (
    Poly,
    content,
    generators,
    scale,
    shared_monomial,
    without_monomial,
)
from tutor.items.maths.values.rational import Ratio, ratio
from tutor.items.maths.values.sample import value_at

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def same_relation(left: Relation, right: Relation) -> bool:
    """Whether two comparisons are multiples of each other; raises NotExact, Undefined."""
    left, right = _upward(left), _upward(right)
    if left.operators != right.operators:
        return False
    a, b = settled(difference(left), difference(right))
    if left.operators[0] in ("=", "!=") and _either_sign(a, b):
        return True
    if not names(a) | names(b):
        return left.operators[0] not in ("=", "!=") and same_value(a, b)
    factor = _proportion(a, b, equation=left.operators[0] in ("=", "!="))
    if factor is None:
        return False
    return left.operators[0] in ("=", "!=") or factor > 0


def _upward(relation: Relation) -> Relation:
    """With > and >= only."""
    sign = relation.operators[0]
    if sign in ("<", "<="):
        return Relation(relation.operands[::-1], (_TURNED[sign],))
    return relation


def _either_sign(a: Node, b: Node) -> bool:
    try:
        return same_value(a, b) or same_value(a, Neg(b))
    except (NotExact, Undefined):
        return False


def _proportion(a: Node, b: Node, *, equation: bool) -> float | None:
    """The number k with a = k·b, denominators and foreign factors put aside for equations."""
    try:
        x, y = ratio(a, no_generator), ratio(b, no_generator)
    except NotExact:
        return (_formal_proportion(a, b) if equation else None) or _sampled_proportion(a, b)
    if not equation:
        return _sampled_proportion(a, b)
    top, other = _without_foreign(x, y), _without_foreign(y, x)
    k = _multiple(top, other)
    return None if k is None else as_float(k)


def _formal_proportion(a: Node, b: Node) -> float | None:
    """The same with roots and functions as letters of their own: 2ax = -b + √D."""
    try:
        x, y = ratio(a), ratio(b)
        k = _multiple(
            _without_foreign(x, y, names(a) - names(b)), _without_foreign(y, x, names(b) - names(a))
        )
    except (NotExact, Undefined):
        return None
    return None if k is None else as_float(k)


def no_generator(node: Node) -> str:
    raise NotExact


def _without_foreign(mine: Ratio, theirs: Ratio, only: frozenset[str] | None = None) -> Poly:
    """The numerator without powers of variables that the other equation does not have.

    `only` names them where functions count as letters too: cos x is none of them, as it may be 0. Nor does a
    letter go that is all there is: x = 0 is one axis and y = 0 the other.
    """
    if len(mine.top) < 2:
        return mine.top
    known = set(generators(theirs.top)) | set(generators(theirs.bottom))
    shared = tuple(
        (n, p)
        for n, p in shared_monomial(mine.top)
        if n not in known and (only is None or n in only)
    )
    return without_monomial(mine.top, shared) if shared else mine.top


def _multiple(a: Poly, b: Poly) -> Fraction | None:
    if a.keys() != b.keys() or not a:
        return Fraction(1) if not a and not b else None
    k = content(a) / content(b)
    return k if a == scale(b, k) else None


def _sampled_proportion(a: Node, b: Node) -> float | None:
    found: list[complex] = []
    for point in points(tuple(sorted(names(a) | names(b)))):
        try:
            x, y = value_at(a, point), value_at(b, point)
        except (NotExact, Undefined):
            continue
        if abs(y) < 1e-12 or abs(x) < 1e-12:
            continue
        found.append(x / y)
        if not close(found[0], found[-1], 1e-8):
            return None
        if len(found) >= 10:
            break
    if len(found) < 4 or abs(found[0].imag) > 1e-9 * abs(found[0]):
        return None
    return found[0].real
