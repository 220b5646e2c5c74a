"""The one counted way to the models: time-outs, the next one, a breaker for each, a daily budget.

Everything that asks a model asks a `Chain`. A call may fail with ModelFailed at any point; what
was said before stands, and the caller falls back on plain wording. A model that fails before its
first word hands over to the next one; while one is silent for long the next is asked, too, and the
first to speak is heard. The same one is asked again only where there is no other,
and that is itself budgeted (a tenth of the calls), so that a provider in trouble is not asked twice
as often as usual.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import date, datetime, timedelta

from tutor.errors import ModelFailed
from tutor.llm import meter
from tutor.llm.attachment import Medium
from tutor.llm.booking import Bookings
from tutor.llm.budget import NOBODY, Budget, Caps, Ledger, Payer, Spent, tokens, tokens_of
from tutor.llm.chat import ChatModel, Prompt, takes
from tutor.llm.failures import Overloaded, Rejected
from tutor.llm.limits import DEFAULT_LIMITS, Limits
from tutor.llm.link import Closes, Link, Warms, links
from tutor.llm.race import Heard, Race
from tutor.llm.thoughts import Thought
from tutor.prices import PriceList, Prices

RETRY_SHARE = 0.1  # retries earned by a call
RETRIES_KEPT = 3.0  # retries that may be saved up
LEDGER_AGE = timedelta(seconds=20)  # how old another process's bookings may be when a cap is asked


class Call:
    """One counted call. `by` names the model that gave the words, "" before the first; `past` are
    models that are not asked for these words."""

    def __init__(
        self,
        chain: "Chain",
        prompt: Prompt,
        payer: Payer,
        past: Sequence[Link] = (),
        began: float | None = None,
    ) -> None:
        self.prompt = prompt
        self.payer = payer
        self.tried = list(past)
        self._chain = chain
        self._used: dict[str, Spent] = {}
        self._started = self._asked = asyncio.get_running_loop().time()
        self.began = self._started if began is None else began
        self.by = ""

    async def pieces(self) -> AsyncGenerator[str, None]:
        """Pieces as they come, none empty. Raises ModelFailed, also half-way."""
        chain, prompt, payer = self._chain, self.prompt, self.payer
        await chain.refresh()
        day = chain.clock().date()
        most = tokens_of(prompt) + prompt.max_tokens
        chain.budget.hold(day, payer, most)
        meter.called()
        self._started = asyncio.get_running_loop().time()
        said: list[str] = []
        try:
            async with aclosing(self._tries()) as tries:
                async for piece in tries:
                    said.append(piece)
                    yield piece
        finally:
            if self._used:
                self._use(Spent(calls=1, tokens_out=tokens("".join(said))))
            meter.waited(sum(spent.seconds for spent in self._used.values()))
            chain.budget.settle(day, payer, most, self._used)
            chain.book(day, payer, self._used)

    async def _tries(self) -> AsyncGenerator[str, None]:
        """The words of the first model that speaks, each asked when the one before it has failed or is silent."""
        chain = self._chain
        async with Race(self.prompt, chain.limits, chain.clock) as race:
            self._ask(race, chain.first(self.prompt, self.tried))
            while True:
                try:
                    heard = await self._hear(race)
                except ModelFailed as failure:
                    chain.seen[f"failed:{type(failure).__name__}"] += 1
                    if race.running:
                        continue
                    link = None if self.by or self._late else chain.again(self, failure)
                    if link is None:
                        raise
                    self._ask(race, link)
                    continue
                if heard is None:
                    if (link := chain.meanwhile(self)) is not None:
                        self._ask(race, link)
                    continue
                link, piece = heard
                if piece is None:
                    return
                if isinstance(piece, Thought):
                    self._use(Spent(tokens_out=piece.cost), link)
                    self._asked = asyncio.get_running_loop().time()  # it is at work
                    continue
                if not self.by:
                    self.by, self._speaker = link.name, link
                    race.won(link)
                yield piece

    def _ask(self, race: Race, link: Link) -> None:
        """Ask a model, as long as there is patience for its first word."""
        limits, now = self._chain.limits, asyncio.get_running_loop().time()
        self.tried.append(link)
        self._speaker, self._asked = link, now
        self._use(Spent(tokens_in=tokens_of(self.prompt)))
        race.ask(link, min(limits.first, limits.patience - (now - self._started)))

    async def _hear(self, race: Race) -> Heard | None:
        """What is heard next, its waiting counted; None when it is time to ask another model, too."""
        now = asyncio.get_running_loop().time
        began, heard = now(), None
        alone = self.by or self._late or self._chain.following(self) is None
        silence = None if alone else max(0.0, self._asked + self._chain.limits.silent - began)
        try:
            heard = await race.hear(silence)
            return heard
        finally:
            self._use(Spent(seconds=now() - began), heard[0] if heard else None)

    @property
    def _late(self) -> bool:
        """Whether no other model could speak before patience ends."""
        limits = self._chain.limits
        waited = asyncio.get_running_loop().time() - self._started
        return waited >= limits.patience - min(1.0, limits.first / 4)

    def _use(self, spent: Spent, link: Link | None = None) -> None:
        """Count on a model's account; on that of who speaks, or was asked last, unless told."""
        label = (link or self._speaker).label
        self._used[label] = self._used.get(label, Spent()).plus(spent)


class Chain:
    """Models in order of preference, behind one budget; itself a ChatModel.

    `clock` gives the aware time (days are counted by it). `prices` are the models', in their order.
    `payer` in `call` is whose turn it is: it is counted and never sent. `ledger` keeps the counts
    over restarts and between processes.
    """

    def __init__(
        self,
        models: Sequence[ChatModel],
        clock: Callable[[], datetime],
        *,
        prices: Sequence[Prices] = (),
        caps: Caps | None = None,
        limits: Limits = DEFAULT_LIMITS,
        ledger: Ledger | None = None,
    ) -> None:
        self._links = links(models)
        priced = dict(zip((link.label for link in self._links), prices, strict=False))
        self.prices = PriceList(first=next(iter(prices), Prices()), models=priced)
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
        call: Call | None = self.call(prompt, payer=payer)
        while call is not None:
            try:
                async with aclosing(call.pieces()) as pieces:
                    return "".join([piece async for piece in pieces])
            except ModelFailed:
                call = self.anew(call)
                if call is None:
                    raise
        raise AssertionError("A call gives words, or fails.")

    def anew(self, broken: Call) -> Call | None:
        """The same call to the next model, when one broke off and nobody has heard of it; or None.

        Not beyond `patience`: the new one takes its time, too.
        """
        late = asyncio.get_running_loop().time() - broken.began >= self.limits.patience
        if late or not broken.by or self.following(broken) is None:
            return None
        self.seen["anew"] += 1
        return Call(self, broken.prompt, broken.payer, broken.tried, broken.began)

    def first(self, prompt: Prompt, past: Sequence[Link]) -> Link:
        """The first model that may be asked; raises ModelFailed when every one rests."""
        self.seen["calls"] += 1
        self._retries = min(RETRIES_KEPT, self._retries + RETRY_SHARE)
        if (link := self._next(prompt, past)) is not None:
            return link
        self.seen["resting"] += 1
        raise ModelFailed("No model can be asked at the moment; it is tried again soon.")

    def again(self, call: Call, failure: ModelFailed) -> Link | None:
        """The model for another try: the next one, or the same once more where that may help."""
        if (following := self.following(call)) is not None:
            self.seen["handed_on"] += 1
            return following
        (failed, *others) = reversed(call.tried)
        useless = isinstance(failure, (Rejected, Overloaded)) or not failed.breaker.allows(
            self.clock()
        )
        if others or useless or self._retries < 1:
            return None
        self._retries -= 1
        self.seen["retries"] += 1
        return failed

    def meanwhile(self, call: Call) -> Link | None:
        """The next model, while those asked so far are silent."""
        following = self.following(call)
        self.seen["meanwhile"] += following is not None
        return following

    def following(self, call: Call) -> Link | None:
        """The first model that may be asked and was not, for this call."""
        return self._next(call.prompt, call.tried)

    def _next(self, prompt: Prompt, past: Sequence[Link]) -> Link | None:
        """The first model that takes the prompt, is not at rest and is none of the past ones."""
        now = self.clock()
        for link in self._links:
            if link not in past and link.fits(prompt) and link.breaker.allows(now):
                return link
        return None

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

    def book(self, day: date, payer: Payer, used: Mapping[str, Spent]) -> None:
        """Let what each model was used for be written into the ledger; a reply does not wait for it."""
        for model, spent in used.items():
            if self._bookings is not None and spent.tokens:
                self._bookings.add(day, model, dict.fromkeys(payer.accounts, spent))

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

    def full(self) -> frozenset[str]:
        """The accounts that are at their cap today, as far as a call was refused here."""
        return self.budget.full(self.clock().date())

    def states(self) -> Mapping[str, str]:
        """Each model's breaker: "closed", "open" or "half-open"."""
        return {link.label: link.breaker.state for link in self._links}
