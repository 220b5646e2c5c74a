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


def test_a_sum_in_brackets_about_something_else_leaves_the_number_as_it_is() -> None:
    assert _verdict("number", "1 2/5", "1 and 2/5 km (4+3=7)") is Verdict.CORRECT
    assert _verdict("number", "3/5", "3/5 (1+2=3)") is Verdict.CORRECT
    assert _verdict("units", "12 cm", "12 cm (3 x 4)") is Verdict.CORRECT
    assert _verdict("units", "12 cm", "12 m (3 x 4)") is not Verdict.CORRECT
    assert _verdict("number", "2/5", "1 and 2/5 km (4+3=7)") is not Verdict.CORRECT


def test_a_product_written_with_several_crosses_is_read() -> None:
    assert _verdict("number", "8", "2x2x2") is Verdict.PARTIAL
    assert _verdict("expression", "8x", "2*4x") is not Verdict.UNREADABLE


def test_words_beside_a_number_are_not_blamed_on_a_bracket() -> None:
    grade = item_type("number")({"answer": "8"}, Context()).grade("8 (2 doubled twice)")
    assert grade.note == "I see more than one answer. Give just one."


def test_a_sign_names_the_option_that_has_it_in_brackets() -> None:
    fields = {
        "choices": ["less than (<)", "greater than (>)", "equal (=)"],
        "answer": "less than (<)",
    }
    grader = item_type("choice")(fields, Context())
    assert grader.grade("<").verdict is Verdict.CORRECT
    assert grader.grade("5/9 < 7/9").verdict is Verdict.CORRECT
    assert grader.grade(">").verdict is Verdict.INCORRECT
    assert grader.grade("5/9 < 7/9 > 1/9").verdict is Verdict.UNREADABLE


def test_a_blank_may_be_filled_with_the_word_behind_it() -> None:
    fields = {"prompt": "7/8 is ___ eighths and ___ sixteenths.", "answer": ["7", "14"]}
    grader = item_type("blanks")(fields, Context())
    assert grader.grade("7 eighths, 14 sixteenths").verdict is Verdict.CORRECT
    assert grader.grade("7 sixteenths, 14 eighths").verdict is Verdict.INCORRECT


def test_all_right_options_with_a_wrong_one_are_said_to_be_all() -> None:
    fields = {"choices": ["2", "3", "4", "5"], "answer": ["2", "3", "5"], "shuffle": False}
    note = item_type("choices")(fields, Context()).grade("A, B, C, D").note
    assert note == "You have all 3 that are right, and one that does not belong."
