"""Answers with what children type around them: taken back, half finished, with a word before them."""

import pytest

from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.types import choice, item_type, number

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


@pytest.mark.parametrize(
    ("kind", "answer", "response"),
    [
        ("expression", "4n-3", "4xn-3"), ("expression", "4n-3", "n x 4 - 3"), ("expression", "3ab", "3xaxb"),
        ("expression", "4(n-1)", "4x(n-1)"), ("equation", "A = lw", "A = l x w"), ("equation", "V = lwh", "V=lxwxh"),
    ],
)  # fmt: skip
def test_an_x_between_factors_is_a_sign_of_times_where_the_answer_has_no_x(
    kind: str, answer: str, response: str
) -> None:
    assert item_type(kind)({"answer": answer}, Context()).grade(response).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("answer", "response"),
    [("4x-3", "4xx-3"), ("3x+4y", "3x+4xy"), ("4n-3", "4x-3"), ("2l+2w", "2l x 2w")],
)
def test_an_x_that_is_a_variable_stays_one(answer: str, response: str) -> None:
    grade = item_type("expression")({"answer": answer}, Context()).grade(response)
    assert grade.verdict is Verdict.INCORRECT


@pytest.mark.parametrize(
    ("kind", "answer", "response"),
    [
        ("number", "45000", "forty-five thousand people"), ("number", "2500000", "2.5 mill"),
        ("expression", "n^2+1", "n squared add 1"), ("list", "3/4, 1, 5/4", "three quarters, one, five quarters"),
        ("clock", "7:05", "5 mins past 7"), ("chemistry", "NaCl", "formula: NaCl"), ("units", "1.2 km", "1 and a fifth km"),
        ("units", "2.5 kg", "2 and a half kilos"), ("units", "2.25 h", "2 and a quarter hours"),
        ("match", {"Paris": "France", "Rome": "Italy"}, "paris-france rome-italy"),
        ("match", {"H": "hydrogen", "Na": "sodium"}, "H hydrogen Na sodium"),
        ("list", "1/2, 0.3, -1", "½ 0.3 -1"), ("list", "1/2, 0.3, -1", "half, 0.3, minus 1"),
    ],
)  # fmt: skip
def test_words_and_numbers_side_by_side_are_read(kind: str, answer: object, response: str) -> None:
    assert item_type(kind)({"answer": answer}, Context()).grade(response).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("first egg, second larva, third pupa, fourth adult", Verdict.CORRECT),
        ("1st egg, 2nd larva, 3rd pupa and 4th adult", Verdict.CORRECT),
        ("first egg second larva third pupa last adult", Verdict.CORRECT),
        ("egg first, larva second, pupa third, adult last", Verdict.CORRECT),
        ("second larva, first egg, third pupa, last is the adult", Verdict.CORRECT),
        ("first larva, second egg, third adult, fourth pupa", Verdict.INCORRECT),
        ("first larva, second egg, third pupa, fourth adult", Verdict.PARTIAL),
    ],
)  # fmt: skip
def test_things_may_be_told_with_words_for_their_places(response: str, expected: Verdict) -> None:
    order = item_type("order")({"answer": ["egg", "larva", "pupa", "adult"]}, Context())
    assert order.grade(response).verdict is expected


def test_a_side_may_be_named_by_its_telling_word() -> None:
    verbs = item_type("match")({"answer": {"to run": "correr", "to eat": "comer"}}, Context())
    assert verbs.grade("run correr, eat comer").verdict is Verdict.CORRECT
    assert verbs.grade("run comer, eat correr").verdict is Verdict.INCORRECT
