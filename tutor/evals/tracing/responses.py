"""A response log: `student,item,skills,t,correct`, one graded response a row."""

import csv
import gzip
import io
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

from tutor.errors import BadInput

COLUMNS = ("student", "item", "skills", "t", "correct")


@dataclass(frozen=True, slots=True)
class Response:
    """One graded response; `t` in seconds, 0 when unknown; `right` is 0 or 1."""

    student: str
    item: str
    skills: tuple[str, ...]
    t: float
    right: int


def read_responses(path: Path) -> list[Response]:
    """The rows of a CSV file, gzipped or not, in order; raises BadInput with the line."""
    if not path.is_file():
        raise BadInput("There is no such file.", where=str(path), do="Name a response log.")
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text))
    head = next(reader, [])
    missing = [name for name in COLUMNS if name not in head]
    if missing:
        raise BadInput(
            f"The columns {', '.join(missing)} are missing.",
            where=f"{path}:1",
            do=f"The columns are {','.join(COLUMNS)}.",
        )
    places = [head.index(name) for name in COLUMNS]
    rows = []
    shared: dict[str, tuple[str, ...]] = {}
    for number, cells in enumerate(reader, start=2):
        if not cells:
            continue
        try:
            student, item, skills, t, right = (cells[place] for place in places)
            found = shared.get(skills)
            if found is None:
                found = shared[skills] = _skills(skills, item)
            rows.append(
                Response(student, item, found, float(t or 0.0), 1 if float(right) >= 0.5 else 0)
            )
        except (ValueError, IndexError) as wrong:
            raise BadInput(
                f"The row cannot be read: {wrong}.",
                where=f"{path}:{number}",
                do="t is seconds (0 for none), correct is 0 or 1.",
            ) from wrong
    return rows


def _skills(cell: str, item: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))
    return names or ("?",)


def fold_of(name: str, student: str, folds: int) -> int:
    """The fold of a student: md5 of "{name}:{student}" modulo `folds`."""
    return int(md5(f"{name}:{student}".encode(), usedforsecurity=False).hexdigest(), 16) % folds


def split(
    rows: Sequence[Response], name: str, folds: int
) -> list[tuple[list[Response], list[Response]]]:
    """Per fold the rows to learn from and the rows held out, both in file order."""
    place = {student: fold_of(name, student, folds) for student in {row.student for row in rows}}
    return [
        (
            [row for row in rows if place[row.student] != fold],
            [row for row in rows if place[row.student] == fold],
        )
        for fold in range(folds)
    ]
