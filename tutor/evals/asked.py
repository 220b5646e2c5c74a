"""`meno eval asked`: what learners ask while they work, and whether the passage that answers is shown.

A row is `{"course", "text", "answers"}`: pairs of a reading's file (without its ending) and a heading, any of
which answers, or `["", term]` of the glossary; none where the course says nothing. `before` are messages that
the learner sent ahead of it; `near` says that a good course of the subject would answer. Right is a reply that
cites one of the passages or defines the term; without answers, one that shows nothing, or asks back.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tutor.curriculum.course import Course
from tutor.dialogue.messages import Inbound, Outbound
from tutor.errors import BadInput
from tutor.evals.answered import counts, share
from tutor.evals.intent_rows import rows_of
from tutor.evals.questions import WHEN, Asking
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.learner_state.events import MoveMade
from tutor.retrieval.asking import wordings
from tutor.retrieval.dense import Embedder

Place = tuple[str, str]  # a reading's file and a heading, or "" and a term

# How a question was met: the passage that answers; a choice of it or of its skill; another passage of the same reading;
# something else; nothing. Without answers, `nothing` and `offered` are right.
FATES = ("answered", "offered", "same reading", "beside", "nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One question and what was shown for it. `fate` is one of `FATES`; `reply` is what was said."""

    text: str
    wanted: frozenset[Place]
    shown: frozenset[Place]
    move: str
    fate: str
    after: bool
    reply: str
    seconds: float

    @property
    def right(self) -> bool:
        """Whether a teacher would call it answered, or rightly left."""
        return self.fate == "answered" if self.wanted else self.fate in ("nothing", "offered")


async def evaluate(
    path: Path, embedder: Embedder | None = None, courses: Iterable[Path] = ()
) -> list[Met]:
    """Ask every row of a file or folder; raises BadInput for a row that lacks a field."""
    asking = await Asking.over(courses, embedder)
    return [await _ask(asking, number, row) for number, row in enumerate(rows_of(path))]


def figures(rows: Sequence[Met]) -> dict[str, float]:
    """Counts and shares, of those that the course answers and of the others; what became of the former."""
    inside, outside = [r for r in rows if r.wanted], [r for r in rows if not r.wanted]
    after = [r for r in inside if r.after]
    fates = Counter(row.fate for row in inside)
    return {
        **counts(inside, outside),
        "follow_ups": len(after),
        "follow_ups_answered": share(after),
        **{f"fate: {fate}": fates[fate] for fate in FATES},
    }


async def _ask(asking: Asking, number: int, row: dict[str, Any]) -> Met:
    try:
        course, text = asking.book.get(CourseId(row["course"])), row["text"]
        wanted = frozenset((file, heading) for file, heading in row["answers"])
    except KeyError as problem:
        raise BadInput(f"A row needs course, text and answers: {problem} is missing.") from problem
    who, outbound, seconds = LearnerId(f"asker-{number}"), None, 0.0
    said = ("hi", *row.get("before", ()), text)
    for place, message in enumerate(said):
        began = time.perf_counter()
        outbound = await asking.tutor.turn(
            Inbound(
                learner=who,
                course=course.id,
                message=MessageId(f"{who}-{place}"),
                text=message,
                at=WHEN + timedelta(minutes=place),
                channel="eval",
            )
        )
        seconds = time.perf_counter() - began
    assert outbound is not None
    moves = [e for e in await asking.log.whole(who, course.id) if isinstance(e, MoveMade)]
    shown = _shown(course, outbound)
    return Met(
        text=" >> ".join(said[1:]), wanted=wanted, shown=shown, move=moves[-1].move,
        fate=_fate(course, outbound, wanted, shown), after=len(said) > 2,
        reply=outbound.text, seconds=seconds,
    )  # fmt: skip


def _fate(
    course: Course, outbound: Outbound, wanted: frozenset[Place], shown: frozenset[Place]
) -> str:
    if shown & wanted:
        return "answered"
    if outbound.move == "offer":
        choices = {button.label.rstrip("?") for button in outbound.buttons}
        meant = {s.title for s in _skills(course, wanted)}
        meant |= {part for _, heading in wanted for part in wordings(heading)}
        return "offered" if choices & meant or not wanted else "beside"
    if not shown:
        return "nothing"
    return "same reading" if {file for file, _ in shown} & {f for f, _ in wanted if f} else "beside"


def _skills(course: Course, wanted: frozenset[Place]) -> list[Any]:
    files = {file for file, _ in wanted}
    of_files = {s for r in course.readings.values() if _stem(r.id) in files for s in r.skills}
    of_terms = {t.skill for t in course.glossary if ("", t.term) in wanted and t.skill}
    return [course.skills[skill] for skill in of_files | of_terms]


def _shown(course: Course, outbound: Outbound) -> frozenset[Place]:
    """What a reply cites, and the terms that it defines."""
    files = {reading.title: _stem(reading.id) for reading in course.readings.values()}
    cited = {(files.get(c.title, c.title), c.heading.split(" › ")[-1]) for c in outbound.citations}
    defined = {("", t.term) for t in course.glossary if f"**{t.term}**" in outbound.text}
    return frozenset(cited | defined)


def _stem(reading: str) -> str:
    return Path(reading).stem


def run(path: Path, meaning: bool, wrong: bool, as_json: bool, courses: Path | None) -> int:
    """Ask, print, and give the exit code."""
    embedder: Embedder | None = None
    if meaning:
        from tutor.retrieval.dense import load

        embedder = load()
    rows = asyncio.run(evaluate(path, embedder, [courses] if courses else ()))
    found = figures(rows)
    if as_json:
        print(json.dumps(found))
        return 0
    console = Console()
    for row in rows if wrong else ():
        if not row.right:
            shown = "; ".join(f"{file}#{heading}" for file, heading in sorted(row.shown))
            said = " ".join(row.reply.split())[:160]
            console.print(
                f"{row.text}: {row.move}, {row.fate}: {shown} | {said}",
                markup=False,
                highlight=False,
            )
    table = Table("figure", "value")
    for name, value in found.items():
        table.add_row(name, str(value))
    console.print(table)
    return 0
