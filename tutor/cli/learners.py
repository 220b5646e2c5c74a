"""`meno digest`, `replay`, `export` and `forget`: learners' data."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from tutor.cli.options import AsJson, Curricula, Data
from tutor.errors import BadInput, NotFound
from tutor.ids import LearnerId, PersonId
from tutor.settings import Settings, read_settings

Learner = Annotated[str, typer.Argument(help="The learner's id.")]


def digest(
    preview: Annotated[
        str | None,
        typer.Option("--preview", metavar="LEARNER", help="Print the digest of a learner."),
    ] = None,
    send: Annotated[bool, typer.Option("--send", help="Send what is due to guardians.")] = False,
    at_once: Annotated[
        bool, typer.Option("--now", help="With --send: do not wait until the learner has seen it.")
    ] = False,
    language: Annotated[str, typer.Option(help="With --preview: en, es or ar.")] = "en",
    data: Data = None,
    curricula: Curricula = None,
    as_json: AsJson = False,
) -> None:
    """Weekly summaries for guardians: facts from the log, never a transcript."""
    settings = read_settings(data=data, curricula=curricula, dense=False)
    if not preview and not send:
        raise BadInput("Say what to do.", do="Use --preview LEARNER or --send.")
    asyncio.run(_digest(settings, preview, language, at_once, as_json))


async def _digest(
    settings: Settings, preview: str | None, language: str, at_once: bool, as_json: bool
) -> None:
    from tutor import app as composition
    from tutor.reports import digest as digests

    async with composition.opened(settings) as meno:
        if preview:
            text = await digests.preview(
                meno.desk, LearnerId(preview), language, meno.parts.clock()
            )
            print(
                json.dumps(
                    {"learner": preview, "language": language, "text": text}, ensure_ascii=False
                )
                if as_json
                else text
            )
            return
        report = await digests.send(meno.desk, meno.parts.clock(), at_once=at_once)
        print(json.dumps(report) if as_json else "\n".join(f"{k}: {v}" for k, v in report.items()))


def replay(
    learner: Annotated[
        str | None, typer.Argument(help="One learner; all when left out.", show_default=False)
    ] = None,
    data: Data = None,
    curricula: Curricula = None,
    as_json: AsJson = False,
) -> None:
    """Replay whole logs, compare with what is loaded from snapshots, rebuild course models."""
    settings = read_settings(data=data, curricula=curricula, dense=False)
    raise typer.Exit(asyncio.run(_replay(settings, learner, as_json)))


async def _replay(settings: Settings, learner: str | None, as_json: bool) -> int:
    from tutor import app as composition
    from tutor.learner_state.state import empty_state
    from tutor.learner_state.state import replay as replayed

    differing, logs, count = [], 0, 0
    async with composition.opened(settings) as meno:
        for course in meno.parts.book.all():
            who = [LearnerId(learner)] if learner else list(await meno.events.learners(course.id))
            with Progress(console=Console(stderr=True), transient=True) as progress:
                for one in progress.track(who, description=course.title):
                    events = await meno.events.whole(one, course.id)
                    if not events:
                        continue
                    logs, count = logs + 1, count + len(events)
                    whole = replayed(events, empty_state(one, course.id))
                    kept = (await meno.parts.tutor.load(one, course.id)).state
                    if kept.skills != whole.skills or kept.open != whole.open:
                        differing.append(f"{one} in {course.id}")
            if not learner:
                await meno.shelf.rebuild(course.id)
    if as_json:
        print(json.dumps({"logs": logs, "events": count, "differing": differing}))
    else:
        print(f"{logs} logs, {count} events, {len(differing)} differ from their snapshots")
        for line in differing:
            print(f"  {line}")
    return 1 if differing else 0


def export(
    learner: Learner,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="A file; standard output when left out.", show_default=False
        ),
    ] = None,
    data: Data = None,
) -> None:
    """Everything stored about a learner, as JSON."""
    settings = read_settings(data=data, dense=False)
    asyncio.run(_export(settings, learner, output))


async def _export(settings: Settings, learner: str, output: Path | None) -> None:
    from tutor import app as composition
    from tutor.storage.erasure import SqlLearnerRecords

    async with composition.opened(settings) as meno:
        if await meno.parts.people.person(PersonId(learner)) is None:
            raise NotFound(f"There is no learner “{learner}”.")
        records = SqlLearnerRecords(meno.database)
        body = await records.export(LearnerId(learner), meno.parts.clock())
    text = json.dumps(body, ensure_ascii=False, indent=1)
    if output is None:
        print(text)
    else:
        await asyncio.to_thread(output.write_text, text + "\n", encoding="utf-8")
        Console(stderr=True).print(f"Written to {output}.")


def forget(
    learner: Learner,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask back.")] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Erase a learner everywhere, with a report of what was erased."""
    settings = read_settings(data=data, dense=False)
    if not yes and not typer.confirm(f"Erase everything about {learner}? This cannot be undone."):
        raise typer.Exit(1)
    asyncio.run(_forget(settings, learner, as_json))


async def _forget(settings: Settings, learner: str, as_json: bool) -> None:
    from tutor import app as composition
    from tutor.storage.erasure import SqlLearnerRecords

    async with composition.opened(settings) as meno:
        if await meno.parts.people.person(PersonId(learner)) is None:
            raise NotFound(f"There is no learner “{learner}”.")
        records = SqlLearnerRecords(meno.database)
        report = await records.forget(LearnerId(learner), meno.parts.clock())
    if as_json:
        print(json.dumps(report))
        return
    for table, rows in report.items():
        print(f"{table}: {rows}")
