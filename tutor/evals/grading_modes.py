"""The adapter from outside suites' rows and options to our graders: what each mode asks.

Suites differ in what they call right. What is theirs stands here and beside: Khan's parser
multiplies 2 1/2 out; STACK writes Maxima (`%pi`, `stackunits(3, m)`); Numbas names number styles;
Perseus lets 1,5 be one and a half; PrairieLearn compares within a share of one per cent.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.evals.grading_alike import alike, loosely_alike, same_words
from tutor.evals.grading_calculus import antiderivative
from tutor.evals.grading_case import (
    PLAIN,
    Case,
    Row,
    is_correct,
    near,
    usual_tolerance,
)
from tutor.evals.grading_forms import in_form
from tutor.evals.grading_items import by_item
from tutor.evals.grading_maxima import from_maxima
from tutor.evals.grading_numbers import (
    by_figures,
    by_places,
    in_range,
    number_entry,
    percentage,
    tolerant,
)
from tutor.evals.grading_ours import by_our_types
from tutor.evals.grading_sets import as_set
from tutor.evals.grading_units import (
    by_units,
    units_by_figures,
    units_exact,
    units_only,
    units_same_form,
)
from tutor.items.grade import Verdict
from tutor.items.maths.compare import same
from tutor.items.maths.effort import bounded
from tutor.items.maths.form.forms import ExpressionForm
from tutor.items.maths.form.shape import shape
from tutor.items.maths.notation.latex import plain_latex
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.signs import in_signs
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Either,
    Node,
    Num,
    names,
    walk,
)
from tutor.items.maths.reading import read, renamed
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.maths.values.sample import value_at
from tutor.items.types import chemistry, clock, remainder


def judge_row(row: Row) -> tuple[bool, bool]:
    """Whether our graders accept the row's response, and whether they could not read it."""
    mode = str(row.get("mode", "equiv"))
    judge = _MODES.get(mode, _equivalent)
    case = Case(row)
    try:
        with bounded() as bound:
            accepted = judge(case)
        return (accepted and not bound.reached), bound.reached
    except Unreadable:
        return False, True
    except (NotExact, Undefined, BadCourse, OverflowError):
        return False, False


def _equivalent(case: Case) -> bool:
    if case.suite.startswith("stack") and _lists_for_a_matrix(case):
        return False
    said = same_words(case.expected, case.student)
    if said is None:
        said = _in_two_parts(case)
    if said is not None:
        return said
    try:
        answer, notation = case.answer()
    except Unreadable:
        return _plain_text(case.expected) == _plain_text(case.student)
    if not case.student.strip() and case.suite == "kas":
        return exact_value(answer) == 0  # Khan's parser reads nothing as 0
    try:
        found = read(case.student, notation).node
    except Unreadable:
        said_word = _word(case.expected)
        if said_word and said_word == _word(case.student):
            return True  # DNE, undefined, yes
        if case.mode == "equiv_chat" and by_our_types(case, answer):
            return True  # "x can't be more than 5"
        raise
    if case.suite.startswith("stack") and _of_another_kind(found, answer):
        return False
    if case.suite == "perseus" and case.options.flag("form") and shape(found) != shape(answer):
        return False  # Khan's "answer must be in the same form"
    if case.suite == "webwork" and _point_for_a_vector(found, answer):
        return False
    if case.mode in ("equiv_chat", "equiv_latex"):  # elsewhere suites tell X from x
        if by_our_types(case, answer):
            return True
        if re.search(r"\brad", case.student):
            return _agree(case, found, answer)  # 45 rad is not 45°
        found, answer = loosely_alike(renamed(found, names(answer)), answer)
    else:
        found, answer = alike(found, answer, angles=case.mode == "trig_degrees")
    return _agree(case, found, answer)


def _lists_for_a_matrix(case: Case) -> bool:
    """Whether one is Maxima's matrix and the other a list of lists, which are two kinds of thing there."""
    raw = [str(text or "") for text in (case.row.get("expected"), case.row.get("student"))]
    return sorted(bool(re.match(r"\s*\[\s*\[", text)) for text in raw) == [False, True] and any(
        "matrix(" in text for text in raw
    )


def _point_for_a_vector(found: Node, answer: Node) -> bool:
    """Whether one is (1, 2) and the other <1, 2>, which WeBWorK tells apart."""
    openings = {n.opening for n in (found, answer) if isinstance(n, Bracket)}
    return openings == {"(", "<"}


_REMAINDER = re.compile(r"\d+\s*(?:r|rem|remainder)\s*\d+", re.I)
_CLOCK = re.compile(r"\d{1,2}:[0-5]\d")


def _in_two_parts(case: Case) -> bool | None:
    """A quotient with its remainder, and a time told in words; None for other rows."""
    if _REMAINDER.fullmatch(case.expected):
        return is_correct(remainder.build({"answer": case.expected}, PLAIN).grade(case.student))
    if _CLOCK.fullmatch(case.expected) and re.search(
        r"past|o['’]?clock|quarter|\bto\b", case.student
    ):
        return is_correct(clock.build({"answer": case.expected}, PLAIN).grade(case.student))
    return None


def _agree(case: Case, found: Node, answer: Node) -> bool:
    if case.suite.startswith("stack") and _is_other_decimal(found, answer):
        return False
    slack = case.options.tolerance(case.mode)
    if any(slack) and not names(answer) and near(found, answer, *slack):
        return True
    if same(found, answer):
        return True
    if any(slack) and case.mode == "equiv_tol" and names(answer):
        return _close_everywhere(found, answer, *slack)
    return "checkingAccuracy" in case.options and _close_everywhere(found, answer, slack[0])


def _is_other_decimal(found: Node, answer: Node) -> bool:
    """Whether two numbers differ, one of them a decimal: a CAS does not take 0.333333333333 for a third."""
    values = exact_value(found), exact_value(answer)
    decimal = any(isinstance(n, Num) and "." in n.written for m in (found, answer) for n in walk(m))
    return decimal and None not in values and values[0] != values[1]


_NUMBAS_POINTS = (0.13, 0.37, 0.61, 0.83, 0.97)


def _close_everywhere(
    found: Node, answer: Node, slack: Fraction, share: Fraction = Fraction(0)
) -> bool:
    """Numbas' own test of formulas: close at a few points between 0 and 1, with the same letters."""
    own = sorted(names(answer))
    if not own or names(found) != names(answer) or _relates(found) or _relates(answer):
        return False
    for turn in range(len(_NUMBAS_POINTS)):
        point = {n: complex(_NUMBAS_POINTS[(turn + 2 * k) % 5]) for k, n in enumerate(own)}
        aim = value_at(answer, point)
        if abs(value_at(found, point) - aim) > slack + float(share) * abs(aim):
            return False
    return True


_ABSENT = re.compile(r"(?:it |the limit )?(?:does not|doesn['’]?t) exist|d\.?n\.?e")


def _word(text: str) -> str:
    """The one word of a text, in small letters, "dne" for "does not exist"; "" for anything else."""
    plain = plain_latex(text).strip(" $.").casefold()
    if _ABSENT.fullmatch(plain):
        return "dne"
    return plain if plain.isalpha() and len(plain) > 1 else ""


def _of_another_kind(found: Node, answer: Node) -> bool:
    """Whether STACK tells them apart: and from or (even where school writes "x = 1 and x = 2"), a set from its element."""
    lone = isinstance(answer, Bracket) and answer.opening == "{" and answer.items == (found,)
    return lone or {type(found), type(answer)} == {Both, Either}


def _plain_text(text: str) -> str:
    return re.sub(r"[\s$\\\"]+", "", text).casefold()


def _relates(node: Node) -> bool:
    return type(node).__name__ == "Relation"


def _same_form(case: Case) -> bool:
    answer, found = case.trees()
    exact = case.suite.startswith("stack")  # its test tells a - b from -(b - a)
    return same(found, answer) and shape(found, signs=exact) == shape(answer, signs=exact)


_GROUP = re.compile(
    r"(?<![\\\w^}\])])\{([^{}\\,]+)\}(?!\s*[_^])"
)  # {x}+{y}: LaTeX's groups, no sets


def _parsed(case: Case) -> bool:
    notation = case.notation
    text = _GROUP.sub(r"(\1)", case.student) if case.mode == "parse_latex" else case.student
    found = parse(in_signs(text, notation), notation)
    if isinstance(found, Bracket) and found.opening == "[" and len(found.items) == 1:
        found = found.items[0]
    answer = parse(in_signs(from_maxima(case.expected), notation), notation)
    return shape(answer) == shape(found) or same(found, answer)


def _chemistry(case: Case) -> bool:
    exact = case.options.flag("exact")
    spec = {"answer": case.expected, "states": True, "multiples": not exact}
    try:
        item = chemistry.build(spec, PLAIN)
    except BadCourse:
        return _plain_text(case.expected) == _plain_text(case.student)
    grade = item.grade(case.student)
    if grade.verdict is Verdict.UNREADABLE:
        raise Unreadable(grade.note)
    return is_correct(grade)


_PRIMED = re.compile(
    r"^\s*(?:[a-zA-Z]\s*['’′]\s*(?:\(\s*[a-z]\s*\))?|D\s*\[[^\[\]]*\])\s*=(?=[^=]*$)"
)


def _derivative(case: Case) -> bool:
    if "=" not in case.expected:
        case.student = _PRIMED.sub("", case.student)  # f'(x) = …
    return _equivalent(case)


def _regex(case: Case) -> bool:
    return re.fullmatch(case.expected, case.student[:200]) is not None


_MODES: dict[str, Callable[[Case], bool]] = {
    "equiv": _equivalent,
    "equiv_chat": _equivalent,
    "equiv_latex": _equivalent,
    "equiv_tol": _equivalent,
    "trig_degrees": _equivalent,
    "regex": _regex,
    "item": by_item,
    "same_form": _same_form,
    "set": as_set,
    "number": number_entry,
    "number_percent": percentage,
    "num_default": tolerant(usual_tolerance),
    "num_absolute": tolerant(usual_tolerance),
    "num_relative": tolerant(usual_tolerance),
    "num_range": in_range,
    "num_sigfigs": by_figures,
    "num_decplaces": by_places,
    "form_factored": in_form(ExpressionForm.FACTORED),
    "form_expanded": in_form(ExpressionForm.EXPANDED),
    "form_lowest_terms": in_form(ExpressionForm.LOWEST_TERMS),
    "form_single_fraction": in_form(ExpressionForm.SINGLE_FRACTION),
    "form_completed_square": in_form(ExpressionForm.COMPLETED_SQUARE),
    "form_partial_fraction": in_form(ExpressionForm.PARTIAL_FRACTIONS),
    "units": by_units,
    "units_tol": by_units,
    "units_absolute": by_units,
    "units_relative": by_units,
    "units_exact": units_exact,
    "units_only": units_only,
    "units_same_form": units_same_form,
    "units_sigfigs": units_by_figures,
    "chem_expression": _chemistry,
    "chem_equation": _chemistry,
    "calculus_diff": _derivative,
    "calculus_int": antiderivative,
    "parse": _parsed,
    "parse_latex": _parsed,
}
