"""The chat page: a session's turns, a message in, a reply streamed out."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from uuid import uuid4

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from tutor.channels.web import cards, gate, stream
from tutor.channels.web.histories import History, this_session
from tutor.channels.web.site import Here, Site, json, see, wants_json
from tutor.channels.web.tongue import tongue_beside, tongue_of
from tutor.channels.web.turns import Shown, events_url, shown_reply, shown_turns
from tutor.curriculum.course import Course
from tutor.dialogue.media import ReadBack
from tutor.dialogue.messages import Inbound, Outbound
from tutor.dialogue.turns.record import FROM_THE_START
from tutor.errors import BadInput, NotAllowed, NotFound
from tutor.ids import CourseId, LearnerId, MessageId, TurnId
from tutor.llm.attachment import Medium
from tutor.people.person import Person, Purpose
from tutor.people.rules import consented
from tutor.reports.progress import glance

OPENING = 1.5  # seconds that a page waits for the tutor's first words
ANSWERING = 25.0  # seconds that a form without a script waits for the reply
_KEY = re.compile(r"[A-Za-z0-9._:-]{8,80}")


routes = APIRouter()


@routes.get("/c/{course_id}", response_class=HTMLResponse)
async def chat(
    site: Here, request: Request, course_id: str, m: str = "", earlier: int = 0
) -> Response:
    """A session’s turns and the composer; a fresh session is begun."""
    visitor = await gate.visitor(request, site.parts)
    course = await course_of(site, visitor.person, course_id)
    return await chat_page(site, request, visitor, course, m=m, earlier=earlier)


async def chat_page(
    site: Site,
    request: Request,
    visitor: gate.Visitor,
    course: Course,
    *,
    m: str = "",
    earlier: int = 0,
    found: ReadBack | None = None,
) -> Response:
    """The page; `m` is a message that was just sent, `found` what was read, to be confirmed."""
    learner = visitor.learner
    allowed = await allowed_to(site, visitor.person)
    history = await site.histories.of(learner, course.id)
    waiting = [key for key in (m,) if _KEY.fullmatch(key)]
    if allowed and history.session.fresh(site.parts.clock()):
        waiting.append(await _open(site, learner, course))
        history = await site.histories.of(learner, course.id)
    pending = await _pending(site, learner, history, waiting)
    turns, more = this_session(history), history.sessions > 1 or history.earlier
    if earlier:
        turns, more = await site.histories.all_turns(learner, course.id), False
    return site.page(
        request,
        "chat.html",
        visitor,
        course=course,
        turns=_with_pending(shown_turns(turns, course, live=allowed, pending=pending), pending),
        more=more,
        all_shown=bool(earlier),
        key=uuid4().hex,
        glance=glance(course, history.state, site.parts.clock()),
        allowed=allowed,
        pending=bool(pending),
        takes=await _takes(site, learner) if allowed else frozenset(),
        found=found,
    )


def _with_pending(listed: list[Shown], pending: Mapping[str, str]) -> list[Shown]:
    """The turns, and the messages under way that are not among them yet."""
    known = {turn.message for turn in listed}
    new = ((key, url) for key, url in pending.items() if key not in known)
    return [*listed, *(Shown(message=key, said="", raw="", at="", pending=url) for key, url in new)]


@routes.post("/c/{course_id}/messages")
async def message(site: Here, request: Request, course_id: str) -> Response:
    """Take a message: a script is told where its events come from, a form waits for the reply."""
    visitor, form = await gate.posted(request, site.parts)
    course = await course_of(site, visitor.person, course_id)
    site.messages.take(visitor.learner, "You are sending messages very fast.")
    key = gate.text(form, "key")
    if not _KEY.fullmatch(key):
        raise BadInput("The message has no key.", do="Reload the page and send it again.")
    if not await allowed_to(site, visitor.person):
        raise await _switched_off(site, visitor.person, cards.message_of(form), key)
    return await answered(site, request, visitor, course, key, cards.message_of(form))


async def answered(
    site: Site, request: Request, visitor: gate.Visitor, course: Course, key: str, text: str
) -> Response:
    """Hand a text to the tutor: a script is told where its events come from, a form waits."""
    inbound = Inbound(
        learner=visitor.learner,
        course=course.id,
        message=MessageId(key),
        text=text,
        at=site.parts.clock(),
        channel="web",
    )
    turn = await site.parts.running.start(inbound)
    if wants_json(request):
        return json({"turn": turn, "events": events_url(turn, key)}, 202)
    failure = await _settled(site, turn, ANSWERING)
    if failure is not None:
        raise BadInput(failure[0], do=failure[1])
    answer = see(f"/c/{course.id}?m={key}#newest")
    own = site.parts.running.own_seconds(turn)
    if own is not None:
        answer.headers["Server-Timing"] = f"own;dur={1000 * own:.1f}"
    return answer


@routes.get("/turns/{turn_id}/events")
async def events(site: Here, request: Request, turn_id: str, message: str = "") -> Response:
    """The events of a turn, from its start or after the last one seen."""
    visitor = await gate.visitor(request, site.parts)
    learner, turn = visitor.learner, TurnId(turn_id)
    if await site.parts.running.of_message(learner, MessageId(message[:80])) != turn:
        raise NotFound("There is no such turn.", do="Reload the page.")
    seen = request.headers.get("last-event-id", "")
    after = int(seen) if seen.isdigit() and len(seen) < 9 else FROM_THE_START
    return StreamingResponse(
        _told(site, visitor, turn, after),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _switched_off(site: Site, person: Person, text: str, key: str) -> NotAllowed:
    """No tutoring; but a crisis still reaches an adult, and the learner reads where help is."""
    help_now = await site.parts.alarm.hear(
        LearnerId(person.id), text, person.language, f"web-{person.id}-{key}", site.parts.clock()
    )
    what = "The tutor is switched off for you."
    return NotAllowed(f"{help_now}\n\n{what}" if help_now else what, do="Ask at home or at school.")


async def course_of(site: Site, person: Person, course_id: str) -> Course:
    """A course that the person may take. Raises NotFound."""
    await gate.may_take(site.parts, person, CourseId(course_id))
    return site.parts.book.get(CourseId(course_id))


async def allowed_to(site: Site, person: Person) -> bool:
    """Whether nobody who may has said no to tutoring for the learner."""
    people = site.parts.people
    ledger = await people.consents(LearnerId(person.id))
    if not any(entry.purpose is Purpose.TUTORING for entry in ledger):
        return True
    ties = await people.guardianships(person.id)
    return consented(Purpose.TUTORING, person, ledger, ties)


async def _takes(site: Site, learner: LearnerId) -> frozenset[Medium]:
    """What of photos and voice notes may be read for the learner."""
    return await site.parts.media.takes(learner) if site.parts.media is not None else frozenset()


async def _open(site: Site, learner: LearnerId, course: Course) -> str:
    """Begin the session; a reload within the hour begins nothing new."""
    now = site.parts.clock()
    key = MessageId(f"open-{learner}-{course.id}-{now:%Y%m%d%H}")
    inbound = Inbound(
        learner=learner, course=course.id, message=key, text="/start", at=now, channel="web"
    )
    turn = await site.parts.running.start(inbound)
    await _settled(site, turn, OPENING)
    return key


async def _settled(site: Site, turn: TurnId, seconds: float) -> tuple[str, str] | None:
    """Wait for a turn's end, but not for long; what failed and what to do, if it failed."""
    failure: tuple[str, str] | None = None
    try:
        async with asyncio.timeout(seconds):
            async for part in site.parts.running.follow(turn):
                if part.kind == "failed":
                    failure = (str(part.body["what"]), str(part.body["do"]))
    except TimeoutError:
        return None
    return failure


async def _pending(
    site: Site, learner: LearnerId, history: History, waiting: list[str]
) -> dict[str, str]:
    """The messages whose reply is on its way, with the address of its events."""
    answered = {turn.message for turn in history.turns if turn.reply is not None}
    pending: dict[str, str] = {}
    under_way = await site.parts.running.unfinished(learner)
    for key in (*waiting, *history.session.unanswered):
        if key in answered or key in pending:
            continue
        turn = await site.parts.running.of_message(learner, MessageId(key))
        if turn is not None and turn == under_way:
            pending[key] = events_url(turn, key)
    return pending


async def _told(
    site: Site, visitor: gate.Visitor, turn: TurnId, after: int
) -> AsyncIterator[bytes]:
    """The frames of a turn for its learner's page."""

    def growing(text: str) -> stream.Frame:
        return {"html": site.templates.filters["md"](text)}

    spoken = await tongue_beside(site.parts, visitor)

    def failed(what: str, advice: str) -> stream.Frame:
        return {"html": site.piece("_failed.html", spoken, what=what, advice=advice)}

    async def done(reply: Outbound) -> stream.Frame:
        return await _finished(site, visitor, reply)

    followed = site.parts.running.follow(turn)
    async for frame in stream.frames(followed, after, growing=growing, done=done, failed=failed):
        yield frame


async def _finished(site: Site, visitor: gate.Visitor, reply: Outbound) -> stream.Frame:
    """What the page puts in when a reply is complete."""
    learner = visitor.learner
    course, history = await _where(site, learner, reply)
    spoken = tongue_of(visitor, course)
    html = site.piece(
        "_reply.html",
        spoken,
        turn=shown_reply(reply, course, live=True),
        course=course,
        token=gate.form_token(visitor),
        key=uuid4().hex,
    )
    now = site.parts.clock()
    bar = site.piece(
        "_glance.html", spoken, course=course, glance=glance(course, history.state, now)
    )
    how = reply.card.how if reply.card is not None else ""
    own = site.parts.running.own_seconds(reply.turn)
    took = {} if own is None else {"own_ms": round(1000 * own, 1)}
    return {"html": html, "glance": bar, "how": how, **took}


async def _where(site: Site, learner: LearnerId, reply: Outbound) -> tuple[Course, History]:
    """The course of a reply, by the learner's log that holds it."""
    for course_id in await site.parts.people.courses_of(learner):
        history = await site.histories.of(learner, course_id)
        if any(turn.message == reply.message for turn in history.turns):
            return site.parts.book.get(course_id), history
    raise NotFound("This reply belongs to no course of yours.", do="Reload the page.")
