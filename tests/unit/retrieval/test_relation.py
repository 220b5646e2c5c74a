"""What a question asks of its subject, and which headings may answer that."""

import pytest

from tutor.retrieval.relation import defined_in, fits, relation_of


@pytest.mark.parametrize(
    ("question", "relation"),
    [
        ("why is it called a denominator", "name"),
        ("who saw the first cell", "who"),
        ("so its the same as osmosis?", "contrast"),
        ("how many elif can i have", "quantity"),
        ("how come it floats", "reason"),
        ("what happens if i forget the colon", "if"),
        ("what about zero", "if"),
        ("whats the vacuole for", "purpose"),
        ("what does range do", "purpose"),
        ("how do i count down", "how"),
        ("do i have to simplify", "need"),
        ("can a list be empty", "may"),
        ("wats a prime", "what"),
        ("do plants respire", "whether"),
    ],
)
def test_what_is_asked_of_a_thing_is_told_apart(question: str, relation: str):
    assert relation_of(question) == relation


def test_a_heading_that_asks_another_thing_does_not_fit():
    assert not fits("who", "reason")
    assert fits("purpose", "what")
    assert fits("", "who"), "a question that does not say what it asks may be answered by any"


def test_only_a_bare_question_for_a_meaning_names_what_is_defined():
    assert defined_in("what is a black hole?") == "black hole"
    assert defined_in("whats a class in python") == "class"
    assert defined_in("what is the point of return") == ""
    assert defined_in("what is going on") == ""
    assert defined_in("what is a cell made of") == ""
