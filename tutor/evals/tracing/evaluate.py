"""The measurement: every response predicted from its student's earlier ones alone."""

import json
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter, perf_counter_ns
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tutor.errors import BadInput
from tutor.evals.tracing.baselines import (
    BktTracer,
    EloTracer,
    LogisticTracer,
    Oracle,
    best_lr,
    pfa,
)
from tutor.evals.tracing.measures import auc, ece, log_loss, reliability, rmse
from tutor.evals.tracing.models import Ours, Tracer
from tutor.evals.tracing.plots import as_svg
from tutor.evals.tracing.responses import Response, read_responses, split, told
from tutor.evals.tracing.watched import Tell, nobody, progress
from tutor.learner_state.trace import DAY

MODELS: Mapping[str, Callable[[], Tracer]] = {
    "ours": Ours,
    "bkt": lambda: BktTracer(forgets=False),
    "bkt-forgets": lambda: BktTracer(forgets=True),
    "pfa": lambda: LogisticTracer(pfa),
    "elo": EloTracer,
    "best-lr": lambda: LogisticTracer(best_lr),
    "ours-once": lambda: Ours(rehearses=False),  # one pass and no more; on request
    "oracle": Oracle,  # where the log has a column `chance` (`invent`)
}
LONG_GAP = 7 * DAY


def evaluate_tracing(
    path: Path,
    *,
    name: str | None = None,
    folds: int = 5,
    live: bool = False,
    models: Iterable[str] | None = None,
    bins: bool = False,
    tell: Tell = nobody,
) -> dict[str, Any]:
    """Figures per model for a response log, JSON-ready.

    `name` seeds the folds and defaults to the file's folder; `live` streams all students in file
    order, predicting each response before learning from it, with nothing known beforehand. A
    model's `fit_s` is the mean time to learn a fold's other students (live: the whole pass),
    `predict_us` and `update_us` are medians per response, `bytes_per_skill` what is kept per
    learner and skill. Where times are known, `after_gap_7d_*` are answers to skills last practised seven
    days or longer before. With `bins` there is `calibration` as well: by bin, what was predicted on average,
    what came, and of how many responses. Raises BadInput for a file or a model that cannot be used.
    """
    rows = read_responses(path)
    name = name or path.resolve().parent.name
    wanted = _wanted(models, rows)
    if folds < 2:
        raise BadInput("Folds must be two or more.", do="Give --folds 5, or --live.")
    gaps = _long_gaps(rows)

    def figures(model: str) -> dict[str, Any]:
        make, telling = MODELS[model], partial(tell, model)
        if live:
            return _live(make, rows, gaps, bins, telling)
        return _folds(make, rows, gaps, split(rows, name, folds), folds, bins, telling)

    return {
        "name": name,
        "protocol": "live" if live else "folds",
        "rows": len(rows),
        "models": {model: figures(model) for model in wanted},
    }


def _wanted(models: Iterable[str] | None, rows: list[Response]) -> list[str]:
    """The models to measure; raises BadInput for one that there is not."""
    known = [model for model in MODELS if model != "oracle" or rows[0].chance >= 0]
    if not models:
        return [model for model in known if model != "ours-once"]
    wanted = list(models)
    for model in wanted:
        if model not in known:
            raise BadInput(f"There is no model “{model}”.", do=f"Choose of {', '.join(known)}.")
    return wanted


Doing = Callable[[str, int, int | None], None]  # `Tell` of one model


def _live(
    make: Callable[[], Tracer], rows: list[Response], gaps: set[int], bins: bool, tell: Doing
) -> dict[str, Any]:
    tracer, watch = make(), _Watch()
    began = perf_counter()
    for row in told(rows, lambda more: tell("live", more, len(rows))):
        watch.step(tracer, row, learn=True)
    return _figures(rows, gaps, watch, perf_counter() - began, tracer, bins)


def _folds(
    make: Callable[[], Tracer],
    rows: list[Response],
    gaps: set[int],
    parts: Iterable[tuple[list[Response], list[Response]]],
    folds: int,
    bins: bool,
    tell: Doing,
) -> dict[str, Any]:
    tested: list[Response] = []
    watch, spent = _Watch(), 0.0
    for number, (learn, test) in enumerate(parts, start=1):
        tracer = make()
        learning = f"fold {number} of {folds}, learning"
        began = perf_counter()
        tracer.fit(learn, partial(_learned, tell, learning))
        spent += perf_counter() - began
        for row in told(test, lambda more: tell("predicting", more, len(rows))):
            watch.step(tracer, row, learn=False)
        tested.extend(test)
    return _figures(tested, gaps, watch, spent / folds, tracer, bins)


def _learned(tell: Doing, learning: str, more: int) -> None:
    """Tell of rows learned from; how many there will be is not known, since some are passed twice."""
    tell(learning, more, None)


class _Watch:
    """Steps a tracer and keeps what it predicted, and the nanoseconds of every step."""

    def __init__(self) -> None:
        self.predicted = array("d")
        self.predicting = array("q")
        self.updating = array("q")

    def step(self, tracer: Tracer, row: Response, *, learn: bool) -> None:
        """P(right), then the outcome."""
        began = perf_counter_ns()
        p = tracer.predict(row)
        between = perf_counter_ns()
        tracer.update(row, learn=learn)
        self.predicted.append(p)
        self.predicting.append(between - began)
        self.updating.append(perf_counter_ns() - between)

    def pace(self) -> dict[str, float]:
        """Microseconds per response: medians of predicting and updating, and the slowest in a
        hundred of both together.
        """
        predicting, updating = np.array(self.predicting), np.array(self.updating)
        return {
            "predict_us": _quantile(predicting, 0.5),
            "update_us": _quantile(updating, 0.5),
            "both_p99_us": _quantile(predicting + updating, 0.99),
        }


def _quantile(ns: NDArray[np.int64], share: float) -> float:
    return round(float(np.quantile(ns, share, method="lower")) / 1e3, 1)


def _figures(
    rows: list[Response],
    gaps: set[int],
    watch: _Watch,
    fit_s: float,
    tracer: Tracer,
    bins: bool,
) -> dict[str, Any]:
    y, predicted = [row.right for row in rows], watch.predicted
    figures: dict[str, Any] = {
        "rows": len(rows),
        "auc": round(auc(y, predicted), 5),
        "log_loss": round(log_loss(y, predicted), 5),
        "rmse": round(rmse(y, predicted), 5),
        "ece": round(ece(y, predicted), 5),
        "fit_s": round(fit_s, 3),
        **watch.pace(),
        "bytes_per_skill": tracer.bytes_per_skill(),
    }
    if bins:
        figures["calibration"] = reliability(y, predicted)
    late = [place for place, row in enumerate(rows) if id(row) in gaps]
    if late:
        late_y, late_p = [y[i] for i in late], [predicted[i] for i in late]
        figures["after_gap_7d_rows"] = len(late)
        figures["after_gap_7d_auc"] = round(auc(late_y, late_p), 5)
        figures["after_gap_7d_log_loss"] = round(log_loss(late_y, late_p), 5)
    return figures


def _long_gaps(rows: list[Response]) -> set[int]:
    """The ids of row objects whose skills were last practised a week or longer before."""
    last: dict[tuple[str, str], float] = {}
    found = set()
    for row in rows:
        times = [last[row.student, one] for one in row.skills if (row.student, one) in last]
        if row.t > 0 and times and row.t - max(times) >= LONG_GAP:
            found.add(id(row))
        if row.t > 0:
            for one in row.skills:
                last[row.student, one] = row.t
    return found


def as_table(result: Mapping[str, Any]) -> str:
    """The figures as a table for people."""
    head = f"{result['name']} · {result['rows']} responses · {result['protocol']}"
    names = ("auc", "log_loss", "rmse", "ece", "fit_s", "predict_us", "update_us")
    lines = [head, f"{'model':14}" + "".join(f"{n:>11}" for n in (*names, "bytes"))]
    for model, figures in result["models"].items():
        cells = [f"{figures[n]:>11.4f}" for n in names[:4]]
        cells += [f"{figures[n]:>11.1f}" for n in names[4:]]
        lines.append(f"{model:14}" + "".join(cells) + f"{figures['bytes_per_skill']:>11.0f}")
        if "after_gap_7d_auc" in figures:
            lines.append(
                f"{'':14}after gaps of 7 days and more: auc {figures['after_gap_7d_auc']:.4f}, "
                f"log-loss {figures['after_gap_7d_log_loss']:.4f} ({figures['after_gap_7d_rows']} responses)"
            )
    return "\n".join(lines)


def run(
    path: Path,
    *,
    name: str | None = None,
    folds: int = 5,
    live: bool = False,
    model: str | None = None,
    plot: Path | None = None,
    as_json: bool = False,
    say: Callable[[str], None] = print,
) -> int:
    """`meno eval tracing`: measure and print, and draw into `plot`; the exit code (0). Raises BadInput."""
    chosen = [model] if model else None
    with progress(show=sys.stderr.isatty()) as tell:
        result = evaluate_tracing(
            path,
            name=name,
            folds=folds,
            live=live,
            models=chosen,
            bins=plot is not None,
            tell=tell,
        )
    if plot is not None:
        plot.write_text(as_svg(result), encoding="utf-8")
    say(json.dumps(result, indent=1) if as_json else as_table(result))
    return 0
