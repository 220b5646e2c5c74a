"""The codec of events: a round trip for every class, and the patience that old logs need."""

import dataclasses
import json
import types
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.ids import ItemId, MessageId, SkillId, TurnId
from tutor.learner_state.events import Event, GoalSet, HintGiven, ItemClosed, MoveMade, Replied
from tutor.storage.codec import EVENT_TYPES, UnreadableEvent, decode, encode

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=12)  # surrogates and NUL too
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2190, 1, 1), timezones=ZONES)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that an annotation of an event's field allows."""
    hint = getattr(hint, "__supertype__", hint)
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*map(values_of, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=3).map(tuple)
    if get_origin(hint) is dict:
        return st.dictionaries(TEXTS, JSON, max_size=3)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        int: st.integers(),
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        datetime: TIMES,
        types.NoneType: st.none(),
    }
    return simple[hint]


def events_of(cls: type[Event]) -> st.SearchStrategy[Event]:
    return st.builds(cls, **{name: values_of(hint) for name, hint in get_type_hints(cls).items()})


@pytest.mark.parametrize("cls", get_args(Event), ids=lambda cls: cls.__name__)
def test_every_event_survives_a_round_trip_through_json(cls: type[Event]) -> None:
    @settings(max_examples=40, deadline=None)
    @given(events_of(cls))
    def round_trip(event: Event) -> None:
        there_and_back = decode(json.loads(json.dumps(encode(event), allow_nan=False)))
        assert there_and_back == event
        assert type(there_and_back) is type(event)
        for field in dataclasses.fields(event):
            one, other = getattr(event, field.name), getattr(there_and_back, field.name)
            assert type(one) is type(other)

    round_trip()


def test_every_event_class_is_known_by_its_name() -> None:
    assert set(EVENT_TYPES.values()) == set(get_args(Event))
    assert all(name == cls.__name__ for name, cls in EVENT_TYPES.items())


def test_times_are_written_in_utc() -> None:
    tokyo = datetime(2026, 11, 2, 21, tzinfo=timezone(timedelta(hours=9)))
    assert encode(GoalSet(at=NOON, skills=(), until=tokyo))["until"] == "2026-11-02T12:00:00+00:00"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(UnreadableEvent, match="time zone"):
        encode(HintGiven(at=datetime(2026, 1, 1), item=ItemId("halves"), level=1))


def test_fields_of_a_newer_program_are_passed_over() -> None:
    event = HintGiven(at=NOON, item=ItemId("halves"), level=2)
    assert decode({**encode(event), "colour": "green"}) == event


def test_fields_that_an_older_program_did_not_have_take_their_defaults() -> None:
    old = {"type": "MoveMade", "at": "2026-11-02T12:00:00+00:00", "move": "Ask"}
    assert decode(old) == MoveMade(at=NOON, move="Ask")


def test_a_default_that_can_change_is_not_shared() -> None:
    old = {"type": "Replied", "at": NOON.isoformat(), "message": "m", "turn": "t"}
    first, second = decode(old), decode(old)
    assert isinstance(first, Replied)
    assert isinstance(second, Replied)
    assert first == Replied(at=NOON, message=MessageId("m"), turn=TurnId("t"))
    assert first.outbound is not second.outbound


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({}, "None"),
        ({"type": "Exploded"}, "Exploded"),
        ({"type": ["HintGiven"]}, "HintGiven"),
        ({"type": "HintGiven", "at": "2026-11-02T12:00:00Z", "item": "halves"}, "level"),
        ({"type": "HintGiven", "at": "noon", "item": "halves", "level": 1}, "HintGiven.at"),
        ({"type": "HintGiven", "at": 12, "item": "halves", "level": 1}, "HintGiven.at"),
        (
            {"type": "HintGiven", "at": "2026-11-02T12:00:00Z", "item": "halves", "level": "1"},
            "HintGiven.level",
        ),
        (
            {"type": "HintGiven", "at": "2026-11-02T12:00:00Z", "item": "halves", "level": True},
            "HintGiven.level",
        ),
        (
            {"type": "ItemClosed", "at": "2026-11-02T12:00:00Z", "item": "x", "outcome": "lost"},
            "ItemClosed.outcome",
        ),
        ({"type": "GoalSet", "at": "2026-11-02T12:00:00Z", "skills": "halving"}, "GoalSet.skills"),
    ],
)
def test_what_would_change_history_is_refused_by_name(body: dict[str, Any], named: str) -> None:
    with pytest.raises(UnreadableEvent, match=named):
        decode(body)


def test_a_whole_number_where_a_fraction_is_meant_is_read_as_one() -> None:
    from tutor.items.grade import Verdict
    from tutor.items.item import Difficulty
    from tutor.learner_state.events import Attempted, Judge, Purpose

    attempt = Attempted(
        at=NOON,
        id="a",
        message=MessageId("m"),
        item=ItemId("i"),
        seed=0,
        skills=(SkillId("s"),),
        purpose=Purpose.PRACTICE,
        difficulty=Difficulty.EASY,
        response="1",
        read_as="1",
        verdict=Verdict.CORRECT,
        share=1.0,
        judge=Judge.CODE,
    )
    again = decode({**encode(attempt), "share": 1})
    assert again == attempt
    assert isinstance(again, Attempted)
    assert type(again.share) is float


def test_an_optional_enum_and_an_enum_come_back_as_members() -> None:
    closed = decode(
        {"type": "ItemClosed", "at": NOON.isoformat(), "item": "halves", "outcome": "told"}
    )
    assert isinstance(closed, ItemClosed)
    assert closed.outcome.name == "TOLD"
