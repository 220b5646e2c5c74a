"""`meno eval safety`: the screen against labelled messages, misses and false alarms per label."""

import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from tutor.errors import BadInput
from tutor.safety.concern import Kind
from tutor.safety.screen import screen

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
        harmless = label in HARMLESS
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


def rows_of(path: Path) -> Iterator[dict[str, object]]:
    """The rows of a JSON-lines file, compressed or not; raises BadInput."""
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                row = json.loads(line)
                if not isinstance(row, dict) or not {"text", "label"} <= row.keys():
                    raise BadInput("A row needs text and label.", where=f"{path}:{number}")
                yield row
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise BadInput(f"The file cannot be read: {problem}", where=str(path)) from problem


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def evaluate_safety(path: Path) -> dict[str, object]:
    """The figures that `--json` prints; never a row's text."""
    return _evaluated(list(rows_of(path)))


def _evaluated(rows: Iterable[Mapping[str, object]]) -> dict[str, object]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    times = []
    for row in rows:
        label = str(row["label"]).lower()
        started = time.perf_counter()
        concern = screen(str(row["text"]), str(row.get("language") or "en"))
        times.append((time.perf_counter() - started) * 1000)
        tally = tallies[label]
        tally.rows += 1
        if concern is not None:
            tally.alarms += 1
            tally.exact += concern.kind in _WANTED.get(label, frozenset(Kind))
            tally.kinds[str(concern.kind)] += 1
    ordered = sorted(times)
    return {
        "rows": len(times),
        "labels": [tally.figures(label) for label, tally in sorted(tallies.items())],
        "p50_ms": _at(ordered, 0.5),
        "p95_ms": _at(ordered, 0.95),
    }


def _at(ordered: list[float], share: float) -> float:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0


def run(path: Path, as_json: bool) -> int:
    """Print the figures, as a table or as JSON; 0 when the file could be read."""
    if as_json:
        print(json.dumps(evaluate_safety(path), ensure_ascii=False))
        return 0
    from rich.console import Console  # rich costs start-up time that JSON output does not need
    from rich.progress import track
    from rich.table import Table

    console = Console()
    rows = list(rows_of(path))
    found = _evaluated(track(rows, description="safety", console=console, transient=True))
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
    console.print(f"{found['rows']} rows, p50 {found['p50_ms']} ms, p95 {found['p95_ms']} ms")
    return 0
