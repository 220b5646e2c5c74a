"""A response log: `student,item,skills,t,correct`, one graded response a row."""

import csv
import gzip
import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import md5
from math import isfinite
from pathlib import Path

from tutor.errors import BadInput

COLUMNS = ("student", "item", "skills", "t", "correct")


@dataclass(frozen=True, slots=True)
class Response:
    """One graded response; `t` in seconds, 0 when unknown; `right` is 0 or 1.

    `chance` is the true one where the log was invented, else below 0.
    """

    student: str
    item: str
    skills: tuple[str, ...]
    t: float
    right: int
    chance: float = -1.0


def read_responses(path: Path) -> list[Response]:
    """The rows of a CSV file, gzipped or not, in order; raises BadInput with the line."""
    if not path.is_file():
        raise BadInput("There is no such file.", where=str(path), do="Name a response log.")
    reader = csv.reader(io.StringIO(_text(path)))
    head = next(reader, [])
    missing = [name for name in COLUMNS if name not in head]
    if missing:
        raise BadInput(
            f"The columns {', '.join(missing)} are missing.",
            where=f"{path}:1",
            do=f"The columns are {','.join(COLUMNS)}.",
        )
    places = [head.index(name) for name in COLUMNS]
    truth = head.index("chance") if "chance" in head else None
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
            chance = float(cells[truth]) if truth is not None else -1.0
            rows.append(Response(student, item, found, _seconds(t), _right(right), chance))
        except (ValueError, IndexError) as wrong:
            raise BadInput(
                f"The row cannot be read: {wrong}.",
                where=f"{path}:{number}",
                do="A row is student,item,skills,t,correct: t seconds (0 for none), correct 0 or 1.",
            ) from wrong
    if not rows:
        raise BadInput("There are no responses.", where=str(path), do="Give a log with rows.")
    return _named_by_skills(rows)


def _named_by_skills(rows: list[Response]) -> list[Response]:
    """Where items and skill sets are the same thing under two names, the skills' name for both.

    Such a log does not say which items were answered: a response after another on the same skill
    is no second try.
    """
    pairs = {(row.item, row.skills) for row in rows}
    if not len(pairs) == len({item for item, _ in pairs}) == len({names for _, names in pairs}):
        return rows
    return [replace(row, item="|".join(row.skills)) for row in rows]


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as wrong:
        raise BadInput(
            f"The file cannot be read: {wrong}.",
            where=str(path),
            do="Give a CSV file in UTF-8, gzipped or not.",
        ) from wrong


def _seconds(cell: str) -> float:
    t = float(cell or 0.0)
    if not isfinite(t):
        raise ValueError(f"t is {cell}")
    return t


def _right(cell: str) -> int:
    right = float(cell)
    if right not in (0.0, 1.0):
        raise ValueError(f"correct is {cell}")
    return int(right)


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
