"""An idea that a learner holds against the task or an answer is looked at and never graded, whatever words stand in it."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.learner_state.events import Attempted
from tutor.settings import bundled

CELLS, PYTHON, FRACTIONS = map(
    CourseId, ("cells-and-photosynthesis", "first-steps-in-python", "fractions")
)


async def _said(course, item, *texts):
    """The replies to messages beside an open item, and how many of them were graded."""
    talk = Talk(course=course, courses=bundled("curricula"))
    await talk.open_on(item)
    replies = [await talk.say(text) for text in texts]
    return replies, len([e for e in await talk.events() if isinstance(e, Attempted)])


@pytest.mark.parametrize(
    ("course", "item", "text"),
    [
        (CELLS, "anc-02", "i thought the nucleus makes energy"),  # the answer's own word
        (CELLS, "anc-02", "nah the nucleus doesnt control anything it just sits there"),
        (CELLS, "anc-05", "but my teacher said mitochondria make energy"),  # an option's word
        (CELLS, "cul-02", "but elephants have bigger cells dont they"),
        (CELLS, "anc-02", "i learned that ribosomes hold the dna"),
        (PYTHON, "print-02", "but python works it out when i try it"),
        (FRACTIONS, "alf-01", "but my way works with 1/2 + 1/2"),
    ],
)
async def test_an_idea_held_against_the_task_is_no_response(course, item, text):
    (reply,), tries = await _said(course, item, text)
    assert tries == 0
    assert reply.move in ("explain", "hint", "topic_card")


@pytest.mark.parametrize(
    ("course", "item", "text"),
    [
        (CELLS, "anc-02", "my mum says the nucleus"),
        (CELLS, "anc-02", "but its the nucleus"),
        (FRACTIONS, "alf-01", "my friend says its 3/5"),
    ],
)
async def test_an_answer_that_somebody_else_gave_is_a_response(course, item, text):
    replies, tries = await _said(course, item, text)
    assert tries == 1
    assert replies[0].move == "feedback"


async def test_who_disputes_the_verdict_holds_no_idea_and_is_heard():
    replies, tries = await _said(CELLS, "anc-02", "the membrane", "but i was right")
    assert tries == 1
    assert replies[-1].move == "redirect"
    assert "teacher" in replies[-1].text


async def test_a_wrong_idea_that_the_open_item_foresees_is_tested_before_it_is_cured():
    (reply,), tries = await _said(CELLS, "rsp-06", "but my teacher said lungs respire")
    assert tries == 0
    assert "have no lungs" in reply.text  # the probe
    assert "chemical process" not in reply.text  # the cure, which is the answer


async def test_what_the_course_does_not_speak_of_is_held_against_the_next_hint():
    (reply,), tries = await _said(
        PYTHON, "print-02", "but my cousin said robots can dream in colour"
    )
    assert (reply.move, tries) == ("hint", 0)


async def test_two_numbers_in_a_held_idea_are_compared():
    (reply,), tries = await _said(FRACTIONS, "ep-09", "i thought 3/8 is more than 1/2")
    assert tries == 0
    assert "1/2 is more than 3/8" in reply.text
