"""A guardian's page: the children, what the weekly digest says, and stopping it. Never the chat."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from tutor.channels.web import gate
from tutor.channels.web.site import Here, Site, direction, see
from tutor.errors import BadInput, NotAllowed
from tutor.ids import LearnerId, PersonId
from tutor.people.person import Consent, Person, Purpose, Role
from tutor.people.rules import consented, may_see
from tutor.reports.digest_words import on_a_page
from tutor.reports.progress import glance

STOPPED = "digest_stopped"
ASKED = {
    Purpose.EXTERNAL_MODEL: "A language model outside the school may word replies (names are hidden)",
    Purpose.TELEGRAM: "Meno may be used in Telegram",
    Purpose.DIGEST: "The weekly summary may be made",
}
SHOWN = 4  # digests per child


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child as the family page shows them: courses as (title, language, secure, total, due);
    `coming` is this week's digest so far, `sent` are those sent, newest first, with their weeks."""

    person: Person
    coming: str | None
    sent: tuple[tuple[str, str], ...]
    courses: tuple[tuple[str, str, int, int, int], ...]
    consents: tuple[tuple[str, str, bool], ...] = ()  # purpose, what it is in words, agreed

    @property
    def summed(self) -> bool:
        """Whether the weekly summary is made."""
        return any(agreed for purpose, _, agreed in self.consents if purpose == Purpose.DIGEST)


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
    children = [await _child(site, guardian, id, kept) for id in ids]
    return site.page(
        request,
        "family.html",
        visitor,
        children=[child for child in children if child is not None],
        stopped=bool(chosen.get(STOPPED)),
        telegram=site.parts.reach.telegram_link is not None,
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


async def _child(
    site: Site, guardian: Person, learner: LearnerId, kept: list[dict[str, Any]]
) -> Child | None:
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
        coming=await digests(learner, guardian.language) if digests is not None else None,
        sent=tuple(
            (str(one.get("week", "")), on_a_page(str(one["text"])))
            for one in kept
            if one.get("learner") == learner and one.get("text")
        )[:SHOWN],
        courses=tuple(courses),
        consents=await _consents(site, person),
    )


async def _consents(site: Site, learner: Person) -> tuple[tuple[str, str, bool], ...]:
    people, id = site.parts.people, LearnerId(learner.id)
    ledger, ties = await people.consents(id), await people.guardianships(learner.id)
    admins = await people.people(Role.ADMIN)
    return tuple(
        (purpose.value, words, consented(purpose, learner, ledger, ties, admins))
        for purpose, words in ASKED.items()
    )


@routes.post("/family/consent")
async def consent(site: Here, request: Request) -> Response:
    """Say yes or no, for a child, to a purpose; the newest word stands."""
    visitor, form = await gate.posted(request, site.parts)
    guardian = _guardian(visitor.person)
    learner, asked = LearnerId(gate.text(form, "learner")), gate.text(form, "purpose")
    if learner not in await _children(site, guardian):
        raise NotAllowed("This is not your child’s page.", do="Go back to your start page.")
    purpose = next((one for one in ASKED if one.value == asked), None)
    if purpose is None:
        raise BadInput("There is nothing like that to agree to.", do="Use the buttons of the page.")
    await site.parts.people.record_consent(
        Consent(
            purpose=purpose,
            learner=learner,
            by=guardian.id,
            given=gate.text(form, "act") == "yes",
            at=site.parts.clock(),
        )
    )
    return see("/family")
