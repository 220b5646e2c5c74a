"""The chain: one retry, time-outs, a breaker, a budget; measured against scripted models."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from tutor.errors import ModelFailed
from tutor.llm.breaker import Breaker
from tutor.llm.budget import Caps, Payer, Spent
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.failures import OutOfBudget, Rejected
from tutor.llm.limits import Limits
from tutor.llm.meter import metered
from tutor.llm.scripted import Scripted
from tutor.prices import Prices

PROMPT = Prompt(
    name="t", version="1", system="s" * 40, messages=(("user", "m" * 40),), max_tokens=50
)
QUICK = Limits(first=0.1, idle=0.1, total=0.5, patience=0.25)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Slow:
    """Waits before each of its pieces."""

    def __init__(self, *waits: float, text: str = "word ") -> None:
        self.waits = waits
        self.text = text
        self.calls = 0
        self.closed = 0

    @property
    def name(self) -> str:
        return "slow"

    async def stream(self, prompt: Prompt) -> AsyncIterator[str]:
        self.calls += 1
        try:
            for wait in self.waits:
                await asyncio.sleep(wait)
                yield self.text
        finally:
            self.closed += 1


async def collect(chain: Chain, said: list[str]) -> None:
    """Take the pieces as they come."""
    async for piece in chain.stream(PROMPT):
        said.append(piece)


async def test_a_failure_before_the_first_word_is_tried_once_more():
    model = Scripted([ModelFailed("no"), "yes."])
    chain = Chain([model], Clock())
    assert await chain.whole(PROMPT) == "yes."
    assert len(model.seen) == 2
    assert chain.seen["retries"] == 1


async def test_it_is_tried_once_more_only():
    model = Scripted([ModelFailed("no")])
    with pytest.raises(ModelFailed):
        await Chain([model], Clock()).whole(PROMPT)
    assert len(model.seen) == 2


async def test_a_rejection_is_not_tried_again_with_the_same_model():
    model = Scripted([Rejected("401")])
    with pytest.raises(ModelFailed):
        await Chain([model], Clock()).whole(PROMPT)
    assert len(model.seen) == 1


async def test_the_next_model_takes_over_and_signs():
    chain = Chain([Scripted([Rejected("401")]), Scripted(["yes."], name="second")], Clock())
    call = chain.call(PROMPT)
    assert "".join([p async for p in call.pieces()]) == "yes."
    assert call.by == "second"


async def test_a_failure_after_the_first_word_is_not_tried_again():
    class Breaks:
        name = "breaks"
        calls = 0

        async def stream(self, prompt: Prompt) -> AsyncIterator[str]:
            self.calls += 1
            yield "Half"
            raise ModelFailed("gone")

    model = Breaks()
    said: list[str] = []
    with pytest.raises(ModelFailed):
        await collect(Chain([model], Clock()), said)
    assert said == ["Half"]
    assert model.calls == 1


async def test_retries_are_a_tenth_of_calls_in_the_long_run():
    chain = Chain([Scripted([ModelFailed("x")])], Clock())
    for _ in range(40):
        with pytest.raises(ModelFailed):
            await chain.whole(PROMPT)
        for link in chain._links:
            link.breaker.good()
    assert 3 <= chain.seen["retries"] <= 3 + 40 * 0.1


async def test_a_silent_model_is_left_in_time():
    model = Slow(5)
    started = asyncio.get_running_loop().time()
    limits = Limits(first=0.1, idle=0.1, total=0.5, patience=1)
    with pytest.raises(ModelFailed):
        await Chain([model], Clock(), limits=limits).whole(PROMPT)
    assert asyncio.get_running_loop().time() - started < 2
    assert model.calls == model.closed == 2


async def test_a_model_that_falls_silent_is_left_in_time():
    said: list[str] = []
    with pytest.raises(ModelFailed):
        await collect(Chain([Slow(0, 5)], Clock(), limits=QUICK), said)
    assert said == ["word "]


async def test_a_model_that_drips_is_left_in_time():
    started = asyncio.get_running_loop().time()
    with pytest.raises(ModelFailed):
        await Chain([Slow(*[0.05] * 200)], Clock(), limits=QUICK).whole(PROMPT)
    assert asyncio.get_running_loop().time() - started < 1


async def test_an_endless_reply_is_stopped():
    chain = Chain([Scripted(["x" * 50_000], piece=100)], Clock())
    with pytest.raises(ModelFailed):
        await chain.whole(PROMPT)


async def test_an_empty_reply_is_a_failure():
    with pytest.raises(ModelFailed):
        await Chain([Scripted([""])], Clock()).whole(PROMPT)


async def test_a_failing_model_is_left_alone_and_tried_again_later():
    clock = Clock()
    model = Scripted([ModelFailed("no")])
    chain = Chain([model], clock)
    for _ in range(3):
        with pytest.raises(ModelFailed):
            await chain.whole(PROMPT)
    assert chain.states() == {"scripted": "open"}
    asked = len(model.seen)
    with pytest.raises(ModelFailed):
        await chain.whole(PROMPT)
    assert len(model.seen) == asked
    clock.now += timedelta(seconds=31)
    with pytest.raises(ModelFailed):
        await chain.whole(PROMPT)
    assert len(model.seen) == asked + 1


async def test_a_model_that_works_again_is_used_again():
    clock = Clock()
    model = Scripted([Rejected("no")] * 3 + ["back."])
    chain = Chain([model], clock)
    for _ in range(3):
        with pytest.raises(ModelFailed):
            await chain.whole(PROMPT)
    clock.now += timedelta(seconds=31)
    assert await chain.whole(PROMPT) == "back."
    assert chain.states() == {"scripted": "closed"}


def test_a_half_open_breaker_lets_one_call_through():
    now = datetime(2026, 1, 1, tzinfo=UTC)
    breaker = Breaker(limit=1)
    breaker.begin()
    breaker.bad(now)
    later = now + timedelta(minutes=1)
    assert not breaker.allows(now)
    assert breaker.allows(later)
    breaker.begin()
    assert not breaker.allows(later)
    breaker.dropped()
    assert breaker.allows(later)


async def test_a_caller_that_goes_away_closes_the_stream():
    model = Slow(0, 0, 0)
    pieces = Chain([model], Clock()).call(PROMPT).pieces()
    await anext(pieces)
    await pieces.aclose()
    assert model.closed == 1


async def test_tokens_are_counted_per_learner_and_day():
    clock = Clock()
    chain = Chain([Scripted(["twelve letters here."])], clock)
    await chain.whole(PROMPT, payer=Payer(learner="ada"))
    await chain.whole(PROMPT, payer=Payer(learner="ada"))
    await chain.whole(PROMPT)
    spent = chain.spent()
    assert spent["learner:ada"].calls == 2
    assert spent["learner:ada"].tokens_in == 2 * (10 + 14)
    assert spent["learner:ada"].tokens_out == 2 * 5
    assert spent["school"].calls == 3
    clock.now += timedelta(days=1)
    assert not chain.spent()


async def test_over_the_daily_budget_nothing_is_sent():
    model = Scripted(["ok."])
    chain = Chain([model], Clock(), caps=Caps(school=80))
    await chain.whole(PROMPT)
    with pytest.raises(OutOfBudget):
        await chain.whole(PROMPT)
    assert len(model.seen) == 1


async def test_the_budget_holds_for_calls_at_the_same_time():
    model = Slow(0.01, text="a.")
    chain = Chain([model], Clock(), caps=Caps(school=160))
    calls = [chain.whole(PROMPT) for _ in range(10)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert sum(isinstance(r, OutOfBudget) for r in results) == 8
    assert model.calls == 2


async def test_one_learner_cannot_use_up_the_budget_of_all():
    chain = Chain([Scripted(["ok."])], Clock(), caps=Caps(each_learner=80))
    await chain.whole(PROMPT, payer=Payer(learner="ada"))
    with pytest.raises(OutOfBudget):
        await chain.whole(PROMPT, payer=Payer(learner="ada"))
    assert await chain.whole(PROMPT, payer=Payer(learner="bob")) == "ok."


async def test_a_budget_of_nothing_sends_nothing():
    model = Scripted(["ok."])
    with pytest.raises(OutOfBudget):
        await Chain([model], Clock(), caps=Caps(school=0)).whole(PROMPT)
    assert not model.seen


async def test_a_failed_call_gives_its_reservation_back():
    chain = Chain([Scripted([Rejected("no")])], Clock(), caps=Caps(school=1000))
    with pytest.raises(ModelFailed):
        await chain.whole(PROMPT, payer=Payer(learner="ada"))
    assert chain.budget.left(chain.clock().date()) == 1000 - 24


class Book:
    """A ledger in memory that another process may write into."""

    def __init__(self) -> None:
        self.days: dict[date, dict[str, Spent]] = {}
        self.writes = 0

    async def book(self, day: date, model: str, spent: Mapping[str, Spent]) -> None:
        self.writes += 1
        for account, cost in spent.items():
            kept = self.days.setdefault(day, {})
            kept[account] = kept.get(account, Spent()).plus(cost)

    async def of(self, day: date) -> Mapping[str, Spent]:
        return self.days.get(day, {})


async def test_a_class_cannot_use_up_the_budget_of_all():
    chain = Chain([Scripted(["ok."])], Clock(), caps=Caps(each_class=80))
    await chain.whole(PROMPT, payer=Payer(learner="ada", classes=("5b",)))
    with pytest.raises(OutOfBudget, match="class"):
        await chain.whole(PROMPT, payer=Payer(learner="bob", classes=("5b",)))
    assert await chain.whole(PROMPT, payer=Payer(learner="eve", classes=("6a",))) == "ok."


async def test_a_restart_does_not_empty_the_accounts():
    book, clock = Book(), Clock()
    first = Chain([Scripted(["ok."])], clock, caps=Caps(school=80), ledger=book)
    await first.whole(PROMPT, payer=Payer(learner="ada"))
    await first.close()
    again = Chain([Scripted(["ok."])], clock, caps=Caps(school=80), ledger=book)
    with pytest.raises(OutOfBudget):
        await again.whole(PROMPT)
    assert again.spent()["learner:ada"].calls == 1


async def test_what_calls_of_one_moment_cost_is_written_down_at_once():
    book, clock = Book(), Clock()
    chain = Chain([Scripted(["ok."])], clock, ledger=book)
    for who in ("ada", "ben", "ada"):
        await chain.whole(PROMPT, payer=Payer(learner=who))
    await chain.close()
    booked = book.days[clock.now.date()]
    assert {account: spent.calls for account, spent in booked.items()} == {
        "school": 3, "learner:ada": 2, "learner:ben": 1,
    }  # fmt: skip
    assert book.writes == 1


async def test_a_booking_is_written_soon_without_being_asked_for():
    book, clock = Book(), Clock()
    chain = Chain([Scripted(["ok."])], clock, ledger=book)
    await chain.whole(PROMPT)
    async with asyncio.timeout(5):
        while not book.days:
            await asyncio.sleep(0.02)
    assert book.days[clock.now.date()]["school"].calls == 1


async def test_what_another_process_spends_counts_after_some_seconds():
    book, clock = Book(), Clock()
    chain = Chain([Scripted(["ok."])], clock, caps=Caps(school=200), ledger=book)
    await chain.whole(PROMPT)
    await book.book(clock.now.date(), "m", {"school": Spent(calls=9, tokens_in=500)})
    clock.now += timedelta(seconds=30)
    with pytest.raises(OutOfBudget):
        await chain.whole(PROMPT)


async def test_the_time_spent_waiting_is_counted_on_the_meter_and_the_account():
    chain = Chain([Slow(0.05, text="a.")], Clock())
    with metered() as turn, metered() as inner:
        await chain.whole(PROMPT, payer=Payer(learner="ada"))
    assert inner.calls == turn.calls == 1
    assert turn.waited == inner.waited >= 0.04
    assert chain.spent()["learner:ada"].seconds >= 0.04


def test_tokens_have_a_price():
    prices = Prices(per_million_in=Fraction("0.5"), per_million_out=Fraction(2), currency="EUR")
    assert prices.of(1_000_000, 250_000) == 1.0


async def test_a_cap_that_is_reached_is_known_by_its_account_and_gone_the_next_day():
    clock = Clock()
    chain = Chain([Scripted(["ok."])], clock, caps=Caps(each_class=80))
    of_5b = Payer(learner="ada", classes=("5b",))
    await chain.whole(PROMPT, payer=of_5b)
    assert chain.full() == frozenset()
    with pytest.raises(OutOfBudget):
        await chain.whole(PROMPT, payer=of_5b)
    assert chain.full() == {"class:5b"}
    clock.now += timedelta(days=1)
    assert chain.full() == frozenset()
    assert await chain.whole(PROMPT, payer=of_5b) == "ok."


def test_a_breaker_whose_trials_fail_rests_longer_but_not_for_ever():
    now = datetime(2026, 1, 1, tzinfo=UTC)
    breaker = Breaker(limit=3)
    rests = []
    for _ in range(12):
        breaker.begin()
        breaker.bad(now)
        rests.append(
            next(n for n in range(0, 1000, 10) if breaker.allows(now + timedelta(seconds=n)))
        )
    assert rests[:6] == [0, 0, 30, 60, 120, 240]
    assert set(rests[6:]) == {300}
    breaker.good()
    assert breaker.allows(now)
