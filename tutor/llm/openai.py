"""Any server that speaks OpenAI's chat protocol: OpenAI, Ollama, vLLM, llama.cpp, gateways."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from tutor.errors import BadSettings, ModelFailed
from tutor.llm.attachment import Medium
from tutor.llm.chain import DEFAULT_LIMITS, Limits
from tutor.llm.chat import ChatModel, Prompt
from tutor.llm.failures import Rejected
from tutor.llm.openai_parts import content, file_of, sees
from tutor.llm.openai_stream import Bounds, pieces_of, refused
from tutor.settings import Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI, AsyncStream

DEFAULT_MODEL = "gpt-4.1-mini"
DEFAULT_EAR = "gpt-4o-mini-transcribe"  # OpenAI's own; other servers are asked for OTHER_EAR
OTHER_EAR = "whisper-1"
ADAPTATIONS = 3  # parameters that a server may refuse before we give up
CONNECTIONS = 1000  # replies at once; at the library's own hundred the next learner would wait
KEPT_OPEN = 100  # connections between replies


def build(settings: Settings, limits: Limits = DEFAULT_LIMITS) -> ChatModel:
    """The model of `settings`; raises BadSettings when neither key nor address is set."""
    if not settings.llm_key and not settings.llm_base_url:
        raise BadSettings(
            "There is neither a key nor an address for the model.",
            where="MENO_LLM",
            do="Set OPENAI_API_KEY, or MENO_LLM_BASE_URL for a server of your own.",
        )
    own = bool(settings.llm_base_url)
    model = settings.llm_model or ("" if own else DEFAULT_MODEL)
    hears = not own if settings.llm_hears is None else settings.llm_hears
    return OpenAIModel(
        model=model,
        key=settings.llm_key,
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
            async with (
                await self._ask(prompt) as answer,
                aclosing(pieces_of(answer.response)) as pieces,
            ):
                async for piece in pieces:
                    yield piece
        except openai.APIStatusError as error:
            kind = ModelFailed if error.status_code >= 500 else Rejected
            raise kind(f"The model's server answered {error.status_code}.") from None
        except (openai.APIConnectionError, httpx2.HTTPError, httpx2.StreamError) as error:
            raise ModelFailed("The model's server cannot be reached.") from error
        except openai.OpenAIError as error:
            raise ModelFailed(f"The model's server failed: {type(error).__name__}.") from error
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
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
        for _ in range(ADAPTATIONS):
            try:
                return await self._sent(client, prompt)
            except openai.BadRequestError as error:
                unknown = refused(str(error.param or error))
                if not unknown or unknown in self._refused:
                    raise
                self._refused.add(unknown)
        return await self._sent(client, prompt)

    async def _hear(self, prompt: Prompt) -> str:
        """What is said in the prompt's sound."""
        assert self._client is not None
        sound = next(one for one in prompt.attachments if one.medium is Medium.SOUND)
        heard = await self._client.audio.transcriptions.create(
            model=self._ear, file=file_of(sound), response_format="json"
        )
        text = getattr(heard, "text", None)
        return text if isinstance(text, str) else ""

    async def _sent(self, client: "AsyncOpenAI", prompt: Prompt) -> "AsyncStream[object]":
        """The request as it is: the SDK's typed call works three times as long on the same bytes."""
        import openai

        return await client.post(
            "/chat/completions",
            body=self._request(prompt),
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
            "store": False,
            "temperature": prompt.temperature,
            # Reasoning models take the new name only, servers of one's own the old one only.
            "max_tokens" if self._base_url else "max_completion_tokens": prompt.max_tokens,
        }
        if prompt.form:
            request["response_format"] = {"type": "json_object"}
        return {name: value for name, value in request.items() if name not in self._refused}

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

        try:
            async for model in client.models.list():
                return model.id
        except openai.APIStatusError:
            pass
        return "default"
