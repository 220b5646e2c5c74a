"""One contract for every chat model: pieces that join to the reply, and one kind of error."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from tests.llm.openai_server import closed_address, openai_server
from tutor.errors import ModelFailed
from tutor.llm.chain import Chain
from tutor.llm.chat import ChatModel, Prompt
from tutor.llm.langchain import LangChainModel
from tutor.llm.openai import OpenAIModel
from tutor.llm.scripted import Scripted

REPLY = "Take $\\frac{1}{2}$ first. ¿Qué ves? 光合作用。"
PROMPT = Prompt(name="t", version="1", system="You word.", messages=(("user", "Say it."),))
KINDS = [
    "scripted",
    "chain",
    "openai",
    pytest.param("langchain", marks=pytest.mark.heavy),
]


@pytest_asyncio.fixture(loop_scope="session", params=KINDS)
async def model(request: pytest.FixtureRequest) -> AsyncIterator[ChatModel]:
    """A model that says REPLY."""
    kind = request.param
    if kind == "langchain":
        pytest.importorskip("langchain")
    if kind == "scripted":
        yield Scripted([REPLY])
        return
    if kind == "chain":
        yield Chain([Scripted([REPLY])], lambda: datetime.now(UTC))
        return
    async with openai_server(reply=REPLY) as server:
        if kind == "openai":
            made = OpenAIModel(model="tiny-1", key="k", base_url=server.url)
            yield made
            await made.close()
        else:
            yield LangChainModel(model="openai:tiny-1", key="k", base_url=server.url)


@pytest_asyncio.fixture(loop_scope="session", params=["scripted", "chain", "openai", *KINDS[3:]])
async def failing(request: pytest.FixtureRequest) -> AsyncIterator[ChatModel]:
    """A model that cannot say anything."""
    match request.param:
        case "openai":
            yield OpenAIModel(model="tiny-1", key="k", base_url=closed_address())
        case "langchain":
            pytest.importorskip("langchain")
            yield LangChainModel(model="openai:tiny-1", key="k", base_url=closed_address())
        case "chain":
            yield Chain([Scripted([ModelFailed("no")])], lambda: datetime.now(UTC))
        case _:
            yield Scripted([ModelFailed("no")])


async def test_the_pieces_join_to_the_reply(model: ChatModel):
    assert "".join([piece async for piece in model.stream(PROMPT)]) == REPLY


async def test_a_reply_comes_in_more_than_one_piece(model: ChatModel):
    assert len([piece async for piece in model.stream(PROMPT)]) > 1


async def test_a_model_can_be_asked_again(model: ChatModel):
    for _ in range(2):
        assert "".join([piece async for piece in model.stream(PROMPT)]) == REPLY


async def test_two_calls_at_once_do_not_mix(model: ChatModel):
    async with AsyncExitStack() as stack:
        one, two = model.stream(PROMPT), model.stream(PROMPT)
        stack.push_async_callback(one.aclose)  # type: ignore[attr-defined]
        stack.push_async_callback(two.aclose)  # type: ignore[attr-defined]
        first = await anext(one)
        rest_two = "".join([piece async for piece in two])
        rest_one = first + "".join([piece async for piece in one])
    assert rest_one == rest_two == REPLY


async def test_a_failure_is_a_model_failure(failing: ChatModel):
    with pytest.raises(ModelFailed):
        async for _ in failing.stream(PROMPT):
            pass


async def test_a_model_says_its_name(model: ChatModel):
    assert model.name
