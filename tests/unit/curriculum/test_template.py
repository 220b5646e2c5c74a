"""The template language computes exactly, refuses what it must, and varies by seed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.errors import BadCourse
from tutor.items.template import Variables, read_variables
from tutor.items.template_expression import evaluate, fill
from tutor.items.template_words import ordinals, words


@pytest.mark.parametrize(
    ("text", "value"),
    [("a / b", Fraction(3, 4)), ("a + b * 2", 11), ("gcd(12, 18)", 6), ("a if a > b else b", 4),
     ("frac(6, 8)", "3/4"), ("mixed(7 / 4)", "1 3/4"), ("tex(a / b)", r"\frac{3}{4}"),
     ("dec(a / b)", "0.75"), ("dec(1 / 3, 2)", "0.33"), ("words(21)", "twenty-one"),
     ("ordinals(8)", "eighths"), ("[1, 2, 3][1]", 2), ("'ab' * 2", "abab"), ("7 // 2", 3),
     ("2 in [1, 2]", True), ("join(', ', [1, 2])", "1, 2"), ("round(5 / 2)", 3)],
)  # fmt: skip
def test_expressions_are_exact(text, value):
    assert evaluate(text, {"a": 3, "b": 4}) == value


@pytest.mark.parametrize(
    "text",
    ["__import__('os')", "a.__class__", "().__class__", "lambda: 1", "[x for x in [1]]", "open('x')",
     "9**9**9**9", "1 / 0", "5 % 0", "'a' * 10**9", "unknown", "a b", "f'{a}'", "a := 3", "(" * 500,
     "range(10**9)[0] / 0"],
)  # fmt: skip
def test_what_is_no_plain_expression_is_refused(text):
    with pytest.raises(BadCourse):
        evaluate(text, {"a": 3})


@given(st.integers(0, 10**9))
def test_a_seed_always_draws_the_same_values_and_they_meet_the_conditions(seed):
    given_ = read_variables(
        {
            "variables": {"a": "1..20", "b": "1..20"},
            "let": {"s": "a + b"},
            "where": ["a < b", "s < 30"],
        }
    )
    drawn = given_.draw(seed)
    assert drawn == given_.draw(seed)
    assert drawn["a"] < drawn["b"]
    assert drawn["s"] == drawn["a"] + drawn["b"] < 30


def test_conditions_keep_a_computed_value_from_dividing_by_zero():
    vary = {"variables": {"a": "0..3"}, "let": {"q": "1 / a"}, "where": ["a != 0"]}
    assert all(read_variables(vary).draw(seed)["a"] for seed in range(50))


def test_conditions_that_cannot_hold_are_said():
    with pytest.raises(BadCourse, match="None of"):
        Variables(choices={"a": [1]}, where=("a > 1",)).draw(0)


def test_text_is_filled():
    assert fill("{{a}}/{{b}} is {{ dec(a/b) }}", {"a": 1, "b": 4}) == "1/4 is 0.25"


def test_number_words():
    assert words(115) == "one hundred and fifteen"
    assert [ordinals(n) for n in (2, 3, 4, 12, 20, 21)] == [
        "halves", "thirds", "quarters", "twelfths", "twentieths", "twenty-firsts",
    ]  # fmt: skip
