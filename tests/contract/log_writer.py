"""A program that appends to logs from processes of its own, for tests that need real ones.

Run as `python log_writer.py MODE URL LEARNER…`; it forks one process per learner. Every line on
its output is `PID LEARNER LENGTH`: an append that the log has acknowledged.

`insist` appends 6 pairs of hints and reads again when the log moved; `endless` appends triples
until it is killed; `half` writes half of an append, says so, and waits to be killed.
"""

import asyncio
import os
import sys
from datetime import UTC, datetime

from sqlalchemy import insert

from tutor.errors import LogMoved
from tutor.ids import CourseId, ItemId, LearnerId
from tutor.learner_state.events import HintGiven
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog, event_row

COURSE = CourseId("fractions")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def hint(level: int) -> HintGiven:
    return HintGiven(at=NOON, item=ItemId(str(os.getpid())), level=level)


def say(learner: LearnerId, length: int) -> None:
    # one write for one line, so that processes do not mix theirs
    os.write(1, f"{os.getpid()} {learner} {length}\n".encode())


async def insist(log: SqlLearnerLog, learner: LearnerId) -> None:
    done = 0
    while done < 6:
        length = (await log.read(learner, COURSE)).length
        try:
            length = await log.append(
                learner, COURSE, [hint(2 * done), hint(2 * done + 1)], after=length
            )
        except LogMoved:
            continue
        say(learner, length)
        done += 1


async def endless(log: SqlLearnerLog, learner: LearnerId) -> None:
    length = 0
    while True:
        triple = [hint(length + place) for place in range(3)]
        length = await log.append(learner, COURSE, triple, after=length)
        say(learner, length)


async def half(database: Database, learner: LearnerId) -> None:
    length = (await SqlLearnerLog(database).read(learner, COURSE)).length
    async with database.write() as connection:
        from tutor.storage.tables import events

        await connection.execute(insert(events), [event_row(learner, COURSE, length, hint(0))])
        say(learner, length)
        await asyncio.sleep(60)


async def main(mode: str, url: str, learner: LearnerId) -> None:
    database = await Database.open(url)
    if mode == "half":
        await half(database, learner)
    elif mode == "endless":
        await endless(SqlLearnerLog(database), learner)
    else:
        await insist(SqlLearnerLog(database), learner)
    await database.close()


if __name__ == "__main__":
    children = []
    for name in sys.argv[3:]:
        child = os.fork()
        if child == 0:
            asyncio.run(main(sys.argv[1], sys.argv[2], LearnerId(name)))
            os._exit(0)
        children.append(child)
    codes = [os.waitpid(child, 0)[1] for child in children]
    sys.exit(any(codes))
