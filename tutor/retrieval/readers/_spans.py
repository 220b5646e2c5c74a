"""Tables whose cells reach over several rows or columns, as rows of equal length (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass

_WIDEST = 200  # columns that a cell may reach over


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, and over how many columns and rows it reaches."""

    text: str
    across: int = 1
    down: int = 1


def spread(rows: Iterable[Iterable[Cell]]) -> list[list[str]]:
    """The cells at their columns: what reaches down is said in each row, what reaches across once.

    So each row of a table can be understood by itself, and every cell stands below its head.
    """
    made: list[list[str]] = []
    over: dict[int, tuple[str, int]] = {}  # column -> text and rows that are still to come
    for row in rows:
        line: list[str] = []
        waiting = list(row)
        while waiting or any(at >= len(line) for at in over):
            at = len(line)
            if at in over:
                text, left = over.pop(at)
                line.append(text)
                if left > 1:
                    over[at] = (text, left - 1)
            elif waiting:
                cell = waiting.pop(0)
                for column in range(max(1, min(cell.across, _WIDEST))):
                    text = "" if column else cell.text
                    if cell.down > 1:
                        over[at + column] = (text, cell.down - 1)
                        # said now, and in the rows below
                    line.append(text)
            else:
                line.append("")
            if len(line) > _WIDEST:
                break
        made.append(line)
    return made


def reach(value: str) -> int:
    """A number of rows or columns as files say it; 1 where it is none."""
    return int(value) if value.isdecimal() and 0 < int(value) <= _WIDEST else 1
