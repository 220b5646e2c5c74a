"""The ledger of what model calls cost, on SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, date, datetime

from tutor.ids import LearnerId
from tutor.llm.budget import Spent
from tutor.storage.database import Database
from tutor.storage.erasure import SqlLearnerRecords
from tutor.storage.spending import SqlSpending

MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)
CALL = Spent(calls=1, tokens_in=100, tokens_out=20, seconds=0.5)


async def test_bookings_add_up_by_day_and_account(database: Database) -> None:
    ledger = SqlSpending(database)
    await ledger.book(MONDAY, dict.fromkeys(["school", "learner:ada"], CALL))
    await ledger.book(MONDAY, dict.fromkeys(["school", "class:5b", "learner:bob"], CALL))
    await ledger.book(TUESDAY, dict.fromkeys(["school"], CALL))
    booked = await ledger.of(MONDAY)
    assert booked["school"] == Spent(calls=2, tokens_in=200, tokens_out=40, seconds=1.0)
    assert booked["learner:ada"] == booked["class:5b"] == CALL
    assert set(await ledger.of(TUESDAY)) == {"school"}


async def test_days_add_up_by_account(database: Database) -> None:
    ledger = SqlSpending(database)
    assert await ledger.between(MONDAY, TUESDAY) == {}
    for day in (date(2026, 10, 31), MONDAY, TUESDAY, date(2026, 11, 4)):
        await ledger.book(day, dict.fromkeys(["school", "class:5b"], CALL))
    await ledger.book(TUESDAY, {"learner:ada": CALL})
    found = await ledger.between(MONDAY, TUESDAY)
    assert found["school"] == found["class:5b"] == CALL.plus(CALL)
    assert found["learner:ada"] == CALL


async def test_bookings_at_the_same_time_are_all_counted(database: Database) -> None:
    ledger = SqlSpending(database)
    await asyncio.gather(
        *(ledger.book(MONDAY, dict.fromkeys(["school", "class:5b"], CALL)) for _ in range(20))
    )
    assert (await ledger.of(MONDAY))["school"].calls == 20


async def test_old_days_are_forgotten(database: Database) -> None:
    ledger = SqlSpending(database)
    await ledger.book(date(2024, 1, 1), dict.fromkeys(["school"], CALL))
    await ledger.book(MONDAY, dict.fromkeys(["school"], CALL))
    assert await ledger.purge(TUESDAY) == 1
    assert await ledger.of(MONDAY)


async def test_an_erased_learners_account_is_gone_and_stays_so(database: Database) -> None:
    ledger = SqlSpending(database)
    await ledger.book(MONDAY, dict.fromkeys(["school", "learner:ada"], CALL))
    gone = await SqlLearnerRecords(database).forget(
        LearnerId("ada"), datetime(2026, 11, 2, tzinfo=UTC)
    )
    assert gone["spending"] == 1
    await ledger.book(MONDAY, dict.fromkeys(["school", "learner:ada"], CALL))
    assert set(await ledger.of(MONDAY)) == {"school"}
