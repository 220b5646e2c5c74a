"""Conversations as children hold them: a remark, a follow-up, a friend's opinion, an answer put right."""

import pytest

from tests.support import Talk
from tutor.dialogue.said.en_items import ITEMS
from tutor.ids import CourseId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted
from tutor.settings import bundled

CURRICULA = bundled("curricula")


def fractions() -> Talk:
    return Talk(course=CourseId("fractions"), courses=CURRICULA)


def cells() -> Talk:
    return Talk(course=CourseId("cells-and-photosynthesis"), courses=CURRICULA)


def python() -> Talk:
    return Talk(course=CourseId("first-steps-in-python"), courses=CURRICULA)


async def attempts(talk: Talk) -> list[Attempted]:
    return [event for event in await talk.events() if isinstance(event, Attempted)]


async def test_why_after_a_wrong_answer_brings_the_next_hint() -> None:
    talk = fractions()
    await talk.say("/start")
    await talk.say("1/2")
    assert (await talk.say("wait why")).move == "hint"
    assert len(await attempts(talk)) == 1


async def test_what_print_does_is_told_beside_a_task_that_asks_what_a_program_prints() -> None:
    talk = python()
    await talk.say("/start")
    await talk.open_on("print-02")
    reply = await talk.say("what does print do")
    assert reply.move == "explain"
    assert "shows something on the screen" in reply.text


async def test_a_remark_in_ones_own_words_is_taken_for_the_explanation_that_was_asked_for() -> None:
    talk = fractions()
    await talk.say("/start")
    await talk.say("1/2")
    assert (await talk.say("i'm lost")).move == "tell"
    assert (await talk.say("oh so its how many pieces")).move == "acknowledge"


@pytest.mark.parametrize(
    ("text", "thanked"), [("5/8ths", False), ("so you count all the pieces there are", True)]
)
async def test_only_words_are_thanked_for_as_words(text: str, thanked: bool) -> None:
    talk = fractions()
    await talk.say("/start")
    await talk.say("1/2")
    await talk.say("i'm lost")
    reply = await talk.say(text)
    assert reply.move == "acknowledge"
    heads = ITEMS["ack"] if thanked else ITEMS["ack.short"]
    assert reply.text.startswith(tuple(heads))


async def test_two_numbers_are_compared_and_the_question_stays_open() -> None:
    talk = fractions()
    await talk.say("/start")
    item = await talk.item()
    reply = await talk.say("is 3/6 the same as 1/2")
    assert "same amount" in reply.text or "3/6 = 1/2" in reply.text
    assert (await talk.item()).id == item.id
    assert not await attempts(talk)


async def test_what_a_friend_said_is_met_with_what_holds() -> None:
    talk = fractions()
    await talk.say("/start")
    reply = await talk.say("i thought a bigger bottom number means a bigger fraction")
    wrong = talk.course.misconceptions
    assert any(one.correction in reply.text for one in wrong.values())
    assert not await attempts(talk)


async def test_a_heading_shows_the_word_that_an_explanation_then_may_use() -> None:
    talk = cells()
    await talk.say("/start")
    card = (await talk.say("hello")).card
    assert card is not None
    assert "Cells" in card.skill
    reply = await talk.say("why do plants need chloroplasts")
    assert "chloroplast" in reply.text
    asked = await talk.say("what even is a cell")
    assert "smallest" not in asked.text


async def test_a_follow_up_goes_on_from_what_was_just_explained() -> None:
    talk = python()
    await talk.say("/start")
    await talk.say("what does range do")
    reply = await talk.say("does it start at 0 or 1")
    assert "range" in reply.text  # told, or offered among what is meant


async def test_the_same_card_is_not_shown_twice_in_a_row() -> None:
    talk = python()
    await talk.say("/start")
    first = await talk.say("so does print need quotes or what")
    second = await talk.say("why is it like that with print")
    assert first.text != second.text


async def test_an_example_is_not_shown_twice_in_a_row() -> None:
    talk = fractions()
    await talk.say("/start")
    await talk.say("quiz me on adding mixed numbers")
    first = await talk.say("too hard")
    second = await talk.say("easier please")
    assert (first.move, second.move).count("worked_example") <= 1


async def test_a_slip_put_right_is_right() -> None:
    talk = cells()
    await talk.say("/start")
    await talk.say("membrane")
    await talk.say("i meant cell")
    assert (await attempts(talk))[-1].verdict is Verdict.CORRECT


async def test_a_question_asked_of_ones_last_answer_is_told_that_it_was_wrong() -> None:
    talk = cells()
    await talk.say("/start")
    await talk.say("the nucleus?")
    reply = await talk.say("am i right")
    assert "the nucleus" in reply.text
    assert len(await attempts(talk)) == 1


async def test_what_could_only_be_kept_back_gives_way_to_a_hint() -> None:
    talk = cells()
    await talk.say("/start")
    item = await talk.item()
    reply = await talk.say("whats the smallest living unit")
    assert reply.move == "hint"
    assert item.hints[0] in reply.text
    assert not await attempts(talk)


async def test_a_word_that_the_readings_do_not_have_is_said() -> None:
    talk = cells()
    await talk.say("/start")
    assert "“invented”" in (await talk.say("who invented diffusion")).text


async def test_why_it_was_not_something_else_is_shown_on_the_item_just_solved() -> None:
    talk = fractions()
    await talk.say("/start")
    item = await talk.item()
    await talk.say(item.type.answer_text())
    reply = await talk.say("why isnt it 3/7")
    assert item.solution in reply.text
    assert len(await attempts(talk)) == 1


async def test_paper_and_fingers_are_welcome() -> None:
    talk = fractions()
    await talk.say("/start")
    reply = await talk.say("can i use my fingers")
    assert reply.move == "redirect"
    assert reply.card is not None
    assert not await attempts(talk)


async def test_a_yes_takes_the_only_thing_that_was_offered() -> None:
    talk = cells()
    await talk.say("/start")
    await talk.say("hello")
    offer = await talk.say("where do membranes come from")
    assert [button.send for button in offer.buttons] == ["/topic cell-membrane-and-diffusion"]
    taken = await talk.say("ok")
    assert taken.move == "topic_card"
    assert "Diffusion" in taken.text
    assert (await talk.say("ok")).move != "topic_card"  # nothing is offered any more


@pytest.mark.parametrize(
    "asked",
    [
        "idk whats an organelle",
        "i forgot what an organelle is",
        "dont know what an organelle is lol",
        "not sure what an organelle is tbh",
    ],
)
async def test_who_does_not_know_what_a_word_means_is_told(asked: str) -> None:
    talk = cells()
    await talk.say("/start")
    await talk.say("hello")
    assert "own job" in (await talk.say(asked)).text


async def test_a_word_of_its_own_is_not_taken_for_a_slip() -> None:
    talk = cells()
    await talk.say("/start")
    await talk.say("hello")
    assert "root" not in (await talk.say("idk what a robot is")).text
