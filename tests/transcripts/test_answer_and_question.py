"""A wrong answer with a question or an idea behind it gets both: the verdict with its help, and what the course says."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted
from tutor.settings import bundled

CURRICULA = bundled("curricula")


def course(name: str) -> Talk:
    return Talk(course=CourseId(name), courses=CURRICULA)


async def attempts(talk: Talk) -> list[Attempted]:
    return [event for event in await talk.events() if isinstance(event, Attempted)]


@pytest.mark.parametrize(
    ("item", "text", "told"),
    [
        ("auf-01", "is it 2/6? i thought you add the bottoms, why not", "no amount"),
        ("auf-01", "is it 2/6? why do we not add bottoms", "no amount"),
        ("mn-01", "is it 3/4? what is an improper fraction", "as large as the bottom number"),
        ("cf-01", "omar? i thought bigger bottom is bigger", "the smaller each part"),
    ],
)
async def test_the_doubted_answer_is_judged_and_the_doubt_is_met(
    item: str, text: str, told: str
) -> None:
    talk = course("fractions")
    await talk.say("/start")
    opened = await talk.open_on(item)
    before = len(await attempts(talk))
    reply = await talk.say(text)
    (new,) = (await attempts(talk))[before:]
    assert new.verdict is Verdict.INCORRECT
    assert reply.move in ("probe", "hint", "feedback")
    assert told in reply.text
    assert opened.type.answer_text() not in reply.text


async def test_the_question_behind_what_is_no_answer_at_all_is_answered_at_no_cost() -> None:
    talk = course("cells-and-photosynthesis")
    await talk.say("/start")
    await talk.open_on("plc-02")
    reply = await talk.say("is it the brain? why do plants need a cell wall")
    assert reply.move in ("explain", "offer")
    assert not await attempts(talk)


async def test_a_thing_that_is_an_option_may_be_asked_about() -> None:
    talk = course("cells-and-photosynthesis")
    await talk.say("/start")
    await talk.open_on("osm-02")
    await talk.say("what is water")
    assert not await attempts(talk)


async def test_thinking_aloud_is_judged_by_what_it_comes_to() -> None:
    talk = course("fractions")
    await talk.say("/start")
    await talk.open_on("auf-01")
    reply = await talk.say(
        "a half is two quarters so two quarters and one quarter thats three quarters"
    )
    assert reply.move == "feedback"
    assert (await attempts(talk))[-1].verdict is Verdict.CORRECT


async def test_some_of_what_is_to_be_put_in_order_is_no_wish_to_be_told_the_order() -> None:
    talk = course("cells-and-photosynthesis")
    await talk.say("/start")
    await talk.open_on("lev-01")
    reply = await talk.say("cell organ tissue")
    assert reply.move == "clarify"
    assert "organ system → organism" not in reply.text


async def test_one_that_points_at_a_thing_is_no_number() -> None:
    talk = course("fractions")
    await talk.say("/start")
    await talk.open_on("mn-02")
    assert (await talk.say("which one is the whole")).move == "explain"
    assert not await attempts(talk)


async def test_a_question_that_nothing_answers_is_owned_up_to() -> None:
    talk = course("fractions")
    await talk.say("/start")
    await talk.open_on("ef-01")
    reply = await talk.say("is it 12 and why do you times it")
    assert "your readings" in reply.text or "On your question" in reply.text
