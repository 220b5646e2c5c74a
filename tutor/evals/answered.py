"""How many questions were answered: what the evals of questions count alike."""

from collections.abc import Sequence
from typing import Protocol


class Judged(Protocol):
    """A question that was asked: whether the reply was right, and its seconds."""

    @property
    def right(self) -> bool:
        """Whether what was wanted was shown, or nothing where the course has nothing."""
        ...

    @property
    def seconds(self) -> float:
        """How long the reply took."""
        ...


def share(rows: Sequence[Judged]) -> float:
    """The share that is right, 0 for no rows."""
    return round(sum(row.right for row in rows) / len(rows), 3) if rows else 0.0


def counts(inside: Sequence[Judged], outside: Sequence[Judged]) -> dict[str, float]:
    """Rows and shares: `answered` of those `inside` the course, `declined` of the others; times in ms."""
    times = sorted(row.seconds * 1000 for row in (*inside, *outside)) or [0.0]
    return {
        "rows": len(inside) + len(outside),
        "inside": len(inside),
        "answered": share(inside),
        "outside": len(outside),
        "declined": share(outside),
        "p50_ms": round(times[len(times) // 2], 2),
        "p95_ms": round(times[int(0.95 * (len(times) - 1))], 2),
    }
