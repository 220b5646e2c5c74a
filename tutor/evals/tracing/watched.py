"""How far a measurement of tracers is, for whoever looks on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)


class Tell(Protocol):
    """Who is told how far the measurement is."""

    def __call__(self, model: str, doing: str, more: int, of: int | None) -> None:
        """`model` went through `more` further responses of what it is `doing`, of `of` in all;
        None where it depends on what is found how many they will be.
        """


def nobody(model: str, doing: str, more: int, of: int | None) -> None:
    """Nobody looks on."""


@contextmanager
def progress(*, show: bool) -> Iterator[Tell]:
    """Say on standard error, where a person reads it, how far each model is, inside a fold too."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), disable=not show) as bar:
        tasks: dict[tuple[str, str], TaskID] = {}

        def tell(model: str, doing: str, more: int, of: int | None) -> None:
            task = tasks.get((model, doing))
            if task is None:
                for earlier in bar.tasks:
                    if earlier.total is None:  # it was not known how long it would take: now it is
                        bar.update(earlier.id, total=earlier.completed)
                task = tasks[model, doing] = bar.add_task(f"{model}, {doing}", total=of)
            bar.advance(task, more)

        yield tell
