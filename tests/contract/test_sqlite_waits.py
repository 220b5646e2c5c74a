"""SQLite in the event loop: whatever waits does so beside the loop, and a cancelled writer harms none."""

import asyncio
import sqlite3
from contextlib import closing, suppress

from sqlalchemy import insert, select
from sqlalchemy.engine import make_url

from tutor.storage.database import Database
from tutor.storage.tables import classes


async def _add(database: Database, name: str) -> None:
    async with database.write() as connection:
        await connection.execute(insert(classes).values(id=name, name=name))


async def _names(database: Database) -> set[str]:
    async with database.session() as connection:
        return set((await connection.execute(select(classes.c.id))).scalars())


def _other(database: Database) -> sqlite3.Connection:
    """A connection as another process has it."""
    place = make_url(database.url).database
    assert place is not None
    return sqlite3.connect(place, isolation_level=None)


async def test_the_loop_goes_on_while_another_process_holds_the_lock(sqlite: Database) -> None:
    with closing(_other(sqlite)) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(_add(sqlite, "5b"))
        for _ in range(20):
            await asyncio.sleep(0.005)
            assert await _names(sqlite) == set()  # readers are not in the way either
        assert not writing.done()
        other.execute("COMMIT")
        await writing
    assert await _names(sqlite) == {"5b"}


async def test_a_writer_cancelled_while_it_waits_leaves_no_lock_behind(sqlite: Database) -> None:
    with closing(_other(sqlite)) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(_add(sqlite, "5b"))
        await asyncio.sleep(0.02)
        writing.cancel()
        await asyncio.sleep(0.02)
        other.execute("COMMIT")
        with suppress(asyncio.CancelledError):
            await writing
        other.execute("BEGIN IMMEDIATE")
        other.execute("COMMIT")
    await _add(sqlite, "5c")
    assert await _names(sqlite) == {"5c"}


async def test_a_writer_cancelled_at_any_moment_writes_all_or_nothing(sqlite: Database) -> None:
    for number in range(60):
        writing = asyncio.create_task(_add(sqlite, f"{number}"))
        for _ in range(number % 12):
            await asyncio.sleep(0)
        writing.cancel()
        done = await asyncio.gather(writing, return_exceptions=True)
        if done == [None]:
            assert f"{number}" in await _names(sqlite)
    await _add(sqlite, "last")
    assert "last" in await _names(sqlite)
