"""The first wrong step: by algebra, and beside a reference solution in words."""

import pytest

from tutor.items.steps import check_algebra, check_working, sentences
from tutor.items.working import line_of

_PROBLEM = "A shop sells pens for $2 each. Ana buys 6 pens and pays with $20. How much change does she get?"
_REFERENCE = ("The pens cost 6 * 2 = $12.", "Her change is 20 - 12 = $8.", "8")


@pytest.mark.parametrize(
    ("lines", "first_wrong"),
    [
        (["x^2-x=30", "x^2-x-30=0", "(x-6)(x+5)=0", "x=6 or x=-5"], None),
        (["2x+3=7", "2x=10", "x=5"], 1),
        (["3(x+2)", "3x+6"], None),
        (["3(x+2)", "3x+2"], 1),
        (["2(x-3)=5", "2x-6=5", "2x=-1"], 2),
        (["x^2=4", "x=2"], 1),
        (["x^2=4", "x=±2"], None),
        (["-2x>6", "x>-3"], 1),
        (["-2x>6", "x<-3"], None),
        (["x=x+1", "0=1"], None),
        (["v=u+at", "v-u=at", "t=(v-u)/a"], None),
        (["1/2+1/3", "2/5"], 1),
        (["1/2+1/3", "3/6+2/6", "5/6"], None),
        (["so we write", "2x=8", "which gives", "x=4"], None),
    ],
)
def test_algebra_is_followed_line_by_line(lines: list[str], first_wrong: int | None) -> None:
    assert check_algebra(lines).first_wrong == first_wrong


def test_every_line_of_algebra_shows_how_it_was_read() -> None:
    working = check_algebra(["2x = 8", "hm ok", "x = 4"])
    assert [s.read_as for s in working.steps] == ["2·x = 8", "", "x = 4"]
    assert [s.follows for s in working.steps] == [None, None, True]


def test_a_right_working_has_no_wrong_step() -> None:
    lines = ["6 pens cost 6 x $2 = $12.", "20 - 12 = 8", "8"]
    assert check_working(lines, problem=_PROBLEM, reference=_REFERENCE).first_wrong is None


def test_the_line_that_makes_a_wrong_number_is_found() -> None:
    lines = ["The pens cost 6 x 2 = $12.", "So the change is 20 + 12 = $32.", " 32"]
    assert check_working(lines, problem=_PROBLEM, reference=_REFERENCE).first_wrong == 1


def test_a_working_without_lines_has_no_wrong_step() -> None:
    assert check_working([], problem=_PROBLEM, reference=_REFERENCE).first_wrong is None


def test_calculations_are_read_between_words_and_units() -> None:
    line = line_of("26 days * $10/day = $260, so 260 - 2 x 50 = $160 and 15% of 200 = 30")
    assert [(c.result, c.is_right) for c in line.calculations][:2] == [(260, True), (160, True)]
    assert not line_of("6 x 7 = 43").calculations[0].is_right


def test_prose_is_cut_into_sentences_and_decimals_are_kept() -> None:
    assert sentences("It costs $3.50. So 2 cost 7. Done.") == [
        "It costs $3.50.",
        "So 2 cost 7.",
        "Done.",
    ]


def test_what_follows_a_wrong_equation_is_not_the_first_wrong_line() -> None:
    lines = [
        "Let x be the number of Alien cards.",
        "He has 2x Monster cards and 3x Gremlin cards.",
        "x + 2x + 3x = 48",
        "6x = 48",
        "x = 8",
        "So he has 2 x 8 = 16 Monster cards.",
        "16",
    ]
    found = check_working(
        lines,
        problem="He has twice as many Monster cards as Alien cards. His 48 Gremlin cards are three times his Alien cards. How many Monster cards has he?",
        reference=("He has 48 / 3 = 16 Alien cards.", "He has 16 * 2 = 32 Monster cards.", "32"),
    )
    assert found.first_wrong in (0, 1, 2)
