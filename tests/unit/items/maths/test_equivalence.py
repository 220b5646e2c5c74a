"""When two answers are the same, and when they only look so."""

import pytest

from tutor.items.maths.compare import same
from tutor.items.maths.form.forms import is_completed_square, is_simplified
from tutor.items.maths.form.fraction_forms import (
    is_partial_fractions,
    is_reduced,
    is_single_fraction,
)
from tutor.items.maths.form.product_forms import is_expanded, is_factored
from tutor.items.maths.form.shape import shape
from tutor.items.maths.notation.lexer import Notation
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.values.derive import derivative
from tutor.items.maths.values.factors import is_irreducible
from tutor.items.maths.values.rational import polynomial

_LETTERS = Notation(functions=frozenset("fg"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("(x+1)^2", "x^2+2x+1"), ("(x^2-1)/(x-1)", "x+1"), ("sin(x)^2+cos(x)^2", "1"), ("sin(2x)", "2sin(x)cos(x)"),
        ("ln(x y)", "ln x + ln y"), ("ln(x^3)", "3ln(x)"), ("sqrt(8)", "2sqrt(2)"), ("1/sqrt(2)", "sqrt(2)/2"),
        ("2^(x+1)", "2*2^x"), ("e^(ln 3)", "3"), ("(-8)^(1/3)", "-2"), ("x^(1/2)", "sqrt(x)"), ("|x|", "sqrt(x^2)"),
        ("1/3+1/6", "1/2"), ("0.1+0.2", "0.3"), ("cos(60°)", "1/2"), ("log_2(32)", "5"), ("5!", "120"), ("tan(x)", "sin(x)/cos(x)"),
        ("x=2 or x=3", "x^2-5x+6=0"), ("y=2x", "2y=4x"), ("x>2", "2<x"), ("x^2<4", "-2<x<2"), ("|x|<3", "-3<x<3"),
        ("x≠1", "x<1 or x>1"), ("1/x=2", "x=1/2"), ("e^x=5", "x=ln(5)"), ("2sin(x)=1", "sin(x)=1/2"), ("{1,2}", "{2,1}"),
        ("±3", "{3,-3}"), ("f(x)=2x", "2x=f(x)"), ("f(1+1)", "f(2)"), ("x(t)", "t x"), ("(1/2)[[2,4],[6,8]]", "[[1,2],[3,4]]"),
        ("x∈[1,2]", "1<=x<=2"), ("2x+y=3, x-y=0", "x=1, y=1"), ("i^2", "-1"), ("0.999999999999", "0.999999999999"),
    ],
)  # fmt: skip
def test_equal_things_are_the_same(left: str, right: str) -> None:
    assert same(parse(left, _LETTERS), parse(right, _LETTERS))
    assert same(parse(right, _LETTERS), parse(left, _LETTERS))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("(x+1)^2", "x^2+1"), ("sqrt(x^2)", "x"), ("1/x+1", "1/(x+1)"), ("sin(2x)", "2sin(x)"), ("x", "1.0000001x"),
        ("0.333", "1/3"), ("3.14159", "pi"), ("10^20+1", "10^20"), ("x/3", "0.3333x"), ("x=2", "x^2=4"), ("x>2", "x>=2"),
        ("y=2x", "y=-2x"), ("(1,2)", "(2,1)"), ("(1,2)", "[1,2]"), ("x", "x=0"), ("a+b=b+a", "ab=ba"), ("f(2)", "f(3)"),
        ("sin(x)=2", "sin(x)=3"), ("x<y", "y<x"), ("1<x<3", "1<x"), ("[[1,2]]", "[[2,1]]"), ("2", "±2"), ("ln(x)", "log(x)"),
    ],
)  # fmt: skip
def test_different_things_are_not_the_same(left: str, right: str) -> None:
    assert not same(parse(left, _LETTERS), parse(right, _LETTERS))
    assert not same(parse(right, _LETTERS), parse(left, _LETTERS))


@pytest.mark.parametrize(
    ("text", "irreducible"),
    [("x^2+1", True), ("x^2-2", True), ("x^2-4", False), ("x^3-x-1", True), ("x^4+4", False), ("x^4+1", True),
     ("x^4+x^2+1", False), ("x^2-y^2", False), ("x^2+y^2", True), ("x y+x+y+1", False), ("x+y", True), ("x^5+x+1", False)],
)  # fmt: skip
def test_polynomials_that_have_factors_are_found(text: str, irreducible: bool) -> None:
    poly = polynomial(parse(text))
    assert poly is not None
    assert is_irreducible(poly) is irreducible


@pytest.mark.parametrize(
    ("check", "yes", "no"),
    [
        (is_expanded, ["x^2+2x+1", "3", "2x", "x/2+1", "sin(2x)"], ["(x+1)^2", "2(x+1)", "x(x+1)", "(x+1)/2"]),
        (is_factored, ["(x-1)(x+1)", "2(x-2)", "x(x+3)^2", "x^2+1", "-(x-1)(2-x)"], ["x^2-1", "2x-4", "(2x-4)(x+1)", "x(x-1)+1(x-1)"]),
        (is_reduced, ["3/4", "2x/3", "(x+1)/(x-1)"], ["6/8", "2x/4", "(x^2-1)/(x-1)", "1/sqrt(2)", "5/1"]),
        (is_single_fraction, ["(x+y)/(x y)", "3/x", "x+1"], ["1/x+1/y", "1/(1/x)", "x^-1+1", "1+2/x"]),
        (is_completed_square, ["(x-1)^2+4", "2(x+3)^2-1", "x^2+4", "5-(x-1)^2"], ["x^2-2x+5", "(x-1)(x-1)+4", "(x-1)^2+x"]),
        (is_partial_fractions, ["1/x-1/(x+1)", "x+2/(x-1)", "1/(x-1)+3/(x-1)^2", "2/(3(x-1))+1/x"], ["1/(x(x+1))", "(2x+1)/(x^2-1)", "x/(x-1)"]),
        (is_simplified, ["5x", "3x/2", "2sqrt(2)", "x+1"], ["2x+3x", "x*x", "6x/4", "sqrt(8)", "2x*3", "x^1"]),
    ],
)  # fmt: skip
def test_forms_are_told_by_their_writing(check: object, yes: list[str], no: list[str]) -> None:
    assert [t for t in yes if not check(parse(t))] == []  # type: ignore[operator]
    assert [t for t in no if check(parse(t))] == []  # type: ignore[operator]


def test_the_same_form_may_have_another_order_and_signs_but_not_other_factors() -> None:
    form = shape(parse("(6x+1)(x-1)"))
    assert all(
        shape(parse(t)) == form
        for t in ("(x-1)(6x+1)", "(-6x-1)(1-x)", "-(6x+1)(1-x)", "(1+6x)(-1+x)")
    )
    assert all(shape(parse(t)) != form for t in ("6x^2-5x-1", "(6x+1)(x+1)", "(6x-1)(x-1)"))


@pytest.mark.parametrize(
    ("function", "slope"),
    [("x^3", "3x^2"), ("sin(x^2)", "2x cos(x^2)"), ("x e^x", "e^x+x e^x"), ("1/x", "-1/x^2"), ("ln(x)/x", "(1-ln x)/x^2"),
     ("sqrt(x)", "1/(2sqrt(x))"), ("2^x", "2^x ln 2"), ("x^x", "x^x(1+ln x)"), ("arctan(x)", "1/(1+x^2)"), ("tan x", "1/cos^2 x")],
)  # fmt: skip
def test_derivatives_follow_the_rules(function: str, slope: str) -> None:
    assert same(derivative(parse(function), "x"), parse(slope))
