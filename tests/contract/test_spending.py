"""The ledger of what model calls cost, on SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, date, datetime

from tutor.ids import LearnerId
from tutor.llm.budget import Spent
from tutor.storage.database import Database
from tutor.storage.erasure import SqlLearnerRecords
from tutor.storage.spending import SqlSpending

MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)
MINI, OWN = "openai:mini", "openai:own"
CALL = Spent(calls=1, tokens_in=100, tokens_out=20, seconds=0.5)


async def test_bookings_add_up_by_day_and_account(database: Database) -> None:
    ledger = SqlSpending(database)
    await ledger.book(MONDAY, MINI, dict.fromkeys(["school", "learner:ada"], CALL))
    await ledger.book(MONDAY, MINI, dict.fromkeys(["school", "class:5b", "learner:bob"], CALL))
    await ledger.book(TUESDAY, MINI, dict.fromkeys(["school"], CALL))
    booked = await ledger.of(MONDAY)
    assert booked["school"] == Spent(calls=2, tokens_in=200, tokens_out=40, seconds=1.0)
    assert booked["learner:ada"] == booked["class:5b"] == CALL
    assert set(await ledger.of(TUESDAY)) == {"school", "model:openai:mini"}


async def test_days_add_up_by_account(database: Database) -> None:
    ledger = SqlSpending(database)
    assert await ledger.between(MONDAY, TUESDAY) == {}
    for day in (date(2026, 10, 31), MONDAY, TUESDAY, date(2026, 11, 4)):
        await ledger.book(day, MINI, dict.fromkeys(["school", "class:5b"], CALL))
    await ledger.book(TUESDAY, MINI, {"learner:ada": CALL})
    found = await ledger.between(MONDAY, TUESDAY)
    assert found["school"] == found["class:5b"] == {MINI: CALL.plus(CALL)}
    assert found["learner:ada"] == {MINI: CALL}


async def test_each_model_has_its_share_and_a_cap_counts_them_together(database: Database) -> None:
    ledger = SqlSpending(database)
    await ledger.book(MONDAY, MINI, dict.fromkeys(["school", "learner:ada"], CALL))
    for _ in range(2):
        await ledger.book(MONDAY, OWN, dict.fromkeys(["school", "learner:ada"], CALL))
    today = await ledger.of(MONDAY)
    assert today["school"].calls == today["learner:ada"].calls == 3
    assert (today["model:openai:mini"].calls, today["model:openai:own"].calls) == (1, 2)
    found = await ledger.between(MONDAY, TUESDAY)
    assert found["learner:ada"] == {MINI: CALL, OWN: CALL.plus(CALL)}


async def test_bookings_at_the_same_time_are_all_counted(database: Database) -> None:
    ledger = SqlSpending(database)
    await asyncio.gather(
        *(ledger.book(MONDAY, MINI, dict.fromkeys(["school", "class:5b"], CALL)) for _ in range(20))
    )
    assert (await ledger.of(MONDAY))["school"].calls == 20


async def test_old_days_are_forgotten(database: Database) -> None:
    ledger = SqlSpending(database)
    await ledger.book(date(2024, 1, 1), MINI, dict.fromkeys(["school"], CALL))
    await ledger.book(MONDAY, MINI, dict.fromkeys(["school"], CALL))
    assert await ledger.purge(TUESDAY) == 1
    assert await ledger.of(MONDAY)


async def test_an_erased_learners_account_is_gone_and_stays_so(database: Database) -> None:
    ledger = SqlSpending(database)
    await ledger.book(MONDAY, MINI, dict.fromkeys(["school", "learner:ada"], CALL))
    gone = await SqlLearnerRecords(database).forget(
        LearnerId("ada"), datetime(2026, 11, 2, tzinfo=UTC)
    )
    assert gone["spending"] == 1
    await ledger.book(MONDAY, MINI, dict.fromkeys(["school", "learner:ada"], CALL))
    assert set(await ledger.of(MONDAY)) == {"school", "model:openai:mini"}
