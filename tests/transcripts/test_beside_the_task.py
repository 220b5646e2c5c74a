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
    "text", ["i hate math", "im so stupid", "i did it!!!", "how long is this going to take"]
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
