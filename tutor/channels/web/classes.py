"""A teacher's pages of a class: the table of skills, who needs help, alerts, and settings."""

import hashlib
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from tutor.channels.spending import spent_by
from tutor.channels.web import alerts, gate
from tutor.channels.web.assigning import asked
from tutor.channels.web.periods import planned
from tutor.channels.web.site import Here, Site, see
from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract
from tutor.errors import BadInput, NotAllowed
from tutor.ids import CourseId, LearnerId, PersonaId, PersonId
from tutor.people.person import Person, Role, SchoolClass
from tutor.reports.class_view import band_sign, band_word, class_view
from tutor.reports.needs import Pupil, Reason, reasons
from tutor.safety.alerts import Alert

DISMISSED = "dismissed:"
CONTRACTS = {
    Contract.PRACTICE: "Practice: every hint, and the answer when nothing else helps",
    Contract.HOMEWORK: "Homework: hints, but never the final answer",
    Contract.QUIZ: "Quiz: no help, feedback at the end",
    Contract.EXAM: "Exam: the tutor declines to help",
}


routes = APIRouter()


@routes.get("/classes", response_class=HTMLResponse)
async def classes(site: Here, request: Request) -> Response:
    """The classes that the person leads; those first where an adult is needed: this is the page to
    which the message about it leads."""
    visitor = await gate.visitor(request, site.parts)
    person = visitor.person
    if person.role not in (Role.TEACHER, Role.ADMIN):
        return see(gate.home_of(person))
    mine = await site.parts.people.classes(None if person.role is Role.ADMIN else person.id)
    titles = {course.id: course.title for course in site.parts.book.all()}
    spent = await spent_by(site.parts, mine, learners=False)
    worried = {one.learner for one in await site.parts.alerts.waiting()}
    alarmed = [led for led in mine if not worried.isdisjoint(led.learners)]
    return site.page(
        request, "classes.html", visitor, titles=titles, spent=spent, alarmed=alarmed,
        classes=[*alarmed, *(led for led in mine if led not in alarmed)],
        meaning=site.parts.library.status(), **await alerts.of_no_class(site, person),
    )  # fmt: skip


@routes.get("/classes/meaning", response_class=HTMLResponse)
async def meaning(site: Here, request: Request) -> Response:
    """How far search by meaning has come, for the page's script."""
    visitor = await gate.visitor(request, site.parts)
    if visitor.person.role is not Role.ADMIN:
        raise NotAllowed("This is for administrators.", do="Go back to your start page.")
    made = site.piece("_meaning.html", "en", meaning=site.parts.library.status())
    return HTMLResponse(made, headers={"Cache-Control": "no-store"})


@routes.get("/class/{class_id}", response_class=HTMLResponse)
async def one_class(site: Here, request: Request, class_id: str, course: str = "") -> Response:
    """A class in one of its courses."""
    visitor = await gate.visitor(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    taught = site.parts.book.get(gate.course_of(led, course))
    waiting = await alerts.waiting(site, visitor.person, led.learners.__contains__)
    pupils = await pupils_of(site, led, taught, waiting)
    prefix = f"{led.id}/{taught.id}"
    chosen = await site.parts.people.preferences(visitor.person.id)
    view = class_view(
        taught,
        pupils,
        site.parts.clock(),
        _dismissed(chosen, prefix, pupils, taught, site.parts.clock()),
    )
    return site.page(
        request,
        "class.html",
        visitor,
        led=led,
        course=taught,
        titles={one.id: one.title for one in site.parts.book.all()},
        view=view,
        alerts=waiting,
        names={pupil.id: pupil.name for pupil in pupils},
        band_word=band_word,
        band_sign=band_sign,
        persona=dict(led.personas).get(taught.id, ""),
        contract=await _contract(site, led, taught.id),
        contracts=CONTRACTS,
        planned=await planned(site, led, taught),
        asked=asked(site, taught, pupils, site.parts.clock()),
        zone=site.parts.settings.time_zone,
        problems=site.parts.book.problems(taught.id),
        spent=await spent_by(site.parts, (led,)),
    )


@routes.post("/class/{class_id}/dismiss")
async def dismiss(site: Here, request: Request, class_id: str) -> Response:
    """Dismiss a reason until there is news."""
    visitor, form = await gate.posted(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    course = gate.course_of(led, gate.text(form, "course"))
    learner, key = gate.text(form, "learner"), gate.text(form, "reason")
    name = _dismissal(f"{led.id}/{course}", learner, key)
    await site.parts.people.prefer(visitor.person.id, {name: site.parts.clock().isoformat()})
    return see(f"/class/{led.id}?course={course}#needs")


@routes.post("/class/{class_id}/settings")
async def settings(site: Here, request: Request, class_id: str) -> Response:
    """Choose the persona and the help contract."""
    visitor, form = await gate.posted(request, site.parts)
    led = await gate.led_class(site.parts, visitor.person, class_id)
    course = site.parts.book.get(gate.course_of(led, gate.text(form, "course")))
    await _set_persona(site, led, course, gate.text(form, "persona"))
    await _set_contract(site, visitor.person, led, course.id, gate.text(form, "contract"))
    await site.parts.people.note(
        actor=visitor.person.id, act="class_settings_changed", subject=led.id,
        at=site.parts.clock(), detail={"course": course.id},
    )  # fmt: skip
    return see(f"/class/{led.id}?course={course.id}#settings")


async def pupils_of(
    site: Site, led: SchoolClass, course: Course, waiting: tuple[Alert, ...]
) -> list[Pupil]:
    """The learners of a class in a course, with their histories."""
    made = []
    for learner in led.learners:
        person = await site.parts.people.person(PersonId(learner))
        if person is None:
            continue
        history = await site.histories.of(learner, course.id)
        made.append(
            Pupil(
                id=learner,
                name=person.name,
                state=history.state,
                marks=history.marks,
                concerns=sum(alert.learner == learner for alert in waiting),
            )
        )
    return made


def _dismissal(prefix: str, learner: str, key: str) -> str:
    """The name under which a teacher's dismissal of a reason is kept."""
    return DISMISSED + hashlib.sha256(f"{prefix}/{learner}/{key}".encode()).hexdigest()[:24]


def _dismissed(
    chosen: dict[str, object], prefix: str, pupils: list[Pupil], course: Course, now: datetime
) -> frozenset[tuple[LearnerId, str]]:
    """The dismissed reasons, by learner."""
    kept = {name for name in chosen if name.startswith(DISMISSED)}
    if not kept:
        return frozenset()

    def gone(pupil: Pupil, reason: Reason) -> bool:
        return not reason.urgent and _dismissal(prefix, pupil.id, reason.key) in kept

    return frozenset(
        (pupil.id, reason.key)
        for pupil in pupils
        for reason in reasons(course, pupil, now)
        if gone(pupil, reason)
    )


async def _contract(site: Site, led: SchoolClass, course: CourseId) -> str:
    """The help contract that a teacher chose for the class, or ""."""
    for teacher in led.teachers:
        chosen = (await site.parts.people.preferences(teacher)).get("contracts")
        if isinstance(chosen, dict) and chosen.get(f"{led.id}/{course}") in set(Contract):
            return str(chosen[f"{led.id}/{course}"])
    return ""


async def _set_persona(site: Site, led: SchoolClass, course: Course, persona: str) -> None:
    if persona and PersonaId(persona) not in course.personas:
        raise BadInput("This course has no such persona.", do="Choose one from the list.")
    others = tuple(pair for pair in led.personas if pair[0] != course.id)
    personas = (*others, (course.id, persona)) if persona else others
    if personas != led.personas:
        changed = SchoolClass(
            id=led.id,
            name=led.name,
            teachers=led.teachers,
            learners=led.learners,
            courses=led.courses,
            personas=personas,
        )
        await site.parts.people.save_class(changed)


async def _set_contract(
    site: Site, person: Person, led: SchoolClass, course: CourseId, contract: str
) -> None:
    """Keep the choice with one teacher of the class, so that two never say different things."""
    if contract and contract not in set(Contract):
        raise BadInput("There is no such help contract.", do="Choose one from the list.")
    key = f"{led.id}/{course}"
    keeper = person.id if person.id in led.teachers else next(iter(led.teachers), person.id)
    for teacher in dict.fromkeys((*led.teachers, keeper)):
        chosen = (await site.parts.people.preferences(teacher)).get("contracts")
        before = dict(chosen) if isinstance(chosen, dict) else {}
        after = {name: value for name, value in before.items() if name != key}
        if contract and teacher == keeper:
            after[key] = contract
        if after != before:
            await site.parts.people.prefer(teacher, {"contracts": after or None})
