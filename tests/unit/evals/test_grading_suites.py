"""What the adapter reads of other suites' writing: resistors side by side, denials, remainders of division."""

import pytest

from tutor.evals.grading_edx import in_our_writing
from tutor.evals.grading_maxima import from_maxima
from tutor.items.maths.compare import same
from tutor.items.maths.notation.parser import parse


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("R_1||R_2", "R_1*R_2/(R_1+R_2)"),
        ("1||1||1", "1/3"),
        ("1||(1||1)", "1/3"),
        ("a+b||c*d", "a + d*b*c/(b+c)"),
        ("2*x^2||x^2", "2*x^2/2"),
    ],
)
def test_resistors_side_by_side_bind_tighter_than_products(written: str, meant: str) -> None:
    assert same(parse(in_our_writing(written, "R")), parse(meant))


@pytest.mark.parametrize("text", ["||", "a||", "||b", "(a||", "2k||3"])
def test_a_bar_without_its_sides_stays_as_it_stands(text: str) -> None:
    assert in_our_writing(text, "R") == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("not(x>1 and x<5)", "x<=1 or x>=5"),
        ("not x=2", "x!=2"),
        ("x>0 and not(x>5)", "x>0 and x<=5"),
        ("mod(-3,5)", "2"),
        ("mod(7,0)", "7"),
    ],
)
def test_denials_and_remainders_of_maxima_are_written_out(written: str, meant: str) -> None:
    assert from_maxima(written) == meant


def test_a_denial_that_would_need_brackets_of_its_own_stays() -> None:
    assert "not" in from_maxima("x>0 and not(x>2 and x<3)")
