"""The meter of the work that one grade has taken, each thread for itself; `effort.py` sets it."""

import threading
from collections.abc import Hashable


class _Work(threading.local):
    left: int | None = None
    done: dict[tuple[str, Hashable], object] | None = None  # results kept within a bounded block


WORK = _Work()


def take(steps: int) -> bool:
    """Count steps; False when the bound is used up. Outside a bounded block nothing counts."""
    left = WORK.left
    if left is None:
        return True
    WORK.left = left - steps
    return left >= steps
