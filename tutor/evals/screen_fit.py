"""Fits `safety.likely`: `python -m tutor.evals.screen_fit DATA [--unseen]` (DATA: outside data).

Attempts are orders of our own (`screen_rows`) and the injections and jailbreaks of `safety/`;
ordinary is what learners, teachers and courses say. `--unseen` fits nothing of `safety/`, writes
nothing, and prints what the screen then finds there: what to expect of a suite nobody has seen.
"""

import sys
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tutor.evals.screen_rows import ORDERS, at_school, course_texts, ordinary, ours, outside
from tutor.evals.sparse import Matrix, gathered, softmax
from tutor.safety.likely import BUCKETS, FORM, WEIGHTS, features
from tutor.safety.screen import screen

ATTEMPTS = frozenset({"injection", "jailbreak", "indirect_injection"})
PENALTY = 0.07
ROUNDS = 250
WIDE = BUCKETS + len(FORM) + 1


def fitted(bad: Sequence[str], good: Sequence[str]) -> Matrix:
    """The weights by which attempts are told from ordinary texts, the constant one last."""
    found = [features(text) for text in (*bad, *good)]
    wanted = np.array([1] * len(bad) + [0] * len(good))
    read = [at for at, one in enumerate(found) if one]
    x = gathered(((at, found[at] | {WIDE - 1: 1.0}) for at in read), WIDE)
    counts = np.ones(len(read))
    both = softmax(x, wanted[read], counts, classes=2, penalty=PENALTY, rounds=ROUNDS)
    difference: Matrix = both[:, 1] - both[:, 0]
    return difference


def fold_of(row: Mapping[str, object], folds: int) -> int:
    """Rows of one source and category stay together: a kind of attack that nobody had seen."""
    kind = f"{row.get('source')}/{row.get('category')}" if row.get("category") else row["text"]
    if row["label"] not in ATTEMPTS or row["label"] == "jailbreak":
        kind = row["text"]  # one source: by row
    return zlib.crc32(str(kind).encode()) % max(1, folds)


def by_fold(rows: Sequence[Mapping[str, object]], folds: int) -> list[list[float]]:
    """For each fold the weights fitted on the attempts and benign rows of the others."""
    bad, good = ours(ORDERS) if folds else ([], [])
    if folds:
        good += [*at_school(), *course_texts()]
    found = []
    for fold in range(folds):
        known = [row for row in rows if fold_of(row, folds) != fold]
        more = [str(row["text"]) for row in known if row["label"] in ATTEMPTS]
        plain = [str(row["text"]) for row in known if row["label"] == "benign"]
        found.append([float(w) for w in fitted([*bad, *more], [*good, *plain])])
    return found


def weights_of(data: Path, known: Sequence[Mapping[str, object]]) -> Matrix:
    """The weights by our own texts, the ordinary ones of others, and `known` rows of their suites."""
    bad, good = ours(ORDERS)
    good += ordinary(data)
    bad += [str(row["text"]) for row in known if row["label"] in ATTEMPTS]
    good += [str(row["text"]) for row in known if row["label"] == "benign"]
    return fitted(bad, good)


def main() -> int:
    """Fit, and write the weights beside `safety.likely`."""
    data = Path(sys.argv[1])
    rows = list(outside(data))
    if "--unseen" in sys.argv:
        _print_unseen(rows, [float(w) for w in weights_of(data, [])])
        return 0
    weights = weights_of(data, rows)
    scale = float(np.abs(weights).max()) / 127
    small = np.round(weights / scale).astype(np.int8)
    np.savez_compressed(WEIGHTS, weights=small, scale=np.array(scale))
    print(f"{WEIGHTS.name} written.")
    return 0


def _print_unseen(rows: Sequence[Mapping[str, object]], weights: Sequence[float]) -> None:
    seen: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        raised = screen(str(row["text"]), "en", weights=weights) is not None
        seen[str(row["label"])].append(raised)
    for label, found in sorted(seen.items()):
        print(f"{label:20}{len(found):6} rows, raised {sum(found) / len(found):.4f}")


if __name__ == "__main__":
    raise SystemExit(main())
