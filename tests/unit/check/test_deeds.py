"""What only code does is not said by a draft, and a verdict in any words agrees with the grade."""

import pytest

from tests.unit.check.scenes import checker, number_item
from tutor.dialogue.check import Rule
from tutor.dialogue.checks.deeds import deed
from tutor.dialogue.checks.polarity import polarity
from tutor.dialogue.moves import Hint
from tutor.items.grade import Verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "I have told your teacher.",
        "Your teacher has been told.",
        "I will tell your mom.",
        "I have marked this as mastered.",
        "I'll give you full marks for it.",
        "I changed your score.",
        "I saved this as correct.",
        "Your grade has been raised.",
        "You have finished the course.",
        "I'll skip this question for you.",
        "I'll remember that for next time.",
        "He avisado a tu profesora.",
        "Has terminado el curso.",
        "أخبرت معلمك",
    ],
)
def test_a_deed_is_not_claimed(sentence: str) -> None:
    found = deed(sentence)
    assert found is not None
    assert found.rule is Rule.DEED
    assert deed(sentence, echoes=sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "I'll give you a hint.",
        "Tell me what you see.",
        "Tell your partner how you added.",
        "You have finished the first step.",
        "I can show you another way.",
        "Change the fraction to quarters.",
    ],
)
def test_help_and_requests_are_no_deeds(sentence: str) -> None:
    assert deed(sentence) is None


def test_while_an_item_stays_open_there_is_no_other() -> None:
    assert deed("Let's move to the next question.", stays=True) is not None
    assert deed("Let's move to the next question.") is None
    assert deed("Between two fractions there is always another one.", stays=True) is None
    check = checker(Hint(level=1, bottom_out=False), number_item("72", "What is 8 × 9?"))
    found = check.check("Here is your next question: what is left?")
    assert found is not None
    assert found.rule is Rule.DEED


@pytest.mark.parametrize(
    "sentence",
    [
        "You nailed the answer.",
        "That is what I got too.",
        "Your answer checks out.",
        "Yes, 17!",
        "Full marks!",
        "I agree with you.",
        "No mistakes there.",
        "That works.",
        "Tienes razón.",
        "Acertaste.",
        "أصبت",
        "✅",
    ],
)
def test_a_wrong_response_is_not_approved_in_any_words(sentence: str) -> None:
    assert polarity(sentence, Verdict.INCORRECT) is not None
    assert polarity(sentence, Verdict.CORRECT) is None


@pytest.mark.parametrize(
    "sentence",
    ["Nope.", "Wrong!", "Close, but no.", "You missed it.", "That isn't it.", "للأسف لا"],
)
def test_a_right_response_is_not_turned_down_in_any_words(sentence: str) -> None:
    assert polarity(sentence, Verdict.CORRECT) is not None


@pytest.mark.parametrize(
    "sentence", ["The bigger one is B, isn't it?", "Wrong signs are common.", "Yes, 17 is odd."]
)
def test_other_talk_states_no_verdict(sentence: str) -> None:
    assert polarity(sentence, Verdict.CORRECT) is None
    assert polarity(sentence, Verdict.INCORRECT) is None
