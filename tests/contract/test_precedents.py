"""What teachers decide for everyone who answers in the same words, on SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tutor.errors import NotFound
from tutor.ids import CourseId, ItemId, LearnerId, PersonId
from tutor.items.grade import Verdict
from tutor.learner_state.precedents import Precedent
from tutor.people.person import Person, Role
from tutor.storage.database import Database
from tutor.storage.erasure import SqlLearnerRecords
from tutor.storage.people import SqlPeople
from tutor.storage.precedents import SqlPrecedents

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ANNA = Person(id=PersonId("anna"), role=Role.LEARNER, name="Anna")
CELLS, EP = CourseId("cells"), ItemId("ep-07")
MADE = Precedent(
    course=CELLS, item=EP, seed=0, response="The water leaves it", verdict=Verdict.CORRECT,
    attempt="m1/1", learner=LearnerId(ANNA.id), by=PersonId("tea"), at=NOON,
)  # fmt: skip


async def test_a_verdict_holds_for_the_same_words_of_the_same_variant_alone(database: Database):
    await SqlPeople(database).save_person(ANNA)
    kept = SqlPrecedents(database)
    await kept.settle(MADE)
    assert await kept.settled(CELLS, EP, 0, " the WATER leaves it. ") is Verdict.CORRECT
    assert await kept.settled(CELLS, EP, 0, "the water enters it") is None
    assert await kept.settled(CELLS, EP, 1, MADE.response) is None
    assert await kept.settled(CELLS, ItemId("ep-08"), 0, MADE.response) is None
    assert await kept.settled(CourseId("python"), EP, 0, MADE.response) is None


async def test_a_later_verdict_takes_the_place_of_an_earlier_one_until_it_is_lifted(database):
    await SqlPeople(database).save_person(ANNA)
    kept = SqlPrecedents(database)
    await kept.settle(MADE)
    await kept.settle(replace(MADE, response="the water leaves it!", verdict=Verdict.INCORRECT))
    assert await kept.settled(CELLS, EP, 0, MADE.response) is Verdict.INCORRECT
    assert await kept.lift(CELLS, EP, 0, MADE.response)
    assert not await kept.lift(CELLS, EP, 0, MADE.response)
    assert await kept.settled(CELLS, EP, 0, MADE.response) is None


async def test_the_longest_and_oddest_response_can_be_settled(database):
    await SqlPeople(database).save_person(ANNA)
    kept = SqlPrecedents(database)
    for response in ("𝒳" * 1000, "nul\x00 in it", "half \ud83d an emoji", ""):
        await kept.settle(replace(MADE, response=response))
        assert await kept.settled(CELLS, EP, 0, response) is Verdict.CORRECT


async def test_it_goes_with_the_learner_whose_words_it_was(database):
    people, kept = SqlPeople(database), SqlPrecedents(database)
    await people.save_person(ANNA)
    await kept.settle(MADE)
    records = SqlLearnerRecords(database)
    exported = (await records.export(MADE.learner, NOON))["records"]["precedents"]
    assert [(row["item"], row["verdict"]) for row in exported] == [("ep-07", "correct")]
    await records.forget(MADE.learner, NOON)
    assert await kept.settled(CELLS, EP, 0, MADE.response) is None
    with pytest.raises(NotFound):
        await kept.settle(MADE)
