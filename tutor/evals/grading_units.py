"""The adapter for quantities: equal, exact, in tolerance, by figures, units alone."""

import re
from dataclasses import replace
from fractions import Fraction

from tutor.evals.grading_case import Case, compared, usual_tolerance
from tutor.items.maths.form.numerals import figures, rounded_figures
from tutor.items.maths.in_words.quantity_words import Quantity
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.quantities.quantity import as_asked, quantity
from tutor.items.maths.quantities.unit_table import label
from tutor.items.maths.quantities.units import unit_of


def _quantities(case: Case) -> tuple[Quantity, Quantity]:
    words = re.findall(r"(?<![\\A-Za-z])[A-Za-zÀ-ž]{3,}", case.expected)
    labels = frozenset(label(w) for w in words if unit_of(w) is None)
    notation = replace(case.notation, variables=frozenset())
    if case.suite.startswith("stack") and "=" in case.student:
        raise Unreadable("An equation is no quantity there.")
    expected = quantity(_unit_last(case.expected), notation, labels)
    found = quantity(_unit_last(case.student), notation, labels)
    return expected, as_asked(found, expected.unit)


_DIVIDED = re.compile(r"^\s*([-\d.e]+)\*([A-Za-z][^\d]*)/(10\^\d+|\d[\d.]*)\s*$")


def _unit_last(text: str) -> str:
    """1.1/10^6*Mg for a CAS's 1.1*Mg/10^6; spaces for Python's pound_force."""
    text = re.sub(r"(?<=[a-z])_(?=[a-z])", " ", text)
    return _DIVIDED.sub(r"\1/\3*\2", text)


def by_units(case: Case) -> bool:
    if (
        case.suite.startswith("stack")
        and case.mode == "units"
        and re.fullmatch(r"\s*\[?\s*-?\d+\s*(?:,\s*-?\d+\s*)?\]?\s*", case.options.text("option"))
    ):
        return units_by_figures(case)  # STACK's option of a quantity is a number of figures
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
    verdict = compared(case, found.in_si(), expected.in_si())
    if verdict is not None:
        return verdict
    aim = expected.in_si()
    return abs(found.in_si() - aim) <= _slack(case, expected, abs(aim)) * (1 + Fraction(1, 10**9))


def _slack(case: Case, expected: Quantity, aim: Fraction) -> Fraction:
    """The allowed error in SI units; PrairieLearn's absolute one has a unit of its own ("2cm")."""
    absolute, relative = case.options.tolerance(mode=case.mode)
    named = case.options.text("atol")
    if re.search(r"\d\s*[A-Za-z]", named):
        allowed = quantity(named, replace(case.notation, variables=frozenset()))
        return allowed.in_si() + relative * aim
    if not absolute and not relative:
        absolute, relative = _unit_tolerance(case)
    factor = expected.unit.factor if expected.unit else Fraction(1)
    return absolute * factor + relative * aim


def _unit_tolerance(case: Case) -> tuple[Fraction, Fraction]:
    if case.mode in ("units_tol", "units_absolute", "units_relative"):
        return usual_tolerance(case)
    return Fraction(0), Fraction(1, 10**9)


def _same_dimension(expected: Quantity, found: Quantity) -> bool:
    if expected.unit is None and found.unit and found.unit.parts == (("%", 1),):
        return True  # 20 % where 0.2 is asked for
    if (expected.unit is None) != (found.unit is None):
        return False
    if (expected.number is None) != (found.number is None):
        return False
    if expected.unit is None or found.unit is None:
        return True
    return expected.unit.dimension == found.unit.dimension


def units_exact(case: Case) -> bool:
    expected, found = _quantities(case)
    if not _same_dimension(expected, found) or not expected.unit or not found.unit:
        return False
    if (expected.unit.factor, expected.unit.dimension) != (found.unit.factor, found.unit.dimension):
        return False
    verdict = compared(case, found.value(), expected.value())
    if verdict is not None:
        return verdict
    absolute, relative = case.options.tolerance(mode=case.mode)
    if not absolute and not relative:
        absolute, relative = (
            usual_tolerance(case) if "prairie" in case.suite else (Fraction(0), Fraction(1, 10**9))
        )
    return abs(found.value() - expected.value()) <= absolute + relative * abs(expected.value())


def units_only(case: Case) -> bool:
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


def units_same_form(case: Case) -> bool:
    expected, found = _quantities(case)
    if not found.unit or not expected.unit or found.unit.parts != expected.unit.parts:
        return False
    return _same_dimension(expected, found) and found.value() == expected.value()


def units_by_figures(case: Case) -> bool:
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
