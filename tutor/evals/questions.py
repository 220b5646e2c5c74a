"""`meno eval questions`: what learners ask, and whether the tutor shows the right part of its course.

A row is `{"course", "text", "skills"}`: the skills any of which answers, or none where the course says
nothing. Each is asked as the second message of a new learner, with the first question open, through the
real turn. Right is a reply that quotes, defines, shows or offers one of the skills; without skills, one
that says that nothing was found, or asks back. A row may have `holds` in place of `skills`: patterns, any
of which a reply that answers holds in its own words, or none where nothing should be found.
"""

import asyncio
import json
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tutor.curriculum.book import Book
from tutor.curriculum.course import Course
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.errors import BadInput
from tutor.evals.answered import counts
from tutor.evals.bench_school import Everybody, Quiet
from tutor.evals.intent_rows import rows_of
from tutor.ids import CourseId, LearnerId, MessageId, SkillId
from tutor.learner_state.events import MoveMade
from tutor.learner_state.memory_log import MemoryLog
from tutor.retrieval.dense import Embedder
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.safety.screen import screen
from tutor.settings import bundled

WHEN = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A tutor without a model to whom questions are put, with the log of what it did."""

    tutor: Tutor
    log: MemoryLog
    book: Book

    @classmethod
    async def over(cls, courses: Iterable[Path], embedder: Embedder | None) -> "Asking":
        """One that teaches the bundled courses and those of further folders."""
        book = Book([bundled("curricula"), *courses])
        book.refresh()
        library, log = Library(InMemoryPassageStore(), embedder=embedder), MemoryLog()
        for course in book.all():
            await library.add_course(course)
        tutor = Tutor(
            log=log, courses=book, shelf=Shelf(MemoryModels(), log), retriever=library,
            faces=Everybody(), screen=screen, alarm=Quiet(),
        )  # fmt: skip
        return cls(tutor=tutor, log=log, book=book)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question, what was shown for it (`shown`), and whether that was right."""

    text: str
    wanted: frozenset[str]
    shown: frozenset[SkillId]
    move: str
    right: bool
    seconds: float


async def evaluate(path: Path, embedder: Embedder | None = None) -> list[Asked]:
    """Ask every row of a file or folder; raises BadInput for a row that lacks a field."""
    asking = await Asking.over((), embedder)
    made = []
    for number, row in enumerate(rows_of(path)):
        try:
            course, text = asking.book.get(CourseId(row["course"])), row["text"]
            wanted = frozenset(row["holds"] if "holds" in row else row["skills"])
        except KeyError as problem:
            raise BadInput(
                f"A row needs course, text and skills (or holds): {problem} is missing."
            ) from problem
        who = LearnerId(f"asker-{number}")
        made.append(await _ask(asking, course, who, text, wanted, by_words="holds" in row))
    return made


def figures(rows: Sequence[Asked]) -> dict[str, float]:
    """Counts and shares, of those that the course answers and of the others."""
    inside = [row for row in rows if row.wanted]
    return counts(inside, [row for row in rows if not row.wanted])


async def _ask(
    asking: Asking,
    course: Course,
    who: LearnerId,
    text: str,
    wanted: frozenset[str],
    *,
    by_words: bool,
) -> Asked:
    seconds, outbound = 0.0, None
    for number, said in enumerate(("hi", text)):
        inbound = Inbound(
            learner=who, course=course.id, message=MessageId(f"{who}-{number}"), text=said,
            at=WHEN + timedelta(minutes=number), channel="eval",
        )  # fmt: skip
        began = time.perf_counter()
        outbound = await asking.tutor.turn(inbound)
        seconds = time.perf_counter() - began
    assert outbound is not None
    moves = [
        event for event in await asking.log.whole(who, course.id) if isinstance(event, MoveMade)
    ]
    shown = _shown(course, outbound, moves[-1])
    if not wanted:
        right = moves[-1].move == "offer" or not shown
    elif by_words:
        right = any(re.search(pattern, outbound.text) for pattern in wanted)
    else:
        right = bool(shown & wanted)
    return Asked(
        text=text, wanted=wanted, shown=shown, move=moves[-1].move, right=right, seconds=seconds
    )


def _shown(course: Course, outbound: Outbound, move: MoveMade) -> frozenset[SkillId]:
    """The skills that a reply quotes, defines, shows as a card or offers."""
    shown = {move.skill} if move.move == "topic_card" and move.skill else set[SkillId]()
    titles = {citation.title for citation in outbound.citations}
    for reading in course.readings.values():
        if reading.title in titles:
            shown.update(reading.skills)
    for term in course.glossary:
        if term.skill is not None and f"**{term.term}**" in outbound.text:
            shown.add(term.skill)
    shown.update(s.id for s in course.skills.values() if f"*{s.title}*" in outbound.text)
    return frozenset(shown)


def run(path: Path, meaning: bool, wrong: bool, as_json: bool) -> int:
    """Ask, print, and give the exit code."""
    embedder: Embedder | None = None
    if meaning:
        from tutor.retrieval.dense import load

        embedder = load()
    rows = asyncio.run(evaluate(path, embedder))
    found = figures(rows)
    if as_json:
        print(json.dumps(found))
        return 0
    console = Console()
    for row in rows if wrong else ():
        if not row.right:
            shown = ", ".join(sorted(row.shown)) or "nothing"
            console.print(f"{row.text}: {row.move}, {shown}", markup=False, highlight=False)
    table = Table(*found)
    table.add_row(*(str(value) for value in found.values()))
    console.print(table)
    return 0
