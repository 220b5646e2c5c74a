"""Language models behind one small port; every call goes through one counted chain."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec

from tutor.errors import BadSettings
from tutor.llm.budget import Caps, Ledger
from tutor.llm.chain import Chain
from tutor.llm.chat import ChatModel
from tutor.llm.limits import DEFAULT_LIMITS, Limits
from tutor.more_models import OFF
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
    """The configured models behind their chain, in order, or None when none is configured.

    `MENO_LLM=<name>[:<rest>]` finds `tutor/llm/<name>.py:build`; with a key or an address alone
    it is `openai`. Loads no provider's library. Raises BadSettings.
    """
    if _plugin(settings) in {"", *OFF}:
        return None
    caps = Caps(
        school=settings.llm_daily_tokens,
        each_class=settings.llm_daily_tokens_class,
        each_learner=settings.llm_daily_tokens_learner,
    )
    asked = (settings, *settings.more_models)
    _differ(asked)
    models = [_found(one)(one, limits) for one in asked]
    prices = [one.llm_prices for one in asked]
    return Chain(models, clock, prices=prices, caps=caps, limits=limits, ledger=ledger)


def _plugin(settings: Settings) -> str:
    """The name of the model's module; "" when no model is configured."""
    named = settings.llm.partition(":")[0].strip()
    return named or ("openai" if settings.llm_key or settings.llm_base_url else "")


def _differ(asked: Sequence[Settings]) -> None:
    """A model that is the one before it again would fail with it."""
    known: dict[tuple[str, ...], str] = {}
    for one in asked:
        rest = one.llm.partition(":")[2]
        same = (_plugin(one), rest, one.llm_base_url.rstrip("/"), one.llm_model, one.llm_key)
        if (before := known.setdefault(same, one.llm_at)) != one.llm_at:
            raise BadSettings(
                f"This is the model of {before} again.",
                where=one.llm_at,
                do="Name another address, model or key, or leave it out.",
            )


def _found(settings: Settings) -> Build:
    plugin = _plugin(settings)
    where = f"tutor.llm.{plugin}"
    build: Build | None = None
    if plugin.isidentifier() and find_spec(where) is not None:
        build = getattr(import_module(where), "build", None)
    if build is None:
        raise BadSettings(
            f"There is no kind of model called “{plugin}”.",
            where=settings.llm_at,
            do="Use openai, langchain:<provider:model>, or leave it out.",
        )
    return build
