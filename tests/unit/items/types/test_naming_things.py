"""Words that name one thing in several ways, and words beside a name that make another thing of it."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type

_TERMS = frozenset({"potential energy", "tundra", "nucleolus", "Elizabeth I"})


def _verdict(answer: str, response: str, *accept: str) -> Verdict:
    made = item_type("short")({"answer": answer, "accept": list(accept)}, Context(terms=_TERMS))
    return made.grade(response).verdict


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("World War II", "ww2"),
        ("Second World War", "2nd world war"),
        ("WWII", "WW2"),
        ("WW1", "wwi"),
        ("Pope John XXIII", "pope john the 23rd"),
        ("Charles V", "Charles V"),
        ("George III", "george the third"),
        ("Elizabeth II", "elizabeth 2"),
        ("ground", "the ground"),
        ("cycle", "cycel"),
        ("nucleus", "nuculus"),
        ("false", "F"),
        ("true", "t"),
        ("seventy-two", "72"),
    ],
)
def test_a_thing_named_in_another_way_is_right(answer: str, response: str) -> None:
    assert _verdict(answer, response) is Verdict.CORRECT


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("World War II", "ww1"),
        ("World War II", "ww12"),
        ("WW1", "wwii"),
        ("George III", "george the thirteenth"),
        ("Elizabeth II", "Elizabeth I"),
        ("desert", "deserted"),
        ("ground", "grounded"),
        ("plant", "planted"),
        ("nucleus", "nucleolus"),
        ("false", "t"),
        ("true", "not true"),
        ("seventy-two", "27"),
        ("sixteen", "sixteenth"),
    ],
)
def test_a_near_name_is_another_thing(answer: str, response: str) -> None:
    assert _verdict(answer, response) is Verdict.INCORRECT


@pytest.mark.parametrize(
    "response", ["cow and bull", "a bull and a cow", "the cow and the hen", "cow or bull"]
)
def test_two_things_are_no_answer(response: str) -> None:
    assert _verdict("cow", response) in (Verdict.UNCLEAR, Verdict.UNREADABLE)


@pytest.mark.parametrize(
    "response", ["a cow and it eats grass", "cow, and that makes milk", "cow because of the milk"]
)
def test_what_is_said_of_the_answer_takes_nothing_from_it(response: str) -> None:
    assert _verdict("cow", response) is Verdict.CORRECT


def test_an_initial_may_belong_to_another_name() -> None:
    assert _verdict("Washington", "G. Washington", "George Washington") is Verdict.CORRECT
    assert _verdict("Washington", "Booker T. Washington") is Verdict.UNCLEAR


def test_a_term_without_its_last_word_is_still_another_term() -> None:
    assert _verdict("kinetic", "kinetic and potential", "kinetic energy") is Verdict.UNREADABLE


def test_one_thing_too_many_does_not_fill_two_blanks() -> None:
    made = item_type("blanks")(
        {"prompt": "Rain is ___ that falls from ___.", "answer": ["water", "clouds"]}, Context()
    )
    assert made.grade("water and clouds").verdict is Verdict.CORRECT
    assert made.grade("water, clouds and snow").verdict is not Verdict.CORRECT


def test_an_order_may_be_told_by_places() -> None:
    made = item_type("order")({"answer": ["seed", "sprout", "tree"]}, Context())
    assert made.grade("tree = 3, seed = 1, sprout = 2").verdict is Verdict.CORRECT
    assert made.grade("tree 1, seed 3, sprout 2").verdict is not Verdict.CORRECT


def test_a_place_beside_a_line_is_not_the_line() -> None:
    made = item_type("line")({"code": "a = 1\nb = 2\nc = = 3", "answer": "3"}, Context())
    assert made.grade("the last line").verdict is Verdict.CORRECT
    assert made.grade("before line 3").verdict is Verdict.UNREADABLE


def test_the_spaces_of_a_printed_list_are_free_and_those_of_a_text_are_not() -> None:
    numbers = item_type("output")({"code": "print([1, 2])", "answer": "[1, 2]"}, Context())
    text = item_type("output")({"code": "print(['a, b'])", "answer": "['a, b']"}, Context())
    assert numbers.grade("[1,2]").verdict is Verdict.CORRECT
    assert numbers.grade("[12]").verdict is Verdict.INCORRECT
    assert text.grade("['a,b']").verdict is not Verdict.CORRECT
