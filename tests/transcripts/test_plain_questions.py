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
