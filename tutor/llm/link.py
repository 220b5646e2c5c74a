"""One model of the chain: what it takes, its breaker, and one try with it inside the time-outs."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, runtime_checkable

from tutor.errors import ModelFailed
from tutor.llm.breaker import Breaker
from tutor.llm.chat import ChatModel, Prompt, takes
from tutor.llm.failures import Filtered, Overloaded
from tutor.llm.limits import Limits
from tutor.llm.thoughts import Thought, spoken

TWIN = "#"  # before the number of a model whose name an earlier one has


@runtime_checkable
class Warms(Protocol):
    """A model that can load its library ahead of time."""

    async def warm(self) -> None: ...


@runtime_checkable
class Closes(Protocol):
    """A model that holds connections."""

    async def close(self) -> None: ...


@dataclass(slots=True, eq=False)
class Link:
    """One model of the chain. `label` is its name in the accounts, its own among the models."""

    model: ChatModel
    label: str
    breaker: Breaker = field(default_factory=Breaker)

    def fits(self, prompt: Prompt) -> bool:
        """Whether the model takes what goes with the prompt."""
        return takes(self.model) >= {one.medium for one in prompt.attachments}

    @property
    def name(self) -> str:
        """Its name as far as it is known by now, told apart from others of that name."""
        _, twin, number = self.label.partition(TWIN)
        return self.model.name + twin + number

    async def words(
        self, prompt: Prompt, limits: Limits, clock: Callable[[], datetime], first: float
    ) -> AsyncGenerator[str, None]:
        """One try, inside the limits, `first` seconds until the first piece; tells the breaker how
        it went. Raises ModelFailed, also half-way."""
        now = asyncio.get_running_loop().time
        end, deadline, length, settled = now() + limits.total, now() + first, 0, False
        self.breaker.begin()
        pieces = spoken(self.model.stream(prompt))
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
            self.breaker.bad(clock(), asked)
            settled = True
            raise
        finally:
            if not settled:
                self.breaker.good() if length else self.breaker.dropped()
            await pieces.aclose()


async def _next(pieces: AsyncIterator[str], deadline: float) -> str | None:
    """The next piece, None at the end; raises ModelFailed when it takes too long."""
    try:
        async with asyncio.timeout_at(deadline):
            return await anext(pieces, None)
    except TimeoutError:
        raise ModelFailed("The model took too long.") from None


def links(models: Sequence[ChatModel]) -> list[Link]:
    """Each model with a label that no other has: two servers may well offer the same model."""
    names = [model.name for model in models]
    before = [names[:at].count(name) for at, name in enumerate(names)]
    return [
        Link(model=model, label=f"{name}{TWIN}{earlier + 1}" if earlier else name)
        for model, name, earlier in zip(models, names, before, strict=True)
    ]
