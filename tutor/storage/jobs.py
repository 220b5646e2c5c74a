"""The queue of jobs in SQL, with leases."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from tutor.errors import NotFound
from tutor.ids import LearnerId
from tutor.jobs import DeadJob, Job
from tutor.storage.database import Database
from tutor.storage.erased import learner_lock, was_erased
from tutor.storage.tables import jobs

_WAITING, _DONE, _DEAD = "waiting", "done", "dead"


class SqlJobs:
    """Jobs over the table `jobs`.

    A job is waiting (held by nobody, or by the holder of its lease until the lease ends), done
    or dead. Done jobs stay until they are pruned, so that their keys are not put again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(
        self,
        kind: str,
        body: Mapping[str, Any],
        *,
        run_at: datetime,
        key: str | None = None,
        learner: LearnerId | None = None,
    ) -> bool:
        """See Jobs."""
        job = insert(jobs).values(
            kind=kind,
            key=key,
            learner=learner,
            body=dict(body),
            state=_WAITING,
            run_at=run_at,
            tries=0,
            error="",
        )
        try:
            async with self._database.write() as connection:
                if learner is not None:
                    await self._database.hold(connection, learner_lock(learner))
                    if await was_erased(connection, learner):
                        raise NotFound("This learner was erased.", where=learner)
                await connection.execute(job)
        except IntegrityError:
            return False
        return True

    async def claim(
        self, kinds: Collection[str], *, lease_s: float, now: datetime, limit: int = 1
    ) -> tuple[Job, ...]:
        """See Jobs."""
        due = (
            select(jobs)
            .where(
                jobs.c.state == _WAITING,
                jobs.c.kind.in_(list(kinds)),
                jobs.c.run_at <= now,
                or_(jobs.c.leased_until.is_(None), jobs.c.leased_until <= now),
            )
            .order_by(jobs.c.run_at, jobs.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)  # SQLite has no such clause and needs none
        )
        lease, until = token_hex(16), now + timedelta(seconds=lease_s)
        async with self._database.write() as connection:
            rows = (await connection.execute(due)).all()
            await connection.execute(
                update(jobs)
                .where(jobs.c.id.in_([row.id for row in rows]))
                .values(lease=lease, leased_until=until, tries=jobs.c.tries + 1)
            )
        return tuple(_claimed(row, lease, until) for row in rows)

    async def extend(self, job: Job, *, lease_s: float, now: datetime) -> Job | None:
        """See Jobs."""
        until = now + timedelta(seconds=lease_s)
        held = await self._change(_held(job), leased_until=until)
        return replace(job, leased_until=until) if held else None

    async def done(self, job: Job, *, now: datetime) -> bool:
        """See Jobs."""
        return await self._change(
            _held(job), state=_DONE, done_at=now, lease=None, leased_until=None
        )

    async def failed(self, job: Job, error: str, *, retry_at: datetime | None) -> bool:
        """See Jobs."""
        told = error.replace("\x00", "").encode("utf-8", "replace").decode()
        changes: dict[str, Any] = {"error": told, "lease": None, "leased_until": None}
        if retry_at is None:
            changes["state"] = _DEAD
        else:
            changes["run_at"] = retry_at
        return await self._change(_held(job), **changes)

    async def dead(self, kind: str | None = None) -> tuple[DeadJob, ...]:
        """See Jobs."""
        query = select(jobs).where(jobs.c.state == _DEAD).order_by(jobs.c.id)
        if kind is not None:
            query = query.where(jobs.c.kind == kind)
        async with self._database.session() as connection:
            return tuple(map(_given_up, await connection.execute(query)))

    async def revive(self, id: int, *, run_at: datetime) -> bool:
        """See Jobs."""
        return await self._change(
            (jobs.c.id == id) & (jobs.c.state == _DEAD), state=_WAITING, run_at=run_at
        )

    async def prune(self, before: datetime) -> int:
        """See Jobs."""
        old = delete(jobs).where(jobs.c.state == _DONE, jobs.c.done_at < before)
        async with self._database.write() as connection:
            return (await connection.execute(old)).rowcount

    async def _change(self, which: ColumnElement[bool], **values: Any) -> bool:
        async with self._database.write() as connection:
            changed = await connection.execute(update(jobs).where(which).values(values))
            return changed.rowcount == 1


def _held(job: Job) -> ColumnElement[bool]:
    """Whether nobody claimed the job since; a late worker may still finish what nobody took."""
    return (jobs.c.id == job.id) & (jobs.c.lease == job.lease) & (jobs.c.state == _WAITING)


def _claimed(row: Row[Any], lease: str, until: datetime) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        body=row.body,
        tries=row.tries + 1,
        lease=lease,
        leased_until=until,
        key=row.key,
        learner=None if row.learner is None else LearnerId(row.learner),
    )


def _given_up(row: Row[Any]) -> DeadJob:
    return DeadJob(
        id=row.id,
        kind=row.kind,
        body=row.body,
        tries=row.tries,
        error=row.error,
        key=row.key,
        learner=None if row.learner is None else LearnerId(row.learner),
    )
