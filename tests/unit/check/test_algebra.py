"""What a sentence does with letters, and what it says of two numbers, is right or not said."""

import pytest

from tests.unit.check.scenes import checker, number_item
from tutor.dialogue.check import Rule
from tutor.dialogue.checks.algebra import algebra
from tutor.dialogue.checks.ranked import ranked
from tutor.dialogue.moves import Tell

ITEM = "Solve 2x + 3 = 11."


@pytest.mark.parametrize(
    "sentence",
    [
        "2(x + 3) = 2x + 3, remember.",
        "$3x + 2x = 6x$.",
        "x · x = 2x.",
        "(x + 1)^2 = x^2 + 1.",
        "So 2x = 7.",
        "After taking 3 off, 2x = 14.",
        "a/b + c/d = (a + c)/(b + d).",
        "2x + 3x is 6x.",
        "x^2 * x^3 = x^6.",
        "sqrt(a^2 + b^2) = a + b",
        r"$\frac{x+2}{2} = x$",
        "-(a - b) = -a - b",
        "Luego 2(x + 3) = 2x + 5.",
    ],
)
def test_a_false_step_with_letters_is_noticed(sentence: str) -> None:
    found = algebra(sentence, ITEM)
    assert found is not None
    assert found.rule is Rule.FALSE


@pytest.mark.parametrize(
    "sentence",
    [
        "2x + 3 = 11 says that something doubled and 3 more makes 11.",
        "That leaves 2x = 8.",
        "Imagine x + 5 = 9 instead.",
        "3x + 2x = 5x.",
        "The line y = 2x + 1 is straight.",
        "E = mc^2 is famous.",
        "a^2 + b^2 = c^2",
        "(a+b)^2 = a^2 + 2ab + b^2",
        "P = 2l + 2w is its length around.",
        "`x = x + 1` adds one.",
        "3 km = 3000 m",
        "H2 + O2 = H2O",
        "Is 2(x + 3) = 2x + 3?",
        "It is a mistake to write (x + 1)^2 = x^2 + 1.",
    ],
)
def test_equations_that_are_right_or_claim_nothing_pass(sentence: str) -> None:
    assert algebra(sentence, ITEM) is None


def test_what_the_learner_wrote_may_be_quoted() -> None:
    assert algebra("You have 2x = 7.", ITEM) is not None
    assert algebra("You have 2x = 7.", f"{ITEM} 2x=7") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "0.35 is bigger than 0.5.",
        "3/4 is less than 1/2.",
        "5 > 7 here.",
        "17 is an even number.",
        "15 is divisible by 4.",
        "4 is a factor of 15.",
        "9 is prime.",
        "0.35 es mayor que 0.5.",
        "9 أكبر من 12",
    ],
)
def test_a_false_comparison_is_noticed(sentence: str) -> None:
    found = ranked(sentence)
    assert found is not None
    assert found.rule is Rule.FALSE


@pytest.mark.parametrize(
    "sentence",
    [
        "0.5 is bigger than 0.35.",
        "10 cm is less than 1 m.",
        "2 is 3 more than -1.",
        "half of 8 is less than 5",
        "20 is more than 3 × 9.",
        "You said 0.35 is bigger than 0.5.",
        "Is 5 > 7?",
        "5 is not bigger than 7.",
        "16 is even, 7 is prime, 5 is a factor of 15.",
        "`8 > 30` is False.",
    ],
)
def test_other_talk_of_two_numbers_passes(sentence: str) -> None:
    assert ranked(sentence) is None


def test_a_draft_with_a_false_step_stops() -> None:
    item = number_item("4", ITEM)
    for wrong in ("So 2(x + 1) = 2x + 1.", "Remember that 9 is prime."):
        found = checker(Tell(lost=False), item, plain="2x = 8, so x = 4.").check(wrong)
        assert found is not None
        assert found.rule is Rule.FALSE
