"""The library: every course's passages, kept in the store and found by words and by meaning."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from tutor.curriculum.course import Course
from tutor.errors import MenoError
from tutor.ids import CourseId, DocumentId, PassageId, SkillId
from tutor.retrieval.chunk import CHUNKER, indexed_text, passages_of
from tutor.retrieval.dense import Embedder, Vectors
from tutor.retrieval.fuse import fused
from tutor.retrieval.language import language_of
from tutor.retrieval.lexical import LexicalIndex, View
from tutor.retrieval.nearest import VectorIndex
from tutor.retrieval.passage import Hit, Passage, PassageStore, Query, StoredDocument

_CHANCE = 0.3  # cosines up to here happen between unrelated texts
_NEAR = 0.45  # a cosine from here on is a match in its own right
_COVERED = 0.5  # a passage holding less of the question's rare words may be there by chance
_OTHER_SKILL = 0.1  # what a passage loses by not belonging to the skills asked for
_NEAREST = 400  # passages asked of an index of vectors
_BATCH = 32  # passages embedded at a time, so that a query waits for one batch at most


class DenseState(StrEnum):
    """How far search by meaning has come."""

    OFF = "off"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the library can do now; `embedded` of `passages` can be found by meaning."""

    courses: int
    passages: int
    embedded: int
    dense: DenseState
    model: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What indexing a course changed: documents read, left as they were, taken out."""

    changed: int
    unchanged: int
    removed: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """One course's index at one time; `meaning` is None until every passage is embedded."""

    words: LexicalIndex
    view: View
    meaning: "_Exact | _Indexed | None" = None


@dataclass(frozen=True, slots=True)
class _Exact:
    """A row for each passage of the view: exact, and fastest for a course of usual size."""

    rows: Vectors

    def cosines(self, vector: Vectors) -> Vectors:
        return self.rows @ vector


@dataclass(frozen=True, slots=True)
class _Indexed:
    """The view's passages in an index of vectors, for a course of very many."""

    index: VectorIndex
    course: CourseId
    model: str
    places: dict[PassageId, int]

    def cosines(self, vector: Vectors) -> Vectors:
        """Cosines of the nearest; all others count as far as the farthest of these."""
        found = self.index.nearest(self.course, self.model, vector, _NEAREST)
        far = min(found.values(), default=0.0)
        cosines = np.full(len(self.places), far, dtype=np.float32)
        for one, cosine in found.items():
            if one in self.places:
                cosines[self.places[one]] = cosine
        return cosines


class Library:
    """Finds passages of courses; `Retriever`. Words always, meaning when an embedder is there."""

    def __init__(
        self,
        store: PassageStore,
        *,
        embedder: Embedder | None = None,
        vectors: VectorIndex | None = None,
        exact_up_to: int = 20_000,
    ) -> None:
        """`vectors` (Chroma) follows the store; it is asked for courses over `exact_up_to` passages."""
        self._store = store
        self._vectors = vectors
        self._exact_up_to = exact_up_to
        self._embedder = embedder
        self._dense = DenseState.READY if embedder else DenseState.OFF
        self._reason = ""
        self._shelves: dict[CourseId, _Shelf] = {}
        self._writing = asyncio.Lock()

    async def add_course(self, course: Course) -> Added:
        """Index the course's readings; what has not changed since is left alone."""
        own = f"{course.id}/readings/"
        before = {
            one.id: one for one in await self._store.documents(course.id) if one.id.startswith(own)
        }
        changed = unchanged = 0
        for reading in course.readings.values():
            document = StoredDocument(
                id=DocumentId(own + reading.id),
                course=course.id,
                title=reading.title,
                path=reading.path,
                digest=_digest(reading.title, reading.text, *reading.skills),
                text=reading.text,
            )
            old = before.pop(document.id, None)
            if old and old.digest == document.digest:
                unchanged += 1
                continue
            await self._store.replace(document, passages_of(document, reading.skills))
            changed += 1
        for gone in before:
            await self._store.remove(gone)
        await self._reshelve(course.id, course.language)
        count = len(self._shelves[course.id].view.passages)
        return Added(changed=changed, unchanged=unchanged, removed=len(before), passages=count)

    async def add_document(
        self, document: StoredDocument, skills: tuple[SkillId, ...] = (), *, language: str = ""
    ) -> Added:
        """Index one more document of a course, such as an upload; the same text costs nothing."""
        return await self.add_documents(document.course, (document,), skills, language=language)

    async def add_documents(
        self,
        course: CourseId,
        documents: Sequence[StoredDocument],
        skills: tuple[SkillId, ...] = (),
        *,
        language: str = "",
    ) -> Added:
        """Index several documents of a course; those whose digest is known are left alone."""
        changed = 0
        for document in documents:
            old = await self._store.document(document.id)
            if old is None or old.digest != document.digest:
                await self._store.replace(document, passages_of(document, skills))
                changed += 1
        if changed or course not in self._shelves:
            await self._reshelve(course, language)
        count = len(self._shelves[course].view.passages)
        return Added(changed=changed, unchanged=len(documents) - changed, removed=0, passages=count)

    async def remove_document(self, document: DocumentId) -> None:
        """Take a document out of the store and the index."""
        known = await self._store.document(document)
        await self._store.remove(document)
        if known:
            await self._reshelve(known.course, "")

    async def rebuild(self, course: CourseId, *, language: str = "") -> None:
        """Make the course's index anew from the store: the same passages are found after it."""
        self._shelves.pop(course, None)
        await self._reshelve(course, language)

    async def search(self, query: Query) -> tuple[Hit, ...]:
        """The best passages of the query's course; empty when nothing matches."""
        shelf = self._shelves.get(query.course)
        if shelf is None:
            await self._reshelve(query.course, "")
            shelf = self._shelves[query.course]
        if not shelf.view.passages or not query.text.strip() or query.k < 1:
            return ()
        return await asyncio.to_thread(_find, shelf, self._embedder, query)

    async def load_dense(self, load: Callable[[], Embedder]) -> None:
        """Load an embedder in a thread, then embed what has no vector yet; searches go on.

        A failure leaves the library with words only and says so in `status`.
        """
        self._dense, self._reason = DenseState.LOADING, ""
        try:
            self._embedder = await asyncio.to_thread(load)
        except MenoError as failed:
            self._dense, self._reason = DenseState.FAILED, str(failed)
            return
        for course in tuple(self._shelves):
            await self._embed(course)
        self._dense = DenseState.READY

    def status(self) -> Status:
        """What is indexed and whether meaning joins in."""
        shelves = self._shelves.values()
        return Status(
            courses=len(self._shelves),
            passages=sum(len(shelf.view.passages) for shelf in shelves),
            embedded=sum(len(one.view.passages) for one in shelves if one.meaning is not None),
            dense=self._dense,
            model=self._embedder.name if self._embedder else "",
            reason=self._reason,
        )

    async def _reshelve(self, course: CourseId, language: str) -> None:
        async with self._writing:
            passages = await self._store.passages(course)
            old = self._shelves.get(course)
            self._shelves[course] = await asyncio.to_thread(_shelved, old, passages, language)
        await self._embed(course)

    async def _embed(self, course: CourseId) -> None:
        """Embed the course's passages that have no stored vector, then let meaning join in."""
        embedder = self._embedder
        if embedder is None:
            return
        async with self._writing:
            shelf = self._shelves[course]
            if not embedder.knows(shelf.words.analyser.language):
                return
            passages = shelf.view.passages
            stored = await self._store.embeddings(course, embedder.name)
            missing = [one for one in passages if one.id not in stored]
            for at in range(0, len(missing), _BATCH):
                batch = missing[at : at + _BATCH]
                texts = [indexed_text(one) for one in batch]
                rows = await asyncio.to_thread(embedder.embed, texts)
                made = {
                    one.id: row.astype("<f4").tobytes()
                    for one, row in zip(batch, rows, strict=True)
                }
                await self._store.store_embeddings(embedder.name, made)
                stored |= made
            meaning = await asyncio.to_thread(self._meaning, course, embedder, passages, stored)
            self._shelves[course] = replace(shelf, meaning=meaning)

    def _meaning(
        self,
        course: CourseId,
        embedder: Embedder,
        passages: Sequence[Passage],
        stored: Mapping[PassageId, bytes],
    ) -> _Exact | _Indexed:
        """How a course's passages are compared; computes and writes, so call it in a thread."""
        if self._vectors:
            ids = [one.id for one in passages]
            self._vectors.sync(course, embedder.name, ids, stored)
            if len(passages) > self._exact_up_to:
                places = {one: at for at, one in enumerate(ids)}
                return _Indexed(self._vectors, course, embedder.name, places)
        return _Exact(_matrix([stored[one.id] for one in passages], embedder.size))


def _shelved(old: _Shelf | None, passages: Sequence[Passage], language: str) -> _Shelf:
    """A shelf of these passages; what `old` had analysed is not analysed again."""
    if not language and old:
        language = old.words.analyser.language
    if not language:
        language = language_of("\n".join(one.text for one in passages[:20]))
    same = old is not None and old.words.analyser.language == language
    words = old.words if old is not None and same else LexicalIndex(language)
    words.replace_all(passages)
    return _Shelf(words=words, view=words.view())


def _find(shelf: _Shelf, embedder: Embedder | None, query: Query) -> tuple[Hit, ...]:
    """Rank a shelf's passages for a query; computes, so call it in a thread."""
    view, meaning = shelf.view, shelf.meaning
    text = view.mended(query.text)
    words = view.score(text)
    cosines = None
    if embedder is not None and meaning is not None:
        cosines = meaning.cosines(embedder.embed([text])[0])
    scores = fused(words.score, cosines, view.page_of)
    related = words.held if cosines is None else words.held | (cosines > _CHANCE)
    scores = np.where(related, scores, 0.0)
    if query.skills:
        wanted = set(query.skills)
        liked = [bool(wanted.intersection(one.skills)) for one in view.passages]
        scores = scores * np.where(liked, 1.0, 1.0 - _OTHER_SKILL)
    count = min(query.k, len(scores))
    top = np.argpartition(-scores, count - 1)[:count]
    top = top[np.lexsort((top, -scores[top]))]
    return tuple(
        Hit(
            passage=view.passages[at],
            score=float(scores[at]),
            weak=bool(words.covered[at] < _COVERED)
            and (cosines is None or bool(cosines[at] < _NEAR)),
        )
        for at in top
        if scores[at] > 0
    )


def _matrix(rows: Sequence[bytes], size: int) -> Vectors:
    return np.frombuffer(b"".join(rows), dtype="<f4").reshape(len(rows), size).astype(np.float32)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join((CHUNKER, *parts)).encode()).hexdigest()
