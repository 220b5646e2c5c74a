"""Statements (equations, inequalities, alternatives) put in one order: chains opened, subjects carried."""

from collections.abc import Iterable

from tutor.items.maths.form.rewrite import alternatives
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Const,
    Either,
    Name,
    Neg,
    Node,
    PlusMinus,
    Relation,
    Sum,
    names,
    rebuilt,
    walk,
)
from tutor.items.maths.values.exact import NotExact

_INFINITY = Const("inf")


def is_statement(node: Node) -> bool:
    """Whether the tree says that something holds."""
    return any(isinstance(n, Relation) for n in walk(node))


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
    if (_infinite(low) and not isinstance(low, Neg)) or (_infinite(high) and isinstance(high, Neg)):
        raise Unreadable("An interval starts with its smaller end. Is one of yours −∞?")
    parts: list[Node] = []
    if not _infinite(low):
        parts.append(Relation((subject, low), (">=" if interval.opening == "[" else ">",)))
    if not _infinite(high):
        parts.append(Relation((subject, high), ("<=" if interval.closing == "]" else "<",)))
    return Both(tuple(parts)) if parts else Relation((subject, subject), ("=",))


def _infinite(node: Node) -> bool:
    return any(isinstance(n, Const) and n.name == "inf" for n in walk(node))


def relations_in(node: Node) -> Iterable[Relation]:
    """The single comparisons in a statement."""
    return [n for n in walk(node) if isinstance(n, Relation)]


def difference(relation: Relation) -> Node:
    """Left minus right."""
    return Sum((relation.operands[0], Neg(relation.operands[1])))


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


def parts_of_statement(node: Node) -> tuple[Node, ...]:
    """The parts of a conjunction or of alternatives; a lone statement is one part."""
    match node:
        case Both(parts=parts) | Either(choices=parts):
            return tuple(
                q for p in parts for q in (parts_of_statement(p) if type(p) is type(node) else (p,))
            )
        case _:
            return (node,)


def holds_infinity(node: Node) -> bool:
    """Whether an interval says that infinity belongs to it: [−∞, 3]."""
    match node:
        case Bracket(opening=opening, closing=closing, items=(low, high)):
            return (opening == "[" and low == Neg(_INFINITY)) or (
                closing == "]" and high == _INFINITY
            )
        case Either(choices=choices):
            return any(map(holds_infinity, choices))
        case _:
            return False
