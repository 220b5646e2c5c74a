"""What model calls cost, in SQL: one row per day, account and model, added to and never rewritten."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.dialects.postgresql import insert as insert_into_postgres
from sqlalchemy.dialects.sqlite import insert as insert_into_sqlite

from tutor.ids import LearnerId
from tutor.llm.budget import MODEL, SCHOOL, Spent
from tutor.storage.database import Database
from tutor.storage.erased import ERASED, mark_of
from tutor.storage.tables import spending

KEPT = timedelta(days=400)  # a school year and a summer, for the accounts
_ERASED = select(ERASED)
_COUNTED = ("calls", "tokens_in", "tokens_out", "seconds")


def _add(insert: Callable[[Table], Any]) -> Any:
    """A row that is added to the day's, for either database."""
    row = insert(spending)
    added = {name: spending.c[name] + row.excluded[name] for name in _COUNTED}
    return row.on_conflict_do_update(index_elements=["day", "account", "model"], set_=added)


_ADD_IN_SQLITE = _add(insert_into_sqlite)
_ADD_IN_POSTGRES = _add(insert_into_postgres)


def _is_erased(connection: Connection, account: str) -> bool:
    """Whether an account is that of a learner who was erased."""
    kind, _, id = account.partition(":")
    asked = {"erased": mark_of(LearnerId(id))}
    return kind == "learner" and bool(connection.execute(_ERASED, asked).scalar())


class SqlSpending:
    """A budget's Ledger, and what was Booked, over the table `spending`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def book(self, day: date, model: str, spent: Mapping[str, Spent]) -> None:
        """See Ledger. A learner who was erased meanwhile is not booked on."""
        added = _ADD_IN_SQLITE if self._database.is_sqlite else _ADD_IN_POSTGRES
        rows = [
            {"day": day.isoformat(), "account": account, "model": model}
            | {name: getattr(cost, name) for name in _COUNTED}
            for account, cost in sorted(spent.items())
        ]

        def add(connection: Connection) -> None:
            kept = [row for row in rows if not _is_erased(connection, str(row["account"]))]
            if kept:
                connection.execute(added, kept)

        await self._database.writing(add, lasting=False)

    async def of(self, day: date) -> Mapping[str, Spent]:
        """See Ledger."""
        found: dict[str, Spent] = {}
        for account, models in (await self.between(day, day)).items():
            for model, spent in models.items():
                found[account] = found.get(account, Spent()).plus(spent)
                if account == SCHOOL:
                    found[MODEL + model] = spent
        return found

    async def between(self, first: date, last: date) -> Mapping[str, Mapping[str, Spent]]:
        """See Booked."""
        sums = [func.sum(spending.c[name]).label(name) for name in _COUNTED]
        query = (
            select(spending.c.account, spending.c.model, *sums)
            .where(spending.c.day >= first.isoformat(), spending.c.day <= last.isoformat())
            .group_by(spending.c.account, spending.c.model)
        )
        found: dict[str, dict[str, Spent]] = {}
        async with self._database.session() as connection:
            for row in await connection.execute(query):
                found.setdefault(row.account, {})[row.model] = Spent(
                    calls=int(row.calls),
                    tokens_in=int(row.tokens_in),
                    tokens_out=int(row.tokens_out),
                    seconds=float(row.seconds),
                )
        return found

    async def purge(self, today: date) -> int:
        """Forget days that lie too far back; how many rows."""
        old = (today - KEPT).isoformat()
        async with self._database.write() as connection:
            return (await connection.execute(delete(spending).where(spending.c.day < old))).rowcount
