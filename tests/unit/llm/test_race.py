"""A model that is silent while the next one is asked, too: who speaks first is heard, and each has its full time."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from tutor.errors import ModelFailed
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.limits import Limits
from tutor.llm.thoughts import Thought

PROMPT = Prompt(name="t", version="1", system="s", messages=(("user", "m"),), max_tokens=50)
LIMITS = Limits(
    first=0.8, idle=0.5, total=2.0, patience=1.2, silent=0.4
)  # a tenth of the real ones
HANGS = 60.0


class Paced:
    """Says its name after a while; thinks aloud meanwhile, if told so."""

    def __init__(self, name: str, after: float, *, thinks: bool = False) -> None:
        self.name = name
        self.after = after
        self.thinks = thinks
        self.calls = self.closed = 0

    async def stream(self, prompt: Prompt) -> AsyncIterator[str]:
        self.calls += 1
        try:
            for _ in range(10):
                await asyncio.sleep(self.after / 10)
                if self.thinks:
                    yield Thought(3)
            yield f"{self.name} "
            await asyncio.sleep(0.01)
            yield "speaks."
        finally:
            self.closed += 1


class Broken:
    """Has a slip of its own, which no fallback may hide."""

    name = "broken"

    async def stream(self, prompt: Prompt) -> AsyncIterator[str]:
        if prompt:
            raise ZeroDivisionError
        yield ""


def chain(*models: Paced | Broken) -> Chain:
    return Chain(models, lambda: datetime(2026, 3, 2, tzinfo=UTC), limits=LIMITS)


async def test_the_second_has_its_full_time_when_the_first_hangs():
    first, second = Paced("first", HANGS), Paced("second", 0.7)
    began = asyncio.get_running_loop().time()
    assert await chain(first, second).whole(PROMPT) == "second speaks."
    assert asyncio.get_running_loop().time() - began < 1.2
    assert first.closed == 1


async def test_a_first_that_speaks_after_all_is_heard_and_alone():
    first, second = Paced("first", 0.5), Paced("second", 0.7)
    several = chain(first, second)
    call = several.call(PROMPT)
    assert "".join([piece async for piece in call.pieces()]) == "first speaks."
    assert call.by == "first"
    assert second.closed == 1
    assert several.states() == {"first": "closed", "second": "closed"}
    assert several.spent()["model:second"].tokens_in > 0
    assert several.spent()["model:first"].calls == 1


async def test_a_quick_first_is_asked_alone():
    first, second = Paced("first", 0.1), Paced("second", 0.0)
    assert await chain(first, second).whole(PROMPT) == "first speaks."
    assert second.calls == 0


async def test_a_first_that_thinks_aloud_is_not_silent():
    first, second = Paced("first", 0.7, thinks=True), Paced("second", 0.0)
    several = chain(first, second)
    assert await several.whole(PROMPT) == "first speaks."
    assert second.calls == 0
    assert several.spent()["model:first"].tokens_out >= 30


async def test_a_first_that_is_overtaken_three_times_is_left_alone_for_a_while():
    first, second = Paced("first", HANGS), Paced("second", 0.0)
    several = chain(first, second)
    for _ in range(4):
        await several.whole(PROMPT)
    assert several.states()["first"] == "open"
    assert (first.calls, second.calls) == (3, 4)


async def test_a_third_is_asked_when_two_are_silent():
    third = Paced("third", 0.1)
    assert await chain(Paced("a", HANGS), Paced("b", HANGS), third).whole(PROMPT) == "third speaks."


async def test_with_nobody_else_left_all_patience_is_theirs_and_then_it_fails():
    began = asyncio.get_running_loop().time()
    with pytest.raises(ModelFailed):
        await chain(Paced("a", HANGS), Paced("b", HANGS)).whole(PROMPT)
    assert 1.0 < asyncio.get_running_loop().time() - began < 1.6


async def test_whoever_goes_away_leaves_nobody_asked():
    first, second = Paced("first", HANGS), Paced("second", HANGS)
    asking = asyncio.create_task(chain(first, second).whole(PROMPT))
    await asyncio.sleep(0.6)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert (first.closed, second.closed) == (1, 1)


async def test_a_slip_of_the_program_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        await chain(Broken(), Paced("second", 0.0)).whole(PROMPT)
