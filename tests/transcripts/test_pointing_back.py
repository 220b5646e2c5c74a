"""A question that goes on from what was told is answered of that thing; of nothing at hand, it is asked back."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.settings import bundled


@pytest.mark.parametrize(
    ("course", "before", "text", "told"),
    [
        ("cells-and-photosynthesis", "are viruses alive", "can u see one", "light microscope"),
        ("cells-and-photosynthesis", "what is a vacuole", "do animals have them", "nimal cells"),
        ("first-steps-in-python", "what is a list", "can i change one", "element"),
    ],
)
async def test_a_pronoun_stands_for_what_was_explained(course, before, text, told):
    talk = Talk(course=CourseId(course), courses=bundled("curricula"))
    await talk.say("hi")
    first = await talk.say(before)
    reply = await talk.say(text)
    assert reply.move == "explain"
    assert told in reply.text
    assert reply.citations[0].heading != first.citations[0].heading


async def test_where_nothing_was_explained_it_is_asked_what_is_meant():
    talk = Talk(course=CourseId("cells-and-photosynthesis"), courses=bundled("curricula"))
    await talk.open_on("anc-06")
    reply = await talk.say("is it in every cell")
    assert reply.move == "redirect"
    assert "it" in reply.text
    assert (await talk.item()).id == "anc-06"


async def test_the_only_heading_that_names_what_is_asked_about_answers():
    talk = Talk(course=CourseId("first-steps-in-python"), courses=bundled("curricula"))
    await talk.open_on("whl-01")
    reply = await talk.say("what happens if i forget the colon")
    assert reply.move == "explain"
    assert "SyntaxError" in reply.text


async def test_a_second_why_is_told_that_the_readings_go_no_further():
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.say("hi")
    first = await talk.say("why cant the bottom be 0")
    again = await talk.say("but why")
    assert again.text.split("\n\n")[0] != first.text.split("\n\n")[0]


async def test_a_question_beside_an_owed_explanation_is_answered_as_one():
    talk = Talk(course=CourseId("cells-and-photosynthesis"), courses=bundled("curricula"))
    await talk.open_on("anc-02")
    await talk.say("hint")
    told = await talk.say("nucleus")
    assert told.text.endswith("?")  # the reason is asked for
    assert (await talk.say("is it in every cell")).move != "acknowledge"


async def test_a_thing_may_be_asked_of_what_was_told_beside_any_item():
    talk = Talk(course=CourseId("cells-and-photosynthesis"), courses=bundled("curricula"))
    await talk.open_on("anc-01")
    await talk.say("what is an organ")
    reply = await talk.say("is skin one")
    assert reply.move == "explain"
    assert "kin" in reply.text
