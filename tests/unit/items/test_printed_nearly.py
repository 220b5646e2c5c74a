"""Printed text that is nearly right is told what is off, however several lines are typed on one."""

import pytest

from tutor.items.grade import Verdict
from tutor.items.types.output import Output

LINES = Output(lines=("Sum: 12", "a b"))


@pytest.mark.parametrize("text", ["Sum: 12 / a b", "Sum: 12 | a b", "Sum: 12; a b", "Sum: 12\na b"])
def test_lines_may_be_parted_by_a_sign_that_is_not_printed(text: str) -> None:
    assert LINES.grade(text).verdict is Verdict.CORRECT


def test_a_printed_slash_parts_nothing() -> None:
    assert Output(lines=("1/2", "x")).grade("1 / 2 x").verdict is not Verdict.CORRECT


def test_a_right_first_line_alone_is_part_of_it() -> None:
    assert LINES.grade("Sum: 12").verdict is Verdict.PARTIAL


def test_spaces_and_stray_quotes_are_named() -> None:
    one = Output(lines=("7 + 1",))
    assert "spaces" in one.grade("7+1").note
    assert "line" not in one.grade("7+1").note
    assert "quotation marks" in one.grade('7 + 1"').note
