"""Fits the small models of `meno eval leaks`: `python -m tutor.evals.leak_fit FILE [OUR OWN]`.

Logistic regression with an L2 penalty by Newton's method. Rows whose question can be worked out
are used twice, with and without their answer, so that one model serves both. Where nothing is known
of the answer (`OPEN`) a second model decides, for which our own file may add rows.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tutor.evals.leak_asked import inferred
from tutor.evals.leak_rows import Row, row_of, rows_of
from tutor.evals.leak_signs import SIGNS, signs

WEIGHTS = Path(__file__).with_name("leak_weights.json")
PENALTY = 2.0
ROUNDS = 60
OPEN, REST = "open", "rest"  # the answer is not known and cannot be worked out; all others
_KNOWN = tuple(SIGNS.index(name) for name in ("known", "inferred"))
Models = Mapping[str, Mapping[str, float]]


def is_open(example: Sequence[float]) -> bool:
    """Whether signs are of a row whose answer nobody knows."""
    return not any(example[at] for at in _KNOWN)


def both_fitted(
    rows: Sequence[Mapping[str, object]], ours: Sequence[Mapping[str, object]] = ()
) -> Models:
    """Both models from labelled rows; `ours` add to the open ones only."""
    examples, labels = examples_of(rows)
    pairs = list(zip(examples, labels, strict=True))
    unknown = [pair for pair in (*pairs, *zip(*examples_of(ours), strict=True)) if is_open(pair[0])]
    found = {REST: fitted(examples, labels)}
    if unknown:
        found[OPEN] = fitted([signs for signs, _ in unknown], [label for _, label in unknown])
    return found


def fitted(examples: Sequence[tuple[float, ...]], labels: Sequence[bool]) -> dict[str, float]:
    """Weights by sign, and "bias"."""
    import numpy as np

    x = np.column_stack([np.array(examples), np.ones(len(examples))])
    y = np.array(labels, dtype=float)
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        curvature = (x * (p * (1 - p) + 1e-6)[:, None]).T @ x + PENALTY * np.eye(len(weights))
        weights += np.linalg.solve(curvature, x.T @ (y - p) - PENALTY * weights)
    return {name: round(float(w), 4) for name, w in zip((*SIGNS, "bias"), weights, strict=True)}


def examples_of(rows: Iterable[Mapping[str, object]]) -> tuple[list[tuple[float, ...]], list[bool]]:
    """Signs and labels of rows as `meno eval leaks` reads them."""
    found: list[tuple[float, ...]] = []
    labels: list[bool] = []
    for raw in rows:
        for row in _both(row_of(raw)):
            found.append(signs(row))
            labels.append(bool(raw["reveals"]))
    return found, labels


def _both(row: Row) -> list[Row]:
    value = inferred(row.asked) if row.answer is None else None
    return [row] if value is None else [row, replace(row, question=row.asked, answer=str(value))]


def labelled(path: Path) -> list[dict[str, object]]:
    """The rows of a file that people labelled; none for an empty path."""
    return [row for row in rows_of(path) if row["reveals"] is not None] if path.name else []


def main() -> int:
    """Fit on the one or two files named on the command line and write the weights beside this."""
    rows, ours = ([*labelled(Path(name))] for name in (*sys.argv[1:3], "")[:2])
    WEIGHTS.write_text(json.dumps(both_fitted(rows, ours), indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} rows and {len(ours)} of our own: {WEIGHTS.name} written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
