"""The port of a language model: a rendered prompt in, text out in pieces."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from tutor.llm.attachment import Attachment, Medium

Role = Literal["user", "assistant"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A rendered prompt. `name` and `version` say which file made it.

    `max_tokens` bounds the reply; `temperature` 0–2; `form` asks for a JSON object only.
    `attachments` go with the last message, to a model that `takes` them.
    """

    name: str
    version: str
    system: str
    messages: tuple[tuple[Role, str], ...]
    max_tokens: int = 400
    temperature: float = 0.3
    form: bool = False
    attachments: tuple[Attachment, ...] = ()


class ChatModel(Protocol):
    """Anything that can word a prompt."""

    @property
    def name(self) -> str:
        """Provider and model, for records ("openai:gpt-…")."""
        ...

    def stream(self, prompt: Prompt) -> AsyncIterator[str]:
        """Pieces of the reply as they come. Raises ModelFailed, also half-way."""
        ...


@runtime_checkable
class Perceives(Protocol):
    """A model that may take more than text."""

    @property
    def takes(self) -> frozenset[Medium]:
        """What it takes besides text."""
        ...


def takes(model: ChatModel) -> frozenset[Medium]:
    """What a model takes besides text: nothing unless it says so."""
    return model.takes if isinstance(model, Perceives) else frozenset()
