"""A guardian's page: the children, what the weekly digest says, and stopping it. Never the chat."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from tutor.channels.web import gate
from tutor.channels.web.site import Site, direction, see
from tutor.errors import NotAllowed
from tutor.ids import LearnerId, PersonId
from tutor.people.person import Person, Role
from tutor.people.rules import may_see
from tutor.reports.progress import glance

STOPPED = "digest_stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child as the family page shows them: courses as (title, language, secure, total, due)."""

    person: Person
    digest: str | None
    courses: tuple[tuple[str, str, int, int, int], ...]


def router(site: Site) -> APIRouter:
    """The routes of the family page."""
    routes = APIRouter()
    parts = site.parts

    @routes.get("/family", response_class=HTMLResponse)
    async def family(request: Request) -> Response:
        visitor = await gate.visitor(request, parts)
        guardian = _guardian(visitor.person)
        children = [await _child(site, guardian, id) for id in await _children(site, guardian)]
        chosen = await parts.people.preferences(guardian.id)
        return site.page(
            request,
            "family.html",
            visitor,
            children=[child for child in children if child is not None],
            stopped=bool(chosen.get(STOPPED)),
            digests=getattr(parts, "digests", None) is not None,
            way=direction(guardian.language),
        )

    @routes.post("/family/digest")
    async def digest(request: Request) -> Response:
        visitor, form = await gate.posted(request, parts)
        guardian = _guardian(visitor.person)
        stop = gate.text(form, "act") == "stop"
        await parts.people.prefer(guardian.id, {STOPPED: True if stop else None})
        return see("/family")

    return routes


def _guardian(person: Person) -> Person:
    if person.role is not Role.GUARDIAN:
        raise NotAllowed("This page is for families.", do="Go back to your start page.")
    return person


async def _children(site: Site, guardian: Person) -> list[LearnerId]:
    ties = await site.parts.people.guardianships(guardian.id)
    mine = [tie.learner for tie in ties if tie.guardian == guardian.id]
    return [learner for learner in mine if may_see(guardian, learner, (), ties)]


async def _child(site: Site, guardian: Person, learner: LearnerId) -> Child | None:
    person = await site.parts.people.person(PersonId(learner))
    if person is None:
        return None
    courses = []
    for course_id in await site.parts.people.courses_of(learner):
        course = next((one for one in site.parts.book.all() if one.id == course_id), None)
        if course is None:
            continue
        history = await site.histories.of(learner, course_id)
        seen = glance(course, history.state, site.parts.clock())
        courses.append((course.title, course.language, seen.secure, seen.total, seen.due))
    digests = getattr(site.parts, "digests", None)
    text = await digests(learner) if digests is not None else None
    return Child(person=person, digest=text, courses=tuple(courses))
