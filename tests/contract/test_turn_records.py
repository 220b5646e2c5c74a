"""The contract of the records of turns, on memory, SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tutor.dialogue.turns.record import MemoryTurnRecords, TurnPart
from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, MessageId, TurnId
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog
from tutor.storage.turns import SqlTurnRecords

ANNA, BEN = LearnerId("anna"), LearnerId("ben")
FRACTIONS = CourseId("fractions")
T1, T2 = TurnId("t1"), TurnId("t2")
M1, M2 = MessageId("m1"), MessageId("m2")

Records = MemoryTurnRecords | SqlTurnRecords


class Clock:
    """A clock that moves a second whenever it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def records(database_or_memory: Database | None) -> Records:
    if database_or_memory is None:
        return MemoryTurnRecords(Clock())
    return SqlTurnRecords(database_or_memory, Clock())


async def test_a_page_that_comes_late_reads_everything_from_the_start(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    await records.add(T1, 0, "sentence", {"text": "Halves are equal parts."})
    await records.add(T1, 1, "card", {"item": None, "options": [1, 2]})
    so_far = await records.read(T1)
    assert so_far is not None
    assert so_far.parts == (
        TurnPart(index=0, kind="sentence", body={"text": "Halves are equal parts."}),
        TurnPart(index=1, kind="card", body={"item": None, "options": [1, 2]}),
    )
    assert not so_far.finished
    assert (so_far.started.learner, so_far.started.message) == (ANNA, M1)


async def test_a_page_that_reconnects_reads_only_what_is_new(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    for index in range(4):
        await records.add(T1, index, "sentence", {"text": str(index)})
    await records.finish(T1)
    so_far = await records.read(T1, after=1)
    assert so_far is not None
    assert [part.index for part in so_far.parts] == [2, 3]
    assert so_far.finished
    rest = await records.read(T1, after=3)
    assert rest is not None
    assert (rest.parts, rest.finished) == ((), True)


async def test_a_part_added_again_keeps_its_first_body(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    await records.add(T1, 0, "sentence", {"text": "first"})
    await records.add(T1, 0, "sentence", {"text": "second"})
    so_far = await records.read(T1)
    assert so_far is not None
    assert [part.body for part in so_far.parts] == [{"text": "first"}]


async def test_starting_the_same_turn_again_changes_nothing(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    await records.add(T1, 0, "sentence", {})
    await records.finish(T1)
    await records.start(T1, ANNA, FRACTIONS, M1)
    so_far = await records.read(T1)
    assert so_far is not None
    assert (len(so_far.parts), so_far.finished) == (1, True)


async def test_what_was_never_started_has_no_record(records: Records) -> None:
    assert await records.read(T1) is None
    with pytest.raises(NotFound):
        await records.add(T1, 0, "sentence", {})
    await records.finish(T1)
    assert await records.read(T1) is None


async def test_the_latest_unfinished_turn_is_found_by_learner(records: Records) -> None:
    assert await records.latest_unfinished(ANNA) is None
    await records.start(T1, ANNA, FRACTIONS, M1)
    await records.start(T2, ANNA, FRACTIONS, M2)
    assert await records.latest_unfinished(BEN) is None
    found = await records.latest_unfinished(ANNA)
    assert found is not None
    assert (found.turn, found.finished) == (T2, False)
    await records.finish(T2)
    assert await records.latest_unfinished(ANNA) is None


async def test_the_turn_of_a_message_is_found(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    found = await records.of_message(ANNA, M1)
    assert found is not None
    assert found.turn == T1
    assert await records.of_message(ANNA, M2) is None
    assert await records.of_message(BEN, M1) is None


async def test_old_records_are_pruned(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    await records.add(T1, 0, "sentence", {})
    await records.start(T2, BEN, FRACTIONS, M2)
    started = await records.latest_unfinished(BEN)
    assert started is not None
    assert await records.prune(started.at) == 1
    assert await records.read(T1) is None
    assert await records.read(T2) is not None


async def test_several_turns_and_their_readers_do_not_disturb_each_other(records: Records) -> None:
    async def run(number: int) -> None:
        turn = TurnId(f"t{number}")
        await records.start(turn, LearnerId(f"l{number}"), FRACTIONS, M1)
        for index in range(12):
            await records.add(turn, index, "sentence", {"turn": number, "index": index})
        await records.finish(turn)

    async def tail(number: int) -> list[int]:
        seen: list[int] = []
        while True:
            so_far = await records.read(TurnId(f"t{number}"), seen[-1] if seen else -1)
            if so_far is not None:
                seen += [part.index for part in so_far.parts]
                assert all(part.body["turn"] == number for part in so_far.parts)
                if so_far.finished:
                    return seen
            await asyncio.sleep(0.005)

    pages = [asyncio.create_task(tail(number)) for number in range(4)]
    await asyncio.gather(*(run(number) for number in range(4)))
    assert await asyncio.gather(*pages) == [list(range(12))] * 4


async def test_a_turn_of_an_erased_learner_is_refused(database: Database) -> None:
    records = SqlTurnRecords(database)
    await SqlLearnerLog(database).forget(ANNA)
    with pytest.raises(NotFound):
        await records.start(T1, ANNA, FRACTIONS, M1)


async def test_parts_of_several_turns_are_added_at_once(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    await records.start(T2, BEN, FRACTIONS, M2)
    hello, there = (TurnPart(index=n, kind="text", body={"n": n}) for n in range(2))
    await records.add_all([(T1, hello), (T2, hello), (T1, there)])
    one, two = await records.read(T1), await records.read(T2)
    assert one is not None
    assert two is not None
    assert (one.parts, two.parts) == ((hello, there), (hello,))
    await records.add_all([])


async def test_a_part_that_cannot_be_added_keeps_no_other_back(records: Records) -> None:
    await records.start(T1, ANNA, FRACTIONS, M1)
    hello, there = (TurnPart(index=n, kind="text", body={"n": n}) for n in range(2))
    again = TurnPart(index=0, kind="text", body={"n": "again"})
    await records.add_all([(T1, hello)])
    await records.add_all([(T1, again), (T2, hello), (T1, there)])
    found = await records.read(T1)
    assert found is not None
    assert found.parts == (hello, there)
    assert await records.read(T2) is None
