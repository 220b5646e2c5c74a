"""A worked example is one of its own skill, whatever was asked in between."""

from tests.support import Talk
from tutor.ids import CourseId
from tutor.settings import bundled

CELLS = CourseId("cells-and-photosynthesis")


async def test_a_question_about_another_skill_makes_no_example_of_that_one():
    talk = Talk(course=CELLS, courses=bundled("curricula"))
    shown = await talk.say("/practise photosynthesis-equation")
    assert shown.move == "worked_example"
    await talk.say("what does where photosynthesis happens mean?")
    session = (await talk.loaded()).session
    assert session.focus == "where-photosynthesis-happens"
    assert session.example == "photosynthesis-equation"
