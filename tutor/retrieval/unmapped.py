"""Postings that stay in their file: read where a query has one of their terms, never mapped.

Pairs of words are very many and each is rare, so that what a query touches of them lies anywhere.
Mapped, some hundred queries bring all of it into the process's memory, since a page brings its
neighbours with it.
"""

import os
import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from tutor.retrieval.bm25 import Array, Field, Numbers, Scores, add_gains, rarity

READS = hasattr(os, "pread")  # not so on Windows: there pairs are mapped like all else
STEP = 1_024  # terms from one signpost to the next


class OpenFile:
    """A file that stays open when its name goes to another one. For any thread."""

    def __init__(self, file: BinaryIO) -> None:
        """`file` may be closed after it."""
        self._number = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._number)

    def read(self, begin: int, length: int) -> bytes:
        """Some bytes from a place."""
        return os.pread(self._number, length, begin)


@dataclass(frozen=True, slots=True)
class Stored:
    """An array of `count` numbers of a kind that begins at a place of a file."""

    file: OpenFile
    kind: np.dtype[np.generic]
    count: int
    begin: int

    def read(self, start: int, stop: int) -> Array:
        """Numbers from `start` up to `stop`, or the end."""
        length = max(min(stop, self.count) - start, 0) * self.kind.itemsize
        held = self.file.read(self.begin + start * self.kind.itemsize, length)
        return np.frombuffer(held, self.kind)


class Unmapped:
    """The postings of a `Field` in a file."""

    def __init__(
        self, rows: int, most: float, signposts: Numbers, arrays: Mapping[str, Stored]
    ) -> None:
        """`signposts` is every `STEP`th of the terms; `arrays` are a field's, by name."""
        self._rows, self._most, self._signposts = rows, most, signposts
        self._arrays = arrays

    def add(self, total: Scores, terms: Iterable[int], weight: float) -> None:
        """Add the score of each row, times `weight`, to `total`."""
        for term in terms:
            start, stop = self._span(term)
            if stop > start:
                owner, gain = (self._arrays[one].read(start, stop) for one in ("owner", "gain"))
                one = weight * self._most * rarity(stop - start, self._rows)
                add_gains(total, owner, gain, one)

    def whole(self) -> Field:
        """All of it, in memory."""
        arrays = {name: one.read(0, one.count) for name, one in self._arrays.items()}
        return Field(rows=self._rows, most=self._most, **arrays)

    def _span(self, term: int) -> tuple[int, int]:
        first = int(self._signposts.searchsorted(term, side="right")) - 1
        if first < 0:
            return 0, 0
        near = self._arrays["terms"].read(first * STEP, (first + 1) * STEP)
        at = int(near.searchsorted(term))
        if at == len(near) or near[at] != term:
            return 0, 0
        at += first * STEP
        start, stop = self._arrays["begins"].read(at, at + 2).tolist()
        return start, stop
