"""A period holds from its start until before its end, and the one that began last wins."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tutor.curriculum.persona import Contract
from tutor.errors import BadInput
from tutor.ids import ClassId, CourseId
from tutor.people.periods import LONGEST, Period, in_force, require_sensible

NINE = datetime(2026, 11, 30, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
FRACTIONS = CourseId("fractions")
EXAM = Period(
    id="a", class_id=ClassId("5b"), course=FRACTIONS, starts=NINE, ends=NINE + HOUR,
    contract=Contract.EXAM,
)  # fmt: skip


@pytest.mark.parametrize(
    ("minutes", "holds"), [(-1, False), (0, True), (59, True), (60, False), (600, False)]
)
def test_it_holds_from_its_start_until_before_its_end(minutes, holds):
    found = in_force([EXAM], FRACTIONS, NINE + timedelta(minutes=minutes))
    assert found == (EXAM if holds else None)


def test_it_holds_in_its_course_alone():
    assert in_force([EXAM], CourseId("cells"), NINE) is None


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_the_one_that_began_last_holds(turned):
    week = replace(
        EXAM, id="w", starts=NINE - 48 * HOUR, ends=NINE + 48 * HOUR, contract=Contract.HOMEWORK
    )
    both = [week, EXAM][:: -1 if turned else 1]
    assert in_force(both, FRACTIONS, NINE) == EXAM
    assert in_force(both, FRACTIONS, NINE + HOUR) == week


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("names", ["ab", "ba"])
def test_of_two_that_begin_together_the_shorter_then_the_stricter_holds(names, turned):
    exam = replace(EXAM, id=names[0])
    day = replace(exam, id=names[1], ends=NINE + 8 * HOUR, contract=Contract.PRACTICE)
    assert in_force([exam, day][:: -1 if turned else 1], FRACTIONS, NINE) == exam
    assert in_force([exam, day], FRACTIONS, NINE + HOUR) == day
    quiz = replace(exam, id=names[1], contract=Contract.QUIZ)
    assert in_force([exam, quiz][:: -1 if turned else 1], FRACTIONS, NINE) == exam


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"contract": None}, "Nothing would change"),
        ({"ends": NINE}, "before it starts"),
        ({"starts": NINE - 9 * HOUR, "ends": NINE - 8 * HOUR}, "is over"),
        ({"ends": NINE + LONGEST + HOUR}, "longer than 60 days"),
        ({"starts": NINE + timedelta(days=500), "ends": NINE + timedelta(days=501)}, "a year"),
    ],
)
def test_what_makes_no_sense_is_refused(changes, says):
    with pytest.raises(BadInput, match=says):
        require_sensible(replace(EXAM, **changes), NINE - HOUR)
    require_sensible(EXAM, NINE - HOUR)
