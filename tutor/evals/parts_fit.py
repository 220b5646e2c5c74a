"""Fits `safety.parts` (with the extra `dense`): `python -m tutor.evals.parts_fit tests/data/safety DATA`.

The rows are the Spanish and Arabic ones of `meant_fit`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tutor.evals.meant_fit import rows_of
from tutor.evals.sparse import Matrix
from tutor.evals.trouble_fit import Told
from tutor.safety.everyday import own_words
from tutor.safety.normal import forms
from tutor.safety.parts import BUCKETS, WEIGHTS, parts
from tutor.safety.tongue import is_english
from tutor.safety.trouble import pieces

EASE = 4.0  # the inverse of the penalty; what a row counts is multiplied by it


def fitted(rows: Sequence[Told]) -> tuple[Matrix, float]:
    """The weight of each bucket, and the constant."""
    from scipy.sparse import csr_matrix  # both come with the extra `dense`
    from sklearn.linear_model import LogisticRegression

    places, values, starts, kept = [], [], [0], []
    for row in rows:
        words = next(pieces(own_words(forms(row.text))[-1]), None)
        if words is None:
            continue
        found = [part for word in set(words) for part in parts(word)]
        places += found
        values += [len(found) ** -0.5] * len(found)
        starts.append(len(places))
        kept.append(row)
    table = csr_matrix((values, places, starts), shape=(len(kept), BUCKETS))
    reader = LogisticRegression(C=EASE, solver="liblinear", max_iter=100)
    reader.fit(table, [row.kind > 0 for row in kept], sample_weight=[row.counts for row in kept])
    return reader.coef_[0], float(reader.intercept_[0])


def main() -> int:
    """Fit, and write the weights beside `safety.parts`."""
    rows = rows_of(Path(sys.argv[1]), Path(sys.argv[2]))
    some = [row for row in rows if not is_english(forms(row.text)[-1].split())]
    weights, start = fitted(some)
    # Most are small, and a message has hundreds of them: in 8 bits they would be lost.
    np.savez_compressed(WEIGHTS, weights=weights.astype(np.float16), start=np.array(start))
    print(f"{len(some)} texts: {WEIGHTS.name} written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
