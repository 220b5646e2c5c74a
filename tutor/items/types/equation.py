"""Item type `equation`: an equation with the same solutions as the answer's."""

import re

from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same
from tutor.items.maths.form.shape import shape
from tutor.items.maths.in_words.misspelt import not_glued
from tutor.items.maths.in_words.times_sign import with_times_signs
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Call, Name, Node, Product, Relation, names
from tutor.items.maths.statements.relation import is_identity
from tutor.items.maths.structured import Judged, made
from tutor.items.said import say

FIELDS = ("answer", "form", "solved_for")  # of its YAML
CHOSEN = {"form": ("same",)}


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    same_form = "same" in field.chosen(spec, "form", ("same",))
    subject = field.text(spec, "solved_for") if "solved_for" in spec else ""

    def judge(found: Node, answer: Node) -> Judged:
        found = _as_graph(found, answer)
        if is_identity(answer) or is_identity(found):
            return Judged(share=1.0 if shape(found) == shape(answer) else 0.0)
        if not same(found, answer):
            return Judged(share=0.0)
        if same_form and shape(found) != shape(answer):
            return Judged(share=0.5, note="Equal, but write it in the form that is asked for.")
        if subject and not _is_solved(found, subject):
            return Judged(
                share=0.5, note=say("Right, but solve it for {subject}.", subject=subject)
            )
        return Judged(share=1.0)

    written = field.text(spec)
    return made(
        written,
        context,
        equation,
        judge,
        how="Reply with an equation.",
        tidied=lambda text: _with_equals(not_glued(with_times_signs(text, written), written)),
        unfit=f"is not solved for {subject}" if subject else "cannot be compared",
    )


_IS = re.compile(r"^([^=<>≤≥,]{3,60}?)\s+is\s+(?=[-−]?\d+(?:\.\d+)?\W*$)")


def _with_equals(text: str) -> str:
    """ "3x + 2 is 11" with its sign."""
    said = _IS.match(text)
    if said is None or re.search(r"[A-Za-z]{2}", said[1]):
        return text
    return f"{said[1]} = {text[said.end() :]}"


def equation(node: Node) -> Node:
    """The node when it is an equation; raises Unreadable."""
    if isinstance(node, Relation) and set(node.operators) == {"="}:
        return node
    if isinstance(node, Relation):
        return node
    raise Unreadable("I was looking for an equation, with an equals sign.")


def _as_graph(node: Node, answer: Node) -> Node:
    """y = 3x − 2 for f(x) = 3x − 2 where the answer is an equation of y."""
    if not isinstance(node, Relation) or "y" not in names(answer) or "y" in names(node):
        return node
    match node.operands[0]:
        case (
            Product(factors=(Name(name="f" | "g" | "h"), Name()))
            | Call(function="f" | "g" | "h", args=(Name(),))
        ):
            return Relation((Name("y"), *node.operands[1:]), node.operators)
        case _:
            return node


def _is_solved(node: Node, subject: str) -> bool:
    if not isinstance(node, Relation) or len(node.operands) != 2:
        return False
    left, right = node.operands
    return any(
        isinstance(a, Name) and a.name == subject and subject not in names(b)
        for a, b in ((left, right), (right, left))
    )
