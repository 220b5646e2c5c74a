"""Every index of vectors keeps one contract; embedded Chroma refuses a second process."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tutor.errors import BadSettings
from tutor.ids import CourseId, PassageId
from tutor.retrieval.chroma import ChromaVectors
from tutor.retrieval.dense import unit
from tutor.retrieval.nearest import ExactVectors, VectorIndex

ONE, OTHER = CourseId("one"), CourseId("other")
ROWS = unit(np.random.default_rng(1).normal(size=(40, 8)).astype(np.float32))
IDS = [PassageId(f"p{n}") for n in range(40)]
VECTORS = {one: row.astype("<f4").tobytes() for one, row in zip(IDS, ROWS, strict=True)}


@pytest.fixture(params=["exact", pytest.param("chroma", marks=pytest.mark.heavy)])
def vectors(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorIndex]:
    if request.param == "exact":
        yield ExactVectors()
        return
    pytest.importorskip("chromadb", reason="the extra dense is not installed")
    index = ChromaVectors.at_directory(tmp_path)
    yield index
    index.close()


def test_the_nearest_come_with_their_cosines(vectors: VectorIndex) -> None:
    vectors.sync(ONE, "m", IDS, VECTORS)
    found = vectors.nearest(ONE, "m", ROWS[3], 5)
    assert set(found) == {IDS[at] for at in np.argsort(-(ROWS @ ROWS[3]))[:5]}
    assert found[IDS[3]] == pytest.approx(1, abs=1e-4)
    for one, cosine in found.items():
        assert cosine == pytest.approx(float(ROWS[IDS.index(one)] @ ROWS[3]), abs=1e-4)


def test_exactly_what_was_synced_last_is_found(vectors: VectorIndex) -> None:
    vectors.sync(ONE, "m", IDS[:20], VECTORS)
    vectors.sync(ONE, "m", IDS[10:], VECTORS)
    found = vectors.nearest(ONE, "m", ROWS[15], 30)
    assert not set(found) & set(IDS[:10])
    assert IDS[35] in vectors.nearest(ONE, "m", ROWS[35], 3)


def test_courses_and_models_are_apart(vectors: VectorIndex) -> None:
    vectors.sync(ONE, "m", IDS[:5], VECTORS)
    vectors.sync(OTHER, "m", IDS[5:10], VECTORS)
    vectors.sync(ONE, "n", IDS[10:15], VECTORS)
    assert set(vectors.nearest(ONE, "m", ROWS[7], 5)) <= set(IDS[:5])
    assert set(vectors.nearest(OTHER, "m", ROWS[7], 5)) <= set(IDS[5:10])
    assert set(vectors.nearest(ONE, "n", ROWS[7], 5)) <= set(IDS[10:15])


def test_an_empty_course_has_nothing_near(vectors: VectorIndex) -> None:
    vectors.sync(ONE, "m", [], {})
    assert vectors.nearest(ONE, "m", ROWS[0], 3) == {}


SECOND = """
import sys
from pathlib import Path
from tutor.errors import BadSettings
from tutor.retrieval.chroma import ChromaVectors
try:
    ChromaVectors.at_directory(Path(sys.argv[1]))
except BadSettings as refused:
    print(refused)
    raise SystemExit(3)
"""


@pytest.mark.heavy
def test_a_second_process_at_the_same_directory_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("chromadb", reason="the extra dense is not installed")
    index = ChromaVectors.at_directory(tmp_path)
    command = [sys.executable, "-c", SECOND, str(tmp_path)]
    second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 3, second.stderr
    assert "Another process" in second.stdout
    assert "MENO_CHROMA_URL" in second.stdout
    index.close()
    third = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert third.returncode == 0, third.stderr


@pytest.mark.heavy
def test_a_server_that_does_not_answer_is_said() -> None:
    pytest.importorskip("chromadb", reason="the extra dense is not installed")
    with pytest.raises(BadSettings, match="does not answer"):
        ChromaVectors.at_url("http://127.0.0.1:9")
    with pytest.raises(BadSettings, match="no address"):
        ChromaVectors.at_url("chroma")
