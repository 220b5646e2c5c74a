"""An answer stays what it is with what learners and telephones put around it, and a word that denies it does not go."""

import pytest

from tutor.evals.grading_modes import judge_row
from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type


def _verdict(kind: str, answer: object, response: str, **fields: object) -> Verdict:
    return item_type(kind)({**fields, "answer": answer}, Context()).grade(response).verdict


@pytest.mark.parametrize(
    ("kind", "answer", "right", "fields"),
    [
        ("number", "12", "a dozen", {}),
        ("number", "1/3", "0.333...", {}),
        ("number", "1/3", "0.(3)", {}),
        ("number", "40 %", "forty percent", {"form": "percent"}),
        ("units", "1 h 30 min", "1h30", {}),
        ("units", "1 h 30 min", "1 hour and a half", {}),
        ("units", "5 ft 8 in", "5 foot 8", {}),
        ("set", "1, 2, 3, 6", "1 2 3 6", {}),
        ("list", "8, 16, 32", "8 16 32", {}),
        ("interval", "(-oo, 0) U (0, oo)", "all real numbers except 0", {}),
        ("inequality", "-2 < x <= 5", "]-2, 5]", {}),
        ("inequality", "x >= -3", "at least -3", {}),
        ("derivative", "6x+2", "dy/dx = 6x+2", {"of": "3x^2+2x"}),
        ("clock", "3:45", "quarter to four", {}),
        ("remainder", "12 r 4", "12 remainder 4", {}),
        ("chemistry", "CO2", "CO2 gas", {}),
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "{}?",
        "{}.",
        " {} ",
        "{} 👍",
        "{} ✅.",
        "i think its {}",
        "the answer is {}",
        "so its {}?",
    ],
)
def test_what_stands_around_an_answer_changes_nothing(
    kind: str, answer: str, right: str, fields: dict[str, object], around: str
) -> None:
    if kind in ("clock", "chemistry") and around in ("{} 👍", "{} ✅."):
        return
    response = around.format(right)
    assert _verdict(kind, answer, response, **fields) is Verdict.CORRECT, response
    pasted = response.replace(" ", "\u00a0")
    assert _verdict(kind, answer, pasted, **fields) is Verdict.CORRECT, pasted


@pytest.mark.parametrize(
    ("kind", "answer", "response", "fields"),
    [
        ("derivative", "6x+2", "not dy/dx = 6x+2", {"of": "3x^2+2x"}),
        ("number", "12", "the answer is not 12", {}),
        ("number", "12", "12 because 3*4 or 13", {}),
        ("number", "12", "x = 12 after adding 4 or 977", {}),
        ("equation", "x = 0", "y = 0", {}),
        ("equation", "y = 0", "x = 0", {}),
        ("choice", "0.25", "b) 0.35", {"choices": ["1/2", "0.25", "2/3"], "shuffle": False}),
        ("choice", "4 cm", "b) 6 cm", {"choices": ["2 cm", "4 cm", "8 cm"], "shuffle": False}),
        ("short", "parameter", "permeter", {}),
    ],
)
def test_what_makes_another_answer_of_it_is_not_overheard(
    kind: str, answer: str, response: str, fields: dict[str, object]
) -> None:
    assert _verdict(kind, answer, response, **fields) is not Verdict.CORRECT


@pytest.mark.parametrize("wrapped", ["$= 5$", "$=5$", "\\(= 5\\)", "$5$", "$5$."])
def test_the_signs_of_latex_may_hold_the_whole(wrapped: str) -> None:
    row = {"suite": "math_verify", "mode": "equiv_latex", "expected": "5", "student": wrapped}
    assert judge_row(row)[0]
    assert not judge_row({**row, "expected": "-5"})[0]


@pytest.mark.parametrize("written", ["x > = -3", "x = > -3", "x> = -3", "-3 < = x"])
def test_a_comparison_may_be_written_with_a_blank_in_its_sign(written: str) -> None:
    assert _verdict("inequality", "x >= -3", written) is Verdict.CORRECT
    assert _verdict("inequality", "x > -3", written) is Verdict.INCORRECT
