"""Fits `safety.meant` (with the extra `dense`): `python -m tutor.evals.meant_fit tests/data/safety DATA`.

The rows are the English ones of `trouble_fit`, fewer alternatives of each line, every message whole.
"""

import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tutor.evals import trouble_fit
from tutor.evals.trouble_fit import EASY, Told
from tutor.retrieval.dense import load
from tutor.safety.meant import MODEL, REACH, SIZE, WEIGHTS, Vector, Weights, shortened
from tutor.safety.normal import forms
from tutor.safety.themes import is_english

MOST_ALIKE = {"told": 2, "told_second": 3}  # alternatives of one line that are looked at
SOME = 5  # of so many ordinary texts that no learner wrote one is looked at
COST = 1.0  # of a row on the wrong side
LONGEST = 400  # characters of a text that are embedded


def english(folder: Path, data: Path) -> list[Told]:
    """The rows that are fitted on."""
    rows = [*trouble_fit.ours(folder, MOST_ALIKE)]
    for row in trouble_fit.ordinary(folder, data):
        if row.counts != EASY or zlib.crc32(row.text.encode()) % SOME == 0:
            rows.append(row)
    return [row for row in rows if is_english(forms(row.text)[-1].split())]


def fitted(rows: Sequence[Told], vectors: Vector) -> Weights:
    """The weights: the vectors' main directions, then the rows that hold the border."""
    from sklearn.svm import SVC  # comes with the extra `dense`

    mean = vectors.mean(0)
    spread = vectors - mean
    _, directions = np.linalg.eigh(spread.T @ spread)
    kept = directions[:, ::-1][:, :SIZE]
    kept *= np.sign(kept[np.abs(kept).argmax(0), np.arange(SIZE)])  # eigenvectors have no sign
    blank = Weights(mean, kept, kept, mean, 0.0)
    places = np.stack([shortened(vector, blank) for vector in vectors])
    machine = SVC(C=COST, gamma=REACH)
    grave = [row.kind > 0 for row in rows]
    machine.fit(places, grave, sample_weight=[row.counts for row in rows])
    return blank._replace(
        supports=machine.support_vectors_,
        pulls=machine.dual_coef_[0],
        start=float(machine.intercept_[0]),
    )


def main() -> int:
    """Fit, and write the weights beside `safety.meant`."""
    rows = english(Path(sys.argv[1]), Path(sys.argv[2]))
    vectors = load(MODEL).embed([row.text[:LONGEST] for row in rows]).astype(np.float64)
    found = fitted(rows, vectors)
    np.savez_compressed(
        WEIGHTS,
        mean=found.mean.astype(np.float16),
        kept=found.kept.astype(np.float16),
        supports=np.round(found.supports * 127 / np.abs(found.supports).max()).astype(np.int8),
        pulls=found.pulls.astype(np.float16),
        start=np.array(found.start),
    )
    print(f"{len(rows)} texts, {len(found.pulls)} hold the border: {WEIGHTS.name} written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
