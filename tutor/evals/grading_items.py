"""Rows that name one of our item types: `options` has its `type`, its `fields` and its `context`."""

from tutor.evals.grading_case import Case, is_correct
from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.types import item_type


def by_item(case: Case) -> bool:
    """Whether the item type that a row names accepts its response."""
    grade = _item(case).grade(case.student)
    if grade.verdict is Verdict.UNREADABLE:
        raise Unreadable(grade.note)
    return is_correct(grade)


def _item(case: Case) -> ItemType:
    options = case.options
    fields, about = options.mapping("fields"), options.mapping("context")
    context = Context(
        language=str(about.get("language", "en")),
        decimal_comma=about.get("decimal_comma") is True,
        terms=frozenset(map(str, _listed(about.get("terms")))),
    )
    return item_type(options.text("type"))({**fields, "answer": case.asked}, context)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []
