"""Language models behind one small port; every call goes through one counted chain."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec

from tutor.errors import BadSettings
from tutor.llm.budget import Caps, Ledger
from tutor.llm.chain import Chain
from tutor.llm.chat import ChatModel
from tutor.llm.limits import DEFAULT_LIMITS, Limits
from tutor.settings import Settings

Build = Callable[[Settings, Limits], ChatModel]


def _now() -> datetime:
    return datetime.now(UTC)


def build_model(
    settings: Settings,
    *,
    clock: Callable[[], datetime] = _now,
    limits: Limits = DEFAULT_LIMITS,
    ledger: Ledger | None = None,
) -> Chain | None:
    """The configured model behind its chain, or None when none is configured.

    `MENO_LLM=<name>[:<rest>]` finds `tutor/llm/<name>.py:build`; with a key or an address alone
    it is `openai`. Loads no provider's library. Raises BadSettings.
    """
    plugin = settings.llm.partition(":")[0].strip()
    if plugin in {"none", "off"}:
        return None
    if not plugin:
        if not settings.llm_key and not settings.llm_base_url:
            return None
        plugin = "openai"
    build = _found(plugin)
    caps = Caps(
        school=settings.llm_daily_tokens,
        each_class=settings.llm_daily_tokens_class,
        each_learner=settings.llm_daily_tokens_learner,
    )
    return Chain([build(settings, limits)], clock, caps=caps, limits=limits, ledger=ledger)


def _found(plugin: str) -> Build:
    where = f"tutor.llm.{plugin}"
    build: Build | None = None
    if plugin.isidentifier() and find_spec(where) is not None:
        build = getattr(import_module(where), "build", None)
    if build is None:
        raise BadSettings(
            f"There is no kind of model called “{plugin}”.",
            where="MENO_LLM",
            do="Use openai, langchain:<provider:model>, or leave it out.",
        )
    return build
