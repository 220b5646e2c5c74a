"""The migrations and the opening of a database, on SQLite and PostgreSQL."""

import asyncio
import subprocess
import sys
from datetime import date
from itertools import count
from pathlib import Path
from random import Random

import asyncpg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.exc import IntegrityError

from tutor.errors import BadInput, BadSettings
from tutor.llm.budget import Spent
from tutor.storage.database import Database
from tutor.storage.migrations import NEWEST, configuration
from tutor.storage.spending import SqlSpending
from tutor.storage.tables import classes, metadata, spending

MONDAY = date(2026, 11, 2)
_NUMBERS = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any table; on SQLite not even its folder is there."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new/folder/meno.db"
    server, name = request.getfixturevalue("postgres_url"), f"fresh_{next(_NUMBERS)}"

    async def make() -> None:
        connection = await asyncpg.connect(server)
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()

    asyncio.run(make())
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_an_empty_database_gets_every_table_as_the_program_knows_it(empty_url: str) -> None:
    database = await Database.open(empty_url)
    async with database.session() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        assert set(names) == {*metadata.tables, "alembic_version"}
        assert await connection.run_sync(differences) == []
        scripts = await connection.run_sync(
            lambda sync: ScriptDirectory.from_config(configuration(sync))
        )
        assert scripts.get_heads() == [NEWEST]
        at = await connection.execute(text("SELECT version_num FROM alembic_version"))
        assert at.scalars().all() == [NEWEST]
    await database.close()


async def test_many_may_open_an_empty_database_at_once(empty_url: str) -> None:
    opened = await asyncio.gather(*(Database.open(empty_url) for _ in range(5)))
    for database in opened:
        async with database.session() as connection:
            assert (await connection.execute(classes.select())).all() == []
        await database.close()


async def test_opening_again_keeps_what_is_there_and_loads_no_alembic(empty_url: str) -> None:
    database = await Database.open(empty_url)
    async with database.write() as connection:
        await connection.execute(classes.insert().values(id="5b", name="5b"))
    await database.close()
    program = (
        "import asyncio, sys\n"
        "from tutor.storage.database import Database\n"
        "from tutor.storage.tables import classes\n"
        "async def main():\n"
        "    database = await Database.open(sys.argv[1])\n"
        "    async with database.session() as connection:\n"
        "        print((await connection.execute(classes.select())).all())\n"
        "    await database.close()\n"
        "asyncio.run(main())\n"
        "print('alembic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, empty_url], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["[('5b', '5b')]", "False", ""]


async def test_a_database_of_a_newer_program_is_left_alone(empty_url: str) -> None:
    database = await Database.open(empty_url)
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    with pytest.raises(BadSettings, match="newer Meno"):
        await Database.open(empty_url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "meno.db",
        "mysql://localhost/meno",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://meno@127.0.0.1:1/meno",
        "sqlite:////proc/no/such/folder/meno.db",
    ],
)
async def test_a_url_that_leads_nowhere_is_explained(url: str) -> None:
    with pytest.raises(BadSettings) as caught:
        await Database.open(url)
    assert caught.value.do


async def test_a_password_in_the_url_is_not_shown() -> None:
    with pytest.raises(BadSettings) as caught:
        await Database.open("postgresql://meno:sesame@127.0.0.1:1/meno")
    assert "sesame" not in str(caught.value)


async def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "meno.db"
    path.write_text("Dear diary, " * 100)
    with pytest.raises(BadSettings, match="not a database"):
        await Database.open(f"sqlite:///{path}")
    assert path.read_text() == "Dear diary, " * 100


async def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "meno.db"
    database = await Database.open(f"sqlite:///{path}")
    async with database.write() as connection:
        await connection.execute(classes.insert().values(id="5b", name="5b"))
        modes = {file.stat().st_mode & 0o077 for file in (path.parent, *path.parent.iterdir())}
    assert modes == {0}
    await database.close()


async def test_connections_that_the_server_cut_are_made_anew(postgresql: Database) -> None:
    async with postgresql.session() as one, postgresql.session() as other:
        await one.execute(classes.select())
        await other.execute(classes.select())  # now two wait in the pool
    async with postgresql.session() as connection:
        cut = text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        await connection.execute(cut)
    for _ in range(3):
        async with postgresql.session() as one, postgresql.session() as other:
            await one.execute(classes.select())
            await other.execute(classes.select())


async def test_sqlite_is_as_durable_and_strict_as_it_can_be(sqlite: Database) -> None:
    async with sqlite.session() as connection:
        found = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


async def test_after_a_scrub_the_driver_still_begins_nothing_by_itself(sqlite: Database) -> None:
    await sqlite.scrub()
    async with sqlite.session() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        assert driver.isolation_level is None


async def test_an_error_inside_a_write_undoes_all_of_it(database: Database) -> None:
    async def fail() -> None:
        async with database.write() as connection:
            await connection.execute(classes.insert().values(id="5b", name="5b"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with database.session() as connection:
        assert (await connection.execute(classes.select())).all() == []


async def test_a_hasty_write_is_seen_at_once_and_undone_by_an_error(database: Database) -> None:
    async with database.write(lasting=False) as connection:
        await connection.execute(classes.insert().values(id="5b", name="5b"))
    with pytest.raises(IntegrityError):
        async with database.write(lasting=False) as connection:
            await connection.execute(
                classes.insert(), [{"id": id, "name": "x"} for id in ("6", "5b")]
            )
    async with database.session() as connection:
        assert (await connection.execute(classes.select())).all() == [("5b", "5b")]


async def test_only_a_hasty_write_does_not_wait_for_the_disk(sqlite: Database) -> None:
    waits = []
    for lasting in (True, False, True):
        async with sqlite.write(lasting=lasting) as connection:
            waits.append((await connection.execute(text("PRAGMA synchronous"))).scalar())
    assert waits == [2, 1, 2]  # FULL, NORMAL, FULL


async def test_a_cancelled_write_undoes_itself_and_lets_the_next_one_in(database: Database) -> None:
    async def hang() -> None:
        async with database.write() as connection:
            await connection.execute(classes.insert().values(id="5b", name="5b"))
            await asyncio.sleep(60)

    task = asyncio.create_task(hang())
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.write() as connection:
        assert (await connection.execute(classes.select())).all() == []
        await connection.execute(classes.insert().values(id="5b", name="5b"))


async def test_work_cut_at_any_moment_leaves_no_lock_and_no_half(database: Database) -> None:
    async def write(number: int) -> None:
        async with database.write() as connection:
            await connection.execute(classes.insert().values(id=f"{number}a", name="half"))
            await connection.execute(classes.insert().values(id=f"{number}b", name="half"))

    async def read() -> None:
        async with database.session() as connection:
            await connection.execute(classes.select())

    dice = Random(7)
    for number in range(40):
        tasks = [asyncio.create_task(write(number)), asyncio.create_task(read())]
        await asyncio.sleep(dice.uniform(0, 0.006))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.wait_for(write(99), timeout=5)
    async with database.session() as connection:
        ids = (await connection.execute(classes.select())).scalars().all()
    assert {"99a", "99b"} <= set(ids)
    assert {id[:-1] for id in ids if id.endswith("a")} == {
        id[:-1] for id in ids if id.endswith("b")
    }


async def test_a_reader_sees_one_moment_while_others_write(database: Database) -> None:
    async with database.session() as reader:
        assert (await reader.execute(classes.select())).all() == []
        async with database.write() as writer:
            await writer.execute(classes.insert().values(id="5b", name="5b"))
        assert (await reader.execute(classes.select())).all() == []
    async with database.session() as reader:
        assert (await reader.execute(classes.select())).all() == [("5b", "5b")]


async def test_references_are_enforced(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.write() as connection:
            await connection.execute(
                metadata.tables["class_learners"]
                .insert()
                .values(class_id="no", person="body", place=0)
            )


async def test_both_databases_refuse_the_same_texts(database: Database) -> None:
    for name in ("nul \x00", "half a pair \ud83d"):
        with pytest.raises(BadInput):
            async with database.write() as connection:
                await connection.execute(classes.insert().values(id="5b", name=name))


async def test_what_was_spent_before_there_were_several_models_is_kept(empty_url: str) -> None:
    database = await Database.open(empty_url)
    old = "INSERT INTO spending (day, account, calls, tokens_in, tokens_out, seconds)"

    def back(connection: Connection) -> None:
        command.downgrade(configuration(connection), "0005")
        connection.execute(text(f"{old} VALUES ('2026-11-02', 'school', 3, 200, 40, 1.5)"))

    async with database.write() as connection:
        await connection.run_sync(back)
    await database.close()
    database = await Database.open(empty_url)
    async with database.session() as connection:
        (row,) = (await connection.execute(spending.select())).all()
        assert await connection.run_sync(differences) == []
    assert (row.account, row.model, row.calls, row.tokens_in) == ("school", "", 3, 200)
    await SqlSpending(database).book(MONDAY, "m", {"school": Spent(calls=1, tokens_in=1)})
    assert (await SqlSpending(database).of(MONDAY))["school"].calls == 4
    await database.close()
