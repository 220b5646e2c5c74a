"""Times in which a class is taught otherwise: an exam on Monday from nine to ten. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tutor.curriculum.persona import Contract
from tutor.errors import BadInput
from tutor.ids import ClassId, CourseId, PersonaId

LONGEST = timedelta(days=60)
AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From `starts` until before `ends`, a class meets a persona, a help contract, or both.

    What is None stays as it is at other times.
    """

    id: str
    class_id: ClassId
    course: CourseId
    starts: datetime
    ends: datetime
    persona: PersonaId | None = None
    contract: Contract | None = None


def in_force(periods: Iterable[Period], course: CourseId, at: datetime) -> Period | None:
    """The period of a course that holds at a time: of several the one that began last, of those
    that began together the one that ends first, and the stricter one if they end together."""
    holding = [p for p in periods if p.course == course and p.starts <= at < p.ends]
    strict = list(Contract)

    def weight(one: Period) -> tuple[datetime, timedelta, int, str]:
        help_there = strict.index(one.contract) if one.contract else -1
        return one.starts, one.starts - one.ends, help_there, one.id

    return max(holding, key=weight, default=None)


def require_sensible(period: Period, now: datetime) -> None:
    """Raise BadInput for a period that changes nothing, is over, or goes on too long."""
    if period.persona is None and period.contract is None:
        raise BadInput("Nothing would change in this time.", do="Choose a persona or a help.")
    if period.ends <= period.starts:
        raise BadInput("It would end before it starts.", do="Choose a later end.")
    if period.ends <= now:
        raise BadInput("This time is over.", do="Choose one that is to come.")
    if period.ends - period.starts > LONGEST:
        raise BadInput(
            f"It would last longer than {LONGEST.days} days.",
            do="Choose a shorter time, or set it for good above.",
        )
    if period.starts - now > AHEAD:
        raise BadInput("It would start more than a year from now.", do="Choose a nearer time.")
