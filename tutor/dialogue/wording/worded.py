"""What became of one wording by a model: for logs and metrics."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import structlog

log = structlog.get_logger()


class Outcome(StrEnum):
    """What became of a wording."""

    WORDED = "worded"  # the model's words, whole
    MENDED = "mended"  # the model's words, then what the plain wording had to add
    REFUSED = "refused"  # both drafts were objected to before anything was released
    FAILED = "failed"  # the model gave nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One wording, for logs and metrics. `rules` are what was objected to, in order; `seconds`
    is the time until the reply was whole."""

    move: str
    prompt: str
    by: str
    outcome: Outcome
    drafts: int
    rules: tuple[str, ...]
    seconds: float


def both(
    one: Callable[[Record], None], other: Callable[[Record], None]
) -> Callable[[Record], None]:
    """Two that keep records."""

    def record(made: Record) -> None:
        one(made)
        other(made)

    return record


def logged(record: Record) -> None:
    log.info(
        "wording", move=record.move, prompt=record.prompt, by=record.by, outcome=record.outcome,
        drafts=record.drafts, rules=list(record.rules), seconds=round(record.seconds, 3),
    )  # fmt: skip
