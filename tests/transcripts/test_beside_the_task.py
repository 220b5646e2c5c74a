"""Conversations that leave the task for a moment: feelings, the lesson itself, sums from elsewhere."""

import pytest

from tests.support import Talk
from tutor.dialogue.session import Waiting
from tutor.ids import CourseId
from tutor.items.reveal import reveals
from tutor.learner_state.events import Attempted
from tutor.settings import bundled


async def test_sad_news_gets_a_kind_word_and_no_question() -> None:
    talk = Talk()
    item = await talk.open_on("add-words")
    reply = await talk.say("my dog died today")
    assert "sorry" in reply.text
    assert "tell somebody you trust" in reply.text
    assert "question" not in reply.text
    assert (await talk.item()).id == item.id


@pytest.mark.parametrize(
    "text",
    [
        "i hate math",
        "im so stupid",
        "i did it!!!",
        "how long is this going to take",
        "this is taking forever",
    ],
)
async def test_a_word_beside_the_task_is_never_graded(text: str) -> None:
    talk = Talk()
    await talk.open_on("add-words")
    await talk.say(text)
    assert not [event for event in await talk.events() if isinstance(event, Attempted)]
    assert (await talk.loaded()).session.waiting == Waiting.RESPONSE


async def test_who_reads_what_is_told_as_it_is() -> None:
    reply = await Talk().say("can my mum read what i write here")
    assert "family gets a short summary" in reply.text
    assert "Your teacher" in reply.text


async def test_a_definition_and_a_sentence_do_not_tell_together_what_neither_tells() -> None:
    talk = Talk(course=CourseId("cells-and-photosynthesis"), courses=bundled("curricula"))
    await talk.say("/practise photosynthesis-and-respiration-compared")
    for _ in range(10):
        opened = await talk.item()
        reply = await talk.say("explain")
        assert not reveals(reply.text, opened), opened.id
        await talk.say("/skip")


@pytest.mark.parametrize(
    "text", ["what do i have to do", "can i see the question again", "do i have to simplify it"]
)
async def test_who_asks_what_to_do_is_told_how_to_answer_and_sees_the_question_again(
    text: str,
) -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    opened = await talk.open_on("alf-03")
    reply = await talk.say(text)
    assert opened.type.shown().how in reply.text
    assert reply.card is not None
    assert reply.card.item == opened.id
    assert not [event for event in await talk.events() if isinstance(event, Attempted)]


async def test_a_question_that_holds_a_number_s_answer_is_no_response() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.open_on("ep-02")
    await talk.say("how do you turn 5/8 into a decimal")
    assert not [event for event in await talk.events() if isinstance(event, Attempted)]
    reply = await talk.say("how about 5/8")
    assert reply.move == "feedback"


async def test_a_question_about_what_things_do_begins_no_practice() -> None:
    talk = Talk(course=CourseId("cells-and-photosynthesis"), courses=bundled("curricula"))
    item = await talk.open_on("anc-02")
    reply = await talk.say("do plants breathe")
    assert reply.move != "worked_example"
    assert (await talk.item()).id == item.id


async def test_the_same_wrong_answer_again_is_named_as_such() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.open_on("ep-02")
    first = await talk.say("1/4")
    again = await talk.say("its 1/4")
    assert "before" not in first.text
    assert "before" in again.text
    assert first.move == again.move == "hint"


async def test_why_an_answer_is_wrong_is_met_with_a_hint() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.open_on("ep-02")
    await talk.say("1/4")
    assert (await talk.say("why is that wrong")).move == "hint"
    assert (await talk.say("why did you mark it wrong")).move == "redirect"
