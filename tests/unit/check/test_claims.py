"""A claim in a move that looks nothing up keeps to the course, and a definition to the course's own."""

from pathlib import Path

import pytest

from tests.unit.check.scenes import checker, number_item
from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.dialogue.check import Rule
from tutor.dialogue.checks.grounds import claims, in_the_course
from tutor.dialogue.moves import Hint
from tutor.dialogue.wording.sentences import Sentences

CURRICULA = Path(__file__).parents[3] / "curricula"
ASKED = "Where in a plant cell does photosynthesis happen?"


def biology() -> Course:
    course = load(CURRICULA / "cells-and-photosynthesis").course
    assert course is not None
    return course


@pytest.mark.parametrize(
    "sentence",
    [
        "In calculus, a limit is the value that a function approaches.",
        "Artificial intelligence is reshaping job markets by automating tasks.",
        "Football is the most popular sport in Brazil.",
        "Photosynthesis means breaking sugar down.",
        "A mitochondrion is a kind of bacteria.",
    ],
)
def test_other_matter_and_other_definitions_are_not_said(sentence: str) -> None:
    found = in_the_course(sentence, biology(), ASKED)
    assert found is not None
    assert found.rule is Rule.UNSUPPORTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Which part of a plant cell is green?",
        "Think of a kitchen that needs light to cook.",
        "Photosynthesis needs light, water and carbon dioxide.",
        "Chloroplasts are the green parts of the cell in which photosynthesis takes place.",
        "Imagine a football stadium with a roof of glass.",
    ],
)
def test_the_courses_matter_questions_and_suppositions_pass(sentence: str) -> None:
    assert in_the_course(sentence, biology(), ASKED) is None


def test_what_the_learner_speaks_of_may_be_spoken_of() -> None:
    said = "Football is the most popular sport in Brazil."
    assert (
        in_the_course(said, biology(), f"{ASKED} is football the most popular sport in brazil")
        is None
    )


def test_a_hint_that_drifts_away_is_stopped() -> None:
    check = checker(Hint(level=1, bottom_out=False), number_item("3/4", "Add 1/4 and 2/4."))
    found = check.check("The Roman senate was an assembly of noble families.")
    assert found is not None
    assert found.rule is Rule.UNSUPPORTED


def test_hints_of_the_bundled_courses_hardly_ever_drift() -> None:
    """Each sentence without its own text among the sources, as if a model had said it."""
    course = biology()
    told = refused = 0
    for one in course.sources:
        item = course.item(one, 0)
        for hint in item.hints:
            cut = Sentences()
            others = "\n".join([item.prompt, *(h for h in item.hints if h != hint)])
            for sentence in (*cut.feed(hint), *cut.rest()):
                told += claims(sentence)
                refused += in_the_course(sentence.strip(), course, others) is not None
    assert told > 150
    assert refused <= 0.03 * told
