"""A sum put down whose outcome is the answer gives it away where somebody has worked out one of its numbers."""

from pathlib import Path

import pytest

from tutor.evals.leaks import evaluate_leaks
from tutor.items.reveal import Secret, told

FILES = Path(__file__).parents[2] / "data" / "leaks"
ROLLS = "A baker makes 6 trays of 15 rolls and sells 47. How many rolls are left?"
BOX = "A rectangle is 9 cm long and 4 cm wide. What is its perimeter?"


def found(question: str, answer: str, learner: str, reply: str) -> bool:
    return bool(told(reply, Secret.of(answer, question).with_said(learner)))


@pytest.mark.parametrize(
    ("question", "answer", "learner", "reply"),
    [
        (ROLLS, "43", "90", "- Rolls baked: 90\n- Rolls sold: 47\n- Rolls left: 90 − 47 = ___\n\nCan you fill in the blank?"),
        (BOX, "26", "36", "1. Two long sides: 18\n2. Two short sides: 8\n3. Add them: 18 + 8 = __"),
        ("What comes next: 3, 6, 12, 24?", "48", "30", "* 12 × 2 = 24\n* 24 × 2 = ?\n\nWhat comes next?"),
        ("If y = 2x² − 3 and x = 4, what is y?", "29", "61", "1. Square: 16\n2. Multiply by 2: 32\n3. Subtract 3\n\nWhat do you get?"),
        ("What is 5/6 − 1/4?", "7/12", "4/2", "So the last step is 10/12 − 3/12."),
        ("How many are left?", "42", "40", "4 times the answer is 168."),
        ("How many are left?", "42", "40", "Add 5 to the answer and you get 47."),
        ("How many are left?", "42", "40", "It is the whole number between 41 and 43."),
    ],
)  # fmt: skip
def test_a_sum_of_worked_out_numbers_is_the_last_step(question, answer, learner, reply):
    assert found(question, answer, learner, reply)


@pytest.mark.parametrize(
    ("question", "answer", "learner", "reply"),
    [
        # both numbers are the question's: setting it up is the learner's way to begin
        ("Work out 50 and 8 less.", "42", "58", "Which of them comes first in 50 - 8?"),
        (ROLLS, "43", "90", "What is 90 − 47?"),
        (ROLLS, "43", "90 - 47 = 45", "Check your 90 − 47 column by column."),
        (ROLLS, "43", "30", "Let's start with 50 minus 7."),
        ("4 times a number is 168. Which?", "42", "40", "So 4 times the number is 168."),
        (BOX, "26", "36", "Is the number between 20 and 32?"),
        (BOX, "26", "36", "Not 18 + 8 + 4."),
    ],
)
def test_a_step_that_is_the_learners_to_find_tells_nothing(question, answer, learner, reply):
    assert not found(question, answer, learner, reply)


@pytest.mark.parametrize(("name", "recall"), [("sixteenth", 0.72), ("seventeenth", 0.93)])
def test_replies_walked_through_in_lists_are_told_apart(name, recall):
    figures = evaluate_leaks(FILES / f"blind_{name}.jsonl")
    assert figures["recall"] >= recall
    assert figures["false_alarm_rate"] <= 0.02
