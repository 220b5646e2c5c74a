"""`meno import`: documents from files and folders into a course."""

import asyncio
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from tutor.cli.options import AsJson, Curricula, Data
from tutor.errors import BadInput
from tutor.ids import CourseId, DocumentId, PersonId, SkillId
from tutor.settings import Settings, read_settings

if TYPE_CHECKING:  # it loads the database and the index, which most commands do not need
    from tutor.app import Meno
    from tutor.retrieval.materials import Material

BY = PersonId("command-line")
_LOOK = 0.2  # seconds


def import_(
    course: Annotated[str, typer.Argument(help="The course, by its folder's name (fractions).")],
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER…", show_default=False)],
    shared: Annotated[
        bool, typer.Option("--shared", help="Let learners fetch the files themselves.")
    ] = False,
    skill: Annotated[
        list[str] | None,
        typer.Option(
            "--skill",
            metavar="ID",
            show_default=False,
            help=(
                "A skill that the files are about; may be given several times. Learners find them "
                "once one of these skills is taught."
            ),
        ),
    ] = None,
    visible_from: Annotated[
        datetime | None,
        typer.Option(
            "--visible-from",
            formats=["%Y-%m-%d"],
            metavar="DAY",
            show_default=False,
            help="The day from which learners find the files (2026-12-01).",
        ),
    ] = None,
    dense: Annotated[
        bool | None,
        typer.Option(
            "--dense/--no-dense",
            help="Embed the new passages now rather than when the service runs (MENO_DENSE).",
            show_default="dense",
        ),
    ] = None,
    data: Data = None,
    curricula: Curricula = None,
    as_json: AsJson = False,
) -> None:
    """Import documents into a course; unchanged ones cost nothing, and a killed import goes on.

    Exits 1 when a file could not be read; the others are imported all the same.
    """
    settings = read_settings(data=data, curricula=curricula, dense=dense)
    said = _Said(
        shared=shared,
        skills=tuple(map(SkillId, skill)) if skill else None,
        visible_from=visible_from.date() if visible_from else None,
    )
    report = asyncio.run(_import(settings, CourseId(course), paths, said, as_json))
    _print(report, as_json)
    raise typer.Exit(1 if report.refused or report.failed else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What was said of the files; None leaves it as it is."""

    shared: bool
    skills: tuple[SkillId, ...] | None
    visible_from: date | None


@dataclass(slots=True)
class _Report:
    """What became of the files."""

    files: "list[Material]" = field(default_factory=list)
    unchanged: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def failed(self) -> "list[Material]":
        return [one for one in self.files if one.problem]


async def _import(
    settings: Settings, course: CourseId, paths: Sequence[Path], said: _Said, quiet: bool
) -> _Report:
    from tutor import app as composition
    from tutor import background

    found = sorted(_files(paths))
    async with composition.opened(settings) as meno:
        known = meno.parts.book.get(course)
        for skill in said.skills or ():
            known.skill(skill)
        report, waiting = await _taken_in(meno, course, found, said)
        running = asyncio.create_task(meno.parts.imports.run())
        try:
            report.files = await _watched(meno, waiting, running, quiet)
        finally:
            running.cancel()
        if waiting:
            await background.load_dense(meno)
    return report


def _files(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Names and paths: of a folder's files their names within it. Hidden ones are left out."""
    for path in paths:
        if path.is_file():
            yield path.name, path
        elif path.is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = [one for one in folders if not one.startswith(".")]
                for name in names:
                    file = Path(folder, name)
                    if not name.startswith(".") and file.is_file():
                        yield file.relative_to(path).as_posix(), file
        else:
            raise BadInput("There is no such file or folder.", where=str(path))


async def _taken_in(
    meno: "Meno", course: CourseId, found: Sequence[tuple[str, Path]], said: _Said
) -> "tuple[_Report, list[DocumentId]]":
    """Every file that somebody reads, stored with its job; those that changed since."""
    from tutor.retrieval.readers import MOST_BYTES

    report, waiting = _Report(), []
    for name, path in found:
        try:
            size = path.stat().st_size
            content = await asyncio.to_thread(path.read_bytes) if size <= MOST_BYTES else b"\x00"
            if size > MOST_BYTES:
                raise BadInput(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
            made = await meno.parts.imports.add(
                course, name, content, BY, shared=said.shared, skills=said.skills,
                visible_from=said.visible_from,
            )  # fmt: skip
        except (BadInput, OSError) as refused:
            report.refused.append((name, str(refused)))
            continue
        if made.busy:
            waiting.append(made.id)
        else:
            report.unchanged += 1
    return report, waiting


async def _watched(
    meno: "Meno", waiting: "list[DocumentId]", running: asyncio.Task[None], quiet: bool
) -> "list[Material]":
    """The files once all are read, with a bar meanwhile."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=Console(stderr=True), transient=True, disable=quiet
    ) as progress:
        task = progress.add_task("Reading", total=len(waiting))
        while True:
            known = [await meno.parts.imports.store.material(id) for id in waiting]
            files = [one for one in known if one is not None]
            passages = sum(one.passages for one in files if not one.busy)
            progress.update(
                task,
                completed=sum(not one.busy for one in files),
                description=f"Reading ({passages} passages)",
            )
            if not any(one.busy for one in files):
                return files
            await asyncio.wait([running], timeout=_LOOK)
            if running.done():
                running.result()


def _print(report: _Report, as_json: bool) -> None:
    passages = sum(one.passages for one in report.files)
    if as_json:
        print(json.dumps({
            "imported": len(report.files) - len(report.failed), "unchanged": report.unchanged,
            "passages": passages,
            "failed": [[one.name, one.problem] for one in report.failed],
            "refused": report.refused,
            "warnings": [[one.name, *one.warnings] for one in report.files if one.warnings],
            "held": [[one.name, words.text] for one in report.files for words in one.undecided],
        }, ensure_ascii=False))  # fmt: skip
        return
    screen = Console(highlight=False, markup=False, soft_wrap=True)
    for one in report.files:
        for said in filter(None, (one.problem, *one.warnings)):
            screen.print(f"{one.name}: {said}")
        for words in one.undecided:
            screen.print(f"{one.name}: held back ({words.place or 'at its top'}): {words.text}")
    for _, why in report.refused:
        screen.print(why)
    screen.print(
        f"Files imported: {len(report.files) - len(report.failed)}, unchanged: {report.unchanged}, "
        f"not imported: {len(report.failed) + len(report.refused)}. Passages: {passages}."
    )
