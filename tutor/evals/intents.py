"""`meno eval intents`: what learners mean, on labelled utterances, without a model.

Our own rows are read as the turn reads them; by default only the held-out half counts. Outside
rows (CIMA) have coarser labels, which `outside_labels` gives by rule.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tutor.dialogue.intents.likely import Vector
from tutor.dialogue.intents.meaning import MODEL
from tutor.evals.intent_outside import folded_labels, outside_labels
from tutor.evals.intent_rows import Readers, ours, rows_of
from tutor.evals.intent_scores import Pair, scores

HALVES = ("held-out", "tune", "all")


def evaluate(
    path: Path,
    *,
    folds: int = 0,
    half: str = "held-out",
    with_meaning: bool = False,
    courses: Path | None = None,
) -> dict[str, object]:
    """The figures that `--json` prints; never a row's text."""
    rows = list(rows_of(path))
    outside = bool(rows) and "utterance" in rows[0]
    graded: dict[str, object] = {}
    if outside:
        pairs, times = _outside(rows, folds)
    else:
        pairs, times, graded = _own(rows, half, with_meaning, courses)
    ordered = sorted(times)
    return scores(pairs) | graded | {"p50_ms": _at(ordered, 0.5), "p95_ms": _at(ordered, 0.95)}


def _own(
    rows: Sequence[dict[str, Any]], half: str, with_meaning: bool, courses: Path | None
) -> tuple[list[Pair], list[float], dict[str, object]]:
    """What was meant and read, the milliseconds of each, and how the responses whose verdict is known were graded."""
    readers = Readers(_embedding() if with_meaning else None, courses)
    pairs, times, graded = list[Pair](), list[float](), list[bool]()
    chosen = [r for r in ours(rows) if half == "all" or r.held_out == (half == "held-out")]
    for row in chosen[:1]:
        readers.read(row)  # the weights and the courses are read once, ahead
    for row in chosen:
        readers.vocabulary(row.course), readers.item(row)
        started = time.perf_counter()
        got = readers.read(row)
        times.append((time.perf_counter() - started) * 1000)
        pairs.append(({row.intent}, {str(got.intent)}))
        if row.verdict:
            graded.append(got.grade is not None and str(got.grade.verdict) == row.verdict)
    share = round(sum(graded) / max(1, len(graded)), 4)
    return pairs, times, {"graded": len(graded), "graded_rightly": share} if graded else {}


def _embedding() -> Callable[[str], Vector]:
    """The model whose vectors the second reader knows; raises MissingExtra without the extra `dense`."""
    from tutor.retrieval import dense

    embedder = dense.load(MODEL)
    return lambda text: np.asarray(embedder.embed([text])[0], dtype=np.float64)


def _outside(rows: Sequence[dict[str, Any]], folds: int) -> tuple[list[Pair], list[float]]:
    wanted = [frozenset(row["labels"]) for row in rows]
    got, times = list[frozenset[str]](), list[float]()
    if rows:
        outside_labels(rows[0])
    for row in rows:
        started = time.perf_counter()
        got.append(outside_labels(row))
        times.append((time.perf_counter() - started) * 1000)
    if folds:
        got = folded_labels(rows, got, folds)
    return list(zip(wanted, got, strict=True)), times


def _at(ordered: list[float], share: float) -> float:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0


def run(
    path: Path,
    folds: int,
    half: str,
    as_json: bool,
    with_meaning: bool = False,
    courses: Path | None = None,
) -> int:
    """Print the figures, as a table or as JSON; 0 when the file could be read, 2 for a bad option."""
    if half not in HALVES:
        print(f"--half is one of {', '.join(HALVES)}, not {half}.", file=sys.stderr)
        return 2
    found = evaluate(path, folds=folds, half=half, with_meaning=with_meaning, courses=courses)
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    from rich.console import Console  # rich costs start-up time that JSON output does not need
    from rich.table import Table

    table = Table("label", "rows", "precision", "recall", "F1")
    labels = found["labels"]
    for label, figures in labels.items() if isinstance(labels, dict) else ():
        table.add_row(label, *(str(figures[k]) for k in ("rows", "precision", "recall", "f1")))
    console = Console()
    console.print(table)
    console.print(
        f"{found['rows']} rows, macro-F1 {found['macro_f1']}, accuracy {found['accuracy']}, "
        f"p50 {found['p50_ms']} ms, p95 {found['p95_ms']} ms"
    )
    return 0
