"""The tutor's own time in a turn while two hundred replies stream at once from a slow provider.

The provider is another process on the loopback. The turns run as the web runs them: logs, records of
turns and spending in SQLite, a page following each. They arrive at even intervals, as many as keep
the wanted number of streams open. `python -m tutor.evals.bench_streams` prints the rows alone.
"""

import asyncio
import gc
import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import structlog

from tutor.curriculum.book import Book
from tutor.curriculum.course import Course
from tutor.dialogue.check import Checker
from tutor.dialogue.messages import Inbound
from tutor.dialogue.ports import TurnTimes
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.running import Running
from tutor.dialogue.turns.shelf import Shelf
from tutor.dialogue.wording.voice import ModelVoice
from tutor.evals.bench_school import Everybody, Quiet
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.llm import build_model
from tutor.prompting import PromptBook
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.safety.screen import screen, warm_up
from tutor.settings import Settings, bundled
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog
from tutor.storage.models import SqlCourseModels
from tutor.storage.spending import SqlSpending
from tutor.storage.turns import SqlTurnRecords

STREAMS = 200
SECONDS = 24.0  # that one reply takes
FEW = 20  # turns; fewer tell nothing
LASTS = 24.0  # seconds of measuring, once as many streams are open as will be
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


@dataclass(slots=True)
class Measured:
    """What was measured: the turns, the most streams open, and our processor's seconds for them."""

    times: list[TurnTimes] = field(default_factory=list)
    most: int = 0
    worked: float = 0.0
    arrived: int = 0


async def measure() -> Measured:
    """Turns that ended while measuring."""
    measured = Measured()
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(f"sqlite:///{folder}/bench.sqlite3")
        async with _provider() as url:
            tutor, course = await _school(database, url, measured.times.append)
            gc.collect()
            gc.freeze()  # as `meno serve` does once it has started
            await _arrive(Running(tutor, SqlTurnRecords(database)), course, measured)
            gc.unfreeze()
        await database.close()
    return measured


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
    warm_up()  # as the service does after its first page
    tutor = Tutor(
        log=log, courses=book, shelf=Shelf(SqlCourseModels(database), log), retriever=library,
        faces=Everybody(), screen=screen, alarm=Quiet(), voice=voice, timed=timed,
    )  # fmt: skip
    return tutor, course


async def _arrive(running: Running, course: Course, measured: Measured) -> None:
    """Let turns arrive at even intervals; forget those of the first seconds."""
    loop = asyncio.get_running_loop()
    began, gap = loop.time(), SECONDS / STREAMS
    pages: set[asyncio.Task[None]] = set()
    said = dict.fromkeys(range(STREAMS), 0)
    number, worked = 0, 0.0
    while loop.time() - began < SECONDS + LASTS:
        if not worked and loop.time() - began > SECONDS:
            measured.times.clear()
            worked, measured.arrived = time.process_time(), number
        who = number % STREAMS
        inbound = Inbound(
            learner=LearnerId(f"bench-{who}"), course=course.id, channel="bench",
            message=MessageId(f"m{number}"), text=SAYS[said[who] % len(SAYS)], at=datetime.now(UTC),
        )  # fmt: skip
        said[who] += 1
        page = asyncio.create_task(_page(running, inbound))
        pages.add(page)
        page.add_done_callback(pages.discard)
        number += 1
        measured.most = max(measured.most, len(pages))
        await asyncio.sleep(max(0.0, began + number * gap - loop.time()))
    measured.worked = time.process_time() - worked
    measured.arrived = number - measured.arrived
    kept = list(measured.times)
    await asyncio.gather(*pages)
    await running.settle()
    measured.times[:] = kept


async def _page(running: Running, inbound: Inbound) -> None:
    """A page that sends a message and follows the reply to its end."""
    async for _ in running.follow(await running.start(inbound)):
        pass


def figures() -> list[tuple[str, str, str]]:
    """The own time of turns as rows of the bench."""
    quiet = structlog.make_filtering_bound_logger(logging.ERROR)
    structlog.configure(wrapper_class=quiet)
    found = asyncio.run(measure())
    worded = [t for t in found.times if t.by != "plain"]
    own = sorted(1000 * t.own for t in found.times)
    enough = len(own) >= FEW
    p99 = statistics.quantiles(own, n=100)[98] if enough else 0.0
    turns = f"{len(own)} turns, {len(worded)} worded by a model, up to {found.most} streams"
    each = 1000 * found.worked / max(1, found.arrived)
    return [
        (
            "a turn's own time while 200 replies stream",
            f"p50 {statistics.median(own):.1f} ms, p99 {p99:.1f} ms" if enough else "not measured",
            f"{turns}, {os.cpu_count()} cores{'' if enough else ': the machine is too busy'}",
        ),
        (
            "processor time of a turn with its stream",
            f"{each:.1f} ms",
            f"{found.arrived} turns arrived in {LASTS:.0f} s; {STREAMS} streams of {SECONDS:.0f} s",
        ),
    ]


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
