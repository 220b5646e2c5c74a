"""The tutor's own time in a turn while some hundred replies stream at once from a slow provider.

The provider is another process on the loopback; learners' logs are in SQLite as in a school. Turns
arrive at even intervals, as many as keep the wanted number of streams open.
"""

import asyncio
import logging
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import structlog

from tutor.curriculum.book import Book
from tutor.curriculum.course import Course
from tutor.dialogue.check import Checker
from tutor.dialogue.messages import Inbound
from tutor.dialogue.ports import TurnTimes
from tutor.dialogue.shelf import Shelf
from tutor.dialogue.turn import Tutor
from tutor.dialogue.voice import ModelVoice
from tutor.evals.bench_school import Everybody, Quiet
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.llm import build_model
from tutor.prompting import PromptBook
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.safety.screen import screen
from tutor.settings import Settings, bundled
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog
from tutor.storage.models import SqlCourseModels
from tutor.storage.spending import SqlSpending

STREAMS = 200
SECONDS = 24.0  # that one reply takes
LASTS = 24.0  # seconds of measuring, after as many seconds as a reply takes
SAYS = ("/start", "what is a numerator?", "hint", "i'm stuck", "3/4", "go on")


@asynccontextmanager
async def _provider() -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tutor.evals.loopback", str(SECONDS), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.terminate()
        await process.wait()


async def measure() -> tuple[list[TurnTimes], int]:
    """The times of the turns that ended while measuring, and the most streams open at once."""
    times: list[TurnTimes] = []
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(f"sqlite:///{folder}/bench.sqlite3")
        async with _provider() as url:
            tutor, course = await _school(database, url, times.append)
            most = await _arrive(tutor, course, times)
        await database.close()
    return times, most


async def _school(
    database: Database, url: str, timed: Callable[[TurnTimes], None]
) -> tuple[Tutor, Course]:
    """The tutor as a school has it: logs in SQL, the model behind its chain, checks on."""
    book, library, log = (
        Book([bundled("curricula")]), Library(InMemoryPassageStore()), SqlLearnerLog(database)
    )  # fmt: skip
    book.refresh()
    course = book.get(CourseId("fractions"))
    await library.add_course(course)
    settings = Settings(
        llm="openai", llm_base_url=url, llm_model="loopback", llm_daily_tokens=10**12
    )
    chain = build_model(settings, ledger=SqlSpending(database))
    assert chain is not None
    voice = ModelVoice(chain, PromptBook(bundled("prompts")), Checker)
    await voice.warm()
    tutor = Tutor(
        log=log, courses=book, shelf=Shelf(SqlCourseModels(database), log), retriever=library,
        faces=Everybody(), screen=screen, alarm=Quiet(), voice=voice, timed=timed,
    )  # fmt: skip
    return tutor, course


async def _arrive(tutor: Tutor, course: Course, times: list[TurnTimes]) -> int:
    """Let turns arrive at even intervals; forget those of the first seconds."""
    loop = asyncio.get_running_loop()
    began, gap = loop.time(), SECONDS / STREAMS
    tasks: set[asyncio.Task[object]] = set()
    said = dict.fromkeys(range(STREAMS), 0)
    number, most, warm = 0, 0, False
    while loop.time() - began < SECONDS + LASTS:
        if not warm and loop.time() - began > SECONDS:
            times.clear()
            warm = True
        who = number % STREAMS
        inbound = Inbound(
            learner=LearnerId(f"bench-{who}"), course=course.id, channel="bench",
            message=MessageId(f"m{number}"), text=SAYS[said[who] % len(SAYS)], at=datetime.now(UTC),
        )  # fmt: skip
        said[who] += 1
        task: asyncio.Task[object] = asyncio.create_task(tutor.turn(inbound))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        number += 1
        most = max(most, len(tasks))
        await asyncio.sleep(max(0.0, began + number * gap - loop.time()))
    kept = list(times)
    await asyncio.gather(*tasks)
    times[:] = kept
    return most


def figures() -> list[tuple[str, str, str]]:
    """The own time of turns as rows of the bench."""
    quiet = structlog.make_filtering_bound_logger(logging.ERROR)
    structlog.configure(wrapper_class=quiet)
    times, most = asyncio.run(measure())
    worded = [t for t in times if t.by != "plain"]
    own = sorted(1000 * t.own for t in times)
    cuts = statistics.quantiles(own, n=100)
    value = f"p50 {statistics.median(own):.1f} ms, p99 {cuts[98]:.1f} ms"
    how = f"{len(own)} turns, {len(worded)} worded by a model, up to {most} streams, {os.cpu_count()} cores"
    return [("a turn's own time while 200 replies stream", value, how)]


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
