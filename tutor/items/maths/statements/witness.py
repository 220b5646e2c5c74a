"""Points at which a statement in several variables holds, found by Newton's method from fixed starts.

What cannot be decided exactly (systems that are not linear, roots, several letters) is tried at such
points: a step that gains or loses solutions fails at some of them. Bounded and deterministic.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from tutor.items.maths.notation.tree import Both, Either, Node, Relation, names, walk
from tutor.items.maths.statements.statement import difference, settled_statement
from tutor.items.maths.values.exact import NotExact, Undefined
from tutor.items.maths.values.sample import value_at

MAX_NAMES = 5
MAX_BRANCHES = 8
MAX_NODES = 150
STARTS, ROUNDS = 10, 25
CLOSE = 1e-5

Point = dict[str, complex]
Vector = list[float]


def holds_at(node: Node, point: Point) -> bool:
    """Whether a statement holds at a point, up to rounding; False where it is not defined."""
    match node:
        case Either(choices=choices):
            return any(holds_at(c, point) for c in choices)
        case Both(parts=parts):
            return all(holds_at(p, point) for p in parts)
        case Relation(operands=(left, right), operators=(sign,)):
            try:
                a, b = value_at(left, point), value_at(right, point)
            except Undefined:
                return False
            size = max(1.0, abs(a), abs(b))
            if sign in ("=", "!="):
                return (abs(a - b) <= CLOSE * size) == (sign == "=")
            if max(abs(a.imag), abs(b.imag)) > CLOSE * size:
                return False
            gap = a.real - b.real
            if abs(gap) <= CLOSE * size:
                return sign in ("<=", ">=")
            return (gap < 0) == (sign in ("<", "<="))
        case _:
            raise NotExact


def witnesses(node: Node, letters: frozenset[str]) -> list[Point]:
    """Points at which a statement holds, some for each of its branches.

    Raises NotExact for what is too large to try.
    """
    settled = settled_statement(node)
    if len(letters) > MAX_NAMES or sum(1 for _ in walk(settled)) > MAX_NODES:
        raise NotExact
    order = sorted(letters)
    return [
        point
        for branch in _branches(settled)
        for start in _starts(len(order))
        if (point := _solved(branch, order, start)) is not None
    ]


def _branches(node: Node) -> list[list[Relation]]:
    match node:
        case Relation():
            return [[node]]
        case Either(choices=choices):
            found = [b for c in choices for b in _branches(c)]
        case Both(parts=parts):
            found = [
                [r for b in chosen for r in b] for chosen in product(*(_branches(p) for p in parts))
            ]
        case _:
            raise NotExact
    if len(found) > MAX_BRANCHES:
        raise NotExact
    return found


def _starts(size: int) -> Iterator[Vector]:
    """Starting points spread over positive, negative, small and large values, the same every time."""
    for i in range(STARTS):
        scale = (0.7, 2.3, 5.1)[i % 3]
        yield [
            scale * (((i + 1) * 0.618034 + (k + 1) * 0.754878 * (i + 2)) % 2 - 1)
            if i % 2
            else scale * (0.2 + ((i + 1) * 0.618034 + (k + 1) * 0.754878 * (i + 2)) % 1)
            for k in range(size)
        ]


def _solved(branch: Sequence[Relation], order: Sequence[str], start: Vector) -> Point | None:
    """The start moved onto the branch's equations; None when it does not get there."""
    equations = [difference(r) for r in branch if r.operators == ("=",)]
    at = start
    try:
        for _ in range(ROUNDS if equations else 0):
            gaps = _gaps(equations, order, at)
            if max(abs(g) for g in gaps) < 1e-12:
                break
            at = _moved(equations, order, at, gaps)
        if 1e-9 < max(map(abs, at)) < 1e-2:
            return None  # on the way to the origin, where powers of differences look like zero
        point: Point = {name: complex(x) for name, x in zip(order, at, strict=True)}
        return point if all(holds_at(r, point) for r in branch) else None
    except (NotExact, Undefined, OverflowError):
        return None


def _gaps(equations: Sequence[Node], order: Sequence[str], at: Vector) -> Vector:
    point = {name: complex(x) for name, x in zip(order, at, strict=True)}
    values = [value_at(e, point) for e in equations]
    if any(abs(v.imag) > 1e-9 * max(1.0, abs(v)) for v in values):
        raise Undefined
    return [v.real for v in values]


def _moved(equations: Sequence[Node], order: Sequence[str], at: Vector, gaps: Vector) -> Vector:
    """One Gauss–Newton step of least length: x − Jᵀ(JJᵀ)⁻¹f."""
    rows: list[Vector] = [[] for _ in equations]
    for k in range(len(order)):
        step = 1e-6 * max(1.0, abs(at[k]))
        there = _gaps(equations, order, [x + (i == k) * step for i, x in enumerate(at)])
        for row, new, old in zip(rows, there, gaps, strict=True):
            row.append((new - old) / step)
    square = [
        [sum(a * b for a, b in zip(r, s, strict=True)) + (i == j) * 1e-10 for j, s in enumerate(rows)]
        for i, r in enumerate(rows)
    ]  # fmt: skip
    weights = _solve(square, gaps)
    return [
        x - sum(w * row[k] for w, row in zip(weights, rows, strict=True)) for k, x in enumerate(at)
    ]


def _solve(matrix: list[Vector], right: Vector) -> Vector:
    """Gaussian elimination with pivots; raises Undefined for a singular matrix."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        if abs(rows[i][i]) < 1e-300:
            raise Undefined
        for k in range(size):
            if k != i:
                times = rows[k][i] / rows[i][i]
                rows[k] = [a - times * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def letters_of(*nodes: Node) -> frozenset[str]:
    """The variables of several statements."""
    return frozenset().union(*(names(n) for n in nodes))
