"""Fits `dialogue.intents.likely` and `meaning` (with the extra `dense`): `python -m tutor.evals.intent_fit tests/data/intents tests/data/wandering`.

Only the tuning half of the first folder's rows is looked at, and all rows of any other; the concern rows are left out, since the screen answers
for them. Prints the macro-F1 of cross-validation on that half.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tutor.dialogue.intents import meaning
from tutor.dialogue.intents.likely import BUCKETS, WEIGHTS, features, size
from tutor.dialogue.intents.said import said
from tutor.dialogue.reading.heard import Heard
from tutor.dialogue.reading.weighed import situation
from tutor.dialogue.session import EMPTY
from tutor.evals.intent_rows import Readers, Said, ours, rows_of
from tutor.evals.intent_scores import scores
from tutor.retrieval.dense import load

PENALTY = 0.3
ROUNDS = 400
STEP = 0.1
FOLDS = 5
Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


def matrix(rows: Sequence[Said], readers: Readers) -> Matrix:
    """One row of features for each utterance."""
    made = np.zeros((len(rows), size()))
    for at, row in enumerate(rows):
        item = readers.item(row)
        grade = item.grade(row.text) if item is not None else None
        heard = Heard(
            body=row.text, spoken=row.text.casefold(), item=item, grade=grade, session=EMPTY,
            about=readers.vocabulary(row.course)(row.text.casefold()),
        )  # fmt: skip
        for place, value in features(said(row.text), situation(heard)).items():
            made[at, place] = value
    return made


def fitted(x: Matrix, y: Places, classes: int, penalty: float = PENALTY) -> Matrix:
    """Softmax regression with an L2 penalty, by Adam (Kingma & Ba 2015) on all rows at once."""
    weights = np.zeros((x.shape[1], classes))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    wanted = np.eye(classes)[y]
    for step in range(1, ROUNDS + 1):
        total = x @ weights
        odds = np.exp(total - total.max(1, keepdims=True))
        slope = (x.T @ (odds / odds.sum(1, keepdims=True) - wanted) + penalty * weights) / len(x)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        pace = STEP if step < 0.6 * ROUNDS else STEP / 5
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def cross_validated(x: Matrix, y: Places, classes: int, folds: int = FOLDS) -> Places:
    """What each row is taken to be by weights that were fitted without it."""
    fold = np.random.default_rng(3).permutation(len(y)) % folds
    guessed = np.zeros(len(y), dtype=np.int64)
    for k in range(folds):
        weights = fitted(x[fold != k], y[fold != k], classes)
        guessed[fold == k] = (x[fold == k] @ weights).argmax(1)
    return guessed


def main() -> int:
    """Fit, and write the weights beside `intents.likely`."""
    first, *others = (ours(list(rows_of(Path(place)))) for place in sys.argv[1:])
    rows = [r for r in first if not r.held_out] + [r for more in others for r in more]
    rows = [r for r in rows if r.intent != "concern"]
    labels = sorted({r.intent for r in rows})
    x = matrix(rows, Readers())
    y = np.array([labels.index(r.intent) for r in rows])
    guessed = cross_validated(x, y, len(labels))
    found = scores([({labels[a]}, {labels[b]}) for a, b in zip(y, guessed, strict=True)])
    weights = fitted(x, y, len(labels))
    _write(WEIGHTS, labels, weights)
    print(
        f"{len(rows)} rows, macro-F1 in {FOLDS} folds {found['macro_f1']}: {WEIGHTS.name} written."
    )
    vectors = load().embed([r.text for r in rows])
    means = np.hstack([meaning.SCALE * vectors, x[:, BUCKETS:]])
    guessed = cross_validated(means, y, len(labels))
    found = scores([({labels[a]}, {labels[b]}) for a, b in zip(y, guessed, strict=True)])
    _write(meaning.WEIGHTS, labels, fitted(means, y, len(labels)))
    print(f"By meaning: macro-F1 {found['macro_f1']}: {meaning.WEIGHTS.name} written.")
    return 0


def _write(place: Path, labels: Sequence[str], weights: Matrix) -> None:
    scale = float(np.abs(weights).max()) / 127
    small = np.round(weights / scale).astype(np.int8)
    np.savez_compressed(place, labels=np.array(labels), weights=small, scale=np.array(scale))


if __name__ == "__main__":
    raise SystemExit(main())
