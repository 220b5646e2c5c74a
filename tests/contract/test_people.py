"""The contract of what is stored about people, on SQLite and PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from tutor.curriculum.persona import Contract
from tutor.errors import BadInput, NotAllowed, NotFound
from tutor.ids import ClassId, CourseId, LearnerId, PersonaId, PersonId
from tutor.people.periods import Period
from tutor.people.person import (
    AgeBand,
    Consent,
    Guardianship,
    Person,
    Purpose,
    Role,
    SchoolClass,
)
from tutor.storage.database import Database
from tutor.storage.people import SqlPeople

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
FRACTIONS, CELLS, PYTHON = CourseId("fractions"), CourseId("cells"), CourseId("python")
ANNA = Person(
    id=PersonId("anna"),
    role=Role.LEARNER,
    name="Anna Ñ",
    login="Anna",
    language="es",
    reading_age=11,
    demo=True,
    age_band=AgeBand.UNDER_13,
)
BEN = Person(id=PersonId("ben"), role=Role.LEARNER, name="Ben")
TEA = Person(id=PersonId("tea"), role=Role.TEACHER, name="Ms Tea", login="tea")
GUS = Person(id=PersonId("gus"), role=Role.GUARDIAN, name="Gus")
LEARNER = LearnerId(ANNA.id)


@pytest_asyncio.fixture(loop_scope="session")
async def people(database: Database) -> SqlPeople:
    people = SqlPeople(database)
    for person in (ANNA, BEN, TEA, GUS):
        await people.save_person(person)
    return people


async def test_people_come_back_as_they_were_saved(people: SqlPeople) -> None:
    assert await people.person(ANNA.id) == ANNA
    assert await people.person(PersonId("nobody")) is None
    assert await people.people() == (ANNA, BEN, GUS, TEA)
    assert await people.people(Role.LEARNER) == (ANNA, BEN)
    assert await people.known({TEA.id, ANNA.id, PersonId("nobody")}) == (ANNA, TEA)
    assert await people.known(()) == ()
    changed = replace(ANNA, name="Anna B.", language="en")
    await people.save_person(changed)
    assert await people.person(ANNA.id) == changed


@pytest.mark.parametrize("login", ["Anna", "anna", " ANNA ", "Ａnna"])
async def test_a_login_is_one_persons_whatever_its_case(people: SqlPeople, login: str) -> None:
    with pytest.raises(NotAllowed):
        await people.save_person(replace(BEN, login=login))
    assert await people.person(BEN.id) == BEN


async def test_many_people_may_have_no_login(people: SqlPeople) -> None:
    await people.save_person(replace(BEN, id=PersonId("bea"), name="Bea", login=" "))
    assert len(await people.people(Role.LEARNER)) == 3


async def test_a_name_that_looks_like_sql_is_a_name(people: SqlPeople) -> None:
    bobby = replace(BEN, name="Robert'); DROP TABLE people; --")
    await people.save_person(bobby)
    assert await people.person(BEN.id) == bobby


async def test_a_name_with_a_nul_is_refused(people: SqlPeople) -> None:
    with pytest.raises(BadInput):
        await people.save_person(replace(BEN, name="Be\x00n"))
    assert await people.person(BEN.id) == BEN


async def test_classes_come_back_with_members_in_order(people: SqlPeople) -> None:
    five = SchoolClass(
        id=ClassId("5b"),
        name="5b",
        teachers=(TEA.id,),
        learners=(LearnerId(BEN.id), LEARNER),
        courses=(PYTHON, FRACTIONS),
        personas=((FRACTIONS, "patient-guide"),),
    )
    empty = SchoolClass(id=ClassId("0"), name="Nobody")
    await people.save_class(five)
    await people.save_class(empty)
    assert await people.school_class(five.id) == five
    assert await people.school_class(ClassId("?")) is None
    assert await people.classes() == (five, empty)
    assert await people.classes(TEA.id) == (five,)
    assert await people.classes(ANNA.id) == (five,)
    assert await people.classes(GUS.id) == ()
    smaller = replace(five, name="5c", learners=(LEARNER,), courses=(CELLS,), personas=())
    await people.save_class(smaller)
    assert await people.school_class(five.id) == smaller
    assert await people.classes(BEN.id) == ()


async def test_a_class_with_unknown_people_is_refused_whole(people: SqlPeople) -> None:
    with pytest.raises(NotFound, match="ghost"):
        await people.save_class(
            SchoolClass(id=ClassId("x"), name="X", learners=(LEARNER, LearnerId("ghost")))
        )
    assert await people.classes() == ()


async def test_periods_are_planned_found_until_they_end_and_cancelled(people: SqlPeople) -> None:
    five, six = (SchoolClass(id=ClassId(id), name=id) for id in ("5b", "6a"))
    await people.save_class(five)
    await people.save_class(six)
    hour = timedelta(hours=1)
    exam = Period(
        id="exam", class_id=five.id, course=FRACTIONS, starts=NOON, ends=NOON + hour,
        contract=Contract.EXAM,
    )  # fmt: skip
    week = Period(
        id="week", class_id=five.id, course=PYTHON, starts=NOON - hour, ends=NOON + 48 * hour,
        persona=PersonaId("code-reviewer"),
    )  # fmt: skip
    other = replace(exam, id="other", class_id=six.id)
    for period in (exam, week, other):
        await people.add_period(period)
    assert await people.periods([five.id], NOON) == (week, exam)
    assert await people.periods([five.id, six.id], NOON) == (week, exam, other)
    assert await people.periods([five.id], NOON + hour) == (week,)
    assert await people.periods([], NOON) == ()
    assert not await people.cancel_period(six.id, "exam")
    assert await people.cancel_period(five.id, "exam")
    assert not await people.cancel_period(five.id, "exam")
    await people.save_class(replace(five, name="5c"))
    assert await people.periods([five.id], NOON) == (week,)
    with pytest.raises(NotFound, match="ghost"):
        await people.add_period(replace(exam, class_id=ClassId("ghost")))


async def test_guardianships_are_tied_and_untied(people: SqlPeople) -> None:
    tie = Guardianship(guardian=GUS.id, learner=LEARNER)
    other = Guardianship(guardian=GUS.id, learner=LearnerId(BEN.id))
    await people.tie(tie, NOON)
    await people.tie(tie, NOON)
    await people.tie(other, NOON)
    assert await people.guardianships() == (tie, other)
    assert await people.guardianships(ANNA.id) == (tie,)
    assert await people.guardianships(GUS.id) == (tie, other)
    await people.untie(tie)
    assert await people.guardianships() == (other,)
    with pytest.raises(NotFound):
        await people.tie(Guardianship(guardian=PersonId("ghost"), learner=LEARNER), NOON)


async def test_a_learner_takes_the_courses_of_their_classes_and_their_own(
    people: SqlPeople,
) -> None:
    assert await people.courses_of(LEARNER) == ()
    await people.save_class(
        SchoolClass(id=ClassId("5"), name="5", learners=(LEARNER,), courses=(CELLS, FRACTIONS))
    )
    for course in (PYTHON, FRACTIONS, PYTHON):
        await people.enrol(LEARNER, course, NOON)
    assert await people.courses_of(LEARNER) == (CELLS, FRACTIONS, PYTHON)


async def test_preferences_are_set_by_name_and_taken_back(people: SqlPeople) -> None:
    assert await people.preferences(ANNA.id) == {}
    await people.prefer(ANNA.id, {"persona": {"fractions": "quiz-host"}, "digest_stopped": False})
    await people.prefer(ANNA.id, {"language": "ar", "digest_stopped": True})
    assert await people.preferences(ANNA.id) == {
        "persona": {"fractions": "quiz-host"},
        "language": "ar",
        "digest_stopped": True,
    }
    await people.prefer(ANNA.id, {"persona": None, "unknown": None})
    assert await people.preferences(ANNA.id) == {"language": "ar", "digest_stopped": True}
    assert await people.preferences(BEN.id) == {}
    with pytest.raises(NotFound):
        await people.prefer(PersonId("ghost"), {"language": "en"})


async def test_preferences_set_at_once_do_not_overwrite_each_other(people: SqlPeople) -> None:
    await asyncio.gather(*(people.prefer(ANNA.id, {f"p{n}": n, "same": n}) for n in range(6)))
    found = await people.preferences(ANNA.id)
    assert {name: found[name] for name in found if name != "same"} == {f"p{n}": n for n in range(6)}


async def test_the_consent_ledger_is_only_added_to(people: SqlPeople) -> None:
    entries = tuple(
        Consent(
            purpose=Purpose.TELEGRAM,
            learner=LEARNER,
            by=GUS.id,
            given=given,
            at=NOON + timedelta(days=day),
            notice="2",
        )
        for day, given in enumerate((True, False, True))
    )
    for entry in entries:
        await people.record_consent(entry)
    assert await people.consents(LEARNER) == entries
    assert await people.consents(LearnerId(BEN.id)) == ()
