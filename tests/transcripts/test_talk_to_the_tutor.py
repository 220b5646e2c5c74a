"""What learners say to the tutor itself, of nerves and of work from elsewhere: understood, answered kindly, never graded."""

import pytest

from tests.support import Talk
from tutor.dialogue.intents.asides import aside
from tutor.dialogue.intents.said import said
from tutor.ids import CourseId
from tutor.learner_state.events import Attempted
from tutor.settings import bundled

PYTHON, CELLS = CourseId("first-steps-in-python"), CourseId("cells-and-photosynthesis")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i feel sick im so anxious about the final exam", "exam_nerves"),
        ("the bio test scares me a lot", "exam_nerves"),
        ("im kinda terrified of doing it wrong", "nervous"),
        ("my teacher always gets mad when we ask", "nervous"),
        ("i dont want to make any mistakes", "nervous"),
        ("that was pointless", "cross"),
        ("not you again", "cross"),
        ("thats not what i meant", "unheard"),
        ("you havent even replied to my question", "unheard"),
        ("are we friends", "liked"),
        ("did you miss me", "liked"),
        ("did you just say im slow", "esteem"),
        ("can you make mistakes", "able"),
        ("you only ask me questions", "asking"),
        ("bro are you an actual tutor", "made"),
        ("is this someone or a computer", "made"),
        ("how come it is not 7/9", "solved"),
        ("why must you always quiz me", "asking"),
        ("how many stars have i got so far", "counts"),
        ("do we have to answer all the questions", "left"),
        ("please let my mum know i did this", "seen"),
        ("ive been away for 3 weeks", "returned"),
        ("long time no see", "returned"),
        ("can you write an essay about cells for my class", "not_mine"),
        ("do my homework for me", "not_mine"),
        ("task 2 describe the structure of a leaf in detail", "not_mine"),
        ("i need help with my maths homework please its number 5", "homework"),
    ],
)
def test_what_is_said_to_the_tutor_is_told_apart(text: str, kind: str) -> None:
    found = aside(said(text))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "is it wrong to write 4/8",
        "i need help with this one",
        "how many stars are left if 3 of 8 fall",
        "can you write 3/4 as a decimal",
        "do you know what a loop is",
        "task",
        "i am afraid that it is 5",
    ],
)
def test_what_is_about_the_task_is_no_talk(text: str) -> None:
    assert aside(said(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "last summer we went to the sea and i found a starfish",
        "my uncle has a farm with loads of sheep on it",
        "yesterday my sister broke the kitchen lamp lol",
    ],
)
@pytest.mark.parametrize("item", ["cul-05", "cul-02"])
async def test_a_story_is_heard_and_costs_nothing(text: str, item: str) -> None:
    talk = Talk(course=CELLS, courses=bundled("curricula"))
    opened = await talk.open_on(item)
    before = [event for event in await talk.events() if isinstance(event, Attempted)]
    reply = await talk.say(text)
    assert reply.move == "redirect"
    assert reply.card is not None
    assert reply.card.item == opened.id
    assert [event for event in await talk.events() if isinstance(event, Attempted)] == before


async def test_an_answer_told_as_a_story_is_judged() -> None:
    talk = Talk(course=CELLS, courses=bundled("curricula"))
    await talk.open_on("cul-05")
    reply = await talk.say(
        "once we had spores from other moulds in the air, they landed on the bread and divided into new mould cells"
    )
    assert reply.move in {"feedback", "clarify"}


async def test_a_question_behind_a_greeting_is_answered() -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    await talk.say("/start")
    reply = await talk.say("Good morning sir, my name is Li and I am new. What is a comment?")
    assert "note" in reply.text
    assert reply.move == "explain"


async def test_who_tried_and_wants_to_be_told_is_not_told_that_no_try_was_made() -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    await talk.open_on("print-02")
    await talk.wrong()
    reply = await talk.say("come on give me the answer")
    assert "try of your own" not in reply.text


async def test_who_asks_whether_it_was_right_after_praise_is_told_so() -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    await talk.open_on("print-02")
    await talk.wrong()
    assert (await talk.right()).move == "feedback"
    reply = await talk.say("is it correct? idk i was guessing")
    assert "right" in reply.text
    assert reply.card is None


async def test_a_question_where_a_reason_is_owed_is_no_reason() -> None:
    talk = Talk(course=PYTHON, courses=bundled("curricula"))
    await talk.open_on("print-02")
    await talk.wrong()
    await talk.right()
    reply = await talk.say("are comments printed as well?")
    assert reply.move != "acknowledge"


async def test_nobody_is_praised_for_words_that_say_nothing_of_the_matter() -> None:
    talk = Talk(course=CELLS, courses=bundled("curricula"))
    await talk.open_on("cul-02")
    await talk.wrong()
    await talk.right()
    reply = await talk.say("whatever man football starts in five minutes")
    assert "helps" not in reply.text
    assert not reply.text.startswith("Thank")


async def test_after_a_name_its_sense_is_asked_for_and_not_a_step() -> None:
    talk = Talk(course=CELLS, courses=bundled("curricula"))
    await talk.open_on("cul-02")
    await talk.wrong()
    reply = await talk.right()
    asked = reply.text.split("\n\n")[-1]
    assert "step" not in asked
    assert "why" not in asked
