"""A class's times with another persona or help contract: planned and cancelled by its teacher."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from fastapi import APIRouter, Request
from fastapi.responses import Response

from tutor.channels.web import gate
from tutor.channels.web.site import Here, Site, see
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract
from tutor.errors import BadInput, NotFound
from tutor.ids import PersonaId
from tutor.people.periods import Period, in_force, require_sensible
from tutor.people.person import SchoolClass
from tutor.settings import zone_of

routes = APIRouter()
WRITTEN = "%Y-%m-%dT%H:%M"  # what a browser sends for a date and a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A period as a page shows it, its times on the school's clock."""

    id: str
    starts: datetime
    ends: datetime
    persona: str
    contract: Contract | None
    now: bool


@routes.post("/class/{class_id}/periods")
async def plan(site: Here, request: Request, class_id: str) -> Response:
    """Plan a time in which the class is taught otherwise."""
    visitor, form = await gate.posted(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    course = site.parts.book.get(gate.course_of(led, gate.text(form, "course")))
    persona, contract = gate.text(form, "persona"), gate.text(form, "contract")
    if persona and PersonaId(persona) not in course.personas:
        raise BadInput("This course has no such persona.", do="Choose one from the list.")
    if contract and contract not in set(Contract):
        raise BadInput("There is no such help contract.", do="Choose one from the list.")
    zone = zone_of(site.parts.settings)
    period = Period(
        id=secrets.token_hex(8),
        class_id=led.id,
        course=course.id,
        starts=_time(gate.text(form, "starts"), zone),
        ends=_time(gate.text(form, "ends"), zone),
        persona=PersonaId(persona) if persona else None,
        contract=Contract(contract) if contract else None,
    )
    now = site.parts.clock()
    require_sensible(period, now)
    await site.parts.people.add_period(period)
    await site.parts.people.note(
        actor=visitor.person.id, act="class_period_planned", subject=led.id, at=now,
        detail={"course": course.id, "period": period.id},
    )  # fmt: skip
    return see(f"/class/{led.id}?course={course.id}#settings")


@routes.post("/class/{class_id}/periods/cancel")
async def cancel(site: Here, request: Request, class_id: str) -> Response:
    """Cancel a planned time, or end one that has begun."""
    visitor, form = await gate.posted(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    course, period = gate.course_of(led, gate.text(form, "course")), gate.text(form, "period")
    if not await site.parts.people.cancel_period(led.id, period):
        raise NotFound("This time is not planned any more.", do="Go back to the class.")
    await site.parts.people.note(
        actor=visitor.person.id, act="class_period_cancelled", subject=led.id,
        at=site.parts.clock(), detail={"course": course, "period": period},
    )  # fmt: skip
    return see(f"/class/{led.id}?course={course}#settings")


async def planned(site: Site, led: SchoolClass, course: Course) -> list[Planned]:
    """The periods of a class in a course that are not over, the next first."""
    now, zone = site.parts.clock(), zone_of(site.parts.settings)
    found = await site.parts.people.periods([led.id], now)
    holding = in_force(found, course.id, now)
    return [
        Planned(
            id=one.id,
            starts=one.starts.astimezone(zone),
            ends=one.ends.astimezone(zone),
            persona=_named(course, one.persona),
            contract=one.contract,
            now=one == holding,
        )
        for one in found
        if one.course == course.id
    ]


def _named(course: Course, persona: PersonaId | None) -> str:
    """A persona's name; "" where none is chosen or it is gone from the course."""
    found = course.personas.get(persona) if persona else None
    return found.name if found else ""


def _time(written: str, zone: tzinfo | None) -> datetime:
    """A time of the school's clock, in UTC; `zone` None is the machine's."""
    try:
        local = datetime.strptime(written[:16], WRITTEN)
    except ValueError as error:
        raise BadInput("This is no date and time.", where=written, do="Fill in both.") from error
    return (local.astimezone() if zone is None else local.replace(tzinfo=zone)).astimezone(UTC)
