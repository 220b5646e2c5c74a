"""Writings that schools and their programs use for sets, intervals, matrices, vectors and units."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.types import chemistry, inequality, interval, matrix, number, pair, units

_CONTEXT = Context()


@pytest.mark.parametrize(
    ("kind", "answer", "response"),
    [
        (inequality, "-2 < x <= 5", "{x | -2 < x <= 5}"),
        (inequality, "x < 3", r"\{x \in \mathbb{R} : x < 3\}"),
        (interval, "(-inf, 3)", "]-∞, 3["),
        (interval, "[0, 1)", r"\left[0, 1\right["),
        (interval, "(-inf, 0) U (0, inf)", "ℝ ∖ {0}"),
        (interval, "(-inf, 0) U (0, inf)", "all real numbers except 0"),
        (interval, "no solution", "it has no solutions"),
        (interval, "no solution", "the equation has no real roots"),
        (interval, "no solution", "there isn't one"),
        (matrix, "[[1, 2], [3, 4]]", "[1, 2; 3, 4]"),
        (matrix, "[[1, 2], [3, 4]]", "[1 2; 3 4]"),
        (matrix, "[[1, 2], [3, 4]]", r"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]"),
        (pair, "⟨1, 2, -2⟩", "i + 2j - 2k"),
        (units, "5 ft 3 in", "5'3\""),
        (units, "2.5 h", "2h30"),
        (units, "90 km/h", "90 kmh^-1"),
        (units, "2.5 kg", "2.5 kilos"),
        (units, "£3.50", "3.50 pounds"),
        (units, "4.2 J/(g K)", "4.2 J/g·K"),
        (number, "7", "7 square units"),
        (chemistry, "SO4^2-", "[SO4]2-"),
    ],
)
def test_it_is_read(kind, answer: str, response: str) -> None:
    grade = kind.build({"answer": answer}, _CONTEXT).grade(response)
    assert grade.verdict is Verdict.CORRECT, grade


@pytest.mark.parametrize(
    ("kind", "answer", "response"),
    [
        (inequality, "-2 < x <= 5", "{x | -2 <= x <= 5}"),
        (interval, "(-inf, 3)", "]-∞, 3]"),
        (interval, "(-inf, 0) U (0, inf)", "ℝ ∖ {1}"),
        (interval, "no solution", "infinitely many solutions"),
        (interval, "no solution", "{∅}"),
        (matrix, "[[1, 2], [3, 4]]", "[1, 3; 2, 4]"),
        (pair, "⟨1, 2, -2⟩", "i + 2j + 2k"),
        (units, "5 ft 3 in", "5.3 ft"),
        (number, "45°", "45 rad"),
        (number, "5", "twice 5"),
        (number, "5", "the square root of five"),
        (units, "4.2 J/(g K)", "4.2 J*K/g"),
    ],
)
def test_what_only_looks_like_it_is_not_correct(kind, answer: str, response: str) -> None:
    assert kind.build({"answer": answer}, _CONTEXT).grade(response).verdict is not Verdict.CORRECT
