"""Tables and points whose parts can be matched: each first cell with another one of its row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.exchange.markdown import outside, plainly

_FEWEST, _MOST = 3, 5  # pairs of an item
_MOST_LETTERS = 60  # of a cell that can be matched


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What belongs together, and what either side is called."""

    left: str
    right: str
    pairs: tuple[tuple[str, str], ...]


def pairs_of(text: str) -> Iterator[Pairs]:
    """Of each table with words in its first column the first other column that tells its rows apart."""
    for head, rows in _tables(text):
        if len(head) < 2 or not _words(head[0]) or not all(_words(row[0]) for row in rows):
            continue
        for at in range(1, len(head)):
            made = tuple((row[0], row[at]) for row in rows if len(row) > at and row[at])[:_MOST]
            if _can_be_matched(made) and _words(head[at]):
                yield Pairs(left=head[0], right=head[at], pairs=made)
                break


def _can_be_matched(pairs: Sequence[tuple[str, str]]) -> bool:
    left, right = {a.lower() for a, _ in pairs}, {b.lower() for _, b in pairs}
    short = all(len(one) <= _MOST_LETTERS for pair in pairs for one in pair)
    return len(pairs) >= _FEWEST and len(left) == len(right) == len(pairs) and short


def _words(cell: str) -> bool:
    return re.search(r"[^\W\d_]{2}", cell) is not None


def _tables(text: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    rows: list[list[str]] = []
    for _, line in [*outside(text.splitlines()), (0, "")]:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
            rows.append([plainly(cell.replace("\\|", "|")).strip() for cell in cells])
            continue
        if len(rows) > 2 and set("".join(rows[1])) <= set("-: "):
            yield rows[0], rows[2:]
        rows = []
