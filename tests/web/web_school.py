"""A small school for the tests of the web: real storage in a file, the bundled courses."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher

from tutor.channels.metrics import Metrics
from tutor.channels.parts import Parts
from tutor.curriculum.book import Book
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.ports import Voice
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.running import Running
from tutor.dialogue.turns.shelf import Shelf
from tutor.ids import ClassId, CourseId, LearnerId, MessageId, PersonId
from tutor.people.faces import SchoolFaces
from tutor.people.person import Guardianship, Person, Role, SchoolClass
from tutor.retrieval.imports import Imports
from tutor.retrieval.index import Library
from tutor.retrieval.materials import Materials, MemoryMaterials
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import PassageStore
from tutor.safety.alarm import SchoolAlarm
from tutor.safety.screen import screen
from tutor.settings import Settings, bundled
from tutor.storage.alerts import SqlAlerts
from tutor.storage.database import Database
from tutor.storage.jobs import SqlJobs
from tutor.storage.log import SqlLearnerLog
from tutor.storage.materials import SqlMaterials
from tutor.storage.models import SqlCourseModels
from tutor.storage.passages import SqlPassageStore
from tutor.storage.people import SqlPeople
from tutor.storage.precedents import SqlPrecedents
from tutor.storage.turns import SqlTurnRecords

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FRACTIONS, CELLS, PYTHON = (
    CourseId("fractions"),
    CourseId("cells-and-photosynthesis"),
    CourseId("first-steps-in-python"),
)
PASSWORD = "correct horse"
ANA, BO, TEACHER, OTHER_TEACHER, MOTHER, HEAD = (
    PersonId(id) for id in ("ana", "bo", "ines", "tom", "mother", "head")
)
CLASS, OTHER_CLASS, OWN_CLASS = ClassId("5b"), ClassId("code"), ClassId("own")


@dataclass(slots=True)
class Clock:
    """A clock that is put on by hand, or runs."""

    at: datetime = START
    runs: bool = False
    _begun: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        """The time now."""
        return self.at + (datetime.now(UTC) - self._begun) if self.runs else self.at

    def forward(self, **span: float) -> None:
        """Put the clock on."""
        self.at += timedelta(**span)


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The parts, the clock, and ways to make things happen."""

    parts: Parts
    clock: Clock

    async def say(self, learner: str, course: CourseId, *texts: str) -> Outbound:
        """Send messages as a learner; `@right` is the open item's answer. The last reply."""
        reply: Outbound | None = None
        for text in texts:
            self.clock.forward(seconds=30)
            sent = text
            if text == "@right":
                sent = await self.right(learner, course)
            reply = await self.parts.tutor.turn(
                Inbound(
                    learner=LearnerId(learner),
                    course=course,
                    message=MessageId(f"test-{self.clock.at.timestamp()}"),
                    text=sent,
                    at=self.clock(),
                    channel="web",
                )
            )
        assert reply is not None
        return reply

    async def right(self, learner: str, course: CourseId) -> str:
        """The answer of the open item."""
        state = (await self.parts.tutor.load(LearnerId(learner), course)).state
        if state.open is None:
            return "ok"
        item = self.parts.book.get(course).item(state.open.item, state.open.seed)
        return item.type.answer_text()


@lru_cache(maxsize=1)
def book() -> Book:
    """The bundled courses, read once."""
    made = Book([bundled("curricula")])
    made.refresh()
    return made


async def _enrol(parts: Parts, taught: Book) -> None:
    """A class of Ana's that takes these courses."""
    courses = tuple(course.id for course in taught.all())
    await parts.people.save_class(
        SchoolClass(
            id=OWN_CLASS, name="Taller", teachers=(TEACHER,), learners=(LearnerId(ANA),),
            courses=courses,
        )
    )  # fmt: skip


_SHELVES: list[tuple[InMemoryPassageStore, Library]] = []


async def shelves() -> tuple[InMemoryPassageStore, Library]:
    """The readings, indexed once for all tests: nothing changes them."""
    if not _SHELVES:
        store = InMemoryPassageStore()
        library = Library(store)
        for course in book().all():
            await library.add_course(course)
        _SHELVES.append((store, library))
    return _SHELVES[0]


Shelves = tuple[PassageStore, Library, Materials]


async def _retrieval(database: Database | None, taught: Book | None) -> Shelves:
    if taught is not None:
        store = InMemoryPassageStore()
        library = Library(store)
        for course in taught.all():
            await library.add_course(course)
        return store, library, MemoryMaterials(store)
    if database is None:
        shared, library = await shelves()
        return shared, library, MemoryMaterials(shared)
    passages = SqlPassageStore(database)
    library = Library(passages)
    await library.add_course(book().get(FRACTIONS))
    return passages, library, SqlMaterials(database)


@asynccontextmanager
async def school(
    folder: Path,
    *,
    clock: Clock | None = None,
    voice: Voice | None = None,
    demo: bool = True,
    empty: Path | None = None,
    public_url: str = "",
    own_shelves: bool = False,
    file: str = "meno.db",
    taught: Book | None = None,
    extra: Callable[[Parts], Parts] = lambda parts: parts,
) -> AsyncIterator[School]:
    """A running school in a folder. `empty` is a database with tables, to copy; `own_shelves`
    are in that database, for tests that change what is found; `taught` are other courses than the
    bundled ones."""
    path, time = folder / file, clock or Clock()
    if empty is not None:
        shutil.copy(empty, path)
    database = await Database.open(f"sqlite:///{path}")
    found = await _retrieval(database if own_shelves else None, taught)
    settings = Settings(data=folder, demo=demo, public_url=public_url)
    parts = _composed(settings, database, taught or book(), time, voice, found)
    parts = extra(parts)
    await _found(parts)
    if taught is not None:
        await _enrol(parts, taught)
    try:
        yield School(parts=parts, clock=time)
        await parts.running.settle()
    finally:
        await database.close()


def _composed(
    settings: Settings,
    database: Database,
    courses: Book,
    time: Clock,
    voice: Voice | None,
    found: Shelves,
) -> Parts:
    """The parts over a database, as `app` composes them, without what needs a network."""
    people = SqlPeople(database, PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    events, jobs = SqlLearnerLog(database), SqlJobs(database)
    passages, library, materials = found
    alerts, meter = SqlAlerts(database), Metrics()
    alarm = SchoolAlarm(alerts, people, None, "US", time)
    tutor = Tutor(
        log=events, courses=courses, shelf=Shelf(SqlCourseModels(database), events),
        retriever=library, faces=SchoolFaces(people, time), screen=screen, alarm=alarm, voice=voice,
        timed=meter.turn, precedents=SqlPrecedents(database),
    )  # fmt: skip
    return Parts(
        settings=settings, clock=time, book=courses, people=people, log=events, tutor=tutor,
        running=Running(tutor, SqlTurnRecords(database)), library=library, passages=passages,
        jobs=jobs, imports=Imports(materials, jobs, library, time), alerts=alerts, alarm=alarm,
        meter=meter, precedents=SqlPrecedents(database),
    )  # fmt: skip


async def _found(parts: Parts) -> None:
    people, at = parts.people, parts.clock()
    if await people.person(ANA) is not None:
        return
    for id, role, name in (
        (ANA, Role.LEARNER, "Ana Ruiz"),
        (BO, Role.LEARNER, "Bo Lind"),
        (TEACHER, Role.TEACHER, "Inés Moreno"),
        (OTHER_TEACHER, Role.TEACHER, "Tom Adeyemi"),
        (MOTHER, Role.GUARDIAN, "Rosa Ruiz"),
        (HEAD, Role.ADMIN, "Head Office"),
    ):
        await people.save_person(Person(id=id, role=role, name=name, login=id, demo=id != HEAD))
    await people.set_password(ANA, PASSWORD)
    await people.tie(Guardianship(guardian=MOTHER, learner=LearnerId(ANA)), at)
    await people.save_class(
        SchoolClass(
            id=CLASS,
            name="5B Mathematics",
            teachers=(TEACHER,),
            learners=(LearnerId(ANA),),
            courses=(FRACTIONS, CELLS, PYTHON),
        )
    )
    await people.save_class(
        SchoolClass(
            id=OTHER_CLASS,
            name="Code club",
            teachers=(OTHER_TEACHER,),
            learners=(LearnerId(BO),),
            courses=(PYTHON,),
        )
    )
