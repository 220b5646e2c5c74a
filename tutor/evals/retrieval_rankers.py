"""What ranks the pages of a set: the product's library, its words alone, and meaning alone in two ways."""

import time
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from tutor.errors import MissingExtra
from tutor.evals.retrieval_forms import Asked
from tutor.ids import CourseId
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.dense import Embedder, Vectors
from tutor.retrieval.followup import place_of, resolved
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Passage, Query, StoredDocument

DEPTH = 10  # pages that are looked at
_PASSAGES = 60  # passages asked for, so that ten pages are among them


class Ranker(Protocol):
    """Ranks pages of one course for a query."""

    async def rank(self, asked: Asked, course: CourseId) -> list[str]:
        """Page ids, best first, at most ten."""
        ...


class Ours:
    """The product's own library."""

    def __init__(self, library: Library, store: InMemoryPassageStore) -> None:
        self._library = library
        self.store = store
        self.passages: dict[CourseId, tuple[Passage, ...]] = {}
        self.seconds = 0.0

    @classmethod
    async def of(cls, documents: Sequence[StoredDocument], embedder: Embedder | None) -> "Ours":
        store = InMemoryPassageStore()
        made = cls(Library(store, embedder=embedder), store)
        begun = time.perf_counter()
        by_course: dict[CourseId, list[StoredDocument]] = {}
        for document in documents:
            by_course.setdefault(document.course, []).append(document)
        for course, held in by_course.items():
            await made._library.add_documents(course, held)
        made.seconds = time.perf_counter() - begun
        for course in by_course:
            made.passages[course] = await store.passages(course)
        return made

    async def rank(self, asked: Asked, course: CourseId) -> list[str]:
        """Pages of the best passages; a follow-up is understood with what the first found."""
        text = asked.text
        if asked.before:
            before = Query(text=asked.before.text, course=course, k=1)
            found = await self._library.search(before)
            text = resolved(text, place=place_of(found[0].passage.heading_path) if found else "")
        hits = await self._library.search(Query(text=text, course=course, k=_PASSAGES))
        return _distinct([hit.passage.document for hit in hits])


class Words:
    """Words alone, as the library finds while no model is there."""

    def __init__(self, ours: Ours) -> None:
        self._library = Library(ours.store)

    async def rank(self, asked: Asked, course: CourseId) -> list[str]:
        """Pages of the best passages."""
        hits = await self._library.search(Query(text=asked.text, course=course, k=_PASSAGES))
        return _distinct([hit.passage.document for hit in hits])


class Meaning:
    """The cosine of the query and the same passages."""

    def __init__(self, ours: Ours, embedder: Embedder) -> None:
        self._ours, self._embedder = ours, embedder
        self._vectors: dict[CourseId, Vectors] = {}

    async def rank(self, asked: Asked, course: CourseId) -> list[str]:
        """Pages of the nearest passages."""
        passages = self._ours.passages[course]
        if course not in self._vectors:
            # Not from the library's store: it embeds no language that the model does not know.
            texts = [indexed_text(one) for one in passages]
            self._vectors[course] = _embedded(self._embedder, texts)
        vector = self._embedder.embed([asked.text])[0]
        return _distinct([passages[at].document for at in _top(self._vectors[course] @ vector)])


class LangChainDefault:
    """LangChain's habit: 1,000 characters, 200 shared, same model, nearest by cosine."""

    def __init__(self, documents: Sequence[StoredDocument], embedder: Embedder) -> None:
        try:
            from langchain_text_splitters import RecursiveCharacterTextSplitter
        except ImportError as missing:
            raise MissingExtra(
                "LangChain's splitter is not installed.", do="Install meno-tutor[langchain]."
            ) from missing
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        self._embedder = embedder
        self._pages: dict[CourseId, list[str]] = {}
        texts: dict[CourseId, list[str]] = {}
        for document in documents:
            chunks = splitter.split_text(document.text)
            texts.setdefault(document.course, []).extend(chunks)
            self._pages.setdefault(document.course, []).extend([document.id] * len(chunks))
        self._vectors = {course: _embedded(embedder, held) for course, held in texts.items()}

    async def rank(self, asked: Asked, course: CourseId) -> list[str]:
        """Pages of the nearest chunks."""
        vector = self._embedder.embed([asked.text])[0]
        return _distinct([self._pages[course][at] for at in _top(self._vectors[course] @ vector)])


def _embedded(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    return np.concatenate([embedder.embed(texts[at : at + 64]) for at in range(0, len(texts), 64)])


def _top(scores: Vectors) -> list[int]:
    count = min(_PASSAGES, len(scores))
    best = np.argpartition(-scores, count - 1)[:count]
    return [int(at) for at in best[np.argsort(-scores[best], kind="stable")]]


def _distinct(pages: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(pages))[:DEPTH]
