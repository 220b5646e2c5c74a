"""Item type `list`: several values in order, as the next terms of a sequence."""

from tutor.items.grade import Context, ItemType, Spec
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same, same_sets
from tutor.items.maths.in_words.listed import values_in
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Both, Bracket, Node, Relation
from tutor.items.maths.structured import Judged, made
from tutor.items.said import say

FIELDS = ("answer",)  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    given = spec.get("answer")
    written = (
        ", ".join(field.texts(spec, "answer")) if isinstance(given, list) else field.text(spec)
    )
    return made(
        written,
        context,
        sequence,
        judge,
        how="Reply with all of them in order, separated by commas.",
        lists=True,
        tidied=values_in(written, context),
    )


def sequence(node: Node) -> Node:
    """Things in order, with or without brackets; "2, 4 and 6" too. Raises Unreadable."""
    match node:
        case Bracket(items=items):
            return Bracket("", items, "")
        case Both(parts=parts):
            return Bracket("", tuple(i for p in parts for i in _items(p)), "")
        case Relation():
            raise Unreadable("I was looking for values separated by commas.")
        case _:
            return Bracket("", (node,), "")


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Bracket) and node.opening == "" else (node,)


def judge(found: Node, answer: Node) -> Judged:
    """Compare two lists place by place."""
    if not (isinstance(found, Bracket) and isinstance(answer, Bracket)):
        return Judged(share=0.0)
    ours, theirs = found.items, answer.items
    right = sum(same(a, b) for a, b in zip(ours, theirs, strict=False))
    if right == len(ours) == len(theirs):
        return Judged(share=1.0)
    if len(ours) == len(theirs) and same_sets(ours, theirs):
        return Judged(share=0.5, note="The right values, but not in this order.")
    if len(ours) != len(theirs):
        count = say(
            "I was looking for {wanted} values; I read {read}.", wanted=len(theirs), read=len(ours)
        )
        return Judged(
            share=max(0.0, (right - abs(len(ours) - len(theirs))) / len(theirs)), note=count
        )
    if not right:
        return Judged(share=0.0)
    note = say("{right} of {all} are right.", right=right, all=len(theirs))
    return Judged(share=right / len(theirs), note=note)
