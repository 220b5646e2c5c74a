"""Equations among words: which is read, and its root."""

from fractions import Fraction

import pytest

from tutor.items.worded_equation import root_in


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("We know that Mitchell has 30 pencils, so 2x+6 = 30.", 12),
        ("Together they have x + 2x + 3x = 48", 8),
        ("The equation is 2(x + 0.25) = 45.", Fraction(89, 4)),
        ("So 3n/2 = $1,500, as he said.", 1000),
        ("Therefore, x = 10 + 2 = 12 centimeters.", 12),
        ("Dividing both sides by 2, x = 8.", 8),
        ("8/2 = y − 3", 7),
    ],
)
def test_the_root_of_an_equation_among_words(text: str, root: Fraction | int) -> None:
    assert root_in(text) == root


@pytest.mark.parametrize(
    "text",
    [
        "She earns 5% x 20 = 1 dollar.",
        "5 x $20 = $100",
        "Colleen added 108/3 = 36 M&Ms.",
        "Let x be the number of rounds.",
        "x + y = 12",
        "x^2 = 49",
        "x = x",
        "x + 1 = x",
        "",
    ],
)
def test_what_is_no_equation_in_one_letter_has_no_root(text: str) -> None:
    assert root_in(text) is None


@pytest.mark.parametrize(
    "text", ["x = 9^9^9^9", "(" * 900 + "x = 3", "x/0 = 2", "= = x = =", "x" * 999]
)
def test_hostile_lines_raise_nothing(text: str) -> None:
    root_in(text)
