"""Item type `antiderivative`: an indefinite integral; any constant will do, but there must be one."""

import re

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same_expression
from tutor.items.maths.in_words.misspelt import not_glued
from tutor.items.maths.notation.tree import Node
from tutor.items.maths.reading import notation_for
from tutor.items.maths.structured import Judged, made
from tutor.items.maths.values.derive import constant_names, derivative
from tutor.items.maths.values.exact import NotExact
from tutor.items.types.derivative import formula, function_of

FIELDS = ("answer", "of", "variable", "constant")  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; `constant: false` does not ask for + C. Raises BadCourse."""
    field.only(spec, *FIELDS)
    of = function_of(spec, context)
    variable = field.text(spec, "variable") if "variable" in spec else "x"
    wanted = field.flag(spec, "constant", True)
    try:
        derivative(field.tree(field.text(spec), notation_for(context, field.text(spec))), variable)
    except NotExact as problem:
        raise BadCourse("This cannot be differentiated here.", where="answer") from problem

    def judge(found: Node, answer: Node) -> Judged:
        try:
            slope = derivative(found, variable)
        except NotExact:
            return Judged(share=0.0)
        if not same_expression(slope, of):
            if same_expression(found, derivative(of, variable)):
                return Judged(share=0.0, note="That is the derivative; go the other way.")
            return Judged(share=0.0)
        if wanted and not constant_names(found, variable, of):
            return Judged(share=0.5, note="Right, but something that may be added is missing.")
        return Judged(share=1.0)

    written = field.text(spec)
    return made(
        written,
        context,
        formula,
        judge,
        how="Reply with a formula.",
        tidied=lambda text: not_glued(_with_letter(text), written),
        unfit=f"is not the integral of “{field.text(spec, 'of')}” with its constant",
    )


_INTEGRAL = re.compile(r"^\s*(?:∫|\\int(?![A-Za-z]))[^=]*?\\?,?\s*d\s*[a-z]\s*=\s*")  # ∫ 3x² dx = …
_ANY_CONSTANT = re.compile(
    r"(?<!\s)\s*[,;(]\s*(?:where\s+|with\s+)?[CcKk]\s*(?:∈|\\in|in|is)\s*"
    r"(?:ℝ|R|\\mathbb\s*\{?R\}?|(?:an?|any|some)?\s*(?:real\s*)?(?:number|constant))\W*$"
)


def _with_letter(text: str) -> str:
    """C for "constant", without the integral before it and what is said of C behind it."""
    text = _ANY_CONSTANT.sub("", _INTEGRAL.sub("", text))
    return re.sub(r"\b(?:(?:an?|some|any) )?const(?:ant)?\b\.?", "C", text, flags=re.I)
