"""Whether two statements (equations, inequalities, systems) hold for the same values.

In one variable the solution sets are compared: between and at all places where a side may change.
In several variables single equations must be multiples of each other; linear systems are reduced.
"""

import itertools
from collections.abc import Iterable
from fractions import Fraction

from tutor.items.maths.equal import close, points, same_value, settled
from tutor.items.maths.exact import NotExact, Undefined
from tutor.items.maths.forms import shape
from tutor.items.maths.poly import (
    Poly,
    Ratio,
    content,
    degree,
    generators,
    ratio,
    scale,
    shared_monomial,
    without_monomial,
    written_as,
)
from tutor.items.maths.rewrite import alternatives
from tutor.items.maths.roots import near_fraction, real_roots, rough_roots, scanned_zeros
from tutor.items.maths.sample import TooLarge, value_at
from tutor.items.maths.tree import (
    Both,
    Bracket,
    Const,
    Either,
    Name,
    Neg,
    Node,
    Num,
    PlusMinus,
    Product,
    Relation,
    Sum,
    names,
    rebuilt,
    walk,
)

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_NEAR = 1e-9


def is_statement(node: Node) -> bool:
    """Whether the tree says that something holds."""
    return any(isinstance(n, Relation) for n in walk(node))


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
            return _same_solutions(a, b, next(iter(own)))
        if isinstance(a, Relation) and isinstance(b, Relation):
            return same_relation(a, b)
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
        gap = ratio(difference(settled_node), _no_generator)
        places = real_roots(gap.top, name)
    except NotExact:
        return None
    if places:
        return None
    return holds(settled_node, name, 0.37)


# -- statements in order ----------------------------------------------------------------------------


def is_identity(node: Node) -> bool:
    """Whether an equation with variables holds for all of their values."""
    if not isinstance(node, Relation) or node.operators != ("=",) or not names(node):
        return False
    left, right = settled(*node.operands)
    try:
        return bool(names(left) | names(right)) and same_value(left, right)
    except (NotExact, Undefined):
        return False


def settled_statement(node: Node) -> Node:
    """Chains taken apart, ± opened, "x = 1, 5" and "x = 1 and x = 5" read as alternatives."""
    if not is_statement(node):
        return node
    match node:
        case Relation(operators=operators) if len(operators) > 1:
            pairs = zip(node.operands, node.operands[1:], operators, strict=False)
            return Both(tuple(settled_statement(Relation((x, y), (o,))) for x, y, o in pairs))
        case Relation(operands=(left, Bracket() as right), operators=("in",)):
            return settled_statement(within(left, right))
        case Relation(operands=(left, Either(choices=choices)), operators=("in",)):
            return Either(tuple(settled_statement(Relation((left, c), ("in",))) for c in choices))
        case Relation():
            if any(isinstance(n, PlusMinus) for n in walk(node)):
                return Either(alternatives(node))
            return node
        case Either(choices=choices):
            return Either(tuple(settled_statement(c) for c in _with_subject(choices)))
        case (
            Both(parts=parts) | Bracket(opening="", items=parts) | Bracket(opening="{", items=parts)
        ):
            return _several([settled_statement(p) for p in _with_subject(parts)])
        case _:
            return node


def _with_subject(parts: tuple[Node, ...]) -> list[Node]:
    """ "x = 1, 5" and "x > 3 or < 1": the subject of the first carried to the others."""
    opened: list[Node] = []
    for part in parts:
        opened.extend(part.items if isinstance(part, Bracket) and part.opening == "" else (part,))
    first = opened[0] if opened else None
    if not isinstance(first, Relation) or len(first.operands) != 2:
        return opened
    subject, sign = first.operands[0], first.operators[0]
    return [p if is_statement(p) else Relation((subject, p), (sign,)) for p in opened]


def _several(parts: list[Node]) -> Node:
    equations = all(isinstance(p, Relation) and p.operators == ("=",) for p in parts)
    subjects = {names(p) for p in parts}
    if equations and len(subjects) == 1 and len(next(iter(subjects))) == 1 and len(parts) > 1:
        return Either(tuple(parts))
    return parts[0] if len(parts) == 1 else Both(tuple(parts))


def within(subject: Node, interval: Bracket) -> Node:
    """x ∈ (1, 3] as two comparisons; x ∈ {1, 2} as alternatives."""
    if interval.opening == "{":
        return Either(tuple(Relation((subject, item), ("=",)) for item in interval.items))
    if len(interval.items) != 2:
        raise NotExact
    low, high = interval.items
    parts: list[Node] = []
    if not _infinite(low):
        parts.append(Relation((subject, low), (">=" if interval.opening == "[" else ">",)))
    if not _infinite(high):
        parts.append(Relation((subject, high), ("<=" if interval.closing == "]" else "<",)))
    return Both(tuple(parts)) if parts else Relation((subject, subject), ("=",))


def _infinite(node: Node) -> bool:
    return any(isinstance(n, Const) and n.name == "inf" for n in walk(node))


# -- one relation -----------------------------------------------------------------------------------


def difference(relation: Relation) -> Node:
    """Left minus right."""
    return Sum((relation.operands[0], Neg(relation.operands[1])))


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
        x, y = ratio(a, _no_generator), ratio(b, _no_generator)
    except NotExact:
        return _sampled_proportion(a, b)
    if not equation:
        return _sampled_proportion(a, b)
    top, other = _without_foreign(x, y), _without_foreign(y, x)
    k = _multiple(top, other)
    return None if k is None else float(k)


def _no_generator(node: Node) -> str:
    raise NotExact


def _without_foreign(mine: Ratio, theirs: Ratio) -> Poly:
    """The numerator without powers of variables that the other equation does not have."""
    foreign = set(generators(theirs.top)) | set(generators(theirs.bottom))
    shared = tuple((n, p) for n, p in shared_monomial(mine.top) if n not in foreign)
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


# -- one variable -----------------------------------------------------------------------------------


def _same_solutions(a: Node, b: Node, name: str) -> bool:
    if isinstance(a, Relation) and isinstance(b, Relation) and same_relation(a, b):
        return True
    if _refuted(a, b, name) or _refuted(b, a, name):
        return False
    common = _common_part(a, b, name)
    if common is not None:
        return common
    places = sorted(
        {near_fraction(x) for x in (*turning_places(a, name), *turning_places(b, name))}
    )
    merged: list[float] = []
    for place in places:
        if not merged or place - merged[-1] > 1e-9 * max(1.0, abs(place)):
            merged.append(place)
    if not merged:
        return False  # never true, or always: the same only in writing
    between = [(x + y) / 2 for x, y in itertools.pairwise(merged)]
    tests = [merged[0] - 1.37, *between, merged[-1] + 1.37, merged[0] - 1000.1, merged[-1] + 1000.1]
    some = False
    for x in (*merged, *tests):
        try:
            ours, theirs = holds(a, name, x), holds(b, name, x)
        except TooLarge:
            continue
        if ours != theirs:
            return False
        some = some or ours
    return some


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
    return same_relation(ours, theirs) or _same_solutions(ours, theirs, "t")


def _put_name(relation: Relation, label: str) -> Relation:
    def put(node: Node) -> Node:
        return Name("t") if names(node) and written_as(node) == label else rebuilt(node, put)

    return Relation(tuple(put(o) for o in relation.operands), relation.operators)


def _refuted(solved: Node, other: Node, name: str) -> bool:
    """Whether one of the values that a statement names ("x = 2 or x = 3") fails in the other."""
    for part in _parts(solved) if isinstance(solved, Either) else (solved,):
        value = solved_value(part)
        if value is not None and not holds(other, name, _real_at(value[1], name, 0.0)):
            return True
    return False


def turning_places(node: Node, name: str) -> list[float]:
    """Where a statement may turn true or false: zeros and poles of its differences."""
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
        size = float(value)
        power = 0
        for letter, times in monomial:
            if letter == name:
                power = times
            else:
                size *= numbers[letter] ** times
        row[power] += size
    return row


def relations_in(node: Node) -> Iterable[Relation]:
    """The single comparisons in a statement."""
    return [n for n in walk(node) if isinstance(n, Relation)]


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
        case Relation(operands=(left, right), operators=(sign,)) if sign in _TURNED:
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


# -- several parts ----------------------------------------------------------------------------------


def _same_parts(a: Node, b: Node) -> bool:
    if isinstance(a, Either) != isinstance(b, Either) or isinstance(a, Either):
        joined = _joined(a), _joined(b)
        if joined[0] is not None and joined[1] is not None:
            return same_relation(joined[0], joined[1])
    ours, theirs = _parts(a), _parts(b)
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
    parts = [p for p in _parts(node) if isinstance(p, Relation) and p.operators == ("=",)]
    if len(parts) != len(_parts(node)):
        return None
    if len(parts) == 1:
        return parts[0]
    zero: Node = Num(Fraction(0), "0")
    return Relation((Product(tuple(difference(p) for p in parts)), zero), ("=",))


def _parts(node: Node) -> tuple[Node, ...]:
    match node:
        case Both(parts=parts) | Either(choices=parts):
            return tuple(q for p in parts for q in (_parts(p) if type(p) is type(node) else (p,)))
        case _:
            return (node,)


Rows = list[list[Fraction]]


def _linear(parts: tuple[Node, ...]) -> tuple[tuple[str, ...], Rows] | None:
    """A linear system in reduced row echelon form over its sorted variables; None for any other."""
    variables = tuple(sorted(frozenset().union(*(names(p) for p in parts))))
    rows: Rows = []
    for part in parts:
        if not (isinstance(part, Relation) and part.operators == ("=",)):
            return None
        try:
            found = ratio(difference(part), _no_generator)
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


_OTHER_END = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


def with_other_ends(node: Node) -> Iterable[Node]:
    """The statement with one or all of its ends taken in instead of left out, or the other way."""
    ends = [r for r in relations_in(settled_statement(node)) if r.operators[0] in _OTHER_END][:4]
    for chosen in ([r] for r in ends) if len(ends) < 2 else (*([r] for r in ends), ends):
        yield _turned(settled_statement(node), chosen)


def _turned(node: Node, chosen: list[Relation]) -> Node:
    if isinstance(node, Relation):
        if any(node is r for r in chosen):
            return Relation(node.operands, (_OTHER_END[node.operators[0]],))
        return node
    return rebuilt(node, lambda child: _turned(child, chosen))


def solved_value(node: Node) -> tuple[str, Node] | None:
    """The variable and value of "x = 5" (or "5 = x"); None for anything else."""
    if not isinstance(node, Relation) or node.operators != ("=",):
        return None
    left, right = node.operands
    if isinstance(left, Name) and not names(right):
        return left.name, right
    if isinstance(right, Name) and not names(left):
        return right.name, left
    return None
