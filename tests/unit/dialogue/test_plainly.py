"""Questions as children put them, made what a course's headings ask."""

import pytest

from tutor.dialogue.grounding.plainly import of_its_purpose, plainly, told_apart


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("sir, what is a loop though", "what is a loop"),
        ("oh but why do leaves fall lol?", "why do leaves fall?"),
        ("bro how does len work anyways", "how does len work"),
        ("what's the job of the nucleus in a cell?", "what does the nucleus do?"),
        ("what is the purpose of a loop", "what does a loop do?"),
        ("and for negatives?", "and for negatives?"),
        ("why?", "why?"),
        ("what does it really do", "what does it really do"),
    ],
)
def test_what_leads_in_and_rounds_off_is_left_out(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


@pytest.mark.parametrize(
    ("asked", "things"),
    [
        ("what is the difference between a vein and an artery?", ("vein", "artery")),
        ("how is a list different from a tuple", ("list", "tuple")),
        ("is osmosis the same as diffusion", ("osmosis", "diffusion")),
        ("mitosis vs meiosis", ("mitosis", "meiosis")),
        ("is 2/4 the same as 1/2", ("", "")),
        ("is it the same as return", ("", "")),
        ("what is a cell", ("", "")),
    ],
)
def test_two_things_that_are_to_be_told_apart(asked: str, things: tuple[str, str]) -> None:
    assert told_apart(asked) == things


def test_an_idea_of_what_a_thing_is_for_is_asked_as_that() -> None:
    assert of_its_purpose("input was only for games") == "what is input for"
    assert of_its_purpose("roots drink water") == ""


@pytest.mark.parametrize(
    ("idea", "question"),
    [
        ("a list is kind of like a shelf", "what is a list"),
        ("so osmosis means water moves right", "what is osmosis"),
        ("it is like a box", ""),
        ("the answer is like 7", ""),
    ],
)
def test_a_comparison_of_ones_own_asks_what_the_thing_is(idea: str, question: str) -> None:
    assert of_its_purpose(idea) == question
