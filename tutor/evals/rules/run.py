"""`meno eval rules`: random learners against the real tutor, every rule checked on every turn."""

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tutor.curriculum.book import Book, Courses
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract, Persona
from tutor.errors import NotFound
from tutor.evals.rules.learner import MANNERS
from tutor.evals.rules.table import RULES
from tutor.evals.rules.walk import Seen, Walk, Way
from tutor.ids import CourseId, PersonaId
from tutor.prompting import PromptBook
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.settings import bundled

LENGTH = 200  # turns of one walk
KEPT = 40  # breaches that are kept in words

Progress = Callable[[int], None]


@dataclass(slots=True, kw_only=True)
class Found:
    """What the walks found: turns walked, and breaches by rule title, with the first in words."""

    turns: int = 0
    breaches: dict[str, int] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)

    def note(self, way: Way, walked: Sequence[Seen]) -> None:
        """Check the last turn of a walk against every rule."""
        self.turns += 1
        for rule in RULES:
            for check in rule.checks:
                wrong = check(walked)
                if wrong is None:
                    continue
                self.breaches[rule.title] = self.breaches.get(rule.title, 0) + 1
                if len(self.examples) < KEPT:
                    self.examples.append(
                        f"{rule.number} {rule.title}: {wrong} [{way.course}, {way.persona}, "
                        f"{way.manner}, seed {way.seed}, turn {len(walked)}: “{walked[-1].text}”]"
                    )


@dataclass(frozen=True, slots=True)
class Stage:
    """Courses in which every help contract has a persona, so that each is walked; `curriculum.book.Courses`."""

    courses: tuple[Course, ...]

    def get(self, course: CourseId) -> Course:
        """The course; raises NotFound."""
        for one in self.courses:
            if one.id == course:
                return one
        raise NotFound("There is no such course here.", where=course)

    def all(self) -> tuple[Course, ...]:
        """All of them."""
        return self.courses


def staged(course: Course) -> Course:
    """The course with a plain persona for each contract that none of its own has."""
    kept = {persona.contract for persona in course.personas.values()}
    made = {
        (id := PersonaId(f"walk-{contract}")): Persona(
            id=id, name=contract.title(), contract=contract, language=course.language
        )
        for contract in Contract
        if contract not in kept
    }
    return replace(course, personas={**course.personas, **made})


def ways(book: Courses, seed: int, *, hostile: bool | None) -> Iterator[Way]:
    """Walks over every course, persona and manner, again and again with new seeds; a few walks already go to each
    course and persona, by learners of every manner."""
    numbers, manners = count(seed), list(MANNERS)
    places = [(course.id, persona) for course in book.all() for persona in course.personas]
    for round_ in count():
        for at, (course, persona) in enumerate(places):
            number = next(numbers)
            manner = manners[(at + round_) % len(manners)]
            harmful = number % 4 != 0 if hostile is None else hostile
            yield Way(course=course, persona=persona, manner=manner, seed=number, hostile=harmful)


async def walk_all(
    turns: int, *, seed: int = 1, hostile: bool | None = None, length: int = LENGTH,
    curricula: Path | None = None, progress: Progress = lambda done: None,
) -> Found:  # fmt: skip
    """Walk `turns` turns in walks of `length`, in the bundled courses or those of a folder; `hostile` None mixes in
    walks without a model."""
    found_there = Book([curricula or bundled("curricula")])
    found_there.refresh()
    book = Stage(tuple(staged(course) for course in found_there.all()))
    library = Library(InMemoryPassageStore())
    for course in book.all():
        await library.add_course(course)
    prompts, found = PromptBook(bundled("prompts")), Found()
    for way in ways(book, seed, hostile=hostile):
        walked: list[Seen] = []
        async for seen in Walk(way, book, library, prompts).turns(min(length, turns - found.turns)):
            walked.append(seen)
            found.note(way, walked)
            progress(found.turns)
        if found.turns >= turns:
            return found
    return found


def run(
    turns: int, seed: int, as_json: bool, progress: Progress, curricula: Path | None = None
) -> int:
    """Print breaches by rule; the exit code is 1 when there is any."""
    found = asyncio.run(walk_all(turns, seed=seed, progress=progress, curricula=curricula))
    if as_json:
        body = {"turns": found.turns, "breaches": found.breaches, "examples": found.examples}
        print(json.dumps(body, ensure_ascii=False))
        return int(bool(found.breaches))
    table = Table("rule", "", "breaches", title=f"{found.turns} turns")
    for rule in RULES:
        table.add_row(rule.number, rule.title, str(found.breaches.get(rule.title, 0)))
    console = Console()
    console.print(table)
    for example in found.examples:
        console.print(example, markup=False)
    return int(bool(found.breaches))
