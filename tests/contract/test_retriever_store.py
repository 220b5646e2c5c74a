"""The passage stores keep the contract of passage stores, in memory and in SQLite."""

from passage_store import check_passage_store

from tutor.retrieval.memory import InMemoryPassageStore
from tutor.storage.database import Database
from tutor.storage.passages import SqlPassageStore


async def test_the_in_memory_store_keeps_the_contract() -> None:
    await check_passage_store(InMemoryPassageStore())


async def test_the_sql_store_keeps_the_contract(sqlite: Database) -> None:
    await check_passage_store(SqlPassageStore(sqlite))
