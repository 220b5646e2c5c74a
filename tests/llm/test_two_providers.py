"""Two providers behind real HTTP: however the first one fails, the second words the turn, in time and once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from tests.llm.openai_server import OpenAIServer, closed_address, openai_server
from tests.llm.spoken import BOOK, QUICK, Spoken
from tests.llm.test_any_byte import PLACES, WIRE
from tests.media_files import jpeg
from tests.support import START
from tutor.dialogue.check import Checker
from tutor.dialogue.media import MediaReader
from tutor.dialogue.messages import Outbound
from tutor.dialogue.wording.voice import ModelVoice
from tutor.ids import LearnerId
from tutor.items.item import Item
from tutor.learner_state.events import Replied
from tutor.llm import build_model
from tutor.llm.budget import Caps, Payer
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.failures import OutOfBudget
from tutor.llm.limits import Limits
from tutor.llm.openai import OpenAIModel
from tutor.settings import read_settings

FIRST = "Begin with the tens, all of them, and put the ones aside for now. What is that?"
SAID = "Add the tens first, one after the other, and keep the ones for later. What do you get now?"
SHEET = '{"readable": true, "lines": ["3/4"], "answer": "3/4"}'
PROMPT = Prompt(name="t", version="1", system="s", messages=(("user", "m"),), max_tokens=50)
QUOTA = (
    b"HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\ncontent-length: 68\r\n"
    b'connection: close\r\n\r\n{"error": {"message": "quota is used", "code": "insufficient_quota"}}'
)
BEFORE = ["401", "429", "500", "hang", "garbage", "empty", "long_line"]
HALFWAY = ["hang_mid", "cut"]


@asynccontextmanager
async def two(
    first: OpenAIServer | str, second: OpenAIServer | str, limits: Limits = QUICK
) -> AsyncIterator[Spoken]:
    """A talk worded by the two servers' models, `big` and then `small`."""
    models = [
        OpenAIModel(
            model=name, key="k", limits=limits,
            base_url=at if isinstance(at, str) else at.url,
        )
        for name, at in (("big", first), ("small", second))
    ]  # fmt: skip
    spoken = Spoken(*models, limits=limits)
    for model in models:
        await model.warm()
    yield spoken
    await spoken.chain.close()


async def opened(spoken: Spoken) -> Item:
    """An open item, put in plain words."""
    spoken.talk.tutor._voice = None
    item = await spoken.talk.open_on("add-t")
    spoken.talk.tutor._voice = spoken.voice
    return item


async def hint(spoken: Spoken, item: Item) -> Outbound:
    """The hint, told once and well, with one record."""
    before = len(await spoken.talk.events())
    reply = await spoken.talk.say("hint")
    told = [e for e in (await spoken.talk.events())[before:] if isinstance(e, Replied)]
    assert len(told) == 1
    assert len(spoken.records) == 1
    assert (
        spoken.records[0].by == reply.worded_by.removesuffix("+plain") or reply.worded_by == "plain"
    )
    assert item.hints[0].casefold()[:-1] in reply.text.casefold()
    assert reply.text.count("tens first") <= 1
    return reply


@pytest.mark.parametrize("manner", [*BEFORE, *HALFWAY])
async def test_the_second_words_the_turn_whatever_the_first_does(manner: str):
    async with (
        openai_server(reply=FIRST, manner=manner) as big,
        openai_server(reply=SAID) as small,
        two(big, small) as spoken,
    ):
        item = await opened(spoken)
        started = asyncio.get_running_loop().time()
        told = await hint(spoken, item)
        took = asyncio.get_running_loop().time() - started
    assert told.worded_by == "openai:small"
    assert SAID.split(".")[0] in told.text
    assert "Begin with" not in told.text
    assert took < 5  # a hanging server would hang for ever
    assert len(big.bodies) == len(small.bodies) == 1


async def test_a_first_that_is_not_there_or_over_its_quota_costs_no_time():
    async with openai_server(reply=SAID) as small, two(closed_address(), small) as spoken:
        assert (await hint(spoken, await opened(spoken))).worded_by == "openai:small"
    async with (
        openai_server(instead=lambda body: QUOTA) as big,
        openai_server(reply=SAID) as small,
        two(big, small) as spoken,
    ):
        assert (await hint(spoken, await opened(spoken))).worded_by == "openai:small"


@pytest.mark.parametrize("at", PLACES[::3])
async def test_a_first_that_dies_at_any_byte_leaves_one_reply_and_no_doubled_text(at: int):
    async with (
        openai_server(script=(WIRE[:at],) if at else (), reply="") as big,
        openai_server(reply=SAID) as small,
        two(big, small) as spoken,
    ):
        told = await hint(spoken, await opened(spoken))
    assert told.text.count("Add the tens") <= 1
    assert told.worded_by in {"openai:small", "openai:big", "openai:big+plain"}
    assert (told.worded_by == "openai:small") == ("one after the other, and" in told.text)


async def test_what_a_learner_has_read_stands_and_the_plain_words_go_on():
    long = "Add the tens first, one after the other. " + "Keep the ones for later. " * 2
    async with (
        openai_server(reply=long, manner="hang_mid") as big,
        openai_server(reply=SAID) as small,
        two(big, small) as spoken,
    ):
        told = await hint(spoken, await opened(spoken))
    assert told.worded_by == "openai:big+plain"
    assert not small.bodies


async def test_with_both_down_the_words_are_plain_and_in_time():
    async with (
        openai_server(manner="hang") as big,
        openai_server(manner="hang") as small,
        two(big, small) as spoken,
    ):
        item = await opened(spoken)
        started = asyncio.get_running_loop().time()
        told = await hint(spoken, item)
        took = asyncio.get_running_loop().time() - started
    assert told.worded_by == "plain"
    assert took < 3  # `patience` is for both together
    assert len(big.bodies) == len(small.bodies) == 1


async def test_a_first_that_recovers_is_used_again_after_its_rest():
    at = START
    async with (
        openai_server(reply=SAID, manner="500") as big,
        openai_server(reply=SAID) as small,
    ):
        models = [OpenAIModel(model=n, key="k", base_url=s.url) for n, s in (("big", big), ("small", small))]  # fmt: skip
        chain = Chain(models, lambda: at, limits=QUICK)
        for _ in range(20):  # whoever asks, however often
            assert await chain.whole(PROMPT) == SAID
        assert chain.states() == {"openai:big": "open", "openai:small": "closed"}
        assert len(big.bodies) == 3
        at += timedelta(seconds=31)
        assert await chain.whole(PROMPT) == SAID
        assert len(big.bodies) == 4
        at += timedelta(seconds=31)  # it failed once more: the rest is longer now
        await chain.whole(PROMPT)
        assert len(big.bodies) == 4
        big.manner = ""
        at += timedelta(seconds=31)
        await chain.whole(PROMPT)
        call = chain.call(PROMPT)
        assert "".join([piece async for piece in call.pieces()]) == SAID
        assert call.by == "openai:big"
        assert chain.states()["openai:big"] == "closed"
        await chain.close()


async def test_a_form_that_breaks_off_is_filled_by_the_next():
    async with (
        openai_server(reply="{" + "a" * 60, manner="hang_mid") as big,
        openai_server(reply='{"intent": "hint"}') as small,
        two(big, small) as spoken,
    ):
        assert await spoken.chain.whole(PROMPT) == '{"intent": "hint"}'


async def test_caps_hold_over_all_models_and_each_has_its_account():
    async with openai_server(manner="500") as big, openai_server(reply=SAID) as small:
        models = [OpenAIModel(model=n, key="k", base_url=s.url) for n, s in (("big", big), ("small", small))]  # fmt: skip
        chain = Chain(models, lambda: START, limits=QUICK, caps=Caps(each_learner=80))
        await chain.whole(PROMPT, payer=Payer(learner="ada"))
        with pytest.raises(OutOfBudget):
            await chain.whole(PROMPT, payer=Payer(learner="ada"))
        await chain.close()
    spent = chain.spent()
    assert spent["model:openai:big"].calls == 0
    assert spent["model:openai:small"].calls == spent["learner:ada"].calls == 1
    both = spent["model:openai:big"].plus(spent["model:openai:small"])
    assert spent["learner:ada"].tokens == both.tokens
    assert (len(big.bodies), len(small.bodies)) == (1, 1)


async def test_a_crisis_reply_waits_for_nobody():
    slow = Limits(connect=2.0, first=8.0, idle=10.0, total=30.0, patience=12.0)
    async with (
        openai_server(manner="hang") as big,
        openai_server(manner="hang") as small,
        two(big, small, slow) as spoken,
    ):
        await opened(spoken)
        started = asyncio.get_running_loop().time()
        reply = await spoken.talk.say("I want to hurt myself")
        assert asyncio.get_running_loop().time() - started < 1.5
    assert reply.text.startswith("You matter.")
    assert not big.bodies
    assert not small.bodies


async def test_a_photo_goes_to_the_first_that_sees():
    async with openai_server() as big, openai_server(reply=SHEET) as small:
        settings = read_settings({
            "MENO_LLM_BASE_URL": big.url, "MENO_LLM_MODEL": "big",
            "MENO_LLM_2_BASE_URL": small.url, "MENO_LLM_2_MODEL": "small", "MENO_LLM_2_SEES": "1",
        })  # fmt: skip
        chain = build_model(settings, clock=lambda: START, limits=QUICK)
        assert chain is not None
        reader = MediaReader(chain, BOOK, lambda text, language: None)
        read = await reader.read(jpeg(), LearnerId("ada"), "en")
        await chain.close()
    assert (len(big.bodies), len(small.bodies)) == (0, 1)
    assert "3/4" in repr(read)


async def test_names_are_hidden_from_each_provider():
    async with (
        openai_server(manner="500") as big,
        openai_server(reply=SAID) as small,
        two(big, small) as spoken,
    ):

        async def roster(learner: object) -> list[str]:
            return ["Lucía Ruiz"]

        voice = ModelVoice(spoken.chain, BOOK, Checker, names=roster, record=spoken.records.append)
        await opened(spoken)
        spoken.talk.tutor._voice = voice
        await spoken.talk.say("Lucía Ruiz says hint please")
        await spoken.talk.say("hint")
    assert small.bodies
    assert not any("Lucía" in repr(body) for body in (*big.bodies, *small.bodies))
