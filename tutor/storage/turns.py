"""The records of turns under way, in SQL: small commits by one writer, read by many pages."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from tutor.dialogue.record import FROM_THE_START, TurnPart, TurnSoFar, TurnStarted, utc_now
from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, MessageId, TurnId
from tutor.storage.database import Database
from tutor.storage.erased import learner_lock, was_erased
from tutor.storage.tables import turn_parts, turns


class SqlTurnRecords:
    """TurnRecords over the tables `turns` and `turn_parts`.

    A record serves the pages that are open now; the reply that lasts is in the log. So its
    commits do not wait for the disk.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def start(
        self, turn: TurnId, learner: LearnerId, course: CourseId, message: MessageId
    ) -> None:
        """See TurnRecords."""
        async with self._database.write(lasting=False) as connection:
            await self._database.hold(connection, learner_lock(learner))
            if await was_erased(connection, learner):
                raise NotFound("This learner was erased.", where=learner)
            known = await connection.execute(select(turns.c.id).where(turns.c.id == turn))
            if known.first() is None:
                await connection.execute(
                    insert(turns).values(
                        id=turn,
                        learner=learner,
                        course=course,
                        message=message,
                        started_at=self._clock(),
                    )
                )

    async def add(self, turn: TurnId, index: int, kind: str, body: Mapping[str, Any]) -> None:
        """See TurnRecords."""
        part = insert(turn_parts).values(turn=turn, index=index, kind=kind, body=dict(body))
        try:
            async with self._database.write(lasting=False) as connection:
                await connection.execute(part)
        except IntegrityError as failure:
            # the part is there already, which is well, or its turn is not
            if await self.read(turn) is None:
                raise NotFound("This turn has no record.", where=turn) from failure

    async def add_all(self, parts: Sequence[tuple[TurnId, TurnPart]]) -> None:
        """See TurnRecords."""
        rows = [
            {"turn": turn, "index": part.index, "kind": part.kind, "body": part.body}
            for turn, part in parts
        ]
        if not rows:
            return
        try:
            async with self._database.write(lasting=False) as connection:
                await connection.execute(insert(turn_parts), rows)
        except IntegrityError:  # one is there already, or its turn is not: find out which
            for turn, part in parts:
                with suppress(NotFound):
                    await self.add(turn, part.index, part.kind, part.body)

    async def finish(self, turn: TurnId) -> None:
        """See TurnRecords."""
        end = update(turns).where(turns.c.id == turn, turns.c.finished_at.is_(None))
        async with self._database.write(lasting=False) as connection:
            await connection.execute(end.values(finished_at=self._clock()))

    async def read(self, turn: TurnId, after: int = FROM_THE_START) -> TurnSoFar | None:
        """See TurnRecords."""
        parts = (
            select(turn_parts.c.index, turn_parts.c.kind, turn_parts.c.body)
            .where(turn_parts.c.turn == turn, turn_parts.c.index > after)
            .order_by(turn_parts.c.index)
        )
        async with self._database.session() as connection:
            # the turn first: if it is finished then, no part can be missing from what follows
            query = select(turns).where(turns.c.id == turn)
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return None
            rows = (await connection.execute(parts)).all()
        return TurnSoFar(
            started=_started(row),
            parts=tuple(TurnPart(index=row[0], kind=row.kind, body=row.body) for row in rows),
        )

    async def latest_unfinished(self, learner: LearnerId) -> TurnStarted | None:
        """See TurnRecords."""
        latest = await self._latest(turns.c.learner == learner)
        return latest if latest is not None and not latest.finished else None

    async def of_message(self, learner: LearnerId, message: MessageId) -> TurnStarted | None:
        """See TurnRecords."""
        return await self._latest(turns.c.learner == learner, turns.c.message == message)

    async def prune(self, before: datetime) -> int:
        """See TurnRecords."""
        async with self._database.write() as connection:
            old = await connection.execute(delete(turns).where(turns.c.started_at < before))
            return old.rowcount

    async def _latest(self, *conditions: ColumnElement[bool]) -> TurnStarted | None:
        query = select(turns).where(*conditions).order_by(turns.c.started_at.desc()).limit(1)
        async with self._database.session() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _started(row)


def _started(row: Row[Any]) -> TurnStarted:
    return TurnStarted(
        turn=TurnId(row.id),
        learner=LearnerId(row.learner),
        course=CourseId(row.course),
        message=MessageId(row.message),
        at=row.started_at,
        finished=row.finished_at is not None,
    )
