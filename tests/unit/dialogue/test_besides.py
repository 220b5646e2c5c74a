"""A response with a question attached is graded, and the question is answered in the same reply."""

import asyncio
from datetime import timedelta

from tutor.dialogue.intents.phrases import asks_why
from tutor.dialogue.intents.within import before, question_beside
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.turns.made import open_item
from tutor.evals.questions import WHEN, Asking
from tutor.ids import CourseId, LearnerId, MessageId

COURSE = CourseId("fractions")


def _after(*said: str) -> Outbound:
    """The reply to the last message; {answer} is the open item's."""

    async def talk() -> Outbound:
        asking = await Asking.over((), None)
        who, outbound = LearnerId("learner"), None
        for place, text in enumerate(said):
            state = (await asking.tutor.load(who, COURSE)).state
            item = open_item(asking.book.get(COURSE), state.open)
            answer = item.type.answer_text() if item else ""
            inbound = Inbound(
                learner=who, course=COURSE, message=MessageId(f"m{place}"), channel="test",
                text=text.replace("{answer}", answer), at=WHEN + timedelta(minutes=place),
            )  # fmt: skip
            outbound = await asking.tutor.turn(inbound)
        assert outbound is not None
        return outbound

    return asyncio.run(talk())


def test_the_question_behind_a_right_answer_is_answered_with_its_source():
    reply = _after("hi", "{answer}, can a fraction be negative?")
    assert reply.move == "feedback"
    assert "Fractions can be negative" in reply.text
    assert any("negative" in cited.heading for cited in reply.citations)


def test_a_bare_why_behind_a_right_answer_is_told_and_not_asked_back():
    reply = _after("hi", "{answer} and why")
    assert reply.move == "feedback"
    assert "why" not in reply.text.casefold()


def test_a_question_that_the_course_does_not_answer_adds_nothing_that_it_does_not_say():
    reply = _after("hi", "{answer}, how do i make a website?")
    assert reply.move == "feedback"
    assert not reply.citations


def test_the_question_is_told_from_the_answer():
    assert question_beside("7, does range start at 0?") == "does range start at 0?"
    assert question_beside("3/4 and why") == ""
    assert question_beside("it is the nucleus") == ""
    assert asks_why("3/4 and why")
    assert not asks_why("why is it 3/4")
    assert before("5 + 2 but does print work", "does print work") == "5 + 2"
