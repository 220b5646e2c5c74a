"""Answers to the same question in two ways: 5 and x = 5, an interval and an inequality, 90° and 90."""

from tutor.items.maths.compare import in_square
from tutor.items.maths.in_words.chat import tidy
from tutor.items.maths.notation.latex import plain_latex
from tutor.items.maths.notation.lexer import SCHOOL, Unreadable
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Call,
    Const,
    Degree,
    Either,
    Matrix,
    Name,
    Neg,
    Node,
    PlusMinus,
    Power,
    Product,
    Relation,
    names,
    rebuilt,
    walk,
)
from tutor.items.maths.reading import formula_side, read, right_side
from tutor.items.maths.statements.statement import (
    holds_infinity,
    is_statement,
    parts_of_statement,
    settled_statement,
    solved_value,
    within,
)
from tutor.items.maths.structured import special_words
from tutor.items.maths.values.exact import exact_value
from tutor.items.maths.values.vectors import as_vector

Pair = tuple[Node, Node]


def alike(found: Node, answer: Node, *, angles: bool = False) -> Pair:
    """x ∈ [1, 2] beside [1, 2], 90° beside 90; `angles` drops degree signs on both sides."""
    if angles:
        return _bare_angle(found), _bare_angle(answer)
    for one, other in ((found, answer), (answer, found)):
        changed = _as_other(one, other)
        if changed is not None:
            return changed if one is found else changed[::-1]
    return found, answer


def _bare_angle(node: Node) -> Node:
    if isinstance(node, Neg):
        return Neg(_bare_angle(node.of))
    return node.of if isinstance(node, Degree) else node


def _as_other(one: Node, other: Node) -> Pair | None:
    if isinstance(other, Bracket) and other.opening == "<" and not isinstance(one, Bracket):
        found = as_vector(one, len(other.items))
        return None if found is None else (found, other)
    if isinstance(one, Relation) and one.operators == ("in",):
        if isinstance(other, Bracket | Either) and not is_statement(other):
            return one, Relation((one.operands[0], other), ("in",))
    elif _bare_angle(one) != one and _bare_angle(other) == other:
        return (_bare_angle(one), other) if exact_value(other) is not None else None
    return None


def loosely_alike(found: Node, answer: Node) -> Pair:
    """As `alike`, for answers in sentences and LaTeX: solutions with or without their variable too."""
    answer = _named_vector(answer)
    if isinstance(answer, Bracket) and answer.opening == "<":
        found = _as_arrow(found)
    if isinstance(answer, Matrix) and isinstance(found, Call) and found.function == "binomial":
        found = Matrix(tuple((value,) for value in found.args))
    if isinstance(answer, Matrix) or _is_rows(answer):
        found = in_square(found)
    if not is_statement(answer):
        found = right_side(found, names(answer)) if isinstance(found, Relation) else found
    elif isinstance(answer, Relation) and not is_statement(found):
        answer = _without_name(found, answer)
    found, answer = _unindexed(found, answer), _unindexed(answer, found)
    found, answer = _as_graph(found, answer), _as_graph(answer, found)
    if isinstance(answer, Relation) and _is_applied(answer.operands[0]):
        found = formula_side(found, frozenset()) if _is_graph(found) else found
        answer = _without_name(found, answer) if not is_statement(found) else answer
    for one, other in ((found, answer), (answer, found)):
        ordered = _is_order(one)  # [-3, 3] beside |x| <= 3 is no list
        changed = _solutions(one, other) or _range(one, other, closed=ordered) or _point(one, other)
        if changed is not None:
            return changed if one is found else changed[::-1]
    return alike(found, answer)


def _is_rows(node: Node) -> bool:
    return isinstance(node, Bracket) and all(
        isinstance(i, Bracket) and i.opening == "[" for i in node.items
    )


def _named_vector(node: Node) -> Node:
    """⟨2, −1⟩ where v = ⟨2, −1⟩ is written."""
    match node:
        case Relation(operands=(Name(), Bracket(opening="<") as vector), operators=("=",)):
            return vector
        case _:
            return node


def _as_arrow(node: Node) -> Node:
    """[1, 2] and LaTeX's binom of 1 and 2 beside a vector."""
    match node:
        case Bracket(opening="[", closing="]", items=items) if not any(
            isinstance(i, Bracket) for i in items
        ):
            return Bracket("<", items, ">")
        case Call(function="binomial", args=args):
            return Bracket("<", args, ">")
        case _:
            return node


def _without_name(found: Node, answer: Relation) -> Node:
    """The right side of f(x) = 2x + 1 or x = 5 where only that was given."""
    if _is_segment(answer.operands[0]) and exact_value(found) is not None:
        return answer.operands[-1]
    solved = solved_value(answer)
    if solved is not None and not any(isinstance(n, PlusMinus) for n in walk(answer)):
        return solved[1] if exact_value(found) is not None or not names(found) else answer
    side = formula_side(answer, frozenset())
    return side if names(found) and names(found) <= names(side) else answer


def _is_segment(node: Node) -> bool:
    """AB, the length between two points: capital letters side by side."""
    return isinstance(node, Product) and all(
        isinstance(f, Name) and f.name.isupper() for f in node.factors
    )


def _solutions(one: Node, other: Node) -> Pair | None:
    """x = 2 or x = 3 beside {2, 3} or ±2: both as sets; None for other things."""
    if not is_statement(one) or is_statement(other) or names(other):
        return None
    parts = [solved_value(p) for p in parts_of_statement(settled_statement(one))]
    if any(p is None for p in parts) or len({p[0] for p in parts if p}) != 1:
        return None
    if not isinstance(other, Either | Both | PlusMinus) and not _is_set(other):
        return None
    return Bracket("{", tuple(p[1] for p in parts if p), "}"), other


def _unindexed(node: Node, other: Node) -> Node:
    """x₁ = 2, x₂ = −5 beside a statement in x: two values of x."""
    own, letters = names(node), names(other)
    if len(letters) != 1 or len(own) < 2 or not is_statement(node):
        return node
    (letter,) = letters
    if any(n.rpartition("_")[0] != letter for n in own):
        return node
    return _renamed_all(node, letter)


def _renamed_all(node: Node, letter: str) -> Node:
    if isinstance(node, Name):
        return Name(letter)
    return rebuilt(node, lambda child: _renamed_all(child, letter))


def _as_graph(node: Node, other: Node) -> Node:
    """f(x) = 2x + 1 beside y = 2x + 1: both as equations of y."""
    if not (isinstance(node, Relation) and isinstance(other, Relation)):
        return node
    left, beside = node.operands[0], other.operands[0]
    if node.operators != ("=",) or beside != Name("y") or "y" in names(node):
        return node
    match left:
        case Product(factors=(Name(name="f" | "g" | "h"), Name())):
            return Relation((beside, *node.operands[1:]), node.operators)
        case Call(function="f" | "g" | "h", args=(Name(),)):
            return Relation((beside, *node.operands[1:]), node.operators)
        case _:
            return node


def _is_graph(node: Node) -> bool:
    return isinstance(node, Relation) and node.operators == ("=",) and node.operands[0] == Name("y")


def _is_applied(node: Node) -> bool:
    """f⁻¹(x), f(x): a letter for a function before its variable."""
    match node:
        case Product(
            factors=(Name(name="f" | "g" | "h") | Power(base=Name(name="f" | "g" | "h")), Name())
        ):
            return True
        case Call(function="f" | "g" | "h"):
            return True
        case _:
            return False


def _point(one: Node, other: Node) -> Pair | None:
    """x = 2, y = −3 beside (2, −3): both as points; None for other things."""
    if not (isinstance(other, Bracket) and other.opening == "(" and not names(other)):
        return None
    if not is_statement(one):
        return None
    parts = one.items if isinstance(one, Bracket) else parts_of_statement(one)
    values = dict(v for p in parts if (v := solved_value(p)) is not None)
    letters = [n for n in ("x", "y", "z") if n in values]
    if len(letters) != len(parts) or len(parts) != len(other.items) or letters[:2] != ["x", "y"]:
        return None
    return Bracket("(", tuple(values[n] for n in letters), ")"), other


def _is_set(node: Node) -> bool:
    return isinstance(node, Bracket) and node.opening in ("", "{")


def _is_order(node: Node) -> bool:
    return any(
        isinstance(n, Relation) and set(n.operators) & {"<", "<=", ">", ">="} for n in walk(node)
    )


def _range(one: Node, other: Node, *, closed: bool = False) -> Pair | None:
    """x ≤ 2 beside (-∞, 2]: both as inequalities; None for other things.

    `closed` takes any two numbers in brackets for an interval.
    """
    if not is_statement(one) or is_statement(other) or len(names(one)) != 1:
        return None
    parts = other.choices if isinstance(other, Either) else (other,)
    several = isinstance(other, Either) or closed
    intervals = [p for p in parts if isinstance(p, Bracket) and _is_interval(p, joined=several)]
    if len(intervals) != len(parts) or all(isinstance(n, Name) for n in parts):
        return None
    subject = Name(next(iter(names(one))))
    opened = tuple(within(subject, p) for p in intervals)
    return one, opened[0] if len(opened) == 1 else Either(opened)


def _is_interval(node: Bracket, *, joined: bool) -> bool:
    """Whether two numbers in brackets are an interval: by their ends, or as part of a union."""
    if node.opening not in ("(", "[") or len(node.items) != 2 or names(node):
        return False
    if holds_infinity(node):
        return False
    ends = node.opening + node.closing
    return (
        joined
        or ends in ("(]", "[)")
        or any(isinstance(n, Const) and n.name == "inf" for n in walk(node))
    )


def same_words(expected: str, student: str) -> bool | None:
    """Whether both say "no solution" or "all real numbers", one in words; None for other texts."""
    ours, theirs = (special_words(tidy(plain_latex(t))) for t in (expected, student))
    if ours is None and theirs is None:
        return None
    if ours is not None and theirs is not None:
        return ours == theirs
    try:
        node = read(student if theirs is None else expected, SCHOOL).node
    except Unreadable:
        return None
    return True if node in (ours, theirs) else None
