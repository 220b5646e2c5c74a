"""The one counted way to a model: time-outs, one retry, a breaker per model, a daily budget.

Everything that asks a model asks a `Chain`. A call may fail with ModelFailed at any point; what
was said before stands, and the caller falls back on plain wording. The retry is itself budgeted
(a tenth of the calls), so that a provider in trouble is not asked twice as often as usual.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol, runtime_checkable

from tutor.errors import ModelFailed
from tutor.llm import meter
from tutor.llm.attachment import Medium
from tutor.llm.booking import Bookings
from tutor.llm.breaker import Breaker
from tutor.llm.budget import NOBODY, Budget, Caps, Ledger, Payer, Spent, tokens, tokens_of
from tutor.llm.chat import ChatModel, Prompt, takes
from tutor.llm.failures import Filtered, Overloaded, Rejected
from tutor.llm.limits import DEFAULT_LIMITS, Limits
from tutor.llm.thoughts import Thought, spoken

RETRY_SHARE = 0.1  # retries earned by a call
RETRIES_KEPT = 3.0  # retries that may be saved up
LEDGER_AGE = timedelta(seconds=20)  # how old another process's bookings may be when a cap is asked


@dataclass(slots=True)
class _Link:
    """One model of the chain."""

    model: ChatModel
    breaker: Breaker = field(default_factory=Breaker)

    def fits(self, prompt: Prompt) -> bool:
        """Whether the model takes what goes with the prompt."""
        return takes(self.model) >= {one.medium for one in prompt.attachments}


@runtime_checkable
class Warms(Protocol):
    """A model that can load its library ahead of time."""

    async def warm(self) -> None: ...


@runtime_checkable
class Closes(Protocol):
    """A model that holds connections."""

    async def close(self) -> None: ...


class Call:
    """One counted call. `by` names the model that gave the words, "" before the first."""

    def __init__(self, chain: "Chain", prompt: Prompt, payer: Payer) -> None:
        self._chain = chain
        self._prompt = prompt
        self._payer = payer
        self._sent = 0
        self._waited = 0.0
        self.by = ""

    async def pieces(self) -> AsyncGenerator[str, None]:
        """Pieces as they come, none empty. Raises ModelFailed, also half-way."""
        chain, prompt = self._chain, self._prompt
        await chain.refresh()
        day = chain.clock().date()
        asked = tokens_of(prompt)
        most = asked + prompt.max_tokens
        chain.budget.hold(day, self._payer, most)
        meter.called()
        said: list[str] = []
        thought = 0
        try:
            async with aclosing(self._tries()) as tries:
                async for piece in tries:
                    if isinstance(piece, Thought):
                        thought += piece.cost
                        continue
                    said.append(piece)
                    yield piece
        finally:
            spent = Spent(
                calls=1,
                tokens_in=self._sent * asked,
                tokens_out=tokens("".join(said)) + thought,
                seconds=self._waited,
            )
            meter.waited(self._waited)
            chain.budget.settle(day, self._payer, most, spent)
            chain.book(day, self._payer, spent)

    async def _tries(self) -> AsyncGenerator[str, None]:
        chain, limits = self._chain, self._chain.limits
        now = asyncio.get_running_loop().time
        started = now()
        link = chain.first(self._prompt)
        for last in (False, True):
            self._sent += 1
            first = min(limits.first, limits.patience - (now() - started))
            try:
                async with aclosing(_run(link, self._prompt, chain, first)) as words:
                    while (piece := await self._timed(words)) is not None:
                        self.by = self.by if isinstance(piece, Thought) else link.model.name
                        yield piece
                return
            except ModelFailed as failure:
                chain.seen[f"failed:{type(failure).__name__}"] += 1
                late = now() - started >= limits.patience - min(1.0, limits.first / 4)
                following = (
                    None if self.by or last or late else chain.again(link, failure, self._prompt)
                )
                if following is None:
                    raise
                link = following

    async def _timed(self, words: AsyncIterator[str]) -> str | None:
        """The next piece, its waiting counted; None at the end."""
        now = asyncio.get_running_loop().time
        began = now()
        try:
            return await anext(words, None)
        finally:
            self._waited += now() - began


async def _run(
    link: _Link, prompt: Prompt, chain: "Chain", first: float
) -> AsyncGenerator[str, None]:
    """One try with one model, inside its limits; tells the breaker how it went."""
    limits, now = chain.limits, asyncio.get_running_loop().time
    end, deadline, length, settled = now() + limits.total, now() + first, 0, False
    link.breaker.begin()
    pieces = spoken(link.model.stream(prompt))
    try:
        while True:
            piece = await _next(pieces, min(deadline, end))
            if piece is None:
                break
            if isinstance(piece, Thought):
                yield piece
            if not piece:
                continue
            length += len(piece)
            if length > limits.characters:
                raise ModelFailed("The model's reply is longer than any reply may be.")
            yield piece
            deadline = now() + limits.idle
        if not length:
            raise ModelFailed("The model's reply was empty.")
    except Filtered:
        raise  # it says nothing about the model: the next learner's text may be fine
    except ModelFailed as failure:
        asked = failure.rest if isinstance(failure, Overloaded) else None
        link.breaker.bad(chain.clock(), asked)
        settled = True
        raise
    finally:
        if not settled:
            link.breaker.good() if length else link.breaker.dropped()
        await pieces.aclose()


async def _next(pieces: AsyncIterator[str], deadline: float) -> str | None:
    """The next piece, None at the end; raises ModelFailed when it takes too long."""
    try:
        async with asyncio.timeout_at(deadline):
            return await anext(pieces, None)
    except TimeoutError:
        raise ModelFailed("The model took too long.") from None


class Chain:
    """Models in order of preference, behind one budget; itself a ChatModel.

    `clock` gives the aware time (days are counted by it). `payer` in `call` is whose turn it is:
    it is counted and never sent. `ledger` keeps the counts over restarts and between processes.
    """

    def __init__(
        self,
        models: Sequence[ChatModel],
        clock: Callable[[], datetime],
        *,
        caps: Caps | None = None,
        limits: Limits = DEFAULT_LIMITS,
        ledger: Ledger | None = None,
    ) -> None:
        self._links = [_Link(model=model) for model in models]
        self._retries = RETRIES_KEPT
        self.clock = clock
        self.limits = limits
        self.budget = Budget(caps or Caps())
        self.seen: Counter[str] = Counter()
        self.ledger = ledger
        self._refreshed: datetime | None = None
        self._bookings = None if ledger is None else Bookings(ledger)

    @property
    def name(self) -> str:
        """The preferred model's name."""
        return self._links[0].model.name

    @property
    def takes(self) -> frozenset[Medium]:
        """What at least one of the models takes besides text."""
        return frozenset().union(*(takes(link.model) for link in self._links))

    def call(self, prompt: Prompt, *, payer: Payer = NOBODY) -> Call:
        """A call on somebody's account; nothing happens before its pieces are asked for."""
        return Call(self, prompt, payer)

    def stream(self, prompt: Prompt) -> AsyncIterator[str]:
        """Pieces of the reply, counted for nobody in particular. Raises ModelFailed."""
        return self.call(prompt).pieces()

    async def whole(self, prompt: Prompt, *, payer: Payer = NOBODY) -> str:
        """The whole reply, for forms. Raises ModelFailed."""
        async with aclosing(self.call(prompt, payer=payer).pieces()) as pieces:
            return "".join([piece async for piece in pieces])

    def first(self, prompt: Prompt) -> _Link:
        """The first model that may be asked; raises ModelFailed when every one rests."""
        self.seen["calls"] += 1
        self._retries = min(RETRIES_KEPT, self._retries + RETRY_SHARE)
        now = self.clock()
        for link in self._links:
            if link.fits(prompt) and link.breaker.allows(now):
                return link
        self.seen["resting"] += 1
        raise ModelFailed("No model can be asked at the moment; it is tried again soon.")

    def again(self, failed: _Link, failure: ModelFailed, prompt: Prompt) -> _Link | None:
        """The model for a second try: the next one, or the same when that may help; or None."""
        if self._retries < 1:
            return None
        now = self.clock()
        others = [
            k for k in self._links if k is not failed and k.fits(prompt) and k.breaker.allows(now)
        ]
        if not others and (
            isinstance(failure, (Rejected, Overloaded)) or not failed.breaker.allows(now)
        ):
            return None
        self._retries -= 1
        self.seen["retries"] += 1
        return others[0] if others else failed

    async def warm(self) -> None:
        """Load what the models' libraries need before the first call; raises nothing of theirs."""
        for link in self._links:
            if isinstance(link.model, Warms):
                await link.model.warm()

    async def refresh(self) -> None:
        """Take over what the ledger has of today, when that was not done lately."""
        now = self.clock()
        old = self._refreshed is None or now - self._refreshed >= LEDGER_AGE
        if self.ledger is not None and old:
            self._refreshed = now
            self.budget.take_over(now.date(), await self.ledger.of(now.date()))

    def book(self, day: date, payer: Payer, spent: Spent) -> None:
        """Let a call be written into the ledger; a reply does not wait for it."""
        if self._bookings is not None and spent.tokens:
            self._bookings.add(day, dict.fromkeys(payer.accounts, spent))

    async def close(self) -> None:
        """Write what is still to be booked, and give back connections."""
        if self._bookings is not None:
            await self._bookings.close()
        for link in self._links:
            if isinstance(link.model, Closes):
                await link.model.close()

    def spent(self) -> Mapping[str, Spent]:
        """What was spent today on each account, for metrics and reports."""
        return self.budget.of(self.clock().date())

    def states(self) -> Mapping[str, str]:
        """Each model's breaker: "closed", "open" or "half-open"."""
        return {link.model.name: link.breaker.state for link in self._links}
