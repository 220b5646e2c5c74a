"""The alarm: who is told, in which order, and what counts as told."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tutor.ids import ClassId, CourseId, LearnerId, PersonId
from tutor.people.person import Guardianship, Person, Role, SchoolClass
from tutor.safety.addressed import sent, words_for
from tutor.safety.alarm import PATIENCE, SchoolAlarm
from tutor.safety.alerts import Alert, MemoryAlerts
from tutor.safety.concern import Concern, Kind

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
CHILD = LearnerId("child")
ANN, BOB, HEAD = PersonId("ann"), PersonId("bob"), PersonId("head")
CRISIS = Concern(kind=Kind.SELF_HARM, tier=1)


class School:
    """A directory of one class with two teachers, and a head."""

    def __init__(self, teachers: tuple[PersonId, ...] = (ANN, BOB)) -> None:
        self.one = SchoolClass(id=ClassId("7b"), name="7b", teachers=teachers, learners=(CHILD,))
        self.everybody = (
            Person(id=PersonId("child"), role=Role.LEARNER, name="Kim Lee"),
            Person(id=ANN, role=Role.TEACHER, name="Ann"),
            Person(id=BOB, role=Role.TEACHER, name="Bob"),
            Person(id=PersonId("classmate"), role=Role.LEARNER, name="Lou"),
            Person(id=HEAD, role=Role.ADMIN, name="The Head"),
        )

    async def person(self, id: PersonId) -> Person | None:
        return next((p for p in self.everybody if p.id == id), None)

    async def people(self, role: Role | None = None) -> tuple[Person, ...]:
        return tuple(p for p in self.everybody if role in (None, p.role))

    async def save_person(self, person: Person) -> None:
        raise NotImplementedError

    async def school_class(self, id: ClassId) -> SchoolClass | None:
        return self.one if id == self.one.id else None

    async def classes(self, of: PersonId | None = None) -> tuple[SchoolClass, ...]:
        return (self.one,) if of in (None, CHILD, *self.one.teachers) else ()

    async def save_class(self, school_class: SchoolClass) -> None:
        raise NotImplementedError

    async def guardianships(self, of: PersonId | None = None) -> tuple[Guardianship, ...]:
        return ()

    async def tie(self, guardianship: Guardianship, at: datetime) -> None:
        raise NotImplementedError

    async def untie(self, guardianship: Guardianship) -> None:
        raise NotImplementedError

    async def enrol(self, learner: LearnerId, course: CourseId, at: datetime) -> None:
        raise NotImplementedError

    async def courses_of(self, learner: LearnerId) -> tuple[CourseId, ...]:
        return ()

    async def preferences(self, person: PersonId) -> dict[str, Any]:
        return {}

    async def prefer(self, person: PersonId, changes: Mapping[str, Any]) -> None:
        raise NotImplementedError


class Post:
    """A channel that reaches some people."""

    def __init__(self, *reached: PersonId) -> None:
        self.reached = set(reached)
        self.sent: list[tuple[PersonId, str]] = []

    async def __call__(self, person: PersonId, text: str) -> bool:
        self.sent.append((person, text))
        return person in self.reached


class Stumbling(Post):
    """A channel that reaches some people, and for others tries for ever."""

    async def __call__(self, person: PersonId, text: str) -> bool:
        if not await super().__call__(person, text):
            await asyncio.sleep(3600)
        return True


def alarm(post: Post | None, alerts: MemoryAlerts, school: School | None = None) -> SchoolAlarm:
    return SchoolAlarm(alerts, school or School(), post, "US", lambda: NOW)


async def test_the_class_teacher_is_told_and_the_delivery_noted() -> None:
    alerts, post = MemoryAlerts(), Post(ANN)
    assert await alarm(post, alerts).raise_alert(CHILD, CRISIS, "a1", NOW)
    stored = await alerts.alert("a1")
    assert stored is not None
    assert stored.delivered
    assert [to for to, _ in post.sent] == [ANN]
    assert "Kim Lee" in post.sent[0][1]


async def test_without_a_channel_the_alert_waits_and_nobody_counts_as_told() -> None:
    alerts = MemoryAlerts()
    assert not await alarm(None, alerts).raise_alert(CHILD, CRISIS, "a1", NOW)
    assert [a.id for a in await alerts.waiting(tier=1)] == ["a1"]
    assert [a.id for a in await alerts.undelivered()] == ["a1"]


async def test_when_the_first_adult_is_out_of_reach_the_next_is_told_at_once() -> None:
    alerts, post = MemoryAlerts(), Post(HEAD)
    assert await alarm(post, alerts).raise_alert(CHILD, CRISIS, "a1", NOW)
    assert [to for to, _ in post.sent] == [ANN, BOB, HEAD]


async def test_a_learner_in_a_crisis_does_not_wait_for_a_channel_that_stumbles() -> None:
    alerts, post = MemoryAlerts(), Stumbling(BOB)
    async with asyncio.timeout(6):
        assert await alarm(post, alerts).raise_alert(CHILD, CRISIS, "a1", NOW)
    assert [to for to, _ in post.sent] == [ANN, BOB]
    many = School(teachers=tuple(PersonId(f"t{n}") for n in range(9)))
    async with asyncio.timeout(11):
        assert not await alarm(Stumbling(), alerts, many).raise_alert(CHILD, CRISIS, "a2", NOW)
    stored = await alerts.alert("a2")
    assert stored is not None
    assert not stored.delivered


async def test_the_adult_is_told_where_to_read_it() -> None:
    post = Post(ANN)
    there = SchoolAlarm(
        MemoryAlerts(), School(), post, "US", lambda: NOW, address="https://meno.example"
    )
    await there.raise_alert(CHILD, CRISIS, "a1", NOW)
    assert "https://meno.example/classes" in post.sent[0][1]


async def test_every_adult_is_told_in_their_own_language() -> None:
    school, post = School(), Post(HEAD)
    school.everybody = (
        Person(id=ANN, role=Role.TEACHER, name="Ann", language="es-AR"),
        Person(id=BOB, role=Role.TEACHER, name="Bob", language="ar"),
        *school.everybody,
    )
    await alarm(post, MemoryAlerts(), school).raise_alert(CHILD, CRISIS, "a1", NOW)
    texts = dict(post.sent)
    assert "Puede que Kim Lee esté pensando en hacerse daño." in texts[ANN]
    assert "قد تكون لدى Kim Lee أفكار بإيذاء النفس." in texts[BOB]
    assert "Kim Lee may be thinking of harming themselves." in texts[HEAD]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("kind", [*Kind, "something new"])
def test_an_alert_has_words_for_every_kind_in_every_language(kind: str, language: str) -> None:
    told = sent(kind, "Kim", language, where="https://meno.example/classes")
    assert "Kim" in told
    assert "https://meno.example/classes" in told
    assert words_for(language).language == language


async def test_the_same_alert_twice_is_one_alert() -> None:
    alerts, post = MemoryAlerts(), Post(ANN)
    bell = alarm(post, alerts)
    assert await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    assert await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    assert len(post.sent) == 1
    assert len(await alerts.alerts_about(CHILD)) == 1


async def test_tier_two_waits_on_the_list_and_tier_zero_is_not_stored() -> None:
    alerts, post = MemoryAlerts(), Post(ANN)
    bell = alarm(post, alerts)
    assert not await bell.raise_alert(CHILD, Concern(kind=Kind.HATE, tier=2), "a1", NOW)
    assert not await bell.raise_alert(CHILD, Concern(kind=Kind.INJECTION, tier=0), "a2", NOW)
    assert post.sent == []
    assert [a.id for a in await alerts.waiting()] == ["a1"]


async def test_an_unacknowledged_crisis_goes_to_the_next_adult() -> None:
    alerts, post = MemoryAlerts(), Post(ANN, BOB, HEAD)
    bell = alarm(post, alerts)
    await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    assert await bell.escalate_due(NOW + PATIENCE - timedelta(seconds=1)) == 0
    assert await bell.escalate_due(NOW + PATIENCE) == 1
    assert [to for to, _ in post.sent] == [ANN, BOB]
    assert await bell.escalate_due(NOW + 2 * PATIENCE) == 1
    assert await bell.escalate_due(NOW + 9 * PATIENCE) == 0
    assert [to for to, _ in post.sent] == [ANN, BOB, HEAD]


async def test_an_acknowledged_crisis_goes_no_further() -> None:
    alerts, post = MemoryAlerts(), Post(ANN, BOB)
    bell = alarm(post, alerts)
    await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    await alerts.acknowledge("a1", ANN, NOW)
    assert await bell.escalate_due(NOW + 9 * PATIENCE) == 0


async def test_an_alert_of_a_kind_that_is_not_known_here_holds_up_no_other() -> None:
    alerts, post = MemoryAlerts(), Post(BOB)
    odd = Alert(id="a0", learner=CHILD, kind="of another version", tier=1, raised_at=NOW)
    await alerts.raise_alert(odd)
    await alarm(Post(ANN), alerts).raise_alert(CHILD, CRISIS, "a1", NOW)
    await alarm(post, alerts).escalate_due(NOW + 2 * PATIENCE)
    assert {text for to, text in post.sent if to == BOB} >= {post.sent[-1][1]}
    assert "harming themselves" in post.sent[-1][1]


async def test_what_was_not_delivered_is_tried_again() -> None:
    alerts, post = MemoryAlerts(), Post()
    bell = alarm(post, alerts, School(teachers=(ANN,)))
    assert not await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    post.reached.add(ANN)
    assert await bell.escalate_due(NOW + timedelta(minutes=1)) == 1
    stored = await alerts.alert("a1")
    assert stored is not None
    assert stored.delivered


async def test_whom_the_school_names_is_told_before_the_class_teacher() -> None:
    alerts, post = MemoryAlerts(), Post(HEAD)
    bell = SchoolAlarm(alerts, School(), post, "US", lambda: NOW, first=(PersonId("gone"), HEAD))
    assert await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    assert [to for to, _ in post.sent] == [HEAD]


async def test_nobody_but_staff_can_be_named() -> None:
    alerts, post = MemoryAlerts(), Post(ANN)
    bell = SchoolAlarm(alerts, School(), post, "US", lambda: NOW, first=(PersonId("child"),))
    assert await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    assert [to for to, _ in post.sent] == [ANN]


async def test_the_school_says_how_long_an_alert_waits() -> None:
    alerts, post = MemoryAlerts(), Post(ANN, BOB)
    bell = SchoolAlarm(alerts, School(), post, "US", lambda: NOW, patience=timedelta(minutes=3))
    await bell.raise_alert(CHILD, CRISIS, "a1", NOW)
    assert await bell.escalate_due(NOW + timedelta(minutes=2)) == 0
    assert await bell.escalate_due(NOW + timedelta(minutes=4)) == 1
    assert [to for to, _ in post.sent] == [ANN, BOB]


async def test_a_classmate_entered_as_teacher_by_mistake_is_never_told():
    post = Post(PersonId("classmate"), BOB)
    school = School(teachers=(PersonId("classmate"), BOB))
    bell = SchoolAlarm(MemoryAlerts(), school, post, "US", lambda: NOW)
    assert await bell.raise_alert(CHILD, CRISIS, "a", NOW)
    assert [who for who, _ in post.sent] == [BOB]
