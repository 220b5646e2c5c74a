"""What a teacher is told of a class: bands by the convention, reasons that carry their facts."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from support import COURSES, START

from tutor.curriculum.book import Book
from tutor.ids import ItemId, LearnerId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.events import (
    AppealMade,
    Attempted,
    AttemptRegraded,
    BeliefOverridden,
    HintGiven,
    ItemClosed,
    ItemOpened,
    MessageReceived,
    Outcome,
    Purpose,
)
from tutor.learner_state.state import empty_state, replay
from tutor.reports.class_view import Band, band_of, cell, class_view
from tutor.reports.marks import UNMARKED, mark
from tutor.reports.needs import Need, Pupil, reasons


@pytest.fixture(scope="module")
def course():
    book = Book([COURSES])
    book.refresh()
    return next(iter(book.all()))


def pupil(course, *events, name="Ana", concerns=0):
    return Pupil(
        id=LearnerId(name.lower()),
        name=name,
        state=replay(events, empty_state(LearnerId(name.lower()), course.id)),
        marks=mark(UNMARKED, events),
        concerns=concerns,
    )


def came(n=0, **ago):
    return MessageReceived(
        at=START + timedelta(minutes=n, **ago), message=f"m{n}", channel="web", text="x", intent="response"
    )  # fmt: skip


def tried(course, n, verdict=Verdict.INCORRECT, misconception=None):
    skill = next(iter(course.skills))
    return Attempted(
        at=START + timedelta(minutes=n), id=f"a{n}", message=f"m{n}",
        item=ItemId(course.by_skill[skill][0]), seed=n, skills=(skill,), purpose=Purpose.PRACTICE,
        difficulty=Difficulty.MEDIUM, response="7/5", read_as="7/5", verdict=verdict,
        misconception=misconception,
    )  # fmt: skip


def needs(course, one, now):
    return [reason.need for reason in reasons(course, one, now)]


@pytest.mark.parametrize(
    ("known", "band"),
    [(1.0, Band.PROFICIENT), (0.95, Band.PROFICIENT), (0.949, Band.NEAR), (0.70, Band.NEAR),
     (0.699, Band.REMEDIATION), (0.0, Band.REMEDIATION)],
)  # fmt: skip
def test_the_bands_begin_where_the_convention_says(known, band):
    assert band_of(known) is band


def test_nothing_seen_is_no_band_and_a_teachers_word_is_one(course):
    skill = next(iter(course.skills))
    assert cell(pupil(course).state, skill, START).band is Band.NONE
    word = BeliefOverridden(at=START, skill=skill, known=True, by="ines", reason="r")
    seen = cell(pupil(course, word).state, skill, START)
    assert (seen.band, seen.overridden) == (Band.PROFICIENT, True)


def test_ten_fruitless_items_are_a_reason_named_once(course):
    now = START + timedelta(hours=1)
    nine = pupil(course, came(), *(tried(course, n) for n in range(9)))
    assert Need.STUCK not in needs(course, nine, now)
    many = pupil(course, came(), *(tried(course, n) for n in range(25)))
    assert needs(course, many, now).count(Need.STUCK) == 1
    assert Need.WHEEL_SPINNING not in needs(course, many, now)


def test_who_skips_ten_items_of_a_skill_never_tried_is_stuck_on_it(course):
    skill = next(iter(course.skills))
    skipped = [
        event
        for n, item in enumerate([ItemId(f"i{n}") for n in range(10)])
        for at in [START + timedelta(minutes=n)]
        for event in (
            ItemOpened(at=at, item=item, seed=0, skills=(skill,), purpose=Purpose.PRACTICE),
            ItemClosed(at=at, item=item, outcome=Outcome.SKIPPED),
        )
    ]
    now = START + timedelta(hours=1)
    assert Need.STUCK not in needs(course, pupil(course, came(), *skipped[:-2]), now)
    assert needs(course, pupil(course, came(), *skipped), now).count(Need.STUCK) == 1


def test_who_stays_away_is_named_with_the_days(course):
    one = pupil(course, came())
    assert needs(course, one, START + timedelta(days=7)) == []
    [reason] = reasons(course, one, START + timedelta(days=10))
    assert reason.text == "Has not been here for 10 days."
    [reason] = reasons(course, pupil(course), START)
    assert reason.text == "Has not begun yet."


def test_many_last_hints_in_a_week_are_a_reason(course):
    hints = [
        HintGiven(at=START + timedelta(minutes=n), item="i", level=3, bottom_out=True)
        for n in range(3)
    ]
    assert Need.BOTTOM_OUTS in needs(course, pupil(course, came(), *hints), START)
    later = START + timedelta(days=8)
    assert Need.BOTTOM_OUTS not in needs(course, pupil(course, came(), *hints), later)


def test_a_misconception_seen_twice_is_named(course):
    which = next(iter(course.misconceptions))
    once = pupil(course, came(), tried(course, 1, misconception=which))
    assert Need.MISCONCEPTION not in needs(course, once, START)
    twice = pupil(course, came(), *(tried(course, n, misconception=which) for n in (1, 2)))
    [reason] = [r for r in reasons(course, twice, START) if r.need is Need.MISCONCEPTION]
    assert course.misconceptions[which].name in reason.text


def test_appeals_and_unclear_responses_wait_until_they_are_decided(course):
    events = [
        came(),
        tried(course, 1),
        AppealMade(at=START, attempt="a1", text="it is right"),
        tried(course, 2, verdict=Verdict.UNCLEAR),
    ]
    waiting = pupil(course, *events)
    assert {Need.APPEAL, Need.UNCLEAR} <= set(needs(course, waiting, START))
    decided = [
        AttemptRegraded(at=START, attempt=a, verdict=Verdict.CORRECT, by="ines", reason="yes")
        for a in ("a1", "a2")
    ]
    done = pupil(course, *events, *decided)
    assert not {Need.APPEAL, Need.UNCLEAR} & set(needs(course, done, START))
    assert [one.regraded for one in done.marks.responses] == [Verdict.CORRECT] * 2


def test_a_dismissed_reason_returns_only_with_news_and_a_concern_never_goes(course):
    now = START + timedelta(days=10)
    away = pupil(course, came(), concerns=1)
    every = {(away.id, reason.key) for reason in reasons(course, away, now)}
    [left] = class_view(course, [away], now, frozenset(every)).needing
    assert [reason.need for reason in left.reasons] == [Need.CONCERN]
    back = pupil(course, came(), came(5, days=3), concerns=0)
    again = class_view(course, [back], now + timedelta(days=9), frozenset(every)).needing
    assert [reason.need for reason in again[0].reasons] == [Need.ABSENT]


def test_urgent_ones_come_first_and_rows_are_by_name(course):
    now = START + timedelta(days=10)
    pupils = [
        pupil(course, name="Zoe", concerns=1),
        pupil(course, name="Ana"),
        pupil(course, name="bo"),
    ]
    view = class_view(course, pupils, now)
    assert [row.name for row in view.rows] == ["Ana", "bo", "Zoe"]
    assert view.needing[0].name == "Zoe"
    assert [len(row.cells) for row in view.rows] == [len(course.skills)] * 3


def picked(n, seconds):
    return Attempted(
        at=START + timedelta(minutes=n), id=f"a{n}", message=f"m{n}", item=ItemId("add-choice"),
        seed=n, skills=("add",), purpose=Purpose.PRACTICE, difficulty=Difficulty.MEDIUM,
        response="B", read_as="B", verdict=Verdict.INCORRECT, seconds=seconds,
    )  # fmt: skip


def test_guessing_through_options_is_told_and_thinking_about_them_is_not(course):
    found = reasons(course, pupil(course, *(picked(n, 2.0) for n in range(6))), START)
    (guessing,) = [one for one in found if one.need is Need.GUESSING]
    assert guessing.text.startswith("Guesses through options: 6 wrong choices")
    slow = reasons(course, pupil(course, *(picked(n, 20.0) for n in range(6))), START)
    assert Need.GUESSING not in {one.need for one in slow}
    few = reasons(course, pupil(course, *(picked(n, 2.0) for n in range(5))), START)
    assert Need.GUESSING not in {one.need for one in few}
    late = START + timedelta(days=9)
    old = reasons(course, pupil(course, *(picked(n, 2.0) for n in range(6))), late)
    assert Need.GUESSING not in {one.need for one in old}


@pytest.mark.parametrize(("many", "apart"), [(3, 0), (4, 4), (30, 30)])
def test_many_who_were_not_here_are_listed_apart(course, many, apart):
    class_ = [pupil(course, name=f"Zoe{n}") for n in range(many)]
    view = class_view(course, [*class_, pupil(course, name="Ana", concerns=1)], START)
    assert len(view.needing) == many + 1
    assert len(view.away) == apart
    assert "Ana" not in {one.name for one in view.away}
