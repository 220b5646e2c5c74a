"""What is wrong with a course's files: where, what, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How bad a problem is: an error keeps the course (or the file) from being used."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend. `line` is counted from 1, 0 when the whole file is meant."""

    file: str
    line: int = 0
    field: str = ""
    what: str
    do: str = ""
    weight: Weight = Weight.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f" [{self.field}]" if self.field else ""
        advice = f" → {self.do}" if self.do else ""
        return f"{self.weight}: {place}{field} {self.what}{advice}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that must be mended."""
    return [p for p in problems if p.weight is Weight.ERROR]
