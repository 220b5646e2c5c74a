"""Item type `inequality`: an inequality, a chain or two of them, with the answer's solutions."""

import re

from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same
from tutor.items.maths.in_words.between import in_symbols
from tutor.items.maths.in_words.translated import in_english
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Both, Bracket, Either, Name, Node, names
from tutor.items.maths.statements.statement import (
    holds_infinity,
    is_statement,
    with_other_ends,
    within,
)
from tutor.items.maths.structured import Judged, made

FIELDS = ("answer", "variable")  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    variable = (
        field.text(spec, "variable") if "variable" in spec else _only_letter(field.text(spec))
    )

    def settle(node: Node) -> Node:
        return _statement(node, variable)

    return made(
        field.text(spec),
        context,
        settle,
        judge,
        how="Reply with an inequality.",
        lists=True,
        tidied=lambda text: in_symbols(in_english(text), variable),
    )


def _only_letter(answer: str) -> str:
    """The one letter of an answer, which a range in words is about; x where there is none or several."""
    letters = set(re.findall(r"(?<![A-Za-z\\])[a-zA-Z](?![A-Za-z])", answer))
    return letters.pop() if len(letters) == 1 else "x"


def judge(found: Node, answer: Node) -> Judged:
    """Compare two statements; an end taken in or left out by mistake is said."""
    if same(found, answer):
        return Judged(share=1.0)
    if names(found) == names(answer) and any(
        same(changed, answer) for changed in with_other_ends(found)
    ):
        return Judged(share=0.0, note="Look again at the ends: does the solution include them?")
    return Judged(share=0.0)


def _statement(node: Node, variable: str) -> Node:
    if is_statement(node):
        return node
    match node:
        case Bracket(opening="(" | "[", items=(_, _)):
            if holds_infinity(node):
                raise Unreadable("Look again at the brackets: are the ends included?")
            return within(Name(variable), node)
        case Either(choices=choices) if all(isinstance(c, Bracket) for c in choices):
            return Either(tuple(_statement(c, variable) for c in choices))
        case Both(parts=parts) if all(isinstance(p, Bracket) for p in parts):
            return Both(tuple(_statement(p, variable) for p in parts))
        case _:
            raise Unreadable("I was looking for an inequality, like x > 2.")
