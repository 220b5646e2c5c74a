"""What a learner says that is half an answer: a thought, one number of a fraction, words of an option."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.learner_state.events import Attempted, Event
from tutor.settings import bundled


def talk(course: str) -> Talk:
    return Talk(course=CourseId(course), courses=bundled("curricula"))


async def graded(told: Talk) -> list[Event]:
    """The responses that counted."""
    events = (await told.log.read(told.learner, told.course.id)).events
    return [e for e in events if isinstance(e, Attempted) and e.verdict.counts]


async def test_who_answers_the_question_of_a_hint_is_asked_where_it_leads():
    ines = talk("fractions")
    item = await ines.open_on("ep-03")
    hint = await ines.say("hint")
    assert item.hints[0] in hint.text
    reply = await ines.say("its bigger than the others?")
    assert reply.move == "clarify"
    assert "could not" not in reply.text
    assert not await graded(ines)
    again = await ines.say("its just bigger")
    assert "one letter" in again.text  # the second time it says how to answer


async def test_the_two_numbers_of_a_fraction_may_come_one_after_the_other():
    ines = talk("fractions")
    await ines.open_on("ep-01")
    first = await ines.say("3")
    assert "top number" in first.text
    assert (await ines.say("out of 5")).move == "feedback"
    assert [e.read_as for e in await graded(ines) if isinstance(e, Attempted)] == ["3", "⅗"]


async def test_out_of_without_a_number_before_it_is_no_fraction():
    ines = talk("fractions")
    await ines.open_on("ep-01")
    await ines.say("out of 5")
    assert all(e.read_as != "⅗" for e in await graded(ines) if isinstance(e, Attempted))


async def test_words_that_only_one_option_has_are_asked_back():
    leo = talk("first-steps-in-python")
    item = await leo.open_on("print-11")
    nothing = next(o for o in item.type.shown().options if o.text.startswith("Nothing"))
    reply = await leo.say("nothing happens?")
    assert f"Do you mean {nothing.label})" in reply.text
    assert (await leo.say(nothing.label)).move == "feedback"


@pytest.mark.parametrize(
    "text", ["idk what a cell is", "i forgot what cells are", "cell idk what that is"]
)
async def test_not_knowing_what_the_answer_is_is_not_the_answer(text):
    omar = talk("cells-and-photosynthesis")
    await omar.open_on("cul-02")
    await omar.say(text)
    assert not await graded(omar)


@pytest.mark.parametrize("text", ["cell idk", "cell? idk tho", "i think its a cell"])
async def test_a_doubt_takes_nothing_from_a_right_answer(text):
    omar = talk("cells-and-photosynthesis")
    await omar.open_on("cul-02")
    assert (await omar.say(text)).move == "feedback"


async def test_ok_after_an_explanation_brings_the_next_question_without_thanks_for_one():
    ines = talk("fractions")
    await ines.open_on("ep-01")
    await ines.say("3/5")  # asked why now and then
    await ines.say("what is a numerator")
    reply = await ines.say("ok")
    assert reply.card is not None
    assert "mine" not in reply.text


async def test_whether_it_comes_in_the_test_is_no_wish_to_practise_a_test():
    ines = talk("fractions")
    open_item = await ines.open_on("ep-01")
    assert (await ines.say("is this gonna be on the test")).move == "redirect"
    assert (await ines.item()).id == open_item.id


async def test_baby_stuff_that_is_known_already_is_tested():
    ines = talk("fractions")
    await ines.open_on("ep-01")
    assert (await ines.say("i already know this its baby stuff")).move == "ask"
    opened = (await ines.loaded()).state.open
    assert opened is not None
    assert opened.purpose == "test_out"
