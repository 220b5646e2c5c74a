"""Documents, their passages and their embeddings in SQL: what every index is made from."""

import asyncio
from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from tutor.ids import CourseId, DocumentId, PassageId, SkillId
from tutor.retrieval.passage import Passage, StoredDocument
from tutor.storage.database import Database
from tutor.storage.tables import documents, embeddings, passages

_TOGETHER = 10  # documents whose passages are read in one go
_BATCH = 500  # ids in one IN list: well below both databases' limits
# Made once: making it takes a search as long as running it.
_NAMED = select(passages).where(passages.c.id.in_(bindparam("ids", expanding=True)))


class SqlPassageStore:
    """PassageStore over the tables `documents`, `passages` and `embeddings`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def documents(self, course: CourseId) -> tuple[StoredDocument, ...]:
        """See PassageStore; by path."""
        query = (
            select(documents)
            .where(documents.c.course == course)
            .order_by(documents.c.path, documents.c.id)
        )
        async with self._database.session() as connection:
            return tuple(map(_document, await connection.execute(query)))

    async def document(self, document: DocumentId) -> StoredDocument | None:
        """See PassageStore."""
        query = select(documents).where(documents.c.id == document)
        async with self._database.session() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _document(row)

    async def replace(self, document: StoredDocument, passages: tuple[Passage, ...]) -> None:
        """See PassageStore. A passage whose text stays the same keeps its embeddings."""
        async with self._database.write() as connection:
            await self._database.hold(connection, f"document:{document.id}")
            await put_whole(connection, document, passages)

    async def remove(self, document: DocumentId) -> None:
        """See PassageStore."""
        async with self._database.write() as connection:
            await connection.execute(delete(documents).where(documents.c.id == document))

    async def passages(self, course: CourseId) -> tuple[Passage, ...]:
        """See PassageStore; documents by path. In a large course others have their turns between."""
        ordered = (
            select(documents.c.id)
            .where(documents.c.course == course)
            .order_by(documents.c.path, documents.c.id)
        )
        async with self._database.session() as connection:
            names = (await connection.execute(ordered)).scalars().all()
        return await self.passages_of([DocumentId(one) for one in names])

    async def passages_of(self, documents: Sequence[DocumentId]) -> tuple[Passage, ...]:
        """See PassageStore."""
        found: list[Passage] = []
        async with self._database.session() as connection:
            for start in range(0, len(documents), _TOGETHER):
                theirs: dict[str, list[Passage]] = {
                    one: [] for one in documents[start : start + _TOGETHER]
                }
                query = (
                    select(passages)
                    .where(passages.c.document.in_(theirs))
                    .order_by(passages.c.place)
                )
                for row in await connection.execute(query):
                    theirs[row.document].append(_passage(row))
                found += chain.from_iterable(theirs.values())
                await asyncio.sleep(0)
        return tuple(found)

    async def passages_named(self, ids: Sequence[PassageId]) -> dict[PassageId, Passage]:
        """See PassageStore."""
        return await self._database.reading(partial(_named, ids)) if ids else {}

    async def digests(self, course: CourseId) -> dict[DocumentId, str]:
        """See PassageStore; by path."""
        query = (
            select(documents.c.id, documents.c.digest)
            .where(documents.c.course == course)
            .order_by(documents.c.path, documents.c.id)
        )
        async with self._database.session() as connection:
            rows = await connection.execute(query)
            return {DocumentId(row.id): row.digest for row in rows}

    async def courses(self) -> tuple[CourseId, ...]:
        """See PassageStore; by id."""
        query = select(passages.c.course).distinct().order_by(passages.c.course)
        async with self._database.session() as connection:
            return tuple(map(CourseId, (await connection.execute(query)).scalars()))

    async def embeddings(self, course: CourseId, model: str) -> dict[PassageId, bytes]:
        """See PassageStore."""
        query = (
            select(embeddings.c.passage, embeddings.c.vector)
            .join_from(embeddings, passages)
            .where(passages.c.course == course, embeddings.c.model == model)
        )
        found: dict[PassageId, bytes] = {}
        async with self._database.session() as connection:
            rows = await connection.execute(query)
            for part in rows.partitions(_BATCH):
                found |= {PassageId(row.passage): bytes(row.vector) for row in part}
                await asyncio.sleep(0)  # a large course has very many: others have their turns
        return found

    async def vectors(self, model: str, ids: Sequence[PassageId]) -> dict[PassageId, bytes]:
        """See PassageStore. Others have their turns between the parts of many."""
        found: dict[PassageId, bytes] = {}
        for start in range(0, len(ids), _BATCH):
            part = partial(_vectors, model, ids[start : start + _BATCH])
            found |= await self._database.reading(part)
            await asyncio.sleep(0)
        return found

    async def models(self, course: CourseId) -> dict[str, int]:
        """See PassageStore."""
        query = (
            select(embeddings.c.model, func.count())
            .join_from(embeddings, passages)
            .where(passages.c.course == course)
            .group_by(embeddings.c.model)
        )
        async with self._database.session() as connection:
            return {row[0]: row[1] for row in await connection.execute(query)}

    async def store_embeddings(self, model: str, vectors: dict[PassageId, bytes]) -> None:
        """See PassageStore."""
        ids = list(vectors)
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            # locked, so that none can go between being found and being referred to
            found = select(passages.c.id).where(passages.c.id.in_(batch)).with_for_update()
            async with self._database.write() as connection:
                there = (await connection.execute(found)).scalars().all()
                await connection.execute(
                    delete(embeddings).where(
                        embeddings.c.model == model, embeddings.c.passage.in_(there)
                    )
                )
                rows = [
                    {"passage": id, "model": model, "vector": vectors[PassageId(id)]}
                    for id in there
                ]
                if rows:
                    await connection.execute(insert(embeddings), rows)


def _named(ids: Sequence[PassageId], connection: Connection) -> dict[PassageId, Passage]:
    found: dict[PassageId, Passage] = {}
    for start in range(0, len(ids), _BATCH):
        rows = connection.execute(_NAMED, {"ids": ids[start : start + _BATCH]})
        found |= {one.id: one for one in map(_passage, rows)}
    return found


def _vectors(
    model: str, ids: Sequence[PassageId], connection: Connection
) -> dict[PassageId, bytes]:
    held = embeddings.c
    query = select(held.passage, held.vector).where(held.passage.in_(ids), held.model == model)
    return {PassageId(row.passage): bytes(row.vector) for row in connection.execute(query)}


async def put_whole(
    connection: AsyncConnection, document: StoredDocument, new: tuple[Passage, ...]
) -> None:
    """A document and its passages instead of the old ones, in the caller's transaction."""
    await _put_document(connection, document)
    kept = await _embeddings_to_keep(connection, document.id, new)
    await _put_passages(connection, document.id, new)
    if kept:
        await connection.execute(insert(embeddings), kept)


async def _put_document(connection: AsyncConnection, document: StoredDocument) -> None:
    values = {
        "course": document.course,
        "title": document.title,
        "path": document.path,
        "digest": document.digest,
        "text": document.text,
    }
    change = update(documents).where(documents.c.id == document.id).values(values)
    if (await connection.execute(change)).rowcount == 0:
        await connection.execute(insert(documents).values(id=document.id, **values))


async def _embeddings_to_keep(
    connection: AsyncConnection, document: DocumentId, new: tuple[Passage, ...]
) -> list[dict[str, Any]]:
    """The stored vectors of passages that the new ones repeat, heading and all."""
    meaning = {one.id: (one.text, list(one.heading_path), one.title) for one in new}
    query = (
        select(
            embeddings.c.passage,
            embeddings.c.model,
            embeddings.c.vector,
            passages.c.text,
            passages.c.heading_path,
            passages.c.title,
        )
        .join_from(embeddings, passages)
        .where(passages.c.document == document)
    )
    return [
        {"passage": row.passage, "model": row.model, "vector": row.vector}
        for row in await connection.execute(query)
        if meaning.get(row.passage) == (row.text, row.heading_path, row.title)
    ]


async def _put_passages(
    connection: AsyncConnection, document: DocumentId, new: tuple[Passage, ...]
) -> None:
    await connection.execute(delete(passages).where(passages.c.document == document))
    rows = [
        {
            "id": one.id,
            "document": document,
            "course": one.course,
            "place": place,
            "title": one.title,
            "heading_path": list(one.heading_path),
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "anchor": one.anchor,
            "page": one.page,
            "skills": list(one.skills),
            "visible_from": one.visible_from,
        }
        for place, one in enumerate(new)
    ]
    if rows:
        await connection.execute(insert(passages), rows)


def _document(row: Row[Any]) -> StoredDocument:
    return StoredDocument(
        id=DocumentId(row.id),
        course=CourseId(row.course),
        title=row.title,
        path=row.path,
        digest=row.digest,
        text=row.text,
    )


def _passage(row: Row[Any]) -> Passage:
    return Passage(
        id=PassageId(row.id),
        course=CourseId(row.course),
        document=DocumentId(row.document),
        title=row.title,
        heading_path=tuple(row.heading_path),
        text=row.text,
        start=row.start,
        end=row.end,
        anchor=row.anchor,
        page=row.page,
        skills=tuple(map(SkillId, row.skills)),
        visible_from=row.visible_from,
    )
