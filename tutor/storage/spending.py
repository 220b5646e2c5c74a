"""What model calls cost, in SQL: one row per day and account, added to and never rewritten."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as insert_into_postgres
from sqlalchemy.dialects.sqlite import insert as insert_into_sqlite

from tutor.ids import LearnerId
from tutor.llm.budget import Spent
from tutor.storage.database import Database
from tutor.storage.erased import was_erased
from tutor.storage.tables import spending

KEPT = timedelta(days=400)  # a school year and a summer, for the accounts


class SqlSpending:
    """A budget's Ledger over the table `spending`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def book(self, day: date, accounts: Sequence[str], spent: Spent) -> None:
        """See Ledger. A learner who was erased meanwhile is not booked on."""
        insert = insert_into_sqlite if self._database.is_sqlite else insert_into_postgres
        values = {
            "calls": spent.calls,
            "tokens_in": spent.tokens_in,
            "tokens_out": spent.tokens_out,
            "seconds": spent.seconds,
        }
        async with self._database.write(lasting=False) as connection:
            for account in sorted(accounts):
                kind, _, id = account.partition(":")
                if kind == "learner" and await was_erased(connection, LearnerId(id)):
                    continue
                row = insert(spending).values(day=day.isoformat(), account=account, **values)
                added = {name: spending.c[name] + row.excluded[name] for name in values}
                await connection.execute(
                    row.on_conflict_do_update(index_elements=["day", "account"], set_=added)
                )

    async def of(self, day: date) -> Mapping[str, Spent]:
        """See Ledger."""
        query = select(spending).where(spending.c.day == day.isoformat())
        async with self._database.session() as connection:
            return {
                row.account: Spent(
                    calls=row.calls,
                    tokens_in=row.tokens_in,
                    tokens_out=row.tokens_out,
                    seconds=row.seconds,
                )
                for row in await connection.execute(query)
            }

    async def purge(self, today: date) -> int:
        """Forget days that lie too far back; how many rows."""
        old = (today - KEPT).isoformat()
        async with self._database.write() as connection:
            return (await connection.execute(delete(spending).where(spending.c.day < old))).rowcount
