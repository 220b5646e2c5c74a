"""Finding at the size of a school: 100,000 passages, made by a seed and measured in processes of their own."""

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from tutor.errors import MissingExtra
from tutor.ids import CourseId, DocumentId, PassageId
from tutor.retrieval import dense, weights
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.index import Library
from tutor.retrieval.passage import Passage, Query, StoredDocument
from tutor.storage.database import Database
from tutor.storage.passages import SqlPassageStore

PASSAGES = 100_000
COURSE = CourseId("bench")
_PER_DOCUMENT = 100
_WORDS = 60_000  # different words of the language that the passages are made of
_SMALL_WORDS = ("the", "of", "and", "is", "to", "in", "that", "it")
_SMALL = 0.4  # their share in a text
_HEADS = ("b", "br", "c", "d", "dr", "f", "gl", "h", "k", "l", "m", "n", "p", "r", "st", "t", "v")
_CORES = ("a", "e", "i", "o", "u", "ai", "ea")
_QUERIES = 200
_WHILE_BUSY = 20  # times as many during an import, at most
_EMBEDDED = 48  # passages embedded to see how fast

Figure = tuple[str, str, str]


def figures(passages: int = PASSAGES, *, chroma: bool = False) -> list[Figure]:
    """Every figure of finding in `passages` passages; takes minutes and a gigabyte of disk.

    `chroma` measures search with Chroma too: filling it takes as long as everything else.
    """
    with tempfile.TemporaryDirectory(prefix="meno-bench-") as folder:
        built = _apart("build", folder, passages)
        found = _apart("serve", folder, passages)
        if chroma and "exact_ms" in found:
            found |= _apart("chroma", folder, passages)
    how = f"{passages:,} passages in one course"
    made = [
        ("index the words of a course", f"{passages / built['words_s']:.0f} passages/s", how),
        ("start to the first lexical answer", f"{found['start_s']:.2f} s", f"{how}; new process"),
        ("a lexical search", _spread(found["lexical_ms"]), how),
    ]
    real = "vectors random; the query embedded by the default model"
    if "exact_ms" in found:
        made += [
            ("a search, exact vectors", _spread(found["exact_ms"]), f"{how}; {real}"),
            ("a search while embedding", _spread(found["busy_ms"]), f"{how}; as above"),
            ("embed passages", f"{found['embedded_s']:.1f} passages/s", "250 words each"),
            ("memory with everything loaded", f"{found['rss_mb']:.0f} MB", f"{how}; its peak"),
        ]
    if "chroma_ms" in found:
        made.append(("a search, Chroma", _spread(found["chroma_ms"]), f"{how}; {real}"))
    return made


def main(argv: Sequence[str]) -> int:
    """Run one part in this process and print what it measured as JSON."""
    part, folder, passages = argv
    work = {"build": _build, "serve": _serve, "chroma": _with_chroma}[part]
    print(json.dumps(asyncio.run(work(Path(folder), int(passages)))))
    return 0


def _apart(part: str, folder: str, passages: int) -> dict[str, Any]:
    run = [sys.executable, "-m", "tutor.evals.bench_finding", part, folder, str(passages)]
    done = subprocess.run(run, check=True, capture_output=True, text=True)  # noqa: S603  # ourselves
    held: dict[str, Any] = json.loads(done.stdout)
    return held


async def _build(folder: Path, passages: int) -> dict[str, float]:
    """Store the passages and their vectors, and make the index of words."""
    database = await Database.open(_url(folder))
    store = SqlPassageStore(database)
    dice = np.random.default_rng(1)
    for number in range(passages // _PER_DOCUMENT):
        document, held = _made(number, dice)
        await store.replace(document, held)
        rows = dense.unit(dice.standard_normal((len(held), 384), dtype=np.float32))
        vectors = {one.id: row.tobytes() for one, row in zip(held, rows, strict=True)}
        await store.store_embeddings(weights.DEFAULT_MODEL, vectors)
    begun = time.perf_counter()
    await Library(store, folder=folder / "words").search(Query(text="first", course=COURSE))
    seconds = time.perf_counter() - begun
    await database.close()
    return {"words_s": seconds}


async def _serve(folder: Path, passages: int) -> dict[str, Any]:
    """What a service sees: its start, then searches by words, by meaning, and during an import."""
    queries = _queries(passages)
    others = [text for seed in range(_WHILE_BUSY) for text in _queries(seed)]
    begun = time.perf_counter()
    database = await Database.open(_url(folder))
    store = SqlPassageStore(database)
    library = Library(store, folder=folder / "words", exact_up_to=2 * passages)
    await library.search(Query(text=queries[0], course=COURSE))
    found: dict[str, Any] = {"start_s": time.perf_counter() - begun}
    found["lexical_ms"] = await _timed(library, queries)
    try:
        embedder = await asyncio.to_thread(dense.load)
    except MissingExtra:
        return found
    await library.load_dense(lambda: embedder)
    found["exact_ms"] = await _timed(library, queries)
    found["rss_mb"] = _resident_mb()
    fresh = _made(passages, np.random.default_rng(passages))[1]
    importing = asyncio.create_task(library.add_document(_upload(fresh)))
    found["busy_ms"] = []
    for at in range(0, _QUERIES * _WHILE_BUSY, 5):  # others than before: vectors of those are kept
        if importing.done():
            break
        found["busy_ms"] += await _timed(library, others[at : at + 5])
    await importing
    texts = [indexed_text(one) for one in fresh[:_EMBEDDED]]
    begun = time.perf_counter()
    await asyncio.to_thread(embedder.embed, texts)
    found["embedded_s"] = len(texts) / (time.perf_counter() - begun)
    await database.close()
    return found


async def _with_chroma(folder: Path, passages: int) -> dict[str, Any]:
    """The same searches by meaning with Chroma, which is filled first."""
    from tutor.retrieval.chroma import ChromaVectors

    queries = _queries(passages)
    database = await Database.open(_url(folder))
    library = Library(SqlPassageStore(database), folder=folder / "words", exact_up_to=0)
    await library.search(Query(text=queries[0], course=COURSE))
    await library.load_dense(dense.load, partial(ChromaVectors.at_directory, folder / "chroma"))
    took = await _timed(library, queries)
    await database.close()
    return {"chroma_ms": took}


async def _timed(library: Library, queries: Sequence[str]) -> list[float]:
    """Milliseconds of each search; the first one, which fills caches, is made but not counted."""
    await library.search(Query(text=f"{queries[-1]} {queries[0]}", course=COURSE))
    took = []
    for text in queries:
        begun = time.perf_counter()
        await library.search(Query(text=text, course=COURSE))
        took.append((time.perf_counter() - begun) * 1000)
    return took


@cache
def _language() -> tuple[str, ...]:
    """Different pronounceable words, the commoner ones shorter."""
    dice = np.random.default_rng(0)
    syllables = [head + core for head in _HEADS for core in _CORES]
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        count = 1 + (len(words) > 100) + (len(words) > 8_000) + int(dice.integers(2))
        picks = dice.integers(len(syllables), size=count)
        words["".join(syllables[at] for at in picks) + "nst"[int(dice.integers(3))]] = None
    return tuple(words)


def _text(dice: np.random.Generator, count: int) -> str:
    """Words as often as in a language: the n-th commonest once where the commonest comes n times."""
    words = _language()
    picks = np.exp(dice.random(count) * np.log(len(words))).astype(int) - 1
    small = dice.random(count) < _SMALL
    chosen = (
        _SMALL_WORDS[at % 8] if is_small else words[at]
        for at, is_small in zip(picks.tolist(), small.tolist(), strict=True)
    )
    return " ".join(chosen)


def _made(number: int, dice: np.random.Generator) -> tuple[StoredDocument, tuple[Passage, ...]]:
    """A document's passages of 250 words, each under a heading, as the chunker would have cut them."""
    name = f"document-{number}"
    document = StoredDocument(
        id=DocumentId(name), course=COURSE, title=name, path=name, digest=name, text=""
    )
    held = tuple(
        Passage(
            id=PassageId(f"{name}:{at}"), course=COURSE, document=document.id, title=name,
            heading_path=(name, _text(dice, 3)), text=_text(dice, 250) + ".", start=0, end=0,
            anchor=str(at),
        )
        for at in range(_PER_DOCUMENT)
    )  # fmt: skip
    return document, held


def _upload(passages: Sequence[Passage]) -> StoredDocument:
    """A document of these passages that has yet to be read."""
    parts = [f"## {one.heading_path[1]}\n\n{one.text}" for one in passages]
    return StoredDocument(
        id=DocumentId("upload"), course=COURSE, title="Upload", path="upload", digest="upload",
        text="\n\n".join(("# Upload", *parts)),
    )  # fmt: skip


def _queries(seed: int) -> list[str]:
    """Messages of two to twelve words of the language, rare and common."""
    dice = np.random.default_rng(seed)
    return [_text(dice, int(dice.integers(2, 13))) for _ in range(_QUERIES)]


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / 'bench.sqlite3'}"


def _resident_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024**2


def _spread(took: Sequence[float]) -> str:
    cuts = statistics.quantiles(took, n=20)
    return f"p50 {statistics.median(took):.1f} ms, p95 {cuts[18]:.1f} ms"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
