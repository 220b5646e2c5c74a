"""Whether two statements in one variable have the same real solutions.

Both are tried at all places where one of them may turn true or false, and between these.
"""

import itertools
from collections.abc import Sequence

from tutor.items.maths.effort import once, spend
from tutor.items.maths.notation.tree import (
    Both,
    Either,
    Name,
    Node,
    Relation,
    names,
    rebuilt,
)
from tutor.items.maths.statements.statement import (
    difference,
    parts_of_statement,
    relations_in,
    solved_value,
)
from tutor.items.maths.values.exact import NotExact, Undefined, as_float
from tutor.items.maths.values.function_values import TooLarge
from tutor.items.maths.values.poly import Poly, degree, generators
from tutor.items.maths.values.proportion import same_relation
from tutor.items.maths.values.rational import ratio, written_as
from tutor.items.maths.values.roots import near_fraction, real_roots, rough_roots, scanned_zeros
from tutor.items.maths.values.sample import value_at

_SIGNS = frozenset({"=", "!=", "<", "<=", ">", ">="})


_NEAR = 1e-9


def same_solutions(a: Node, b: Node, name: str) -> bool:
    if isinstance(a, Relation) and isinstance(b, Relation) and same_relation(a, b):
        return True
    if _refuted(a, b, name) or _refuted(b, a, name):
        return False
    common = _common_part(a, b, name)
    if common is not None:
        return common
    places = merged_places(a, b, name)
    if not places:
        return False  # never true, or always: the same only in writing
    some = False
    for x in trials(places):
        try:
            ours, theirs = holds(a, name, x), holds(b, name, x)
        except TooLarge:
            continue
        if ours != theirs:
            return False
        some = some or ours
    return some


def merged_places(a: Node, b: Node, name: str) -> list[float]:
    """Where one of two statements may turn true or false, in order, near ones taken as one."""
    places = sorted(
        {near_fraction(x) for x in (*turning_places(a, name), *turning_places(b, name))}
    )
    merged: list[float] = []
    for place in places:
        if not merged or place - merged[-1] > 1e-9 * max(1.0, abs(place)):
            merged.append(place)
    return merged


def trials(places: Sequence[float]) -> list[float]:
    """The places themselves, those between, and some beyond."""
    if not places:
        return [-1000.1, -1.37, 0.41, 1.63, 1000.1]
    between = [(x + y) / 2 for x, y in itertools.pairwise(places)]
    ends = [places[0] - 1.37, places[-1] + 1.37, places[0] - 1000.1, places[-1] + 1000.1]
    return [*places, *between, *ends]


def _common_part(a: Node, b: Node, name: str) -> bool | None:
    """sin x = 1/2 and 2 sin x = 1 compared as equations in sin x; None when they are not such."""
    if not (isinstance(a, Relation) and isinstance(b, Relation)):
        return None
    found: set[str] = set()

    def generator(node: Node) -> str:
        if name in names(node):
            found.add(written_as(node))
        return written_as(node)

    try:
        for relation in (a, b):
            parts = ratio(difference(relation), generator)
            if name in (*generators(parts.top), *generators(parts.bottom)):
                return None
    except (NotExact, Undefined):
        return None
    if len(found) != 1:
        return None
    label = next(iter(found))
    ours, theirs = (_put_name(r, label) for r in (a, b))
    return same_relation(ours, theirs) or same_solutions(ours, theirs, "t")


def _put_name(relation: Relation, label: str) -> Relation:
    def put(node: Node) -> Node:
        return Name("t") if names(node) and written_as(node) == label else rebuilt(node, put)

    return Relation(tuple(put(o) for o in relation.operands), relation.operators)


def _refuted(solved: Node, other: Node, name: str) -> bool:
    """Whether one of the values that a statement names ("x = 2 or x = 3") fails in the other."""
    for part in parts_of_statement(solved) if isinstance(solved, Either) else (solved,):
        value = solved_value(part)
        if value is not None and not holds(other, name, _real_at(value[1], name, 0.0)):
            return True
    return False


def turning_places(node: Node, name: str) -> list[float]:
    """Where a statement may turn true or false: zeros and poles of its differences."""
    return once("turning_places", (node, name), lambda: _turning_places(node, name))


def _turning_places(node: Node, name: str) -> list[float]:
    found: list[float] = []
    for relation in relations_in(node):
        value = solved_value(relation)
        if value is not None:
            found.append(_real_at(value[1], name, 0.0))
            continue
        found += _zeros(difference(relation), name)
    if len(found) > 120:
        raise NotExact
    return found


def _zeros(gap: Node, name: str) -> list[float]:
    numbers: dict[str, float] = {}

    def generator(node: Node) -> str:
        if names(node):
            raise NotExact
        numbers[label := written_as(node)] = _real_at(node, name, 0.0)
        return label

    try:
        parts = ratio(gap, generator)
    except NotExact:
        return scanned_zeros(lambda x: _real_at(gap, name, x))
    if numbers:
        return [x for p in (parts.top, parts.bottom) for x in rough_roots(_row(p, name, numbers))]
    return real_roots(parts.top, name) + real_roots(parts.bottom, name)


def _row(poly: Poly, name: str, numbers: dict[str, float]) -> list[float]:
    """Coefficients in floating point, constant first, of a polynomial whose other letters are numbers."""
    row = [0.0] * (max(degree(poly, name), 0) + 1)
    for monomial, value in poly.items():
        size = as_float(value)
        power = 0
        for letter, times in monomial:
            if letter == name:
                power = times
            else:
                size *= _raised(numbers[letter], times)
        row[power] += size
    return row


def _raised(value: float, times: int) -> float:
    try:
        return float(value**times)
    except OverflowError:
        raise NotExact from None


def _real_at(node: Node, name: str, x: float) -> float:
    value = value_at(node, {name: complex(x)})
    if abs(value.imag) > 1e-9 * max(1.0, abs(value.real)):
        raise Undefined
    return value.real


def holds(node: Node, name: str, x: float) -> bool:
    """Whether a statement in one variable holds at a place."""
    match node:
        case Either(choices=choices):
            return any(holds(c, name, x) for c in choices)
        case Both(parts=parts):
            return all(holds(p, name, x) for p in parts)
        case Relation(operands=(left, right), operators=(sign,)) if sign in _SIGNS:
            spend(4)
            try:
                a, b = _real_at(left, name, x), _real_at(right, name, x)
            except Undefined:
                return False
            gap = a - b
            if abs(gap) <= _NEAR * max(1.0, abs(a), abs(b)):
                return sign in ("=", "<=", ">=")
            return {
                "=": False,
                "!=": True,
                "<": gap < 0,
                "<=": gap < 0,
                ">": gap > 0,
                ">=": gap > 0,
            }[sign]
        case _:
            raise NotExact
