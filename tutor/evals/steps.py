"""How well the first wrong step is found: beside teachers' marks, and in arguments of algebra."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from tutor.errors import BadInput
from tutor.evals.grading import rows_of_any
from tutor.evals.steps_rows import Argument, Marked, argument_of, marked_of
from tutor.items.maths.notation.lexer import Notation
from tutor.items.steps import Working, check_algebra, check_working, sentences


def evaluate_steps(path: Path, folds: int | None = None) -> dict[str, dict[str, object]]:
    """The figures of a file of marked workings, of algebraic arguments, or of both.

    With `folds`, the marked workings are also found by weights fitted on the other folds.
    """
    rows = list(rows_of_any(path))
    marked = list(marked_of(rows))
    arguments = [a for r in rows if (a := argument_of(r)) is not None]
    if not marked and not arguments:
        raise BadInput(
            "There are no workings in this file.",
            where=str(path),
            do="See docs/figures/working.md for the fields.",
        )
    found: dict[str, dict[str, object]] = {}
    if marked:
        found["working"] = _working(marked)
    if marked and folds:
        from tutor.evals.steps_fit import cross_validated

        found["cross-validated"] = cross_validated(marked, folds)
    if arguments:
        found["algebra"] = _algebra(arguments)
    return found


def _working(rows: Sequence[Marked]) -> dict[str, object]:
    """Wrong workings with their marks; the corrected solutions count as right workings."""
    exact = within = refused = alarms = right = 0
    for row in rows:
        place = _found(row.lines, row)
        refused += place is not None
        if place is not None and row.mark >= 0:
            exact += place == row.mark
            within += abs(place - row.mark) <= 1
        if row.corrected:
            right += 1
            alarms += _found(sentences(row.corrected), row) is not None
    return {
        "rows": len(rows),
        "exact": _share(exact, len(rows)),
        "within_one": _share(within, len(rows)),
        "right_workings": right,
        "false_alarms": _share(alarms, right),
        "outcome": _share(refused + right - alarms, len(rows) + right),
        **_agreement(rows),
    }


def _found(lines: Sequence[str], row: Marked) -> int | None:
    return check_working(lines, problem=row.problem, reference=row.reference).first_wrong


def _agreement(rows: Sequence[Marked]) -> dict[str, object]:
    """How far two marks of one and the same working agree: what a finder can be expected to reach."""
    marks: dict[tuple[str, ...], list[int]] = {}
    for row in rows:
        marks.setdefault(row.lines, []).append(row.mark)
    pairs = [(a, b) for m in marks.values() for i, a in enumerate(m) for b in m[i + 1 :]]
    return {
        "marked_twice": len(pairs),
        "teachers_agree": _share(sum(a == b for a, b in pairs), len(pairs)),
        "teachers_within_one": _share(sum(abs(a - b) <= 1 for a, b in pairs), len(pairs)),
    }


def _share(count: int, of: int) -> float:
    return round(count / of, 4) if of else 0.0


def follow(argument: Argument) -> Working:
    """An argument as the checker sees it, with the letters its words name."""
    words = {w for line in argument.lines for w in re.findall(r"[A-Za-z]{3,}", line)}
    notation = Notation(natural_log=True, variables=frozenset(words & {"theta", "alpha", "beta"}))
    return check_algebra(argument.lines, notation, positive=argument.positive)


def holds(working: Working) -> bool:
    """Whether every line that could be read follows from the one before it."""
    if working.first_wrong is not None or working.unread_from is not None:
        return False
    return all(s.starts or s.follows is not None for s in working.steps if s.read_as)


def _algebra(arguments: Sequence[Argument]) -> dict[str, object]:
    right = accepts = refusals = placed = exact = 0
    for argument in arguments:
        working = follow(argument)
        said = holds(working)
        right += said == argument.valid
        accepts += said and not argument.valid
        refusals += argument.valid and not said
        if argument.first_wrong is not None:
            placed += 1
            exact += working.first_wrong == argument.first_wrong
    figures: dict[str, object] = {
        "rows": len(arguments),
        "outcome": _share(right, len(arguments)),
        "false_accepts": accepts,
        "false_refusals": refusals,
    }
    if placed:
        figures |= {"marked": placed, "exact": _share(exact, placed)}
    return figures


def run(path: Path, as_json: bool, folds: int | None = None) -> int:
    """Print the figures; 0 when the file could be read."""
    found = evaluate_steps(path, folds)
    if as_json:
        print(json.dumps(found))
        return 0
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for name, figures in found.items():
        table = Table(name, "figure")
        for key, value in figures.items():
            table.add_row(key, str(value))
        console.print(table)
    return 0
