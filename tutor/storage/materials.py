"""Materials of courses in SQL: the files, how far they have come, and their bytes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from tutor.ids import CourseId, DocumentId, PersonId, SkillId
from tutor.retrieval.materials import Decision, Held, Material, State, placed_digest
from tutor.retrieval.passage import Passage, StoredDocument
from tutor.storage.database import Database
from tutor.storage.passages import put_whole
from tutor.storage.tables import documents, material_contents, materials, passages


class SqlMaterials:
    """Materials over the tables `materials` and `material_contents`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_course(self, course: CourseId) -> tuple[Material, ...]:
        """See Materials."""
        query = select(materials).where(materials.c.course == course)
        return await self._found(query.order_by(materials.c.name, materials.c.id))

    async def unfinished(self) -> tuple[Material, ...]:
        """See Materials."""
        query = select(materials).where(materials.c.state.in_([State.WAITING, State.READING]))
        return await self._found(query.order_by(materials.c.at, materials.c.id))

    async def material(self, material: DocumentId) -> Material | None:
        """See Materials."""
        found = await self._found(select(materials).where(materials.c.id == material))
        return found[0] if found else None

    async def content(self, material: DocumentId) -> bytes | None:
        """See Materials."""
        query = select(material_contents.c.content).where(material_contents.c.material == material)
        async with self._database.session() as connection:
            content = (await connection.execute(query)).scalar_one_or_none()
        return None if content is None else bytes(content)

    async def save(self, material: Material, content: bytes | None = None) -> Material | None:
        """See Materials."""
        async with self._database.write() as connection:
            await self._database.hold(connection, f"document:{material.id}")
            if not await _put(connection, material):
                return None
            if content is not None:
                old = delete(material_contents).where(material_contents.c.material == material.id)
                await connection.execute(old)
                await connection.execute(
                    insert(material_contents).values(material=material.id, content=content)
                )
        return replace(material, revision=material.revision + 1)

    async def publish(
        self, material: Material, document: StoredDocument, passages: tuple[Passage, ...]
    ) -> Material | None:
        """See Materials."""
        async with self._database.write() as connection:
            await self._database.hold(connection, f"document:{material.id}")
            if not await _put(connection, material, edition=1):
                return None
            await put_whole(connection, document, passages)
        return replace(material, revision=material.revision + 1)

    async def place(self, material: Material) -> Material | None:
        """See Materials."""
        known = select(documents.c.digest).where(documents.c.id == material.id)
        async with self._database.write() as connection:
            await self._database.hold(connection, f"document:{material.id}")
            old = (await connection.execute(known)).scalar_one_or_none()
            new = None if old is None else placed_digest(old, material.skills)
            # no index holds the day, so that a new one alone makes none anew
            if not await _put(connection, material, edition=int(new != old)):
                return None
            if new is not None:
                await connection.execute(
                    update(documents).where(documents.c.id == material.id).values(digest=new)
                )
                await connection.execute(
                    update(passages)
                    .where(passages.c.document == material.id)
                    .values(skills=list(material.skills), visible_from=material.visible_from)
                )
        return replace(material, revision=material.revision + 1)

    async def withdraw(self, material: Material) -> Material | None:
        """See Materials."""
        async with self._database.write() as connection:
            await self._database.hold(connection, f"document:{material.id}")
            if not await _put(connection, material, edition=1):
                return None
            await connection.execute(delete(documents).where(documents.c.id == material.id))
        return replace(material, revision=material.revision + 1)

    async def purge(self, before: datetime) -> int:
        """See Materials."""
        old = delete(materials).where(
            materials.c.state == State.REMOVED, materials.c.changed < before
        )
        async with self._database.write() as connection:
            return (await connection.execute(old)).rowcount

    async def editions(self) -> Mapping[CourseId, str]:
        """See Materials."""
        query = select(
            materials.c.course,
            func.count().label("files"),
            func.sum(materials.c.edition).label("sum"),
        ).group_by(materials.c.course)
        async with self._database.session() as connection:
            rows = await connection.execute(query)
            return {CourseId(row.course): f"{row.files}.{row.sum}" for row in rows}

    async def _found(self, query: Select[Any]) -> tuple[Material, ...]:
        async with self._database.session() as connection:
            return tuple(map(_material, await connection.execute(query)))


async def _put(connection: AsyncConnection, material: Material, *, edition: int = 0) -> bool:
    """Write the row if it still has the revision that was read."""
    values = _values(material)
    if material.revision == 0:
        known = select(materials.c.id).where(materials.c.id == material.id)
        if (await connection.execute(known)).first() is not None:
            return False
        await connection.execute(insert(materials).values(**values, edition=edition))
        return True
    change = (
        update(materials)
        .where(materials.c.id == material.id, materials.c.revision == material.revision)
        .values(**values, edition=materials.c.edition + edition)
    )
    return (await connection.execute(change)).rowcount == 1


def _values(material: Material) -> dict[str, Any]:
    return {
        "id": material.id,
        "course": material.course,
        "name": material.name,
        "digest": material.digest,
        "size": material.size,
        "by": material.by,
        "at": material.at,
        "changed": material.changed,
        "ticket": material.ticket,
        "state": str(material.state),
        "problem": material.problem,
        "warnings": list(material.warnings),
        "held": [[one.text, one.place, str(one.decision)] for one in material.held],
        "places": material.places,
        "passages": material.passages,
        "served": material.served,
        "shared": material.shared,
        "skills": list(material.skills),
        "visible_from": material.visible_from,
        "revision": material.revision + 1,
    }


def _material(row: Row[Any]) -> Material:
    return Material(
        id=DocumentId(row.id),
        course=CourseId(row.course),
        name=row.name,
        digest=row.digest,
        size=row.size,
        by=PersonId(row.by),
        at=row.at,
        changed=row.changed,
        ticket=row.ticket,
        state=State(row.state),
        problem=row.problem,
        warnings=tuple(row.warnings),
        held=tuple(
            Held(text=text, place=place, decision=Decision(decision))
            for text, place, decision in row.held
        ),
        places=row.places,
        passages=row.passages,
        served=row.served,
        shared=row.shared,
        skills=tuple(map(SkillId, row.skills or ())),
        visible_from=row.visible_from,
        revision=row.revision,
    )
