"""The precision that a learner's numbers are kept in: single floats, whole seconds.

The state is rounded after every response, not when it is stored, so that a replay gives the same
state wherever a snapshot split it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from struct import Struct

_FLOAT, _BITS, _HALF = Struct("<f"), Struct("<i"), Struct("<e")
MOST_HALF = 60_000.0


@cache
def _floats(size: int) -> Struct:
    return Struct(f"<{size}f")


@cache
def _half_floats(size: int) -> Struct:
    return Struct(f"<{size}e")


def singles(numbers: Sequence[float]) -> tuple[float, ...]:
    """The numbers, each rounded to the nearest single float."""
    form = _floats(len(numbers))
    return form.unpack(form.pack(*numbers))


def single(number: float) -> float:
    """The nearest single float."""
    return float(_FLOAT.unpack(_FLOAT.pack(number))[0])


def single_not_below(number: float) -> float:
    """The least single float that is not below a number from 0 up."""
    near = single(number)
    return near if near >= number else _beside(near, 1)


def single_not_above(number: float) -> float:
    """The greatest single float that is not above a number from 0 up."""
    near = single(number)
    return near if near <= number else _beside(near, -1)


def half(number: float) -> float:
    """The nearest half float (three digits), at most `MOST_HALF` from zero."""
    if number > MOST_HALF or number < -MOST_HALF:
        number = MOST_HALF if number > 0 else -MOST_HALF
    return float(_HALF.unpack(_HALF.pack(number))[0])


def halves(numbers: Sequence[float]) -> tuple[float, ...]:
    """The numbers, each rounded to the nearest half float, at most `MOST_HALF` from zero."""
    if max(numbers) > MOST_HALF or min(numbers) < -MOST_HALF:
        return tuple(map(half, numbers))
    form = _half_floats(len(numbers))
    return form.unpack(form.pack(*numbers))


def days_between(first: datetime, then: datetime) -> float:
    """Days from `first` to `then` as a half float, 0 at least."""
    return half(max(0.0, (then - first).total_seconds() / 86_400.0))


def whole(at: datetime) -> datetime:
    """The time in UTC, cut to whole seconds."""
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC)
    return at.replace(microsecond=0) if at.microsecond else at


def _beside(near: float, steps: int) -> float:
    bits = _BITS.unpack(_FLOAT.pack(near))[0]
    return float(_FLOAT.unpack(_BITS.pack(bits + steps))[0])
