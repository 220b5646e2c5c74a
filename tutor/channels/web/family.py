"""A guardian's page: the children, what the weekly digest says, and stopping it. Never the chat."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from tutor.channels.web import gate
from tutor.channels.web.site import Here, Site, direction, see
from tutor.errors import NotAllowed
from tutor.ids import LearnerId, PersonId
from tutor.people.person import Person, Role
from tutor.people.rules import may_see
from tutor.reports.progress import glance

STOPPED = "digest_stopped"
SHOWN = 4  # digests per child


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child as the family page shows them: courses as (title, language, secure, total, due);
    `coming` is this week's digest so far, `sent` are those sent, newest first, with their weeks."""

    person: Person
    coming: str | None
    sent: tuple[tuple[str, str], ...]
    courses: tuple[tuple[str, str, int, int, int], ...]


routes = APIRouter()


@routes.get("/family", response_class=HTMLResponse)
async def family(site: Here, request: Request) -> Response:
    """The guardian’s children."""
    visitor = await gate.visitor(request, site.parts)
    guardian = _guardian(visitor.person)
    chosen = await site.parts.people.preferences(guardian.id)
    sent = chosen.get("digests")
    kept = [one for one in sent if isinstance(one, dict)] if isinstance(sent, list) else []
    ids = await _children(site, guardian)
    children = [await _child(site, id, kept) for id in ids]
    return site.page(
        request,
        "family.html",
        visitor,
        children=[child for child in children if child is not None],
        stopped=bool(chosen.get(STOPPED)),
        way=direction(guardian.language),
    )


@routes.post("/family/digest")
async def digest(site: Here, request: Request) -> Response:
    """Stop the weekly digest, or have it again."""
    visitor, form = await gate.posted(request, site.parts)
    guardian = _guardian(visitor.person)
    stop = gate.text(form, "act") == "stop"
    await site.parts.people.prefer(guardian.id, {STOPPED: True if stop else None})
    return see("/family")


def _guardian(person: Person) -> Person:
    if person.role is not Role.GUARDIAN:
        raise NotAllowed("This page is for families.", do="Go back to your start page.")
    return person


async def _children(site: Site, guardian: Person) -> list[LearnerId]:
    ties = await site.parts.people.guardianships(guardian.id)
    mine = [tie.learner for tie in ties if tie.guardian == guardian.id]
    return [learner for learner in mine if may_see(guardian, learner, (), ties)]


async def _child(site: Site, learner: LearnerId, kept: list[dict[str, Any]]) -> Child | None:
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
    digests = site.parts.digests
    return Child(
        person=person,
        coming=await digests(learner) if digests is not None else None,
        sent=tuple(
            (str(one.get("week", "")), str(one["text"]))
            for one in kept
            if one.get("learner") == learner and one.get("text")
        )[:SHOWN],
        courses=tuple(courses),
    )
