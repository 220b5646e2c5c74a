"""How well the first wrong step is found: beside teachers' marks, and in arguments of algebra."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tutor.errors import BadInput
from tutor.evals.grading import rows_of_any
from tutor.evals.grading_maxima import from_maxima
from tutor.items.maths.lexer import Notation
from tutor.items.steps import check_algebra, check_working, sentences

Row = Mapping[str, object]


def evaluate_steps(path: Path) -> dict[str, object]:
    """The figures of a file of marked workings, of algebraic arguments, or of both."""
    rows = list(rows_of_any(path))
    marked = [r for r in rows if "student_incorrect_solution" in r]
    arguments = [r for r in rows if _argument(r) is not None]
    if not marked and not arguments:
        raise BadInput(
            "There are no workings in this file.",
            where=str(path),
            do="See docs/figures.md for the fields.",
        )
    found: dict[str, object] = {}
    if marked:
        found["working"] = _working(marked)
    if arguments:
        found["algebra"] = _algebra(arguments)
    return found


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [line for line in value.split("\n") if line.strip()]
    return [str(v) for v in value] if isinstance(value, Sequence) else []


def _working(rows: Sequence[Row]) -> dict[str, object]:
    """Wrong workings with their marks; the corrected solutions count as right workings."""
    exact = within = refused = alarms = accepted = right = 0
    for row in rows:
        problem, reference = str(row.get("problem", "")), _texts(row.get("reference_solution"))
        mark = row.get("incorrect_index")
        place = check_working(
            _texts(row["student_incorrect_solution"]), problem=problem, reference=reference
        ).first_wrong
        refused += place is not None
        if place is not None and isinstance(mark, int):
            exact += place == mark
            within += abs(place - mark) <= 1
        solution = row.get("student_correct_response")
        if isinstance(solution, str) and solution.strip():
            right += 1
            alarm = (
                check_working(sentences(solution), problem=problem, reference=reference).first_wrong
                is not None
            )
            alarms += alarm
            accepted += not alarm
    return {
        "rows": len(rows),
        "exact": _share(exact, len(rows)),
        "within_one": _share(within, len(rows)),
        "right_workings": right,
        "false_alarms": _share(alarms, right),
        "outcome": _share(refused + accepted, len(rows) + right),
    }


def _share(count: int, of: int) -> float:
    return round(count / of, 4) if of else 0.0


_STACK_WORDS = (
    (re.compile(r"#pm#"), "±"),
    (re.compile(r"\bstackeq\(([^()]*(?:\([^()]*\)[^()]*)*)\)"), r"\1"),
)


def _argument(row: Row) -> list[str] | None:
    """The lines of an algebraic argument: a list, lines of text, or Maxima's [a, b, c]."""
    for name in ("lines", "argument", "working", "steps", "student", "response"):
        value = row.get(name)
        if isinstance(value, list) and len(value) > 1:
            return [_school(str(v)) for v in value]
        if (
            not isinstance(value, str)
            or not {"correct", "equivalent", "valid", "outcome"} & row.keys()
        ):
            continue
        text = value.strip()
        if text.startswith("[") and text.endswith("]"):
            return [_school(v) for v in _split(text[1:-1])]
        if "\n" in text:
            return [_school(v) for v in text.split("\n") if v.strip()]
    return None


def _school(text: str) -> str:
    for pattern, written in _STACK_WORDS:
        text = pattern.sub(written, text)
    return from_maxima(text)


def _split(text: str) -> list[str]:
    """Cut at the commas that stand in no bracket."""
    parts, depth, start = [], 0, 0
    for i, letter in enumerate(text):
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    return [p.strip() for p in (*parts, text[start:]) if p.strip()]


def _algebra(rows: Iterable[Row]) -> dict[str, object]:
    count = right = accepts = refusals = 0
    for row in rows:
        lines = [
            x for x in _argument(row) or [] if not x.strip().startswith('"')
        ]  # without remarks
        wanted = next(
            (bool(row[k]) for k in ("correct", "equivalent", "valid", "outcome") if k in row), True
        )
        words = {w for line in lines for w in re.findall(r"[A-Za-z]{3,}", line)}
        notation = Notation(natural_log=True, variables=frozenset(words & {"theta", "alpha"}))
        found = check_algebra(lines, notation)
        holds = found.first_wrong is None and all(s.follows is not None for s in found.steps[1:])
        count += 1
        right += holds == wanted
        accepts += holds and not wanted
        refusals += wanted and not holds
    return {
        "rows": count,
        "outcome": _share(right, count),
        "false_accepts": accepts,
        "false_refusals": refusals,
    }


def run(path: Path, as_json: bool) -> int:
    """Print the figures; 0 when the file could be read."""
    found = evaluate_steps(path)
    if as_json:
        print(json.dumps(found))
        return 0
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for name, figures in found.items():
        table = Table(name, "figure")
        for key, value in figures.items() if isinstance(figures, dict) else ():
            table.add_row(key, str(value))
        console.print(table)
    return 0
