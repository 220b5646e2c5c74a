"""Fits `safety.meant` (with the extra `dense`): `python -m tutor.evals.meant_fit tests/data/safety DATA [NAME]`.

NAME is `english`, `spanish` or `arabic`, all three if not given. The rows are those of
`trouble_fit` in that language, fewer alternatives of each line, every message whole.
"""

import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from tutor.evals import trouble_fit
from tutor.evals.trouble_fit import EASY, Told
from tutor.retrieval import dense, tongues
from tutor.retrieval.dense import Embedder
from tutor.safety.meant import (
    ARABIC,
    ENGLISH,
    REACH,
    SIZE,
    SPANISH,
    Look,
    Vector,
    Weights,
    shortened,
)
from tutor.safety.normal import forms
from tutor.safety.tongue import is_arabic, is_english, is_spanish

MOST_ALIKE = {
    "told": 2,
    "told_second": 3,
    "told_fifth": 4,
}  # alternatives of one line that are looked at
SOME = 5  # of so many ordinary texts that no learner wrote one is looked at
COST = 1.0  # of a row on the wrong side
SUPPORT = 0.4  # what an English row counts for Spanish
LONGEST = 400  # characters of a text that are embedded

NAMED = {
    "english": (ENGLISH, is_english),
    "spanish": (SPANISH, is_spanish),
    "arabic": (ARABIC, is_arabic),
}
LOADING: dict[str, Callable[[], Embedder]] = {
    ENGLISH.model: lambda: dense.load(ENGLISH.model),
    SPANISH.model: tongues.load,
}


def rows_of(folder: Path, data: Path) -> list[Told]:
    """The rows that are fitted on."""
    rows = [*trouble_fit.ours(folder, MOST_ALIKE)]
    for row in trouble_fit.ordinary(folder, data):
        if row.counts != EASY or zlib.crc32(row.text.encode()) % SOME == 0:
            rows.append(row)
    return rows


def _in(rows: Sequence[Told], language: Callable[[Sequence[str]], bool]) -> Iterator[Told]:
    return (row for row in rows if language(forms(row.text)[-1].split()))


def fitted(
    vectors: Vector, grave: Sequence[bool], counts: Sequence[float], reach: float = REACH
) -> Weights:
    """The weights: the vectors' main directions, then the rows that hold the border."""
    from sklearn.svm import SVC  # comes with the extra `dense`

    mean = vectors.mean(0)
    spread = vectors - mean
    _, directions = np.linalg.eigh(spread.T @ spread)
    kept = directions[:, ::-1][:, :SIZE]
    kept *= np.sign(kept[np.abs(kept).argmax(0), np.arange(SIZE)])  # eigenvectors have no sign
    blank = Weights(mean, kept, kept, mean, 0.0)
    places = np.stack([shortened(vector, blank) for vector in vectors])
    machine = SVC(C=COST, gamma=reach)
    machine.fit(places, grave, sample_weight=counts)
    return blank._replace(
        supports=machine.support_vectors_,
        pulls=machine.dual_coef_[0],
        start=float(machine.intercept_[0]),
    )


def write(look: Look, found: Weights) -> None:
    """Keep the weights of a look, in few bytes."""
    np.savez_compressed(
        look.weights,
        mean=found.mean.astype(np.float16),
        kept=found.kept.astype(np.float16),
        supports=np.round(found.supports * 127 / np.abs(found.supports).max()).astype(np.int8),
        pulls=found.pulls.astype(np.float16),
        start=np.array(found.start),
    )


def main() -> int:
    """Fit, and write the weights beside `safety.meant`."""
    rows = rows_of(Path(sys.argv[1]), Path(sys.argv[2]))
    for name in sys.argv[3:] or NAMED:
        look, in_language = NAMED[name]
        some = list(_in(rows, in_language))
        if (
            look is SPANISH
        ):  # the two languages are near enough for their vectors to help each other
            some += [replace(r, counts=r.counts * SUPPORT) for r in _in(rows, is_english)]
        embedder = LOADING[look.model]()
        vectors = embedder.embed([row.text[:LONGEST] for row in some]).astype(np.float64)
        grave, counts = [row.kind > 0 for row in some], [row.counts for row in some]
        found = fitted(vectors, grave, counts, look.reach)
        write(look, found)
        print(
            f"{len(some)} texts, {len(found.pulls)} hold the border: {look.weights.name} written."
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
