"""`meno check`: validate course folders."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from tutor.cli.counted import many
from tutor.curriculum.problems import Problem, errors
from tutor.settings import bundled, read_settings

if TYPE_CHECKING:
    from tutor.curriculum.course import Course


def check(
    path: Annotated[
        Path | None,
        typer.Argument(
            help="A course folder, or a folder of courses.", show_default="the bundled courses"
        ),
    ] = None,
    seeds: Annotated[
        int | None, typer.Option(min=1, help="Variants made of each template; 60 if not said.")
    ] = None,
    prompts: Annotated[
        bool,
        typer.Option(
            "--prompts", help="Check prompt files instead: PATH, MENO_PROMPTS, or the bundled ones."
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print problems as JSON.")] = False,
) -> None:
    """Validate courses: every problem with file, line, field and what to do. Exits 1 on errors."""
    from tutor.cli.looking import shared
    from tutor.curriculum.check import SEEDS
    from tutor.curriculum.check import check as check_course
    from tutor.curriculum.files import course_folders, load
    from tutor.dialogue.personas.contradictions import check_personas

    console, screen = Console(stderr=True), Console()
    if prompts:
        raise typer.Exit(_prompts(path or read_settings().prompts, as_json))
    root = path or bundled("curricula")
    folders = course_folders(root)
    if not folders:
        console.print(f"No course.yaml under {root}. Give a course folder or a folder of them.")
        raise typer.Exit(2)
    found = list[Problem]()
    for folder in folders:
        loaded = load(folder)
        with shared(loaded.course, console) as each:
            problems = check_course(loaded, seeds=seeds or SEEDS, each=each)
        problems += check_personas(loaded)
        found.extend(problems)
        if not as_json:
            _tell(screen, folder.name, loaded.course, problems)
    if as_json:
        print(json.dumps([asdict(problem) for problem in found], ensure_ascii=False, indent=1))
    raise typer.Exit(1 if errors(found) else 0)


def _tell(screen: Console, name: str, course: "Course | None", problems: Sequence[Problem]) -> None:
    """What is wrong with one course, a line each, and a line that sums it up."""
    for problem in problems:
        colour = "red" if problem.weight == "error" else "yellow"
        screen.print(f"[{colour}]{escape(str(problem))}[/]", soft_wrap=True, highlight=False)
    grave = len(errors(problems))
    if course is None:
        screen.print(f"{name}: {many(grave, 'error')}; not usable", highlight=False)
        return
    templates = sum(source.templated for source in course.sources.values())
    screen.print(
        f"{name}: {many(len(course.skills), 'skill')}, {many(len(course.sources), 'item')} "
        f"({many(templates, 'template')}), {many(len(course.readings), 'reading')}, "
        f"{many(len(course.misconceptions), 'misconception')}, {many(grave, 'error')}, "
        f"{many(len(problems) - grave, 'warning')}",
        highlight=False,
    )


def _prompts(folder: Path, as_json: bool) -> int:
    """Print what is wrong with a folder of prompt files; the exit code."""
    from tutor.prompt_lint import lint_folder

    if not any(folder.glob("*.md")):
        Console(stderr=True).print(f"No prompt file under {folder}. Give a folder of them.")
        return 2
    problems = lint_folder(folder, bundled("prompts"))
    if as_json:
        print(json.dumps([asdict(one) for one in problems], ensure_ascii=False, indent=1))
        return int(bool(problems))
    screen = Console()
    for one in problems:
        screen.print(f"[red]{escape(str(one))}[/]", soft_wrap=True, highlight=False)
    count = len(list(folder.glob("*.md")))
    screen.print(f"{folder.name}: {count} prompt files, {len(problems)} errors", highlight=False)
    return int(bool(problems))
