"""The composition root: the one place that knows which part is made of what."""

import asyncio
import contextlib
import gc
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
from tutor.dialogue.running import Running
from tutor.dialogue.shelf import Shelf
from tutor.dialogue.turn import Tutor
from tutor.dialogue.voice import ModelVoice
from tutor.dialogue.worded import both, logged
from tutor.ids import LearnerId, PersonId
from tutor.items.text.common_words import make_ready
from tutor.llm import build_model
from tutor.llm.chain import Chain
from tutor.people.faces import SchoolFaces
from tutor.people.permission import Permissions
from tutor.prompting import PromptBook
from tutor.reports import digest
from tutor.reports.digest import Desk
from tutor.retrieval.apart import read_apart
from tutor.retrieval.chroma import ChromaVectors
from tutor.retrieval.imports import Imports
from tutor.retrieval.index import Library
from tutor.retrieval.planted import Judge, Judged
from tutor.retrieval.tongues import Tongues
from tutor.safety import second
from tutor.safety.alarm import SchoolAlarm
from tutor.safety.documents import DocumentJudge
from tutor.safety.screen import screen, warm_up
from tutor.settings import Settings, clock_of
from tutor.storage.alerts import SqlAlerts
from tutor.storage.database import Database
from tutor.storage.jobs import SqlJobs
from tutor.storage.log import SqlLearnerLog
from tutor.storage.materials import SqlMaterials
from tutor.storage.models import SqlCourseModels
from tutor.storage.passages import SqlPassageStore
from tutor.storage.people import SqlPeople
from tutor.storage.spending import SqlSpending
from tutor.storage.turns import SqlTurnRecords

REFRESH = 2.0  # seconds between looks at the course files
FIRST_PAGE = 1.5  # seconds in which nothing heavy is loaded yet
HOUSEKEEPING = 60.0  # seconds between looks at alerts that escalate, digests and the like

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
    chain = build_model(settings, ledger=spending)
    voice = None if chain is None else _voice(chain, settings, people, meter)
    tutor = Tutor(
        log=events, courses=book, shelf=shelf, retriever=library, faces=SchoolFaces(people, now),
        screen=screen, alarm=alarm, voice=voice, timed=meter.turn, sense=tongues,
        second=second,
    )  # fmt: skip
    desk = Desk(courses=book, people=people, log=events, tutor=tutor, jobs=jobs, notify=late.notify)
    parts = Parts(
        settings=settings, clock=now, book=book, people=people, log=events, tutor=tutor,
        running=Running(tutor, SqlTurnRecords(database)), library=library, passages=passages,
        jobs=jobs, imports=imports, alerts=alerts, alarm=alarm, meter=meter,
        models=None if voice is None else voice.accounts,
        spent=spending,
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
        chain = build_model(settings, ledger=SqlSpending(database))
        yield chain
        if chain is not None:
            await chain.close()
    finally:
        await database.close()


@asynccontextmanager
async def working(meno: Meno) -> AsyncIterator[None]:
    """Background work while serving: dense retrieval, course files, digests and escalations."""
    tasks = [
        asyncio.create_task(_load(meno)),
        asyncio.create_task(_every(REFRESH, partial(_reload, meno))),
        asyncio.create_task(_every(HOUSEKEEPING, partial(_escalate, meno))),
        asyncio.create_task(_every(HOUSEKEEPING, partial(_tidy, meno))),
        asyncio.create_task(meno.parts.imports.run()),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _load(meno: Meno) -> None:
    """Load what takes long, once the first page is out: the screen's signs, common words, the model, dense."""
    await asyncio.sleep(FIRST_PAGE)
    await asyncio.to_thread(warm_up)
    for language in {course.language for course in meno.parts.book.all()}:
        await asyncio.to_thread(make_ready, language)
    await SqlSpending(meno.database).purge(now().date())
    if meno.voice is not None:
        await meno.voice.warm()
    await load_dense(meno)
    gc.freeze()  # what was loaded since the start stays too


async def load_dense(meno: Meno) -> None:
    """Load the sentence models and the vector index; retrieval is lexical until then, or for good."""
    settings = meno.parts.settings
    if not settings.dense:
        return
    from tutor.retrieval import dense, weights

    # First, since messages are screened by it, and embedding a school anew may take an hour.
    reason = await meno.tongues.load()
    log.info("meaning_in_many_languages", loaded=not reason, reason=reason or "none")
    model = settings.embedding_model or weights.DEFAULT_MODEL
    await meno.parts.library.load_dense(
        partial(dense.load, model), partial(_vectors, settings), dense.load_again
    )
    status = meno.parts.library.status()
    log.info("dense_retrieval", state=str(status.dense), reason=status.reason or "none")


def _vectors(settings: Settings) -> ChromaVectors:
    """Chroma: a server when one is named, else embedded in the data folder under a lock."""
    if settings.chroma_url:
        return ChromaVectors.at_url(settings.chroma_url)
    return ChromaVectors.at_directory(settings.data / "chroma")


async def _every(seconds: float, work: Callable[[], Awaitable[None]]) -> None:
    """Do a work again and again. One that fails is done again at its time: a locked database for
    a moment must not end the escalations of crises until the next restart."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await work()
        except Exception:
            log.exception("background_work_failed")


async def _reload(meno: Meno) -> None:
    """Take up changed course files; errors are kept for the teacher's page."""
    refreshed = await asyncio.to_thread(meno.parts.book.refresh)
    for course in refreshed.changed:
        await meno.parts.library.add_course(course)
        log.info("course_reloaded", course=course.id)
    for problem in errors(refreshed.problems):
        log.error("course_problem", problem=str(problem))


async def _tidy(meno: Meno) -> None:
    await digest.tick(meno.desk, now())
    await meno.parts.imports.purge()
    await meno.shelf.save(every=1)


async def _escalate(meno: Meno) -> None:
    await meno.alarm.escalate_due(now())
