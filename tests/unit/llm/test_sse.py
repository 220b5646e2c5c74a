"""A provider's stream: cut into events however its bytes come, and read for its words alone."""

import asyncio
import json
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.llm.openai_server import openai_server
from tutor.errors import ModelFailed
from tutor.llm.chat import Prompt
from tutor.llm.openai import OpenAIModel
from tutor.llm.sse import Events

PROMPT = Prompt(name="t", version="1", system="You word.", messages=(("user", "Say it."),))
DONE = b"data: [DONE]\n\n"


def chunk(**choice: object) -> bytes:
    body = {"id": "c", "object": "chat.completion.chunk", "choices": [{"index": 0, **choice}]}
    return b"data: " + json.dumps(body, ensure_ascii=False).encode() + b"\n\n"


def word(text: str) -> bytes:
    return chunk(delta={"content": text}, finish_reason=None)


async def said(*script: bytes, keeps_open: bool = False) -> list[str]:
    """The pieces that a model makes of a stream."""
    async with openai_server(reply="", script=script, keeps_open=keeps_open) as server:
        model = OpenAIModel(model="tiny-1", key="k", base_url=server.url)
        pieces = [piece async for piece in model.stream(PROMPT)]
        await model.close()
    return pieces


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1), max_size=5
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.lists(st.integers(min_value=0, max_value=400), max_size=8),
)
def test_events_are_the_same_wherever_the_bytes_are_cut(texts, end, cuts):
    frames = [f"event: x{end}data: {text}{end}: a comment{end}{end}" for text in texts]
    stream = "".join(frames).encode()
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    events, found = Events(), []
    for start, stop in pairwise(places):
        found += events.feed(stream[start:stop])
    assert [one.decode() for one in found] == texts
    assert events.rest() is None


def test_data_in_several_lines_is_one_event():
    assert Events().feed(b"data: {\ndata: }\n\n") == [b"{\n}"]


def test_an_event_that_the_end_cut_off_is_still_given():
    events = Events()
    assert events.feed(b"data: 1\n\ndata: 2") == [b"1"]
    assert events.rest() == b"2"
    assert events.rest() is None


async def test_usage_roles_tools_and_refusals_are_no_words():
    usage = b'data: {"choices": [], "usage": {"total_tokens": 9}}\n\n'
    role = chunk(delta={"role": "assistant", "content": None})
    tool = chunk(delta={"tool_calls": [{"index": 0, "function": {"arguments": "{}"}}]})
    refusal = chunk(delta={"refusal": "I cannot."})
    stop = chunk(delta={}, finish_reason="stop")
    assert await said(role, word("Half"), tool, refusal, word(" of it."), stop, usage, DONE) == [
        "Half",
        " of it.",
    ]


async def test_a_stream_without_its_closing_word_is_whole():
    assert await said(word("Half."), chunk(delta={}, finish_reason="stop")) == ["Half."]


async def test_nothing_after_the_closing_word_is_said():
    assert await said(word("Half."), DONE, word("More.")) == ["Half."]


async def test_a_server_that_does_not_end_its_stream_holds_nobody_up():
    began = time.monotonic()
    async with asyncio.timeout(5):
        assert await said(word("Half."), DONE, keeps_open=True) == ["Half."]
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "event",
    [
        b'event: error\ndata: {"error": {"message": "overloaded"}}\n\n',
        chunk(delta={}, finish_reason="content_filter"),
        b"data: {this is no json\n\n",
        b'data: {"choices": [{"delta": {"content": "\xc3"}}]}\n\n',
    ],
)
async def test_what_breaks_off_half_way_is_a_failure_of_the_model(event: bytes):
    with pytest.raises(ModelFailed):
        await said(word("Half"), event, DONE)
