"""What a learner says about what they can do: a wish with its day becomes a goal, a belief is explained and contested."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId, SkillId
from tutor.learner_state.events import Purpose
from tutor.settings import bundled


def of(course: str) -> Talk:
    return Talk(course=CourseId(course), courses=bundled("curricula"))


@pytest.mark.parametrize(
    ("course", "message", "skill"),
    [
        ("fractions", "I have to be good at comparing fractions", "comparing-fractions"),
        ("fractions", "my goal is simplest form", "simplest-form"),
        ("cells-and-photosynthesis", "i want to get better at osmosis", "osmosis"),
        ("cells-and-photosynthesis", "help me prepare for the test on osmosis", "osmosis"),
        ("fractions", "we should practise equivalent fractions", "equivalent-fractions"),
    ],
)
async def test_who_sets_out_to_learn_something_is_asked_it_and_keeps_it_as_a_goal(
    course, message, skill
):
    talk = of(course)
    await talk.say("/start")
    await talk.say(message)
    state = (await talk.loaded()).state
    assert [goal.skills for goal in state.goals] == [(SkillId(skill),)]
    assert state.open is not None
    assert SkillId(skill) in state.open.skills


async def test_a_wish_to_know_something_by_a_day_is_a_goal_with_that_day():
    talk = of("fractions")
    await talk.say("/start")
    await talk.say("I must understand dividing by fractions before Thursday")
    (goal,) = (await talk.loaded()).state.goals
    assert goal.skills == (SkillId("dividing-by-fractions"),)
    assert goal.until is not None
    assert goal.until.strftime("%A") == "Thursday"


@pytest.mark.parametrize(
    "message",
    [
        "i want to know what a numerator is",
        "I need to understand why we divide",
        "i have to go",
        "my goal is to be rich",
    ],
)
async def test_what_is_a_question_or_of_no_skill_is_no_goal(message):
    talk = of("fractions")
    await talk.say("/start")
    await talk.say(message)
    assert (await talk.loaded()).state.goals == ()


@pytest.mark.parametrize("asks", ["why?", "how do you know that", "what makes you think so"])
async def test_a_belief_that_was_shown_is_explained_by_what_was_answered(asks):
    talk = of("fractions")
    opened = await talk.open_on("ep-01")
    await talk.say(opened.type.answer_text())
    await talk.say("what do you know about me")
    reply = await talk.say(asks)
    assert reply.move == "show_belief"
    assert talk.course.skills[SkillId("equal-parts")].title in reply.text
    assert "without help" in reply.text


async def test_why_means_the_belief_only_right_after_it_was_shown():
    talk = of("fractions")
    await talk.open_on("ep-01")
    await talk.say("how am i doing")
    await talk.say("hint")
    assert (await talk.say("why?")).move != "show_belief"


async def test_who_says_that_they_can_do_it_shows_it_on_three_questions():
    talk = of("fractions")
    await talk.open_on("ep-01")
    await talk.say("what do you think of me")
    await talk.say("how am i doing")
    reply = await talk.say("that's not right, I can do equal parts of a whole")
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.purpose is Purpose.TEST_OUT
    assert reply.card


async def test_who_disagrees_with_a_belief_is_told_how_to_settle_it_and_nothing_is_graded():
    talk = of("fractions")
    await talk.open_on("ep-01")
    await talk.say("how am i doing")
    before = (await talk.loaded()).state.open
    reply = await talk.say("no, I don't agree")
    assert reply.move == "redirect"
    assert "three questions" in reply.text
    after = (await talk.loaded()).state.open
    assert before is not None
    assert after is not None
    assert (after.item, after.tries) == (before.item, before.tries)
