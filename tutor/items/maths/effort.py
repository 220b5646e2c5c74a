"""The bound on the work that grading one response may take.

Counted in steps (a node worked out, two terms multiplied), not in time, so that the same response
gets the same grade on a busy machine. A step takes three to nine microseconds; the bound stands for the
50 ms of a grade (no right answer that we know takes more than 2,700 steps). Each thread counts for itself.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from tutor.items.maths.meter import WORK
from tutor.items.maths.values.exact import NotExact

STEPS = 5_000
T = TypeVar("T")


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
        WORK.left, WORK.done = steps, {}
    try:
        yield found
    finally:
        found.reached = WORK.left is not None and WORK.left < 0
        found.used = start - (WORK.left or 0)
        if outer is None:
            WORK.left = WORK.done = None


def once(what: str, key: Hashable, work: Callable[[], T]) -> T:
    """The result of some work, done once within a bounded block; what it raises is not kept."""
    done = WORK.done
    if done is None:
        return work()
    place = (what, key)
    found = done.get(
        place, done
    )  # the table itself stands for "not there": keys are costly to hash
    if found is done:
        found = done[place] = work()
    return cast(T, found)


def spend(steps: int = 1) -> None:
    """Count steps; raises TooLong when the bound is used up. Outside a bounded block nothing counts."""
    left = WORK.left  # as `take` does, without a call: this runs tens of thousands of times
    if left is None:
        return
    WORK.left = left - steps
    if left < steps:
        raise TooLong
