"""`meno persona …`: hear a persona in ten situations, and compare two versions of one."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.progress import Progress
from rich.table import Table

from tutor.channels.unicode_maths import readable
from tutor.cli.options import AsJson, Curricula

if TYPE_CHECKING:
    from tutor.evals.personas.compare import Behaviour, Found
    from tutor.evals.personas.find import Cast
    from tutor.evals.personas.situations import Situation
    from tutor.settings import Settings

app = typer.Typer(help="Try a persona, or compare two.", no_args_is_help=True)
Course = Annotated[
    str, typer.Option(help="The course to talk about (default: the persona's).", show_default=False)
]
Named = Annotated[str, typer.Argument(help="A name, course/name, or the path of a persona file.")]


@app.command("try")
def try_(
    name: Named,
    course: Course = "",
    model: Annotated[
        bool, typer.Option("--model/--plain", help="Also word with the configured model.")
    ] = True,
    curricula: Curricula = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    as_json: AsJson = False,
) -> None:
    """The same ten situations in a persona's voice: plain and, with a model, side by side."""
    from tutor.evals.personas.find import find, read_courses
    from tutor.evals.personas.situations import SITUATIONS

    settings = _settings(curricula)
    cast = find(name, read_courses([settings.curricula, settings.data / "curricula"]), course)
    errors = Console(stderr=True)
    with Progress(console=errors, transient=True) as progress:
        task = progress.add_task("Talking", total=len(SITUATIONS))
        made = asyncio.run(_played(cast, settings, errors, lambda: progress.advance(task), model))
    title = f"{cast.persona.name} ({cast.persona.contract}) in {cast.course.title}"
    if as_json:
        print(json.dumps([asdict(one) for one in made], ensure_ascii=False, indent=1))
    elif markdown:
        print(_markdown(title, made))
    else:
        Console().print(_table(title, made))


async def _played(
    cast: "Cast", settings: "Settings", errors: Console, tick: Callable[[], None], model: bool
) -> "list[Situation]":
    """The ten situations, worded by the configured model too if it is wanted."""
    from tutor.app import booked_model
    from tutor.evals.personas.situations import Wording, play
    from tutor.prompting import PromptBook

    if not model:
        return await play(cast, None, tick)
    async with booked_model(settings) as chain:
        if chain is None:
            errors.print(
                "No model is configured: plain wording alone (OPENAI_API_KEY or MENO_LLM)."
            )
            return await play(cast, None, tick)
        words = Wording(chain=chain, prompts=PromptBook(settings.prompts))
        return await play(cast, words, tick)


@app.command("compare")
def compare(
    one: Named,
    other: Named,
    course: Course = "",
    turns: Annotated[
        int, typer.Option(min=1, help="Turns of each student with each persona.")
    ] = 60,
    seed: Annotated[int, typer.Option(help="First seed of the students.")] = 1,
    curricula: Curricula = None,
    as_json: AsJson = False,
) -> None:
    """Six simulated students with two personas: what happens more, and what less."""
    from tutor.evals.personas.compare import watch_both
    from tutor.evals.personas.find import find, read_courses
    from tutor.evals.rules.learner import STUDENTS

    settings = _settings(curricula)
    book = read_courses([settings.curricula, settings.data / "curricula"])
    first = find(one, book, course)
    second = find(other, book, course or first.course.id)

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Talking", total=2 * len(STUDENTS) * turns)
        found = asyncio.run(
            watch_both(
                first, second, turns=turns, seed=seed, prompts=settings.prompts,
                progress=lambda: progress.advance(task),
            )
        )  # fmt: skip
    if as_json:
        print(json.dumps(_compared(found, (one, other), turns, seed), ensure_ascii=False, indent=1))
        return
    _print_compared(found, (one, other), f"{len(STUDENTS)} students, {turns} turns each")


def _settings(curricula: Path | None) -> "Settings":
    from tutor.settings import read_settings

    return read_settings(data=None, curricula=curricula, dense=False)


def _table(title: str, made: "list[Situation]") -> Table:
    worded = any(one.worded for one in made)
    table = Table("situation", "plain", *(["with the model"] if worded else []), title=title)
    for one in made:
        told = [Markdown(f"*{one.plain.move}*\n\n{readable(one.plain.text)}")]
        if one.worded is not None:
            told.append(Markdown(f"{_by(one)}\n\n{readable(one.worded.text)}"))
        table.add_row(Markdown(f"**{one.name}**\n\n“{one.said}”"), *told, end_section=True)
    return table


def _markdown(title: str, made: "list[Situation]") -> str:
    worded = any(one.worded for one in made)
    head = ["situation", "plain", *(["with the model"] if worded else [])]
    lines = [f"# {title}", "", f"| {' | '.join(head)} |", "|" + " --- |" * len(head)]
    for one in made:
        cells = [f"**{one.name}** “{one.said}”", f"*{one.plain.move}* {one.plain.text}"]
        if one.worded is not None:
            cells.append(f"{_by(one)} {one.worded.text}")
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    return "\n".join(lines)


def _by(one: "Situation") -> str:
    """Who worded the reply, and what was objected to on the way."""
    assert one.worded is not None
    by = f"*{one.worded.move}, {one.worded.by}*"
    return f"{by} (objected: {', '.join(one.worded.objections)})" if one.worded.objections else by


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def _compared(
    found: "tuple[Found, Found]", names: tuple[str, str], turns: int, seed: int
) -> dict[str, object]:
    from tutor.evals.personas.compare import together

    def body(behaviour: "Behaviour") -> dict[str, object]:
        moves = dict(sorted(behaviour.moves.items()))
        return {"turns": behaviour.turns, **behaviour.figures(), "moves": moves}

    return {
        "personas": list(names), "turns": turns, "seed": seed,
        "together": [body(together(one)) for one in found],
        "students": {manner: [body(one[manner]) for one in found] for manner in found[0]},
    }  # fmt: skip


def _print_compared(found: "tuple[Found, Found]", names: tuple[str, str], title: str) -> None:
    from tutor.evals.personas.compare import together

    console = Console()
    whole = together(found[0]), together(found[1])
    table = Table("together", *names, "difference", title=title)
    one, other = whole
    rows = [(name, value, other.figures()[name]) for name, value in one.figures().items()]
    kinds = sorted({*one.moves, *other.moves})
    rows += [(f"move: {kind}", one.moves[kind], other.moves[kind]) for kind in kinds]
    for name, left, right in rows:
        table.add_row(name, f"{left:g}", f"{right:g}", f"{right - left:+g}")
    console.print(table)
    shown = ("hints", "tells", "items solved", "items solved unaided", "words per reply", "leaks")
    by_student = Table("student", *shown, title=f"{names[0]} → {names[1]}")
    for manner in found[0]:
        before, after = (each[manner].figures() for each in found)
        by_student.add_row(manner, *(f"{before[name]:g} → {after[name]:g}" for name in shown))
    console.print(by_student)
    if all(left == right for _, left, right in rows):
        console.print(
            "They behave alike. Voice, samples and humour show in a model's words alone: "
            "meno persona try."
        )
