"""Answers with what children type around them: taken back, half finished, with a word before them."""

import pytest

from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.types import choice, number

SUM = choice.build(
    {"choices": ["5/12", "1/6", "5/6", "6/5"], "answer": "5/6", "shuffle": False}, Context()
)
LEFT = number.build({"answer": "5/8"}, Context())


@pytest.mark.parametrize(
    "response",
    ["wait no 5/8", "3/8 no wait 5/8", "not 3/8 i meant 5/8", "no, its 5/8", "hm.. 5/8", "is it 5/8 or",
     "ok! 5/8", "idk. 5/8?", "the last one, 5/8", "one fifth no wait five eighths"],
)  # fmt: skip
def test_the_answer_that_stands_at_the_end_counts(response: str) -> None:
    assert LEFT.grade(response).verdict is Verdict.CORRECT


@pytest.mark.parametrize("response", ["fine. 3", "well... 3", "5/8 no wait 3", "yes! one half"])
def test_a_wrong_one_there_is_wrong(response: str) -> None:
    assert LEFT.grade(response).verdict is Verdict.INCORRECT


@pytest.mark.parametrize(
    "response",
    ["the top one?", "this one", "the bigger one", "no 5/8", "its not 5/8", "no its not 5/8"],
)
def test_a_word_that_points_or_denies_is_no_number(response: str) -> None:
    assert LEFT.grade(response).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize(
    ("response", "verdict"),
    [
        ("5 sixths", Verdict.CORRECT),
        ("five sixths", Verdict.CORRECT),
        ("10/12", Verdict.CORRECT),
        ("a or c? c", Verdict.CORRECT),
        ("c i think", Verdict.CORRECT),
        ("a maybe", Verdict.INCORRECT),
        ("one sixth", Verdict.INCORRECT),
        ("2/6 + 3/6", Verdict.UNREADABLE),  # the question itself
        ("not 5/6", Verdict.UNREADABLE),
        ("6", Verdict.UNREADABLE),
        ("a or c?", Verdict.UNREADABLE),
    ],
)
def test_an_option_that_is_a_number_is_known_by_its_value(response: str, verdict: Verdict) -> None:
    assert SUM.grade(response).verdict is verdict


def test_equal_options_are_told_apart_by_their_writing_alone() -> None:
    forms: ItemType = choice.build(
        {"choices": ["2/4", "1/2", "1/3"], "answer": "1/2", "shuffle": False}, Context()
    )
    assert forms.grade("1/2").verdict is Verdict.CORRECT
    assert forms.grade("2/4").verdict is Verdict.INCORRECT
    assert forms.grade("half").verdict is Verdict.UNREADABLE
