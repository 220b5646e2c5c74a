"""What teachers decided for everyone who answers in the same words, in SQL."""

from sqlalchemy import ColumnElement, delete, insert, select
from sqlalchemy.exc import IntegrityError

from tutor.errors import NotFound
from tutor.ids import CourseId, ItemId
from tutor.items.grade import Verdict
from tutor.learner_state.precedents import Precedent, key
from tutor.storage.database import Database
from tutor.storage.tables import precedents


class SqlPrecedents:
    """`tutor.learner_state.precedents.Precedents` over the table `precedents`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def settled(
        self, course: CourseId, item: ItemId, seed: int, response: str
    ) -> Verdict | None:
        """See Precedents."""
        query = select(precedents.c.verdict).where(_place(course, item, seed, response))
        async with self._database.session() as connection:
            found = (await connection.execute(query)).scalar_one_or_none()
        return Verdict(found) if found else None

    async def settle(self, made: Precedent) -> None:
        """See Precedents."""
        place = _place(made.course, made.item, made.seed, made.response)
        row = insert(precedents).values(
            course=made.course, item=made.item, seed=made.seed, words=key(made.response),
            verdict=made.verdict.value, attempt=made.attempt, learner=made.learner, by=made.by,
            at=made.at,
        )  # fmt: skip
        try:
            async with self._database.write() as connection:
                await connection.execute(delete(precedents).where(place))
                await connection.execute(row)
        except IntegrityError as gone:
            raise NotFound("This learner is not known any more.", where=made.learner) from gone

    async def lift(self, course: CourseId, item: ItemId, seed: int, response: str) -> bool:
        """See Precedents."""
        async with self._database.write() as connection:
            gone = await connection.execute(
                delete(precedents).where(_place(course, item, seed, response))
            )
            return bool(gone.rowcount)


def _place(course: CourseId, item: ItemId, seed: int, response: str) -> ColumnElement[bool]:
    return (
        (precedents.c.course == course)
        & (precedents.c.item == item)
        & (precedents.c.seed == seed)
        & (precedents.c.words == key(response))
    )
