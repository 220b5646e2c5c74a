"""The library: every course's passages, kept in the store and found by words and by meaning."""

import asyncio
import hashlib
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tutor.curriculum.course import Course
from tutor.errors import MenoError
from tutor.ids import CourseId, DocumentId, PassageId, SkillId
from tutor.retrieval.analysing import analysed
from tutor.retrieval.chunk import CHUNKER, passages_of
from tutor.retrieval.dense import Embedder
from tutor.retrieval.embedding import embedded
from tutor.retrieval.headings import BEST, by_headings
from tutor.retrieval.meaning import Filling, Indexed, Meaning, compared
from tutor.retrieval.nearest import VectorIndex
from tutor.retrieval.passage import Hit, PassageStore, Query, StoredDocument
from tutor.retrieval.shelf import Shelf, find
from tutor.retrieval.status import Added, DenseState, Status, status_of
from tutor.retrieval.words_file import filed, key_of, opened, place_of


class Library:
    """Finds passages of courses; `Retriever`. Words always, meaning when an embedder is there."""

    def __init__(
        self,
        store: PassageStore,
        *,
        embedder: Embedder | None = None,
        vectors: VectorIndex | None = None,
        exact_up_to: int = 200_000,
        folder: Path | None = None,
    ) -> None:
        """`vectors` (Chroma) holds and is asked for courses over `exact_up_to` passages, no others.

        In `folder` the indexes of words are kept from one start to the next.
        """
        self._store = store
        self._vectors = vectors
        self._exact_up_to = exact_up_to
        self._folder = folder
        self._embedder = embedder
        self._dense = DenseState.READY if embedder else DenseState.OFF
        self._reason = ""
        self._shelves: dict[CourseId, Shelf] = {}
        self._shelving = asyncio.Lock()  # held for moments: cold searches wait for it
        self._embedding = asyncio.Lock()  # held for as long as embedding takes
        self._working: dict[CourseId, int] = {}  # passages that are done of a course at work
        self._tasks: set[asyncio.Task[None]] = set()

    async def add_course(self, course: Course) -> Added:
        """Index the course's readings; what has not changed since is left alone."""
        own = f"{course.id}/readings/"
        digests = await self._store.digests(course.id)
        before = {one: digest for one, digest in digests.items() if one.startswith(own)}
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
            if before.pop(document.id, "") == document.digest:
                unchanged += 1
                continue
            await self._store.replace(document, passages_of(document, reading.skills))
            changed += 1
        for gone in before:
            await self._store.remove(gone)
        shelf = await self._reshelve(course.id, course.language)
        await self._embed(course.id)
        return Added(
            changed=changed, unchanged=unchanged, removed=len(before), passages=len(shelf.view)
        )

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
        shelf = self._shelves.get(course)
        if changed or shelf is None:
            shelf = await self._reshelve(course, language)
            await self._embed(course)
        unchanged = len(documents) - changed
        return Added(changed=changed, unchanged=unchanged, removed=0, passages=len(shelf.view))

    async def remove_document(self, document: DocumentId) -> None:
        """Take a document out of the store and the index."""
        known = await self._store.document(document)
        await self._store.remove(document)
        if known:
            await self._reshelve(known.course, "")
            await self._embed(known.course)

    async def rebuild(self, course: CourseId, *, language: str = "") -> None:
        """Make the course's index anew from the store: the same passages are found after it."""
        old = self._shelves.pop(course, None)
        language = language or (old.language if old else "")
        await self._reshelve(course, language, anew=True)
        await self._embed(course)

    async def refresh(self, course: CourseId, *, language: str = "") -> None:
        """Take up what was changed in the store past this library.

        New passages are found by words at once; meaning follows in the background.
        """
        await self._reshelve(course, language)
        self._later(self._embed(course))

    async def search(self, query: Query) -> tuple[Hit, ...]:
        """The best passages of the query's course; empty when nothing matches."""
        shelf = self._shelves.get(query.course)
        if shelf is None:
            shelf = await self._reshelve(query.course, "")
            self._later(self._embed(query.course))
        if not len(shelf.view) or not query.text.strip() or query.k < 1:
            return ()
        deep = replace(query, k=max(query.k, BEST))
        found = await asyncio.to_thread(find, shelf, deep)
        named = await self._store.passages_named([one.id for one in found])
        hits = [
            Hit(passage=named[one.id], score=one.score, weak=one.weak)
            for one in found
            if one.id in named  # gone meanwhile
        ]
        meaning = shelf.meaning is not None
        return by_headings(hits, query.text, shelf.view, meaning=meaning)[: query.k]

    async def vector(self, text: str, language: str, model: str) -> npt.NDArray[np.float64] | None:
        """The vector of length 1 of a short text; None while `model` is not the one in use, or where
        it does not know the language."""
        embedder = self._embedder
        if embedder is None or embedder.name != model or not embedder.knows(language):
            return None
        rows = await asyncio.to_thread(embedder.embed, [text])
        found: npt.NDArray[np.float64] = rows[0].astype(np.float64)
        return found

    async def load_dense(
        self,
        load: Callable[[], Embedder],
        vectors: Callable[[], VectorIndex] | None = None,
        old: Callable[[str], Embedder] | None = None,
    ) -> None:
        """Load an embedder in a thread, then embed what has no vector yet; searches go on.

        `vectors` opens the vector index (Chroma). When it cannot be opened, the exact product over
        the stored vectors serves instead, and `status` says why. With another model than before,
        the old vectors serve until the new ones are complete; after a restart `old` loads the model
        that they are of. A failure leaves the library with words only and says so in `status`.
        """
        self._dense, self._reason = DenseState.LOADING, ""
        try:
            self._embedder = await asyncio.to_thread(load)
        except MenoError as failed:
            self._dense, self._reason = DenseState.FAILED, str(failed)
            return
        if vectors is not None:
            try:
                self._vectors = await asyncio.to_thread(vectors)
            except MenoError as failed:
                self._reason = str(failed)
        if old is not None:
            await self._serve_old(old)
        for course in tuple(self._shelves):
            await self._embed(course)
        self._dense = DenseState.READY

    def status(self) -> Status:
        """What is indexed and whether meaning joins in."""
        return status_of(self._shelves, self._working, self._embedder, self._dense, self._reason)

    async def _reshelve(self, course: CourseId, language: str, *, anew: bool = False) -> Shelf:
        """Make the course's index of words; what is embedded already stays in use."""
        async with self._shelving:
            old = self._shelves.get(course)
            # Taken first: what changes later makes a file of this key one that is not used again.
            digests = await self._store.digests(course)
            if old and old.digests == digests and language in ("", old.language):
                return old
            key, file = key_of(digests), place_of(self._folder, course) if self._folder else None
            words = None
            if file and old is None and not anew:
                words = await asyncio.to_thread(opened, file, key, language)
            if words is None:
                words = await analysed(self._store, old, digests, language)
                if file and digests:
                    words = await asyncio.to_thread(filed, words, file, key)
            view = await asyncio.to_thread(words.view)
            meaning = old.meaning if old else None
            if meaning is not None:
                meaning = await asyncio.to_thread(meaning.carried_over, view.ids)
            shelf = Shelf(words=words, view=view, meaning=meaning, digests=digests)
            if len(view) or old:
                self._shelves[course] = shelf
        return shelf

    async def _embed(self, course: CourseId) -> None:
        """Embed the course's passages that have no stored vector, then let them join in."""
        embedder = self._embedder
        if embedder is None:
            return
        async with self._embedding:
            try:
                await self._embed_by(embedder, course)
            finally:
                self._working.pop(course, None)

    async def _embed_by(self, embedder: Embedder, course: CourseId) -> None:
        while (shelf := self._shelves.get(course)) and embedder.knows(shelf.language):
            meaning = await self._meaning(course, embedder, shelf.view.ids)
            if meaning is None:  # some have gone: a new shelf is on its way
                await self._reshelve(course, shelf.language)
                continue
            if self._shelves.get(course) is shelf:
                self._shelves[course] = replace(shelf, meaning=meaning)
                return

    async def _serve_old(self, load: Callable[[str], Embedder]) -> None:
        """Let an earlier model's vectors serve the courses that the new one has yet to embed."""
        loaded: dict[str, Embedder] = {}
        for course, shelf in tuple(self._shelves.items()):
            counts = await self._store.models(course)
            new, ids = self._embedder.name if self._embedder else "", shelf.view.ids
            whole = [model for model, count in counts.items() if count >= len(ids)]
            if not whole or new in whole or shelf.meaning is not None:
                continue
            if whole[0] not in loaded:
                try:
                    loaded[whole[0]] = await asyncio.to_thread(load, whole[0])
                except MenoError:  # that model is not here any more: words serve
                    continue
            stored = await self._store.embeddings(course, whole[0])
            if all(one in stored for one in ids) and self._shelves.get(course) is shelf:
                meaning = await asyncio.to_thread(compared, loaded[whole[0]], ids, stored)
                self._shelves[course] = replace(shelf, meaning=meaning)

    async def _meaning(
        self, course: CourseId, embedder: Embedder, ids: Sequence[PassageId]
    ) -> Meaning | None:
        """How a course's passages are compared, embedded where they are not; None if some have gone."""
        filling = Filling(embedder, ids)
        index = self._vectors if len(ids) > self._exact_up_to else None
        kept: dict[PassageId, bytes] = {}  # for the index, which takes all at once
        done = partial(self._working.__setitem__, course)
        async for part, stored in embedded(self._store, embedder, ids, done):
            if not stored.keys() >= set(part):
                return None
            if index:
                kept |= stored
            else:
                await asyncio.to_thread(filling.add, [stored[one] for one in part])
        if index:
            await asyncio.to_thread(index.sync, course, embedder.name, ids, kept)
            return Indexed(embedder, {}, index, course).carried_over(tuple(ids))
        return await asyncio.to_thread(filling.whole)

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join((CHUNKER, *parts)).encode()).hexdigest()
