"""A model behind real HTTP, however its server behaves: the learner gets the hint, and in time."""

import asyncio
import re

import pytest

from tests.llm.openai_server import closed_address, openai_server
from tests.llm.spoken import BOOK, QUICK, Spoken
from tests.support import START, Talk
from tutor.dialogue.check import Checker
from tutor.dialogue.wording.voice import ModelVoice
from tutor.items.reveal import reveals
from tutor.llm.chain import Chain
from tutor.llm.openai import OpenAIModel

MANNERS = [
    "401",
    "429",
    "500",
    "hang",
    "hang_mid",
    "drip",
    "cut",
    "garbage",
    "odd",
    "empty",
    "long_line",
]
SAID = "Add the tens first, one after the other, and keep the ones for later. What do you get now?"


@pytest.mark.parametrize("manner", MANNERS)
async def test_whatever_the_server_does_the_learner_gets_the_hint(manner: str):
    async with openai_server(reply=SAID, manner=manner) as server:
        model = OpenAIModel(model="tiny-1", key="k", base_url=server.url, limits=QUICK)
        await model.warm()
        spoken = Spoken(model)
        spoken.talk.tutor._voice = None
        item = await spoken.talk.open_on("add-t")
        spoken.talk.tutor._voice = spoken.voice
        started = asyncio.get_running_loop().time()
        reply = await spoken.talk.say("hint")
        took = asyncio.get_running_loop().time() - started
        await model.close()
    assert took < 10  # a hanging server would hang for ever; the limits are near one second
    assert item.hints[0].casefold()[:-1] in reply.text.casefold()
    assert reply.text.count("tens first") == 1
    assert not reveals(reply.text, item)
    assert re.search(r"[.?!]$", reply.text)
    assert server.bodies


async def test_a_server_that_is_not_there_costs_no_time():
    model = OpenAIModel(model="tiny-1", key="k", base_url=closed_address(), limits=QUICK)
    await model.warm()
    started = asyncio.get_running_loop().time()
    assert (await Spoken(model).talk.say("/start")).worded_by == "plain"
    assert asyncio.get_running_loop().time() - started < 10


async def test_a_leaking_reply_over_http_is_stopped():
    async with openai_server() as server:
        model = OpenAIModel(model="tiny-1", key="k", base_url=server.url, limits=QUICK)
        spoken = Spoken(model)
        item = await spoken.talk.open_on("add-t")
        server.reply = f"Nice. So the answer is {item.type.answer_text()}."
        reply = await spoken.talk.say("hint")
        await model.close()
    assert not reveals(reply.text, item)
    assert item.hints[0] in reply.text


async def test_the_request_is_not_to_be_stored_and_adapts_to_the_server():
    async with openai_server(reply="Hello.", refuses="temperature") as server:
        model = OpenAIModel(model="", key="", base_url=server.url)
        chain = Chain([model], lambda: START)
        voice = ModelVoice(chain, BOOK, Checker)
        reply = await Talk(voice=voice).say("/start")
        await model.close()
    assert reply.worded_by.startswith("openai:tiny-1")
    assert server.paths[0].endswith("/models")
    assert all(body["store"] is False for body in server.bodies)
    assert "temperature" in server.bodies[0]
    assert "temperature" not in server.bodies[1]
