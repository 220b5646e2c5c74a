"""Any server that speaks OpenAI's chat protocol: OpenAI, Ollama, vLLM, llama.cpp, gateways."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from tutor.errors import BadSettings, ModelFailed
from tutor.llm.attachment import Medium
from tutor.llm.chat import ChatModel, Prompt
from tutor.llm.limits import DEFAULT_LIMITS, Limits
from tutor.llm.openai_parts import content, file_of, sees
from tutor.llm.openai_refusals import OPTIONS, failure_of, refused
from tutor.llm.openai_stream import Bounds, Told, pieces_of
from tutor.more_models import FIRST
from tutor.settings import Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI, AsyncStream

DEFAULT_MODEL = "gpt-4.1-mini"
DEFAULT_EAR = "gpt-4o-mini-transcribe"  # OpenAI's own; other servers are asked for OTHER_EAR
OTHER_EAR = "whisper-1"
THINKING = 2_000  # tokens more for a model that thinks before it speaks
CONNECTIONS = 1000  # replies at once; at the library's own hundred the next learner would wait
KEPT_OPEN = 100  # connections between replies


def build(settings: Settings, limits: Limits = DEFAULT_LIMITS) -> ChatModel:
    """The model of `settings`; raises BadSettings when neither key nor address is set."""
    at = settings.llm_at
    key_at = "OPENAI_API_KEY" if at == FIRST else f"{at}_KEY"
    if not settings.llm_key and not settings.llm_base_url:
        raise BadSettings(
            "There is neither a key nor an address for the model.",
            where=at,
            do=f"Set {key_at}, or {at}_BASE_URL for a server of your own.",
        )
    key = settings.llm_key.strip()
    if not (key.isascii() and key.isprintable()):
        raise BadSettings(
            "The key has characters that no key has.", where=key_at, do="Copy it again."
        )
    own = bool(settings.llm_base_url)
    model = settings.llm_model or ("" if own else DEFAULT_MODEL)
    hears = not own if settings.llm_hears is None else settings.llm_hears
    return OpenAIModel(
        model=model,
        key=key,
        base_url=settings.llm_base_url,
        limits=limits,
        sees=sees(model) if settings.llm_sees is None else settings.llm_sees,
        ear=(settings.llm_ear or (OTHER_EAR if own else DEFAULT_EAR)) if hears else "",
    )


class OpenAIModel:
    """A chat model over HTTP. Without a model's name the server's first one is used.

    `sees` says whether it takes pictures; `ear` names the model that writes down sounds, "" for
    none: a prompt with a sound goes to it, and its reply is what was said. The SDK takes its time to import: the first call does it, in a thread, or `warm` before.
    """

    def __init__(
        self,
        *,
        model: str,
        key: str,
        base_url: str = "",
        limits: Limits = DEFAULT_LIMITS,
        sees: bool = False,
        ear: str = "",
    ) -> None:
        self._model = model
        self._key = key
        self._base_url = base_url
        self._limits = limits
        self._ear = ear
        self.takes = frozenset(
            medium for medium, able in ((Medium.PICTURE, sees), (Medium.SOUND, bool(ear))) if able
        )
        self._client: AsyncOpenAI | None = None
        self._refused: set[str] = set()
        self._thinks = False  # it has used up a reply's tokens before its first word

    @property
    def name(self) -> str:
        """ "openai:" and the model's name."""
        return f"openai:{self._model or 'default'}"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[str, None]:
        """Pieces of the reply. Raises ModelFailed, also half-way."""
        await self.warm()
        import httpx2
        import openai

        try:
            if any(one.medium is Medium.SOUND for one in prompt.attachments):
                yield await self._hear(prompt)
                return
            told = Told()
            async with (
                await self._ask(prompt) as answer,
                aclosing(pieces_of(answer.response, told)) as pieces,
            ):
                async for piece in pieces:
                    yield piece
            self._thinks = self._thinks or (told.cut and not told.said)
        except openai.APIStatusError as error:
            raise failure_of(error) from None
        except (openai.APIConnectionError, httpx2.HTTPError, httpx2.StreamError) as error:
            raise ModelFailed("The model's server cannot be reached.") from error
        except openai.OpenAIError as error:
            raise ModelFailed(f"The model's server failed: {type(error).__name__}.") from error
        except (json.JSONDecodeError, UnicodeError) as error:
            raise ModelFailed("The model's server sent garbage.") from error

    async def warm(self) -> None:
        """Load the SDK and open the client, so that the first learner does not wait for it."""
        if self._client is None:
            client = await asyncio.to_thread(self._opened)
            self._client = self._client or client

    async def close(self) -> None:
        """Give back connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def _ask(self, prompt: Prompt) -> "AsyncStream[object]":
        """A streamed response that is no refusal."""
        import openai

        assert self._client is not None
        client = self._client
        if not self._model:
            self._model = await self._first_model(client)
        for _ in OPTIONS:
            request = self._request(prompt)
            try:
                return await self._sent(client, request)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                unwanted = refused(error.param, f"{error} {error.body}", request)
                if not unwanted:
                    raise
                self._refused.add(unwanted)
        return await self._sent(client, self._request(prompt))

    async def _hear(self, prompt: Prompt) -> str:
        """What is said in the prompt's sound."""
        assert self._client is not None
        sound = next(one for one in prompt.attachments if one.medium is Medium.SOUND)
        heard = await self._client.audio.transcriptions.create(
            model=self._ear, file=file_of(sound), response_format="json"
        )
        text = getattr(heard, "text", None)
        return text if isinstance(text, str) else ""

    async def _sent(self, client: "AsyncOpenAI", request: dict[str, Any]) -> "AsyncStream[object]":
        """The request as it is: the SDK's typed call works three times as long on the same bytes."""
        import openai

        return await client.post(
            "/chat/completions",
            body=request,
            cast_to=object,
            stream=True,
            stream_cls=openai.AsyncStream[object],
        )

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        """The request, without what this server has refused before."""
        last = len(prompt.messages) - 1
        said = [
            {"role": role, "content": content(text, prompt.attachments if at == last else ())}
            for at, (role, text) in enumerate(prompt.messages)
        ]
        request: dict[str, Any] = {
            "model": self._model,
            "messages": [{"role": "system", "content": prompt.system}, *said],
            "stream": True,
            "stream_options": {"include_usage": True},
            "store": False,
            "temperature": prompt.temperature,
            self._most(): prompt.max_tokens + (THINKING if self._thinks else 0),
        }
        if prompt.form:
            request["response_format"] = {"type": "json_object"}
        if self._thinks:
            request["reasoning_effort"] = "low"
        return {name: value for name, value in request.items() if name not in self._refused}

    def _most(self) -> str:
        """What the bound of a reply is called: reasoning models take the new name only, servers
        of one's own the old one only, and gateways what stands behind them takes."""
        names = ("max_completion_tokens", "max_tokens")
        own, other = reversed(names) if self._base_url else names
        return other if own in self._refused else own

    def _opened(self) -> "AsyncOpenAI":
        """A client; slow the first time, since the SDK loads its parts when they are touched."""
        import httpx2
        from openai import AsyncOpenAI

        limits = self._limits
        client = AsyncOpenAI(
            api_key=self._key or "none",
            base_url=self._base_url or None,
            max_retries=0,
            http_client=httpx2.AsyncClient(
                timeout=httpx2.Timeout(limits.total, connect=limits.connect, read=limits.idle),
                limits=httpx2.Limits(
                    max_connections=CONNECTIONS, max_keepalive_connections=KEPT_OPEN
                ),
                headers={"Accept-Encoding": "identity"},
                event_hooks={"response": [Bounds(limits).guard]},
            ),
        )
        assert not self._ear or client.audio.transcriptions
        return client

    async def _first_model(self, client: "AsyncOpenAI") -> str:
        """The first model that a server of one's own offers; "default" when it does not say."""
        import openai

        try:  # not by the SDK's typed call, which falls over a page for signing in
            listed = await client.get("/models", cast_to=object)
        except openai.APIStatusError:
            return "default"
        models = listed.get("data") if isinstance(listed, dict) else None
        first = models[0].get("id") if isinstance(models, list) and models else None
        return first if isinstance(first, str) else "default"
