"""Items that show what somebody can do alone, quizzes and homework: what is told, and when."""

from tests.support import Talk
from tutor.ids import CourseId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, GoalSet, ItemOpened, Purpose
from tutor.settings import bundled

CURRICULA = bundled("curricula")


async def testing_out() -> Talk:
    talk = Talk(course=CourseId("fractions"), courses=CURRICULA)
    await talk.say("/start")
    await talk.say("i already know simplest form")
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.purpose is Purpose.TEST_OUT
    return talk


async def test_a_test_out_gives_no_help_before_a_try() -> None:
    talk = await testing_out()
    for wish in ("/hint", "explain", "example please", "what is simplest form"):
        reply = await talk.say(wish)
        assert reply.move == "redirect", wish
    assert {button.send for button in reply.buttons} & {"/hint", "/stuck"} == set()
    assert "/idk" in {button.send for button in reply.buttons}


async def test_not_knowing_is_an_answer_there_and_help_follows() -> None:
    talk = await testing_out()
    reply = await talk.say("idk")
    attempts = [e for e in await talk.events() if isinstance(e, Attempted)]
    assert [e.verdict for e in attempts] == [Verdict.INCORRECT]
    assert reply.move == "hint"
    assert (await talk.say("/hint")).move == "hint"


async def test_a_quiz_tells_afterwards_what_was_not_right_and_why() -> None:
    talk = Talk(course=CourseId("cells-and-photosynthesis"), courses=CURRICULA, persona="quiz-host")
    await talk.say("/start")
    item = await talk.item()
    wrong = item.type.samples().wrong[0]
    assert item.type.answer_text() not in (await talk.say(wrong)).text
    reply = await talk.say("stop")
    assert reply.move == "recap"
    assert item.type.answer_text() in reply.text
    assert item.solution in reply.text


async def test_homework_says_that_an_answer_was_wrong_after_the_last_hint_too() -> None:
    talk = Talk(persona="homework")
    item = await talk.open_on("add-t")
    wrong = item.type.samples().wrong
    for _ in range(item.bottom_out):
        await talk.say("/hint")
    reply = await talk.say(wrong[0])
    assert reply.move == "feedback"
    assert item.type.answer_text() not in reply.text
    assert (await talk.loaded()).state.open is not None


async def test_a_wish_may_name_a_day() -> None:
    talk = Talk(course=CourseId("fractions"), courses=CURRICULA)
    await talk.say("/start")
    await talk.say("i have a test on equivalent fractions on friday")
    goals = [event for event in await talk.events() if isinstance(event, GoalSet)]
    assert [goal.skills for goal in goals] == [("equivalent-fractions",)]
    assert goals[0].until is not None
    assert goals[0].until.weekday() == 4
    opened = [event for event in await talk.events() if isinstance(event, ItemOpened)]
    assert opened[-1].skills[0] == "equivalent-fractions"
