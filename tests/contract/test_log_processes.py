"""The event log under several processes, some of them killed in the middle of an append."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from tutor.ids import CourseId, ItemId, LearnerId
from tutor.learner_state.events import HintGiven
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog, event_row
from tutor.storage.tables import events

WRITER = Path(__file__).with_name("log_writer.py")
COURSE = CourseId("fractions")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@asynccontextmanager
async def writers(mode: str, url: str, *learners: str) -> AsyncIterator[Process]:
    """The writing program, one process per learner named; at the end nothing of it is left."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, WRITER, mode, url, *learners, stdout=PIPE, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):  # it ended, and that is only not noticed yet
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


async def line(process: Process) -> tuple[int, LearnerId, int]:
    """The next acknowledged append: by whom, for whom, and the length that it was told."""
    assert process.stdout is not None
    pid, learner, length = (await process.stdout.readline()).decode().split()
    return int(pid), LearnerId(learner), int(length)


async def levels(log: SqlLearnerLog, learner: LearnerId) -> list[tuple[str, int]]:
    whole = await log.whole(learner, COURSE)
    hints = [event for event in whole if isinstance(event, HintGiven)]
    assert len(hints) == len(whole)
    return [(event.item, event.level) for event in hints]


async def test_eight_processes_lose_nothing_and_mix_nothing(database: Database) -> None:
    learners = ["anna", "ben"] * 4
    async with writers("insist", database.url, *learners) as process:
        assert await process.wait() == 0
    log = SqlLearnerLog(database)
    for learner in (LearnerId("anna"), LearnerId("ben")):
        found = await levels(log, learner)
        assert len(found) == 4 * 12
        # pairs stay together, and each process finds its own in order
        assert all(found[at + 1] == (found[at][0], found[at][1] + 1) for at in range(0, 48, 2))
        for writer in {item for item, _ in found}:
            assert [level for item, level in found if item == writer] == list(range(12))
    assert len(await log.since(0)) == 96


async def test_a_killed_writer_loses_nothing_and_leaves_no_half(database: Database) -> None:
    acknowledged: dict[LearnerId, int] = {}
    async with writers("endless", database.url, "anna", "ben", "cleo") as process:
        pids: dict[LearnerId, int] = {}
        while len(pids) < 3 or min(acknowledged.values()) < 9:
            pid, learner, length = await line(process)
            pids[learner], acknowledged[learner] = pid, length
        for pid in pids.values():
            os.kill(pid, signal.SIGKILL)  # wherever in an append it is
            await asyncio.sleep(0.05)
        assert process.stdout is not None
        while row := (await process.stdout.readline()).decode().split():
            acknowledged[LearnerId(row[1])] = int(row[2])
    log = SqlLearnerLog(database)
    for learner, length in acknowledged.items():
        found = [level for _, level in await levels(log, learner)]
        assert found == list(range(len(found)))
        assert len(found) % 3 == 0
        # what was acknowledged is there, and at most the one append that was under way
        assert length <= len(found) <= length + 3
        assert await log.append(learner, COURSE, [], after=len(found)) == len(found)


async def test_half_an_append_of_a_killed_process_is_as_if_it_never_began(
    database: Database,
) -> None:
    log, anna = SqlLearnerLog(database), LearnerId("anna")
    hint = HintGiven(at=NOON, item=ItemId("halves"), level=1)
    await log.append(anna, COURSE, [hint], after=0)
    async with writers("half", database.url, "anna") as process:
        pid, _, length = await line(process)
        assert length == 1
        assert (await log.read(anna, COURSE)).length == 1
        os.kill(pid, signal.SIGKILL)
        await process.wait()
        assert await log.append(anna, COURSE, [hint], after=1) == 2
    assert await log.whole(anna, COURSE) == (hint, hint)


async def test_the_feed_never_overtakes_an_append_that_is_under_way(postgresql: Database) -> None:
    log, anna, ben = SqlLearnerLog(postgresql), LearnerId("anna"), LearnerId("ben")
    hint = HintGiven(at=NOON, item=ItemId("halves"), level=1)
    async with postgresql.write() as slow:
        await postgresql.hold(slow, shared="feed")
        await slow.execute(insert(events), [event_row(anna, COURSE, 0, hint)])
        await log.append(ben, COURSE, [hint], after=0)  # a higher number, committed earlier
        reading = asyncio.create_task(log.since(0))
        await asyncio.sleep(0.1)
        assert not reading.done()
    assert [one.learner for one in await reading] == [anna, ben]
