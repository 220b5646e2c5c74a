"""Notations of other schools, machines and dictation: each class with a sample and a near miss."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type

_SPANISH = Context(language="es", decimal_comma=True)


def _verdict(name: str, answer: object, response: str, **fields: object) -> Verdict:
    return item_type(name)({"answer": answer, **fields}, Context()).grade(response).verdict


@pytest.mark.parametrize(
    ("name", "answer", "right", "wrong"),
    [
        ("number", "3456789", "34,56,789", "34,56,798"),
        ("number", "60000", "60_000", "6_000"),
        ("number", "2500000", "2 and a half million", "2 and a quarter million"),
        ("number", "3700000", "3.7 mil", "3.7 thousand"),
        ("number", "0.00025", "2.5 times 10 to the -4", "2.5 times 10 to the -3"),
        ("number", "0.00025", "2.5E−4", "2.5E−5"),
        ("number", "5/9", "0.5 recurring", "0.6 recurring"),
        ("number", "56", "seven eights are 56", "seven eights are 54"),
        ("number", "36", "three dozen", "two dozen"),
        ("number", "25%", "%25", "%52"),
        ("number", "7.05", "7 dollars and 5 cents", "7 dollars and 50 cents"),
        ("number", "35", "7 choose 3", "7 choose 2"),
        ("number", "2", "17 mod 5", "17 mod 4"),
        ("expression", "7√3", "7 radical 3", "3 radical 7"),
        ("expression", "n/2 + 9", "9 more than half of n", "9 less than half of n"),
        ("units", "0.5 m^2", "0.5㎡", "0.5㎥"),
        ("units", "3 m/s", "3 (m/s)", "3 (m·s)"),
        ("units", "30.25°", "30°15'", "30°25'"),
        ("units", "6 ft 1 in", "6'1", "6'11"),
        ("units", "90 km/h", "ninety km/h", "nineteen km/h"),
        ("units", "2 kWh", "2 kwh", "2 kw"),
        ("set", "1, 2, 3, 6", "1×6, 2×3", "1×6"),
        ("set", "{}", "0 solutions", "0"),
        ("list", "4, 7, 10", "a1 = 4, a2 = 7, a3 = 10", "a1 = 4, a2 = 10, a3 = 7"),
        ("pair", "(3, -1)", "B = (3, -1)", "B = (-1, 3)"),
        ("matrix", [[1, 2], [3, 4]], "(1 2; 3 4)", "(1 3; 2 4)"),
        ("interval", "(-oo, 2) U (2, oo)", "every number but 2", "every number but 3"),
        ("interval", "(-oo, 3]", "(-∞, 3]", "[-∞, 3]"),
        ("inequality", "1 < x <= 6", "more than 1 but at most 6", "more than 1 but at least 6"),
        ("remainder", "5 r 2", "remainder 2, quotient 5", "remainder 5, quotient 2"),
        ("clock", "5:50", "ten till 6", "ten past 6"),
        ("chemistry", "Mg^2+", "Mg(2+)", "Mg(2-)"),
        ("chemistry", "H2O", "H<sub>2</sub>O", "H<sub>2</sub>O<sub>2</sub>"),
    ],
)
def test_another_writing_is_read_as_what_it_says(
    name: str, answer: object, right: str, wrong: str
) -> None:
    assert _verdict(name, answer, right) is Verdict.CORRECT
    assert _verdict(name, answer, wrong) is not Verdict.CORRECT


@pytest.mark.parametrize(
    "response",
    ["number 30 was hard", "i did 30 problems", "skip 30", "30 more than", "0.16 recurring", "a baker's dozen"],
)  # fmt: skip
def test_a_number_that_is_no_answer_is_asked_about(response: str) -> None:
    assert _verdict("number", "30", response) is Verdict.UNREADABLE


@pytest.mark.parametrize(
    ("response", "verdict"),
    [
        ("2 coma 75", Verdict.CORRECT),
        ("2'75", Verdict.CORRECT),
        ("2 coma 57", Verdict.INCORRECT),
        ("2'750", Verdict.INCORRECT),
    ],
)
def test_the_comma_that_pupils_say_or_write_high(response: str, verdict: Verdict) -> None:
    made = item_type("number")({"answer": "2,75"}, _SPANISH)
    assert made.grade(response).verdict is verdict


@pytest.mark.parametrize("response", ["casi 8 €", "menos de 8 €"])
def test_nearly_an_amount_is_not_that_amount(response: str) -> None:
    made = item_type("units")({"answer": "8 €"}, _SPANISH)
    assert made.grade(response).verdict is Verdict.UNREADABLE


def test_an_integral_may_stand_before_its_answer() -> None:
    of = {"of": "2x"}
    assert _verdict("antiderivative", "x^2 + C", "∫2x dx = x^2 + C", **of) is Verdict.CORRECT
    assert _verdict("antiderivative", "x^2 + C", "∫2x dx = x^2", **of) is Verdict.PARTIAL


def test_a_second_derivative_is_not_the_first() -> None:
    of = {"of": "x^3"}
    assert _verdict("derivative", "3x^2", "y' = 3x^2", **of) is Verdict.CORRECT
    assert _verdict("derivative", "3x^2", "y'' = 3x^2", **of) is Verdict.UNREADABLE


def test_the_last_of_equations_line_under_line_is_the_answer() -> None:
    assert _verdict("number", "5", "3x = 15\nx = 5") is Verdict.CORRECT
    assert _verdict("number", "5", "x = 5\n3x = 15") is not Verdict.CORRECT


def test_a_solution_may_be_given_as_a_point_with_its_letters() -> None:
    given = ["x = 3", "y = -2"]
    letters = {"variables": ["x", "y"]}
    assert _verdict("system", given, "(x, y) = (3, -2)", **letters) is Verdict.CORRECT
    assert _verdict("system", given, "x is three and y is minus two", **letters) is Verdict.CORRECT
    assert _verdict("system", given, "{3, -2}", **letters) is Verdict.UNREADABLE
