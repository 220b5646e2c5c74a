"""Figures of finding: how often the right page of a book comes first, and how fast."""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from tutor.errors import BadInput, MissingExtra
from tutor.evals.kept_vectors import KeptVectors
from tutor.evals.retrieval_forms import (
    Asked,
    RetrievalSet,
    follow_ups,
    only_books,
    read_set,
    short_forms,
    within_book,
)
from tutor.ids import CourseId
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.dense import Embedder, Vectors, load
from tutor.retrieval.followup import place_of, resolved
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Passage, Query, StoredDocument
from tutor.retrieval.shelf import shelved

RETRIEVERS = ("ours", "bm25", "dense", "langchain-default")
_DEPTH = 10  # pages that are looked at
_PASSAGES = 60  # passages asked for, so that ten pages are among them
_ALL = CourseId("all")


class Ranker(Protocol):
    """Ranks pages of one course for a query."""

    async def rank(self, asked: Asked, course: CourseId) -> list[str]:
        """Page ids, best first, at most ten."""
        ...


def run(
    directory: Path,
    *,
    queries: str | None = None,
    within: str = "book",
    retriever: str | None = None,
    as_json: bool = False,
    short: bool = False,
    follow_up: bool = False,
    sample: int | None = None,
    dense: bool = True,
    books: str | None = None,
    keep: Path | None = None,
) -> int:
    """Measure and print; `retriever`, `queries` and `books` may be comma-separated lists.

    `keep` is a folder where passages' vectors stay for the next time. Exit status 0.
    """
    chosen = tuple(retriever.split(",")) if retriever else RETRIEVERS
    result = evaluate_retrieval(
        directory,
        queries=queries.split(",") if queries else None,
        within=within,
        retrievers=chosen,
        short=short,
        follow_up=follow_up,
        sample=sample,
        books=books.split(",") if books else None,
        embedder=_embedder(keep) if dense and chosen != ("bm25",) else None,
    )
    print(json.dumps(result, indent=1) if as_json else table(result))
    return 0


def evaluate_retrieval(
    directory: Path,
    *,
    queries: Sequence[str] | None = None,
    within: str = "book",
    retrievers: Sequence[str] = RETRIEVERS,
    short: bool = False,
    follow_up: bool = False,
    sample: int | None = None,
    books: Sequence[str] | None = None,
    embedder: Embedder | None = None,
) -> dict[str, Any]:
    """Recall@1/3/5/10, MRR@10, nDCG@10 (0–1) and times (ms) per query set and retriever.

    `within` is "book" or "all"; `books` leaves the others out; `sample` takes every n-th query so that at most so many of a set
    are left. Without an embedder only the retrievers by words are measured. Raises BadInput.
    """
    if within not in {"book", "all"}:
        raise BadInput(f"“{within}” is no place to look in.", do="Say book or all.")
    if unknown := set(retrievers) - set(RETRIEVERS):
        raise BadInput(
            f"No retriever is called {', '.join(sorted(unknown))}.",
            do=f"Choose of {', '.join(RETRIEVERS)}.",
        )
    held = only_books(read_set(directory), books)
    asked = short_forms(held) if short else follow_ups(held) if follow_up else held.asked
    if within == "book":
        asked = within_book(asked, held)
    sets: dict[str, list[Asked]] = {}
    for one in asked:
        if not queries or one.set in queries:
            sets.setdefault(one.set, []).append(one)
    if sample:
        sets = {name: _thinned(many, sample) for name, many in sets.items()}
    if not sets:
        raise BadInput("There are no such queries.", where=str(directory))
    return asyncio.run(_measure(held, sets, within, retrievers, embedder))


def table(result: Mapping[str, Any]) -> str:
    """The result as lines of text."""
    columns = ("ndcg@10", "mrr@10", "recall@1", "recall@3", "recall@5", "recall@10")
    lines = [f"{'set':10} {'retriever':18} {'n':>6} " + " ".join(f"{c:>9}" for c in columns)]
    lines[0] += f" {'p50 ms':>8} {'p95 ms':>8}"
    for name, by_retriever in result["sets"].items():
        for retriever, row in by_retriever.items():
            figures = " ".join(f"{row[column]:9.4f}" for column in columns)
            times = f"{row['p50_ms']:8.2f} {row['p95_ms']:8.2f}"
            lines.append(f"{name:10} {retriever:18} {row['queries']:6} {figures} {times}")
    lines.append(
        f"{result['passages']} passages, indexed in {result['index_s']:.1f} s, "
        f"memory {result['rss_mb']:.0f} MB"
    )
    return "\n".join(lines)


async def _measure(
    held: RetrievalSet,
    sets: Mapping[str, Sequence[Asked]],
    within: str,
    retrievers: Sequence[str],
    embedder: Embedder | None,
) -> dict[str, Any]:
    documents = _in_courses(held.documents, within)
    shelf = await _Ours.of(documents, embedder)
    builders: dict[str, Callable[[], Ranker]] = {
        "ours": lambda: shelf,
        "bm25": lambda: _Bm25(shelf),
    }
    if embedder:
        known = embedder
        builders["dense"] = lambda: _Dense(shelf, known)
        builders["langchain-default"] = lambda: _LangChainDefault(documents, known)
    figures: dict[str, dict[str, Any]] = {name: {} for name in sets}
    for retriever in retrievers:
        if retriever not in builders:
            continue
        ranker = builders[retriever]()
        for name, many in sets.items():
            figures[name][retriever] = await _figures(ranker, many, within)
    return {
        "sets": figures,
        "index_s": round(shelf.seconds, 2),
        "passages": sum(len(held) for held in shelf.passages.values()),
        "rss_mb": round(_resident_mb(), 1),
    }


async def _figures(ranker: Ranker, many: Sequence[Asked], within: str) -> dict[str, Any]:
    rows: list[tuple[float, ...]] = []
    took: list[float] = []
    for one in many:
        course = CourseId(one.book) if within == "book" else _ALL
        begun = time.perf_counter()
        ranked = await ranker.rank(one, course)
        took.append((time.perf_counter() - begun) * 1000)
        rows.append(_scores(ranked, one.gold))
    means = np.array(rows).mean(axis=0)
    names = ("ndcg@10", "mrr@10", "recall@1", "recall@3", "recall@5", "recall@10")
    return {
        "queries": len(many),
        **{name: round(float(mean), 4) for name, mean in zip(names, means, strict=True)},
        "p50_ms": round(float(np.percentile(took, 50)), 2),
        "p95_ms": round(float(np.percentile(took, 95)), 2),
    }


def _scores(ranked: Sequence[str], gold: frozenset[str]) -> tuple[float, ...]:
    """nDCG@10, MRR@10 and recall at 1, 3, 5 and 10 with every gold page worth the same."""
    hits = [page in gold for page in ranked[:_DEPTH]]
    gained = sum(1 / np.log2(at + 2) for at, hit in enumerate(hits) if hit)
    ideal = sum(1 / np.log2(at + 2) for at in range(min(_DEPTH, len(gold))))
    first = next((1 / (at + 1) for at, hit in enumerate(hits) if hit), 0.0)
    return (gained / ideal, first, *(sum(hits[:k]) / len(gold) for k in (1, 3, 5, 10)))


class _Ours:
    """The product's own library."""

    def __init__(self, library: Library, store: InMemoryPassageStore) -> None:
        self._library = library
        self.store = store
        self.passages: dict[CourseId, tuple[Passage, ...]] = {}
        self.seconds = 0.0

    @classmethod
    async def of(cls, documents: Sequence[StoredDocument], embedder: Embedder | None) -> "_Ours":
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


class _Bm25:
    """Words alone, as the library finds them while no model is there."""

    def __init__(self, ours: _Ours) -> None:
        self._views = {}
        for course, passages in ours.passages.items():
            self._views[course] = shelved(None, passages, "").view

    async def rank(self, asked: Asked, course: CourseId) -> list[str]:
        """Pages of the best passages."""
        view = self._views[course]
        lines = view.lines.lines
        scores = view.score(view.mended(asked.text)).score
        return _distinct([lines[at].document for at in _top(scores) if scores[at] > 0])


class _Dense:
    """The cosine of the query and the same passages."""

    def __init__(self, ours: _Ours, embedder: Embedder) -> None:
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


class _LangChainDefault:
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


def _in_courses(documents: Sequence[StoredDocument], within: str) -> list[StoredDocument]:
    if within == "book":
        return list(documents)
    return [
        StoredDocument(
            id=one.id, course=_ALL, title=one.title, path=one.path, digest=one.digest, text=one.text
        )
        for one in documents
    ]


def _top(scores: Vectors) -> list[int]:
    count = min(_PASSAGES, len(scores))
    best = np.argpartition(-scores, count - 1)[:count]
    return [int(at) for at in best[np.argsort(-scores[best], kind="stable")]]


def _distinct(pages: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(pages))[:_DEPTH]


def _thinned(many: list[Asked], most: int) -> list[Asked]:
    step = -(-len(many) // most)
    return many[::step]


def _embedder(keep: Path | None) -> Embedder | None:
    try:
        return KeptVectors(load(), keep) if keep else load()
    except MissingExtra as missing:
        print(f"{missing} Only words are measured.", file=sys.stderr)
        return None


def _resident_mb() -> float:
    """The process's largest memory so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024**2
