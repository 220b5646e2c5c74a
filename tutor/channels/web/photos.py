"""Photos of work and voice notes on the web: read, and put back on the page to be confirmed.

What was read stands in a form of the page alone; nothing is stored before the learner sends it.
"""

from uuid import uuid4

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from tutor.channels import read_back
from tutor.channels.web import gate
from tutor.channels.web.chat import allowed_to, answered, chat_page, course_of
from tutor.channels.web.site import Here, Site, json, wants_json
from tutor.channels.web.tongue import tongue_of
from tutor.curriculum.course import Course
from tutor.dialogue.media import ReadBack, Unread
from tutor.errors import BadInput, NotAllowed
from tutor.llm.attachment import MOST_PICTURE

routes = APIRouter()


@routes.post("/c/{course_id}/photo")
async def photo(site: Here, request: Request, course_id: str) -> Response:
    """Read a file. Who sends it is looked at before a byte of it is read."""
    gate.same_origin(request, site.parts)
    visitor = await gate.visitor(request, site.parts)
    course = await course_of(site, visitor.person, course_id)
    if not await allowed_to(site, visitor.person):
        raise NotAllowed("The tutor is switched off for you.", do="Ask at home or at school.")
    site.messages.take(visitor.learner, "You are sending messages very fast.")
    form = await gate.files(request, visitor, most=1)
    found = await _read(site, visitor, course, form)
    if isinstance(found, ReadBack) and found.urgent:
        return await answered(site, request, visitor, course, uuid4().hex, found.text)
    if isinstance(found, Unread):
        reader = site.parts.media
        takes = await reader.takes(visitor.learner) if reader is not None else frozenset()
        raise BadInput(read_back.why_not(found, takes), do="")
    if wants_json(request):
        html = site.piece(
            "_read_back.html", tongue_of(visitor, course), found=found, course=course, token=gate.form_token(visitor),
            key=uuid4().hex,
        )  # fmt: skip
        return json({"html": html})
    return await chat_page(site, request, visitor, course, found=found)


async def _read(
    site: Site, visitor: gate.Visitor, course: Course, form: FormData
) -> ReadBack | Unread:
    sent, reader = form.get("file"), site.parts.media
    if not isinstance(sent, UploadFile) or not sent.filename:
        raise BadInput("No file came.", do="Choose a photo first, then send it.")
    if reader is None:
        return Unread.NOT_ALLOWED
    body = await sent.read(MOST_PICTURE + 1)
    return await reader.read(body, visitor.learner, course.language)
