"""`meno eval safety`: the screen against labelled messages, misses and false alarms per label."""

import json
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tutor.errors import MissingExtra
from tutor.evals import meant_fit, screen_fit
from tutor.evals.safety_rows import rows_of
from tutor.retrieval.dense import Embedder
from tutor.safety import second
from tutor.safety.concern import Kind
from tutor.safety.screen import LONG, screen

HARMLESS = frozenset({"benign", "harmless", "ordinary", "safe", "none", "ok", "false", "0"})
# Labels of outside suites, as the kinds that answer them.
_WANTED = {
    "jailbreak": frozenset({Kind.INJECTION}),
    "injection": frozenset({Kind.INJECTION}),
    "indirect_injection": frozenset({Kind.INJECTION}),
    **{kind.value: frozenset({kind}) for kind in Kind},
}


@dataclass(slots=True)
class Tally:
    """Counts of one label. `alarms` had any concern, `exact` one of the wanted kind."""

    rows: int = 0
    alarms: int = 0
    exact: int = 0
    kinds: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def figures(self, label: str) -> dict[str, object]:
        """For a harmless label the false alarms, for any other the misses."""
        harmless = label in HARMLESS or label.startswith("harmless_")
        rate = self.alarms / self.rows if self.rows else 0.0
        shared: dict[str, object] = {"label": label, "rows": self.rows}
        if harmless:
            shared |= {"false_alarms": self.alarms, "false_alarm_rate": round(rate, 5)}
        else:
            exact = self.exact / self.rows if self.rows else 0.0
            shared |= {
                "misses": self.rows - self.alarms,
                "recall": round(rate, 4),
                "recall_of_kind": round(exact, 4),
            }
        return shared | {"kinds": dict(sorted(self.kinds.items()))}


def evaluate_safety(path: Path, folds: int = 0, meaning: bool | None = None) -> dict[str, object]:
    """The figures that `--json` prints; never a row's text.

    With `folds` the linear model that judges a row was fitted on rows of other categories. With
    `meaning` what the screen leaves open is looked at again, as the full install does; where that is
    not said, it is looked at by the models that are installed, and never in folds.
    """
    rows = list(rows_of(path))
    wanted = {second.wanted(str(row["text"])) for row in rows} if meaning is not False else set()
    if folds and not meaning:
        wanted = set()
    return _evaluated(rows, folds, dict(_loaded(sorted(filter(None, wanted)), must=bool(meaning))))


def _loaded(models: Sequence[str], *, must: bool) -> Iterator[tuple[str, Embedder]]:
    for model in models:
        try:
            yield model, meant_fit.LOADING[model]()
        except MissingExtra:
            if must:
                raise


def _evaluated(
    rows: Sequence[Mapping[str, object]], folds: int, embedders: Mapping[str, Embedder]
) -> dict[str, object]:
    weights = screen_fit.by_fold(rows, folds)
    tallies: dict[str, Tally] = defaultdict(Tally)
    times = []
    for row in rows:
        label = str(row["label"]).lower()
        started = time.process_time()
        concern = screen(
            str(row["text"]),
            str(row.get("language") or "en"),
            weights=weights[screen_fit.fold_of(row, folds)] if weights else None,
        )
        open_still = concern is None or concern.guessed
        wanted = second.wanted(str(row["text"])) if open_still and embedders else None
        if wanted is not None and wanted in embedders:
            vector = embedders[wanted].embed([str(row["text"])[:LONG]])[0]
            concern = second.found(str(row["text"]), vector.astype(np.float64))
        times.append((time.process_time() - started) * 1000)
        tally = tallies[label]
        tally.rows += 1
        if concern is not None:
            tally.alarms += 1
            crisis = label.startswith("crisis_")
            kinds = _WANTED.get(label, frozenset(Kind))
            tally.exact += concern.tier == 1 if crisis else concern.kind in kinds
            tally.kinds[str(concern.kind)] += 1
    ordered = sorted(times)
    return {
        "rows": len(times),
        "looked_at_by": sorted(embedders),
        "labels": [tally.figures(label) for label, tally in sorted(tallies.items())],
        "p50_ms": _at(ordered, 0.5),
        "p95_ms": _at(ordered, 0.95),
    }


def _at(ordered: list[float], share: float) -> float:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0


def run(path: Path, as_json: bool, folds: int = 0, meaning: bool | None = None) -> int:
    """Print the figures, as a table or as JSON; 0 when the file could be read."""
    if as_json:
        print(json.dumps(evaluate_safety(path, folds, meaning), ensure_ascii=False))
        return 0
    from rich.console import Console  # rich costs start-up time that JSON output does not need
    from rich.table import Table

    console = Console()
    found = evaluate_safety(path, folds, meaning)
    table = Table("label", "rows", "misses", "recall", "of its kind", "false alarms", "rate")
    labels = found["labels"]
    for figures in labels if isinstance(labels, list) else []:
        keys = (
            "label",
            "rows",
            "misses",
            "recall",
            "recall_of_kind",
            "false_alarms",
            "false_alarm_rate",
        )
        table.add_row(*(str(figures.get(key, "")) for key in keys))
    console.print(table)
    models = found["looked_at_by"]
    by = ", ".join(map(str, models)) if isinstance(models, list) and models else "words alone"
    console.print(
        f"{found['rows']} rows, by {by}, p50 {found['p50_ms']} ms, p95 {found['p95_ms']} ms"
    )
    return 0
