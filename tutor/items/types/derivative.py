"""Item type `derivative`: the derivative of a function, in any equal writing."""

import re

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same_expression
from tutor.items.maths.in_words.misspelt import not_glued
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Bracket, Either, Matrix, Node, Relation, names
from tutor.items.maths.reading import formula_side, notation_for
from tutor.items.maths.structured import Judged, made
from tutor.items.maths.values.derive import derivative
from tutor.items.maths.values.exact import NotExact

FIELDS = ("answer", "of", "variable")  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; an answer that is not the derivative of `of` is refused. Raises BadCourse."""
    field.only(spec, *FIELDS)
    of = function_of(spec, context)
    variable = field.text(spec, "variable") if "variable" in spec else "x"
    try:
        slope = derivative(of, variable)
    except NotExact as problem:
        raise BadCourse("This has no derivative that is known here.", where="of") from problem

    def judge(found: Node, answer: Node) -> Judged:
        if same_expression(found, slope):
            return Judged(share=1.0)
        if same_expression(found, of):
            return Judged(share=0.0, note="That is the function itself.")
        return Judged(share=0.0)

    written = field.text(spec)
    item = made(
        written,
        context,
        formula,
        judge,
        how="Reply with a formula.",
        tidied=lambda text: not_glued(_once(text), written),
        unfit=f"is not the derivative of “{field.text(spec, 'of')}” by {variable}",
    )
    if not names(item.answer) <= names(of) | {variable}:
        raise BadCourse("The answer has other letters than the function.", where="answer")
    return item


def function_of(spec: Spec, context: Context) -> Node:
    """What is differentiated or integrated; raises BadCourse."""
    written = field.text(spec, "of")
    if not written:
        raise BadCourse("The item does not say of what.", where="of", do="Add `of:`, the function.")
    return field.tree(written, notation_for(context, written), "of")


_TWICE = re.compile(
    r"^\s*(?:[a-z]\s*(?:''|″|”|\")\s*(?:\(\s*[a-z]\s*\))?|d\s*(?:\^\s*2|²)\s*[a-z]\s*/\s*d\s*[a-z]\s*(?:\^\s*2|²))\s*="
)


def _once(text: str) -> str:
    """The text; raises Unreadable where it names a second derivative."""
    if _TWICE.match(text):
        raise Unreadable("I was looking for one formula.")
    return text


def formula(node: Node) -> Node:
    """The right side of f'(x) = …, or the formula itself; raises Unreadable."""
    side = formula_side(node, frozenset())
    if isinstance(side, Relation | Bracket | Either | Matrix):
        raise Unreadable("I was looking for one formula.")
    return side
