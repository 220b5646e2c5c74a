"""Fits the small model of `meno eval leaks` on labelled replies: `python -m tutor.evals.leak_fit FILE`.

Logistic regression with an L2 penalty by Newton's method. Rows whose question can be worked out
are used twice, with and without their answer, so that one model serves both.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tutor.evals.leak_rows import Row, row_of, rows_of
from tutor.evals.leak_signs import SIGNS, inferred, signs

WEIGHTS = Path(__file__).with_name("leak_weights.json")
PENALTY = 2.0
ROUNDS = 60


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


def main() -> int:
    """Fit on the file named on the command line and write the weights beside this module."""
    rows = [row for row in rows_of(Path(sys.argv[1])) if row["reveals"] is not None]
    examples, labels = examples_of(rows)
    WEIGHTS.write_text(json.dumps(fitted(examples, labels), indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples)} examples, {sum(labels)} leaks: {WEIGHTS.name} written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
