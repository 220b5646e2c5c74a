"""Alerts on the pages of staff: shown until somebody takes them on, also those of learners in no class."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from tutor.channels.web import gate
from tutor.channels.web.site import Here, Site, see
from tutor.errors import NotAllowed, NotFound
from tutor.ids import LearnerId, PersonId
from tutor.people.person import Person, Role
from tutor.safety.alerts import Alert

LONGEST_NOTE = 500  # characters

routes = APIRouter()


async def waiting(
    site: Site, person: Person, concerns: Callable[[LearnerId], bool]
) -> tuple[Alert, ...]:
    """The unacknowledged alerts about these learners; that they are shown here is noted as their delivery."""
    mine = [one for one in await site.parts.alerts.waiting() if concerns(one.learner)]
    for alert in mine:
        if any(way.to == person.id and way.delivered_at is None for way in alert.deliveries):
            await site.parts.alerts.delivered(alert.id, person.id, site.parts.clock())
    return tuple(mine)


async def of_no_class(site: Site, person: Person) -> dict[str, Any]:
    """What an administrator's page shows of learners whom no class page has: the alerts and the names."""
    if person.role is not Role.ADMIN:
        return {"alerts": (), "names": {}, "led": None}
    placed = await _placed(site)
    alerts = await waiting(site, person, lambda learner: learner not in placed)
    people = [await site.parts.people.person(PersonId(one.learner)) for one in alerts]
    names = {
        one.learner: who.name if who else one.learner
        for one, who in zip(alerts, people, strict=True)
    }
    return {"alerts": alerts, "names": names, "led": None}


@routes.post("/class/{class_id}/alerts")
async def of_a_class(site: Here, request: Request, class_id: str) -> Response:
    """Take on an alert about a learner of a class."""
    visitor, form = await gate.posted(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    alert = await site.parts.alerts.alert(gate.text(form, "alert"))
    if alert is None or alert.learner not in led.learners:
        raise NotFound("There is no such alert in this class.", do="Go back to the class.")
    await _take_on(site, visitor.person, alert, gate.text(form, "note"), within={"class": led.id})
    return see(f"/class/{led.id}?course={gate.text(form, 'course')}")


@routes.post("/classes/alerts")
async def of_the_school(site: Here, request: Request) -> Response:
    """Take on an alert about a learner who is in no class."""
    visitor, form = await gate.posted(request, site.parts)
    if visitor.person.role is not Role.ADMIN:
        raise NotAllowed("This is for administrators.", do="Go back to your start page.")
    alert = await site.parts.alerts.alert(gate.text(form, "alert"))
    if alert is None or alert.learner in await _placed(site):
        raise NotFound("There is no such alert here.", do="Look for it on the class's page.")
    await _take_on(site, visitor.person, alert, gate.text(form, "note"), within={})
    return see("/classes")


async def _placed(site: Site) -> frozenset[LearnerId]:
    """The learners who are in a class."""
    return frozenset(one for led in await site.parts.people.classes(None) for one in led.learners)


async def _take_on(
    site: Site, who: Person, alert: Alert, note: str, *, within: Mapping[str, str]
) -> None:
    now = site.parts.clock()
    if await site.parts.alerts.acknowledge(alert.id, who.id, now, note[:LONGEST_NOTE]):
        await site.parts.people.note(
            actor=who.id, act="alert_acknowledged", subject=alert.learner, at=now,
            detail={**within, "kind": alert.kind, "tier": alert.tier},
        )  # fmt: skip
