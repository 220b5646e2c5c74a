"""`meno simulate`: our policy and others on learners whose truth is known."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress


def simulate(
    out: Annotated[
        Path | None,
        typer.Option(help="Folder for simulate.md and simulate.html.", show_default=False),
    ] = None,
    seeds: Annotated[int, typer.Option(min=1, help="Simulated schools.")] = 2,
    seed_base: Annotated[
        int, typer.Option(min=0, help="The first seed; docs/learner-model.md says which were used.")
    ] = 0,
    learners: Annotated[int, typer.Option(min=10, help="Learners in each.")] = 120,
    sessions: Annotated[int, typer.Option(min=1, help="Sessions, one a day.")] = 10,
    items: Annotated[int, typer.Option(min=1, help="Items in a session.")] = 30,
    dialogue: Annotated[
        bool, typer.Option("--dialogue", help="Learners type to the tutor's whole turn.")
    ] = False,
    course: Annotated[
        str, typer.Option(help="A bundled course; an invented one when left out.")
    ] = "",
    policy: Annotated[
        list[str] | None,
        typer.Option("--policy", help="Only this policy (may be repeated).", show_default=False),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 2,
) -> None:
    """Simulated learners, whose truth is known, against our policy and baselines."""
    from tutor.evals.simulate.run import run

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Simulating", total=None)
        code = run(
            out,
            seeds=seeds,
            seed_base=seed_base,
            learners=learners,
            sessions=sessions,
            session_items=items,
            dialogue=dialogue,
            course=course,
            policies=policy,
            workers=workers,
            progress=lambda done, of: progress.update(task, completed=done, total=of),
        )
    raise typer.Exit(code)
