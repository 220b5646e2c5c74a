"""The composition root: the one place that knows which part is made of what."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog

from tutor.channels.metrics import Metrics
from tutor.channels.parts import Parts
from tutor.curriculum.book import Book
from tutor.curriculum.problems import errors
from tutor.dialogue.check import Checker
from tutor.dialogue.media import MediaReader
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.running import Running
from tutor.dialogue.turns.shelf import Shelf
from tutor.dialogue.wording.voice import ModelVoice
from tutor.dialogue.wording.worded import both, logged
from tutor.ids import LearnerId, PersonId
from tutor.llm import build_model
from tutor.llm.chain import Chain
from tutor.people.faces import SchoolFaces
from tutor.people.permission import Permissions
from tutor.prices import PriceList
from tutor.prompting import PromptBook
from tutor.reports import digest
from tutor.reports.digest import Desk
from tutor.retrieval.apart import read_apart
from tutor.retrieval.imports import Imports
from tutor.retrieval.index import Library
from tutor.retrieval.planted import Judge, Judged
from tutor.retrieval.tongues import Tongues
from tutor.safety import second
from tutor.safety.alarm import SchoolAlarm
from tutor.safety.documents import DocumentJudge
from tutor.safety.screen import screen
from tutor.settings import Settings, clock_of
from tutor.storage.alerts import SqlAlerts
from tutor.storage.database import Database
from tutor.storage.jobs import SqlJobs
from tutor.storage.log import SqlLearnerLog
from tutor.storage.materials import SqlMaterials
from tutor.storage.models import SqlCourseModels
from tutor.storage.passages import SqlPassageStore
from tutor.storage.people import SqlPeople
from tutor.storage.precedents import SqlPrecedents
from tutor.storage.spending import SqlSpending
from tutor.storage.turns import SqlTurnRecords

log = structlog.get_logger()
Notify = Callable[[PersonId, str], Awaitable[bool]]


@dataclass(slots=True)
class Meno:
    """Everything that runs, and what must be closed."""

    parts: Parts
    database: Database
    events: SqlLearnerLog
    shelf: Shelf
    alarm: SchoolAlarm
    desk: Desk
    tongues: Tongues
    voice: ModelVoice | None = None
    notify: Notify | None = None  # set by a channel that can reach people


def now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


def _chain(settings: Settings, spending: SqlSpending) -> Chain | None:
    """The models; a day of what they cost is one of the school's clock."""
    zone = clock_of(settings)
    return build_model(settings, clock=lambda: datetime.now(zone), ledger=spending)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Meno]:
    """The parts, ready to answer with lexical retrieval; nothing heavy is loaded here."""
    settings.data.mkdir(parents=True, exist_ok=True)
    database = await Database.open(settings.database)
    try:
        meno = await _composed(settings, database)
        yield meno
        await meno.parts.running.settle()
        await meno.shelf.save(every=1)
        if meno.voice is not None:
            await meno.voice.close()
    finally:
        await database.close()


async def _composed(settings: Settings, database: Database) -> Meno:
    book = _read_book(settings)
    people, events, passages = (
        SqlPeople(database),
        SqlLearnerLog(database),
        SqlPassageStore(database),
    )
    library = Library(passages, folder=settings.data / "words")
    tongues = Tongues(library)
    imports = await _taken_in(database, library, book, DocumentJudge(tongues))
    shelf = Shelf(SqlCourseModels(database), events)
    alerts, jobs, late, meter = SqlAlerts(database), SqlJobs(database), _Late(), Metrics()
    alarm = _alarm(settings, alerts, people, late.notify)
    spending = SqlSpending(database)
    chain = _chain(settings, spending)
    voice = None if chain is None else _voice(chain, settings, people, meter)
    precedents = SqlPrecedents(database)
    tutor = Tutor(
        log=events, courses=book, shelf=shelf, retriever=library, faces=SchoolFaces(people, now),
        screen=screen, alarm=alarm, voice=voice, timed=meter.turn, sense=tongues,
        second=second, precedents=precedents,
    )  # fmt: skip
    desk = Desk(
        courses=book, people=people, log=events, tutor=tutor, jobs=jobs, notify=late.notify,
        zone=clock_of(settings),
    )  # fmt: skip
    parts = Parts(
        settings=settings, clock=now, book=book, people=people, log=events, tutor=tutor,
        running=Running(tutor, SqlTurnRecords(database)), library=library, passages=passages,
        jobs=jobs, imports=imports, alerts=alerts, alarm=alarm, meter=meter, precedents=precedents,
        models=None if voice is None else voice.accounts,
        full=None if voice is None else voice.full,
        spent=spending,
        prices=PriceList(first=settings.llm_prices) if chain is None else chain.prices,
        media=None if chain is None else _media(chain, settings, people),
        digests=partial(_latest, desk),
    )  # fmt: skip
    late.meno = Meno(
        parts=parts, database=database, events=events, shelf=shelf, alarm=alarm, desk=desk,
        voice=voice, tongues=tongues,
    )  # fmt: skip
    return late.meno


async def _latest(desk: Desk, learner: LearnerId, language: str) -> str | None:
    """A learner's latest digest."""
    return await digest.latest(desk, learner, now(), language=language)


def _read_book(settings: Settings) -> Book:
    """The courses that can be taught; what is wrong with others goes to the log."""
    book = Book([settings.curricula, settings.data / "curricula"], zone=clock_of(settings))
    for problem in errors(book.refresh().problems):
        log.error("course_problem", problem=str(problem))
    return book


async def _taken_in(database: Database, library: Library, book: Book, judge: Judge) -> Imports:
    """The teachers' documents and the courses' own readings, findable by words."""
    read = Judged(read_apart, judge)
    imports = Imports(SqlMaterials(database), SqlJobs(database), library, now, read=read)
    await imports.known()
    for course in book.all():
        await library.add_course(course)
    return imports


def _alarm(settings: Settings, alerts: SqlAlerts, people: SqlPeople, notify: Notify) -> SchoolAlarm:
    """Who is told of a crisis, and after how long the next one is."""
    return SchoolAlarm(
        alerts,
        people,
        notify,
        settings.country,
        now,
        patience=timedelta(minutes=settings.alert_minutes),
        first=tuple(map(PersonId, settings.alert_first)),
        address=settings.address,
    )


class _Late:
    """Reaches people through a channel that starts later than the alarm is made."""

    meno: Meno | None = None

    async def notify(self, person: PersonId, text: str) -> bool:
        """Deliver a text; False when no channel reaches the person."""
        if self.meno is None or self.meno.notify is None:
            return False
        return await self.meno.notify(person, text)


def _media(chain: Chain, settings: Settings, people: SqlPeople) -> MediaReader:
    """The reader of photos and voice notes; it takes what the models take."""
    permissions = Permissions(people)
    return MediaReader(
        chain,
        PromptBook(settings.prompts),
        screen,
        may=permissions.external_model,
        classes=permissions.classes,
    )


def _voice(chain: Chain, settings: Settings, people: SqlPeople, meter: Metrics) -> ModelVoice:
    """The model's voice."""
    permissions = Permissions(people)
    return ModelVoice(
        chain,
        PromptBook(settings.prompts),
        Checker,
        names=permissions.names,
        may=permissions.external_model,
        classes=permissions.classes,
        record=both(logged, meter.wording),
    )


@asynccontextmanager
async def booked_model(settings: Settings) -> AsyncIterator[Chain | None]:
    """The configured model for a command, its calls booked and bounded with those of the school's
    server; None when none is configured."""
    if build_model(settings) is None:
        yield None
        return
    settings.data.mkdir(parents=True, exist_ok=True)
    database = await Database.open(settings.database)
    try:
        chain = _chain(settings, SqlSpending(database))
        yield chain
        if chain is not None:
            await chain.close()
    finally:
        await database.close()
