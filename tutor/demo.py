"""The demonstration school: people with weeks of plausible history, made by simulated learners.

The histories come from the real turn over an in-memory log, with a clock that runs through the
past weeks; each learner's finished log is then stored in one go.
"""

import random
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tutor.channels.parts import Parts
from tutor.curriculum.course import Course
from tutor.dialogue.messages import Inbound
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.shelf import MemoryModels, Shelf
from tutor.errors import LogMoved, NotFound
from tutor.evals.simulate.learner import (
    Forgetting,
    SimulatedLearner,
    SkillTruth,
    ease_of,
)
from tutor.ids import ClassId, CourseId, LearnerId, MessageId, PersonId
from tutor.items.item import Item
from tutor.learner_state.events import Event
from tutor.learner_state.memory_log import MemoryLog
from tutor.people.directory import LinkPurpose
from tutor.people.faces import SchoolFaces
from tutor.people.person import (
    AgeBand,
    Consent,
    Guardianship,
    Person,
    Purpose,
    Role,
    SchoolClass,
)
from tutor.safety.concern import Concern

LINK_DAYS = 365
CHUNK = 400  # events stored in one append
# A class that is taught well: pupils start with a third of it, learn fast and slip seldom.
TRUTH = SkillTruth(start=0.35, learn=0.35, guess=0.2, slip=0.06)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A learner of the demonstration: `days` since the start on which they came, how able."""

    id: str
    name: str
    ability: float
    age_band: AgeBand
    courses: tuple[str, ...]
    days: tuple[int, ...]  # days ago
    items: int = 9  # per session


FRACTIONS, CELLS, PYTHON = "fractions", "cells-and-photosynthesis", "first-steps-in-python"

PUPILS = (
    Pupil(id="demo-amara", name="Amara Okafor", ability=1.1, age_band=AgeBand.UNDER_13,
          courses=(FRACTIONS,), days=(26, 24, 22, 19, 17, 15, 12, 10, 8, 5, 3, 1)),
    Pupil(id="demo-ben", name="Ben Larsen", ability=-0.9, age_band=AgeBand.UNDER_13,
          courses=(FRACTIONS,), days=(25, 21, 18, 14, 9, 6, 2), items=10),
    Pupil(id="demo-chen", name="Chen Wei", ability=0.3, age_band=AgeBand.UNDER_13,
          courses=(FRACTIONS, CELLS), days=(27, 23, 20, 16, 13, 9, 6, 4, 2)),
    Pupil(id="demo-dalia", name="Dalia Haddad", ability=0.7, age_band=AgeBand.FROM_13,
          courses=(CELLS,), days=(28, 24, 21, 17, 14, 10, 7, 3, 1)),
    Pupil(id="demo-eva", name="Eva Novak", ability=-0.3, age_band=AgeBand.FROM_13,
          courses=(CELLS, PYTHON), days=(26, 25, 19, 18, 12, 11, 5, 4)),
    Pupil(id="demo-farid", name="Farid Rahman", ability=0.5, age_band=AgeBand.FROM_16,
          courses=(PYTHON,), days=(27, 22, 20, 18, 13, 12)),
)  # fmt: skip

TEACHERS = (
    ("demo-teacher-ines", "Inés Moreno", (FRACTIONS, CELLS)),
    ("demo-teacher-tom", "Tom Adeyemi", (PYTHON,)),
)
Guardian = tuple[str, str, str, str]  # id, name, language, child
GUARDIANS: tuple[Guardian, ...] = (
    ("demo-guardian-ngozi", "Ngozi Okafor", "en", "demo-amara"),
    ("demo-guardian-lucia", "Lucía Wei", "es", "demo-chen"),
    ("demo-guardian-samir", "Samir Haddad", "ar", "demo-dalia"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLink:
    """Where to sign in as somebody of the demonstration school."""

    role: Role
    name: str
    url: str


async def found_school(
    parts: Parts, pupils: Sequence[Pupil] = PUPILS, guardians: Sequence[Guardian] = GUARDIANS
) -> None:
    """Add the people, classes and ties that are not there yet."""
    people, at = parts.people, parts.clock()
    if await people.person(PersonId(TEACHERS[0][0])) is not None:
        return
    for pupil in pupils:
        await people.save_person(
            Person(
                id=PersonId(pupil.id),
                role=Role.LEARNER,
                name=pupil.name,
                demo=True,
                age_band=pupil.age_band,
            )
        )
    for id, name, _ in TEACHERS:
        await people.save_person(
            Person(id=PersonId(id), role=Role.TEACHER, name=name, demo=True, age_band=AgeBand.ADULT)
        )
    for id, name, language, child in guardians:
        await people.save_person(
            Person(
                id=PersonId(id),
                role=Role.GUARDIAN,
                name=name,
                language=language,
                demo=True,
                age_band=AgeBand.ADULT,
            )
        )
        await people.tie(Guardianship(guardian=PersonId(id), learner=LearnerId(child)), at)
        await _agree(parts, PersonId(id), LearnerId(child), at)
    await _classes(parts, pupils)


async def _agree(parts: Parts, guardian: PersonId, learner: LearnerId, at: datetime) -> None:
    """The demonstration's guardians have agreed to an outside model and to Telegram."""
    for purpose in (Purpose.EXTERNAL_MODEL, Purpose.TELEGRAM):
        await parts.people.record_consent(
            Consent(purpose=purpose, learner=learner, by=guardian, given=True, at=at)
        )


async def _classes(parts: Parts, pupils: Sequence[Pupil]) -> None:
    known = {course.id for course in parts.book.all()}
    for id, name, courses, teacher in (
        ("demo-5b", "5B Mathematics", (FRACTIONS,), TEACHERS[0][0]),
        ("demo-8a", "8A Science", (CELLS,), TEACHERS[0][0]),
        ("demo-code", "Code club", (PYTHON,), TEACHERS[1][0]),
    ):
        await parts.people.save_class(
            SchoolClass(
                id=ClassId(id),
                name=name,
                teachers=(PersonId(teacher),),
                learners=tuple(LearnerId(p.id) for p in pupils if set(p.courses) & set(courses)),
                courses=tuple(CourseId(c) for c in courses if c in known),
            )
        )


async def sign_in_links(parts: Parts) -> tuple[DemoLink, ...]:
    """Fresh links for everybody of the demonstration school; older ones end."""
    made = []
    for person in await parts.people.people():
        if person.demo:
            await parts.people.drop_links(person.id, LinkPurpose.DEMO)
            token = await parts.people.make_link(
                person.id, LinkPurpose.DEMO, parts.clock(), timedelta(days=LINK_DAYS)
            )
            url = f"{parts.settings.address}/link/{token}"
            made.append(DemoLink(role=person.role, name=person.name, url=url))
    order = [Role.LEARNER, Role.TEACHER, Role.GUARDIAN, Role.ADMIN]
    return tuple(sorted(made, key=lambda link: (order.index(link.role), link.name)))


async def histories_missing(
    parts: Parts, pupils: Sequence[Pupil] = PUPILS
) -> list[tuple[Pupil, CourseId]]:
    """Whose history is not stored yet."""
    known = {course.id for course in parts.book.all()}
    missing = []
    for pupil in pupils:
        if await parts.people.person(PersonId(pupil.id)) is None:
            continue
        for name in pupil.courses:
            course = CourseId(name)
            tail = await parts.log.read(LearnerId(pupil.id), course)
            if course in known and tail.length == 0:
                missing.append((pupil, course))
    return missing


async def write_histories(parts: Parts, pupils: Sequence[Pupil] = PUPILS) -> AsyncIterator[str]:
    """Make and store what is missing; yields each learner's name when theirs is stored."""
    for pupil, course in await histories_missing(parts, pupils):
        events = await simulate(parts, pupil, course)
        try:
            length = 0
            for start in range(0, len(events), CHUNK):
                length = await parts.log.append(
                    LearnerId(pupil.id), course, events[start : start + CHUNK], after=length
                )
        except LogMoved:
            continue  # the learner began for real meanwhile; theirs stands
        yield pupil.name


async def simulate(parts: Parts, pupil: Pupil, course_id: CourseId) -> tuple[Event, ...]:
    """A pupil's weeks in a course, as the events of real turns."""
    course = parts.book.get(course_id)
    seed = sum(map(ord, pupil.id + course_id))
    learner = SimulatedLearner.make(
        course,
        dict.fromkeys(course.skills, TRUTH),
        ease_of(course, 7),
        seed,
        forgetting=Forgetting.POWER,
        ability=pupil.ability,
    )
    log = MemoryLog()
    tutor = Tutor(
        log=log,
        courses=parts.book,
        shelf=Shelf(MemoryModels(), log),
        retriever=parts.library,
        faces=SchoolFaces(parts.people, parts.clock),
        screen=_unconcerned,
        alarm=_NoAlarm(),
    )
    dice = random.Random(seed)
    today = parts.clock().replace(hour=15, minute=10, second=0, microsecond=0)
    for ago in pupil.days:
        start = today - timedelta(days=ago, minutes=dice.randint(0, 90))
        await _sitting(tutor, learner, course, pupil, start, dice)
    return await log.whole(LearnerId(pupil.id), course_id)


async def _sitting(
    tutor: Tutor,
    learner: SimulatedLearner,
    course: Course,
    pupil: Pupil,
    at: datetime,
    dice: random.Random,
) -> None:
    """One session: open, some items with the odd hint, and a goodbye."""
    who = LearnerId(pupil.id)
    count = 0

    async def send(text: str, seconds: float) -> None:
        nonlocal at, count
        at += timedelta(seconds=seconds)
        count += 1
        message = MessageId(f"sim-{course.id}-{at:%Y%m%dT%H%M%S}-{count}")
        await tutor.turn(
            Inbound(learner=who, course=course.id, message=message, text=text, at=at, channel="web")
        )

    await send("/start", 1)
    for _ in range(int(pupil.items * dice.uniform(1.6, 2.4))):
        opened = (await tutor.load(who, course.id)).state.open
        if opened is None:
            await send("ok" if dice.random() < 0.5 else "because it has to fit the rule", 12)
            continue
        item, skill = course.item(opened.item, opened.seed), opened.skills[0]
        if learner.asks_for_help(skill, dice) and opened.hint_level < item.bottom_out - 1:
            await send("hint", 15)
            learner.shown(skill, dice)
            continue
        text, seconds = learner.respond(item, skill, at, dice)
        await send(_plausible(item, text, dice), min(seconds, 240.0))
    await send("bye", 10)


def _plausible(item: Item, text: str, dice: random.Random) -> str:
    """What a pupil would type: the graders' own odd samples give way to other options or “idk”."""
    authored = {item.type.answer_text(), *(wrong.text for wrong in item.wrong)}
    if text in authored or any(c.isdigit() for c in text):
        return text
    options = item.type.shown().options
    if options and item.type_name == "choice":
        return dice.choice(options).label
    return "idk"


def _unconcerned(text: str, language: str) -> Concern | None:
    return None


class _NoAlarm:
    """Simulated learners raise no alerts."""

    async def raise_alert(
        self, learner: LearnerId, concern: Concern, alert: str, at: datetime
    ) -> bool:
        raise NotFound("Simulated learners have no adults to tell.", where=alert)

    def crisis_reply(self, concern: Concern, language: str, *, delivered: bool) -> str:
        raise NotFound("Simulated learners have no adults to tell.")
