"""Vectors kept between evaluations: embedding a shelf of books takes minutes, and they stay the same."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tutor.retrieval.dense import Embedder, Remembers, Vectors

_KEY = 16  # bytes of a text's hash


class KeptVectors:
    """An embedder that remembers, in a file of its own for each model; `Embedder`.

    Records of a text's hash and its vector are only ever added, so that an evaluation that is
    stopped goes on where it was. A single text is a query: it is embedded each time, so that the
    times of queries are true ones.
    """

    def __init__(self, embedder: Embedder, directory: Path) -> None:
        """`directory` is made when missing."""
        self._embedder = embedder
        directory.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(embedder.name.encode()).hexdigest()[:12]
        self._file = directory / f"vectors-{name}-{embedder.size}.bin"
        self._kept: dict[bytes, bytes] = {}
        self._read()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._embedder.name

    @property
    def size(self) -> int:
        """The length of a vector."""
        return self._embedder.size

    def knows(self, language: str) -> bool:
        """Whether the model was trained on the language."""
        return self._embedder.knows(language)

    def forget(self) -> None:
        """Have the model forget the questions that it embedded."""
        if isinstance(self._embedder, Remembers):
            self._embedder.forget()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text."""
        if len(texts) == 1:
            return self._embedder.embed(texts)
        keys = [hashlib.sha256(one.encode()).digest()[:_KEY] for one in texts]
        missing = {
            key: text for key, text in zip(keys, texts, strict=True) if key not in self._kept
        }
        if missing:
            made = self._embedder.embed(list(missing.values()))
            fresh = {
                key: row.astype("<f4").tobytes() for key, row in zip(missing, made, strict=True)
            }
            with self._file.open("ab") as file:
                file.write(b"".join(key + row for key, row in fresh.items()))
            self._kept |= fresh
        rows = b"".join(self._kept[key] for key in keys)
        return np.frombuffer(rows, "<f4").reshape(len(texts), self.size).astype(np.float32)

    def _read(self) -> None:
        held = self._file.read_bytes() if self._file.is_file() else b""
        record = _KEY + 4 * self.size
        for at in range(0, len(held) - record + 1, record):
            self._kept[held[at : at + _KEY]] = held[at + _KEY : at + record]
        if len(held) % record:  # an evaluation was stopped while it wrote
            with self._file.open("r+b") as file:
                file.truncate(len(held) - len(held) % record)
