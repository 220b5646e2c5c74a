"""A passage store in memory: for tests, evaluations and courses that need no database."""

from collections.abc import Sequence

from tutor.ids import CourseId, DocumentId, PassageId
from tutor.retrieval.passage import Passage, StoredDocument


class InMemoryPassageStore:
    """Keeps documents, passages and embeddings in dictionaries; `PassageStore`."""

    def __init__(self) -> None:
        self._documents: dict[DocumentId, StoredDocument] = {}
        self._passages: dict[DocumentId, tuple[Passage, ...]] = {}
        self._by_id: dict[PassageId, Passage] = {}
        self._vectors: dict[str, dict[PassageId, bytes]] = {}

    async def documents(self, course: CourseId) -> tuple[StoredDocument, ...]:
        """The course's documents."""
        return tuple(one for one in self._documents.values() if one.course == course)

    async def document(self, document: DocumentId) -> StoredDocument | None:
        """One document, or None."""
        return self._documents.get(document)

    async def replace(self, document: StoredDocument, passages: tuple[Passage, ...]) -> None:
        """Store a document and its passages; embeddings of passages that stay are kept."""
        gone = {one.id for one in self._passages.get(document.id, ())}
        gone -= {one.id for one in passages}
        self._documents[document.id] = document
        self._passages[document.id] = passages
        self._forget(gone)
        self._by_id |= {one.id: one for one in passages}

    async def remove(self, document: DocumentId) -> None:
        """Remove a document, its passages and embeddings."""
        self._documents.pop(document, None)
        self._forget({one.id for one in self._passages.pop(document, ())})

    async def passages(self, course: CourseId) -> tuple[Passage, ...]:
        """Every passage of a course, in document order."""
        return tuple(
            one
            for document, passages in self._passages.items()
            if self._documents[document].course == course
            for one in passages
        )

    async def passages_of(self, documents: Sequence[DocumentId]) -> tuple[Passage, ...]:
        """The passages of these documents."""
        return tuple(one for document in documents for one in self._passages.get(document, ()))

    async def passages_named(self, ids: Sequence[PassageId]) -> dict[PassageId, Passage]:
        """Those of these passages that are there."""
        return {one: self._by_id[one] for one in ids if one in self._by_id}

    async def digests(self, course: CourseId) -> dict[DocumentId, str]:
        """The digest of each of the course's documents."""
        return {one.id: one.digest for one in await self.documents(course)}

    async def courses(self) -> tuple[CourseId, ...]:
        """The courses that have passages."""
        return tuple(
            dict.fromkeys(
                self._documents[document].course
                for document, passages in self._passages.items()
                if passages
            )
        )

    async def embeddings(self, course: CourseId, model: str) -> dict[PassageId, bytes]:
        """Stored vectors of a course's passages for one model."""
        of_model = self._vectors.get(model, {})
        ids = [one.id for one in await self.passages(course)]
        return {one: of_model[one] for one in ids if one in of_model}

    async def vectors(self, model: str, ids: Sequence[PassageId]) -> dict[PassageId, bytes]:
        """Those of these passages that have a vector for a model."""
        of_model = self._vectors.get(model, {})
        return {one: of_model[one] for one in ids if one in of_model}

    async def models(self, course: CourseId) -> dict[str, int]:
        """How many of a course's passages have a vector, by model."""
        counts = {model: len(await self.embeddings(course, model)) for model in self._vectors}
        return {model: count for model, count in counts.items() if count}

    async def store_embeddings(self, model: str, vectors: dict[PassageId, bytes]) -> None:
        """Store vectors; those of passages that have gone meanwhile are dropped."""
        of_model = self._vectors.setdefault(model, {})
        of_model.update({one: vector for one, vector in vectors.items() if one in self._by_id})

    def _forget(self, gone: set[PassageId]) -> None:
        for one in gone:
            self._by_id.pop(one, None)
            for of_model in self._vectors.values():
                of_model.pop(one, None)
