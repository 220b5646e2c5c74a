"""`make bench`: the figures that depend on the machine, as a table and as JSON.

Times are of this machine at this moment: compare them within one run. Quality figures come from
`meno eval …`; those whose rows lie under MENO_DATA are run here too, the others are skipped with
a reason.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tutor.curriculum.book import Book
from tutor.dialogue.messages import Inbound
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.evals import bench_checks, bench_finding, bench_learner, bench_streams
from tutor.evals.bench_school import Everybody, Quiet
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.learner_state.memory_log import MemoryLog
from tutor.learner_state.select import choose
from tutor.learner_state.state import empty_state, replay
from tutor.learner_state.tracer import CourseModel
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Query
from tutor.settings import bundled

Figure = tuple[str, str, str]  # what, value, how it was measured


def main(argv: Sequence[str] = ()) -> int:
    """Measure everything that is here and print it; `--json` for a program.

    `--passages=20000` makes the course smaller in which is searched: the full one takes minutes.
    `--chroma` searches with Chroma, too. `--finding`, `--learner` or `--checks` measures nothing else.
    """
    if "--finding" in argv:
        figures = _finding(argv)
    elif "--learner" in argv:
        figures = bench_learner.figures()
    elif "--checks" in argv:
        figures = bench_checks.figures()
    else:
        figures = [
            *_loading(), *asyncio.run(_turns()), *bench_learner.figures(), *bench_checks.figures(),
            *bench_streams.figures(),
            *_grading(), *_finding(argv),
        ]  # fmt: skip
    if "--json" in argv:
        print(json.dumps([dict(zip(("what", "value", "how"), f, strict=True)) for f in figures]))
        return 0
    table = Table("what", "value", "how")
    for figure in figures:
        table.add_row(*figure)
    Console().print(table)
    return 0


def _loading() -> list[Figure]:
    start = time.perf_counter()
    book = Book([bundled("curricula")])
    book.refresh()
    seconds = time.perf_counter() - start
    items = sum(len(course.sources) for course in book.all())
    return [("load the bundled courses", f"{seconds:.2f} s", f"{items} items, once at start")]


async def _turns() -> list[Figure]:
    book = Book([bundled("curricula")])
    book.refresh()
    course = book.get(CourseId("fractions"))
    library, log = Library(InMemoryPassageStore()), MemoryLog()
    await library.add_course(course)
    tutor = Tutor(
        log=log, courses=book, shelf=Shelf(MemoryModels(), log), retriever=library,
        faces=Everybody(), screen=lambda text, language: None, alarm=Quiet(),
    )  # fmt: skip
    who, at, took = LearnerId("bench"), datetime(2026, 1, 5, 9, tzinfo=UTC), []
    for number in range(300):
        at += timedelta(seconds=20)
        state = (await tutor.load(who, course.id)).state
        text = (
            "next" if state.open is None else "what is a numerator?" if number % 10 == 0 else "3/4"
        )
        inbound = Inbound(
            learner=who, course=course.id, message=MessageId(str(number)), text=text, at=at,
            channel="bench",
        )  # fmt: skip
        start = time.perf_counter()
        await tutor.turn(inbound)
        took.append((time.perf_counter() - start) * 1000)
    events = await log.whole(who, course.id)
    state = replay(events, empty_state(who, course.id))
    model = CourseModel()
    choosing = _repeated(200, lambda n: choose(course, state, model, at, n))
    searching = []
    for number in range(100):
        start = time.perf_counter()
        await library.search(Query(text="why is the denominator the same", course=course.id))
        searching.append((time.perf_counter() - start) * 1000)
        del number
    return [
        ("a turn without a model", _spread(took), "300 turns in Fractions, log in memory"),
        ("choosing an item", _spread(choosing), f"{len(course.sources)} items"),
        ("a lexical search", _spread(searching), f"{library.status().passages} passages"),
    ]


def _grading() -> list[Figure]:
    rows = Path(os.environ.get("MENO_DATA", "../shared/data")) / "grading" / "dev.jsonl.gz"
    if not rows.is_file():
        return [("grading", "skipped", f"{rows} is not here (set MENO_DATA)")]
    from tutor.evals.grading import evaluate_grading

    found: Any = evaluate_grading(rows, None, "core")["total"]
    share = found["right"] / found["rows"]
    return [
        (
            "grading, core rows",
            f"{share:.1%} right, {found['false_accepts']} false accepts",
            f"{found['rows']} rows, p50 {found['p50_ms']:.2f} ms, p95 {found['p95_ms']:.2f} ms",
        )
    ]


def _finding(argv: Sequence[str]) -> list[Figure]:
    sizes = [one.partition("=")[2] for one in argv if one.startswith("--passages=")]
    passages = int(sizes[0]) if sizes else bench_finding.PASSAGES
    return bench_finding.figures(passages, chroma="--chroma" in argv)


def _repeated(times: int, work: Callable[[int], object]) -> list[float]:
    took = []
    for number in range(times):
        start = time.perf_counter()
        work(number)
        took.append((time.perf_counter() - start) * 1000)
    return took


def _spread(took: Sequence[float]) -> str:
    cuts = statistics.quantiles(took, n=20)
    return f"p50 {statistics.median(took):.1f} ms, p95 {cuts[18]:.1f} ms"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
