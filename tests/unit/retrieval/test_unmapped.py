"""Postings that are read from a file give what the same postings give in memory."""

from pathlib import Path

import numpy as np
import pytest

from tutor.retrieval.bm25 import Array, Bm25, Field, Ragged
from tutor.retrieval.unmapped import STEP, OpenFile, Stored, Unmapped

ROWS = 50
PARTS = ("terms", "begins", "owner", "gain")


def in_memory() -> Field:
    """Postings of some thousand terms, as far apart as pairs of words are."""
    dice = np.random.default_rng(7)
    rows = [dice.integers(0, 4 * STEP, size=200) * (1 << 31) + 3 for _ in range(ROWS)]
    return Field.of(Ragged.of(rows), Bm25())


def in_file(field: Field, file: Path) -> Unmapped:
    arrays: dict[str, Array] = {part: getattr(field, part) for part in PARTS}
    file.write_bytes(b"".join(one.tobytes() for one in arrays.values()))
    begins = np.cumsum([0, *(one.nbytes for one in arrays.values())]).tolist()
    with file.open("rb") as source:
        held = OpenFile(source)
    stored = {
        name: Stored(held, one.dtype, len(one), begin)
        for (name, one), begin in zip(arrays.items(), begins, strict=False)
    }
    return Unmapped(field.rows, field.most, field.terms[::STEP].copy(), stored)


def test_every_term_scores_as_in_memory(tmp_path: Path) -> None:
    field = in_memory()
    unmapped = in_file(field, tmp_path / "postings")
    assert len(field.terms) > 2 * STEP
    for term in (*field.terms.tolist(), 0, 4, 3 + (9 * STEP << 31)):
        scores = np.zeros(ROWS, dtype=np.float32)
        unmapped.add(scores, [term], 0.5)
        assert (scores == np.float32(0.5) * field.scores([term])).all(), term


def test_a_file_that_is_replaced_is_still_read(tmp_path: Path) -> None:
    field, file = in_memory(), tmp_path / "postings"
    unmapped = in_file(field, file)
    other = tmp_path / "other"
    other.write_bytes(b"")
    other.replace(file)
    whole = unmapped.whole()
    assert all((getattr(whole, part) == getattr(field, part)).all() for part in PARTS)


def test_gains_as_whole_numbers_are_those_of_the_formula() -> None:
    rows = [np.array([1] * count + [2] * 40) for count in (1, 2, 5, 60)]
    counts, lengths = np.array([1, 2, 5, 60]), np.array([len(row) for row in rows])
    saturation = 1.5 * (0.4 + 0.6 * lengths / lengths.mean())
    field = Field.of(Ragged.of(rows), Bm25())
    expected = field.rarity(1) * counts * 2.5 / (counts + saturation)
    assert field.scores([1]) == pytest.approx(expected, rel=2e-4)
