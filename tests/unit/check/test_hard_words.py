"""Sentences with several long words that the lesson does not have are too hard for the young."""

import pytest

from tests.unit.check.scenes import checker, number_item
from tutor.dialogue.check import Rule
from tutor.dialogue.checks.reading import hard
from tutor.dialogue.moves import Hint

HARD = "Multiplicative aggregation necessitates consideration of cardinality."


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (HARD, "en"),
        ("Consider the epistemological presuppositions underlying quantification.", "en"),
        ("La multiplicatividad presupone consideraciones epistemológicas fundamentalísimas.", "es"),
    ],
)
def test_several_strange_long_words_are_too_hard(sentence: str, language: str) -> None:
    found = hard(sentence, known="", reading_age=12, language=language)
    assert found is not None
    assert found.rule is Rule.HARD


def test_the_words_of_the_lesson_and_older_readers_are_no_matter() -> None:
    assert hard(HARD, known=HARD.lower(), reading_age=9, language="en") is None
    assert hard(HARD, known="", reading_age=16, language="en") is None
    assert hard(HARD, known="", reading_age=12, language="ar") is None


def test_the_young_take_in_less() -> None:
    two = "Perpendicular lines have negative reciprocals as slopes."
    assert hard(two, known="", reading_age=10, language="en") is not None
    assert hard(two, known="", reading_age=12, language="en") is None


def test_ordinary_hints_pass() -> None:
    for said in (
        "A plant cell has a membrane, a nucleus, ribosomes and mitochondria.",
        "Remember to double-check your calculations.",
    ):
        assert hard(said, known="", reading_age=10, language="en") is None


def test_the_terms_of_the_course_are_taught_words() -> None:
    check = checker(Hint(level=1, bottom_out=False), number_item("3/4", "Add 1/4 and 2/4."))
    assert check.check("Same denominator, so think about the numerators.") is None


def test_a_draft_with_them_is_stopped() -> None:
    check = checker(Hint(level=1, bottom_out=False), number_item("3/4", "Add 1/4 and 2/4."))
    found = check.check("Let us think: " + HARD[0].lower() + HARD[1:])
    assert found is not None
    assert found.rule is Rule.HARD
