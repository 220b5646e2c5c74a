"""What a model thinks before it speaks: paid for, and never said.

Many open models write their thoughts into the reply, between <think> and </think>; servers that
take them out send them beside the words, or only tell how many tokens they were.
"""

import re
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from typing import Self

from tutor.llm.budget import tokens

_OPENS = re.compile(r"\s*<(think|thinking|thought|reasoning)>", re.IGNORECASE)
_MAY_OPEN = re.compile(r"\s*(?:<[a-z]{0,9})?", re.IGNORECASE)


class Thought(str):
    """An empty piece that costs tokens: who joins pieces need not know of it."""

    __slots__ = ("cost",)
    cost: int

    def __new__(cls, cost: int) -> Self:
        """A thought of so many tokens."""
        made = super().__new__(cls)
        made.cost = cost
        return made


async def spoken(pieces: AsyncIterator[str]) -> AsyncGenerator[str, None]:
    """The pieces, the thoughts that stand before the words turned into Thoughts."""
    opening = _Opening()
    try:
        async for piece in pieces:
            if opening.over or isinstance(piece, Thought):
                yield piece
                continue
            for part in opening.feed(piece):
                yield part
        if not (opening.over or opening.tag):
            yield opening.begun
    finally:
        if isinstance(pieces, AsyncGenerator):
            await pieces.aclose()


class _Opening:
    """The beginning of a reply, as long as it may be a thought."""

    def __init__(self) -> None:
        self.over = False
        self.begun = ""  # what came and is not yet known to be words
        self.tag = ""  # the tag that ends the thought, once one has begun

    def feed(self, piece: str) -> Iterator[str]:
        """What a piece makes: nothing yet, a Thought, or words, with which the opening is over."""
        self.begun += piece
        if not self.tag and (opened := _OPENS.match(self.begun)):
            self.tag = f"</{opened[1].casefold()}>"
        if not self.tag:
            self.over = not _MAY_OPEN.fullmatch(self.begun)
            if self.over:
                yield self.begun
            return
        thought, ended, words = self._parted()
        yield Thought(tokens(thought))
        self.begun, self.over = words, ended
        if ended and words:
            yield words

    def _parted(self) -> tuple[str, bool, str]:
        """The thought so far, whether it has ended, and what is not known to belong to it."""
        at = self.begun.casefold().find(self.tag)
        if at >= 0:
            return self.begun[:at], True, self.begun[at + len(self.tag) :]
        kept = len(self.begun) - len(self.tag)
        return self.begun[: max(kept, 0)], False, self.begun[max(kept, 0) :]
