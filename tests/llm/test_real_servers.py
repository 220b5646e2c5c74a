"""What real servers of the protocol do that its description does not say, over real HTTP."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from tests.llm.openai_server import OpenAIServer, openai_server
from tutor.errors import ModelFailed
from tutor.llm.budget import SCHOOL
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.openai import OpenAIModel

PROMPT = Prompt(name="t", version="1", system="You word.", messages=(("user", "Say it."),))
FORM = Prompt(name="f", version="1", system="Fill.", messages=(("user", "x"),), form=True)
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def event(delta: dict[str, Any], finish: str | None = None, **more: object) -> bytes:
    """A chunk of a stream."""
    chunk = {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}], **more}
    return b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\n\n"


def words(text: str) -> tuple[bytes, ...]:
    """A text in pieces, as a stream brings it."""
    return tuple(event({"content": text[at : at + 5]}) for at in range(0, len(text), 5))


def response(status: int, body: object, kind: str = "application/json", **headers: str) -> bytes:
    """A whole HTTP response."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X", f"content-type: {kind}", f"content-length: {len(data)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "connection: close", "", ""]).encode() + data


class Clock:
    """A clock that the test puts on."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@asynccontextmanager
async def asked(**options: Any) -> AsyncIterator[tuple[Chain, OpenAIServer, Clock]]:
    """A chain to a server of one's own."""
    clock = Clock()
    async with openai_server(**options) as server:
        model = OpenAIModel(model="tiny-1", key="k", base_url=server.url)
        yield Chain([model], clock), server, clock
        await model.close()


@pytest.mark.parametrize("opening", ["<think>\n", "\n<thinking>", "<Think>"])
async def test_thoughts_in_the_reply_are_not_said_but_paid_for(opening: str) -> None:
    closing = opening.strip().replace("<", "</").lower()
    said = f"{opening}{'The answer is 3/4. ' * 40}{closing}\n\nWhat do both share?"
    async with asked(script=words(said), reply="") as (chain, _, _clock):
        assert (await chain.whole(PROMPT)).strip() == "What do both share?"
        assert chain.spent()[SCHOOL].tokens_out > 180


async def test_a_form_is_read_behind_its_thoughts() -> None:
    said = '<think>Maybe {"grade": 5}?</think>{"grade": 2}'
    async with asked(script=words(said), reply="") as (chain, _, _clock):
        assert await chain.whole(FORM) == '{"grade": 2}'


@pytest.mark.parametrize(
    "text", ["<thinks are things.", " <b", "a < b, <think> no", "<", "x<think>"]
)
async def test_what_only_begins_like_a_thought_is_said(text: str) -> None:
    async with asked(script=words(text), reply="") as (chain, _, _clock):
        assert await chain.whole(PROMPT) == text


async def test_thoughts_beside_the_words_or_only_counted_are_paid_for() -> None:
    beside = tuple(event({"content": None, "reasoning_content": "hm, " * 20}) for _ in range(10))
    async with asked(script=(*beside, *words("Look.")), reply="") as (chain, _, _clock):
        assert await chain.whole(PROMPT) == "Look."
        assert chain.spent()[SCHOOL].tokens_out >= 200
    usage = {"completion_tokens_details": {"reasoning_tokens": 640}}
    told = b"data: " + json.dumps({"choices": [], "usage": usage}).encode() + b"\n\n"
    script = (*words("Look."), event({}, "stop"), told)
    async with asked(script=script, reply="") as (chain, server, _clock):
        assert await chain.whole(PROMPT) == "Look."
        assert chain.spent()[SCHOOL].tokens_out >= 640
        assert server.bodies[0]["stream_options"] == {"include_usage": True}


async def test_a_model_that_thought_its_words_away_is_given_more_room() -> None:
    def reply(body: dict[str, Any]) -> bytes | None:
        if body["max_tokens"] > 1000:
            return None
        stream = event({"content": ""}) + event({}, "length") + b"data: [DONE]\n\n"
        return response(200, stream, "text/event-stream")

    async with asked(instead=reply, reply="Look here.") as (chain, server, _clock):
        assert await chain.whole(PROMPT) == "Look here."
        assert server.bodies[-1]["reasoning_effort"] == "low"


async def test_a_reply_that_is_whole_does_not_wait_for_its_connection() -> None:
    script = (*words("Look here."), event({}, "stop"))
    async with asked(script=script, reply="", keeps_open=True) as (chain, _, _clock):
        began = datetime.now(UTC)
        assert await chain.whole(PROMPT) == "Look here."
        assert datetime.now(UTC) - began < timedelta(seconds=3)
        assert chain.states() == {"openai:tiny-1": "closed"}


async def test_words_in_parts_and_a_reply_that_is_not_streamed_are_read() -> None:
    parts = event(
        {"content": [{"type": "thinking", "thinking": []}, {"type": "text", "text": "Hi."}]}
    )
    async with asked(script=(parts,), reply="") as (chain, _, _clock):
        assert await chain.whole(PROMPT) == "Hi."
    whole = {
        "choices": [{"message": {"role": "assistant", "content": "Hi."}, "finish_reason": "stop"}]
    }
    async with asked(instead=lambda _: response(200, whole)) as (chain, _, _clock):
        assert await chain.whole(PROMPT) == "Hi."


@pytest.mark.parametrize(
    ("unwanted", "status", "error"),
    [
        ("max_tokens", 400, {"error": {"message": "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "param": None}}),
        ("max_tokens", 400, {"error": {"message": "Use 'max_completion_tokens'.", "param": "max_tokens"}}),
        ("store", 422, {"detail": [{"type": "extra_forbidden", "loc": ["body", "store"]}]}),
        ("stream_options", 422, {"detail": [{"loc": ["body", "stream_options"]}]}),
        ("temperature", 400, {"error": {"message": "Only the default (1) value is supported.", "param": "temperature"}}),
    ],
)  # fmt: skip
async def test_an_option_that_a_server_does_not_take_is_left_out(
    unwanted: str, status: int, error: dict[str, Any]
) -> None:
    def reply(body: dict[str, Any]) -> bytes | None:
        return response(status, error) if unwanted in body else None

    async with asked(instead=reply, reply="Look here.") as (chain, server, _clock):
        assert await chain.whole(PROMPT) == "Look here."
        assert {"max_tokens", "max_completion_tokens"} & server.bodies[-1].keys()
        count = len(server.bodies)
        assert await chain.whole(PROMPT) == "Look here."
        assert len(server.bodies) == count + 1


@pytest.mark.parametrize("asked_for", ["90", "moment"])
async def test_a_provider_that_asks_to_be_left_alone_is(asked_for: str) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90))
    busy = response(429, {"error": {}}, retry_after=later if asked_for == "moment" else asked_for)
    async with asked(instead=lambda _: busy) as (chain, server, clock):
        with pytest.raises(ModelFailed):
            await chain.whole(PROMPT)
        clock.now += timedelta(seconds=60)
        with pytest.raises(ModelFailed):
            await chain.whole(PROMPT)
        assert len(server.bodies) == 1
        server.instead, server.reply = None, "Back."
        clock.now += timedelta(seconds=31)
        assert await chain.whole(PROMPT) == "Back."


async def test_a_filter_that_stops_one_childs_text_stops_no_others() -> None:
    refusal = response(400, {"error": {"code": "content_filter", "message": "filtered"}})
    stopped = event({"content": "So"}) + event({}, "content_filter")
    stream = response(200, stopped, "text/event-stream")
    for no in (refusal, stream):
        async with asked(instead=lambda _, no=no: no, reply="Fine.") as (chain, server, _clock):
            for _ in range(5):
                with pytest.raises(ModelFailed):
                    await chain.whole(PROMPT)
            assert chain.states() == {"openai:tiny-1": "closed"}
            server.instead = None
            assert await chain.whole(PROMPT) == "Fine."


@pytest.mark.parametrize("at", ["chat", "models"])
async def test_a_page_for_signing_in_is_no_reply(at: str) -> None:
    page = response(200, b"<html>Sign in to the WiFi</html>", "text/html")
    async with openai_server(instead=lambda _: page, page_of_models=at == "models") as server:
        model = OpenAIModel(model="" if at == "models" else "m", key="k", base_url=server.url)
        with pytest.raises(ModelFailed):
            await Chain([model], Clock()).whole(PROMPT)
        await model.close()


async def test_a_key_that_cannot_be_a_key_is_a_failure_like_any_other() -> None:
    async with openai_server() as server:
        model = OpenAIModel(model="m", key="sk-…é\n", base_url=server.url)
        with pytest.raises(ModelFailed):
            await Chain([model], Clock()).whole(PROMPT)
        await model.close()


async def test_an_error_in_the_middle_is_a_failure_and_no_end() -> None:
    broken = b'data: {"object": "error", "message": "out of memory", "code": 500}\n\n'
    async with asked(script=(*words("Look here. "), broken), reply="") as (chain, _, _clock):
        with pytest.raises(ModelFailed):
            await chain.whole(PROMPT)
