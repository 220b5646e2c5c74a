"""A digest says true, traceable things in the guardian's language, first to the learner."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.support import START, Talk
from tutor.ids import ClassId, CourseId, LearnerId, PersonId
from tutor.learner_state.events import Attempted, MessageReceived
from tutor.people.person import Consent, Guardianship, Person, Purpose, Role, SchoolClass
from tutor.reports import digest
from tutor.reports.digest_facts import week_facts
from tutor.reports.digest_words import LANGUAGES, LONGEST, language_for, word
from tutor.storage.database import Database
from tutor.storage.jobs import SqlJobs
from tutor.storage.people import SqlPeople


async def practised() -> Talk:
    talk = Talk()
    for _ in range(30):
        opened = (await talk.loaded()).state.open
        await (talk.right() if opened else talk.say("/practise adding"))
    return talk


async def facts_of(talk: Talk):
    events = await talk.events()
    state = (await talk.loaded()).state
    since = START - timedelta(days=1)
    return events, week_facts(
        talk.course, events, state, "doubling", since, since + timedelta(days=7)
    )


async def test_every_number_can_be_counted_again_from_the_events_it_names():
    talk = await practised()
    events, facts = await facts_of(talk)
    attempts = [events[at] for at in facts.trace["tried"]]
    assert facts.tried == len(attempts) > 5
    assert all(isinstance(e, Attempted) and e.try_ == 1 for e in attempts)
    assert facts.alone == len(facts.trace["alone"])
    assert all(events[at].unaided for at in facts.trace["alone"])
    assert {events[at].at.date() for at in facts.trace["days"]} == set(facts.days)
    assert all(isinstance(events[at], MessageReceived) for at in facts.trace["minutes"])
    assert 0 < facts.minutes <= 30 * 20 / 60 + 1
    assert "adding" in facts.gained


async def test_long_pauses_are_no_time_at_work():
    talk = Talk()
    await talk.say("/start")
    talk.later(hours=3)
    await talk.say("hint")
    assert (await facts_of(talk))[1].minutes == 0


@pytest.mark.parametrize("language", sorted(LANGUAGES))
async def test_each_language_fits_and_holds_the_same_numbers(language):
    talk = await practised()
    _, facts = await facts_of(talk)
    text = word([(talk.course, facts)], "Ada", language)
    assert len(text) <= LONGEST
    assert "STOP" in text
    numbers = {int(n) for n in re.findall(r"\d+", text)}
    assert {facts.tried, facts.alone} <= numbers
    assert "add-t" not in text


async def test_what_a_learner_wrote_is_never_in_it():
    talk = await practised()
    await talk.say("my secret is purple")
    _, facts = await facts_of(talk)
    assert "purple" not in word([(talk.course, facts)], "Ada", "en")


async def test_a_quiet_week_is_said_kindly():
    talk = Talk()
    _, facts = await facts_of(talk)
    text = word([(talk.course, facts)], "Ada", "en")
    assert "did not practise" in text
    assert "STOP" in text


async def test_a_week_of_questions_alone_is_not_called_a_quiet_one():
    talk = Talk()
    await talk.say("/start")
    await talk.say("what is a sum?")
    _, facts = await facts_of(talk)
    said = {lang: word([(talk.course, facts)], "Ada", lang) for lang in LANGUAGES}
    assert said["en"].startswith("Ada was with Meno on 1 day, less than a minute in all")
    assert said["es"].startswith("Ada estuvo con Meno 1 día, menos de un minuto en total")
    assert "أقل من دقيقة" in said["ar"]


@pytest.mark.parametrize(
    ("tag", "language"), [("es-MX", "es"), ("ar", "ar"), ("fr", "en"), ("", "en")]
)
def test_the_language_falls_back(tag, language):
    assert language_for(tag) == language


def test_a_long_digest_drops_what_matters_least():
    talk = Talk()
    skill = talk.course.skills["adding"]
    long = dict.fromkeys(LANGUAGES, "x" * 280)
    course = replace(
        talk.course,
        skills={
            **talk.course.skills,
            "adding": skill.__class__(
                id=skill.id, title="A" * 250, at_home=long, ask_at_home=long, titles={}
            ),
        },
    )
    from tutor.reports.digest_facts import WeekFacts

    facts = WeekFacts(
        course=course.id, since=START, until=START, days=(START.date(),), minutes=3, tried=3, alone=2,
        gained=("adding",), next="adding",
    )  # fmt: skip
    text = word([(course, facts)], "Ada", "en")
    assert len(text) <= LONGEST
    assert text.endswith("messages.")


@pytest.fixture
async def desk(tmp_path):
    database = await Database.open(f"sqlite:///{tmp_path / 'd.sqlite3'}")
    people = SqlPeople(database)
    talk = await practised()
    await people.save_person(Person(id=PersonId("ada"), role=Role.LEARNER, name="Ada Byron"))
    await people.save_person(
        Person(id=PersonId("mum"), role=Role.GUARDIAN, name="Anne", language="es")
    )
    await people.tie(Guardianship(guardian=PersonId("mum"), learner=LearnerId("ada")), START)
    sent: list[tuple[str, str]] = []

    async def notify(person: PersonId, text: str) -> bool:
        sent.append((person, text))
        return True

    made = digest.Desk(
        courses=talk.book, people=people, log=talk.log, tutor=talk.tutor, jobs=SqlJobs(database),
        notify=notify,
    )  # fmt: skip
    yield made, sent
    await database.close()


NOW = START + timedelta(days=2)
ADA = LearnerId("ada")


async def test_the_learner_sees_it_half_a_day_before_the_guardian(desk):
    made, sent = desk
    assert (await digest.send(made, NOW))["queued"] == 1
    assert "Ada" in (await digest.latest(made, ADA, NOW) or "")
    assert sent == []
    await digest.deliver(made, NOW + timedelta(hours=11))
    assert sent == []
    await digest.deliver(made, NOW + timedelta(hours=24))  # by day
    assert [who for who, _ in sent] == ["mum"]
    assert "La semana de Ada" in sent[0][1]
    assert sent[0][1].endswith("Responda STOP para no recibir más mensajes.")
    shown = await digest.latest(made, ADA, NOW)  # on a page nobody can reply
    assert shown is not None
    assert "STOP" not in shown


async def test_a_week_is_sent_once_however_often_it_is_asked_for(desk):
    made, sent = desk
    for _ in range(3):
        await digest.send(made, NOW, at_once=True)
    assert len(sent) == 1


async def test_stop_is_respected(desk):
    made, sent = desk
    await digest.publish(made, ADA, NOW)
    await made.people.prefer(PersonId("mum"), {"digest_stopped": True})
    assert (await digest.deliver(made, NOW + timedelta(days=1)))["stopped"] == 1
    assert sent == []
    assert await digest.publish(made, ADA, NOW + timedelta(days=7)) == 0


def no(at: datetime, by: str = "mum", *, given: bool = False) -> Consent:
    return Consent(
        purpose=Purpose.DIGEST, learner=ADA, by=PersonId(by), given=given, at=at
    )  # fmt: skip


async def test_a_consent_taken_back_stops_what_was_made_before_and_hides_it(desk):
    made, sent = desk
    await digest.publish(made, ADA, NOW)
    await made.people.record_consent(no(NOW + timedelta(hours=1)))
    assert (await digest.deliver(made, NOW + timedelta(days=1)))["stopped"] == 1
    assert sent == []
    assert await digest.latest(made, ADA, NOW + timedelta(days=1)) is None
    await made.people.record_consent(no(NOW + timedelta(days=2), given=True))
    assert "Ada" in (await digest.latest(made, ADA, NOW + timedelta(days=2)) or "")


async def test_the_schools_own_no_counts_as_it_does_on_the_family_page(desk):
    made, sent = desk
    await made.people.save_person(Person(id=PersonId("head"), role=Role.ADMIN, name="The Head"))
    await made.people.record_consent(no(NOW, "head"))
    assert (await digest.send(made, NOW, at_once=True))["queued"] == 0
    assert sent == []


async def test_who_is_no_family_any_more_gets_nothing_that_was_made_before(desk):
    made, sent = desk
    await digest.publish(made, ADA, NOW)
    await made.people.untie(Guardianship(guardian=PersonId("mum"), learner=ADA))
    assert (await digest.deliver(made, NOW + timedelta(days=1)))["stopped"] == 1
    assert sent == []
    assert "digests" not in await made.people.preferences(PersonId("mum"))


async def test_a_child_who_left_is_told_of_once_more_and_then_no_week_is_called_quiet(desk):
    made, sent = desk  # Ada is in no class
    await digest.send(made, NOW, at_once=True)
    for week in (1, 2):
        await digest.send(made, NOW + timedelta(days=7 * week), at_once=True)
    assert len(sent) == 1
    assert await digest.latest(made, ADA, NOW + timedelta(days=14)) is None


async def test_of_the_holidays_one_quiet_week_is_told_and_work_is_told_again(desk):
    made, sent = desk
    await made.people.save_class(
        SchoolClass(id=ClassId("5b"), name="5b", learners=(ADA,), courses=(CourseId("tiny"),))
    )
    for week in (0, 1, 2, 2, 3, 4):
        await digest.send(made, NOW + timedelta(days=7 * week), at_once=True)
    told = [text.split("\n")[0] for _, text in sent]
    assert told[0] == "La semana de Ada con Meno."
    assert [one.split(".")[0] for one in told[1:]] == ["Ada no practicó con Meno esta semana"]
    page = await digest.latest(made, ADA, NOW + timedelta(days=28))
    assert page is not None
    assert page.startswith("Ada did not practise")
    back = NOW + timedelta(days=34)
    await made.log.append(
        ADA, CourseId("tiny"),
        [MessageReceived(at=back, message="x", channel="test", text="hi", intent="social")],
        after=len(await made.log.whole(ADA, CourseId("tiny"))), message="x",
    )  # fmt: skip
    for week in (5, 6, 7):
        await digest.send(made, NOW + timedelta(days=7 * week), at_once=True)
    assert [text.split(" ")[1] for _, text in sent[2:]] == ["estuvo", "no"]


@pytest.mark.parametrize("zone", ["America/Mexico_City", "UTC", "Pacific/Auckland"])
async def test_friday_afternoon_and_the_morning_after_are_by_the_schools_clock(desk, zone):
    made, sent = desk
    made, here = replace(made, zone=ZoneInfo(zone)), ZoneInfo(zone)
    friday = datetime(2026, 3, 6, 14, 59, tzinfo=here)
    at = {}
    for minutes in range(0, 48 * 60, 7):
        now = friday + timedelta(minutes=minutes)
        await digest.tick(made, now.astimezone(UTC))
        if "digest" in await made.people.preferences(PersonId("ada")):
            at.setdefault("shown", now)
        if sent:
            at.setdefault("sent", now)
    assert f"{at['shown']:%a %H}" == "Fri 15"
    assert f"{at['sent']:%a %H}" == "Sat 09"
    assert len(sent) == 1


async def test_a_service_that_stood_still_on_friday_tells_of_the_week_on_sunday(desk):
    made, sent = desk
    await digest.tick(made, datetime(2026, 3, 8, 11, 0, tzinfo=UTC))
    assert "digest" in await made.people.preferences(PersonId("ada"))
    await digest.tick(made, datetime(2026, 3, 9, 9, 1, tzinfo=UTC))
    assert len(sent) == 1


async def test_two_children_are_told_of_apart_and_one_stop_is_for_both(desk):
    made, sent = desk
    await made.people.save_person(Person(id=PersonId("ben"), role=Role.LEARNER, name="Ben Byron"))
    await made.people.tie(Guardianship(guardian=PersonId("mum"), learner=LearnerId("ben")), NOW)
    await made.people.save_class(
        SchoolClass(id=ClassId("5b"), name="5b", learners=(LearnerId("ben"),), courses=(CourseId("tiny"),))
    )  # fmt: skip
    await digest.send(made, NOW, at_once=True)
    assert sorted(text.split("\n")[0].split(".")[0] for _, text in sent) == [
        "Ben no practicó con Meno esta semana",
        "La semana de Ada con Meno",
    ]
    await made.people.prefer(PersonId("mum"), {"digest_stopped": True})
    assert (await digest.send(made, NOW + timedelta(days=7), at_once=True))["queued"] == 0


async def test_without_a_channel_it_is_kept_for_the_family_page(desk):
    made, _ = desk
    quiet = digest.Desk(
        courses=made.courses, people=made.people, log=made.log, tutor=made.tutor, jobs=made.jobs
    )
    assert (await digest.send(quiet, NOW, at_once=True))["kept"] == 1
    kept = (await made.people.preferences(PersonId("mum")))["digests"]
    assert kept[0]["learner"] == "ada"


async def test_the_week_has_a_name():
    assert digest.week_name(datetime(2026, 11, 21, tzinfo=UTC)) == "2026-W47"
