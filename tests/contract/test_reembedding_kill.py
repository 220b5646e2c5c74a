"""A process that is killed while it embeds loses nothing: the next one goes on where it was."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.dense import HashingEmbedder, Vectors
from tutor.retrieval.index import Library
from tutor.retrieval.passage import Query, StoredDocument
from tutor.storage.database import Database
from tutor.storage.passages import SqlPassageStore

COURSE = CourseId("long")
PARTS = 160
DOCUMENT = StoredDocument(
    id=DocumentId("long"),
    course=COURSE,
    title="Long",
    path="long.md",
    digest="1",
    text="\n\n".join(f"## Part {n}\n\nSomething about topic{n}." for n in range(PARTS)),
)


class Slow(HashingEmbedder):
    """Takes its time, as a model does, and says when a batch is done."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        time.sleep(0.3)
        print("batch", flush=True)
        self.count += len(texts)
        return super().embed(texts)


async def embed(url: str, embedder: Slow) -> tuple[int, int]:
    """Embed the course; passages, and how many had a vector before."""
    database = await Database.open(url)
    store = SqlPassageStore(database)
    before = len(await store.embeddings(COURSE, embedder.name))
    library = Library(store)
    await library.add_document(DOCUMENT)
    await library.load_dense(lambda: embedder)
    passages = len(await store.passages(COURSE))
    assert len(await store.embeddings(COURSE, embedder.name)) == passages
    hits = await library.search(Query(text="topic77", course=COURSE, k=1))
    assert "topic77" in hits[0].passage.text
    await database.close()
    return passages, before


def test_embedding_goes_on_after_a_kill(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'meno.sqlite3'}"
    run = [sys.executable, "-m", "tests.contract.test_reembedding_kill", url]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(3):  # the vectors of two batches are stored by now
            assert process.stdout.readline() == "batch\n"
        os.kill(process.pid, signal.SIGKILL)
    embedder = Slow()
    passages, before = asyncio.run(embed(url, embedder))
    assert passages == PARTS
    assert 0 < before < passages
    assert embedder.count == passages - before + 1  # the missing ones, and the query


if __name__ == "__main__":
    asyncio.run(embed(sys.argv[1], Slow()))
