"""Figures of finding: how often the right page of a book comes first, and how fast."""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

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
from tutor.evals.retrieval_rankers import (
    DEPTH,
    LangChainDefault,
    Meaning,
    Ours,
    Ranker,
    Words,
)
from tutor.ids import CourseId
from tutor.retrieval.dense import Embedder, Remembers, load
from tutor.retrieval.passage import StoredDocument

RETRIEVERS = ("ours", "bm25", "dense", "langchain-default")
_ALL = CourseId("all")


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
    shelf = await Ours.of(documents, embedder)
    builders: dict[str, Callable[[], Ranker]] = {
        "ours": lambda: shelf,
        "bm25": lambda: Words(shelf),
    }
    if embedder:
        known = embedder
        builders["dense"] = lambda: Meaning(shelf, known)
        builders["langchain-default"] = lambda: LangChainDefault(documents, known)
    figures: dict[str, dict[str, Any]] = {name: {} for name in sets}
    for retriever in retrievers:
        if retriever not in builders:
            continue
        ranker = builders[retriever]()
        for name, many in sets.items():
            _forget(embedder)
            figures[name][retriever] = await _figures(ranker, many, within)
    return {
        "sets": figures,
        "index_s": round(shelf.seconds, 2),
        "passages": sum(len(held) for held in shelf.passages.values()),
        "rss_mb": round(_resident_mb(), 1),
    }


def _forget(embedder: object) -> None:
    """Have each retriever pay for its questions: the next would have them for nothing."""
    if isinstance(embedder, Remembers):
        embedder.forget()


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
    hits = [page in gold for page in ranked[:DEPTH]]
    gained = sum(1 / np.log2(at + 2) for at, hit in enumerate(hits) if hit)
    ideal = sum(1 / np.log2(at + 2) for at in range(min(DEPTH, len(gold))))
    first = next((1 / (at + 1) for at, hit in enumerate(hits) if hit), 0.0)
    return (gained / ideal, first, *(sum(hits[:k]) / len(gold) for k in (1, 3, 5, 10)))


def _in_courses(documents: Sequence[StoredDocument], within: str) -> list[StoredDocument]:
    if within == "book":
        return list(documents)
    return [
        StoredDocument(
            id=one.id, course=_ALL, title=one.title, path=one.path, digest=one.digest, text=one.text
        )
        for one in documents
    ]


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
