"""A course's materials: files dropped in by its teachers, how far they have come, and their words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData, UploadFile

from tutor.channels.web import gate
from tutor.channels.web.learning import may_read
from tutor.channels.web.site import Here, Site, json, see, wants_json
from tutor.curriculum.course import Course
from tutor.curriculum.taught import come, opens
from tutor.errors import BadInput, NotAllowed, NotFound
from tutor.ids import CourseId, DocumentId, SkillId
from tutor.people.person import Role
from tutor.people.rules import may_edit_course
from tutor.retrieval.materials import Material, State, material_id
from tutor.retrieval.readers import MOST_BYTES, known_suffixes

MOST_AT_ONCE = 60  # files in one form
STATES: Mapping[State, str] = {
    State.WAITING: "waiting to be read",
    State.READING: "being read",
    State.READY: "ready",
    State.FAILED: "could not be read",
    State.REMOVED: "removed",
}

routes = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A course's materials as the page lists them."""

    files: tuple[Material, ...]
    removed: tuple[Material, ...]
    later: Mapping[DocumentId, date | None]  # from when learners find those whose day is to come

    @property
    def busy(self) -> int:
        """How many still have to be read."""
        return sum(one.busy for one in self.files)

    @property
    def passages(self) -> int:
        """How many passages learners can find now."""
        return sum(one.passages for one in self.files if one.id not in self.later)


@dataclass(slots=True, kw_only=True)
class _Sent:
    """Names that were taken in, which of them are the same as before, and why others were not taken."""

    taken: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@routes.get("/c/{course_id}/materials", response_class=HTMLResponse)
async def page(site: Here, request: Request, course_id: str, removed: str = "") -> Response:
    """The files, and where to drop new ones."""
    visitor = await gate.visitor(request, site.parts)
    course = await _taught(site, visitor, course_id)
    return await _page(site, request, visitor, course, undo=removed)


@routes.get("/c/{course_id}/materials/list", response_class=HTMLResponse)
async def listed(site: Here, request: Request, course_id: str) -> Response:
    """The list alone, for the page's script."""
    visitor = await gate.visitor(request, site.parts)
    course = await _taught(site, visitor, course_id)
    values = await _values(site, course)
    made = site.piece(
        "_materials.html", "en", **site.surroundings(request, visitor), course=course, **values
    )
    return HTMLResponse(made, headers={"Cache-Control": "no-store"})


@routes.post("/c/{course_id}/materials", response_class=HTMLResponse)
async def upload(site: Here, request: Request, course_id: str) -> Response:
    """Take files in. Who sends them is looked at before a byte of them is read."""
    gate.same_origin(request, site.parts)
    visitor = await gate.visitor(request, site.parts)
    course = await _taught(site, visitor, course_id)
    site.form_posts.take(f"upload:{visitor.person.id}", "Files came too fast.")
    form = await gate.files(request, visitor, most=MOST_AT_ONCE)
    sent = await _take_in(site, visitor, course, form)
    if wants_json(request):
        return json({"taken": sent.taken, "refused": sent.refused, "same": sent.same}, 200)
    if sent.refused:
        return await _page(site, request, visitor, course, status=422, refused=sent.refused)
    return see(f"/c/{quote(course.id)}/materials#files")


@routes.post("/c/{course_id}/materials/change")
async def change(site: Here, request: Request, course_id: str) -> Response:
    """Remove a file or bring it back, read it again, share it, decide about held words."""
    visitor, form = await gate.posted(request, site.parts)
    course = await _taught(site, visitor, course_id)
    id = DocumentId(gate.text(form, "material"))
    found = await site.parts.imports.store.material(id)
    if found is None or found.course != course.id:
        raise NotFound("This course has no such file.", do="Look at the list again.")
    imports, act, back = site.parts.imports, gate.text(form, "act"), ""
    match act:
        case "remove":
            await imports.remove(id)
            back = f"?removed={quote(id, safe='')}"
        case "restore":
            await imports.restore(id)
        case "retry":
            await imports.retry(id)
        case "share" | "unshare":
            await imports.share(id, act == "share")
        case "place":
            await imports.place(id, _skills(course, form), _day(form))
        case "use" | "leave":
            await imports.decide(id, gate.text(form, "held"), act == "use")
        case _:
            raise NotFound("There is no such act.", do="Go back to the list.")
    await site.parts.people.note(
        actor=visitor.person.id, act=f"material_{act}", subject=course.id,
        at=site.parts.clock(), detail={"file": id},
    )  # fmt: skip
    return see(f"/c/{quote(course.id)}/materials{back}#files")


@routes.get("/c/{course_id}/files/{material:path}")
async def original(site: Here, request: Request, course_id: str, material: str) -> Response:
    """The file itself: always as a download, so that none ever runs as a page of ours."""
    visitor = await gate.visitor(request, site.parts)
    await gate.may_take(site.parts, visitor.person, CourseId(course_id))
    store = site.parts.imports.store
    found = await store.material(DocumentId(material))
    if found is None or found.course != course_id or found.state is State.REMOVED:
        raise NotFound("This course has no such file.", do="Go back to where you were.")
    if visitor.person.role is Role.LEARNER and not found.shared:
        raise NotAllowed("Your teacher has not shared this file.", do="Read its text here instead.")
    may_read(site, visitor, site.parts.book.get(CourseId(course_id)), found)
    content = await store.content(found.id)
    name = quote(PurePosixPath(found.name).name)
    return Response(
        content or b"",
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Cache-Control": "private, no-store",
        },
    )


async def _taught(site: Site, visitor: gate.Visitor, course_id: str) -> Course:
    """The course, for those who teach it."""
    course = CourseId(course_id)
    if visitor.person.role not in (Role.TEACHER, Role.ADMIN):
        raise NotAllowed("Materials are for teachers.", do="Go back to your start page.")
    await gate.may_take(site.parts, visitor.person, course)
    classes = await site.parts.people.classes(visitor.person.id)
    if not may_edit_course(visitor.person, course, classes):
        raise NotAllowed("You do not teach this course.", do="Go back to your start page.")
    return site.parts.book.get(course)


async def _take_in(site: Site, visitor: gate.Visitor, course: Course, form: FormData) -> _Sent:
    """Take in the files of a form."""
    done = _Sent()
    shared = gate.text(form, "shared") == "yes"
    skills, day = _skills(course, form), _day(form)
    for sent in form.getlist("files"):
        if not isinstance(sent, UploadFile) or not sent.filename:
            continue
        name = PurePosixPath(sent.filename.replace("\\", "/")).name
        try:
            content = await sent.read(MOST_BYTES + 1)
            before = await site.parts.imports.store.material(material_id(course.id, name))
            made = await site.parts.imports.add(
                course.id, name, content, visitor.person.id, shared=shared,
                skills=skills or None, visible_from=day,
            )  # fmt: skip
        except BadInput as why:
            done.refused.append(str(why))
            continue
        done.taken.append(made.name)
        if before and not made.busy and before.digest == made.digest:
            done.same.append(f"{made.name} is what it was before: nothing had to be read.")
        await site.parts.people.note(
            actor=visitor.person.id, act="material_added", subject=course.id,
            at=site.parts.clock(), detail={"file": made.id, "size": made.size},
        )  # fmt: skip
    if not done.taken and not done.refused:
        done.refused.append("No file was chosen. Choose one or more, then send them.")
    return done


def _skills(course: Course, form: FormData) -> tuple[SkillId, ...]:
    """The skills that are ticked, in teaching order."""
    ticked = frozenset(str(one) for one in form.getlist("skill"))
    return tuple(one for one in course.skills if one in ticked)


def _day(form: FormData) -> date | None:
    """The day that is filled in, as a browser sends it; None where none is."""
    written = gate.text(form, "visible_from")
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise BadInput("This is no date.", where=written, do="Choose a day.") from error


async def _page(
    site: Site,
    request: Request,
    visitor: gate.Visitor,
    course: Course,
    *,
    status: int = 200,
    refused: list[str] | None = None,
    undo: str = "",
) -> Response:
    values = await _values(site, course)
    removed = next((one for one in values["listed"].removed if one.id == undo), None)
    return site.page(
        request, "materials.html", visitor, status=status, course=course,
        refused=refused or [], undo=removed, suffixes=known_suffixes(),
        most=MOST_BYTES // 1_000_000, **values,
    )  # fmt: skip


async def _values(site: Site, course: Course) -> dict[str, Any]:
    every = await site.parts.imports.store.of_course(course.id)
    files = tuple(one for one in every if one.state is not State.REMOVED)
    removed = tuple(one for one in every if one.state is State.REMOVED)
    days = {one.id: opens(one.skills, one.visible_from, course) for one in files}
    later = {id: day for id, day in days.items() if not come(day, course, site.parts.clock())}
    return {"listed": Listed(files=files, removed=removed, later=later), "states": STATES}
