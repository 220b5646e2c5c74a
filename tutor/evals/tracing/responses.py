"""A response log: `student,item,skills,t,correct`, one graded response a row."""

import csv
import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import md5
from math import isfinite
from pathlib import Path
from typing import Protocol, TextIO

from tutor.errors import BadInput

COLUMNS = ("student", "item", "skills", "t", "correct")
UNTOLD = -1.0  # the chance in a log that was not invented

Went = Callable[[int], None]  # told how many responses were gone through since it was last told
TELL_EVERY = 500


def unwatched(more: int) -> None:
    """Nobody looks on."""


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
    chance: float = UNTOLD


def read_responses(path: Path) -> list[Response]:
    """The rows of a CSV file, gzipped or not, in order; raises BadInput with the line.

    The file is read row by row, and a name that comes again is kept once.
    """
    if not path.is_file():
        raise BadInput("There is no such file.", where=str(path), do="Name a response log.")
    with _opened(path) as lines:
        reader = csv.reader(lines)
        try:
            rows = list(_rows(reader, path))
        except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error) as wrong:
            raise BadInput(
                f"The file cannot be read: {wrong}.",
                where=f"{path}:{reader.line_num + 1}",
                do="Give a CSV file in UTF-8, gzipped or not.",
            ) from wrong
    if not rows:
        raise BadInput("There are no responses.", where=str(path), do="Give a log with rows.")
    return _named_by_skills(rows)


def _opened(path: Path) -> TextIO:
    with path.open("rb") as file:
        zipped = file.read(2) == b"\x1f\x8b"
    if zipped:
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


class _Lines(Protocol):
    """What is used of a CSV reader: rows, and how many lines were read for them."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def _rows(reader: _Lines, path: Path) -> Iterator[Response]:
    """The rows below the head."""
    cells = iter(reader)
    read = _reading(next(cells, []), path)
    before = reader.line_num
    for row in cells:
        if row:
            try:
                yield read(row)
            except ValueError as wrong:
                raise BadInput(
                    f"The row cannot be read: {wrong}.",
                    where=f"{path}:{before + 1}",
                    do="A row is student,item,skills,t,correct: t seconds (0 for none), correct 0 or 1.",
                ) from wrong
        before = reader.line_num


def _reading(head: list[str], path: Path) -> Callable[[list[str]], Response]:
    """How a row under this head is read; the reader raises ValueError for a row that is none."""
    missing = [name for name in COLUMNS if name not in head]
    if missing:
        raise BadInput(
            f"The columns {', '.join(missing)} are missing.",
            where=f"{path}:1",
            do=f"The columns are {','.join(COLUMNS)}.",
        )
    places = [head.index(name) for name in COLUMNS]
    truth = head.index("chance") if "chance" in head else None
    least = 1 + max(*places, truth or 0)
    names: dict[str, str] = {}
    sets: dict[str, tuple[str, ...]] = {}

    def read(cells: list[str]) -> Response:
        if len(cells) < least:
            raise ValueError(f"it has {len(cells)} cells of {len(head)}")
        student, item, skills, t, right = [cells[place] for place in places]
        if not student:
            raise ValueError("the student has no name")
        found = sets.get(skills)
        if found is None:
            found = sets[skills] = _skills(skills)
        return Response(
            names.setdefault(student, student),
            names.setdefault(item, item),
            found,
            _seconds(t),
            _right(right),
            UNTOLD if truth is None else _number("chance", cells[truth]),
        )

    return read


def _named_by_skills(rows: list[Response]) -> list[Response]:
    """Where items and skill sets are the same thing under two names, the skills' name for both.

    Such a log does not say which items were answered: a response after another on the same skill
    is no second try.
    """
    pairs = {(row.item, row.skills) for row in rows}
    if not len(pairs) == len({item for item, _ in pairs}) == len({names for _, names in pairs}):
        return rows
    return [replace(row, item="|".join(row.skills)) for row in rows]


def _seconds(cell: str) -> float:
    t = _number("t", cell) if cell else 0.0
    if not isfinite(t):
        raise ValueError(f"t is {cell}")
    return t


def _right(cell: str) -> int:
    right = _number("correct", cell)
    if right not in (0.0, 1.0):
        raise ValueError(f"correct is {cell}")
    return int(right)


def _number(name: str, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise ValueError(f"{name} is “{cell}”") from None


def _skills(cell: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))
    return names or ("?",)


def fold_of(name: str, student: str, folds: int) -> int:
    """The fold of a student: md5 of "{name}:{student}" modulo `folds`."""
    return int(md5(f"{name}:{student}".encode(), usedforsecurity=False).hexdigest(), 16) % folds


def split(
    rows: Sequence[Response], name: str, folds: int
) -> Iterator[tuple[list[Response], list[Response]]]:
    """Per fold the rows to learn from and the rows held out, both in file order."""
    place = {student: fold_of(name, student, folds) for student in {row.student for row in rows}}
    for fold in range(folds):
        learn = [row for row in rows if place[row.student] != fold]
        yield learn, [row for row in rows if place[row.student] == fold]


def told(rows: Iterable[Response], went: Went) -> Iterator[Response]:
    """The rows as they come, while `went` is told of them now and then."""
    number = 0
    for number, row in enumerate(rows, start=1):
        yield row
        if number % TELL_EVERY == 0:
            went(TELL_EVERY)
    went(number % TELL_EVERY)
