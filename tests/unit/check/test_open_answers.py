"""A part of a model answer that would be graded right on its own gives the open question away."""

from tests.unit.check.scenes import CURRICULA, checker
from tutor.curriculum.files import load
from tutor.dialogue.checks.objection import Rule
from tutor.dialogue.moves import Hint

STOMACH = (
    "The stomach is made of several different tissues, such as muscle, gland and lining, that work "
    "together to digest food."
)


def open_item():
    cells = load(CURRICULA / "cells-and-photosynthesis").course
    assert cells is not None
    return cells.item(next(one for one in cells.sources if one == "lev-05"), 0)


def test_half_of_a_model_answer_that_would_be_right_is_not_told():
    objection = checker(Hint(level=1, bottom_out=False), open_item()).check(
        f"The answer is {STOMACH}"
    )
    assert objection is not None
    assert objection.rule is Rule.LEAK


def test_a_pointer_to_it_is_fine():
    checks = checker(Hint(level=1, bottom_out=False), open_item())
    assert checks.check("What are the parts that the wall of a stomach is made of?") is None


def test_the_last_hint_may_say_it():
    item = open_item()
    checks = checker(Hint(level=3, bottom_out=True), item, plain=item.hints[-1])
    assert checks.check(item.hints[-1]) is None
