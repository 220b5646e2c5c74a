"""A hint stands for a moment before the next one, unless something was tried with it."""

from dataclasses import replace

import pytest

from tests.english import TONGUES, english_in
from tests.support import Talk
from tutor.dialogue.messages import Outbound
from tutor.ids import CourseId

COURSE = CourseId("taller")


@pytest.fixture
async def talk() -> Talk:
    made = Talk()
    await made.open_on("add-t")
    return made


async def level(talk: Talk) -> int:
    opened = (await talk.loaded()).state.open
    assert opened is not None
    return opened.hint_level


async def hint(talk: Talk, seconds: float, text: str = "hint") -> Outbound:
    return await talk.say(text, seconds=seconds)


async def test_a_second_hint_at_once_is_a_nudge_that_says_why_and_for_how_long(talk):
    await hint(talk, 20)
    reply = await hint(talk, 2)
    assert (reply.move, await level(talk)) == ("redirect", 1)
    assert "try" in reply.text
    assert "15 seconds" in reply.text
    assert reply.card is not None
    assert "/hint" in {button.send for button in reply.buttons}


async def test_the_pause_over_the_next_hint_comes_however_often_it_was_asked_for(talk):
    await hint(talk, 20)
    for _ in range(3):
        assert (await hint(talk, 3)).move == "redirect"
    reply = await hint(talk, 6)
    assert (reply.move, await level(talk)) == ("hint", 2)


async def test_a_try_ends_the_pause(talk):
    await hint(talk, 20)
    assert (await talk.wrong()).move == "hint"
    await talk.wrong()
    assert (await talk.loaded()).state.open is None or await level(talk) == 3


async def test_a_hint_that_followed_a_wrong_try_stands_for_a_moment_too(talk):
    await talk.wrong()
    assert (await level(talk), (await hint(talk, 2)).move) == (1, "redirect")
    assert ((await hint(talk, 20)).move, await level(talk)) == ("hint", 2)


async def test_what_cannot_be_read_is_no_try(talk):
    await hint(talk, 20)
    assert (await hint(talk, 1, "(((((")).move == "clarify"
    assert (await hint(talk, 1)).move == "redirect"


async def test_not_knowing_counts_as_asking_and_three_times_still_bring_another_tack(talk):
    await hint(talk, 20)
    moves = [(await hint(talk, 1, "idk")).move for _ in range(3)]
    assert moves[:2] == ["redirect", "redirect"]
    assert moves[2] in {"worked_example", "ask", "tell"}


async def test_who_is_lost_waits_for_nothing(talk):
    await hint(talk, 20)
    assert (await hint(talk, 1, "i'm lost")).move == "tell"


@pytest.mark.parametrize("text", ["why not", "but why", "wait what", "huh?"])
async def test_who_wonders_at_a_hint_has_read_it_and_gets_the_next(talk, text):
    await talk.wrong()
    reply = await hint(talk, 1, text)
    assert (reply.move, await level(talk)) == ("hint", 2)


@pytest.mark.parametrize("text", ["why not", "but why"])
async def test_who_wonders_at_a_hint_that_came_before_any_try_gets_the_next(talk, text):
    assert (await hint(talk, 20, "idk")).move == "hint"
    reply = await hint(talk, 1, text)
    assert (reply.move, await level(talk)) == ("hint", 2)


async def test_wondering_does_not_bring_the_last_hint_at_once(talk):
    await talk.wrong()
    assert [(await hint(talk, 1, "but why")).move for _ in range(2)] == ["hint", "redirect"]
    assert await level(talk) == 2


async def test_another_item_has_its_first_hint_at_once(talk):
    await hint(talk, 20)
    await talk.say("skip", seconds=1)
    assert (await hint(talk, 1)).move == "hint"


async def test_a_persona_may_do_without_the_pause(talk):
    class AtOnce:
        async def first_name(self, learner):
            return "Ada"

        async def persona(self, learner, course):
            return replace(course.persona(None), hint_pause=0)

    talk.tutor._faces = AtOnce()
    assert [(await hint(talk, 1)).move for _ in range(2)] == ["hint", "hint"]


async def test_a_spanish_learner_is_told_in_spanish():
    talk = Talk(course=COURSE, courses=TONGUES)
    await talk.say("/practise n-suma")
    await hint(talk, 20, "pista")
    reply = await hint(talk, 2, "pista")
    assert reply.move == "redirect"
    assert "15 segundos" in reply.text
    assert not english_in(reply.text)
