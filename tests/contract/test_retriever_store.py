"""The in-memory passage store keeps the contract of passage stores."""

from passage_store import check_passage_store

from tutor.retrieval.memory import InMemoryPassageStore


async def test_the_in_memory_store_keeps_the_contract() -> None:
    await check_passage_store(InMemoryPassageStore())
