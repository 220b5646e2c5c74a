"""Fits the weights of `items/suspect.py`, and cross-validates them by problem.

`python -m tutor.evals.steps_fit FILE` writes the weights; `meno eval steps FILE --folds 5` only
measures. A softmax over the lines of a working (McFadden's conditional logit) with an L2 penalty;
in the folds the penalty is chosen anew on the training rows alone, by likelihood: the share found
exactly jumps about too much among 361 rows.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tutor.evals.steps_rows import Marked, marked_rows
from tutor.items.suspect import FEATURES, candidates, truth_of
from tutor.items.working import line_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

WEIGHTS = Path(__file__).parents[1] / "items" / "suspect.json"
PENALTIES = (1.0, 3.0, 10.0)
ROUNDS = 25
SHUFFLES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One wrong working: a row of features per line, the marked line, and its problem."""

    lines: "Floats"
    mark: int
    problem: str


def examples_of(rows: Iterable[Marked]) -> list[Example]:
    """Marked workings as the fit sees them."""
    import numpy as np

    return [
        Example(
            lines=np.array(
                candidates([line_of(t) for t in row.lines], truth_of(row.problem, row.reference))
            ),
            mark=row.mark,
            problem=row.problem,
        )
        for row in rows
        if row.lines
    ]


def fitted(examples: Iterable[Example], penalty: float) -> "Floats":
    """The weights of largest penalised likelihood, by Newton's method."""
    import numpy as np

    weights = np.zeros(len(FEATURES))
    usable = [e for e in examples if 0 <= e.mark < len(e.lines)]
    for _ in range(ROUNDS):
        slope = -penalty * weights
        curvature = penalty * np.eye(len(weights))
        for example in usable:
            scores = example.lines @ weights
            p = np.exp(scores - scores.max())
            p /= p.sum()
            mean = p @ example.lines
            slope += example.lines[example.mark] - mean
            curvature += (example.lines * p[:, None]).T @ example.lines - np.outer(mean, mean)
        step = np.linalg.solve(curvature, slope)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def parts_of(examples: Sequence[Example], count: int, seed: int) -> list[list[int]]:
    """The examples' places in `count` parts; all workings of one problem are in the same part."""
    problems = sorted({e.problem for e in examples})
    Random(seed).shuffle(problems)
    part = {problem: i % count for i, problem in enumerate(problems)}
    return [[i for i, e in enumerate(examples) if part[e.problem] == k] for k in range(count)]


def log_chances(
    examples: Sequence[Example], count: int, seed: int, penalty: float | None = None
) -> "list[Floats]":
    """The log of each line's chance in each example, by weights that were fitted on the other parts.

    Without a penalty, it is chosen for each part by folds within the rest.
    """
    import numpy as np

    found: list[Floats] = [np.zeros(0)] * len(examples)
    for part in parts_of(examples, count, seed):
        held = set(part)
        rest = [e for i, e in enumerate(examples) if i not in held]
        weights = fitted(rest, penalty or best_penalty(rest, count, seed + 1))
        for i in part:
            scores = examples[i].lines @ weights
            found[i] = scores - np.logaddexp.reduce(scores)
    return found


def best_penalty(examples: Sequence[Example], count: int, seed: int) -> float:
    """The penalty that gives the marked lines the greatest likelihood in folds."""

    def likelihood(penalty: float) -> float:
        found = log_chances(examples, count, seed, penalty)
        pairs = zip(found, examples, strict=True)
        return float(sum(f[e.mark] for f, e in pairs if 0 <= e.mark < len(f)))

    return max(PENALTIES, key=likelihood)


def cross_validated(rows: Iterable[Marked], folds: int) -> dict[str, object]:
    """Exact and within one on parts that were not fitted on: mean, least and most of several shuffles."""
    examples = examples_of(rows)
    exact: list[float] = []
    within: list[float] = []
    for seed in range(SHUFFLES):
        found = log_chances(examples, folds, seed)
        apart = [abs(int(f.argmax()) - e.mark) for f, e in zip(found, examples, strict=True)]
        exact.append(sum(a == 0 for a in apart) / len(examples))
        within.append(sum(a <= 1 for a in apart) / len(examples))
    return {
        "folds": folds,
        "exact": round(sum(exact) / SHUFFLES, 4),
        "exact_least": round(min(exact), 4),
        "exact_most": round(max(exact), 4),
        "within_one": round(sum(within) / SHUFFLES, 4),
    }


def main() -> int:
    """Fit on the file named on the command line and write the weights that are shipped."""
    examples = examples_of(marked_rows(Path(sys.argv[1])))
    penalty = best_penalty(examples, 5, 0)
    weights = fitted(examples, penalty)
    named = {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples)} workings, penalty {penalty:g}: {WEIGHTS.name} written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
