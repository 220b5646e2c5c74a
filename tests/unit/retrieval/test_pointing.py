"""A word that points back is put in full by what was asked about last."""

import pytest

from tutor.retrieval.pointing import pointing_word, spelled_out, topic_of

NAMED = frozenset({"mitochondria", "list", "simplify"})


@pytest.mark.parametrize(
    ("heading", "thing"),
    [
        ("Are viruses alive? Is a virus a cell?", "viruses"),
        ("What is a stem cell?", "stem cell"),
        (
            "What do mitochondria do? Why is the mitochondrion called the powerhouse?",
            "mitochondria",
        ),
        ("Do animal cells have a vacuole?", "animal cells"),
        ("How do I add something to a list?", "list"),
        ("What is the difference between diffusion and osmosis?", ""),
        ("How do I check my answer?", ""),
        ("Worked example: a fence", ""),
    ],
)
def test_a_heading_tells_what_it_asks_about(heading, thing):
    assert topic_of(heading, NAMED.__contains__) == thing


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("can u see one", "can u see viruses"),
        ("do they have dna", "do viruses have dna"),
        ("which one is right", ""),
        ("is this question hard", ""),
        ("why", ""),
    ],
)
def test_what_points_back_is_put_in_full(question, full):
    assert spelled_out(question, "viruses") == full


def test_nothing_is_put_where_nothing_was_asked_about():
    assert spelled_out("can u see one", "") == ""


def test_only_a_question_about_what_is_pointed_at_needs_its_name():
    assert pointing_word("so is it in every cell", first=True) == "it"
    assert pointing_word("why is 6 over a half 12 its supposed to get smaller", first=True) == ""
