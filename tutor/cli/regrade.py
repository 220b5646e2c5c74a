"""`meno regrade`: what was answered before an item's answer was put right."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from tutor.cli.options import AsJson, Curricula, Data
from tutor.errors import LogMoved
from tutor.ids import CourseId, ItemId, LearnerId
from tutor.settings import Settings, read_settings

if TYPE_CHECKING:
    from tutor.app import Meno
    from tutor.curriculum.course import Course
    from tutor.learner_state.events import Event
    from tutor.reports.regraded import Regraded

TRIES = 6  # how often a log is read again when its learner answered meanwhile


def regrade(
    course: Annotated[str, typer.Argument(help="The course's id.")],
    item: Annotated[str, typer.Argument(help="The item whose answer was put right.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would change; write nothing.")
    ] = False,
    data: Data = None,
    curricula: Curricula = None,
    as_json: AsJson = False,
) -> None:
    """Grade the stored responses to an item again, after its answer was put right.

    All learners of the course; a template's responses by the numbers that were shown. What a
    teacher decided is left alone and counted, and so is an answer in own words where the rubric
    alone cannot tell. What was learned of the course
    is learned again; a server that is running takes that up when it is started next.
    """
    settings = read_settings(data=data, curricula=curricula, dense=False)
    counts = asyncio.run(_regrade(settings, CourseId(course), ItemId(item), dry_run))
    if as_json:
        print(json.dumps({"course": course, "item": item, "dry_run": dry_run, **_rows(counts)}))
    else:
        _tell(item, counts, dry_run)


def _rows(counts: "Regraded") -> dict[str, object]:
    """The counts for a program."""
    return {
        "responses": counts.responses,
        "regraded": counts.changed,
        "to_right": counts.to_right,
        "learners": counts.learners,
        "changes": [
            {"from": was, "to": now, "responses": many}
            for (was, now), many in sorted(counts.changes.items())
        ],
        "left_alone": {"model": counts.by_model, "person": counts.by_person},
    }


def _tell(item: str, counts: "Regraded", dry_run: bool) -> None:
    """The counts for a person."""
    screen = Console()
    if counts.changed:
        table = Table("from", "to", "responses", title=f"{item}: verdicts")
        table.columns[-1].justify = "right"
        for (was, now), many in sorted(counts.changes.items()):
            table.add_row(was, now, str(many))
        screen.print(table)
    said = "would change" if dry_run else "changed"
    screen.print(
        f"{counts.changed} of {counts.responses} responses to {item} {said}, of {counts.learners} learners; "
        f"{counts.to_right} to right.",
        highlight=False, soft_wrap=True, markup=False,
    )  # fmt: skip
    if counts.by_model or counts.by_person:
        screen.print(
            f"Left alone: {counts.by_model} in own words, as they were judged; {counts.by_person} decided by a teacher.",
            highlight=False, soft_wrap=True,
        )  # fmt: skip


async def _regrade(
    settings: Settings, course_id: CourseId, item: ItemId, dry_run: bool
) -> "Regraded":
    from tutor import app as composition
    from tutor.reports.regraded import Regraded

    counts = Regraded()
    async with composition.opened(settings) as meno:
        course = meno.parts.book.get(course_id)
        course.item(item, 0)  # raises where there is none, before anything is read
        who = list(await meno.events.learners(course.id))
        with Progress(console=Console(stderr=True), transient=True) as progress:
            for one in progress.track(who, description=course.title):
                counts = counts.plus(await _of_learner(meno, course, item, one, dry_run))
        if counts.changed and not dry_run:
            await meno.shelf.rebuild(course.id)
    return counts


async def _of_learner(
    meno: "Meno", course: "Course", item: ItemId, learner: LearnerId, dry_run: bool
) -> "Regraded":
    """Regrade one log, read anew when the learner's own turn comes between reading and writing."""
    from tutor.dialogue.turns.corrected import regrades
    from tutor.reports.regraded import regraded

    for _ in range(TRIES):
        events = await meno.events.whole(learner, course.id)
        found = tuple(regrades(events, course, item, _after(events, meno.parts.clock())))
        try:
            if found and not dry_run:
                await meno.events.append(learner, course.id, found, after=len(events))
        except LogMoved:
            continue
        return regraded(events, item, found)
    raise LogMoved(f"{learner} is busy just now.", do="Run the command again in a minute.")


def _after(events: "tuple[Event, ...]", now: datetime) -> datetime:
    """Now, or just after the last event where that was written by a clock that is ahead."""
    return max(now, events[-1].at + timedelta(microseconds=1)) if events else now
