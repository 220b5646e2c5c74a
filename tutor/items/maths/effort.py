"""The bound on the work that grading one response may take.

Counted in steps (a node worked out, two terms multiplied), not in time, so that the same response
gets the same grade on a busy machine. A step takes one to three microseconds; the bound stands for the
50 ms of a grade. Each thread counts for itself.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tutor.items.maths.exact import NotExact

STEPS = 10_000


class TooLong(NotExact):
    """The bound is used up; raised by every further step."""


class _Work(threading.local):
    left: int | None = None


_WORK = _Work()


class Bound:
    """Whether the bound was reached within its block."""

    reached = False


@contextmanager
def bounded(steps: int = STEPS) -> Iterator[Bound]:
    """Count the steps of a block; within another bounded block that one goes on counting."""
    found = Bound()
    outer = _WORK.left
    if outer is None:
        _WORK.left = steps
    try:
        yield found
    finally:
        found.reached = _WORK.left is not None and _WORK.left < 0
        if outer is None:
            _WORK.left = None


def spend(steps: int = 1) -> None:
    """Count steps; raises TooLong when the bound is used up. Outside a bounded block nothing counts."""
    left = _WORK.left
    if left is not None:
        _WORK.left = left - steps
        if left < steps:
            raise TooLong
