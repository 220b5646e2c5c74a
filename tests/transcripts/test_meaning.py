"""Conversations in which it matters what a message means, as children write it."""

import pytest

from tests.support import Talk
from tutor.learner_state.events import Attempted, ItemClosed, MessageReceived


async def _attempts(talk: Talk) -> int:
    return sum(isinstance(e, Attempted) for e in await talk.events())


async def test_an_answer_inside_a_sentence_is_graded():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say(f"is it {item.type.answer_text()} because you add the tens?")
    assert reply.move == "feedback"
    assert await _attempts(talk) == 1


@pytest.mark.parametrize(
    "text",
    [
        "plsss give me a hnit",
        "una pista por favor",
        "ich verstehe das nicht",
        "i keep going round in circles",
        "my brain is fried 🍳",
    ],
)
async def test_a_cry_for_help_is_helped_and_never_graded(text):
    talk = Talk()
    await talk.open_on("add-t")
    assert (await talk.say(text)).move == "hint"
    assert await _attempts(talk) == 0


async def test_three_times_no_idea_changes_the_tack():
    talk = Talk()
    await talk.open_on("add-t")
    assert (await talk.moves("idk", "dunno lol", "🤷"))[-1] == "worked_example"


@pytest.mark.parametrize(
    "text", ["yes I understand", "ohhh i get it 😃", "sí entiendo", "alles klar"]
)
async def test_saying_to_understand_closes_no_step(text):
    talk = Talk()
    item = await talk.open_on("add-t")
    await talk.say("hint")
    before = [e for e in await talk.events() if isinstance(e, ItemClosed)]
    reply = await talk.say(text)
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.item == item.id
    assert [e for e in await talk.events() if isinstance(e, ItemClosed)] == before
    assert reply.move == "redirect"
    assert await _attempts(talk) == 0


async def test_saying_to_understand_after_a_tell_still_brings_a_twin():
    talk = Talk()
    item = await talk.open_on("add-t")
    await talk.wrong(), await talk.wrong(), await talk.wrong()
    await talk.say("yeah ok i get it now")
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert (opened.item, opened.seed) != (item.id, item.seed)


async def test_a_bare_why_is_explained_with_what_is_open():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = await talk.say("why tho 🤔")
    assert reply.move == "explain"
    assert (await talk.loaded()).session.focus == item.skills[0]
    assert (await talk.loaded()).state.open is not None


async def test_what_was_meant_is_kept_in_the_log():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.say("bro this is way too hard")
    kept = [e.intent for e in await talk.events() if isinstance(e, MessageReceived)]
    assert kept[-1] == "too_hard"
