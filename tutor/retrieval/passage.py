"""Passages, queries and the port that finds one for the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tutor.ids import CourseId, DocumentId, PassageId, SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a document with its place.

    `heading_path` runs from the document's title to the nearest heading. `start` and `end` are
    character offsets into the document's text; `anchor` is the id of the nearest heading on the
    reading's page; `page` is a page, slide or second, from 1, or None where there is none.
    `text` is plain Markdown as written. `skills` are those of its document, and so is `visible_from`,
    the day before which learners do not find it.
    """

    id: PassageId
    course: CourseId
    document: DocumentId
    title: str
    heading_path: tuple[str, ...]
    text: str
    start: int
    end: int
    anchor: str = ""
    page: int | None = None
    skills: tuple[SkillId, ...] = ()
    visible_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for, within one course. `skills` prefers (not filters) passages of skills."""

    text: str
    course: CourseId
    k: int = 4
    skills: tuple[SkillId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A found passage; `score` in 0–1, comparable within one search; `weak` when it may be chance."""

    passage: Passage
    score: float
    weak: bool = False


class Retriever(Protocol):
    """Finds passages."""

    async def search(self, query: Query) -> tuple[Hit, ...]:
        """The best hits, best first, at most `query.k`; empty when nothing matches."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document as the store keeps it: `digest` is the hash of its bytes, `text` its Markdown."""

    id: DocumentId
    course: CourseId
    title: str
    path: str
    digest: str
    text: str


class PassageStore(Protocol):
    """Documents, passages and their embeddings in SQL: the truth that every index is made from."""

    async def documents(self, course: CourseId) -> tuple[StoredDocument, ...]:
        """The course's documents, without passages."""
        ...

    async def document(self, document: DocumentId) -> StoredDocument | None:
        """One document, or None."""
        ...

    async def replace(self, document: StoredDocument, passages: tuple[Passage, ...]) -> None:
        """Store a document and its passages instead of the old ones, in one transaction."""
        ...

    async def remove(self, document: DocumentId) -> None:
        """Remove a document, its passages and embeddings."""
        ...

    async def passages(self, course: CourseId) -> tuple[Passage, ...]:
        """Every passage of a course, in document order."""
        ...

    async def passages_of(self, documents: Sequence[DocumentId]) -> tuple[Passage, ...]:
        """The passages of those of these documents that are there, in this order."""
        ...

    async def passages_named(self, ids: Sequence[PassageId]) -> dict[PassageId, Passage]:
        """Those of these passages that are there."""
        ...

    async def digests(self, course: CourseId) -> dict[DocumentId, str]:
        """The digest of each of the course's documents, in the order of its passages."""
        ...

    async def courses(self) -> tuple[CourseId, ...]:
        """The courses that have passages."""
        ...

    async def embeddings(self, course: CourseId, model: str) -> dict[PassageId, bytes]:
        """Stored vectors (float32, little-endian) of a course's passages for one model."""
        ...

    async def vectors(self, model: str, ids: Sequence[PassageId]) -> dict[PassageId, bytes]:
        """The stored vectors of those of these passages that have one for a model."""
        ...

    async def models(self, course: CourseId) -> dict[str, int]:
        """How many of a course's passages have a vector, by model."""
        ...

    async def store_embeddings(self, model: str, vectors: dict[PassageId, bytes]) -> None:
        """Store vectors; those of passages that have gone meanwhile are dropped silently."""
        ...
