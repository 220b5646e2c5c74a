"""Classes of mistakes that pupils met: the question behind its frame, a claim, a meaning, a comparison in chatter."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.learner_state.events import Attempted
from tutor.safety.screen import screen
from tutor.settings import bundled

FRACTIONS, CELLS, PYTHON = "fractions", "cells-and-photosynthesis", "first-steps-in-python"


def begun(course: str) -> Talk:
    return Talk(course=CourseId(course), courses=bundled("curricula"))


async def tries(talk: Talk) -> int:
    return sum(isinstance(event, Attempted) for event in await talk.events())


@pytest.mark.parametrize(
    ("course", "text", "told"),
    [
        (CELLS, "Thank you kindly! What do mitochondria do, if I may ask?", "release energy"),
        (FRACTIONS, "hi im 9. i have a test on friday. what is a reciprocal?", "upside down"),
        (PYTHON, "i already know javascript. what does print do?", "on the screen"),
        (PYTHON, "omg hi im making a game and i wanna know what a variable is", "a value"),
        (CELLS, "i didnt say wrong. is chloroplast the same as chlorophyll?", "chlorophyll"),
        (PYTHON, "sorry, i not understand. explain me what is a string", "quotes"),
        (CELLS, "we did this in class but i was off sick lol. what are stomata for?", "pore"),
        (CELLS, "ok got it. what is the cell wall for?", "shape"),
        (CELLS, "ok and do red blood cells have a nucleus", "nucleus"),
        (PYTHON, "my code says SyntaxError and i want to throw my laptop", "grammar"),
    ],
)
async def test_what_leads_up_to_a_question_is_not_read_for_it(
    course: str, text: str, told: str
) -> None:
    talk = begun(course)
    await talk.say("/start")
    reply = await talk.say(text)
    assert reply.move == "explain"
    assert told in reply.text.casefold()
    assert not reply.text.startswith(("Hold that", "Compare that", "That is worth"))
    assert await tries(talk) == 0


@pytest.mark.parametrize(
    "text",
    [
        "yo so me and my mate were arguing is 7/9 bigger than 4/11 cos i say yes",
        "that's not what i asked. which is bigger 7/9 or 4/11",
        "7/9 or 4/11 which one is bigger",
        "ok now tell me bout 7/9 vs 4/11",
        "can you tell me if 7/9 is bigger than 4/11",
    ],
)
async def test_two_numbers_in_chatter_are_compared(text: str) -> None:
    talk = begun(FRACTIONS)
    await talk.say("/start")
    await talk.open_on("ep-01")
    reply = await talk.say(text)
    assert "7/9 is more than 4/11" in reply.text
    assert await tries(talk) == 0


@pytest.mark.parametrize(
    "text",
    [
        "my dad says the bottom number is how many you eat",
        "so the bottom number isnt how many you eat",
    ],
)
async def test_a_claim_of_a_term_is_held_against_what_the_term_means(text: str) -> None:
    talk = begun(FRACTIONS)
    await talk.say("/start")
    await talk.open_on("ep-01")
    await talk.say("what is a fraction")
    reply = await talk.say(text)
    assert reply.move == "explain"
    assert "how many equal parts make" in reply.text
    assert await tries(talk) == 0


@pytest.mark.parametrize(
    "text", ["no like what does osmosis mean", "idk what osmosis even is mate", "what is osmosis"]
)
async def test_the_meaning_of_a_word_is_told_by_its_definition(text: str) -> None:
    talk = begun(CELLS)
    await talk.say("/start")
    reply = await talk.say(text)
    assert reply.move == "explain"
    assert "partially permeable membrane" in reply.text
    assert not any("Does osmosis need" in cited.heading for cited in reply.citations)


async def test_a_difference_is_told_where_a_heading_asks_for_it_in_other_words() -> None:
    talk = begun(PYTHON)
    await talk.say("/start")
    await talk.say("what does print do")
    reply = await talk.say("so is print the same as return?")
    assert "hands the value" in reply.text


async def test_a_wish_for_another_topic_ends_nothing() -> None:
    talk = begun(FRACTIONS)
    await talk.say("/start")
    reply = await talk.say(
        "No, I don't want to stop. Adding fractions with different denominators, please."
    )
    assert reply.move in ("topic_card", "ask", "worked_example")
    assert not (await talk.loaded()).session.closed


@pytest.mark.parametrize(
    "text", ["mum made me do this", "i dont want to be here", "😭", "fractions 😭"]
)
async def test_no_sulk_is_graded(text: str) -> None:
    talk = begun(FRACTIONS)
    await talk.say("/start")
    await talk.open_on("ep-01")
    assert (await talk.say(text)).move == "redirect"
    assert await tries(talk) == 0


async def test_reasoning_about_another_sum_is_no_answer() -> None:
    talk = begun(FRACTIONS)
    await talk.say("/start")
    await talk.open_on("ep-01")
    await talk.say("6 ÷ 1/2 is 12 because two halves fit in each whole. what about 3/4 ÷ 2/3?")
    assert await tries(talk) == 0


async def test_why_is_no_question_of_how() -> None:
    talk = begun(FRACTIONS)
    await talk.say("/start")
    assert "as much" in (await talk.say("so why does flipping work for 3/4 ÷ 2/3?")).text


async def test_what_only_sounds_like_an_order_is_answered_as_the_question_it_is() -> None:
    text = "oh ok so like a recipe? is print the thing that puts it on paper"
    talk = Talk(course=CourseId(PYTHON), courses=bundled("curricula"), screened=screen)
    await talk.say("/start")
    assert (await talk.say(text)).move == "explain"


async def test_a_guess_at_the_open_item_gets_its_next_hint() -> None:
    talk = begun(CELLS)
    await talk.say("/start")
    await talk.open_on("osm-11")
    reply = await talk.say("so in the question water goes to the sugary side?")
    assert reply.move == "hint"
    assert await tries(talk) == 0


async def test_a_reason_after_an_explanation_is_no_option() -> None:
    talk = begun(CELLS)
    await talk.say("/start")
    await talk.open_on("osm-11")
    assert (await talk.say("Oh I see, because the pieces get smaller.")).move == "redirect"
    assert await tries(talk) == 0
