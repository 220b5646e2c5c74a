"""A small school with a bot: real storage in a file, the course of the tests, the fake Bot API."""

import asyncio
import atexit
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from argon2 import PasswordHasher

from tests.channels.telegram.bot_api import TOKEN, BotApi, bot_api
from tutor.channels.parts import Parts, PeopleBook
from tutor.channels.telegram import TelegramChannel
from tutor.curriculum.book import Book
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.moves import Move
from tutor.dialogue.plain import Words
from tutor.dialogue.ports import Emit, Spoken, Voice
from tutor.dialogue.scene import Scene
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.running import Running
from tutor.dialogue.turns.shelf import Shelf
from tutor.ids import ClassId, CourseId, LearnerId, MessageId, PersonId
from tutor.items.grade import Grade
from tutor.items.item import Item
from tutor.learner_state.events import Attempted, Event
from tutor.learner_state.state import LearnerState
from tutor.people.directory import LinkPurpose
from tutor.people.faces import SchoolFaces
from tutor.people.person import AgeBand, Consent, Guardianship, Person, Purpose, Role, SchoolClass
from tutor.retrieval.imports import Imports
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Hit
from tutor.safety.alarm import SchoolAlarm
from tutor.safety.screen import screen
from tutor.settings import Settings
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

COURSE = Path(__file__).parent / "course"
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
TINY, MORE = CourseId("tiny"), CourseId("more-sums")
ANA, BO, KIM, MOTHER, INES, HEAD = (
    PersonId(id) for id in ("ana", "bo", "kim", "mother", "ines", "head")
)
ANA_CHAT, BO_CHAT, KIM_CHAT, MOTHER_CHAT, INES_CHAT = 1001, 1002, 1003, 1004, 1005
QUICK = (0.01, 0.02, 0.02)


@dataclass(slots=True)
class Clock:
    """A clock that goes on a little with every look."""

    at: datetime = START

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass(slots=True)
class School:
    """The parts, the bot, the fake server, and ways to make things happen."""

    parts: Parts
    api: BotApi
    channel: TelegramChannel
    clock: Clock

    async def deliver(self, *updates: dict[str, Any]) -> None:
        """Have updates come by webhook, all at once, and wait until they are handled."""
        secret = str(self.api.webhook.get("secret_token", ""))
        await asyncio.gather(*(self.channel.process(update, secret) for update in updates))

    async def write(self, chat: int, *texts: str) -> None:
        """Write messages one after the other."""
        for text in texts:
            await self.deliver(self.api.text(chat, text))

    async def press(self, chat: int, label: str) -> None:
        await self.deliver(self.api.press(chat, label))

    async def token(self, person: PersonId, lifetime: timedelta = timedelta(hours=1)) -> str:
        return await self.parts.people.make_link(
            person, LinkPurpose.TELEGRAM, self.clock(), lifetime
        )

    async def link(self, person: PersonId, chat: int) -> None:
        await self.write(chat, f"/start {await self.token(person)}")

    async def consent(self, learner: PersonId, by: PersonId, given: bool = True) -> None:
        await self.parts.people.record_consent(
            Consent(
                purpose=Purpose.TELEGRAM, learner=LearnerId(learner), by=by, given=given,
                at=self.clock(),
            )
        )  # fmt: skip

    async def state(self, learner: PersonId, course: CourseId = TINY) -> LearnerState:
        return (await self.parts.tutor.load(LearnerId(learner), course)).state

    async def right(self, learner: PersonId, course: CourseId = TINY) -> str:
        """The answer of the open item."""
        opened = (await self.state(learner, course)).open
        assert opened is not None, "nothing is open"
        item = self.parts.book.get(course).item(opened.item, opened.seed)
        return item.type.answer_text()

    async def open_on(self, learner: PersonId, item: str, course: CourseId = TINY) -> None:
        """Have the named item open, over the web."""
        skills = self.parts.book.get(course).by_skill
        skill = next(s for s, items in skills.items() if item in items)
        await self.on_the_web(learner, course, f"/practise {skill}")
        for _ in range(60):
            opened = (await self.state(learner, course)).open
            if opened is not None and opened.item == item:
                return
            await self.on_the_web(learner, course, "/skip" if opened else "/next")
        raise AssertionError(f"{item} never came up")

    async def events(self, learner: PersonId, course: CourseId = TINY) -> tuple[Event, ...]:
        return await self.parts.log.whole(LearnerId(learner), course)

    async def attempts(self, learner: PersonId, course: CourseId = TINY) -> list[Attempted]:
        return [e for e in await self.events(learner, course) if isinstance(e, Attempted)]

    async def on_the_web(self, learner: PersonId, course: CourseId, text: str) -> Outbound:
        now = self.clock()
        return await self.parts.tutor.turn(
            Inbound(
                learner=LearnerId(learner), course=course, message=MessageId(f"web-{now}"),
                text=text, at=now, channel="web",
            )
        )  # fmt: skip


class SlowFor:
    """A voice that keeps one learner waiting until told to go on."""

    def __init__(self, name: str) -> None:
        self.name, self.go = name, asyncio.Event()

    async def word(
        self, move: Move, scene: Scene, plain: Words, hits: Sequence[Hit], name: str, emit: Emit
    ) -> Spoken | None:
        if name == self.name:
            await self.go.wait()
        return None

    async def meant(self, *_: object, **__: object) -> None:
        """No doubt is settled."""

    async def judge(self, item: Item, response: str, language: str, **_: object) -> Grade | None:
        return None


@lru_cache(maxsize=1)
def book() -> Book:
    """The course of the tests, and a second one that differs in its title."""
    with TemporaryDirectory() as folder:
        for course in (TINY, MORE):
            shutil.copytree(COURSE, Path(folder) / course)
        file = Path(folder) / MORE / "course.yaml"
        file.write_text(file.read_text().replace("Tiny sums", "More sums"))
        made = Book([Path(folder)])
        problems = made.refresh().problems
    assert not problems, problems
    return made


@asynccontextmanager
async def opened_parts(
    folder: Path, clock: Clock, url: str, webhook: bool, voice: Voice | None,
    taught: Book | None = None,
):  # fmt: skip
    """The parts over a database in the folder, with everybody in it."""
    taught = taught or book()
    if not (folder / "meno.db").exists():
        shutil.copy(await _founded(), folder / "meno.db")
    database = await Database.open(f"sqlite:///{folder / 'meno.db'}")
    people = SqlPeople(database, PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    events, passages = SqlLearnerLog(database), SqlPassageStore(database)
    library = await _library(taught)
    alerts = SqlAlerts(database)
    late: list[TelegramChannel] = []

    async def notify(person: PersonId, text: str) -> bool:
        return any([await channel.send_text(person, text) for channel in late])

    alarm = SchoolAlarm(alerts, people, notify, "US", clock)
    tutor = Tutor(
        log=events, courses=taught, shelf=Shelf(SqlCourseModels(database), events),
        retriever=library, faces=SchoolFaces(people, lambda: clock.at), screen=screen,
        alarm=alarm, voice=voice,
    )  # fmt: skip
    settings = Settings(
        data=folder, public_url="https://school.example", telegram_token=TOKEN,
        telegram_base_url=url, telegram_webhook=webhook, country="US",
    )  # fmt: skip
    try:
        parts = Parts(
            settings=settings, clock=clock, book=taught, people=people, log=events, tutor=tutor,
            running=Running(tutor, SqlTurnRecords(database)), library=library, passages=passages,
            jobs=SqlJobs(database), alerts=alerts, alarm=alarm, precedents=SqlPrecedents(database),
            imports=Imports(SqlMaterials(database), SqlJobs(database), library, clock),
        )  # fmt: skip
        yield parts, late
    finally:
        await database.close()


@asynccontextmanager
async def school(
    folder: Path,
    *,
    webhook: bool = True,
    voice: Voice | None = None,
    extra: Callable[[Parts], Parts] = lambda parts: parts,
    hold: float = 0.05,
    taught: Book | None = None,
) -> AsyncIterator[School]:
    """A running school whose bot is started."""
    clock = Clock()
    async with (
        bot_api() as api,
        opened_parts(folder, clock, api.url, webhook, voice, taught) as (parts, late),
    ):
        made = extra(parts)
        channel = TelegramChannel(made, pauses=QUICK, hold=hold)
        late.append(channel)
        await channel.start()
        try:
            yield School(parts=made, api=api, channel=channel, clock=clock)
        finally:
            await channel.stop()


def with_settings(**changes: Any) -> Callable[[Parts], Parts]:
    """Parts with other settings."""
    return lambda parts: replace(parts, settings=replace(parts.settings, **changes))


_LIBRARIES: dict[Book, Library] = {}


async def _library(taught: Book) -> Library:
    """The courses' readings, indexed once: the channel only reads them."""
    if taught not in _LIBRARIES:
        made = Library(InMemoryPassageStore())
        for course in taught.all():
            await made.add_course(course)
        _LIBRARIES[taught] = made
    return _LIBRARIES[taught]


_FOUNDED: list[Path] = []


async def _founded() -> Path:
    """A database with everybody in it, made once and copied."""
    if not _FOUNDED:
        path = Path(mkdtemp()) / "founded.db"
        atexit.register(shutil.rmtree, path.parent)
        database = await Database.open(f"sqlite:///{path}")
        await found(SqlPeople(database), START)
        await database.close()
        _FOUNDED.append(path)
    return _FOUNDED[0]


async def found(people: PeopleBook, at: datetime) -> None:
    """Ana may use Telegram by her age; Kim is too young to decide; Bo takes two courses."""
    for id, role, name, band, language in (
        (ANA, Role.LEARNER, "Ana Ruiz", AgeBand.FROM_16, "en"),
        (BO, Role.LEARNER, "Bo Lind", AgeBand.FROM_16, "en"),
        (KIM, Role.LEARNER, "Kim Ruiz", AgeBand.UNDER_13, "en"),
        (MOTHER, Role.GUARDIAN, "Rosa Ruiz", AgeBand.ADULT, "es"),
        (INES, Role.TEACHER, "Inés Moreno", AgeBand.ADULT, "en"),
        (HEAD, Role.ADMIN, "Head Office", AgeBand.ADULT, "en"),
    ):
        await people.save_person(
            Person(id=id, role=role, name=name, language=language, age_band=band)
        )
    for child in (ANA, KIM):
        await people.tie(Guardianship(guardian=MOTHER, learner=LearnerId(child)), at)
    for id, learners, courses in (
        ("5b", (ANA, KIM), (TINY,)),
        ("code", (BO,), (TINY, MORE)),
    ):
        await people.save_class(
            SchoolClass(
                id=ClassId(id), name=id, teachers=(INES,), courses=courses,
                learners=tuple(LearnerId(one) for one in learners),
            )
        )  # fmt: skip
