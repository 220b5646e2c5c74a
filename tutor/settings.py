"""Settings: read once from the environment and the command line, and passed on as a value."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tutor.errors import BadSettings
from tutor.more_models import FIRST, more_models
from tutor.prices import Prices

PACKAGE = Path(__file__).resolve().parent
NO_PRICES = Prices()


def bundled(name: str) -> Path:
    """A folder that ships with Meno (`curricula`, `prompts`): beside the package in a checkout,
    inside it in an installed wheel."""
    beside = PACKAGE.parent / name
    return (
        beside
        if beside.is_dir() and (PACKAGE.parent / "pyproject.toml").exists()
        else PACKAGE / "_bundled" / name
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that the environment decides. `key` fields never appear in a repr."""

    host: str = "127.0.0.1"
    port: int = 8000
    data: Path = Path("var")
    curricula: Path = field(default_factory=lambda: bundled("curricula"))
    prompts: Path = field(default_factory=lambda: bundled("prompts"))
    database_url: str = ""
    public_url: str = ""
    demo: bool = True
    dense: bool = True
    chroma_url: str = ""
    embedding_model: str = ""
    llm_at: str = FIRST  # what the variables of the model below begin with
    llm: str = ""
    llm_base_url: str = ""
    llm_model: str = ""
    llm_sees: bool | None = None  # None: as the model's name tells
    llm_hears: bool | None = None
    llm_ear: str = ""  # the model that writes down voice notes
    llm_key: str = field(default="", repr=False)
    llm_daily_tokens: int = 2_000_000
    llm_daily_tokens_class: int | None = None
    llm_daily_tokens_learner: int | None = None
    llm_prices: Prices = NO_PRICES
    more_models: tuple["Settings", ...] = ()  # the next models, each with these settings as its own
    metrics_token: str = field(default="", repr=False)
    telegram_token: str = field(default="", repr=False)
    telegram_base_url: str = "https://api.telegram.org/bot"
    telegram_webhook: bool = False
    telegram_secret: str = field(default="", repr=False)
    country: str = ""  # ISO 3166 code; decides which helplines a crisis reply names
    time_zone: str = ""  # of the school, an IANA name; empty: the machine's
    alert_minutes: int = 15  # until a crisis that nobody took goes to the next adult
    alert_first: tuple[str, ...] = ()  # ids of who is told of a crisis before a class's teachers

    @property
    def database(self) -> str:
        """The database's URL: PostgreSQL when set, else a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data / 'meno.sqlite3'}"

    @property
    def address(self) -> str:
        """Where people reach the web page."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"


def read_settings(environ: Mapping[str, str] | None = None, **options: object) -> Settings:
    """Settings from `MENO_…` variables; options that are not None win. Raises BadSettings."""
    env = os.environ if environ is None else environ
    given: dict[str, object] = {
        "host": env.get("MENO_HOST") or None,
        "port": _whole(env, "MENO_PORT", 1, 65535),
        "data": _path(env, "MENO_DATA_DIR"),
        "curricula": _path(env, "MENO_CURRICULA"),
        "prompts": _path(env, "MENO_PROMPTS"),
        "database_url": env.get("MENO_DATABASE_URL") or None,
        "public_url": env.get("MENO_PUBLIC_URL") or None,
        "demo": _flag(env, "MENO_DEMO"),
        "dense": _flag(env, "MENO_DENSE"),
        "chroma_url": env.get("MENO_CHROMA_URL") or None,
        "embedding_model": env.get("MENO_EMBEDDING_MODEL") or None,
        "llm_daily_tokens": _whole(env, "MENO_LLM_DAILY_TOKENS", 0, 10**12),
        "llm_daily_tokens_class": _whole(env, "MENO_LLM_DAILY_TOKENS_CLASS", 0, 10**12),
        "llm_daily_tokens_learner": _whole(env, "MENO_LLM_DAILY_TOKENS_LEARNER", 0, 10**12),
        "metrics_token": env.get("MENO_METRICS_TOKEN") or None,
        "telegram_token": env.get("TELEGRAM_BOT_TOKEN") or None,
        "telegram_base_url": env.get("MENO_TELEGRAM_BASE_URL") or None,
        "telegram_webhook": _flag(env, "MENO_TELEGRAM_WEBHOOK"),
        "telegram_secret": env.get("MENO_TELEGRAM_SECRET") or None,
        "country": env.get("MENO_COUNTRY") or None,
        "time_zone": _zone(env),
        "alert_minutes": _whole(env, "MENO_ALERT_MINUTES", 1, 240),
        "alert_first": tuple(env.get("MENO_ALERT_FIRST", "").replace(",", " ").split()) or None,
    }
    given |= {name: value for name, value in options.items() if value is not None}
    first = _model(env, FIRST) | {"llm_key": env.get(f"{FIRST}_KEY") or env.get("OPENAI_API_KEY")}
    more = tuple(_made(given | _model(env, at)) for at in more_models(env))
    settings = _made(first | given | {"more_models": more})
    _check_prices(settings)
    return settings


def _made(given: Mapping[str, Any]) -> Settings:
    return Settings(**{name: value for name, value in given.items() if value not in (None, "")})


def _model(env: Mapping[str, str], at: str) -> dict[str, object]:
    """One model's settings, from the variables that begin so."""
    return {
        "llm_at": at,
        "llm": env.get(at),
        "llm_base_url": env.get(f"{at}_BASE_URL"),
        "llm_model": env.get(f"{at}_MODEL"),
        "llm_sees": _flag(env, f"{at}_SEES"),
        "llm_hears": _flag(env, f"{at}_HEARS"),
        "llm_ear": env.get(f"{at}_HEARS_MODEL"),
        "llm_key": env.get(f"{at}_KEY"),
        "llm_prices": _prices(env, at),
    }


def _check_prices(settings: Settings) -> None:
    """A price left out among others would be counted as nothing, and nobody would see it."""
    models = (settings, *settings.more_models)
    unpriced = [one.llm_at for one in models if one.llm_prices is NO_PRICES]
    if 0 < len(unpriced) < len(models):
        raise BadSettings(
            "This model has no price, though another has.",
            where=f"{unpriced[0]}_PRICE_IN",
            do="Write what a million tokens cost; 0 where they cost nothing.",
        )


def zone_of(settings: Settings) -> ZoneInfo | None:
    """The zone of the school's clock; None is the machine's."""
    return ZoneInfo(settings.time_zone) if settings.time_zone else None


def clock_of(settings: Settings) -> tzinfo:
    """The school's clock: that of its zone, or the machine's."""
    return zone_of(settings) or _Machine()


class _Machine(tzinfo):
    """The machine's clock, summer and winter."""

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        return at.replace(tzinfo=None).astimezone().utcoffset() if at else None

    def dst(self, at: datetime | None) -> timedelta | None:
        return None

    def tzname(self, at: datetime | None) -> str | None:
        return at.replace(tzinfo=None).astimezone().tzname() if at else None

    def fromutc(self, at: datetime) -> datetime:
        return at.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)


def _zone(env: Mapping[str, str]) -> str | None:
    name = env.get("MENO_TIME_ZONE", "").strip()
    if not name:
        return None
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadSettings(
            f"There is no time zone “{name}”.", where="MENO_TIME_ZONE", do="Use Europe/Madrid or the like.",
        ) from error  # fmt: skip


def _flag(env: Mapping[str, str], name: str) -> bool | None:
    value = env.get(name, "").strip().lower()
    if not value:
        return None
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSettings(f"“{value}” is neither yes nor no.", where=name, do="Use 1 or 0.")


def _whole(env: Mapping[str, str], name: str, low: int, high: int) -> int | None:
    value = env.get(name, "").strip()
    if not value:
        return None
    if not value.isdigit() or not low <= int(value) <= high:
        raise BadSettings(f"“{value}” is not a whole number from {low} to {high}.", where=name)
    return int(value)


def _prices(env: Mapping[str, str], at: str) -> Prices | None:
    names = (f"{at}_PRICE_IN", f"{at}_PRICE_OUT")
    if not any(env.get(name, "").strip() for name in names):
        return None
    into, out = (_price(env, name) for name in names)
    return Prices(
        per_million_in=into, per_million_out=out, currency=env.get("MENO_LLM_CURRENCY", "").strip()
    )


def _price(env: Mapping[str, str], name: str) -> Fraction:
    value = env.get(name, "").strip() or "0"
    if not re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value):
        raise BadSettings(
            f"“{value}” is not a price.",
            where=name,
            do="Write what a million tokens cost, as 0.15.",
        )
    return Fraction(value)


def _path(env: Mapping[str, str], name: str) -> Path | None:
    value = env.get(name, "").strip()
    return Path(value).expanduser() if value else None
