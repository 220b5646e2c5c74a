"""Items of several skills: each takes of the evidence what the others leave open."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story import MONDAY, Story

from tutor.curriculum.course import Course
from tutor.evals.simulate.course import invented_course
from tutor.ids import CourseId, ItemId, LearnerId, MessageId, SkillId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.belief import confirmed, known_now, mastered
from tutor.learner_state.events import Attempted, Purpose
from tutor.learner_state.explain import explain
from tutor.learner_state.select import choose
from tutor.learner_state.shape import LearnerState
from tutor.learner_state.state import apply, empty_state, from_json, replay, to_json

KNOWN, NEW, THIRD = (SkillId(f"skill-00{n}") for n in range(3))
BOTH = ItemId("both")


def course_with_both(skills: tuple[SkillId, ...] = (NEW, KNOWN)) -> Course:
    """An invented course with one item that needs two skills."""
    course = invented_course(skills=8, items=12)
    first = replace(course.sources[ItemId(f"{skills[0]}-00")], id=BOTH, skills=skills)
    return replace(
        course,
        sources={**course.sources, BOTH: first},
        by_skill={
            skill: (*ids, BOTH) if skill in skills else ids
            for skill, ids in course.by_skill.items()
        },
    )


def attempt(
    story: Story, verdict: Verdict, skills: tuple[SkillId, ...] = (NEW, KNOWN), **more: object
) -> Attempted:
    story.at += timedelta(seconds=40)
    given: dict[str, Any] = {
        "purpose": Purpose.PRACTICE, "response": "", "read_as": "", "difficulty": Difficulty.MEDIUM,
        "seed": 0, **more,
    }  # fmt: skip
    return Attempted(
        at=story.at, id=f"both-{len(story.events)}", message=MessageId("m"), item=BOTH,
        skills=skills, verdict=verdict, **given,
    )  # fmt: skip


def moved(story: Story, verdict: Verdict) -> dict[SkillId, float]:
    """By how much one response to the item of both skills moves P(known) of each."""
    before = story.state
    event = attempt(story, verdict)
    after = apply(before, event)
    return {
        skill: known_now(after.belief(skill), event.at) - known_now(before.belief(skill), event.at)
        for skill in event.skills
    }


def test_a_wrong_response_speaks_against_the_skill_that_is_believed_least():
    story = Story().master(KNOWN).do(KNOWN, "RR").do(NEW, "RR")
    change = moved(story, Verdict.INCORRECT)
    assert change[NEW] < 3 * change[KNOWN] < 0


def test_a_right_response_proves_less_beside_a_skill_that_is_hardly_known():
    doubtful, alone = Story().do(KNOWN, "WWW").do(NEW, "W"), Story().do(NEW, "W")
    beside_unknown = moved(doubtful, Verdict.CORRECT)[NEW]
    beside_known = moved(Story().master(KNOWN).do(NEW, "W"), Verdict.CORRECT)[NEW]
    before = alone.state.belief(NEW).known
    by_itself = alone.do(NEW, "R").state.belief(NEW).known - before
    assert 0 < beside_unknown < 0.8 * beside_known
    assert beside_known == pytest.approx(by_itself, rel=0.15)


def test_what_is_mastered_is_not_lost_nor_due_by_failures_on_what_is_new_beside_it():
    story = Story().master(KNOWN)
    before = story.state.belief(KNOWN)
    for _ in range(5):
        story.say(attempt(story, Verdict.INCORRECT))
    after = story.state.belief(KNOWN)
    assert mastered(after)
    assert after.review == before.review
    assert after.streak == before.streak
    assert after.known < before.known
    assert story.state.belief(NEW).streak == -5


def test_a_failure_counts_where_everything_that_the_item_needs_is_mastered():
    story = Story().master(NEW).master(KNOWN).do(NEW, "RR").do(KNOWN, "RR")
    before = story.state.belief(KNOWN)
    after = story.say(attempt(story, Verdict.INCORRECT)).state.belief(KNOWN)
    assert after.streak == -1
    assert after.review.due < before.review.due


def test_both_are_mastered_by_right_responses_and_confirmed_on_a_later_day():
    story = Story()
    for _ in range(5):
        story.say(attempt(story, Verdict.CORRECT))
    assert all(mastered(story.state.belief(skill)) for skill in (NEW, KNOWN))
    assert not any(confirmed(story.state.belief(skill)) for skill in (NEW, KNOWN))
    story.wait(days=2).say(attempt(story, Verdict.CORRECT))
    assert all(confirmed(story.state.belief(skill)) for skill in (NEW, KNOWN))


def test_a_teacher_reads_what_else_the_item_needed_and_a_child_what_may_have_been_it():
    course = course_with_both()
    story = Story(course=course).master(KNOWN).do(NEW, "WR")
    story.say(attempt(story, Verdict.INCORRECT))
    said = explain(course, story.state, KNOWN, story.at)
    title = course.skills[NEW].title
    assert f"It needed *{title}* as well, and perhaps that was it." in said.for_child
    named = dict(explain(course, story.state, NEW, story.at).for_teacher)
    assert f"incorrect on both without help, with {course.skills[KNOWN].title}" in named
    assert "needed" not in explain(course, story.state, NEW, story.at).for_child


def test_an_item_is_asked_for_the_skill_that_it_names_first():
    course = course_with_both((NEW, KNOWN))
    state, model = Story().state, Story().model
    asked = {choose(course, state, model, MONDAY, seed, focus=KNOWN).item for seed in range(60)}
    assert BOTH not in asked
    asked = {choose(course, state, model, MONDAY, seed, focus=NEW).skill for seed in range(9)}
    assert asked == {NEW}


def test_an_item_waits_until_what_it_needs_besides_is_mastered():
    course = course_with_both()
    course = replace(course, by_skill={**course.by_skill, NEW: (ItemId(f"{NEW}-00"), BOTH)})

    def asked(story: Story) -> set[ItemId]:
        state, model = story.state, story.model
        picks = [
            choose(course, state, model, story.at, seed, focus=NEW, target=0.9)
            for seed in range(20)
        ]
        return {one.item for one in picks if one is not None}

    assert BOTH not in asked(Story(course=course))
    assert BOTH in asked(Story(course=course).master(KNOWN))


kinds = st.tuples(
    st.sampled_from([(KNOWN,), (NEW,), (KNOWN, NEW), (NEW, KNOWN), (KNOWN, NEW, THIRD)]),
    st.sampled_from(list(Verdict)),
    st.integers(0, 2),
    st.integers(1, 3),
    st.sampled_from([30, 90_000, 900_000]),
    st.floats(-3, 3),
)


def life(turns) -> list[Attempted]:
    story, events = Story(), []
    for skills, verdict, help_, try_, wait, ease in turns:
        story.wait(seconds=wait)
        more = {"help": help_, "try_": try_, "d_item": ease}
        events.append(replace(attempt(story, verdict, skills, **more), id=f"b{len(events)}"))
    return events


START: LearnerState = empty_state(LearnerId("ada"), CourseId("invented"))


@given(st.lists(kinds, min_size=1, max_size=25))
@settings(max_examples=80, deadline=None)
def test_right_never_lowers_and_wrong_never_raises_any_of_the_skills(turns):
    *before, last = life(turns)
    state = replay(before, START)
    for verdict in Verdict:
        after = apply(state, replace(last, verdict=verdict))
        for skill in last.skills:
            was = known_now(state.belief(skill), last.at)
            now = known_now(after.belief(skill), last.at)
            assert 0.0 <= now <= 1.0
            match verdict:
                case Verdict.CORRECT:
                    assert now >= was - 1e-12
                case Verdict.INCORRECT | Verdict.PARTIAL:
                    assert now <= was + 1e-12
                case _:
                    assert now == was


@given(st.lists(kinds, max_size=25), st.integers(0, 25))
@settings(max_examples=60, deadline=None)
def test_replay_of_such_a_log_split_anywhere_is_the_same(turns, place):
    events = life(turns)
    whole = replay(events, START)
    first = from_json(to_json(replay(events[:place], START)))
    assert replay(events[place:], first) == whole
    for belief in whole.skills.values():
        assert belief.right + belief.wrong == belief.unaided
