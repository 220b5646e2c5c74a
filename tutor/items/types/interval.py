"""Item type `interval`: an interval or a union of some; an inequality for it is fine too."""

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same
from tutor.items.maths.in_words.between import in_symbols
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Either,
    Name,
    Node,
    Relation,
    names,
    rebuilt,
)
from tutor.items.maths.statements.statement import (
    holds_infinity,
    is_statement,
    with_other_ends,
    within,
)
from tutor.items.maths.structured import EVERYTHING, MANY, MANY_OF_ALL, NOTHING, Judged, made
from tutor.items.maths.values.exact import exact_value
from tutor.items.semicolons import ends

_SUBJECT = Name("x")


FIELDS = ("answer",)  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)

    def tidied(text: str) -> str:
        return in_symbols(ends(text) if context.decimal_comma else text, _SUBJECT.name)

    item = made(
        field.text(spec),
        context,
        interval,
        judge,
        how="Reply with an interval, like [2, 5).",
        lists=True,
        tidied=tidied,
    )
    if _is_turned_round(item.answer):
        raise BadCourse(
            f"“{item.written}” ends before it begins.",
            where="answer",
            do="Write the smaller end first, or “no solution”.",
        )
    return item


def _is_turned_round(node: Node) -> bool:
    match node:
        case Either(choices=choices):
            return any(_is_turned_round(choice) for choice in choices)
        case Bracket(opening="(" | "[", items=(low, high)):
            known = exact_value(low), exact_value(high)  # none of an infinite end
            return known[0] is not None and known[1] is not None and known[0] > known[1]
        case _:
            return False


def interval(node: Node) -> Node:
    """The node when it is an interval, a union, a set or an inequality; raises Unreadable."""
    match node:
        case Bracket(opening="(" | "[", items=(_, _)) | Bracket(opening="{"):
            return node
        case Either(choices=choices) if all(isinstance(c, Bracket) for c in choices):
            return node
        case Bracket(opening="", items=items) if without_a_value(items):
            return Both(items)
        case _ if is_statement(node) and len(names(node)) == 1:
            return node
        case _:
            raise Unreadable("I was looking for an interval, like [2, 5).")


def without_a_value(items: tuple[Node, ...]) -> bool:
    """Whether a range and what is left out of it stand side by side: "x ≤ 6, x ≠ 2"."""
    signs = [item.operators for item in items if isinstance(item, Relation)]
    left_out = signs.count(("!=",))
    return (
        len(signs) == len(items) <= 4
        and left_out == len(items) - 1
        and len({name for item in items for name in names(item)}) == 1
    )


def judge(found: Node, answer: Node) -> Judged:
    """Compare two sets of numbers; wrong brackets at the ends are said."""
    if found == answer:
        return Judged(share=1.0)
    if found == MANY and answer == EVERYTHING:
        return MANY_OF_ALL
    if NOTHING in (found, answer) or EVERYTHING in (found, answer):
        return Judged(share=0.0)
    ours, theirs = _statement(found), _statement(answer)
    if same(ours, theirs):
        if holds_infinity(found):
            return Judged(share=0.0, note="Look again at the brackets: are the ends included?")
        return Judged(share=1.0)
    if any(same(changed, theirs) for changed in with_other_ends(ours)):
        return Judged(share=0.0, note="Look again at the brackets: are the ends included?")
    return Judged(share=0.0)


def _statement(node: Node) -> Node:
    match node:
        case Bracket():
            return within(_SUBJECT, node)
        case Either(choices=choices):
            return Either(tuple(_statement(c) for c in choices))
        case _:
            return _renamed(node)


def _renamed(node: Node) -> Node:
    return _SUBJECT if isinstance(node, Name) else rebuilt(node, _renamed)
