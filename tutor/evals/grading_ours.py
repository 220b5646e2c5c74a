"""The adapter for answers in sentences: what our own graders of numbers, quantities and ranges say of them."""

import re
from collections.abc import Iterator

from tutor.errors import BadCourse
from tutor.evals.grading_case import PLAIN, Case, is_correct
from tutor.items.grade import ItemType, Spec
from tutor.items.maths.notation.tree import Node, Relation
from tutor.items.maths.values.exact import exact_value
from tutor.items.types import inequality, number, units


def by_our_types(case: Case, answer: Node) -> bool:
    """Whether our grader of numbers, quantities or ranges takes it: "so 12 cm", 120 mm for 12 cm, "at most 5"."""
    try:
        return any(is_correct(item.grade(case.student)) for item in _items(case, answer))
    except BadCourse:
        return False


def _items(case: Case, answer: Node) -> Iterator[ItemType]:
    """The graders that may speak of a row's answer."""
    spec: Spec = {"answer": case.expected}
    if case.mode == "equiv_chat" and exact_value(answer) is not None:
        yield number.build(spec, PLAIN)
    if case.mode == "equiv_chat" and _is_range(answer):
        yield inequality.build(spec, PLAIN)
    if _is_quantity(case):
        yield units.build(spec, PLAIN)


def _is_range(answer: Node) -> bool:
    return isinstance(answer, Relation) and set(answer.operators) <= {"<", ">", "<=", ">="}


def _is_quantity(case: Case) -> bool:
    return "=" not in case.expected and bool(re.search(r"\d\s*\\?[A-Za-zµ°~,{ ]", case.expected))
