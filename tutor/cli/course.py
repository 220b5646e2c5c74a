"""`meno course …`: begin a course, look at what it holds, draw it, and give editors its schemas."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tutor.cli.check import check
from tutor.cli.counted import many
from tutor.cli.options import AsJson
from tutor.curriculum.kinds import Kind
from tutor.curriculum.problems import errors
from tutor.errors import BadInput
from tutor.settings import bundled

if TYPE_CHECKING:
    from tutor.curriculum.course import Course
    from tutor.curriculum.stats import CourseStats

app = typer.Typer(help="Begin, check, draw and exchange courses.", no_args_is_help=True)
app.command("check")(check)
CourseArg = Annotated[Path, typer.Argument(help="A course's folder, or the name of a bundled one.")]


@app.command("schema")
def schema(
    kind: Annotated[Kind, typer.Argument(help="Which kind of file.")] = Kind.COURSE,
) -> None:
    """Print the JSON Schema of course.yaml, of items/*.yaml or of personas/*.yaml."""
    from tutor.curriculum.starter import schema_text

    print(schema_text(kind), end="")


@app.command("new")
def new(
    folder: Annotated[
        Path, typer.Argument(help="The folder to make; its name is the course's id.")
    ],
    title: Annotated[str, typer.Option(help="What the course is called.")],
    language: Annotated[str, typer.Option(help="The language of its texts: en, es, ar …")] = "en",
    level: Annotated[str, typer.Option(help="For whom it is, as “Grade 5”.")] = "",
) -> None:
    """Make a small course that passes `meno check`, with one skill to replace by your own."""
    from tutor.curriculum.starter import starter

    write_new(folder, starter(title, language=language, level=level))
    print(f"{folder}: a course with one skill. Change it, then run: meno check {folder}")


@app.command("stats")
def stats(course: CourseArg, as_json: AsJson = False) -> None:
    """Count what a course holds, skill by skill, and name the skills that lack something."""
    from tutor.curriculum.stats import stats as counted_in

    counted = counted_in(opened(course))
    if as_json:
        found = {**asdict(counted), "uncovered": counted.uncovered}
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    _print(counted)


@app.command("graph")
def graph(
    course: CourseArg,
    out: Annotated[Path, typer.Option(help="The SVG file to write.")],
) -> None:
    """Draw the course's skills and what they require, as an SVG that screen readers can read."""
    from tutor.curriculum.graph import graph_svg

    write(out, graph_svg(opened(course)))
    print(f"{out}: written")


def opened(folder: Path) -> "Course":
    """The course of a folder, or the bundled one of that name; raises BadInput with its first error."""
    from tutor.curriculum.files import load

    place = folder if (folder / "course.yaml").is_file() else bundled("curricula") / folder
    if not (place / "course.yaml").is_file():
        raise BadInput("There is no course.yaml.", where=str(folder), do="Give a course's folder.")
    loaded = load(place)
    if loaded.course is None:
        first = errors(loaded.problems)[0]
        raise BadInput(f"The course has errors: {first}", do=f"Run: meno check {folder}")
    return loaded.course


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder that is not there yet or empty; raises BadInput."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput("The folder is not empty.", where=str(folder), do="Give another name.")
    for name, text in files.items():
        write(folder / name, text)


def write(file: Path, text: str | bytes) -> None:
    """Write a file and the folders above it; raises BadInput."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, str):
            file.write_text(text, encoding="utf-8")
        else:
            file.write_bytes(text)
    except OSError as refused:
        why = f"The file cannot be written: {refused.strerror}."
        raise BadInput(why, where=str(file)) from refused


def _standard(one: Mapping[str, str]) -> str:
    return escape(f"{one['code']} ({one['case']})" if one["case"] else one["code"])


def _numbers(counted: "CourseStats") -> Table:
    """What is counted of each skill."""
    table = Table(box=None, pad_edge=False)
    table.add_column("skill", no_wrap=True)
    for name in ("items", "vary", "hints", "ideas", "texts", "aims"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in counted.skills:
        table.add_row(
            escape(one.skill), str(one.items), str(one.templates), f"{one.hints:.1f}",
            str(one.misconceptions), str(one.readings), str(one.objectives),
        )  # fmt: skip
    return table


def _words(counted: "CourseStats") -> Table:
    """What is said of each skill; a table of its own, so that a narrow terminal shows it."""
    table = Table(box=None, pad_edge=False)
    table.add_column("skill", overflow="fold")
    table.add_column("types", overflow="fold", ratio=2)
    table.add_column("standards", overflow="fold", ratio=1)
    table.add_column("from", no_wrap=True)
    table.add_column("wanting", overflow="fold", ratio=1)
    for one in counted.skills:
        table.add_row(
            escape(one.skill), ", ".join(f"{name} {count}" for name, count in one.types.items()),
            ", ".join(_standard(each) for each in one.standards), one.visible_from,
            ", ".join(one.gaps),
        )  # fmt: skip
    return table


def _print(counted: "CourseStats") -> None:
    screen = Console(highlight=False)
    screen.print(_numbers(counted))
    screen.print()
    screen.print(_words(counted))
    screen.print(
        "vary: templates · hints: levels, on average · ideas: misconceptions that items betray · "
        "texts: readings · aims: objectives · standards: with the CASE identifier, where known · "
        "from: hidden from learners before",
        soft_wrap=True,
    )
    screen.print(
        f"{many(len(counted.skills), 'skill')}, {many(counted.items, 'item')} "
        f"({many(counted.templates, 'template')}), {many(counted.readings, 'reading')}, "
        f"{many(counted.misconceptions, 'misconception')}, {many(counted.terms, 'term')}",
        soft_wrap=True,
    )
    if counted.uncovered:
        screen.print(f"Without items or reading: {', '.join(counted.uncovered)}", soft_wrap=True)
    if counted.unused:
        screen.print(f"Betrayed by no item: {', '.join(counted.unused)}", soft_wrap=True)
