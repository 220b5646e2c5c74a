"""The port of work to be done later, exactly once if it ends well and again if it does not."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Protocol

from tutor.ids import LearnerId


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job as its worker holds it. `tries` counts this one; `lease` proves who holds it."""

    id: int
    kind: str
    body: dict[str, Any]
    tries: int
    lease: str
    leased_until: datetime
    key: str | None = None
    learner: LearnerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadJob:
    """A job that was given up, with the last error."""

    id: int
    kind: str
    body: dict[str, Any]
    tries: int
    error: str
    key: str | None = None
    learner: LearnerId | None = None


class Jobs(Protocol):
    """A queue of jobs in the database.

    A claimed job belongs to one worker until its lease ends; a worker that dies loses it to the
    next. A worker that finishes late learns that the job is no longer its own.
    """

    async def put(
        self,
        kind: str,
        body: Mapping[str, Any],
        *,
        run_at: datetime,
        key: str | None = None,
        learner: LearnerId | None = None,
    ) -> bool:
        """Put a job to be run from `run_at` on; False when one of this kind and key was put before.

        `learner` is whom the body is about: erasing them erases the job. Raises NotFound when
        they were erased.
        """
        ...

    async def claim(
        self, kinds: Collection[str], *, lease_s: float, now: datetime, limit: int = 1
    ) -> tuple[Job, ...]:
        """Take at most `limit` jobs that are due and nobody's, the longest due first."""
        ...

    async def extend(self, job: Job, *, lease_s: float, now: datetime) -> Job | None:
        """Hold a job for longer; None when it is no longer the worker's."""
        ...

    async def done(self, job: Job, *, now: datetime) -> bool:
        """Say that the job ended well; False when it is no longer the worker's."""
        ...

    async def failed(self, job: Job, error: str, *, retry_at: datetime | None) -> bool:
        """Give the job back until `retry_at`, or give it up (None); False when not the worker's."""
        ...

    async def dead(self, kind: str | None = None) -> tuple[DeadJob, ...]:
        """The jobs that were given up, oldest first."""
        ...

    async def revive(self, id: int, *, run_at: datetime) -> bool:
        """Try a dead job again from `run_at` on; False when there is no such dead job."""
        ...

    async def prune(self, before: datetime) -> int:
        """Drop jobs done before then (their keys may be put again); how many there were."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A job in memory; its `lease` is empty while nobody holds it."""

    job: Job
    run_at: datetime
    error: str = ""
    dead: bool = False
    done_at: datetime | None = None

    def free(self, now: datetime) -> bool:
        held = self.job.lease != "" and self.job.leased_until > now
        return self.run_at <= now and not held and not self.dead and self.done_at is None


class MemoryJobs:
    """Jobs that go with the process."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}
        self._numbers = count(1)

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
        known = {(kept.job.kind, kept.job.key) for kept in self._kept.values()}
        if key is not None and (kind, key) in known:
            return False
        id = next(self._numbers)
        job = Job(
            id=id,
            kind=kind,
            body=dict(body),
            tries=0,
            lease="",
            leased_until=run_at,
            key=key,
            learner=learner,
        )
        self._kept[id] = _Kept(job=job, run_at=run_at)
        return True

    async def claim(
        self, kinds: Collection[str], *, lease_s: float, now: datetime, limit: int = 1
    ) -> tuple[Job, ...]:
        """See Jobs."""
        due = [kept for kept in self._kept.values() if kept.job.kind in kinds and kept.free(now)]
        due.sort(key=lambda kept: (kept.run_at, kept.job.id))
        claimed = []
        for kept in due[:limit]:
            job = replace(
                kept.job,
                tries=kept.job.tries + 1,
                lease=f"lease-{next(self._numbers)}",
                leased_until=now + timedelta(seconds=lease_s),
            )
            self._kept[job.id] = replace(kept, job=job)
            claimed.append(job)
        return tuple(claimed)

    async def extend(self, job: Job, *, lease_s: float, now: datetime) -> Job | None:
        """See Jobs."""
        kept = self._held(job)
        if kept is None:
            return None
        longer = replace(job, leased_until=now + timedelta(seconds=lease_s))
        self._kept[job.id] = replace(kept, job=longer)
        return longer

    async def done(self, job: Job, *, now: datetime) -> bool:
        """See Jobs."""
        kept = self._held(job)
        if kept is not None:
            self._kept[job.id] = replace(kept, done_at=now)
        return kept is not None

    async def failed(self, job: Job, error: str, *, retry_at: datetime | None) -> bool:
        """See Jobs."""
        kept = self._held(job)
        if kept is not None:
            told = error.replace("\x00", "").encode("utf-8", "replace").decode()
            self._kept[job.id] = replace(
                kept,
                job=replace(kept.job, lease=""),
                error=told,
                dead=retry_at is None,
                run_at=retry_at or kept.run_at,
            )
        return kept is not None

    async def dead(self, kind: str | None = None) -> tuple[DeadJob, ...]:
        """See Jobs."""
        return tuple(
            DeadJob(
                id=kept.job.id,
                kind=kept.job.kind,
                body=kept.job.body,
                tries=kept.job.tries,
                error=kept.error,
                key=kept.job.key,
                learner=kept.job.learner,
            )
            for kept in self._kept.values()
            if kept.dead and kind in (None, kept.job.kind)
        )

    async def revive(self, id: int, *, run_at: datetime) -> bool:
        """See Jobs."""
        kept = self._kept.get(id)
        if kept is None or not kept.dead:
            return False
        self._kept[id] = replace(kept, dead=False, run_at=run_at)
        return True

    async def prune(self, before: datetime) -> int:
        """See Jobs."""
        old = [
            id
            for id, kept in self._kept.items()
            if kept.done_at is not None and kept.done_at < before
        ]
        for id in old:
            del self._kept[id]
        return len(old)

    def _held(self, job: Job) -> _Kept | None:
        """The job as it is kept, if the worker's claim is still the last one."""
        kept = self._kept.get(job.id)
        if kept is None or kept.job.lease != job.lease or kept.dead or kept.done_at is not None:
            return None
        return kept


@contextlib.asynccontextmanager
async def held(
    jobs: Jobs, job: Job, lease_s: float, clock: Callable[[], datetime]
) -> AsyncIterator[None]:
    """Keep a job's lease while it is worked on."""

    async def hold() -> None:
        while True:
            await asyncio.sleep(lease_s / 3)
            await jobs.extend(job, lease_s=lease_s, now=clock())

    holding = asyncio.create_task(hold())
    try:
        yield
    finally:
        holding.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await holding
