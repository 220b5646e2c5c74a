"""Links of lines that algebra alone cannot follow: integrals, sums up to n, complex solutions."""

from math import prod

from tutor.items.maths.compare import same
from tutor.items.maths.notation.tree import (
    Both,
    Call,
    Const,
    Either,
    Name,
    Node,
    Relation,
    names,
    walk,
)
from tutor.items.maths.statements.statement import difference, settled_statement
from tutor.items.maths.values.derive import constant_names, derivative
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value, put_number
from tutor.items.maths.values.function_values import TooLarge
from tutor.items.maths.values.sample import value_at

_POINTS = (complex(0.37, 0.81), complex(-1.13, 0.29), complex(2.07, -1.61), complex(-0.53, -0.97))
_UP_TO = range(1, 7)


def by_calculus(before: Node, after: Node) -> bool | None:
    """Whether an expression with an integral, or a sum up to a letter, equals the next; None for others.

    An integral that is worked out needs its constant. Raises NotExact, Undefined.
    """
    variable = _integrated(before) or _integrated(after)
    if variable:
        return _same_slopes(before, after, variable)
    letters = _bounds(before) | _bounds(after)
    return _same_sums(before, after, letters) if letters else None


def _integrated(node: Node) -> str:
    """The variable of an indefinite integral in an expression; "" for none."""
    for inner in walk(node):
        if isinstance(inner, Call) and inner.function == "integral" and len(inner.args) == 2:
            return inner.args[1].name if isinstance(inner.args[1], Name) else ""
    return ""


def _same_slopes(before: Node, after: Node, variable: str) -> bool:
    slope = derivative(before, variable)
    if not same(slope, derivative(after, variable)):
        return False
    if _integrated(before) and not _integrated(after):
        return bool(constant_names(after, variable, slope))
    return True


def _bounds(node: Node) -> set[str]:
    """The letters in the bounds of sums and products."""
    found: set[str] = set()
    for inner in walk(node):
        if isinstance(inner, Call) and inner.function in ("sum", "prod") and len(inner.args) == 4:
            found |= names(inner.args[2]) | names(inner.args[3])
    return found


def _same_sums(before: Node, after: Node, letters: set[str]) -> bool | None:
    others = sorted((_free(before) | _free(after)) - letters)
    for size in _UP_TO:
        ours, theirs = before, after
        for k, name in enumerate((*sorted(letters), *others)):
            value = size if name in letters else 3 + 2 * k
            ours, theirs = put_number(ours, name, value), put_number(theirs, name, value)
        left, right = exact_value(ours), exact_value(theirs)
        if left is None or right is None:
            return None
        if left != right:
            return False
    return True


def _free(node: Node) -> set[str]:
    """The letters that are no counters of a sum."""
    counters = {
        inner.args[1].name
        for inner in walk(node)
        if isinstance(inner, Call)
        and inner.function in ("sum", "prod")
        and len(inner.args) == 4
        and isinstance(inner.args[1], Name)
    }
    return set(names(node)) - counters


def is_complex(*nodes: Node) -> bool:
    """Whether a statement has i in it."""
    return any(n == Const("i") for node in nodes for n in walk(node))


def same_zeros(before: Node, after: Node) -> bool | None:
    """Whether two equations in one letter have the same complex solutions; None where that cannot be told."""
    letters = names(before) | names(after)
    if len(letters) != 1:
        return None
    (letter,) = letters
    try:
        ratios = [
            _size(before, {letter: point}) / _size(after, {letter: point}) for point in _POINTS
        ]
    except (NotExact, Undefined, TooLarge, ZeroDivisionError):
        return None
    return all(abs(r - ratios[0]) <= 1e-9 * abs(ratios[0]) for r in ratios)


def _size(node: Node, point: dict[str, complex]) -> complex:
    """What is 0 where the equation, or one of its alternatives, holds."""
    node = settled_statement(node)
    match node:
        case Relation(operators=("=",)):
            return value_at(difference(node), point)
        case Either(choices=parts) | Both(parts=parts):
            return prod((_size(part, point) for part in parts), start=1 + 0j)
        case _:
            raise NotExact
