"""What learners write beside an answer: where it comes from, what they take back, what letters mean."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type


def _verdict(kind: str, answer: str, response: str) -> Verdict:
    return item_type(kind)({"answer": answer}, Context()).grade(response).verdict


@pytest.mark.parametrize(
    "response",
    [
        "35 (30 plus 5)",
        "35 (7x5)",
        "35 (7*5=35)",
        "i got 35 (i added 30 and 5)",
        "35 (half of 70)",
        "30 + 5 (35)",
        "thirty five (35)",
        "35 - because 7 x 5 = 35",
        "✅ 35",
        "35 (i hope)",
    ],
)
def test_a_number_whose_brackets_say_where_it_comes_from_is_that_number(response: str) -> None:
    assert _verdict("number", "35", response) is Verdict.CORRECT


@pytest.mark.parametrize(
    "response",
    [
        "36 (30 plus 6)",
        "7 (35 divided by 5)",
        "35 (2)",
        "35 (30 plus 6)",
        "34 (not 35)",
        "almost 35",
    ],
)
def test_an_explanation_of_another_number_does_not_make_it_right(response: str) -> None:
    assert _verdict("number", "35", response) is not Verdict.CORRECT


@pytest.mark.parametrize(
    "response",
    [
        "2 more... no 3x+2",
        "3x-2 no, 3x + 2",
        "3x + 2 not 3x + 3",
        "5x - scratch that - 3x+2",
        "3x+2 where x is the number of bikes",
        "let x be the number, then 3x+2",
        "3x+2 (x is his age)",
        "3x+2 (three x plus two)",
        "3x+2, no brackets",
        "3 times x, plus 2",
    ],
)
def test_the_formula_that_a_learner_stays_with_is_the_answer(response: str) -> None:
    assert _verdict("expression", "3x+2", response) is Verdict.CORRECT


@pytest.mark.parametrize(
    "response", ["3x+2 no 3x-2", "3x-2 not 3x+2", "3x+2 wait no 2x+3", "not 3x+2"]
)
def test_a_formula_that_was_taken_back_is_not_the_answer(response: str) -> None:
    assert _verdict("expression", "3x+2", response) is not Verdict.CORRECT


def test_the_last_of_equations_joined_by_arrows_is_the_answer() -> None:
    assert _verdict("number", "4", "2x+1=9 → 2x=8 → x=4") is Verdict.CORRECT
    assert _verdict("number", "4", "2x=8 → x=6") is not Verdict.CORRECT


def test_the_turned_slope_is_another_slope() -> None:
    assert _verdict("expression", "3x^2", "dy/dx = 3x^2") is Verdict.CORRECT
    assert _verdict("expression", "3x^2", r"\frac{dx}{dy} = 3x^2") is not Verdict.CORRECT


@pytest.mark.parametrize(
    ("answer", "response", "right"),
    [
        ("artery", "arterie", True),
        ("bacterium", "bactera", True),
        ("genus", "genera", True),
        ("genus", "genius", False),
        ("larva", "lava", False),
        ("vertebra", "vertebrate", False),
        ("appendix", "append", False),
        ("ovary", "ovarie", True),
    ],
)
def test_a_slip_in_a_plural_is_a_slip_and_another_word_is_not(
    answer: str, response: str, right: bool
) -> None:
    assert (_verdict("short", answer, response) is Verdict.CORRECT) is right
