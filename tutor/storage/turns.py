"""The records of turns under way, in SQL: small commits by one writer, read by many pages."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from tutor.dialogue.turns.record import FROM_THE_START, TurnPart, TurnSoFar, TurnStarted, utc_now
from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, MessageId, TurnId
from tutor.storage.database import Database
from tutor.storage.erased import ERASED, learner_lock, mark_of
from tutor.storage.tables import turn_parts, turns

# What every turn asks and says, put together once.
_MAY_START = select(ERASED, exists().where(turns.c.id == bindparam("turn")).label("known"))
_LATEST = (
    select(turns)
    .where(turns.c.learner == bindparam("learner"))
    .order_by(turns.c.started_at.desc())
    .limit(1)
)
_OF_MESSAGE = _LATEST.where(turns.c.message == bindparam("message"))
_END = (
    update(turns)
    .where(turns.c.id == bindparam("turn"), turns.c.finished_at.is_(None))
    .values(finished_at=bindparam("now"))
)


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
        row = {
            "id": turn,
            "learner": learner,
            "course": course,
            "message": message,
            "started_at": self._clock(),
        }

        def begin(connection: Connection) -> None:
            self._database.lock(connection, learner_lock(learner))
            asked = {"erased": mark_of(learner), "turn": turn}
            found = connection.execute(_MAY_START, asked).one()
            if found.erased:
                raise NotFound("This learner was erased.", where=learner)
            if not found.known:
                connection.execute(insert(turns), row)

        await self._database.writing(begin, lasting=False)

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

    async def add_all(
        self, parts: Sequence[tuple[TurnId, TurnPart]], *, finished: Sequence[TurnId] = ()
    ) -> None:
        """See TurnRecords."""
        rows = [
            {"turn": turn, "index": part.index, "kind": part.kind, "body": part.body}
            for turn, part in parts
        ]
        ends = [{"turn": turn, "now": self._clock()} for turn in finished]

        def write(connection: Connection) -> None:
            if rows:
                connection.execute(insert(turn_parts), rows)
            if ends:
                connection.execute(_END, ends)

        try:
            await self._database.writing(write, lasting=False)
        except IntegrityError:  # one is there already, or its turn is not: find out which
            for turn, part in parts:
                with suppress(NotFound):
                    await self.add(turn, part.index, part.kind, part.body)
            await self.add_all((), finished=finished)

    async def finish(self, turn: TurnId) -> None:
        """See TurnRecords."""
        await self.add_all((), finished=(turn,))

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
        latest = await self._latest(_LATEST, {"learner": learner})
        return latest if latest is not None and not latest.finished else None

    async def of_message(self, learner: LearnerId, message: MessageId) -> TurnStarted | None:
        """See TurnRecords."""
        return await self._latest(_OF_MESSAGE, {"learner": learner, "message": message})

    async def prune(self, before: datetime) -> int:
        """See TurnRecords."""
        async with self._database.write() as connection:
            old = await connection.execute(delete(turns).where(turns.c.started_at < before))
            return old.rowcount

    async def _latest(self, query: Select[Any], asked: dict[str, Any]) -> TurnStarted | None:
        row = await self._database.reading(lambda c: c.execute(query, asked).one_or_none())
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
