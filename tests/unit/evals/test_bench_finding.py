"""The course that finding is timed in, and its first half: stored, indexed, kept."""

from pathlib import Path

import numpy as np

from tutor.evals import bench_finding
from tutor.retrieval.chunk import count_words, passages_of


def test_the_same_seed_makes_the_same_passages_of_a_usual_size() -> None:
    words, dice = bench_finding._again()
    document = bench_finding._document(0, words, dice)
    assert document == bench_finding._document(0, *bench_finding._again())
    passages = passages_of(document)
    assert len(passages) == 100
    assert np.median([count_words(one.text) for one in passages]) == 250


async def test_what_is_built_is_kept_for_the_service(tmp_path: Path) -> None:
    built = await bench_finding._build(tmp_path, 100)
    assert built["words_s"] > 0
    assert (tmp_path / "bench.sqlite3").stat().st_size > 100 * 384 * 4
    assert len(list((tmp_path / "words").iterdir())) == 1
