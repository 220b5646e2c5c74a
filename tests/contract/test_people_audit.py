"""The contract of the audit trail, on SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import delete, update

from tutor.errors import BadInput
from tutor.people.directory import AuditEntry
from tutor.storage.database import Database
from tutor.storage.people import SqlPeople
from tutor.storage.tables import audit

NOON = datetime(2026, 11, 2, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def people(database: Database) -> SqlPeople:
    return SqlPeople(database)


async def look(people: SqlPeople, subject: str = "anna", **detail: Any) -> AuditEntry:
    return await people.note(
        actor="teacher", act="chat_viewed", subject=subject, at=NOON, detail=detail
    )


async def test_each_entry_has_the_hash_of_the_one_before(people: SqlPeople) -> None:
    first = await look(people, course="fractions", messages=12, excused=False)
    second = await look(people, "ben")
    assert (first.position, first.before) == (0, "0" * 64)
    assert (second.position, second.before) == (1, first.hash)
    assert await people.trail() == (first, second)
    assert await people.trail("ben") == (second,)
    assert await people.broken_at() is None


async def test_an_empty_trail_is_whole(people: SqlPeople) -> None:
    assert await people.trail() == ()
    assert await people.broken_at() is None


async def test_entries_made_at_once_form_one_chain(people: SqlPeople) -> None:
    await asyncio.gather(*(look(people, f"l{number}") for number in range(12)))
    assert len(await people.trail()) == 12
    assert await people.broken_at() is None


async def test_the_chain_holds_whatever_the_time_zone_was(people: SqlPeople) -> None:
    tokyo = NOON.astimezone(timezone(timedelta(hours=9)))
    await people.note(actor="t", act="exported", subject="anna", at=tokyo)
    assert await people.broken_at() is None


@pytest.mark.parametrize(
    "forgery",
    [
        {"actor": "somebody"},
        {"subject": "ben"},
        {"act": "exported"},
        {"detail": {"messages": 2}},
        {"at": NOON + timedelta(microseconds=1)},
        {"hash": "1" * 64},
        {"before": "1" * 64},
    ],
    ids=lambda forgery: next(iter(forgery)),
)
async def test_a_changed_entry_is_found(
    people: SqlPeople, database: Database, forgery: dict[str, Any]
) -> None:
    for number in range(4):
        await look(people, messages=number)
    async with database.write() as connection:
        await connection.execute(update(audit).where(audit.c.position == 1).values(**forgery))
    assert await people.broken_at() == 1


async def test_a_missing_entry_is_found(people: SqlPeople, database: Database) -> None:
    for _ in range(4):
        await look(people)
    async with database.write() as connection:
        await connection.execute(delete(audit).where(audit.c.position == 2))
    assert await people.broken_at() == 2


@pytest.mark.parametrize(
    "words",
    [
        {"actor": "Ms Tea"},
        {"act": ""},
        {"subject": "Anna Ñ"},
        {"detail": {"text": "she wrote: help"}},
        {"detail": {"a name": 1}},
        {"detail": {"text": "x" * 101}},
    ],
)
async def test_what_people_wrote_is_refused(people: SqlPeople, words: dict[str, Any]) -> None:
    entry = {"actor": "t", "act": "chat_viewed", "subject": "anna", "at": NOON, **words}
    with pytest.raises(BadInput):
        await people.note(**entry)
    assert await people.trail() == ()
