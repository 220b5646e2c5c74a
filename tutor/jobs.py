"""The port of work to be done later, exactly once if it ends well and again if it does not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
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
