"""What stands above, below or beside its line on a page: powers, indices, fractions, formulas drawn last (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.retrieval.readers._text import lowered, raised

_SMALL = 0.87  # times the size of the line: a power or an index
_OPERATOR = re.compile(r"[=<>≤≥≈≠+×·∙÷(−-]$")
_MOST_SIDE = 40  # letters over or under a fraction's bar
MANY = 2_000  # lines of a page above which nothing is looked for: it is no page of a book


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words at a place: points from the page's left and bottom, size in points; `right` where they end."""

    x: float
    y: float
    size: float
    text: str
    bold: bool = False
    right: float | None = None  # None where it is not known


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; `bold` as a whole."""

    x: float
    right: float
    y: float
    size: float
    text: str
    bold: bool = False
    parts: tuple[tuple[float, str], ...] = ()  # its pieces of words, and where they stand


@dataclass(frozen=True, slots=True)
class _Row:
    """Neighbouring pieces of one height."""

    first: Piece
    right: float
    text: str


def unstacked(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with powers and indices in their words, and fractions as “(v − u)/t”."""
    if any(one.right is None for one in pieces):
        return list(pieces)
    return list(_over_each_other(_with_scripts(pieces)))


def _with_scripts(pieces: Sequence[Piece]) -> list[Piece]:
    made: list[Piece] = []
    for one in pieces:
        last = made[-1] if made else None
        if last is not None and last.right is not None and one.size < _SMALL * last.size:
            gap, up = (one.x - last.right) / last.size, (one.y - last.y) / last.size
            if -0.3 < gap < 0.3 and 0.08 < abs(up) < 0.7 and not last.text[-1:].isspace():
                words = raised(one.text) if up > 0 else lowered(one.text)
                made[-1] = replace(last, text=last.text + words, right=one.right)
                continue
        made.append(one)
    return made


def _over_each_other(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Two short rows centred over each other, right after an operator that stands between their heights."""
    rows = list(_rows(pieces))
    at = 0
    while at < len(rows):
        here, (over, under) = rows[at], [*rows[at + 1 : at + 3], [], []][:2]
        yield from here
        at += 1
        if over and under and (made := _fraction(_row(here), _row(over), _row(under))):
            yield made
            at += 2


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for one in pieces:
        if row:
            last = row[-1]
            assert last.right is not None
            gap = (one.x - last.right) / last.size
            if abs(one.y - last.y) > 0.05 * last.size or not -0.2 < gap < 1.0:
                yield row
                row = []
        row.append(one)
    if row:
        yield row


def _row(pieces: Sequence[Piece]) -> _Row:
    text, right = "", pieces[0].x
    for one in pieces:
        joint = " " if text and one.x - right > 0.15 * one.size else ""
        text, right = text + joint + one.text.strip(), one.right or one.x
    return _Row(pieces[0], right, text)


def _fraction(before: _Row, over: _Row, under: _Row) -> Piece | None:
    size = max(over.first.size, under.first.size)
    middle = before.first.y
    if not _OPERATOR.search(before.text) or max(len(over.text), len(under.text)) > _MOST_SIDE:
        return None
    if not (0.15 * size < over.first.y - middle < 1.3 * size):
        return None
    if not (0.15 * size < middle - under.first.y < 1.3 * size):
        return None
    centres = ((one.first.x + one.right) / 2 for one in (over, under))
    if abs(next(centres) - next(centres)) > 0.35 * size:
        return None
    left = min(over.first.x, under.first.x)
    if not -0.2 < (left - before.right) / size < 1.5:
        return None
    text = f"{_side(over.text)}/{_side(under.text)}"
    right = max(over.right, under.right)
    return Piece(left, middle, before.first.size, text, False, right)


def _side(text: str) -> str:
    """What stands over or under the bar, in brackets where it is more than one thing."""
    alone = re.fullmatch(r"\([^()]*\)|[^\s+−=×·/-]+", text)
    return text if alone else f"({text})"


def in_place(lines: Sequence[Line]) -> list[Line]:
    """Lines that were drawn last although they stand further up, between two others of their column.

    Word processors draw formulas so.
    """
    made: list[Line] = []
    if len(lines) > MANY:
        return list(lines)
    for line in lines:
        late = bool(made) and line.y > made[-1].y + 0.5 * line.size
        where = _between(made, line) if late else None
        made.insert(len(made) if where is None else where, line)
    return made


def _between(lines: Sequence[Line], line: Line) -> int | None:
    """Before which of the lines it stands, if one is above and one below it, both over the same place."""
    if (
        line.y > lines[0].y + 0.6 * line.size
        and lines[0].x < line.right
        and line.x < lines[0].right
    ):
        return 0
    for at in range(len(lines) - 1, 0, -1):
        above, below = lines[at - 1], lines[at]
        near = min(one.x for one in (above, below)) - line.size <= line.x
        both = all(one.x < line.right and line.x < one.right for one in (above, below))
        if near and both and above.y - 0.6 * line.size > line.y > below.y + 0.6 * line.size:
            return at
    return None
