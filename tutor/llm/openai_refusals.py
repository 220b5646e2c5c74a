"""What a server of OpenAI's protocol means when it says no."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tutor.errors import ModelFailed
from tutor.llm.failures import Filtered, Overloaded, Rejected

if TYPE_CHECKING:
    import openai

FILTERS = ("content_filter", "content_policy", "content management policy")
# Options that we can do without, the longer name of two before the one that it contains.
OPTIONS = (
    "max_completion_tokens", "max_tokens", "temperature", "store", "response_format",
    "reasoning_effort", "stream_options",
)  # fmt: skip


def refused(param: str | None, said: str, sent: Iterable[str]) -> str:
    """The option among those `sent` that a server did not want, "" when it does not say or we
    need it. A message may name another option to use instead: that one was not sent."""
    options = [option for option in OPTIONS if option in sent]
    if param:
        return next((option for option in options if option == param.strip()), "")
    return next((option for option in options if option in said), "")


def failure_of(error: "openai.APIStatusError") -> ModelFailed:
    """A server's refusal as the chain tells them apart."""
    status = error.status_code
    what = f"The model's server answered {status}."
    if status < 500 and any(one in f"{error.code} {error} {error.body}".lower() for one in FILTERS):
        return Filtered("The provider would not take this text.")
    rest = _rest(error.response.headers.get("retry-after", ""))
    if rest is not None and status in {429, 503, 529}:
        return Overloaded(what, rest)
    return ModelFailed(what) if status >= 500 else Rejected(what)


def _rest(asked: str) -> timedelta | None:
    """What a Retry-After header asks for: seconds, or a moment."""
    asked = asked.strip()
    if asked.replace(".", "", 1).isdigit():
        return timedelta(seconds=min(float(asked), 86_400))
    try:
        until = parsedate_to_datetime(asked)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(timedelta(), until - datetime.now(UTC))
