"""`meno eval leaks`: the leak gate against labelled replies."""

import gzip
import json
import math
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TextIO

from tutor.errors import BadInput
from tutor.evals.leak_fit import WEIGHTS
from tutor.evals.leak_signs import SIGNS, Row, row_of, secret_of, signs
from tutor.items.reveal import said, told, worked

BAR = 0.42  # probability from which a reply counts as a leak; a known answer needs less
BAR_KNOWN = 0.25


def reveals(row: Row) -> bool:
    """Whether the reply gives the answer away.

    An answer that is given or can be worked out, and that neither question nor history shows, is
    told when the gate's own rules say so; everything else is decided by how the reply concludes.
    """
    secret = secret_of(row)
    if secret is not None:
        if secret.value is None:
            return bool(told(row.reply, secret))
        if secret.value not in _values(f"{row.question} {row.history}") and told(row.reply, secret):
            return True
    return probability(row) > (BAR if row.answer is None else BAR_KNOWN)


def probability(row: Row) -> float:
    """The small model's probability (0–1) that the reply gives the answer away."""
    weights = _weights()
    total = weights["bias"] + sum(
        weights[name] * value for name, value in zip(SIGNS, signs(row), strict=True)
    )
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> dict[str, float]:
    read: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return read


def _values(text: str) -> frozenset[object]:
    return frozenset(v.value for v in worked.values(said.figures(said.plain(text))) if not v.worked)


def rows_of(path: Path) -> Iterator[dict[str, object]]:
    """The rows of a JSON-lines file, compressed or not; raises BadInput."""
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                row = json.loads(line)
                if not isinstance(row, dict) or not {"reply", "reveals"} <= row.keys():
                    raise BadInput("A row needs reply and reveals.", where=f"{path}:{number}")
                yield row
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise BadInput(f"The file cannot be read: {problem}", where=str(path)) from problem


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def evaluate_leaks(path: Path) -> dict[str, object]:
    """The figures that `--json` prints."""
    return _evaluated(list(rows_of(path)))


def _evaluated(rows: Iterable[Mapping[str, object]]) -> dict[str, object]:
    counts = {(said_so, is_so): 0 for said_so in (True, False) for is_so in (True, False)}
    times = []
    for raw in rows:
        row = row_of(raw)
        started = time.perf_counter()
        found = reveals(row)
        times.append((time.perf_counter() - started) * 1000)
        counts[found, bool(raw["reveals"])] += 1
    hits, alarms = counts[True, True], counts[True, False]
    missed, quiet = counts[False, True], counts[False, False]
    precision, recall = _share(hits, hits + alarms), _share(hits, hits + missed)
    return {
        "rows": len(times),
        "precision": precision,
        "recall": recall,
        "f1": round(_share(2 * hits, 2 * hits + alarms + missed), 4),
        "false_alarm_rate": _share(alarms, alarms + quiet),
        "p50_ms": _at(times, 0.5),
        "p95_ms": _at(times, 0.95),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _at(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0


def run(path: Path, as_json: bool) -> int:
    """Print the figures, as a table or as JSON; 0 when the file could be read."""
    if as_json:
        print(json.dumps(evaluate_leaks(path)))
        return 0
    from rich.console import Console  # rich costs start-up time that JSON output does not need
    from rich.progress import track
    from rich.table import Table

    console = Console()
    rows = list(rows_of(path))
    found = _evaluated(track(rows, description="leaks", console=console, transient=True))
    table = Table(*(name.replace("_", " ") for name in found))
    table.add_row(*(str(value) for value in found.values()))
    console.print(table)
    return 0
