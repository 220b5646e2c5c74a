"""The bound on the work that grading one response may take.

Counted in steps (a node worked out, two terms multiplied), not in time, so that the same response
gets the same grade on a busy machine. A step takes three to nine microseconds; the bound stands for the
50 ms of a grade (no right answer that we know takes more than 2,700 steps). Each thread counts for itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from tutor.items.maths.exact import NotExact
from tutor.items.maths.meter import WORK, take

STEPS = 5_000


class TooLong(NotExact):
    """The bound is used up; raised by every further step."""


class Bound:
    """Whether the bound was reached within its block, and how many steps were taken."""

    reached = False
    used = 0


@contextmanager
def bounded(steps: int = STEPS) -> Iterator[Bound]:
    """Count the steps of a block; within another bounded block that one goes on counting."""
    found = Bound()
    outer = WORK.left
    start = steps if outer is None else outer
    if outer is None:
        WORK.left = steps
    try:
        yield found
    finally:
        found.reached = WORK.left is not None and WORK.left < 0
        found.used = start - (WORK.left or 0)
        if outer is None:
            WORK.left = None


def spend(steps: int = 1) -> None:
    """Count steps; raises TooLong when the bound is used up. Outside a bounded block nothing counts."""
    if not take(steps):
        raise TooLong
