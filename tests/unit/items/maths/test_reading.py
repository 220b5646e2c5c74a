"""How responses are read: notation, sentences, words, and what is said when they cannot be."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.show import show
from tutor.items.maths.reading import read
from tutor.items.types import expression, number

_PLAIN = Context()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3/4", "¾"), ("x^2", "x²"), ("2x", "2·x"), ("1/2x", "½·x"), ("2 3/4", "2¾"), ("-2 1/3", "−2⅓"),
        ("sin x cos y", "sin(x)·cos(y)"), ("sin^-1 x", "arcsin(x)"), ("sin^2 x", "sin(x)²"), ("ln x/y", "ln(x/y)"),
        ("ln x - y", "ln(x) − y"), ("log_2 8", "log_2(8)"), ("|x||y|", "|x|·|y|"), ("√2x", "√2·x"), ("\\sqrt[3]{x}", "∛x"),
        ("\\frac12", "½"), ("\\tfrac{a}{b}", "a/b"), ("\\left(x+1\\right)^2", "(x + 1)²"), ("x^-yz", "x⁻ʸ·z"),
        ("a_{n+1}", "a_(n+1)"), ("x₁", "x₁"), ("1,234.5", "1234.5"), ("5 x 10^3", "5·10³"), ("3e8", "3·10⁸"),
        ("1<x≤5", "1 < x ≤ 5"), ("x = 1 or x = 2", "x = 1 or x = 2"), ("(-∞,2]", "(−∞, 2]"), ("5!", "5!"),
        ("75 %", "75 %"), ("30°", "30°"), ("２＋３", "2 + 3"), ("٣", "3"), ("\\text{the } 5", "5"), ("\\boxed{7}", "7"),
        ("2^{3}", "2³"), ("xsinx", "x·sin(x)"), ("a/bc", "a/b·c"), ("x=-b±c", "x = −b ± c"),
    ],
)  # fmt: skip
def test_school_notation_is_read(text: str, shown: str) -> None:
    assert show(read(text, Notation()).node) == shown


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("i think its 3/4?", "¾"), ("the answer is x = 5", "x = 5"), ("so 12", "12"), ("I got -412!", "−412"),
        ("its 5!", "5"), ("it is three quarters", "¾"), ("maybe two and a half", "2½"), ("3 over 4", "¾"),
        ("minus 7", "−7"), ("about 75 percent", "75 %"), ("12 hundred", "1200"), ("3 + 4 is 7", "7"),
        ("I did 3 x 4 so 12", "12"), ("x is less than 5", "x < 5"), ("**8**", "8"), ("= 68", "68"), ("ans: 9", "9"),
        ("twelve", "12"), ("twenty-one", "21"), ("a third", "⅓"),
    ],
)  # fmt: skip
def test_the_answer_is_found_in_a_sentence(text: str, piece: str) -> None:
    assert show(read(text, Notation()).node) == piece


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "no idea",
        "not 5",
        "its not 5",
        "5 6",
        "3 +",
        "(2",
        "2)",
        "x +* y",
        "\\foo{2}",
        "between 3 people 4 sweets",
    ],
)
def test_what_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read(text, Notation())
    assert problem.value.why


def test_an_unreadable_response_says_how_far_it_was_read() -> None:
    grade = number.build({"answer": 7}, _PLAIN).grade("3 +")
    assert grade.verdict is Verdict.UNREADABLE
    assert "3 +" in grade.note
    assert not grade.verdict.counts


def test_a_course_with_decimal_commas_reads_them() -> None:
    item = number.build({"answer": "0,5"}, Context(decimal_comma=True, language="de"))
    assert item.grade("0,5").verdict is Verdict.CORRECT
    assert item.grade("1/2").verdict is Verdict.CORRECT
    assert item.grade("5").verdict is Verdict.INCORRECT
    large = number.build({"answer": "1234,5"}, Context(decimal_comma=True))
    assert large.grade("1.234,5").verdict is Verdict.CORRECT
    assert large.grade("1 234,5").verdict is Verdict.CORRECT


def test_a_decimal_comma_elsewhere_is_asked_about_and_not_called_wrong() -> None:
    assert number.build({"answer": "0.5"}, _PLAIN).grade("0,5").verdict is Verdict.UNREADABLE


def test_capital_letters_are_forgiven_when_they_are_not_other_variables() -> None:
    assert expression.build({"answer": "2x+3"}, _PLAIN).grade("2X+3").verdict is Verdict.CORRECT
    assert expression.build({"answer": "A+a"}, _PLAIN).grade("a+a").verdict is Verdict.INCORRECT


def test_the_reading_is_shown() -> None:
    grade = expression.build({"answer": "3/4 x^2"}, _PLAIN).grade("\\frac34 x^2")
    assert grade.verdict is Verdict.CORRECT
    assert grade.read_as == "¾·x²"


def test_a_power_beyond_any_school_number_is_refused_at_once() -> None:
    with pytest.raises(Unreadable):
        parse("2^(2^100)")
