"""Runs of numbers and signs are worked out as school does, however they are nested."""

from fractions import Fraction

import pytest

from tutor.items.sums import made_by


def _made(text: str) -> Fraction | None:
    return made_by(Fraction(p) if p[0].isdigit() else p for p in text.split())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 + 3 * 4", 14),
        ("( 2 + 3 ) * 4", 20),
        ("20 - 5 - 3", 12),
        ("48 / 4 / 3", 4),
        ("- 3 + 5", 2),
        ("6 * - 2", -12),
        ("2 ( 3 + 1 )", 8),
        ("5 ( ) + 15 ( )", 20),
    ],
)
def test_signs_bind_as_in_school(text: str, value: int) -> None:
    assert _made(text) == value


@pytest.mark.parametrize("text", ["", "+", "3 +", "( 3", "3 )", "3 / 0", "3 / ( 2 - 2 )", "* 3"])
def test_what_makes_no_sum_has_no_value(text: str) -> None:
    assert _made(text) is None


def test_deep_brackets_and_huge_products_are_bounded() -> None:
    opened: list[Fraction | str] = ["("] * 50_000
    closed: list[Fraction | str] = [")"] * 50_000
    assert made_by([*opened, Fraction(3), *closed]) == 3
    large: list[Fraction | str] = ["*", Fraction(10**999)]
    assert made_by([Fraction(1), *large * 50]) is None
