"""How near a course's passages are to a query's vector: all of them, or those that may be meant.

In a large course two lists are made first: the best by words, and those whose vectors have
most signs in common with the query's. Only these, and then the rest of the pages of the
best of them, are compared exactly. Signs keep the order of angles well enough to choose a thousand of a hundred thousand
(Charikar 2002, "Similarity estimation techniques from rounding algorithms").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from tutor.ids import CourseId, PassageId
from tutor.retrieval.bm25 import Numbers, Scores
from tutor.retrieval.dense import Embedder, Vectors
from tutor.retrieval.fuse import best, fused, middle_of
from tutor.retrieval.nearest import VectorIndex
from tutor.retrieval.view import View

Whole = npt.NDArray[np.int16]
Signs = npt.NDArray[np.uint64]
_Kind = TypeVar("_Kind", np.float32, np.int16)

ALL = 10_000  # passages up to which each one is compared
_BY_MEANING = 1_000  # passages that signs choose
_BY_WORDS = 300  # passages that words choose
_BY_BOTH = 200  # passages of these that come to the last round, with their pages
_NEAREST = 400  # passages asked of an index of vectors
_PART = 4_000  # passages whose vectors are worked on together
_ONE = 32_767  # what 1.0 is in a vector of whole numbers


@dataclass(frozen=True, slots=True)
class Near:
    """Passages of the view that may be meant, in its order, and their cosines.

    `middle` is what cosines are measured from (see `fuse`), None for that of these passages.
    """

    at: Numbers
    cosines: Vectors
    middle: float | None = None


class Meaning(Protocol):
    """The vectors of a view's passages."""

    @property
    def embedder(self) -> Embedder:
        """What made them."""
        ...

    def near(self, vector: Vectors, words: Scores, view: View) -> Near:
        """What is near a vector; `words` are the query's scores by words."""
        ...

    def carried_over(self, ids: tuple[PassageId, ...]) -> "Meaning":
        """The same vectors for other passages."""
        ...


@dataclass(frozen=True, slots=True)
class Exact:
    """A row for each passage of the view: exact, and fastest for a course of usual size.

    Rows of passages that are not embedded yet are zero: those are found by words until then.
    """

    embedder: Embedder
    ids: tuple[PassageId, ...]
    rows: Vectors

    def near(self, vector: Vectors, words: Scores, view: View) -> Near:
        """Every passage."""
        return Near(view.places, _products(self.rows, vector))

    def carried_over(self, ids: tuple[PassageId, ...]) -> "Exact":
        """The same vectors for other passages."""
        return Exact(self.embedder, ids, _carried(self.rows, self.ids, ids))


@dataclass(frozen=True, slots=True)
class Sifted:
    """A row of whole numbers for each passage, and its signs, 64 in one number, by columns.

    Zero rows are passages that are not embedded yet.
    """

    embedder: Embedder
    ids: tuple[PassageId, ...]
    rows: Whole
    signs: Signs
    # The rows of each view's sample side by side: every question is compared with all of them.
    samples: WeakKeyDictionary[View, Vectors] = field(default_factory=WeakKeyDictionary)

    def near(self, vector: Vectors, words: Scores, view: View) -> Near:
        """The best of those chosen by signs or by words, with their pages."""
        middle = middle_of(_products(self._sample(view), vector), view.page_of[view.sample])
        alike = self._alike(vector)
        alike[best(words, _BY_WORDS)] = True
        some = np.flatnonzero(alike)
        # Of a page known in part only the best are known: no passage is taken for less than it is.
        cosines = self._cosines(some, vector)
        scores = fused(words[some], cosines, view.page_of[some], middle=middle)
        last = [*best(scores, _BY_BOTH), words[some].argmax(), cosines.argmax()]
        at = view.with_pages(some[last])
        return Near(at, self._cosines(at, vector), middle)

    def carried_over(self, ids: tuple[PassageId, ...]) -> "Sifted":
        """The same vectors for other passages."""
        rows = _carried(self.rows, self.ids, ids)
        return Sifted(self.embedder, ids, rows, _signs(rows))

    def _cosines(self, at: Numbers, vector: Vectors) -> Vectors:
        rows = self.rows.take(at, axis=0).astype(np.float32)
        return _products(rows, vector / np.float32(_ONE))

    def _sample(self, view: View) -> Vectors:
        rows = self.samples.get(view)
        if rows is None:
            rows = self.rows[view.sample].astype(np.float32)
            rows /= np.float32(_ONE)
            self.samples[view] = rows
        return rows

    def _alike(self, vector: Vectors) -> npt.NDArray[np.bool_]:
        """Which passages have the fewest other signs, `_BY_MEANING` or some more of equals."""
        apart = np.zeros(len(self.ids), dtype=np.uint16)
        for column, sign in zip(self.signs, _signs(vector[None])[:, 0], strict=True):
            apart += np.bitwise_count(column ^ sign)
        reached = np.cumsum(np.bincount(apart))
        return apart <= np.uint16(np.searchsorted(reached, _BY_MEANING))


@dataclass(frozen=True, slots=True)
class Indexed:
    """The view's passages in an index of vectors, for a course of very many."""

    embedder: Embedder
    places: Mapping[PassageId, int]
    index: VectorIndex
    course: CourseId

    def near(self, vector: Vectors, words: Scores, view: View) -> Near:
        """Every passage: all but the nearest count as far as the farthest of these."""
        found = self.index.nearest(self.course, self.embedder.name, vector, _NEAREST)
        far = min(found.values(), default=0.0)
        cosines = np.full(len(self.places), far, dtype=np.float32)
        for one, cosine in found.items():
            if one in self.places:
                cosines[self.places[one]] = cosine
        return Near(view.places, cosines)

    def carried_over(self, ids: tuple[PassageId, ...]) -> "Indexed":
        """The same index for other passages."""
        places = {one: at for at, one in enumerate(ids)}
        return Indexed(self.embedder, places, self.index, self.course)


class Filling:
    """The vectors of a course, as fits so many passages: they are given part by part.

    So those of a large course never lie in memory as they are stored, which takes twice as much.
    """

    def __init__(
        self, embedder: Embedder, ids: Sequence[PassageId], *, sifted: bool | None = None
    ) -> None:
        """`sifted` if not given: in a large course."""
        self._embedder, self._ids = embedder, tuple(ids)
        self._sifted = len(ids) > ALL if sifted is None else sifted
        kind = np.int16 if self._sifted else np.float32
        self._rows = np.zeros((len(ids), embedder.size), dtype=kind)
        self._filled = 0

    def add(self, vectors: Sequence[bytes]) -> None:
        """The vectors of the next passages: of length 1, float32, little-endian."""
        part = np.frombuffer(b"".join(vectors), dtype="<f4").reshape(len(vectors), -1)
        end = self._filled + len(vectors)
        self._rows[self._filled : end] = np.rint(part * _ONE) if self._sifted else part
        self._filled = end

    def whole(self) -> Exact | Sifted:
        """All of them, once every passage's has been given."""
        if self._sifted:
            return Sifted(self._embedder, self._ids, self._rows, _signs(self._rows))
        return Exact(self._embedder, self._ids, self._rows)


def compared(
    embedder: Embedder,
    ids: Sequence[PassageId],
    stored: Mapping[PassageId, bytes],
    *,
    sifted: bool | None = None,
) -> Exact | Sifted:
    """Stored vectors of all these passages; see `Filling`."""
    filling = Filling(embedder, ids, sifted=sifted)
    for at in range(0, len(ids), _PART):
        filling.add([stored[one] for one in ids[at : at + _PART]])
    return filling.whole()


def _products(rows: Vectors, vector: Vectors) -> Vectors:
    """Each row times the vector, by this thread alone.

    `rows @ vector` is given to several threads, which wait for each other, and go on waiting for a while
    after it: beside another program a search took three times as long by it.
    """
    products: Vectors = np.vecdot(rows, vector)
    return products


def _signs(rows: npt.NDArray[np.floating | np.integer]) -> Signs:
    """The signs of each row, 64 in one number: shape (numbers, rows)."""
    count, size = rows.shape
    bits = np.zeros((count, -(-size // 64) * 8), dtype=np.uint8)
    for at in range(0, count, _PART):  # a byte for each sign, for some rows at a time
        bits[at : at + _PART, : -(-size // 8)] = np.packbits(rows[at : at + _PART] > 0, axis=1)
    return np.ascontiguousarray(bits.view(np.uint64).T)


def _carried(
    rows: npt.NDArray[_Kind], old: Sequence[PassageId], new: Sequence[PassageId]
) -> npt.NDArray[_Kind]:
    """The rows of passages that stay, in their new order; zero for the others."""
    places = {one: at for at, one in enumerate(old)}
    taken = np.array([places.get(one, -1) for one in new], dtype=np.int64)
    carried = rows[taken] if len(rows) else np.zeros((len(new), rows.shape[1]), rows.dtype)
    carried[taken < 0] = 0
    return carried
