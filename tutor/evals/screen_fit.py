"""Fits `safety.likely` : `python -m tutor.evals.screen_fit DATA` (the folder of outside data).

Attempts are the injections and jailbreaks of `safety/` and orders of our own (`tests/data/safety/told`);
ordinary are learners' and teachers' turns, questions, exercises, textbook passages and requests of our own. `--folds` prints recall on folds that were not fitted.
"""

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.evals import intent_rows
from tutor.evals.safety_rows import headed
from tutor.safety.likely import BUCKETS, FORM, WEIGHTS, features

if TYPE_CHECKING:
    import numpy as np

TOLD = Path(__file__).parents[2] / "tests" / "data" / "safety" / "told"
ATTEMPTS = frozenset({"injection", "jailbreak", "indirect_injection"})
PENALTY = 0.3
ROUNDS = 12
FOLDS = 5
ALIKE = 4  # alternatives of one line of our own
MOST_ORDINARY = 9000


def attempts(data: Path) -> list[str]:
    """The texts that try to give orders."""
    rows = _rows(data / "safety" / "safety_prompts.jsonl.gz")
    return [str(row["text"]) for row in rows if row["label"] in ATTEMPTS]


def ordinary(data: Path) -> list[str]:
    """What learners, teachers and courses say."""
    rows = _rows(data / "safety" / "safety_prompts.jsonl.gz")
    texts = [str(row["text"]) for row in rows if row["label"] == "benign"]
    texts += 3 * _at_school()
    steps = list(_rows(data / "items" / "oatutor_steps.jsonl.gz"))[::6]
    texts += [f"{step['title']} {step['body']} {step['step_title']}" for step in steps]
    texts += [
        str(row["text"]) for row in _rows(data / "moves" / "mathdial_teacher_moves.jsonl.gz")
    ][::2]
    texts += [
        str(row.get("text") or "")
        for row in _rows(data / "retrieval" / "squad" / "queries.jsonl.gz")
    ][::12]
    answers = _rows(data / "shortanswer" / "semeval2013_task7_train.jsonl.gz")
    texts += [str(row["answer"]) for row in answers][::6]
    for page in list(_rows(data / "retrieval" / "openstax" / "corpus.jsonl.gz"))[::2]:
        paragraphs = [p for section in page["secs"] for p in section["p"]]
        texts += [" ".join(str(p) for p in paragraphs[:3])[:3000]]
    return [text for text in texts if features(text)][:MOST_ORDINARY]


def _at_school() -> list[str]:
    """What learners of ours say to the tutor; the held-out half of the intents is left alone."""
    folder = TOLD.parents[1]
    said = intent_rows.ours(list(intent_rows.rows_of(folder / "intents")))
    texts = [row.text for row in said if not row.held_out and row.intent != "concern"]
    for more in ("wandering", "questions"):
        texts += [str(row["text"]) for row in intent_rows.rows_of(folder / more)]
    return texts


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def matrix(texts: Iterable[str]) -> "np.ndarray":
    """One row of features and a final one for each text."""
    import numpy as np

    rows = list(texts)
    made = np.zeros((len(rows), BUCKETS + len(FORM) + 1), dtype=np.float64)
    for at, text in enumerate(rows):
        for bucket, value in features(text).items():
            made[at, bucket] = value
    made[:, -1] = 1.0
    return made


def fitted(x: "np.ndarray", y: "np.ndarray") -> "np.ndarray":
    """Logistic regression with an L2 penalty by Newton's method."""
    import numpy as np

    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 1e-6
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        spread = p * (1 - p) + 1e-6
        curvature = (x * spread[:, None]).T @ x + np.diag(penalty)
        weights = weights + np.linalg.solve(curvature, x.T @ (y - p) - penalty * weights)
    return weights


def fold_of(row: Mapping[str, object], folds: int) -> int:
    """Rows of one source and category stay together: a kind of attack that nobody had seen."""
    kind = f"{row.get('source')}/{row.get('category')}" if row.get("category") else row["text"]
    if row["label"] not in ATTEMPTS or row["label"] == "jailbreak":
        kind = row["text"]  # one source: by row
    return zlib.crc32(str(kind).encode()) % max(1, folds)


def ours(folder: Path) -> tuple[list[str], list[str]]:
    """Orders and ordinary requests of our own; a few alternatives of each line."""
    if not folder.is_dir():
        return [], []  # an installed copy has no rows of tests
    found = []
    for name in ("en_orders", "en_ordinary"):
        lines = [same for _, same in headed(folder / f"{name}.txt")]
        some = [sorted(same, key=lambda text: zlib.crc32(text.encode()))[:ALIKE] for same in lines]
        found.append([text for same in some for text in same if features(text)])
    for at, name in enumerate(("en_injection", "en_harmless_orders")):
        later = headed(folder.parent / "second" / f"{name}.txt")
        found[at] += [
            text
            for _, same in later
            for text in same[:ALIKE]
            if features(text) and not kept_out(text)
        ]
    return found[0], found[1]


def kept_out(text: str) -> bool:
    """Whether a message of `second/` is of the third that nothing is fitted on."""
    return zlib.crc32(text.encode()) % 3 == 0


def by_fold(rows: Sequence[Mapping[str, object]], folds: int) -> list[list[float]]:
    """For each fold the weights fitted on the attempts and benign rows of the others."""
    known = [row for row in rows if row["label"] in ATTEMPTS or row["label"] == "benign"]
    known = [row for row in known if features(str(row["text"]))] if folds else []
    bad, good = ours(TOLD) if folds else ([], [])
    x = matrix([*(str(row["text"]) for row in known), *bad, *good])
    more = list(range(len(known), len(known) + len(bad) + len(good)))
    found = []
    for fold in range(folds):
        at = [n for n, row in enumerate(known) if fold_of(row, folds) != fold]
        y = (
            [float(known[n]["label"] in ATTEMPTS) for n in at]
            + [1.0] * len(bad)
            + [0.0] * len(good)
        )
        found.append([float(w) for w in fitted(x[at + more], _column(y))])
    return found


def _column(values: Sequence[float]) -> "np.ndarray":
    import numpy as np

    return np.array(values)


def main() -> int:
    """Fit, and write the weights beside `safety.likely`."""
    import numpy as np

    data = Path(sys.argv[1])
    more_bad, more_good = ours(TOLD)
    bad, good = [*attempts(data), *more_bad], [*ordinary(data), *more_good]
    x = matrix([*bad, *good])
    y = np.array([1.0] * len(bad) + [0.0] * len(good))
    if "--folds" in sys.argv:
        _print_folds(x, y)
    weights = fitted(x, y)
    WEIGHTS.write_text(json.dumps([round(float(w), 3) for w in weights]) + "\n", encoding="utf-8")
    print(f"{len(bad)} attempts, {len(good)} ordinary texts: {WEIGHTS.name} written.")
    return 0


def _print_folds(x: "np.ndarray", y: "np.ndarray") -> None:
    import numpy as np

    fold = np.random.default_rng(7).permutation(len(y)) % FOLDS
    p = np.zeros(len(y))
    for k in range(FOLDS):
        p[fold == k] = x[fold == k] @ fitted(x[fold != k], y[fold != k])
    for bar in (0.5, 0.7, 0.8, 0.9, 0.95):
        cut = np.log(bar / (1 - bar))
        recall, false = (p[y == 1] > cut).mean(), (p[y == 0] > cut).mean()
        print(f"bar {bar}: recall {recall:.3f}, false alarms {false:.5f}")


if __name__ == "__main__":
    raise SystemExit(main())
