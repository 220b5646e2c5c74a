"""Chroma as the index of vectors: one collection a course, our own vectors, one process a directory.

Embedded Chroma is for one process: a second writer on the same directory loses vectors without a
word. So the directory is locked for as long as it is open, and a second process is refused.
Several workers share a Chroma server instead. One collection a course, because a filter on
metadata makes a query many times slower than the query.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from tutor.errors import BadSettings, MissingExtra
from tutor.ids import CourseId, PassageId
from tutor.retrieval.dense import Vectors

_BATCH = 500  # vectors written at a time: larger batches hold up queries


class ChromaVectors:
    """Vectors in Chroma; `VectorIndex`. Open one with `at_directory` or `at_url`."""

    def __init__(self, client: Any, lock: Any = None) -> None:
        self._client = client
        self._lock = lock

    @classmethod
    def at_directory(cls, directory: Path) -> "ChromaVectors":
        """Open (or make) an embedded index; raises BadSettings while another process has it."""
        chromadb, settings = _chromadb()
        from filelock import FileLock, Timeout

        directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(directory / "meno.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as taken:
            raise BadSettings(
                "Another process has this vector index open, and Chroma keeps only one.",
                where=str(directory),
                do="Stop the other process, or let all of them use a Chroma server (MENO_CHROMA_URL).",
            ) from taken
        return cls(chromadb.PersistentClient(path=str(directory), settings=settings), lock)

    @classmethod
    def at_url(cls, url: str) -> "ChromaVectors":
        """Use a server such as http://chroma:8000; raises BadSettings when it does not answer."""
        chromadb, settings = _chromadb()
        parts = urlsplit(url)
        secure = parts.scheme == "https"
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise BadSettings("This is no address of a Chroma server.", where=url)
        try:
            client = chromadb.HttpClient(
                host=parts.hostname,
                port=parts.port or (443 if secure else 80),
                ssl=secure,
                settings=settings,
            )
        except ValueError as silent:  # what Chroma raises when it cannot connect
            raise BadSettings(
                "The Chroma server does not answer.",
                where=url,
                do="Start it, or unset MENO_CHROMA_URL.",
            ) from silent
        return cls(client)

    def close(self) -> None:
        """Give the directory free for another process."""
        if self._lock is not None:
            self._client.close()
            self._lock.release()

    def sync(
        self,
        course: CourseId,
        model: str,
        passages: Sequence[PassageId],
        vectors: Mapping[PassageId, bytes],
    ) -> None:
        """Hold exactly these passages; what is there already is not written again."""
        collection = self._collection(course, model)
        held = set(collection.get(include=[])["ids"])
        if gone := sorted(held - set(passages)):
            for at in range(0, len(gone), _BATCH):
                collection.delete(ids=gone[at : at + _BATCH])
        fresh = [one for one in passages if one not in held]
        for at in range(0, len(fresh), _BATCH):
            batch = fresh[at : at + _BATCH]
            rows = [np.frombuffer(vectors[one], "<f4").astype(np.float32) for one in batch]
            collection.upsert(ids=list(batch), embeddings=rows)

    def nearest(
        self, course: CourseId, model: str, vector: Vectors, k: int
    ) -> dict[PassageId, float]:
        """The cosines of about the `k` nearest passages."""
        collection = self._collection(course, model)
        found = collection.query(query_embeddings=[vector], n_results=k, include=["distances"])
        ids, distances = found["ids"][0], found["distances"][0]
        return {PassageId(one): 1 - float(far) for one, far in zip(ids, distances, strict=True)}

    def _collection(self, course: CourseId, model: str) -> Any:
        name = hashlib.sha256(f"{course}\x00{model}".encode()).hexdigest()[:32]
        return self._client.get_or_create_collection(
            name=f"meno-{name}",
            embedding_function=None,  # the default one would download a model
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
            metadata={"course": course, "model": model},
        )


def _chromadb() -> tuple[Any, Any]:
    try:
        import chromadb
        from chromadb.config import Settings
    except ImportError as missing:
        raise MissingExtra("Chroma is not installed.", do="Install meno-tutor[dense].") from missing
    return chromadb, Settings(anonymized_telemetry=False)
