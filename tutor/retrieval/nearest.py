"""The port of an index of vectors, for courses too large to compare with every passage."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from tutor.ids import CourseId, PassageId
from tutor.retrieval.dense import Vectors


class VectorIndex(Protocol):
    """Vectors by passage, apart by course and model; derived from the store. Blocking: use threads."""

    def sync(
        self,
        course: CourseId,
        model: str,
        passages: Sequence[PassageId],
        vectors: Mapping[PassageId, bytes],
    ) -> None:
        """Hold exactly these passages; vectors are float32, little-endian."""
        ...

    def nearest(
        self, course: CourseId, model: str, vector: Vectors, k: int
    ) -> dict[PassageId, float]:
        """The cosines of about the `k` nearest passages."""
        ...


class ExactVectors:
    """Every vector in memory, compared one by one; `VectorIndex` without an outside library."""

    def __init__(self) -> None:
        self._held: dict[tuple[CourseId, str], dict[PassageId, bytes]] = {}

    def sync(
        self,
        course: CourseId,
        model: str,
        passages: Sequence[PassageId],
        vectors: Mapping[PassageId, bytes],
    ) -> None:
        """Hold exactly these passages."""
        self._held[course, model] = {one: vectors[one] for one in passages}

    def nearest(
        self, course: CourseId, model: str, vector: Vectors, k: int
    ) -> dict[PassageId, float]:
        """The cosines of the `k` nearest passages."""
        held = self._held.get((course, model), {})
        cosines = {one: float(np.frombuffer(row, "<f4") @ vector) for one, row in held.items()}
        best = sorted(cosines, key=lambda one: -cosines[one])[:k]
        return {one: cosines[one] for one in best}
