"""The connection to the one database: opened, migrated, read from and written to."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import BigInteger, BindParameter, Connection, bindparam, func, make_url, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util import greenlet_spawn

from tutor.errors import BadSettings
from tutor.storage import sqlite
from tutor.storage.migrations import upgrade

_DRIVERS = {
    "sqlite": sqlite.DRIVER,
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
_DO = "Use sqlite:///path/to/meno.db or postgresql://name:password@host/database."

T = TypeVar("T")


class Database:
    """An open database. Make one with `open`; it belongs to the event loop that opened it.

    Readers take `session()`, writers `write()`; what every turn does is one plain function for
    `reading` or `writing`, which costs a third of the same through statements awaited one by one. On SQLite the writers of one process queue here,
    first come first served, because SQLite's own waiting is by polling and unfair; those of other
    processes wait on the file.
    """

    def __init__(self, place: URL) -> None:
        self._threads = ThreadPoolExecutor(max_workers=3, thread_name_prefix="database")
        self._engine = _engine(place, self._threads)
        self._hasty = _engine(place, self._threads, lasting=False)
        self.url = place.render_as_string(hide_password=False)
        self.is_sqlite = place.get_backend_name() == "sqlite"
        self._turnstile = asyncio.Lock() if self.is_sqlite else None

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect, bring the tables up to date and return the database.

        `url` is `sqlite:///PATH` (the folder is made) or `postgresql://…`. Several processes may
        open the same database at once: one migrates, the others wait for it. Raises BadSettings
        when the URL is wrong, the database cannot be reached, or it is newer than this program.
        """
        place = _parsed(url)
        database = cls(place)
        try:
            if database.is_sqlite and place.database:
                _make_private(Path(place.database))
            async with database.write() as connection:
                await database.hold(connection, "migrations")
                await connection.run_sync(upgrade)
        except (DBAPIError, OSError) as failure:
            await database.close()
            reason = failure.orig if isinstance(failure, DBAPIError) else failure
            raise BadSettings(
                f"The database cannot be opened: {reason}",
                where=place.render_as_string(hide_password=True),
                do="Check that it exists, runs and may be written to.",
            ) from failure
        except BadSettings:
            await database.close()
            raise
        return database

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()
        await self._hasty.dispose()
        self._threads.shutdown(wait=False)

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncConnection]:
        """A connection for reading: all its statements see the database at one moment."""
        async with self._engine.connect() as connection:
            if not self.is_sqlite:  # there it is so by itself
                await connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @asynccontextmanager
    async def write(self, *, lasting: bool = True) -> AsyncIterator[AsyncConnection]:
        """A transaction for writing: committed at the end, or rolled back by an error.

        On SQLite it holds the write lock from its first moment (BEGIN IMMEDIATE), so that what
        it reads cannot change before it writes. Never open a second one inside: it would wait
        for the first for ever.

        With `lasting` false the commit does not wait for the disk: a killed process loses nothing
        of it, a power cut may lose the last of it. That is for what is of use for seconds only.
        """
        async with AsyncExitStack() as stack:
            if self._turnstile is not None:
                await stack.enter_async_context(self._turnstile)
            engine = self._engine if lasting else self._hasty
            connection = await stack.enter_async_context(engine.connect())
            await connection.execution_options(**{sqlite.WRITES: True})
            await stack.enter_async_context(connection.begin())
            yield connection

    async def reading(self, work: Callable[[Connection], T]) -> T:
        """What `work` reads, all of it at one moment; as `session()`."""
        return await greenlet_spawn(self._read, work)

    async def writing(self, work: Callable[[Connection], T], *, lasting: bool = True) -> T:
        """What `work` returns once its transaction is committed; as `write()`."""
        async with self._turnstile or nullcontext():
            return await greenlet_spawn(self._write, work, lasting)

    def _read(self, work: Callable[[Connection], T]) -> T:
        with self._engine.sync_engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            return work(connection)

    def _write(self, work: Callable[[Connection], T], lasting: bool) -> T:
        engine = self._engine if lasting else self._hasty
        with engine.sync_engine.connect() as connection:
            connection.execution_options(**{sqlite.WRITES: True})
            with connection.begin():
                return work(connection)

    async def hold(self, connection: AsyncConnection, *names: str, shared: str = "") -> None:
        """Lock names until the transaction ends; on SQLite every writer has the lock already.

        The lock of `shared` may be held by many at once, but not beside one who holds it alone.
        """
        await connection.run_sync(self.lock, *names, shared=shared)

    def lock(self, connection: Connection, *names: str, shared: str = "") -> None:
        """The same inside a function for `writing`."""
        if self.is_sqlite:
            return
        locks = [func.pg_advisory_xact_lock_shared(_number(shared))] if shared else []
        locks += [func.pg_advisory_xact_lock(_number(name)) for name in names]
        connection.execute(select(*locks))

    async def scrub(self) -> None:
        """Let nothing that was deleted stay in SQLite's write-ahead file."""
        if not self.is_sqlite:
            return
        async with self._engine.connect() as connection:
            # past SQLAlchemy, which would begin a transaction: there are no checkpoints inside one
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None
            emptied = partial(driver.execute, "PRAGMA wal_checkpoint(TRUNCATE)")
            await sqlite.in_thread(self._threads, emptied)


def _number(name: str) -> BindParameter[int]:
    """The 64-bit key of PostgreSQL's advisory lock for a name."""
    key = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
    return bindparam(None, key, BigInteger)


def _parsed(url: str) -> URL:
    try:
        place = make_url(url)
    except ArgumentError as failure:
        raise BadSettings("This is not a database URL.", where=url, do=_DO) from failure
    driver = _DRIVERS.get(place.get_backend_name())
    if driver is None:
        raise BadSettings(
            f"Meno does not know the database “{place.get_backend_name()}”.",
            where=place.render_as_string(hide_password=True),
            do=_DO,
        )
    place = place.set(drivername=driver)
    if driver == _DRIVERS["sqlite"] and place.database in (None, "", ":memory:"):
        raise BadSettings("SQLite needs the path of a file.", where=url, do=_DO)
    return place


def _make_private(path: Path) -> None:
    """Make the file and its folder for the owner only, unless they are there already."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():  # to open and close a file in use would give up SQLite's locks on it
        path.touch(mode=0o600)


def _engine(place: URL, threads: ThreadPoolExecutor, *, lasting: bool = True) -> AsyncEngine:
    """Connections whose commits wait for the disk, or (not `lasting`) do not."""
    on_disk = place.get_backend_name() == "sqlite"
    if on_disk:
        sqlite.register()
    hasty = {"server_settings": {"synchronous_commit": "off"}}
    engine = create_async_engine(
        place,
        poolclass=AsyncAdaptedQueuePool,
        connect_args=sqlite.connect_args() if on_disk else {} if lasting else hasty,
        pool_size=10 if lasting else 2,
        max_overflow=10 if lasting else 3,
        # a server may have been restarted since a connection was last used
        pool_pre_ping=not on_disk,
        json_serializer=partial(json.dumps, allow_nan=False, separators=(",", ":")),
    )
    if on_disk:
        sqlite.set_up(engine, threads, lasting=lasting)
    return engine
