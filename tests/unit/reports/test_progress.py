"""What learners read about themselves: true to the log, in their words, in teaching order."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from support import COURSES, START

from tutor.curriculum.book import Book
from tutor.ids import ItemId, LearnerId, SkillId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.belief import Mastery
from tutor.learner_state.events import Attempted, BeliefOverridden, GoalSet, ItemOpened, Purpose
from tutor.learner_state.state import empty_state, replay
from tutor.reports.class_view import class_view
from tutor.reports.marks import Marks
from tutor.reports.needs import Pupil
from tutor.reports.progress import glance, progress, sign, stages, word


@pytest.fixture(scope="module")
def course():
    book = Book([COURSES])
    book.refresh()
    return next(iter(book.all()))


def answered(course, skill, days=0.0, right=True, help=0, n=0):
    """A response to some item of a skill."""
    item = course.by_skill[skill][0]
    return Attempted(
        at=START + timedelta(days=days, minutes=n), id=f"{skill}-{days}-{n}", message=f"m{days}-{n}",
        item=ItemId(item), seed=0, skills=(skill,), purpose=Purpose.PRACTICE,
        difficulty=Difficulty.MEDIUM, response="x", read_as="x",
        verdict=Verdict.CORRECT if right else Verdict.INCORRECT, help=help,
    )  # fmt: skip


def state_after(course, *events):
    return replay(events, empty_state(LearnerId("ana"), course.id))


def views(course, state, now):
    shown = progress(course, state, now)
    return {one.id: one for stage in shown.stages for one in stage}, shown


def test_a_beginner_sees_every_skill_as_not_started(course):
    seen, shown = views(course, state_after(course), START)
    assert set(seen) == set(course.skills)
    assert {one.band for one in seen.values()} == {Mastery.NEW}
    assert (shown.secure, shown.started, shown.total) == (0, 0, len(course.skills))
    assert not shown.due
    assert any(one.next for one in seen.values())


def test_stages_never_put_a_skill_before_what_it_builds_on(course):
    place = {skill: n for n, stage in enumerate(stages(course)) for skill in stage}
    for skill, facts in course.skills.items():
        assert all(place[required] < place[skill] for required in facts.requires)


def test_evidence_is_told_newest_first_with_the_help_that_came_before(course):
    skill = next(iter(course.skills))
    events = [
        answered(course, skill, 0, right=False),
        answered(course, skill, 1, help=2),
        answered(course, skill, 2),
    ]
    seen, _ = views(course, state_after(course, *events), START + timedelta(days=3))
    assert [sentence for _, sentence in seen[skill].evidence] == [
        "Right, without any help.",
        "Right, with 2 hints.",
        "Not yet right, without any help.",
    ]
    assert seen[skill].because
    assert seen[skill].sure


def test_a_teachers_word_and_a_goal_show(course):
    skill, other = list(course.skills)[:2]
    state = state_after(
        course,
        BeliefOverridden(at=START, skill=skill, known=True, by="ines", reason="paper"),
        GoalSet(at=START, skills=(other,)),
    )
    seen, shown = views(course, state, START)
    assert seen[skill].band is Mastery.CONFIRMED
    assert not seen[skill].claimable
    assert [one.id for one in shown.goals] == [other]
    assert glance(course, state, START).goal == course.skills[other].title
    assert glance(course, state, START).goal_kind == "goal"


def test_a_goal_that_is_past_is_no_goal(course):
    skill = next(iter(course.skills))
    goal = GoalSet(at=START, skills=(skill,), until=START + timedelta(days=1))
    _, shown = views(course, state_after(course, goal), START + timedelta(days=2))
    assert shown.goals == ()


def test_the_glance_names_what_is_open(course):
    skill = list(course.skills)[-1]
    opened = ItemOpened(
        at=START, item=course.by_skill[skill][0], seed=0, skills=(skill,), purpose=Purpose.PRACTICE
    )
    seen = glance(course, state_after(course, opened), START)
    assert (seen.goal, seen.goal_kind) == (course.skills[skill].title, "now")


def test_skills_that_the_course_no_longer_has_are_left_out(course):
    gone = BeliefOverridden(at=START, skill=SkillId("gone"), known=True, by="ines", reason="r")
    seen, shown = views(course, state_after(course, gone), START)
    assert "gone" not in seen
    assert shown.secure == 0


def test_every_step_has_its_own_word_and_sign():
    assert len({word(band) for band in Mastery}) == len(Mastery)
    assert len({sign(band) for band in Mastery}) == len(Mastery)


def test_learners_see_nothing_of_skills_that_are_still_to_come_and_teachers_see_from_when(course):
    course = replaced(course, visible_from=date(2027, 3, 3))
    state = empty_state(LearnerId("ada"), course.id)
    now = datetime(2027, 2, 1, tzinfo=UTC)
    last = list(course.skills)[-1]
    shown = progress(course, state, now)
    assert last not in {view.id for stage in shown.stages for view in stage}
    assert shown.total == len(course.skills) - 1
    pupil = Pupil(id=LearnerId("ada"), name="Ada", state=state, marks=Marks())
    view = class_view(course, [pupil], now)
    assert view.later == {last: date(2027, 3, 3)}
    assert last in {skill for skill, _ in view.skills}
    assert class_view(course, [pupil], datetime(2027, 3, 3, tzinfo=UTC)).later == {}


def test_objectives_and_standards_come_with_their_case_identifiers(course):
    course = replaced(
        course,
        objectives=("Halve a number.",),
        standards=("X.1", "X.2"),
        case={"X.1": "6b9eb846-d7cc-11e8-824f-0242ac160002"},
    )
    shown = progress(
        course, empty_state(LearnerId("ada"), course.id), datetime(2027, 2, 1, tzinfo=UTC)
    )
    view = shown.stages[-1][-1]
    assert view.objectives == ("Halve a number.",)
    assert [(s.code, s.case[:8]) for s in view.standards] == [("X.1", "6b9eb846"), ("X.2", "")]


def replaced(course, **changes):
    """The course with its last skill changed."""
    last = list(course.skills)[-1]
    return replace(course, skills={**course.skills, last: replace(course.skills[last], **changes)})
