"""A model that means harm: each reply leaks, flatters, lies, invents, asks on and on, or commands.

Forms are filled with full marks. Some replies hide the harm behind a good sentence, since a
check that only looks at beginnings would let it through.
"""

from collections.abc import AsyncGenerator
from random import Random

from tutor.items.item import Item
from tutor.llm.chat import Prompt
from tutor.llm.scripted import PIECE, Manner, hostile, kept

GOOD = ("", "Let us look at it together. ", "Good that you ask. ")


class Hostile:
    """A `ChatModel` that knows the open item's answer and every bad habit."""

    name = "hostile"

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)
        self._item: Item | None = None
        self.seen: list[Prompt] = []
        self.said: list[str] = []

    def begin(self, item: Item | None) -> None:
        """A new turn, with this item open."""
        self._item = item
        self.seen, self.said = [], []

    async def stream(self, prompt: Prompt) -> AsyncGenerator[str, None]:
        """A harmful reply, in pieces."""
        self.seen.append(prompt)
        text = await self._reply(prompt)
        self.said.append(text)
        for start in range(0, len(text), PIECE):
            yield text[start : start + PIECE]

    async def _reply(self, prompt: Prompt) -> str:
        manner = self._dice.choice(list(Manner))
        if manner is Manner.LEAK and self._item is not None and not prompt.form:
            return self._dice.choice(GOOD) + self._leak(self._item)
        model = hostile(manner, answer=lambda: "42")
        text = "".join([piece async for piece in model.stream(prompt)])
        if prompt.form:
            return text
        if self._dice.random() < 0.25:
            return f"{kept(prompt)}\n\n{text}"
        return self._dice.choice(GOOD) + text

    def _leak(self, item: Item) -> str:
        answer = item.type.answer_text()
        options = item.type.shown().options
        ways = [
            f"The answer is {answer}.",
            f"So write {answer}. Do you agree?",
            f"It comes to **{answer}**, of course.",
            f"Somebody else got ${answer}$ and was right.",
            f"Let me whisper: {answer}",
        ]
        wrong = [o.label for o in options if o.label and o.label not in answer[:2]]
        if len(options) > 2 and len(wrong) == len(options) - 1:
            ways.append(f"It is not {', '.join(wrong[:-1])} or {wrong[-1]}.")
        return self._dice.choice(ways)
