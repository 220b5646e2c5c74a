"""Everything kept of one learner: given out whole, and erased from every table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from tutor.ids import LearnerId
from tutor.storage import tables
from tutor.storage.database import Database
from tutor.storage.directory import PEOPLE_LOCK
from tutor.storage.erased import learner_lock, mark_erased

EXPORT_FORMAT = "meno-learner-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A table with rows of persons: `of` picks one person's, `secret` columns are not exported."""

    table: Table
    of: Callable[[str], ColumnElement[bool]]
    secret: frozenset[str] = frozenset()


def _holding(table: Table, *columns: str, secret: str = "") -> Holding:
    return Holding(
        table=table,
        of=lambda id: or_(*(table.c[column] == id for column in columns)),
        secret=frozenset({secret} if secret else ()),
    )


def _through(table: Table, column: str, parent: Table) -> Holding:
    """A table whose rows belong to a row of a table that names the learner."""
    return Holding(
        table=table,
        of=lambda id: table.c[column].in_(select(parent.c.id).where(parent.c.learner == id)),
    )


HOLDINGS = (
    _through(tables.turn_parts, "turn", tables.turns),
    _holding(tables.turns, "learner"),
    _through(tables.alert_deliveries, "alert", tables.alerts),
    _holding(tables.alerts, "learner"),
    _holding(tables.events, "learner"),
    _holding(tables.snapshots, "learner"),
    _holding(tables.precedents, "learner"),
    _holding(tables.jobs, "learner"),
    _holding(tables.consents, "learner"),
    _holding(tables.guardianships, "learner", "guardian"),
    _holding(tables.enrolments, "learner"),
    _holding(tables.class_learners, "person"),
    _holding(tables.class_teachers, "person"),
    _holding(tables.preferences, "person"),
    _holding(tables.passwords, "person", secret="hash"),  # noqa: S106 – a column's name
    _holding(tables.sign_ins, "person", secret="token_hash"),  # noqa: S106
    _holding(tables.links, "person", secret="token_hash"),  # noqa: S106
    _holding(tables.identities, "person"),
    Holding(table=tables.spending, of=lambda id: tables.spending.c.account == f"learner:{id}"),
    _holding(tables.people, "id"),
)
"""Every table with rows of persons, those first that refer to later ones."""

IMPERSONAL = (
    tables.classes,
    tables.class_courses,
    tables.class_personas,
    tables.class_periods,
    tables.course_models,
    tables.documents,
    tables.materials,  # what teachers added; whoever did is no learner
    tables.material_contents,
    tables.passages,
    tables.embeddings,
    tables.audit,  # ids and numbers only; that somebody looked must stay provable
    tables.erasures,
)
"""Every other table: nothing in it goes with a learner."""


class SqlLearnerRecords:
    """Gives out, or erases, everything of one learner."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, learner: LearnerId, now: datetime) -> dict[str, Any]:
        """Everything stored of the learner, as of one moment, ready for JSON.

        `records` has a list of rows per table, `told` the summaries that guardians have of the
        learner, `audit` who looked at the learner's data. Hashes of passwords and tokens are left out.
        """
        records: dict[str, list[dict[str, Any]]] = {}
        trail = select(tables.audit).where(tables.audit.c.subject == learner)
        async with self._database.session() as connection:
            for holding in HOLDINGS:
                query = select(holding.table).where(holding.of(learner))
                rows = await connection.execute(query.order_by(*holding.table.primary_key))
                records[holding.table.name] = [_ready(row, holding.secret) for row in rows]
            told = [
                {"guardian": row.person, **one}
                for row, about, _ in await _digests(connection, learner)
                for one in about
            ]
            seen = await connection.execute(trail.order_by(tables.audit.c.position))
            audit = [_ready(row, frozenset()) for row in seen]
        return {
            "format": EXPORT_FORMAT,
            "learner": learner,
            "exported_at": now.astimezone(UTC).isoformat(),
            "records": records,
            "told": told,
            "audit": audit,
        }

    async def forget(self, learner: LearnerId, now: datetime) -> dict[str, int]:
        """Erase the learner from every table in one transaction; how many rows of each.

        What is under way for them is refused from then on, until they are added again on
        purpose. The audit trail keeps its entries, which hold ids only.
        """
        gone: dict[str, int] = {}
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK, learner_lock(learner))
            await mark_erased(connection, learner, now)
            gone["digests"] = await _untell(connection, learner)
            for holding in HOLDINGS:
                rows = await connection.execute(delete(holding.table).where(holding.of(learner)))
                gone[holding.table.name] = rows.rowcount
        await self._database.scrub()
        return gone


Kept = list[dict[str, Any]]


async def _digests(
    connection: AsyncConnection, learner: LearnerId
) -> list[tuple[Row[Any], Kept, Kept]]:
    """The summaries that others have kept of a learner: whose, those of the learner, and the rest."""
    kept = tables.preferences
    found = []
    for row in await connection.execute(select(kept).where(kept.c.name == "digests")):
        about = [one for one in row.value if one.get("learner") == learner]
        if about:
            found.append((row, about, [one for one in row.value if one not in about]))
    return found


async def _untell(connection: AsyncConnection, learner: LearnerId) -> int:
    """Take the summaries of a learner away from their guardians; how many there were."""
    kept, many = tables.preferences, 0
    for row, about, rest in await _digests(connection, learner):
        many += len(about)
        change = update(kept).where(kept.c.person == row.person, kept.c.name == row.name)
        await connection.execute(change.values(value=rest))
    return many


def _ready(row: Row[Any], secret: frozenset[str]) -> dict[str, Any]:
    """A row as JSON values."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row._mapping.items()
        if name not in secret
    }
