"""Events to JSON-ready dictionaries and back, so that logs outlive the code that wrote them.

An event is its fields and, under `type`, the name of its class. Reading is lenient where time
makes differences: fields that this program does not know are passed over, and missing ones take
their defaults. It is strict where leniency would change what happened: an unknown type, a value
that does not fit, a missing field without a default raise UnreadableEvent.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from tutor.errors import BadInput
from tutor.learner_state.events import Event

TYPE = "type"

EVENT_TYPES: dict[str, type[Event]] = {cls.__name__: cls for cls in get_args(Event)}

Convert = Callable[[Any], Any]


class UnreadableEvent(BadInput):
    """A stored event is not one that this program understands."""


def encode(event: Event) -> dict[str, Any]:
    """The event as a dictionary of JSON values. Raises UnreadableEvent for a time without zone."""
    kind = type(event).__name__
    body: dict[str, Any] = {TYPE: kind}
    for name in _shape(kind):
        body[name] = _encoded(getattr(event, name), name)
    return body


def decode(body: dict[str, Any]) -> Event:
    """The event of a dictionary that `encode` made, by this program or an older one."""
    kind = body.get(TYPE)
    if not isinstance(kind, str) or kind not in EVENT_TYPES:
        raise UnreadableEvent(
            f"Events of type {kind!r} are unknown.",
            do="A newer Meno may have written them; start that version.",
        )
    values: dict[str, Any] = {}
    for name, field in _shape(kind).items():
        if name in body:
            values[name] = _decoded(f"{kind}.{name}", field.convert, body[name])
        elif field.required:
            raise UnreadableEvent(f"The field “{name}” is missing.", where=kind)
    return EVENT_TYPES[kind](**values)


@dataclass(frozen=True, slots=True)
class _Field:
    convert: Convert
    required: bool


@cache
def _shape(kind: str) -> dict[str, _Field]:
    """How to read each field of an event class, in order."""
    cls = EVENT_TYPES[kind]
    hints = get_type_hints(cls)
    return {
        field.name: _Field(
            convert=_converter(hints[field.name]),
            required=field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(cls)
    }


def _encoded(value: Any, name: str) -> Any:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise UnreadableEvent(f"{value} has no time zone.", where=name, do="Pass UTC.")
        return value.astimezone(UTC).isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_encoded(part, name) for part in value]
    return value


def _decoded(where: str, convert: Convert, value: Any) -> Any:
    try:
        return convert(value)
    except (TypeError, ValueError) as failure:
        raise UnreadableEvent(f"{value!r:.60} does not fit.", where=where) from failure


def _converter(hint: Any) -> Convert:
    """What turns the JSON value of a field into the value that its annotation names."""
    hint = getattr(hint, "__supertype__", hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (one,) = (part for part in parts if part is not type(None))
        return _optional(_converter(one))
    if origin is tuple:
        return _many(_converter(parts[0]))
    if origin is dict:
        return _exactly(dict)
    if hint is datetime:
        return _time
    if hint is float:
        return _number
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint in (str, int, bool):
        return _exactly(hint)
    raise TypeError(f"The codec does not know how to read {hint}.")


def _optional(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _many(convert: Convert) -> Convert:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError("A list belongs here.")
        return tuple(convert(part) for part in value)

    return read


def _exactly(kind: type) -> Convert:
    def read(value: Any) -> Any:
        if type(value) is not kind:  # a bool is no int here
            raise TypeError(f"A value of type {kind.__name__} belongs here.")
        return value

    return read


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("A number belongs here.")
    return float(value)


def _time(value: Any) -> datetime:
    time = datetime.fromisoformat(value)
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
