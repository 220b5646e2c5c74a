"""Explanations: few sentences for the learner, named contributions for the teacher."""

import pytest
from story import Story

from tutor.errors import NotFound
from tutor.ids import PersonId, SkillId
from tutor.learner_state.belief import Mastery
from tutor.learner_state.events import BeliefOverridden
from tutor.learner_state.explain import explain
from tutor.learner_state.phrases import ENGLISH

SKILL = SkillId("skill-000")


def told(story: Story, **more):
    return explain(story.course, story.state, SKILL, story.at, **more)


def test_nothing_seen_is_said_so():
    said = told(Story())
    assert said.mastery is Mastery.NEW
    assert said.for_child == "We have not tried this yet."
    assert said.sure == "I do not know yet."


def test_a_run_after_days_is_told_with_its_gap():
    said = told(Story().do(SKILL, "RRRR").wait(days=5).do(SKILL, "R"))
    assert "5 in a row without help, the last one after 5 days" in said.for_child
    assert said.evidence[-1].days == pytest.approx(5, abs=0.1)


def test_hinted_answers_are_named_as_such():
    story = Story()
    for number in range(3):
        story.answer(SKILL, True, number=number, help=2)
    assert "with hints" in told(story).for_child


def test_a_teacher_sees_what_moved_the_belief_most_first():
    named = told(Story().do(SKILL, "RWRR")).for_teacher
    changes = [abs(change) for _, change in named]
    assert changes == sorted(changes, reverse=True)
    assert any("incorrect" in what and change < 0 for what, change in named)


def test_forgetting_is_named():
    named = told(Story().master(SKILL).wait(days=60)).for_teacher
    assert any("forgetting over 60 days" in what for what, _ in named)


def test_an_override_is_told_with_its_reason():
    story = Story().do(SKILL, "WW")
    story.say(
        BeliefOverridden(
            at=story.at, skill=SKILL, known=True, by=PersonId("t"), reason="explained it in class"
        )
    )
    said = told(story)
    assert "teacher" in said.for_child
    assert "explained it in class" in said.for_teacher[0][0]


def test_another_language_is_another_table():
    words = {**ENGLISH, "nothing_yet": "Das haben wir noch nicht versucht."}
    assert told(Story(), words=words).for_child == "Das haben wir noch nicht versucht."


def test_a_skill_that_is_not_of_the_course_is_not_found():
    story = Story()
    with pytest.raises(NotFound):
        explain(story.course, story.state, SkillId("no"), story.at)
