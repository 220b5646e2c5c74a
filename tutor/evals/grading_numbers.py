"""The adapter for numbers: tolerances, ranges, figures, and the number inputs of Numbas and Perseus."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from tutor.evals.grading_case import (
    PLAIN,
    Case,
    compared,
    is_correct,
    near,
    real_value,
    to_figures,
    usual_tolerance,
)
from tutor.evals.grading_options import Options
from tutor.items.maths.form.numerals import (
    Form,
    figures,
    magnitude,
    rounded_figures,
    rounded_places,
)
from tutor.items.maths.form.numerals import has_form as number_has_form
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.tree import (
    Bracket,
    Neg,
    Node,
    Percent,
    Quotient,
)
from tutor.items.maths.reading import read, right_side
from tutor.items.maths.values.exact import exact_value
from tutor.items.types import number


def tolerant(default: Callable[[Case], tuple[Fraction, Fraction]]) -> Callable[[Case], bool]:
    def judge(case: Case) -> bool:
        answer, found = case.trees()
        found = right_side(found)
        absolute, relative = case.options.tolerance(mode=case.mode)
        if not absolute and not relative:
            absolute, relative = default(case)
        ours, theirs = _elements(found), _elements(answer)
        if len(ours) == len(theirs) == 1 and case.options.text("comparison"):
            verdict = compared(case, real_value(found), real_value(answer))
            if verdict is not None:
                return verdict
        if len(ours) != len(theirs):
            return False
        return all(near(a, b, absolute, relative) for a, b in zip(ours, theirs, strict=True))

    return judge


def _elements(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Bracket):
        items = node.items
        return tuple(sorted(items, key=real_value)) if node.opening == "{" else items
    return (node,)


_RANGE = re.compile(r"^\s*([\[(])\s*(.+?)\s*[,;]\s*(.+?)\s*([\])])\s*$")


def in_range(case: Case) -> bool:
    ends = _RANGE.match(case.expected)
    low, high = (ends[2], ends[3]) if ends else case.options.range()
    if not low and not high:
        return tolerant(usual_tolerance)(case)
    value = real_value(right_side(read(case.student, case.notation).node))
    least, most = (real_value(parse(t, case.notation)) if t else None for t in (low, high))
    above = least is None or value > least or (value == least and (not ends or ends[1] == "["))
    below = most is None or value < most or (value == most and (not ends or ends[4] == "]"))
    return above and below


def by_figures(case: Case) -> bool:
    answer, found = case.trees()
    wanted = case.options.numbers(
        "digits", "sigfigs", "precision", "option", "opt", "n", "figures"
    ) or [3]
    count, accurate = wanted[0], wanted[1] if len(wanted) > 1 else wanted[0]
    if "prairie" in case.suite:
        return to_figures(real_value(found), real_value(answer), count)
    if case.options.text("toltype") == "digits":
        return _to_digits(case, real_value(found), real_value(answer))
    written = figures(right_side(found))
    if written is None:
        return False
    stack = case.suite.startswith("stack")
    alike = _within_half if stack else _same_figures
    if accurate == -1:
        return written.most >= count and alike(found, answer, count)
    strict = case.options.names_a("strict")
    fits = (written.least if not strict else written.most) <= count <= written.most
    return fits and (accurate == 0 or alike(found, answer, accurate))


def _within_half(found: Node, answer: Node, count: int) -> bool:
    """STACK's pages: no further from the rounded answer than half of its last figure, so that 9.8 is 10 (2).

    It reckons in floating point: 0.145 is 0.14, being a little less than half a hundredth away.
    """
    exact = real_value(answer)
    if not exact:
        return not real_value(found)
    half = 0.5 * 10.0 ** (magnitude(exact) - count + 1)
    return abs(float(real_value(found)) - float(rounded_figures(exact, count))) < half


def _to_digits(case: Case, value: Fraction, aim: Fraction) -> bool:
    """WeBWorK: so many figures of the answer, rounded or cut off, or a few more of them."""
    count = case.options.numbers("tolerance")[0]
    extra = case.options.numbers("tolExtraDigits")[0] if "tolExtraDigits" in case.options else 1
    cuts = case.options.text("toltruncation") in ("1", "true", "")
    for digits in range(count, count + extra + 1):
        last = digits == count + extra
        given = rounded_figures(value, digits) if last else value
        if given == rounded_figures(aim, digits):
            return True
        size = Fraction(10) ** (digits - 1 - magnitude(aim)) if aim else Fraction(1)
        if cuts and given == Fraction(int(aim * size)) / size:
            return True
    return False


def _same_figures(found: Node, answer: Node, count: int) -> bool:
    return rounded_figures(real_value(found), count) == rounded_figures(real_value(answer), count)


def by_places(case: Case) -> bool:
    answer, found = case.trees()
    wanted = case.options.numbers("digits", "places", "precision", "option", "opt", "n") or [2]
    if "prairie" in case.suite:
        return (
            abs(real_value(found) - real_value(answer))
            < Fraction(51, 100) / Fraction(10) ** wanted[0]
        )
    written = figures(right_side(found))
    if written is None or written.places != wanted[0]:
        return False
    return rounded_places(real_value(found), wanted[0]) == rounded_places(
        real_value(answer), wanted[0]
    )


def number_entry(case: Case) -> bool:
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
    if low and high:
        spec["between"] = [low, high]
        if ".." in case.expected:
            spec["answer"] = low
    reduced = case.options.flag("mustBeReduced")
    fractions = case.options.flag("allowFractions")
    item = number.build(spec, PLAIN)
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
        if reduced and isinstance(node, Quotient) and not number_has_form(node, Form.LOWEST_TERMS):
            return False
        if is_correct(replace(item, notation=notation).grade(case.student)):  # type: ignore[type-var]
            return True
    return False


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
        if (
            isinstance(node, Bracket)
            or _turned_sign(node)
            or abs(real_value(node) - real_value(aim)) > slack
        ):
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


def _turned_sign(node: Node) -> bool:
    """7/-4, which Perseus does not take."""
    return isinstance(node, Quotient) and isinstance(node.bottom, Neg)


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


def percentage(case: Case) -> bool:
    answer, found = case.trees()
    found = right_side(found)
    if not isinstance(found, Percent):
        return False
    slack, relative = case.options.tolerance()
    aims = [answer]
    if not isinstance(answer, Percent) and abs(real_value(answer)) >= 1:
        aims.append(Percent(answer))  # 42 stands for 42 %, 0.4 for 40 %
    return any(near(found, aim, max(slack, Fraction(1, 10**9)), relative) for aim in aims)
