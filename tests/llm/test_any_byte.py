"""A stream over real HTTP that ends at any byte: whole sentences, the hint, one record, one turn."""

import json
import re

import pytest

from tests.llm.openai_server import openai_server
from tests.llm.spoken import QUICK, Spoken
from tutor.items.reveal import reveals
from tutor.learner_state.events import Replied
from tutor.llm.openai import OpenAIModel

SAID = (
    "Add the tens ",
    "first – one after ",
    "the other. Keep the o",
    "nes for later.",
    " What now?",
)


def stream() -> bytes:
    """What a server sends for these words, as it is on the wire."""
    chunks = [
        json.dumps({"choices": [{"delta": {"content": piece}}]}, ensure_ascii=False)
        for piece in SAID
    ]
    return b"".join(b"data: " + one.encode() + b"\n\n" for one in [*chunks, "[DONE]"])


WIRE = stream()
DASH = WIRE.index("–".encode())
PLACES = sorted({*range(0, len(WIRE), 29), DASH, DASH + 1, DASH + 2, len(WIRE) - 1, len(WIRE)})


@pytest.mark.parametrize("at", PLACES)
async def test_a_stream_that_ends_here_leaves_a_good_reply_and_one_record(at: int) -> None:
    async with openai_server(script=(WIRE[:at],) if at else (), reply="") as server:
        model = OpenAIModel(model="tiny-1", key="k", base_url=server.url, limits=QUICK)
        await model.warm()
        spoken = Spoken(model)
        spoken.talk.tutor._voice = None
        item = await spoken.talk.open_on("add-t")
        before = len(await spoken.talk.events())
        spoken.talk.tutor._voice = spoken.voice
        reply = await spoken.talk.say("hint")
        again = await spoken.talk.events()
        await model.close()
    assert item.hints[0].casefold()[:-1] in reply.text.casefold()
    assert reply.text.count("Add the tens") <= 1
    assert re.search(r"[.?!]$", reply.text)
    assert "\ufffd" not in reply.text
    assert not reveals(reply.text, item)
    assert len(spoken.records) == 1
    told = [event for event in again[before:] if isinstance(event, Replied)]
    assert len(told) == 1
