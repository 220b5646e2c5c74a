"""`meno eval …`: what learners and the tutor say to each other, measured."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from tutor.cli.evals import Rows, app
from tutor.cli.options import AsJson, Curricula

__all__ = ["app"]  # with these commands beside the others

Labelled = Annotated[
    Path, typer.Argument(exists=True, readable=True, help="Rows, or their folder.")
]
ByMeaning = Annotated[
    bool, typer.Option("--meaning", help="Search by meaning too, as the full install does.")
]
NameWrong = Annotated[bool, typer.Option("--wrong", help="Name what was answered wrongly.")]


@app.command("leaks")
def leaks(
    file: Rows,
    folds: Annotated[int, typer.Option(help="Cross-validate in so many folds.", min=0)] = 0,
    disguises: Annotated[
        bool, typer.Option("--disguises", help="Disguised answers of the items of courses.")
    ] = False,
    hints: Annotated[bool, typer.Option("--hints", help="First hints of items: no leaks.")] = False,
    ours: Annotated[
        Path | None, typer.Option(help="Rows that every fold is fitted on as well.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The leak gate on labelled replies (our fields or MRBench's).

    With --disguises or --hints, on what is made of the items of a folder of courses or an OATutor file.
    """
    from tutor.evals import disguises as made
    from tutor.evals.leaks import run

    if disguises or hints:
        raise typer.Exit(made.run(file, as_json, disguises=disguises, hints=hints))
    raise typer.Exit(run(file, as_json, folds, ours))


@app.command("safety")
def safety(
    file: Rows,
    folds: Annotated[int, typer.Option(help="Cross-validate in so many folds.", min=0)] = 0,
    meaning: Annotated[
        bool | None,
        typer.Option(help="Look again at what is left open; by default where the full install is."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The screen on labelled messages, a file or our folder: misses and false alarms."""
    from tutor.evals.safety import run

    raise typer.Exit(run(file, as_json, folds, meaning))


@app.command("rules")
def rules(
    turns: Annotated[int, typer.Option(min=1, help="Turns to walk.")] = 10_000,
    seed: Annotated[int, typer.Option(help="First seed of the learners.")] = 1,
    curricula: Curricula = None,
    as_json: AsJson = False,
) -> None:
    """The teaching rules on random learners, with a model that means harm."""
    from tutor.evals.rules import run

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Walking", total=turns)
        code = run(
            turns, seed, as_json, lambda done: progress.update(task, completed=done), curricula
        )
    raise typer.Exit(code)


@app.command("intents")
def intents(
    file: Labelled,
    folds: Annotated[
        int, typer.Option(min=0, help="Outside rows: cross-validate a thin head in so many folds.")
    ] = 0,
    half: Annotated[str, typer.Option(help="Our rows: held-out, tune or all.")] = "held-out",
    meaning: Annotated[
        bool,
        typer.Option("--meaning", help="Look at what unsure ones mean, as the full install does."),
    ] = False,
    courses: Annotated[
        Path | None,
        typer.Option(help="The folder of the rows' courses; the bundled ones when left out."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """What learners mean: macro-F1 over intents, time per message."""
    from tutor.evals.intents import run

    raise typer.Exit(run(file, folds, half, as_json, meaning, courses))


@app.command("questions")
def questions(
    file: Labelled,
    meaning: ByMeaning = False,
    wrong: NameWrong = False,
    as_json: AsJson = False,
) -> None:
    """What learners ask: whether the right part of the course is shown, or that it says nothing."""
    from tutor.evals.questions import run

    raise typer.Exit(run(file, meaning, wrong, as_json))


@app.command("asked")
def asked(
    file: Labelled,
    meaning: ByMeaning = False,
    wrong: NameWrong = False,
    courses: Annotated[
        Path | None, typer.Option(help="A folder of further courses that the rows ask about.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """What learners ask while they work: whether the passage that answers is shown."""
    from tutor.evals.asked import run

    raise typer.Exit(run(file, meaning, wrong, as_json, courses))


@app.command("replies")
def replies(
    file: Labelled,
    wrong: NameWrong = False,
    courses: Annotated[
        Path | None, typer.Option(help="A folder of further courses that the rows are of.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """What is said without a model in the middle of a conversation: whether it is such as a row wants."""
    from tutor.evals.replies import run

    raise typer.Exit(run(file, wrong, as_json, courses))
