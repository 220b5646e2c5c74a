"""What the checks of a model's draft take: every rule on every sentence, in walks of a hostile model.

Times are of the processor, so that other programs on the machine count for less.
"""

import asyncio
import statistics
from collections.abc import Sequence
from itertools import islice
from time import thread_time_ns

from tutor.curriculum.book import Book
from tutor.dialogue.check import Checker, Objection
from tutor.dialogue.moves import Move
from tutor.dialogue.plain import Words
from tutor.dialogue.scene import Scene
from tutor.evals.rules.run import ways
from tutor.evals.rules.walk import Walk
from tutor.prompting import PromptBook
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Passage
from tutor.settings import bundled

Figure = tuple[str, str, str]
WALKS, TURNS = 24, 30  # walks over courses, personas and manners, and turns of each
SEED = 500


def figures(walks: int = WALKS, turns: int = TURNS) -> list[Figure]:
    """Milliseconds a draft takes to get ready for, and a sentence to be judged."""
    ready, judged = asyncio.run(_walked(walks, turns))
    how = f"{walks} walks of {turns} turns, a hostile model, every rule; processor time"
    return [
        ("check a sentence, p50 · p95 · p99", _spread(judged), f"{len(judged)} sentences; {how}"),
        (
            "get ready to check a draft, p50 · p95 · p99",
            _spread(ready),
            f"{len(ready)} drafts; {how}",
        ),
    ]


async def _walked(walks: int, turns: int) -> tuple[list[int], list[int]]:
    """Nanoseconds of every draft made ready for, and of every sentence judged."""
    ready: list[int] = []
    judged: list[int] = []

    class Timed(Checker):
        """The checks, with the time that each takes."""

        def __init__(
            self,
            move: Move,
            scene: Scene,
            plain: Words,
            passages: Sequence[Passage],
            name: str,
            roster: Sequence[str] = (),
        ) -> None:
            began = thread_time_ns()
            super().__init__(move, scene, plain, passages, name, roster)
            ready.append(thread_time_ns() - began)

        def check(self, sentence: str) -> Objection | None:
            began = thread_time_ns()
            try:
                return super().check(sentence)
            finally:
                judged.append(thread_time_ns() - began)

    book = Book([bundled("curricula")])
    book.refresh()
    library = Library(InMemoryPassageStore())
    for course in book.all():
        await library.add_course(course)
    prompts = PromptBook(bundled("prompts"))
    for way in islice(ways(book, SEED, hostile=True), walks):
        walk = Walk(way, book, library, prompts, checks=Timed)
        async for _ in walk.turns(turns):
            pass
    return ready, judged


def _spread(nanoseconds: Sequence[int]) -> str:
    cuts = statistics.quantiles(nanoseconds, n=100)
    return " · ".join(f"{cuts[at - 1] / 1e6:.2f}" for at in (50, 95, 99)) + " ms"
