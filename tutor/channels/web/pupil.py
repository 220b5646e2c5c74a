"""A teacher's page of one learner: beliefs and their causes, responses, decisions, the chat."""

from collections.abc import Callable, Sequence
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from tutor.channels.web import gate, teaching, verdicts
from tutor.channels.web.learning import CHAT_VIEWED
from tutor.channels.web.site import Here, Site, see
from tutor.channels.web.turns import shown_turns
from tutor.curriculum.course import Course
from tutor.errors import BadCourse, NotAllowed, NotFound
from tutor.ids import CourseId, LearnerId, PersonId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Event
from tutor.learner_state.explain import explain
from tutor.learner_state.phrases import ENGLISH
from tutor.people.person import Person, SchoolClass
from tutor.people.rules import may_read_chat, may_teach
from tutor.reports.class_view import band_sign, band_word, cell, later_days
from tutor.reports.marks import Marks
from tutor.reports.marks import Response as Answer
from tutor.reports.needs import Pupil, reasons

SHOWN = 15  # recent responses


routes = APIRouter()


@routes.get("/class/{class_id}/learners/{learner_id}", response_class=HTMLResponse)
async def learner(
    site: Here, request: Request, class_id: str, learner_id: str, course: str = ""
) -> Response:
    """A learner in a course of the class."""
    visitor = await gate.visitor(request, site.parts)
    led, person, taught = await _found(site, visitor.person, class_id, learner_id, course)
    id, now = LearnerId(person.id), site.parts.clock()
    history = await site.histories.of(id, taught.id)
    pupil = Pupil(id=id, name=person.name, state=history.state, marks=history.marks)
    skills = [
        (cell(history.state, skill, now), explain(taught, history.state, skill, now, ENGLISH))
        for skill in taught.skills
    ]
    waiting = [*history.marks.appealed.values(), *history.marks.unclear.values()]
    return site.page(
        request,
        "learner.html",
        visitor,
        led=led,
        learner=person,
        course=taught,
        titles={one.id: one.title for one in site.parts.book.all()},
        reasons=reasons(taught, pupil, now),
        skills=skills,
        later=later_days(taught, now),
        overrides=history.state.overrides,
        appeals=history.marks.appeals,
        waiting=[(one, _prompt(taught, one)) for one in dict.fromkeys(waiting)],
        responses=[(one, _prompt(taught, one)) for one in _judged(history.marks)],
        paused=history.state.paused,
        paused_reason=history.marks.paused_reason,
        band_word=band_word,
        band_sign=band_sign,
    )


@routes.post("/class/{class_id}/learners/{learner_id}")
async def decide(site: Here, request: Request, class_id: str, learner_id: str) -> Response:
    """Override a belief, pause or resume the tutor, or put a verdict right."""
    visitor, form = await gate.posted(request, site.parts)
    led, person, taught = await _found(
        site, visitor.person, class_id, learner_id, gate.text(form, "course")
    )
    classes = await site.parts.people.classes(visitor.person.id)
    id, by = LearnerId(person.id), visitor.person.id
    if not may_teach(visitor.person, id, taught.id, classes):
        raise NotAllowed("You do not teach this learner in this course.")
    act = gate.text(form, "act")
    if act == "regrade":
        await verdicts.regrade(site, led, taught, id, form, by)
    else:
        await teaching.append(site.parts, id, taught.id, _made(taught, act, form, by))
    await teaching.noted(site.parts, act, by, id, **{"class": led.id, "course": taught.id})
    return see(f"/class/{led.id}/learners/{id}?course={taught.id}")


def _made(
    course: Course, act: str, form: FormData, by: PersonId
) -> Callable[[datetime], Sequence[Event]]:
    """The events of an override or a pause. Raises BadInput or NotFound."""
    reason = gate.text(form, "reason")
    match act:
        case "override":
            skill = _skill(course, gate.text(form, "skill"))
            return teaching.overridden(skill, gate.text(form, "belief"), by, reason)
        case "pause" | "resume":
            return teaching.paused(act == "pause", by, reason)
        case _:
            raise NotFound("There is no such act.", do="Go back to the learner's page.")


@routes.get("/class/{class_id}/learners/{learner_id}/chat", response_class=HTMLResponse)
async def transcript(
    site: Here, request: Request, class_id: str, learner_id: str, course: str = ""
) -> Response:
    """The conversation; that it was read is noted first."""
    visitor = await gate.visitor(request, site.parts)
    led, person, taught = await _found(site, visitor.person, class_id, learner_id, course)
    id = LearnerId(person.id)
    if not may_read_chat(visitor.person, id, (led,)):
        raise NotAllowed("You may not read this conversation.")
    # Noted before it is shown: what is not noted is not seen.
    await site.parts.people.note(
        actor=visitor.person.id, act=CHAT_VIEWED, subject=id, at=site.parts.clock(),
        detail={"class": led.id, "course": taught.id},
    )  # fmt: skip
    turns = await site.histories.all_turns(id, taught.id)
    return site.page(
        request,
        "transcript.html",
        visitor,
        led=led,
        learner=person,
        course=taught,
        turns=shown_turns(turns[-200:], taught, live=False, pending={}),
        key="",
    )


async def _found(
    site: Site, person: Person, class_id: str, learner_id: str, course: str
) -> tuple[SchoolClass, Person, Course]:
    led = await gate.led_class(site.parts, person, class_id)
    learner = await gate.learner_of(site.parts, person, led, learner_id)
    return led, learner, site.parts.book.get(CourseId(gate.course_of(led, course)))


def _skill(course: Course, name: str) -> SkillId:
    found = next((skill for skill in course.skills if skill == name), None)
    if found is None:
        raise NotFound(f"The course {course.title} has no such skill.", do="Choose another.")
    return found


def _judged(marks: Marks) -> list[Answer]:
    """The newest responses, newest first. What could not be read as a response is left out: it
    may be anything that the learner said, and belongs to the conversation."""
    read = [one for one in marks.responses if one.verdict is not Verdict.UNREADABLE]
    return read[: -SHOWN - 1 : -1]


def _prompt(course: Course, answer: Answer) -> str:
    """What was asked; empty when its author has taken the item away."""
    try:
        return course.item(answer.item, answer.seed).prompt
    except (NotFound, BadCourse):
        return ""
