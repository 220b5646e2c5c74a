"""Vectors kept for the next evaluation."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tutor.evals.kept_vectors import KeptVectors
from tutor.retrieval.dense import HashingEmbedder, Vectors

TEXTS = ["Plants absorb light.", "Animals walk.", "Stars shine."]


class Counting(HashingEmbedder):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return super().embed(texts)


def test_passages_are_embedded_once_and_queries_each_time(tmp_path: Path) -> None:
    first, later = Counting(), Counting()
    made = KeptVectors(first, tmp_path).embed(TEXTS[:2])
    again = KeptVectors(later, tmp_path)
    assert np.array_equal(again.embed(TEXTS)[:2], made)
    again.embed(["What walks?"])
    again.embed(["What walks?"])
    assert later.asked == [TEXTS[2], "What walks?", "What walks?"]


def test_a_file_that_was_cut_off_loses_only_its_last_vector(tmp_path: Path) -> None:
    KeptVectors(HashingEmbedder(), tmp_path).embed(TEXTS)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-5])
    later = Counting()
    kept = KeptVectors(later, tmp_path)
    assert np.array_equal(kept.embed(TEXTS), HashingEmbedder().embed(TEXTS))
    assert later.asked == TEXTS[2:]
    assert np.array_equal(KeptVectors(Counting(), tmp_path).embed(TEXTS), kept.embed(TEXTS))
