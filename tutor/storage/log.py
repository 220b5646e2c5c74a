"""The append-only log of events in SQL, read by learner or in the order of the school."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select
from sqlalchemy.exc import IntegrityError

from tutor.errors import LogMoved, NotFound
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.learner_state.events import Event, Replied
from tutor.learner_state.feed import Recorded
from tutor.learner_state.log import LogTail, Snapshot
from tutor.storage.codec import TYPE, decode, encode
from tutor.storage.database import Database
from tutor.storage.erased import ERASED, learner_lock, mark_erased, mark_of
from tutor.storage.tables import events as log
from tutor.storage.tables import snapshots

_FEED = "feed"

# What every turn asks, put together once.
_MINE = (log.c.learner == bindparam("learner")) & (log.c.course == bindparam("course"))
_ANSWERS = (log.c.learner == bindparam("learner")) & (log.c.answers == bindparam("message"))
_GROWN = (
    select(log.c.at, log.c.body)
    .where(_MINE, log.c.position >= bindparam("from"))
    .order_by(log.c.position)
)
_REPLY = select(log.c.body).where(_ANSWERS)
_STANDS = select(
    ERASED,
    select(func.coalesce(func.max(log.c.position) + 1, 0))
    .where(_MINE)
    .scalar_subquery()
    .label("length"),
    exists().where(_ANSWERS).label("answered"),
)


class SqlLearnerLog:
    """A LearnerLog and an EventFeed over the tables `events` and `snapshots`.

    Sequence numbers are given out before a transaction commits, so on PostgreSQL a lower one can
    become visible after a higher one. Appenders therefore hold a shared lock, and `since` passes
    once through the exclusive one: when it has, no lower number is still under way.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, learner: LearnerId, course: CourseId) -> LogTail:
        """See LearnerLog."""
        mine = (log.c.learner == learner) & (log.c.course == course)
        async with self._database.session() as connection:
            cached = select(snapshots.c.length, snapshots.c.format, snapshots.c.body).where(
                snapshots.c.learner == learner, snapshots.c.course == course
            )
            row = (await connection.execute(cached)).one_or_none()
            snapshot = (
                Snapshot(length=row.length, format=row.format, body=row.body) if row else None
            )
            start = snapshot.length if snapshot else 0
            tail = select(log.c.body).where(mine, log.c.position >= start).order_by(log.c.position)
            bodies = (await connection.execute(tail)).scalars().all()
        # the log has no gaps, so its length needs no further question
        return LogTail(
            length=start + len(bodies), snapshot=snapshot, events=tuple(map(decode, bodies))
        )

    async def grown(
        self, learner: LearnerId, course: CourseId, *, length: int, last: datetime
    ) -> tuple[Event, ...] | None:
        """See LearnerLog."""
        asked = {"learner": learner, "course": course, "from": length - 1}
        rows = await self._database.reading(lambda c: c.execute(_GROWN, asked).all())
        if not rows or rows[0].at != last:
            return None
        return tuple(decode(row.body) for row in rows[1:])

    async def append(
        self,
        learner: LearnerId,
        course: CourseId,
        events: Sequence[Event],
        *,
        after: int,
        message: MessageId | None = None,
        snapshot: Snapshot | None = None,
    ) -> int:
        """See LearnerLog. Raises NotFound for a learner who was erased."""
        length = after + len(events)
        if snapshot is not None and snapshot.length > length:
            raise ValueError(f"A snapshot of {snapshot.length} events for a log of {length}.")
        rows = [
            event_row(learner, course, place, event) for place, event in enumerate(events, after)
        ]

        def add(connection: Connection) -> None:
            self._database.lock(connection, learner_lock(learner), shared=_FEED)
            _expect(connection, learner, course, after, message)
            if rows:
                connection.execute(insert(log), rows)
            if snapshot is not None:
                _keep(connection, learner, course, snapshot)

        try:
            await self._database.writing(add)
        except IntegrityError as failure:
            raise LogMoved(
                "Another turn appended, or the message was already answered.", where=learner
            ) from failure
        return length

    async def reply_to(self, learner: LearnerId, message: MessageId) -> dict[str, Any] | None:
        """See LearnerLog."""
        asked = {"learner": learner, "message": message}
        body = await self._database.reading(lambda c: c.execute(_REPLY, asked).scalar())
        if body is None:
            return None
        event = decode(body)
        return event.outbound if isinstance(event, Replied) else None

    async def whole(self, learner: LearnerId, course: CourseId) -> tuple[Event, ...]:
        """See LearnerLog."""
        query = (
            select(log.c.body)
            .where(log.c.learner == learner, log.c.course == course)
            .order_by(log.c.position)
        )
        async with self._database.session() as connection:
            return tuple(map(decode, (await connection.execute(query)).scalars()))

    async def since(
        self, sequence: int, *, course: CourseId | None = None, limit: int = 1000
    ) -> tuple[Recorded, ...]:
        """See EventFeed."""
        query = select(log).where(log.c.sequence > sequence)
        if course is not None:
            query = query.where(log.c.course == course)
        if not self._database.is_sqlite:
            query = query.where(log.c.sequence <= await self._settled())
        async with self._database.session() as connection:
            rows = await connection.execute(query.order_by(log.c.sequence).limit(limit))
            return tuple(
                Recorded(
                    sequence=row.sequence,
                    learner=LearnerId(row.learner),
                    course=CourseId(row.course),
                    position=row.position,
                    event=decode(row.body),
                )
                for row in rows
            )

    async def learners(self, course: CourseId) -> tuple[LearnerId, ...]:
        """See EventFeed."""
        query = (
            select(log.c.learner).where(log.c.course == course).distinct().order_by(log.c.learner)
        )
        async with self._database.session() as connection:
            return tuple(map(LearnerId, (await connection.execute(query)).scalars()))

    async def courses(self, learner: LearnerId) -> tuple[CourseId, ...]:
        """See EventFeed."""
        query = (
            select(log.c.course).where(log.c.learner == learner).distinct().order_by(log.c.course)
        )
        async with self._database.session() as connection:
            return tuple(map(CourseId, (await connection.execute(query)).scalars()))

    async def forget(self, learner: LearnerId) -> int:
        """Erase a learner's events and return how many there were; later appends are refused.

        This is the log alone; `SqlErasure.forget` erases the learner from every table.
        """
        async with self._database.write() as connection:
            await self._database.hold(connection, learner_lock(learner))
            await mark_erased(connection, learner, datetime.now(UTC))
            await connection.execute(delete(snapshots).where(snapshots.c.learner == learner))
            gone = await connection.execute(delete(log).where(log.c.learner == learner))
        await self._database.scrub()
        return gone.rowcount

    async def _settled(self) -> int:
        """The highest sequence below which nothing is still under way."""
        async with self._database.write() as connection:
            await self._database.hold(connection, _FEED)
            highest = await connection.execute(select(func.max(log.c.sequence)))
            return highest.scalar() or 0


def _expect(
    connection: Connection,
    learner: LearnerId,
    course: CourseId,
    after: int,
    message: MessageId | None,
) -> None:
    """Raise LogMoved unless the log has `after` events and the message no reply."""
    asked = {"erased": mark_of(learner), "learner": learner, "course": course, "message": message}
    found = connection.execute(_STANDS, asked).one()
    if found.erased:
        raise NotFound("This learner was erased.", where=learner)
    if found.length != after:
        raise LogMoved(f"The log has {found.length} events, not {after}.", where=learner)
    if found.answered:
        raise LogMoved("The message was already answered.", where=learner)


def _keep(connection: Connection, learner: LearnerId, course: CourseId, snapshot: Snapshot) -> None:
    """Replace the snapshot; the caller holds the learner's lock, so nobody comes between."""
    connection.execute(
        delete(snapshots).where(snapshots.c.learner == learner, snapshots.c.course == course)
    )
    connection.execute(
        insert(snapshots).values(
            learner=learner,
            course=course,
            length=snapshot.length,
            format=snapshot.format,
            body=snapshot.body,
        )
    )


def event_row(learner: LearnerId, course: CourseId, position: int, event: Event) -> dict[str, Any]:
    """The row of the table `events` that keeps an event."""
    body = encode(event)
    return {
        "learner": learner,
        "course": course,
        "position": position,
        "type": body[TYPE],
        "at": event.at,
        "message": body.get("message"),
        "answers": event.message if isinstance(event, Replied) else None,
        "body": body,
    }
