"""How long a turn waited for a provider, so that the rest of its time is known to be our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Meter:
    """Seconds spent waiting for models, and the calls made, since it was begun."""

    waited: float = 0.0
    calls: int = 0


_METER: ContextVar[Meter | None] = ContextVar("meter", default=None)


@contextmanager
def metered() -> Iterator[Meter]:
    """A meter for everything that this task and those it starts ask of a model meanwhile."""
    outer, meter = _METER.get(), Meter()
    token = _METER.set(meter)
    try:
        yield meter
    finally:
        _METER.reset(token)
        if outer is not None:  # a meter inside another counts for both
            outer.waited += meter.waited
            outer.calls += meter.calls


def called() -> None:
    """Note a call on the meter that runs, if one does."""
    if (meter := _METER.get()) is not None:
        meter.calls += 1


def waited(seconds: float) -> None:
    """Note seconds of waiting on the meter that runs, if one does."""
    if (meter := _METER.get()) is not None:
        meter.waited += seconds
