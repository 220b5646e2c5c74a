"""A learner's other pages: courses, readings, and *My progress*."""

from datetime import date, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from tutor.channels.said import told
from tutor.channels.web import gate
from tutor.channels.web.chart import chart
from tutor.channels.web.sheets import begins_with_title, leaf_of
from tutor.channels.web.site import Here, Site, see
from tutor.channels.web.tongue import tongue_beside, tongue_of
from tutor.curriculum.course import Course
from tutor.curriculum.taught import ahead, come, hidden, opens
from tutor.errors import NotFound
from tutor.ids import CourseId, DocumentId, LearnerId, PassageId
from tutor.items.said import say
from tutor.people.directory import AuditEntry
from tutor.people.person import Role
from tutor.reports.progress import glance, progress
from tutor.retrieval.materials import Material, State
from tutor.retrieval.passage import Passage, StoredDocument

CHAT_VIEWED = "chat_viewed"


routes = APIRouter()


@routes.get("/courses", response_class=HTMLResponse)
async def courses(site: Here, request: Request) -> Response:
    """The learner’s courses, the last used first."""
    visitor = await gate.visitor(request, site.parts)
    if visitor.person.role is not Role.LEARNER:
        return see(gate.home_of(visitor.person))
    now, cards = site.parts.clock(), []
    for course_id in await site.parts.people.courses_of(visitor.learner):
        course = _loaded(site, course_id)
        if course is None:
            continue
        history = await site.histories.of(visitor.learner, course_id)
        state = history.state
        cards.append((course, glance(course, state, now), state.last_seen))
    cards.sort(key=lambda card: -(card[2].timestamp() if card[2] else 0.0))
    return site.page(request, "courses.html", visitor, cards=cards, course=None,
        telegram=site.parts.reach.telegram_link is not None,
        tongue=await tongue_beside(site.parts, visitor),
    )  # fmt: skip


@routes.get("/c/{course_id}/progress", response_class=HTMLResponse)
async def my_progress(site: Here, request: Request, course_id: str) -> Response:
    """What is believed of the learner, and why."""
    visitor = await gate.visitor(request, site.parts)
    learner = visitor.learner
    await gate.may_take(site.parts, visitor.person, CourseId(course_id))
    course = site.parts.book.get(CourseId(course_id))
    history = await site.histories.of(learner, course.id)
    shown = progress(course, history.state, site.parts.clock())
    return site.page(
        request,
        "progress.html",
        visitor,
        course=course,
        progress=shown,
        chart=chart(shown),
        digest=await site.parts.digests(learner, "") if site.parts.digests is not None else None,
        looks=await _looks(site, learner, tongue_of(visitor, course)),
        paused=history.marks.paused_reason,
    )


@routes.get("/c/{course_id}/readings/{reading}", response_class=HTMLResponse)
async def reading(
    site: Here, request: Request, course_id: str, reading: str, p: str = ""
) -> Response:
    """A reading of the course, with the passage `p` marked."""
    visitor = await gate.visitor(request, site.parts)
    await gate.may_take(site.parts, visitor.person, CourseId(course_id))
    course = site.parts.book.get(CourseId(course_id))
    later = hidden(course, site.parts.clock())
    known = course.readings.get(reading)
    if known is not None and ahead(known.skills, later) and visitor.person.role is Role.LEARNER:
        raise NotFound(
            say("This reading of {course} is still to come.", course=course.title),
            do="Go back to the chat.",
        )
    document = DocumentId(f"{course.id}/readings/{reading}")
    return await _document(site, request, visitor, course, document, p)


@routes.get("/c/{course_id}/documents/{document:path}", response_class=HTMLResponse)
async def document(
    site: Here, request: Request, course_id: str, document: str, p: str = "", leaf: int = 0
) -> Response:
    """Any other document of the course, with the passage `p` marked."""
    visitor = await gate.visitor(request, site.parts)
    await gate.may_take(site.parts, visitor.person, CourseId(course_id))
    course = site.parts.book.get(CourseId(course_id))
    return await _document(site, request, visitor, course, DocumentId(document), p, leaf)


async def _document(
    site: Site,
    request: Request,
    visitor: gate.Visitor,
    course: Course,
    document: DocumentId,
    passage: str,
    leaf: int = 0,
) -> Response:
    file = await site.parts.imports.store.material(document)
    if file is not None:
        may_read(site, visitor, course, file)
    text = await _text_of(site, course, document)
    marked = await _passage(site, course, document, PassageId(passage)) if passage else None
    return site.page(
        request,
        "reading.html",
        visitor,
        course=course,
        document=text,
        own_heading=begins_with_title(text),
        leaf=leaf_of(text, marked, leaf),
        file=file if file is not None and _may_fetch(visitor, file) else None,
        lost=bool(passage) and marked is None,
    )


async def _text_of(site: Site, course: Course, document: DocumentId) -> StoredDocument:
    """A document of the course: as it is indexed, else as the course's files have it."""
    stored = await site.parts.passages.document(document)
    if stored is not None and stored.course == course.id:
        return stored
    reading = course.readings.get(document.rpartition("/")[2])
    if reading is None or document != f"{course.id}/readings/{reading.id}":
        raise NotFound(
            say("The course {course} has no such reading.", course=course.title),
            do="Go back to the chat.",
        )
    return StoredDocument(
        id=document,
        course=course.id,
        title=reading.title,
        path=reading.path,
        digest="",
        text=reading.text,
    )


async def _passage(
    site: Site, course: Course, document: DocumentId, passage: PassageId
) -> Passage | None:
    named = await site.parts.passages.passages_named([passage])
    found = named.get(passage)
    return found if found and (found.course, found.document) == (course.id, document) else None


def may_read(site: Site, visitor: gate.Visitor, course: Course, file: Material) -> None:
    """Raise NotFound for a learner who comes before a file's day."""
    day = opens(file.skills, file.visible_from, course)
    if visitor.person.role is Role.LEARNER and not come(day, course, site.parts.clock()):
        raise NotFound(
            say("This reading of {course} is still to come.", course=course.title),
            do="Go back to the chat.",
        )


def _may_fetch(visitor: gate.Visitor, file: Material) -> bool:
    """Whether the visitor may fetch the file that a text was made of."""
    if file.state is State.REMOVED:
        return False
    return file.shared or visitor.person.role is not Role.LEARNER


async def _looks(site: Site, learner: LearnerId, language: str) -> list[tuple[datetime, str]]:
    """The last days on which adults read the learner's chat, newest first, with their names."""
    trail = await site.parts.people.trail(learner)
    days: dict[tuple[str, date], AuditEntry] = {  # a day once, however often they looked
        (one.actor, one.at.date()): one for one in trail if one.act == CHAT_VIEWED
    }
    viewed = sorted(days.values(), key=lambda one: one.at)[-10:]
    people = {one.id: one.name for one in await site.parts.people.people()} if viewed else {}
    names = {str(id): name for id, name in people.items()}
    somebody = told("Somebody of your school", language)
    return [(one.at, names.get(one.actor, somebody)) for one in reversed(viewed)]


def _loaded(site: Site, course_id: CourseId) -> Course | None:
    """The course if it is loaded: one whose files are gone is left out, not an error."""
    return next((one for one in site.parts.book.all() if one.id == course_id), None)
