"""How well responses are graded: rows of outside suites against our graders, with times.

The adapter (`judge_row` and below) maps the options of the suites that rows come from to ours; the
graders themselves know nothing of them.
"""

import gzip
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from tutor.errors import BadInput
from tutor.evals.baselines import Baseline, Rival
from tutor.evals.grading_modes import judge_row

Row = Mapping[str, object]


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts and times of the rows of one group; times in milliseconds."""

    rows: int = 0
    right: int = 0
    false_accepts: int = 0
    false_refusals: int = 0
    unreadable: int = 0
    times: list[float] = field(default_factory=list)

    def add(self, accepted: bool, correct: bool, unread: bool, took: float) -> None:
        """Count one row."""
        self.rows += 1
        self.right += accepted == correct
        self.false_accepts += accepted and not correct
        self.false_refusals += correct and not accepted
        self.unreadable += unread
        self.times.append(took)

    def figures(self) -> dict[str, object]:
        """The counts and the median, 95th percentile and longest time."""
        ordered = sorted(self.times)
        return {
            "rows": self.rows,
            "right": self.right,
            "false_accepts": self.false_accepts,
            "false_refusals": self.false_refusals,
            "unreadable": self.unreadable,
            "p50_ms": _at(ordered, 0.5),
            "p95_ms": _at(ordered, 0.95),
            "max_ms": _at(ordered, 1.0),
        }


def _at(ordered: list[float], share: float) -> float:
    if not ordered:
        return 0.0
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3)


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a grading file; raises BadInput."""
    for number, row in enumerate(rows_of_any(path), start=1):
        if "expected" not in row or "student" not in row:
            raise BadInput("A row needs expected and student.", where=f"{path}:{number}")
        yield row


def rows_of_any(path: Path) -> Iterator[Row]:
    """The rows of a JSON-lines file, compressed or not; raises BadInput."""
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise BadInput("A row must be an object.", where=f"{path}:{number}")
                yield row
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise BadInput(f"The file cannot be read: {problem}", where=str(path)) from problem


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def evaluate_grading(
    path: Path,
    suite: str | None = None,
    tier: str | None = None,
    baselines: Sequence[Baseline] = (),
) -> dict[str, object]:
    """Grade every row of a file (of one suite or tier); the object that `--json` prints.

    With baselines it has a further key for them, each with groups and a total of its own.
    """
    return _evaluated(_chosen(rows_of(path), suite, tier), baselines)


def _chosen(rows: Iterable[Row], suite: str | None, tier: str | None) -> list[Row]:
    return [
        r
        for r in rows
        if (suite is None or r.get("suite") == suite) and (tier is None or r.get("tier") == tier)
    ]


def _evaluated(rows: Iterable[Row], baselines: Sequence[Baseline] = ()) -> dict[str, object]:
    ours = _Tallies()
    others = {baseline: _Tallies() for baseline in baselines}
    rivals = [Rival(baseline) for baseline in baselines]
    try:
        for row in rows:
            ours.add(row, judge_row)
            for rival in rivals:
                others[rival.baseline].add(row, rival.judge)
    finally:
        for rival in rivals:
            rival.close()
    found = ours.figures()
    if others:
        found["baselines"] = {name.value: tallies.figures() for name, tallies in others.items()}
    return found


class _Tallies:
    """The counts of one grader: by suite, mode and tier, and in total."""

    def __init__(self) -> None:
        self.groups: dict[tuple[str, str, str], Tally] = defaultdict(Tally)
        self.total = Tally()

    def add(self, row: Row, judge: Callable[[Row], tuple[bool, bool]]) -> None:
        """Judge a row and count it."""
        started = time.perf_counter()
        accepted, unread = judge(row)
        took = (time.perf_counter() - started) * 1000
        key = (str(row.get("suite", "")), str(row.get("mode", "")), str(row.get("tier", "")))
        for tally in (self.groups[key], self.total):
            tally.add(accepted, bool(row.get("correct")), unread, took)

    def figures(self) -> dict[str, object]:
        """The groups in order, and the total."""
        return {
            "groups": [
                {"suite": s, "mode": m, "tier": t, **tally.figures()}
                for (s, m, t), tally in sorted(self.groups.items())
            ],
            "total": self.total.figures(),
        }


def run(
    path: Path,
    suite: str | None,
    tier: str | None,
    as_json: bool,
    baselines: Sequence[Baseline] = (),
) -> int:
    """Print the figures, as a table or as JSON; 0 when the file could be read."""
    if as_json:
        print(json.dumps(evaluate_grading(path, suite, tier, baselines), ensure_ascii=False))
        return 0
    from rich.console import Console  # rich costs start-up time that JSON output does not need
    from rich.progress import track
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=140 + 16 * len(baselines))
    rows = _chosen(rows_of(path), suite, tier)
    found = _evaluated(
        track(rows, description="grading", console=console, transient=True), baselines
    )
    table = Table(*_HEADINGS, *(f"{name.value} (accepts)" for name in baselines))
    rivals = [_lines(figures) for figures in _mapping(found.get("baselines")).values()]
    for i, group in enumerate(_lines(found)):
        beside = (f"{_share(r[i])} ({r[i]['false_accepts']})" for r in rivals)
        table.add_row(*_cells(group), *beside)
    console.print(table)
    return 0


_HEADINGS = (
    "suite", "mode", "tier", "rows", "accuracy", "false accepts", "false refusals", "unreadable",
    "p50 ms", "p95 ms", "max ms",
)  # fmt: skip


def _mapping(found: object) -> Mapping[str, object]:
    return found if isinstance(found, Mapping) else {}


def _lines(found: object) -> list[Mapping[str, object]]:
    """The groups of figures and, last, the total as a group of its own."""
    groups = _mapping(found).get("groups")
    total = {"suite": "all", "mode": "", "tier": "", **_mapping(_mapping(found).get("total"))}
    return [*(groups if isinstance(groups, list) else []), total]


def _share(group: Mapping[str, object]) -> str:
    rows, right = group["rows"], group["right"]
    if not (isinstance(rows, int) and isinstance(right, int) and rows):
        return "0.0%"
    return f"{right / rows:.1%}"


def _cells(group: Mapping[str, object]) -> list[str]:
    return [
        str(group["suite"]), str(group["mode"]), str(group["tier"]), str(group["rows"]), _share(group),
        *(str(group[k]) for k in ("false_accepts", "false_refusals", "unreadable", "p50_ms", "p95_ms", "max_ms")),
    ]  # fmt: skip
