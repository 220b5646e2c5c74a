"""The kind of calculation that a message brings, and the skill that it belongs to."""

import pytest

from tutor.dialogue.grounding.sums import shapes, skills_of
from tutor.evals.intent_rows import Readers
from tutor.ids import CourseId


@pytest.fixture(scope="module")
def known():
    """The skills of fractions by the shape of their sums."""
    return skills_of(Readers().course(CourseId("fractions")))


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("whats 3/4 + 1/8", "adding-unlike-fractions"),
        ("2/7 plus 3/7 pls", "adding-like-fractions"),
        (r"$\frac{5}{6} - \frac{1}{4}$", "subtracting-unlike-fractions"),
        ("can u do 2/3 of 12", "fractions-of-a-set"),
        ("3/5 x 2/7", "multiplying-fractions"),
        ("1/2 ÷ 1/6 ?", "dividing-by-fractions"),
    ],
)
def test_a_sum_is_told_by_its_shape(known, text, skill):
    assert [known[shape] for shape in shapes(text)] == [skill]


@pytest.mark.parametrize("text", ["4 of 12 tiles are blue", "3/4", "on 3 may 2024", "page 12", ""])
def test_numbers_alone_are_no_sum(text):
    assert shapes(text) == ()
