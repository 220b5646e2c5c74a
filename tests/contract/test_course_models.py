"""The contract of course models, on SQLite and PostgreSQL."""

import asyncio

import pytest

from tutor.ids import CourseId
from tutor.learner_state.feed import CourseModel
from tutor.storage.database import Database
from tutor.storage.models import SqlCourseModels

FRACTIONS, CELLS = CourseId("fractions"), CourseId("cells")


@pytest.fixture
def models(database: Database) -> SqlCourseModels:
    return SqlCourseModels(database)


def model(sequence: int, format: str = "model-1") -> CourseModel:
    return CourseModel(sequence=sequence, format=format, body={"halves": {"d": 0.125 * sequence}})


async def test_a_course_has_its_own_model(models: SqlCourseModels) -> None:
    assert await models.load(FRACTIONS) is None
    assert await models.save(FRACTIONS, model(7))
    assert await models.load(FRACTIONS) == model(7)
    assert await models.load(CELLS) is None


async def test_a_model_that_knows_less_does_not_replace_one_that_knows_more(
    models: SqlCourseModels,
) -> None:
    await models.save(FRACTIONS, model(7))
    assert await models.save(FRACTIONS, model(9))
    assert not await models.save(FRACTIONS, model(8))
    assert await models.load(FRACTIONS) == model(9)


async def test_a_model_of_another_format_starts_again(models: SqlCourseModels) -> None:
    await models.save(FRACTIONS, model(9))
    assert await models.save(FRACTIONS, model(3, "model-2"))
    assert await models.load(FRACTIONS) == model(3, "model-2")


async def test_of_many_at_once_the_one_that_knows_most_stays(models: SqlCourseModels) -> None:
    saved = await asyncio.gather(*(models.save(FRACTIONS, model(n)) for n in (5, 1, 8, 3, 2, 7)))
    assert any(saved)
    assert await models.load(FRACTIONS) == model(8)
