"""Alerts and their deliveries in SQL."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, MessageId, PersonId
from tutor.safety.alerts import Alert, Delivery
from tutor.storage.database import Database
from tutor.storage.erased import learner_lock, was_erased
from tutor.storage.tables import alert_deliveries as ways
from tutor.storage.tables import alerts


class SqlAlerts:
    """Alerts over the tables `alerts` and `alert_deliveries`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def raise_alert(self, alert: Alert) -> bool:
        """See Alerts."""
        async with self._database.write() as connection:
            await self._database.hold(connection, learner_lock(alert.learner))
            if await was_erased(connection, alert.learner):
                raise NotFound("This learner was erased.", where=alert.learner)
            known = select(alerts.c.id).where(alerts.c.id == alert.id)
            if (await connection.execute(known)).first() is not None:
                return False
            await connection.execute(
                insert(alerts).values(
                    id=alert.id,
                    learner=alert.learner,
                    course=alert.course,
                    message=alert.message,
                    kind=alert.kind,
                    tier=alert.tier,
                    excerpt=_storable(alert.excerpt),
                    raised_at=alert.raised_at,
                    acknowledged_at=alert.acknowledged_at,
                    acknowledged_by=alert.acknowledged_by,
                    note=alert.note,
                )
            )
            rows = [
                {
                    "alert": alert.id,
                    "step": way.step,
                    "to": way.to,
                    "addressed_at": way.addressed_at,
                    "delivered_at": way.delivered_at,
                }
                for way in alert.deliveries
            ]
            if rows:
                await connection.execute(insert(ways), rows)
        return True

    async def delivered(self, id: str, to: PersonId, at: datetime) -> bool:
        """See Alerts."""
        mine = (ways.c.alert == id) & (ways.c.to == to)
        # the first confirmation stands
        arrival = func.coalesce(ways.c.delivered_at, at)
        async with self._database.write() as connection:
            noted = await connection.execute(update(ways).where(mine).values(delivered_at=arrival))
            return noted.rowcount > 0

    async def escalate(self, id: str, to: PersonId, at: datetime) -> bool:
        """See Alerts."""
        async with self._database.write() as connection:
            await self._database.hold(connection, f"alert:{id}")
            row = await _required(connection, id)
            mine = select(ways.c.step, ways.c.to).where(ways.c.alert == id)
            told = (await connection.execute(mine)).all()
            if row.acknowledged_at is not None or to in {way.to for way in told}:
                return False
            step = max((way.step for way in told), default=-1) + 1
            await connection.execute(
                insert(ways).values(alert=id, step=step, to=to, addressed_at=at)
            )
        return True

    async def acknowledge(self, id: str, by: PersonId, at: datetime, note: str = "") -> bool:
        """See Alerts."""
        open_ = (alerts.c.id == id) & alerts.c.acknowledged_at.is_(None)
        taken = update(alerts).where(open_)
        async with self._database.write() as connection:
            await self._database.hold(connection, f"alert:{id}")
            await _required(connection, id)
            changed = await connection.execute(
                taken.values(acknowledged_at=at, acknowledged_by=by, note=note)
            )
            return changed.rowcount == 1

    async def alert(self, id: str) -> Alert | None:
        """See Alerts."""
        found = await self._alerts(alerts.c.id == id)
        return found[0] if found else None

    async def waiting(self, *, tier: int | None = None) -> tuple[Alert, ...]:
        """See Alerts."""
        unseen = alerts.c.acknowledged_at.is_(None)
        return await self._alerts(unseen if tier is None else unseen & (alerts.c.tier == tier))

    async def undelivered(self) -> tuple[Alert, ...]:
        """See Alerts."""
        on_the_way = select(ways.c.alert).where(ways.c.delivered_at.is_(None))
        return await self._alerts(alerts.c.acknowledged_at.is_(None) & alerts.c.id.in_(on_the_way))

    async def alerts_about(self, learner: LearnerId) -> tuple[Alert, ...]:
        """See Alerts."""
        return await self._alerts(alerts.c.learner == learner)

    async def _alerts(self, which: ColumnElement[bool]) -> tuple[Alert, ...]:
        query = select(alerts).where(which).order_by(alerts.c.raised_at, alerts.c.id)
        theirs = (
            select(ways)
            .where(ways.c.alert.in_(select(alerts.c.id).where(which)))
            .order_by(ways.c.step)
        )
        async with self._database.session() as connection:
            rows = (await connection.execute(query)).all()
            deliveries = (await connection.execute(theirs)).all()
        return tuple(
            _alert(row, tuple(_delivery(way) for way in deliveries if way.alert == row.id))
            for row in rows
        )


async def _required(connection: AsyncConnection, id: str) -> Row[Any]:
    row = (await connection.execute(select(alerts).where(alerts.c.id == id))).one_or_none()
    if row is None:
        raise NotFound("There is no such alert.", where=id)
    return row


def _storable(excerpt: str) -> str:
    """The excerpt without what cannot be stored: no character may keep an alert from an adult."""
    return excerpt.replace("\x00", "").encode("utf-8", "replace").decode()


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        step=row.step,
        to=PersonId(row.to),
        addressed_at=row.addressed_at,
        delivered_at=row.delivered_at,
    )


def _alert(row: Row[Any], deliveries: tuple[Delivery, ...]) -> Alert:
    return Alert(
        id=row.id,
        learner=LearnerId(row.learner),
        kind=row.kind,
        tier=row.tier,
        raised_at=row.raised_at,
        course=None if row.course is None else CourseId(row.course),
        message=None if row.message is None else MessageId(row.message),
        excerpt=row.excerpt,
        deliveries=deliveries,
        acknowledged_at=row.acknowledged_at,
        acknowledged_by=None if row.acknowledged_by is None else PersonId(row.acknowledged_by),
        note=row.note,
    )
