"""A small school with a bot: real storage in a file, the bundled courses, the fake Bot API."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from tests.channels.telegram.bot_api import TOKEN, BotApi, bot_api
from tutor.channels.parts import Parts
from tutor.channels.telegram import TelegramChannel
from tutor.curriculum.book import Book
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.running import Running
from tutor.dialogue.shelf import Shelf
from tutor.dialogue.turn import Tutor, Voice
from tutor.ids import ClassId, CourseId, LearnerId, MessageId, PersonId
from tutor.learner_state.state import LearnerState
from tutor.people.directory import LinkPurpose
from tutor.people.faces import SchoolFaces
from tutor.people.person import AgeBand, Consent, Guardianship, Person, Purpose, Role, SchoolClass
from tutor.retrieval.index import Library
from tutor.safety.alarm import SchoolAlarm
from tutor.safety.screen import screen
from tutor.settings import Settings, bundled
from tutor.storage.alerts import SqlAlerts
from tutor.storage.database import Database
from tutor.storage.jobs import SqlJobs
from tutor.storage.log import SqlLearnerLog
from tutor.storage.models import SqlCourseModels
from tutor.storage.passages import SqlPassageStore
from tutor.storage.people import SqlPeople
from tutor.storage.turns import SqlTurnRecords

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
FRACTIONS, CELLS, PYTHON = (
    CourseId("fractions"),
    CourseId("cells-and-photosynthesis"),
    CourseId("first-steps-in-python"),
)
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

    async def state(self, learner: PersonId, course: CourseId = FRACTIONS) -> LearnerState:
        return (await self.parts.tutor.load(LearnerId(learner), course)).state

    async def right(self, learner: PersonId, course: CourseId = FRACTIONS) -> str:
        """The answer of the open item."""
        opened = (await self.state(learner, course)).open
        assert opened is not None, "nothing is open"
        item = self.parts.book.get(course).item(opened.item, opened.seed)
        return item.type.answer_text()

    async def on_the_web(self, learner: PersonId, course: CourseId, text: str) -> Outbound:
        now = self.clock()
        return await self.parts.tutor.turn(
            Inbound(
                learner=LearnerId(learner), course=course, message=MessageId(f"web-{now}"),
                text=text, at=now, channel="web",
            )
        )  # fmt: skip


@lru_cache(maxsize=1)
def book() -> Book:
    """The bundled courses, read once."""
    made = Book([bundled("curricula")])
    made.refresh()
    return made


@asynccontextmanager
async def opened_parts(folder: Path, clock: Clock, url: str, webhook: bool, voice: Voice | None):
    """The parts over a database in the folder."""
    database = await Database.open(f"sqlite:///{folder / 'meno.db'}")
    people = SqlPeople(database, PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    events, passages = SqlLearnerLog(database), SqlPassageStore(database)
    library = Library(passages)
    for course in book().all():
        await library.add_course(course)
    alerts = SqlAlerts(database)
    tutor = Tutor(
        log=events, courses=book(), shelf=Shelf(SqlCourseModels(database), events),
        retriever=library, faces=SchoolFaces(people), screen=screen,
        alarm=SchoolAlarm(alerts, people, None, "US", clock), voice=voice,
    )  # fmt: skip
    settings = Settings(
        data=folder, public_url="https://school.example", telegram_token=TOKEN,
        telegram_base_url=url, telegram_webhook=webhook,
    )  # fmt: skip
    try:
        yield Parts(
            settings=settings, clock=clock, book=book(), people=people, log=events, tutor=tutor,
            running=Running(tutor, SqlTurnRecords(database)), library=library, passages=passages,
            jobs=SqlJobs(database), alerts=alerts,
        )  # fmt: skip
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
) -> AsyncIterator[School]:
    """A running school whose bot is started."""
    clock = Clock()
    async with bot_api() as api, opened_parts(folder, clock, api.url, webhook, voice) as parts:
        await found(parts)
        made = extra(parts)
        channel = TelegramChannel(made, pauses=QUICK, hold=hold)
        await channel.start()
        try:
            yield School(parts=made, api=api, channel=channel, clock=clock)
        finally:
            await channel.stop()


def with_settings(**changes: Any) -> Callable[[Parts], Parts]:
    """Parts with other settings."""
    return lambda parts: replace(parts, settings=replace(parts.settings, **changes))


async def found(parts: Parts) -> None:
    """Ana may use Telegram by her age; Kim is too young to decide; Bo takes two courses."""
    people, at = parts.people, parts.clock()
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
        ("5b", (ANA, KIM), (FRACTIONS,)),
        ("code", (BO,), (PYTHON, FRACTIONS)),
    ):
        await people.save_class(
            SchoolClass(
                id=ClassId(id), name=id, teachers=(INES,), courses=courses,
                learners=tuple(LearnerId(one) for one in learners),
            )
        )  # fmt: skip
