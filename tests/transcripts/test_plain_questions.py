"""Questions in a child's words get the sentence that answers them, or are told that the readings have none."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.settings import bundled

PYTHON, CELLS = CourseId("first-steps-in-python"), CourseId("cells-and-photosynthesis")


async def _said(course: CourseId, text: str) -> tuple[str, str]:
    reply = await Talk(course=course, courses=bundled("curricula")).say(text)
    return reply.move, reply.text


@pytest.mark.parametrize(
    ("course", "text", "told"),
    [
        (PYTHON, "bro whats a comment anyway", "note"),
        (PYTHON, "oh but how can i make my own function tho", "`def`"),
        (PYTHON, "i thought variables are for maths", "name"),
        (CELLS, "sir what is the job of ribosomes", "protein"),
        (CELLS, "is a nucleus the same as an elephant", "elephant"),
    ],
)
async def test_the_answer_is_found_behind_the_words_around_it(
    course: CourseId, text: str, told: str
) -> None:
    move, reply = await _said(course, text)
    assert move == "explain"
    assert told in reply


async def test_two_things_that_no_reading_explains_are_not_guessed_at() -> None:
    _, reply = await _said(CELLS, "what is the difference between a proton and a gene")
    assert "do not say" in reply


@pytest.mark.parametrize("text", ["let's talk about dinosaurs", "did you watch the game yesterday"])
async def test_what_the_course_has_nothing_of_brings_no_choices(text: str) -> None:
    move, _ = await _said(CELLS, text)
    assert move in {"redirect", "open"}


@pytest.mark.parametrize(
    "text", ["i believe that plants take food from the ground", "i think the plants eat earth"]
)
async def test_a_belief_about_the_matter_is_answered(text: str) -> None:
    move, _ = await _said(CELLS, text)
    assert move in {"explain", "offer", "topic_card"}


async def test_the_question_itself_sent_back_is_no_question_to_look_up() -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    opened = await talk.open_on("print-02")
    reply = await talk.say(opened.prompt)
    assert reply.move == "redirect"
    assert reply.card is not None


async def test_a_thing_likened_to_another_costs_no_try_and_is_answered() -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    await talk.open_on("print-02")
    reply = await talk.say("so a comment is like a sticky note")
    assert reply.move == "explain"
    assert "note" in reply.text


async def test_a_question_in_spanish_is_answered_where_a_reason_is_owed() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.open_on("ep-02")
    await talk.wrong()
    await talk.right()
    reply = await talk.say("que es un denominador")
    assert reply.move == "explain"


@pytest.mark.parametrize("text", ["i cant explain it", "dont know how to explain though"])
async def test_who_says_that_no_reason_comes_is_asked_for_its_beginning_alone(text: str) -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    item = await talk.open_on("ep-02")
    await talk.wrong()
    reply = await talk.say(f"{item.type.answer_text()} but {text}")
    assert reply.move == "feedback"
    assert "first" in reply.text.split("\n\n")[-1]


@pytest.mark.parametrize("before", ["ohh i see,", "my mistake.", "right, gaps!"])
async def test_what_is_said_before_the_printed_text_takes_nothing_from_it(before: str) -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    item = await talk.open_on("print-02")
    reply = await talk.say(f"{before} {item.type.answer_text()}")
    assert reply.move == "feedback"
    assert reply.text.startswith(("Right", "Correct", "Yes", "That is it", "Exactly"))


async def test_a_question_about_something_else_is_not_answered_with_a_hint() -> None:
    talk = Talk(course=CELLS, courses=bundled("curricula"))
    await talk.open_on("cul-02")
    reply = await talk.say("can you please explain to me how volcanoes get so hot")
    assert reply.move != "hint"
    assert reply.move != "tell"


async def test_who_wonders_why_a_try_was_not_right_gets_the_next_hint() -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    await talk.open_on("print-02")
    await talk.wrong()
    assert (await talk.say("how come its not 9, i counted")).move == "hint"
