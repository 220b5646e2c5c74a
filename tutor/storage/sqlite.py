"""SQLite in the event loop: what may wait does so in a thread, everything else runs at once.

A statement of ours takes some hundredths of a millisecond, a hop to a thread and back several
times that, and a driver with a thread per connection hops for every cursor, row and close. What
waits is a commit that lasts, for the disk, and a write that begins while another process has the
lock. A commit that does not last only writes to memory, so it leaves checkpoints to the others.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool
from sqlalchemy.util import await_only

DRIVER = "sqlite+here"
WRITES = "meno_writes"  # the execution option of a transaction that will write
BUSY_S = 30
CHECKPOINT = 1000  # pages of the write-ahead file


class _Cursor(sqlite3.Cursor):
    """A cursor as SQLAlchemy's asyncio wants it."""

    async def _async_soft_close(self) -> None:
        """Nothing: the rows are fetched here when they are asked for."""


class _Connection(sqlite3.Connection):
    """A connection whose cursors are those."""

    def cursor(self, factory: Any = _Cursor) -> Any:
        """A cursor of ours unless another kind is asked for."""
        return super().cursor(factory)


class HereDialect(SQLiteDialect_pysqlite):
    """Python's own `sqlite3` under SQLAlchemy's asyncio, without a thread for each connection."""

    driver = "here"
    is_async = True
    supports_statement_cache = True
    threads: ThreadPoolExecutor | None = None
    lasting = True

    @classmethod
    def get_pool_class(cls, url: object) -> type[Pool]:
        """A pool whose waiting is the event loop's."""
        return AsyncAdaptedQueuePool

    def get_driver_connection(self, connection: Any) -> Any:
        """The connection itself: there is nothing between."""
        return connection

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Execute here and now."""
        await_only(_at_once())
        cursor.execute(statement, parameters)

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Any, context: Any = None
    ) -> None:
        """Execute here and now, for every set of parameters."""
        await_only(_at_once())
        cursor.executemany(statement, parameters)

    def do_execute_no_params(self, cursor: Any, statement: str, context: Any = None) -> None:
        """Execute here and now."""
        await_only(_at_once())
        cursor.execute(statement)

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit, in a thread where it waits for the disk; a reader has nothing to commit."""
        if not dbapi_connection.in_transaction:
            return
        if not self.lasting:
            await_only(_at_once())
            dbapi_connection.commit()
            return
        await_only(in_thread(self.threads, dbapi_connection.commit))


async def in_thread(threads: ThreadPoolExecutor | None, work: Callable[[], object]) -> None:
    """Do what may wait in a thread; a caller who is cancelled leaves when it is done.

    So a connection is never given back while a thread still uses it.
    """
    doing = asyncio.get_running_loop().run_in_executor(threads, work)
    try:
        await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait([doing])
        raise


async def _at_once() -> None:
    """Nothing: SQLAlchemy takes a driver that never awaits for one that blocks by mistake."""


def connect_args() -> dict[str, Any]:
    """What each connection is opened with."""
    return {"check_same_thread": False, "factory": _Connection}


def register() -> None:
    """Make the driver known to SQLAlchemy by its name."""
    registry.register("sqlite.here", __name__, HereDialect.__name__)


def set_up(engine: AsyncEngine, threads: ThreadPoolExecutor, *, lasting: bool) -> None:
    """Prepare the connections of an engine: their pragmas, and how a transaction begins."""
    dialect = engine.sync_engine.dialect
    assert isinstance(dialect, HereDialect)
    dialect.threads = threads
    dialect.lasting = lasting
    prepare = partial(_prepare, lasting=lasting)
    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", partial(_begin, threads=threads))


def _prepare(connection: sqlite3.Connection, _record: object, *, lasting: bool) -> None:
    connection.isolation_level = None  # the driver must not begin transactions behind our back
    for pragma in (
        f"busy_timeout = {BUSY_S * 1000}",
        "journal_mode = WAL",
        f"synchronous = {'FULL' if lasting else 'NORMAL'}",
        f"wal_autocheckpoint = {CHECKPOINT if lasting else 0}",
        "foreign_keys = ON",
        "secure_delete = ON",  # what is erased is overwritten, not only unlinked
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection, *, threads: ThreadPoolExecutor) -> None:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    if not connection.get_execution_options().get(WRITES, False):
        driver.execute("BEGIN")
        return
    if not _begun_at_once(driver):
        # another process holds the lock, maybe for a while: wait for it in a thread
        await_only(in_thread(threads, partial(driver.execute, "BEGIN IMMEDIATE")))


def _begun_at_once(driver: sqlite3.Connection) -> bool:
    """Take the lock if it is free now."""
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as failure:
        if failure.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_S * 1000}")
    return True
