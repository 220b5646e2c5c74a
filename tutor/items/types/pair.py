"""Item type `pair`: coordinates of a point or parts of a vector, (2, 3) or ⟨1, 0, 2⟩."""

import re

from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same, same_sets
from tutor.items.maths.in_words.listed import listed
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Both, Bracket, Call, Matrix, Name, Node, Product
from tutor.items.maths.statements.statement import solved_value
from tutor.items.maths.structured import Judged, made
from tutor.items.maths.values.vectors import as_vector
from tutor.items.said import say

FIELDS = ("answer", "variables")  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; `variables` (x, y unless named) lets x = 2, y = 3 stand for (2, 3)."""
    field.only(spec, *FIELDS)
    variables = field.texts(spec, "variables") or ("x", "y", "z")

    size = field.text(spec).count(",") + 1

    def settle(node: Node) -> Node:
        found = None if isinstance(node, Bracket) else as_vector(node, size)
        return _point(node if found is None else found, variables)

    return made(
        field.text(spec),
        context,
        settle,
        judge,
        how="Reply like (2, 3).",
        lists=True,
        tidied=_with_equals,
    )


_COLON = re.compile(r"\b([xyz])\s*:\s*(?=[-−+]?[\d½¼¾√(])")


_ORIGIN = re.compile(r"\W*(?:at\s+)?(?:the\s+)?origin\W*", re.IGNORECASE)
_STEPS = re.compile(  # "3 right, 2 down" from the origin
    r"^\W*(?:go\s+)?(\d+)\s*(?:units?\s+|squares?\s+)?(?:to the\s+)?(right|across|along|left)[\s,]+(?:and\s+)?(?:then\s+)?"
    r"(\d+)\s*(?:units?\s+|squares?\s+)?(up|down)\W*$",
    re.IGNORECASE,
)


def _with_equals(text: str) -> str:
    """x = 2, y = 3 for "x:2 y:3", and (3, −2) for "3 right 2 down"."""
    if _ORIGIN.fullmatch(text):
        return "(0, 0)"
    steps = _STEPS.match(text)
    if steps is not None:
        x, across, y, upright = steps.groups()
        return f"({'-' * (across.lower() == 'left')}{x}, {'-' * (upright.lower() == 'down')}{y})"
    if len(_COLON.findall(text)) > 1:
        text = _COLON.sub(r"\1 = ", re.sub(r"(?<=\d)\s+(?=[yz]\s*:)", ", ", text))
    return listed(text)


def _point(node: Node, variables: tuple[str, ...]) -> Node:
    match node:
        case Bracket(opening="(" | "[", closing=closing) if (node.opening == "(") != (
            closing == ")"
        ):
            raise Unreadable("I was looking for a point, like (2, 3).")  # (2, 3] is an interval
        case Bracket(opening="(" | "[" | "<" | "", items=items) | Both(parts=items) if (
            len(items) > 1
        ):
            values = dict(v for v in map(solved_value, items) if v is not None)
            if len(values) == len(items) and set(values) <= set(variables):
                return Bracket("(", tuple(values[v] for v in variables if v in values), ")")
            return Bracket("(", items, ")")
        case Product(factors=(Name(name=label), Bracket(opening="(") as point)) if label.isupper():
            return _point(point, variables)  # P(2, 3)
        case Call(function="binomial", args=(top, bottom)):
            return Bracket("(", (top, bottom), ")")  # a column in LaTeX's \\binom
        case Matrix(rows=rows) if len(rows) == 1 or all(len(r) == 1 for r in rows):
            return Bracket("(", tuple(c for row in rows for c in row), ")")
        case _:
            raise Unreadable("I was looking for a point, like (2, 3).")


def judge(found: Node, answer: Node) -> Judged:
    """Compare place by place; swapped coordinates are said."""
    if not (isinstance(found, Bracket) and isinstance(answer, Bracket)):
        return Judged(share=0.0)
    ours, theirs = found.items, answer.items
    if len(ours) != len(theirs):
        return Judged(share=0.0, note=say("I was looking for {count} numbers.", count=len(theirs)))
    right = sum(same(a, b) for a, b in zip(ours, theirs, strict=True))
    if right == len(theirs):
        return Judged(share=1.0)
    if same_sets(ours, theirs):
        return Judged(share=0.0, note="Look again at the order of the numbers.")
    if right:
        note = say("{right} of {all} are right.", right=right, all=len(theirs))
        return Judged(share=right / len(theirs), note=note)
    return Judged(share=0.0)
