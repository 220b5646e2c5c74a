"""The adapter from outside suites' rows and options to our graders, one function for each mode.

Suites differ in what they call right. What is theirs stands here: Khan's parser multiplies 2 1/2
out; STACK writes Maxima (`%pi`, `stackunits(3, m)`); Numbas names number styles; Perseus lets
1,5 be one and a half; PrairieLearn compares within a share of one per cent unless told otherwise.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from tutor.errors import BadCourse
from tutor.evals.grading_options import Options
from tutor.items.grade import Context, Grade, Verdict
from tutor.items.maths.chat import has_small_talk
from tutor.items.maths.compare import same
from tutor.items.maths.derive import constant_names, derivative
from tutor.items.maths.equal import same_value
from tutor.items.maths.exact import NotExact, Undefined, exact_value
from tutor.items.maths.forms import ExpressionForm, has_form, is_expanded, is_reduced, shape
from tutor.items.maths.lexer import Notation, Unreadable
from tutor.items.maths.numerals import Form, figures, magnitude, rounded_figures, rounded_places
from tutor.items.maths.numerals import has_form as number_has_form
from tutor.items.maths.parser import parse
from tutor.items.maths.quantity import Quantity, quantity
from tutor.items.maths.reading import in_signs, read, renamed, right_side
from tutor.items.maths.sample import value_at
from tutor.items.maths.tree import (
    Bracket,
    Degree,
    Either,
    Node,
    Percent,
    PlusMinus,
    Quotient,
    Relation,
    names,
    walk,
)
from tutor.items.types import chemistry, number

Row = Mapping[str, object]
_PLAIN = Context()


def judge_row(row: Row) -> tuple[bool, bool]:
    """Whether our graders accept the row's response, and whether they could not read it."""
    mode = str(row.get("mode", "equiv"))
    judge = _MODES.get(mode, _equivalent)
    case = Case(row)
    try:
        return judge(case), False
    except Unreadable:
        return False, True
    except (NotExact, Undefined, BadCourse):
        return False, False


class Case:
    """One row, with its texts in our notation."""

    def __init__(self, row: Row) -> None:
        self.suite = str(row.get("suite", ""))
        self.mode = str(row.get("mode", ""))
        self.options = Options(row.get("options"), note=str(row.get("note", "")))
        self.expected = self._text(row.get("expected"))
        self.student = self._text(row.get("student"))

    def _text(self, value: object) -> str:
        text = "" if value is None else str(value)
        if self.suite.startswith(("stack", "numbas")):
            return from_maxima(text)
        return text.replace("**", "^") if "oatutor" in self.suite else text

    @property
    def notation(self) -> Notation:
        """How the suite writes."""
        khan = self.suite in ("kas", "khan")
        stack = self.suite.startswith("stack")
        return Notation(
            mixed=not khan,
            adjacent=khan,
            degrees=self.mode == "trig_degrees" or self.options.flag("degrees"),
            natural_log=stack,
            functions=frozenset(self.options.words("functions")),
            variables=_identifiers(self.expected, self.student) if stack else frozenset(),
        )

    def answer(self) -> tuple[Node, Notation]:
        """The expected answer as a tree, and the notation for responses to it."""
        return _answer(self.expected, self.notation)

    def trees(self) -> tuple[Node, Node]:
        """The expected answer and the response."""
        answer, notation = self.answer()
        found = read(self.student, notation).node
        return answer, found


@lru_cache(maxsize=64)
def _answer(expected: str, notation: Notation) -> tuple[Node, Notation]:
    double_signs = replace(notation, plus_minus=not notation.adjacent)
    if has_small_talk(expected):
        answer = read(expected, double_signs).node
    else:
        answer = parse(in_signs(expected, double_signs), double_signs)
    double = any(isinstance(n, PlusMinus) for n in walk(answer))
    known = frozenset(n for n in names(answer) if "_" not in n and "'" not in n)
    return answer, replace(notation, variables=notation.variables | known, plus_minus=double)


_MAXIMA = (
    (re.compile(r"%(pi|e|i)\b"), r"\1"),
    (re.compile(r"\bminf\b"), "-inf"),
    (re.compile(r"\b(?:stackunits)\(([^,()]+),\s*([^()]*(?:\([^()]*\))?[^()]*)\)"), r"\1*\2"),
    (re.compile(r"\b(?:displaydp|displaysf|dispdp|dispsf)\(([^,()]+),\s*\d+\)"), r"\1"),
    (re.compile(r"\boo\(([^(),]+),([^(),]+)\)"), r"(\1,\2)"),
    (re.compile(r"\boc\(([^(),]+),([^(),]+)\)"), r"(\1,\2]"),
    (re.compile(r"\bco\(([^(),]+),([^(),]+)\)"), r"[\1,\2)"),
    (re.compile(r"\bcc\(([^(),]+),([^(),]+)\)"), r"[\1,\2]"),
    (re.compile(r"\bmatrix\((\[.*\])\)"), r"[\1]"),
    (re.compile(r"\bvector\(([^()]*)\)"), r"(\1)"),
    (re.compile(r"\bset\(([^()]*)\)"), r"{\1}"),
    (re.compile(r"\bnounor\b"), "or"),
    (re.compile(r"\bnounand\b"), "and"),
)


def from_maxima(text: str) -> str:
    """STACK's CAS writing in school writing."""
    for pattern, written in _MAXIMA:
        text = pattern.sub(written, text)
    return text


def _identifiers(*texts: str) -> frozenset[str]:
    """Names of several letters, which a CAS keeps together."""
    words = {w for text in texts for w in re.findall(r"[A-Za-z][A-Za-z0-9]+", text)}
    return frozenset(w for w in words if len(w) > 1 and w.isalpha() and not _is_function(w))


def _is_function(word: str) -> bool:
    try:
        node = parse(f"{word}(x)" if word not in ("pi", "inf", "or", "and") else "x")
    except Unreadable:
        return True
    return names(node) <= {"x"}


# -- values -----------------------------------------------------------------------------------------


def _equivalent(case: Case) -> bool:
    try:
        answer, notation = case.answer()
    except Unreadable:
        return _plain_text(case.expected) == _plain_text(case.student)
    if not case.student.strip() and case.suite == "kas":
        return exact_value(answer) == 0  # Khan's parser reads nothing as 0
    found = read(case.student, notation).node
    if case.mode in ("equiv_chat", "equiv_latex"):  # elsewhere suites tell X from x
        found = renamed(found, names(answer))
    if case.mode == "equiv_chat":
        found = right_side(found, names(answer)) if not _relates(answer) else found
    if case.mode == "equiv_latex" and not _relates(answer):
        found = right_side(found, names(answer))
    elif case.mode == "equiv_latex" and not _relates(found) and exact_value(found) is not None:
        answer = right_side(answer)
    found, answer = _alike(found, answer)
    slack = case.options.tolerance()
    if any(slack) and not names(answer) and _near(found, answer, *slack):
        return True
    return same(found, answer)


def _alike(found: Node, answer: Node) -> tuple[Node, Node]:
    """x ∈ [1, 2] beside [1, 2], 90° beside 90: the same question asked in two ways."""
    for one, other in ((found, answer), (answer, found)):
        if (
            isinstance(one, Relation)
            and one.operators == ("in",)
            and isinstance(other, Bracket | Either)
        ):
            subject = Relation((one.operands[0], other), ("in",))
            return (one, subject) if one is found else (subject, one)
        if (
            isinstance(one, Degree)
            and not isinstance(other, Degree)
            and exact_value(other) is not None
        ):
            return (one.of, other) if one is found else (other, one.of)
    return found, answer


def _plain_text(text: str) -> str:
    return re.sub(r"[\s$\\]+", "", text).casefold()


def _relates(node: Node) -> bool:
    return type(node).__name__ == "Relation"


def _near(found: Node, answer: Node, absolute: Fraction, relative: Fraction) -> bool:
    x, y = _real(found), _real(answer)
    slack = absolute + relative * abs(y)
    return abs(x - y) <= slack * (1 + Fraction(1, 10**9))


def _real(node: Node) -> Fraction:
    exact = exact_value(node)
    if exact is not None:
        return exact
    value = value_at(node, {})
    if abs(value.imag) > 1e-9 * max(1.0, abs(value.real)):
        raise NotExact
    return Fraction(value.real)


def _same_form(case: Case) -> bool:
    answer, found = case.trees()
    return same(found, answer) and shape(found) == shape(answer)


def _set(case: Case) -> bool:
    answer, found = case.trees()
    if case.suite.startswith("stack") and not (isinstance(found, Bracket) and found.opening == "{"):
        return False  # its sets are written with braces
    return same(_as_set(found), _as_set(answer))


def _as_set(node: Node) -> Node:
    if isinstance(node, Bracket):
        return Bracket("{", node.items, "}")
    return Bracket("{", (node,), "}")


def _parsed(case: Case) -> bool:
    notation = case.notation
    answer, found = parse(case.expected, notation), parse(case.student, notation)
    return shape(answer) == shape(found) or same(found, answer)


# -- numbers ----------------------------------------------------------------------------------------


def _tolerant(default: Callable[[Case], tuple[Fraction, Fraction]]) -> Callable[[Case], bool]:
    def judge(case: Case) -> bool:
        answer, found = case.trees()
        found = right_side(found)
        absolute, relative = case.options.tolerance(mode=case.mode)
        if not absolute and not relative:
            absolute, relative = default(case)
        ours, theirs = _elements(found), _elements(answer)
        if len(ours) == len(theirs) == 1:
            compared = _compared(case, _real(found), _real(answer))
            if compared is not None:
                return compared
        if len(ours) != len(theirs):
            return False
        return all(_near(a, b, absolute, relative) for a, b in zip(ours, theirs, strict=True))

    return judge


def _compared(case: Case, value: Fraction, aim: Fraction) -> bool | None:
    """PrairieLearn's comparisons by digits; None for others."""
    digits = case.options.numbers("digits") or [2]
    match case.options.text("comparison"):
        case "sigfig":
            return _to_figures(value, aim, digits[0])
        case "decdig":
            return abs(value - aim) < Fraction(51, 100) / Fraction(10) ** digits[0]
        case "exact":
            return value == aim
        case _:
            return None


def _elements(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Bracket):
        items = node.items
        return tuple(sorted(items, key=_real)) if node.opening == "{" else items
    return (node,)


def _usual(case: Case) -> tuple[Fraction, Fraction]:
    """The tolerance of a suite when a row names none: (absolute, relative)."""
    if "prairie" in case.suite or case.suite == "pl":
        return Fraction(1, 10**8), Fraction(1, 100)
    if "webwork" in case.suite:
        return Fraction(0), Fraction(1, 1000)
    if case.suite.startswith("stack"):
        return (
            (Fraction(0), Fraction(5, 100))
            if "relative" in case.mode
            else (Fraction(5, 100), Fraction(0))
        )
    return Fraction(0), Fraction(1, 10**5)


_RANGE = re.compile(r"^\s*([\[(])\s*(.+?)\s*[,;]\s*(.+?)\s*([\])])\s*$")


def _in_range(case: Case) -> bool:
    ends = _RANGE.match(case.expected)
    low, high = (ends[2], ends[3]) if ends else case.options.range()
    if not low and not high:
        return _tolerant(_usual)(case)
    value = _real(right_side(read(case.student, case.notation).node))
    least, most = (_real(parse(t, case.notation)) if t else None for t in (low, high))
    above = least is None or value > least or (value == least and (not ends or ends[1] == "["))
    below = most is None or value < most or (value == most and (not ends or ends[4] == "]"))
    return above and below


def _figures(case: Case) -> bool:
    answer, found = case.trees()
    wanted = case.options.numbers(
        "digits", "sigfigs", "precision", "option", "opt", "n", "figures"
    ) or [3]
    count, accurate = wanted[0], wanted[1] if len(wanted) > 1 else wanted[0]
    if "prairie" in case.suite:
        return _to_figures(_real(found), _real(answer), count)
    written = figures(right_side(found))
    if written is None:
        return False
    if accurate == -1:
        return written.most >= count and _same_figures(found, answer, count)
    strict = case.options.names_a("strict")
    fits = (written.least if not strict else written.most) <= count <= written.most
    return fits and (accurate == 0 or _same_figures(found, answer, accurate))


def _same_figures(found: Node, answer: Node, count: int) -> bool:
    return rounded_figures(_real(found), count) == rounded_figures(_real(answer), count)


def _to_figures(value: Fraction, aim: Fraction, count: int) -> bool:
    places = count - 1 - (magnitude(aim) if aim else 0)
    return abs(value - aim) < Fraction(51, 100) / Fraction(10) ** places


def _places(case: Case) -> bool:
    answer, found = case.trees()
    wanted = case.options.numbers("digits", "places", "precision", "option", "opt", "n") or [2]
    if "prairie" in case.suite:
        return abs(_real(found) - _real(answer)) < Fraction(51, 100) / Fraction(10) ** wanted[0]
    written = figures(right_side(found))
    if written is None or written.places != wanted[0]:
        return False
    return rounded_places(_real(found), wanted[0]) == rounded_places(_real(answer), wanted[0])


def _number(case: Case) -> bool:
    """Numbas' number entry and Perseus' numeric input."""
    accepted = [a for a in case.options.answers() if a.text("status") in ("", "correct")]
    if accepted and "precisionType" not in case.options:
        return any(_perseus(case, a) for a in accepted)
    if any(k in case.options for k in ("maxError", "simplify", "answerForms", "strict")):
        return _perseus(case, case.options)
    return _numbas(case)


_COMMA_STYLES = frozenset({"si-fr", "eu", "plain-eu", "fr", "de"})


def _numbas(case: Case) -> bool:
    spec: dict[str, object] = {"answer": case.expected}
    kind = case.options.text("precisionType")
    digits = case.options.numbers("precision")
    if digits and kind in ("dp", "sigfig"):
        spec["decimal_places" if kind == "dp" else "significant_figures"] = digits[0]
        spec["strict"] = case.options.flag("strictPrecision")
    low, high = case.options.range()
    if low and high and "answer" in spec:
        spec["between"] = [low, high]
    if case.options.flag("mustBeReduced"):
        spec["form"] = ["lowest_terms", "decimal", "whole"]
    fractions = case.options.flag("allowFractions")
    item = number.build(spec, _PLAIN)
    styles = case.options.words("notationStyles")
    commas = {s in _COMMA_STYLES for s in styles} or {False}
    for comma in commas:
        notation = Notation(decimal_comma=comma, thousands=styles != ["plain"])
        try:
            node = read(case.student, notation).node
        except Unreadable:
            continue
        if isinstance(node, Quotient) and not fractions and "allowFractions" in case.options:
            return False
        if _correct(replace(item, notation=notation).grade(case.student)):  # type: ignore[type-var]
            return True
    return False


def _correct(grade: Grade) -> bool:
    return grade.verdict is Verdict.CORRECT


_PERSEUS_FORMS = {
    "integer": (Form.WHOLE,), "decimal": (Form.DECIMAL,), "proper": (Form.FRACTION,),
    "improper": (Form.FRACTION,), "mixed": (Form.MIXED,), "percent": (Form.PERCENT,),
}  # fmt: skip


def _perseus(case: Case, answer: Options) -> bool:
    expected = answer.text("value") or case.expected
    aim = parse(expected, Notation())
    slack = max(answer.tolerance()[0], Fraction(1, 10**9))
    simplify = answer.text("simplify")
    forms = answer.words("answerForms")
    for comma in (False, True):
        try:
            node = right_side(read(case.student, Notation(decimal_comma=comma)).node)
        except Unreadable:
            continue
        if abs(_real(node) - _real(aim)) > slack:
            continue
        reduced = any(
            number_has_form(node, f)
            for f in (Form.LOWEST_TERMS, Form.DECIMAL, Form.MIXED, Form.PERCENT)
        )
        if simplify in ("required", "enforced", "True") and not reduced and not _has_pi(node):
            continue
        if answer.flag("strict") and forms and not _in_forms(node, forms):
            continue
        return True
    return False


def _has_pi(node: Node) -> bool:
    return exact_value(node) is None


def _in_forms(node: Node, forms: list[str]) -> bool:
    if _has_pi(node):
        return "pi" in forms
    value = abs(exact_value(node) or Fraction(0))
    for form in forms:
        if (form == "proper" and value >= 1) or (form == "improper" and value < 1):
            continue
        if any(number_has_form(node, f) for f in _PERSEUS_FORMS.get(form, ())):
            return True
    return False


def _percent(case: Case) -> bool:
    answer, found = case.trees()
    found = right_side(found)
    if not isinstance(found, Percent):
        return False
    slack, relative = case.options.tolerance()
    aims = [answer] if isinstance(answer, Percent) else [answer, Percent(answer)]
    return any(_near(found, aim, max(slack, Fraction(1, 10**9)), relative) for aim in aims)


# -- forms ------------------------------------------------------------------------------------------


def _form(form: ExpressionForm) -> Callable[[Case], bool]:
    def judge(case: Case) -> bool:
        if form is ExpressionForm.EXPANDED:  # STACK's test looks at the writing alone
            found = read(case.student, case.notation).node
            return not _is_statement(found) and is_expanded(found)
        answer, found = case.trees()
        variable = case.options.letter()
        if _is_statement(found) or not same(found, answer):
            return False
        if form is ExpressionForm.LOWEST_TERMS and case.suite.startswith("stack"):
            return all(
                is_reduced(q) for q in walk(found) if isinstance(q, Quotient) and not names(q)
            )
        return has_form(found, form, answer, variable)

    return judge


def _is_statement(node: Node) -> bool:
    return type(node).__name__ in ("Relation", "Bracket", "Either", "Both", "Matrix")


# -- units ------------------------------------------------------------------------------------------


def _quantities(case: Case) -> tuple[Quantity, Quantity]:
    labels: frozenset[str] = frozenset()
    notation = replace(case.notation, variables=frozenset())
    expected = quantity(case.expected, notation, labels)
    return expected, quantity(case.student, notation, labels)


def _units(case: Case) -> bool:
    expected, found = _quantities(case)
    if not _same_dimension(expected, found):
        return False
    if (
        case.options.names_a("strict")
        and expected.unit
        and found.unit
        and expected.unit.parts != found.unit.parts
    ):
        return False
    compared = _compared(case, found.in_si(), expected.in_si())
    if compared is not None:
        return compared
    absolute, relative = case.options.tolerance(mode=case.mode)
    if not absolute and not relative:
        absolute, relative = _unit_tolerance(case)
    aim = expected.in_si()
    factor = expected.unit.factor if expected.unit else Fraction(1)
    return abs(found.in_si() - aim) <= (absolute * factor + relative * abs(aim)) * (
        1 + Fraction(1, 10**9)
    )


def _unit_tolerance(case: Case) -> tuple[Fraction, Fraction]:
    if case.mode in ("units_tol", "units_absolute", "units_relative"):
        return _usual(case)
    return Fraction(0), Fraction(1, 10**9)


def _same_dimension(expected: Quantity, found: Quantity) -> bool:
    if (expected.unit is None) != (found.unit is None):
        return False
    if (expected.number is None) != (found.number is None):
        return False
    if expected.unit is None or found.unit is None:
        return True
    return expected.unit.dimension == found.unit.dimension


def _units_exact(case: Case) -> bool:
    expected, found = _quantities(case)
    if not _same_dimension(expected, found) or not expected.unit or not found.unit:
        return False
    if (expected.unit.factor, expected.unit.dimension) != (found.unit.factor, found.unit.dimension):
        return False
    absolute, relative = case.options.tolerance(mode=case.mode)
    if not absolute and not relative:
        absolute, relative = (
            _usual(case) if "prairie" in case.suite else (Fraction(0), Fraction(1, 10**9))
        )
    return abs(found.value() - expected.value()) <= absolute + relative * abs(expected.value())


def _units_only(case: Case) -> bool:
    expected, found = _quantities(case)
    if (
        found.unit is None
        or expected.unit is None
        or found.unit.dimension != expected.unit.dimension
    ):
        return False
    if found.number is not None and expected.number is None:
        return False
    return found.in_si() == expected.in_si()


def _units_same_form(case: Case) -> bool:
    expected, found = _quantities(case)
    if not found.unit or not expected.unit or found.unit.parts != expected.unit.parts:
        return False
    return _same_dimension(expected, found) and found.value() == expected.value()


def _units_figures(case: Case) -> bool:
    expected, found = _quantities(case)
    if (
        not _same_dimension(expected, found)
        or found.number is None
        or not expected.unit
        or not found.unit
    ):
        return False
    if case.options.names_a("strict") and expected.unit.parts != found.unit.parts:
        return False
    wanted = case.options.numbers("digits", "sigfigs", "option", "opt", "n", "figures") or [3]
    count, accurate = wanted[0], wanted[1] if len(wanted) > 1 else wanted[0]
    written = figures(found.number)
    if written is None or not written.least <= count <= written.most:
        return accurate == -1 and written is not None and written.most >= count
    value = (found.in_si() - expected.unit.offset) / expected.unit.factor
    return accurate == 0 or rounded_figures(value, accurate) == rounded_figures(
        expected.value(), accurate
    )


# -- chemistry and calculus -------------------------------------------------------------------------


def _chemistry(case: Case) -> bool:
    exact = case.options.flag("exact")
    spec = {"answer": case.expected, "states": True, "multiples": not exact}
    grade = chemistry.build(spec, _PLAIN).grade(case.student)
    if grade.verdict is Verdict.UNREADABLE:
        raise Unreadable(grade.note)
    return _correct(grade)


def _variable(case: Case, answer: Node) -> str:
    named = case.options.letter()
    if named:
        return named
    own = sorted(names(answer) - {"c", "C", "k"})
    return "x" if "x" in own or not own else own[0]


def _antiderivative(case: Case) -> bool:
    answer, found = case.trees()
    variable = _variable(case, answer)
    slope = derivative(answer, variable)
    if not same_value(derivative(found, variable), slope):
        return False
    free = case.options.names_a("NOCONST")
    return free or bool(constant_names(found, variable, slope))


def _regex(case: Case) -> bool:
    return re.fullmatch(case.expected, case.student[:200]) is not None


_MODES: dict[str, Callable[[Case], bool]] = {
    "equiv": _equivalent,
    "equiv_chat": _equivalent,
    "equiv_latex": _equivalent,
    "equiv_tol": _equivalent,
    "trig_degrees": _equivalent,
    "regex": _regex,
    "same_form": _same_form,
    "set": _set,
    "number": _number,
    "number_percent": _percent,
    "num_default": _tolerant(_usual),
    "num_absolute": _tolerant(_usual),
    "num_relative": _tolerant(_usual),
    "num_range": _in_range,
    "num_sigfigs": _figures,
    "num_decplaces": _places,
    "form_factored": _form(ExpressionForm.FACTORED),
    "form_expanded": _form(ExpressionForm.EXPANDED),
    "form_lowest_terms": _form(ExpressionForm.LOWEST_TERMS),
    "form_single_fraction": _form(ExpressionForm.SINGLE_FRACTION),
    "form_completed_square": _form(ExpressionForm.COMPLETED_SQUARE),
    "form_partial_fraction": _form(ExpressionForm.PARTIAL_FRACTIONS),
    "units": _units,
    "units_tol": _units,
    "units_absolute": _units,
    "units_relative": _units,
    "units_exact": _units_exact,
    "units_only": _units_only,
    "units_same_form": _units_same_form,
    "units_sigfigs": _units_figures,
    "chem_expression": _chemistry,
    "chem_equation": _chemistry,
    "calculus_diff": _equivalent,
    "calculus_int": _antiderivative,
    "parse": _parsed,
    "parse_latex": _parsed,
}
