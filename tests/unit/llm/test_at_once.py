"""Many replies at once from one provider."""

import asyncio
from dataclasses import replace

from tests.llm.openai_server import openai_server
from tutor.llm.chat import Prompt
from tutor.llm.limits import DEFAULT_LIMITS
from tutor.llm.openai import OpenAIModel

PROMPT = Prompt(name="p", version="1", system="s", messages=(("user", "Hello"),))


async def test_no_reply_waits_for_another_to_end():
    """The HTTP library's own bound is a hundred connections."""
    begun, all_begun = 0, asyncio.Event()

    async def ask(model: OpenAIModel) -> str:
        nonlocal begun
        said = ""
        async for piece in model.stream(PROMPT):
            begun += not said
            said += piece
            if begun == 120:
                all_begun.set()
            await all_begun.wait()
        return said

    async with openai_server(reply="Hello there.") as server, asyncio.timeout(30):
        patient = replace(DEFAULT_LIMITS, connect=20.0)  # 120 at once on a busy machine
        model = OpenAIModel(model="m", key="k", base_url=server.url, limits=patient)
        assert await asyncio.gather(*(ask(model) for _ in range(120))) == ["Hello there."] * 120
        await model.close()
