"""Tables whose cells go over several lines: programs draw them cell after cell, row after row (pure).

A cell's lines stand below each other; the next cell begins to their right and no lower, and the next
row below all of them, again at the left. Columns of running text are drawn so too, but are long.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean

from tutor.retrieval.readers._stacked import MANY, Line

_MOST_LINES = 8  # of one cell
_MOST_LETTERS = 120  # of a cell, on average
_LEAST_CELLS = 6


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: tuple[Line, ...]

    @property
    def x(self) -> float:
        return min(one.x for one in self.lines)

    @property
    def right(self) -> float:
        return max(one.right for one in self.lines)

    @property
    def bottom(self) -> float:
        return self.lines[-1].y

    @property
    def text(self) -> str:
        """Its words in one line, words that were cut at a line's end whole again."""
        words = ""
        for one in self.lines:
            cut = words.endswith("-") and one.text[:1].islower()
            words = words[:-1] + one.text if cut else f"{words} {one.text}".strip()
        return words


_Row = tuple[_Cell, ...]


def gridded(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each such table as its rows."""
    if len(lines) > MANY:
        return list(lines)
    made: list[Line] = []
    at = 0
    while at < len(lines):
        rows, left = _table(lines[at:])
        if _is_table(rows):
            made += [_written(row) for row in rows]
            lines, at = left, 0
        else:
            made.append(lines[at])
            at += 1
    return made


def _table(lines: Sequence[Line]) -> tuple[list[_Row], Sequence[Line]]:
    """The rows of as many cells that lines begin with, and the lines after them; no rows where others follow."""
    rows: list[_Row] = []
    while lines:
        if rows:
            lines = [*_parted(lines[0], rows), *lines[1:]]
        row, after = _row(lines, 0)
        if rows and len(row) > 1 and _near(rows[-1], row) and not _fits(rows, row):
            return [], lines
        if len(row) < 2 or (rows and not _near(rows[-1], row)):
            break
        rows.append(row)
        lines = lines[after:]
    return rows, lines


def _parted(line: Line, rows: Sequence[_Row]) -> list[Line]:
    """A line that holds two cells with little white between them, where the second column begins."""
    starts = {cell.x for row in rows for cell in row[1:]}
    for at, (x, _) in enumerate(line.parts):
        if at and any(abs(x - start) < 0.5 * line.size for start in starts):
            first, rest = line.parts[:at], line.parts[at:]
            return [
                replace(line, right=x - 0.1 * line.size, text=_words(first), parts=first),
                *_parted(replace(line, x=x, text=_words(rest), parts=rest), rows),
            ]
    return [line]


def _words(parts: Sequence[tuple[float, str]]) -> str:
    return " ".join(text for _, text in parts)


def _row(lines: Sequence[Line], at: int) -> tuple[_Row, int]:
    """The cells beside each other that begin at a line, and where they end."""
    cells: list[_Cell] = []
    while at < len(lines):
        first = lines[at]
        if cells and not _beside(cells, first):
            break
        own = [first]
        at += 1
        while at < len(lines) and len(own) <= _MOST_LINES and _goes_on(own[-1], lines[at]):
            own.append(lines[at])
            at += 1
        cells.append(_Cell(tuple(own)))
    return tuple(cells), at


def _beside(cells: Sequence[_Cell], line: Line) -> bool:
    """Whether a line begins the next cell: right of the last, and not below the row."""
    lowest = min(one.bottom for one in cells)
    return line.x > cells[-1].right and line.y > lowest - 0.5 * line.size


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line stands right under the last one of its cell, at its left or about its middle."""
    under = 0.5 * last.size < last.y - line.y < 1.6 * last.size
    alike = abs(last.size - line.size) < 0.1 and last.bold == line.bold
    middle = abs((last.x + last.right) - (line.x + line.right)) < last.size
    return under and alike and (abs(last.x - line.x) < 0.5 * last.size or middle)


def _near(last: _Row, row: _Row) -> bool:
    """Whether a row stands right below the last one."""
    size = row[0].lines[0].size
    top, bottom = max(one.lines[0].y for one in row), min(one.bottom for one in last)
    return 0.5 * size < bottom - top < 4 * size


def _fits(rows: Sequence[_Row], row: _Row) -> bool:
    """Whether white parts the columns still when the row stands below the others."""
    if len(row) != len(rows[0]):
        return False
    columns = list(zip(*rows, row, strict=True))
    return all(
        max(one.right for one in column) < min(one.x for one in beside)
        for column, beside in pairwise(columns)
    )


def _is_table(rows: Sequence[_Row]) -> bool:
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or len(cells) < _LEAST_CELLS or all(len(one.lines) == 1 for one in cells):
        return False
    most = max(len(one.lines) for one in cells)
    return most <= _MOST_LINES and mean(len(one.text) for one in cells) <= _MOST_LETTERS


def _written(row: _Row) -> Line:
    words = " | ".join(cell.text.replace("|", r"\|") for cell in row)
    first = row[0].lines[0]
    lowest = min(cell.bottom for cell in row)
    return replace(first, right=row[-1].right, y=lowest, text=f"| {words} |")
