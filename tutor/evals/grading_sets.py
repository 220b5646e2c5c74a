"""The adapter for sets: braces where a suite asks for them, a school's writings elsewhere."""

import re

from tutor.errors import BadCourse
from tutor.evals.grading_case import PLAIN, Case, is_correct
from tutor.items.maths.compare import same
from tutor.items.maths.notation.latex import plain_latex
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.tree import Both, Bracket, Node
from tutor.items.maths.statements.statement import is_statement
from tutor.items.types import set as sets
from tutor.items.types.set import collection


def as_set(case: Case) -> bool:
    """Whether a set fits: in STACK's writing, or by our own grader where no brackets stand."""
    school = not case.suite.startswith("stack") and not re.search(r"[\[\](){}\\<>]", case.student)
    try:
        return _set_of(case) or (school and _by_our_type(case))
    except Unreadable:
        return school and _by_our_type(case)


def _by_our_type(case: Case) -> bool:
    """Whether our own grader of sets takes it: "3 or -3", "no solution"."""
    try:
        written = plain_latex(case.expected).strip(" $").replace("\\", "")
        spec = {"answer": written.strip("{} ") or "no solution"}
        return is_correct(sets.build(spec, PLAIN).grade(case.student))
    except BadCourse:
        return False


def _set_of(case: Case) -> bool:
    answer, found = case.trees()
    if case.suite.startswith("stack") and not (isinstance(found, Bracket) and found.opening == "{"):
        return False  # its sets are written with braces
    if _in_braces(answer) and isinstance(found, Bracket) and found.opening in ("(", "[", "<"):
        return False  # a point, an interval, a vector
    if isinstance(found, Both) or (is_statement(found) and not is_statement(answer)):
        found = collection(found)
    return same(_as_set(found), _as_set(answer))


def _in_braces(node: Node) -> bool:
    return isinstance(node, Bracket) and node.opening == "{"


def _as_set(node: Node) -> Node:
    if isinstance(node, Bracket):
        return Bracket("{", node.items, "}")
    return Bracket("{", (node,), "}")
