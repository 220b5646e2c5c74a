"""People, classes, guardians, enrolments and preferences in SQL."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from unicodedata import normalize

from sqlalchemy import ColumnElement, Row, Table, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from tutor.errors import NotAllowed, NotFound
from tutor.ids import ClassId, CourseId, LearnerId, PersonId
from tutor.people.person import AgeBand, Guardianship, Person, Role, SchoolClass
from tutor.storage.database import Database
from tutor.storage.erased import unmark_erased
from tutor.storage.tables import (
    class_courses,
    class_learners,
    class_personas,
    class_teachers,
    classes,
    enrolments,
    guardianships,
    people,
    preferences,
)

PEOPLE_LOCK = "people"
"""The lock on people and classes: changes to them are rare and come one after the other."""


def login_key(login: str) -> str | None:
    """A login as it is compared, whatever its case and spaces; None for no login."""
    return normalize("NFKC", login).strip().casefold() or None


def person_of(row: Row[Any]) -> Person:
    """The person of a row of the table `people`."""
    return Person(
        id=PersonId(row.id),
        role=Role(row.role),
        name=row.name,
        login=row.login,
        language=row.language,
        reading_age=row.reading_age,
        demo=row.demo,
        age_band=AgeBand(row.age_band),
    )


async def require_people(connection: AsyncConnection, ids: Iterable[str]) -> None:
    """Raise NotFound unless all of them are known."""
    wanted = set(ids)
    if not wanted:
        return
    found = await connection.execute(select(people.c.id).where(people.c.id.in_(wanted)))
    if missing := wanted - set(found.scalars()):
        raise NotFound("This person is not known.", where=min(missing), do="Add them first.")


class SqlDirectory:
    """People, Classes, Ties and Preferences over their tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def person(self, id: PersonId) -> Person | None:
        """See People."""
        async with self._database.session() as connection:
            row = (await connection.execute(select(people).where(people.c.id == id))).one_or_none()
        return None if row is None else person_of(row)

    async def known(self, ids: Collection[PersonId]) -> tuple[Person, ...]:
        """See People."""
        query = select(people).where(people.c.id.in_(list(ids))).order_by(people.c.id)
        async with self._database.session() as connection:
            return tuple(map(person_of, await connection.execute(query)))

    async def people(self, role: Role | None = None) -> tuple[Person, ...]:
        """See People."""
        query = select(people).order_by(people.c.name, people.c.id)
        if role is not None:
            query = query.where(people.c.role == role.value)
        async with self._database.session() as connection:
            return tuple(map(person_of, await connection.execute(query)))

    async def save_person(self, person: Person) -> None:
        """See People. A learner who was erased may be added again, with nothing of before."""
        key = login_key(person.login)
        values = {
            "role": person.role.value,
            "name": person.name,
            "login": person.login,
            "login_key": key,
            "language": person.language,
            "reading_age": person.reading_age,
            "demo": person.demo,
            "age_band": person.age_band.value,
        }
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK)
            if key is not None:
                taken = select(people.c.id).where(people.c.login_key == key)
                if (await connection.execute(taken)).scalar() not in (None, person.id):
                    raise NotAllowed(
                        f"Somebody else has the login “{person.login}”.", do="Choose another."
                    )
            change = update(people).where(people.c.id == person.id).values(values)
            if (await connection.execute(change)).rowcount == 0:
                await connection.execute(insert(people).values(id=person.id, **values))
                await unmark_erased(connection, LearnerId(person.id))

    async def school_class(self, id: ClassId) -> SchoolClass | None:
        """See Classes."""
        found = await self._classes(classes.c.id == id)
        return found[0] if found else None

    async def classes(self, of: PersonId | None = None) -> tuple[SchoolClass, ...]:
        """See Classes."""
        if of is None:
            return await self._classes()
        return await self._classes(
            or_(
                classes.c.id.in_(
                    select(class_teachers.c.class_id).where(class_teachers.c.person == of)
                ),
                classes.c.id.in_(
                    select(class_learners.c.class_id).where(class_learners.c.person == of)
                ),
            )
        )

    async def save_class(self, school_class: SchoolClass) -> None:
        """See Classes."""
        one = school_class
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK)
            await require_people(connection, (*one.teachers, *one.learners))
            change = update(classes).where(classes.c.id == one.id).values(name=one.name)
            if (await connection.execute(change)).rowcount == 0:
                await connection.execute(insert(classes).values(id=one.id, name=one.name))
            for table, members in (
                (class_teachers, [{"person": person} for person in one.teachers]),
                (class_learners, [{"person": person} for person in one.learners]),
                (class_courses, [{"course": course} for course in one.courses]),
                (
                    class_personas,
                    [{"course": course, "persona": persona} for course, persona in one.personas],
                ),
            ):
                await _replace(connection, table, one.id, members)

    async def guardianships(self, of: PersonId | None = None) -> tuple[Guardianship, ...]:
        """See Ties."""
        query = select(guardianships).order_by(guardianships.c.guardian, guardianships.c.learner)
        if of is not None:
            query = query.where(or_(guardianships.c.guardian == of, guardianships.c.learner == of))
        async with self._database.session() as connection:
            return tuple(
                Guardianship(guardian=PersonId(row.guardian), learner=LearnerId(row.learner))
                for row in await connection.execute(query)
            )

    async def tie(self, guardianship: Guardianship, at: datetime) -> None:
        """See Ties."""
        ends = {"guardian": guardianship.guardian, "learner": guardianship.learner}
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK)
            await require_people(connection, ends.values())
            if (await connection.execute(select(guardianships).filter_by(**ends))).first() is None:
                await connection.execute(insert(guardianships).values(**ends, since=at))

    async def untie(self, guardianship: Guardianship) -> None:
        """See Ties."""
        async with self._database.write() as connection:
            await connection.execute(
                delete(guardianships).where(
                    guardianships.c.guardian == guardianship.guardian,
                    guardianships.c.learner == guardianship.learner,
                )
            )

    async def enrol(self, learner: LearnerId, course: CourseId, at: datetime) -> None:
        """See Ties."""
        row = {"learner": learner, "course": course}
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK)
            await require_people(connection, [learner])
            if (await connection.execute(select(enrolments).filter_by(**row))).first() is None:
                await connection.execute(insert(enrolments).values(**row, since=at))

    async def courses_of(self, learner: LearnerId) -> tuple[CourseId, ...]:
        """See Ties."""
        own = (
            select(enrolments.c.course)
            .where(enrolments.c.learner == learner)
            .order_by(enrolments.c.since, enrolments.c.course)
        )
        async with self._database.session() as connection:
            mine = [CourseId(course) for course in (await connection.execute(own)).scalars()]
        taught = [course for one in await self.classes(PersonId(learner)) for course in one.courses]
        return tuple(dict.fromkeys((*taught, *mine)))

    async def preferences(self, person: PersonId) -> dict[str, Any]:
        """See Preferences."""
        query = select(preferences.c.name, preferences.c.value).where(
            preferences.c.person == person
        )
        async with self._database.session() as connection:
            rows = await connection.execute(query.order_by(preferences.c.name))
            return {row.name: row.value for row in rows}

    async def prefer(self, person: PersonId, changes: Mapping[str, Any]) -> None:
        """See Preferences."""
        kept = [
            {"person": person, "name": name, "value": value}
            for name, value in changes.items()
            if value is not None
        ]
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK)
            await require_people(connection, [person])
            await connection.execute(
                delete(preferences).where(
                    preferences.c.person == person, preferences.c.name.in_(list(changes))
                )
            )
            if kept:
                await connection.execute(insert(preferences), kept)

    async def _classes(self, *conditions: ColumnElement[bool]) -> tuple[SchoolClass, ...]:
        query = select(classes).where(*conditions).order_by(classes.c.name, classes.c.id)
        async with self._database.session() as connection:
            rows = (await connection.execute(query)).all()
            ids = [row.id for row in rows]
            teachers = await _members(connection, class_teachers, ids)
            learners = await _members(connection, class_learners, ids)
            courses = await _members(connection, class_courses, ids)
            personas = await _members(connection, class_personas, ids)
        return tuple(
            SchoolClass(
                id=ClassId(row.id),
                name=row.name,
                teachers=tuple(PersonId(one.person) for one in teachers[row.id]),
                learners=tuple(LearnerId(one.person) for one in learners[row.id]),
                courses=tuple(CourseId(one.course) for one in courses[row.id]),
                personas=tuple((CourseId(one.course), one.persona) for one in personas[row.id]),
            )
            for row in rows
        )


async def _members(
    connection: AsyncConnection, table: Table, ids: Sequence[str]
) -> dict[str, list[Row[Any]]]:
    """The rows of a class table by class, each in its own order."""
    members: dict[str, list[Row[Any]]] = {id: [] for id in ids}
    query = select(table).where(table.c.class_id.in_(ids)).order_by(table.c.place)
    for row in await connection.execute(query):
        members[row.class_id].append(row)
    return members


async def _replace(
    connection: AsyncConnection, table: Table, id: ClassId, members: Sequence[Mapping[str, str]]
) -> None:
    await connection.execute(delete(table).where(table.c.class_id == id))
    if members:
        rows = [{"class_id": id, "place": place, **row} for place, row in enumerate(members)]
        await connection.execute(insert(table), rows)
