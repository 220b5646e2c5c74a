"""Who is at the page: sign-ins in a cookie, forged posts refused, and who may see what."""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from tutor.channels.parts import Parts
from tutor.errors import BadInput, NotAllowed, NotFound
from tutor.ids import ClassId, CourseId, LearnerId, PersonId
from tutor.items.said import say
from tutor.people.person import Person, Role, SchoolClass
from tutor.people.rules import may_lead, may_see

COOKIE = "meno_session"
THEME = "meno_theme"
STAY = {Role.LEARNER: timedelta(days=14), Role.GUARDIAN: timedelta(days=14)}
STAY_AT_WORK = timedelta(hours=12)  # teachers and administrators
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,100}")
_LOCAL = re.compile(r"/(?![/\\])[^\x00-\x20\\]{0,300}")


class SignedOut(NotAllowed):
    """Nobody is signed in, or no longer."""


class Forged(NotAllowed):
    """The post did not come from one of our own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A signed-in person and the token of their session."""

    person: Person
    token: str

    @property
    def learner(self) -> LearnerId:
        """The person as a learner; raises NotAllowed for somebody else."""
        if self.person.role is not Role.LEARNER:
            raise NotAllowed("This page is for learners.", do="Sign in as a learner to see it.")
        return LearnerId(self.person.id)


async def somebody(request: Request, parts: Parts) -> Visitor | None:
    """Who is signed in, if anybody is."""
    token = request.cookies.get(COOKIE, "")
    if not _TOKEN.fullmatch(token):
        return None
    person = await parts.people.signed_in(token, parts.clock())
    return Visitor(person=person, token=token) if person is not None else None


async def visitor(request: Request, parts: Parts) -> Visitor:
    """Who is signed in. Raises SignedOut."""
    found = await somebody(request, parts)
    if found is None:
        raise SignedOut("You are not signed in, or no longer.", do="Please sign in.")
    return found


async def sign_in(response: Response, parts: Parts, person: Person, *, secure: bool) -> None:
    """Open a session for the person and put its token into the cookie."""
    stay = STAY.get(person.role, STAY_AT_WORK)
    token = await parts.people.open_sign_in(person.id, parts.clock(), stay)
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(stay.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=secure,
        path="/",
    )


def is_secure(request: Request, parts: Parts) -> bool:
    """Whether the page is reached over TLS."""
    return request.url.scheme == "https" or parts.settings.address.startswith("https:")


# ── posts ──


def form_token(visitor: Visitor) -> str:
    """A fresh proof for a form of this session: it differs every time and is good all the time."""
    salt = secrets.token_urlsafe(9)
    return f"{salt}.{_proof(visitor.token, salt)}"


def _proof(token: str, salt: str) -> str:
    return hmac.new(token.encode(), f"form:{salt}".encode(), hashlib.sha256).hexdigest()[:40]


def same_origin(request: Request, parts: Parts) -> None:
    """Refuse a post that another site made the browser send. Raises Forged."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise Forged(
            "This form was sent from another site.", do="Open the page here and try again."
        )
    origin = request.headers.get("origin")
    if origin is None:
        return
    ours = {request.headers.get("host", ""), urlsplit(parts.settings.address).netloc}
    if urlsplit(origin).netloc not in ours:
        raise Forged(
            "This form was sent from another site.", do="Open the page here and try again."
        )


async def posted(request: Request, parts: Parts) -> tuple[Visitor, FormData]:
    """The visitor and the form of a post. Raises SignedOut or Forged."""
    same_origin(request, parts)
    found = await visitor(request, parts)
    form = await fields(request)
    _prove(form, found)
    return found, form


async def files(request: Request, sender: Visitor, *, most: int) -> FormData:
    """The form of a post with at most `most` files. Raises BadInput or Forged.

    Look at `same_origin` and at who sends it before: this reads all of the body.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        raise BadInput("Only forms with files can be read here.", do="Send the form of the page.")
    form = await _parsed(
        request, "That is no whole form, or one with too many files.",
        do="Send one file at a time." if most == 1 else say("Send at most {most} files at once.", most=most),
        max_files=most, max_fields=20,
    )  # fmt: skip
    _prove(form, sender)
    return form


async def _parsed(request: Request, wrong: str, *, do: str, **most: int) -> FormData:
    """The form of a post. Raises BadInput, worded so, for one that is broken or has too much in it."""
    try:
        return await request.form(**most)
    except HTTPException as refused:
        if refused.status_code != 400:
            raise
        raise BadInput(wrong, do=do) from None


def _prove(form: FormData, sender: Visitor) -> None:
    salt, _, proof = text(form, "token").partition(".")
    if not hmac.compare_digest(proof.encode(), _proof(sender.token, salt).encode()):
        raise Forged("This page is too old to be sent.", do="Reload the page and try again.")


async def fields(request: Request) -> FormData:
    """The fields of a form. Raises BadInput for anything that is no plain form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise BadInput("Only plain forms can be read here.", do="Send the form of the page.")
    return await _parsed(
        request, "That is no whole form, or one with too many parts.",
        do="Send the form of the page.", max_fields=200,
    )  # fmt: skip


def text(form: FormData, name: str, default: str = "") -> str:
    """A text field of a form."""
    value = form.get(name, default)
    return value if isinstance(value, str) else default


def local_path(path: str) -> str:
    """The path if it is one of this site, else ""."""
    return path if _LOCAL.fullmatch(path) else ""


# ── who may see what ──


async def may_take(parts: Parts, person: Person, course: CourseId) -> None:
    """Raises NotFound unless the person learns or teaches the course."""
    match person.role:
        case Role.ADMIN:
            return
        case Role.LEARNER:
            if course in await parts.people.courses_of(LearnerId(person.id)):
                return
        case Role.TEACHER:
            if any(course in one.courses for one in await parts.people.classes(person.id)):
                return
        case Role.GUARDIAN:
            pass
    raise NotFound(
        say("You have no course “{course}”.", course=course[:60]), do="Go back to your start page."
    )


async def led_class(parts: Parts, person: Person, class_id: str) -> SchoolClass:
    """A class that the person leads. Raises NotFound, or NotAllowed where it exists."""
    found = await parts.people.school_class(ClassId(class_id))
    if person.role not in (Role.TEACHER, Role.ADMIN):
        raise NotAllowed("Class pages are for teachers.", do="Go back to your start page.")
    if found is None or not may_lead(person, found):
        raise NotFound("You have no such class.", do="Choose one of your classes.")
    return found


async def learner_of(parts: Parts, person: Person, led: SchoolClass, learner: str) -> Person:
    """A learner of a class that the person leads. Raises NotFound."""
    known = await parts.people.person(PersonId(learner))
    id = LearnerId(learner)
    if known is None or id not in led.learners or not may_see(person, id, (led,), ()):
        raise NotFound("This class has no such learner.", do="Go back to the class.")
    return known


def course_of(led: SchoolClass, wanted: str) -> CourseId:
    """The wanted course of a class, or its first. Raises NotFound."""
    if not led.courses:
        raise NotFound("This class has no course yet.", do="Add a course to the class.")
    if not wanted:
        return led.courses[0]
    found = next((one for one in led.courses if one == wanted), None)
    if found is None:
        raise NotFound("This class does not take that course.", do="Choose one of its courses.")
    return found


def home_of(person: Person) -> str:
    """Where a person begins."""
    match person.role:
        case Role.LEARNER:
            return "/courses"
        case Role.GUARDIAN:
            return "/family"
        case Role.TEACHER | Role.ADMIN:
            return "/classes"
