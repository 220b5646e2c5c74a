"""The contract of the queue of jobs, on memory, SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tutor.errors import NotFound
from tutor.ids import LearnerId
from tutor.jobs import Job, Jobs, MemoryJobs
from tutor.storage.database import Database
from tutor.storage.jobs import SqlJobs
from tutor.storage.log import SqlLearnerLog

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.fixture
def jobs(database_or_memory: Database | None) -> Jobs:
    return MemoryJobs() if database_or_memory is None else SqlJobs(database_or_memory)


async def claim_one(jobs: Jobs, now: datetime = NOON, lease_s: float = 60) -> Job:
    (job,) = await jobs.claim(["digest"], lease_s=lease_s, now=now)
    return job


async def test_a_job_is_claimed_once_and_done(jobs: Jobs) -> None:
    assert await jobs.put("digest", {"week": 45}, run_at=NOON, learner=LearnerId("anna"))
    job = await claim_one(jobs)
    assert (job.kind, job.body, job.tries, job.learner) == ("digest", {"week": 45}, 1, "anna")
    assert await jobs.claim(["digest"], lease_s=60, now=later(59)) == ()
    assert await jobs.done(job, now=later(1))
    assert await jobs.claim(["digest"], lease_s=60, now=later(1000)) == ()
    assert await jobs.dead() == ()


async def test_only_due_jobs_of_the_asked_kinds_are_claimed_the_longest_due_first(
    jobs: Jobs,
) -> None:
    for seconds in (30, 10, 20, 9000):
        await jobs.put("digest", {"at": seconds}, run_at=later(seconds))
    await jobs.put("alert", {}, run_at=NOON)
    assert await jobs.claim(["digest"], lease_s=60, now=NOON) == ()
    assert await jobs.claim([], lease_s=60, now=later(60)) == ()
    claimed = await jobs.claim(["digest", "index"], lease_s=60, now=later(60), limit=9)
    assert [job.body["at"] for job in claimed] == [10, 20, 30]


async def test_a_key_is_put_once_even_when_its_job_is_done(jobs: Jobs) -> None:
    assert await jobs.put("digest", {"n": 1}, run_at=NOON, key="anna-2026-45")
    assert not await jobs.put("digest", {"n": 2}, run_at=NOON, key="anna-2026-45")
    assert await jobs.put("alert", {}, run_at=NOON, key="anna-2026-45")
    job = await claim_one(jobs)
    assert job.body == {"n": 1}
    await jobs.done(job, now=NOON)
    assert not await jobs.put("digest", {"n": 3}, run_at=NOON, key="anna-2026-45")
    assert await jobs.prune(later(1)) == 1
    assert await jobs.put("digest", {"n": 4}, run_at=NOON, key="anna-2026-45")


async def test_a_job_whose_worker_died_goes_to_the_next(jobs: Jobs) -> None:
    await jobs.put("digest", {}, run_at=NOON)
    first = await claim_one(jobs, lease_s=60)
    second = await claim_one(jobs, now=later(60))
    assert (second.id, second.tries) == (first.id, 2)
    # the first was only slow: it learns that the job is no longer its own
    assert not await jobs.done(first, now=later(61))
    assert not await jobs.failed(first, "too late", retry_at=None)
    assert await jobs.extend(first, lease_s=60, now=later(61)) is None
    assert await jobs.done(second, now=later(62))


async def test_a_late_worker_may_finish_what_nobody_took(jobs: Jobs) -> None:
    await jobs.put("digest", {}, run_at=NOON)
    job = await claim_one(jobs, lease_s=1)
    assert await jobs.done(job, now=later(30))
    assert await jobs.claim(["digest"], lease_s=60, now=later(60)) == ()


async def test_a_lease_can_be_extended(jobs: Jobs) -> None:
    await jobs.put("digest", {}, run_at=NOON)
    job = await claim_one(jobs, lease_s=60)
    longer = await jobs.extend(job, lease_s=60, now=later(50))
    assert longer is not None
    assert longer.leased_until == later(110)
    assert await jobs.claim(["digest"], lease_s=60, now=later(100)) == ()
    assert await jobs.done(longer, now=later(105))


async def test_a_failed_job_waits_and_is_given_up_with_its_error(jobs: Jobs) -> None:
    await jobs.put("digest", {"week": 45}, run_at=NOON, key="k")
    job = await claim_one(jobs)
    assert await jobs.failed(job, "429", retry_at=later(300))
    assert await jobs.claim(["digest"], lease_s=60, now=later(299)) == ()
    again = await claim_one(jobs, now=later(300))
    assert again.tries == 2
    assert await jobs.failed(again, "blocked\x00 by \ud83d", retry_at=None)
    assert await jobs.claim(["digest"], lease_s=60, now=later(9000)) == ()
    (dead,) = await jobs.dead("digest")
    assert (dead.body, dead.tries, dead.error, dead.key) == (
        {"week": 45},
        2,
        "blocked by ?",
        "k",
    )
    assert await jobs.dead("alert") == ()


async def test_a_dead_job_can_be_revived(jobs: Jobs) -> None:
    await jobs.put("digest", {}, run_at=NOON)
    job = await claim_one(jobs)
    assert not await jobs.revive(job.id, run_at=NOON)
    await jobs.failed(job, "no", retry_at=None)
    assert await jobs.revive(job.id, run_at=later(5))
    assert (await claim_one(jobs, now=later(5))).id == job.id


async def test_workers_at_once_never_hold_the_same_job(jobs: Jobs) -> None:
    for number in range(30):
        await jobs.put("digest", {"n": number}, run_at=NOON)

    async def work() -> list[int]:
        mine: list[int] = []
        while claimed := await jobs.claim(["digest"], lease_s=60, now=NOON, limit=2):
            for job in claimed:
                mine.append(job.body["n"])
                assert await jobs.done(job, now=NOON)
        return mine

    shares = await asyncio.gather(*(work() for _ in range(6)))
    assert sorted(number for share in shares for number in share) == list(range(30))


async def test_nothing_is_put_for_an_erased_learner(database: Database) -> None:
    jobs = SqlJobs(database)
    await SqlLearnerLog(database).forget(LearnerId("anna"))
    with pytest.raises(NotFound):
        await jobs.put("digest", {}, run_at=NOON, learner=LearnerId("anna"))
