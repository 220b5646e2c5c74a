"""Any provider that LangChain knows, by `MENO_LLM=langchain:<provider:model>`."""

import asyncio
import os
from collections.abc import AsyncGenerator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from tutor.errors import BadSettings, MissingExtra, ModelFailed
from tutor.llm.attachment import Medium
from tutor.llm.chat import ChatModel, Prompt
from tutor.llm.limits import DEFAULT_LIMITS, Limits
from tutor.llm.openai_parts import content, sees
from tutor.settings import Settings

ROLES = {"user": "human", "assistant": "ai"}
TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")


def build(settings: Settings, limits: Limits = DEFAULT_LIMITS) -> ChatModel:
    """The model named after "langchain:"; raises BadSettings or MissingExtra.

    Tracing is forced off: it would send what learners write to a third party.
    """
    model = settings.llm.partition(":")[2]
    if ":" not in model:
        raise BadSettings(
            f"“{settings.llm}” names no provider and model.",
            where=settings.llm_at,
            do="Write it like langchain:anthropic:claude-haiku.",
        )
    if find_spec("langchain") is None:
        raise MissingExtra(
            "LangChain is not installed.",
            where=settings.llm_at,
            do="Install meno-tutor[langchain], and the provider's own package.",
        )
    for variable in TRACING:
        os.environ[variable] = "false"
    return LangChainModel(
        model=model,
        key=settings.llm_key,
        base_url=settings.llm_base_url,
        limits=limits,
        sees=sees(model) if settings.llm_sees is None else settings.llm_sees,
    )


class LangChainModel:
    """A LangChain chat model behind our port; the library is loaded by the first call."""

    def __init__(
        self,
        *,
        model: str,
        key: str = "",
        base_url: str = "",
        limits: Limits = DEFAULT_LIMITS,
        sees: bool = False,
    ) -> None:
        self.takes = frozenset({Medium.PICTURE} if sees else ())
        self._model = model
        self._options: dict[str, Any] = {"max_retries": 0, "timeout": limits.total}
        if key and model.startswith("openai:"):
            self._options["api_key"] = key
        if base_url:
            self._options |= {"base_url": base_url, "api_key": key or "none"}
        if model.startswith("openai:"):
            self._options["store"] = False
        self._chat: Any = None

    @property
    def name(self) -> str:
        """ "langchain:", the provider and the model."""
        return f"langchain:{self._model}"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[str, None]:
        """Pieces of the reply. Raises ModelFailed, also half-way."""
        last = len(prompt.messages) - 1
        said = [
            (ROLES[role], content(text, prompt.attachments if at == last else ()))
            for at, (role, text) in enumerate(prompt.messages)
        ]
        try:
            chat = await asyncio.to_thread(self._opened)
            bound = chat.bind(max_tokens=prompt.max_tokens, temperature=prompt.temperature)
            async for chunk in bound.astream([("system", prompt.system), *said]):
                piece = _text(chunk.content)
                if piece:
                    yield piece
        except Exception as error:
            # LangChain lets each provider's own errors through, and they share no other root.
            raise ModelFailed(f"The model failed: {type(error).__name__}.") from error

    async def warm(self) -> None:
        """Load the library, so that the first learner does not wait for it."""
        await asyncio.to_thread(import_module, "langchain.chat_models")

    def _opened(self) -> Any:
        if self._chat is None:
            from langchain.chat_models import init_chat_model

            self._chat = init_chat_model(self._model, **self._options)
        return self._chat


def _text(content: object) -> str:
    """The words of a chunk: a string, or blocks of which some are text."""
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return ""
    parts = [part if isinstance(part, str) else _block(part) for part in content]
    return "".join(parts)


def _block(part: object) -> str:
    text = part.get("text", "") if isinstance(part, dict) else ""
    return text if isinstance(text, str) else ""
