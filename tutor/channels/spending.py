"""What the model cost, put together for the command and the pages: names, classes, the last days."""

from collections.abc import Sequence
from datetime import timedelta

from tutor.channels.parts import Parts
from tutor.ids import LearnerId, PersonId
from tutor.people.person import SchoolClass
from tutor.reports.spending import Statement, statement
from tutor.settings import clock_of

DAYS = 30


async def spent_by(
    parts: Parts, classes: Sequence[SchoolClass], *, days: int = DAYS, learners: bool = True
) -> Statement | None:
    """The last days of these classes and, if asked for, their learners; None where nothing is counted."""
    if parts.spent is None:
        return None
    last = parts.clock().astimezone(clock_of(parts.settings)).date()
    first = last - timedelta(days=days - 1)
    names = await _names(parts, classes) if learners else {}
    booked = await parts.spent.between(first, last)
    full = parts.full() if parts.full is not None else frozenset[str]()
    return statement(booked, classes, names, parts.prices, first=first, last=last, full=full)


async def _names(parts: Parts, classes: Sequence[SchoolClass]) -> dict[LearnerId, str]:
    found = {}
    for id in dict.fromkeys(learner for one in classes for learner in one.learners):
        person = await parts.people.person(PersonId(id))
        if person is not None:
            found[id] = person.name
    return found
