"""A question that the course does not answer: what a model knows, marked as not from the course, or nothing."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from tests.english import TONGUES, english_in
from tests.llm.openai_server import OpenAIServer, openai_server
from tests.support import COURSES, START, TINY, Talk
from tutor.curriculum.persona import Contract
from tutor.dialogue.check import Checker
from tutor.dialogue.wording.voice import ModelVoice
from tutor.ids import CourseId
from tutor.items.reveal import reveals
from tutor.llm.chain import Chain
from tutor.llm.limits import Limits
from tutor.llm.openai import OpenAIModel
from tutor.prompting import PromptBook
from tutor.settings import bundled

QUICK = Limits(connect=5.0, first=8.0, idle=1.5, total=15.0, patience=10.0)
QUESTION = "why do volcanoes erupt?"
KNOWN = "Hot molten rock rises under the ground. Gas in it pushes it out at the top."
MARK = "not from your course"


class Allowing:
    """Everybody meets the course's first persona, with what a teacher allows."""

    def __init__(self, *, beyond: bool, contract: Contract) -> None:
        self.beyond, self.contract = beyond, contract

    async def first_name(self, learner: Any) -> str:
        return "Ada"

    async def persona(self, learner: Any, course: Any) -> Any:
        return replace(course.persona(None), beyond_course=self.beyond, contract=self.contract)


@asynccontextmanager
async def talking(
    reply: str, *, beyond: bool = True, contract: Contract = Contract.PRACTICE, manner: str = "",
    spanish: bool = False,
) -> AsyncIterator[tuple[Talk, OpenAIServer]]:  # fmt: skip
    """A talk whose model is a server on loopback; a test's first messages are worded plainly."""
    async with openai_server(reply=reply, manner=manner) as server:
        model = OpenAIModel(model="tiny-1", key="k", base_url=server.url, limits=QUICK)
        await model.warm()
        chain = Chain([model], lambda: START, limits=QUICK)
        voice = ModelVoice(chain, PromptBook(bundled("prompts")), Checker, record=lambda _: None)
        talk = Talk(
            course=CourseId("taller") if spanish else TINY, courses=TONGUES if spanish else COURSES
        )
        talk.tutor._faces = Allowing(beyond=beyond, contract=contract)
        await talk.say("/start")
        if not spanish:
            await talk.open_on("add-t")
        talk.tutor._voice = voice
        yield talk, server
        await model.close()


def asked(server: OpenAIServer) -> Sequence[str]:
    """The prompts that reached the server, each as one text."""
    return ["\n".join(m["content"] for m in body["messages"]) for body in server.bodies]


async def test_it_is_answered_with_a_mark_and_without_a_citation_and_the_item_stays_open():
    async with talking(KNOWN) as (talk, server):
        item = await talk.item()
        reply = await talk.say(QUESTION)
        assert reply.move == "explain"
        assert MARK in reply.text.split("\n\n")[0].lower()
        assert KNOWN in reply.text
        assert reply.citations == ()
        assert reply.worded_by.startswith("openai:")
        assert reply.card is not None
        assert await talk.item() == item
    (prompt,) = asked(server)
    assert "about which the course’s readings say nothing" in prompt
    assert item.type.answer_text() not in prompt.replace(item.prompt, "")


@pytest.mark.parametrize(
    ("beyond", "contract"),
    [(False, Contract.PRACTICE), (True, Contract.HOMEWORK), (True, Contract.QUIZ)],
)
async def test_without_leave_nothing_is_asked_of_the_model(beyond: bool, contract: Contract):
    async with talking(KNOWN, beyond=beyond, contract=contract) as (talk, server):
        reply = await talk.say(QUESTION)
    assert reply.worded_by == "plain"
    assert MARK not in reply.text.lower()
    assert not server.bodies


async def test_a_model_that_is_not_sure_leaves_the_honest_words():
    async with talking("Nothing.") as (talk, _):
        reply = await talk.say(QUESTION)
    assert reply.worded_by == "plain"
    assert "readings" in reply.text
    assert "Nothing." not in reply.text


@pytest.mark.parametrize(
    "bad",
    [
        "The answer is {answer}, by the way.",
        "Volcanoes are hot. And the open one comes to {answer}.",
        "Rock melts deep down [1].",
        "Rock melts. See https://example.com/volcano for more.",
        "You are a genius to ask. Rock melts deep down.",
        "Rock melts deep down, since 2 + 2 = 5.",
    ],
)
async def test_a_draft_with_anything_wrong_in_it_is_dropped_as_a_whole(bad: str):
    async with talking("") as (talk, server):
        item = await talk.item()
        server.reply = bad.format(answer=item.type.answer_text())
        emitted: list[str] = []

        async def emit(text: str) -> None:
            emitted.append(text)

        talk.count += 1
        reply = await talk.tutor.turn(talk.inbound(QUESTION), emit)
    assert reply.worded_by == "plain"
    assert MARK not in reply.text.lower()
    assert "".join(emitted).strip() == reply.text
    assert not reveals(reply.text, item)


@pytest.mark.parametrize("manner", ["500", "hang_mid", "cut", "garbage", "empty"])
async def test_a_failing_provider_leaves_the_honest_words(manner: str):
    async with talking(KNOWN, manner=manner) as (talk, _):
        reply = await talk.say(QUESTION)
    assert "readings" in reply.text or KNOWN in reply.text
    assert (MARK in reply.text.lower()) == (KNOWN in reply.text)


async def test_what_the_course_does_say_is_still_said_from_the_course():
    async with talking("A sum is what comes out when you add. [1]") as (talk, server):
        reply = await talk.say("what is a sum?")
    assert MARK not in reply.text.lower()
    assert reply.citations
    assert all("say nothing" not in prompt for prompt in asked(server))


async def test_a_spanish_learner_reads_the_mark_in_spanish():
    said = "La roca caliente sube por dentro de la tierra. El gas la empuja hacia fuera."
    async with talking(said, spanish=True) as (talk, _):
        reply = await talk.say("¿por qué entran en erupción los volcanes?")
    assert "no es de tu curso" in reply.text.lower()
    assert said in reply.text
    assert not english_in(reply.text)
