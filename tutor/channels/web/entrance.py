"""Signing in and out: by name and password, by link, and into the demonstration school."""

import re

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from tutor.channels.web import gate
from tutor.channels.web.site import THEMES, Here, Site, json, see, wants_json
from tutor.errors import NotFound
from tutor.ids import PersonId
from tutor.people.directory import LinkPurpose
from tutor.people.person import Person, Role

A_YEAR = 365 * 24 * 3600
_LINK = re.compile(r"[A-Za-z0-9_-]{20,64}")
_ORDER = (Role.LEARNER, Role.TEACHER, Role.GUARDIAN, Role.ADMIN)


routes = APIRouter()


@routes.get("/", response_class=HTMLResponse)
async def entrance(site: Here, request: Request, next: str = "", expired: int = 0) -> Response:
    """The sign-in page, or the start page of somebody who is signed in."""
    found = await gate.somebody(request, site.parts)
    if found is not None:
        return see(gate.local_path(next) or gate.home_of(found.person))
    note = "You were signed out. Sign in to go on; nothing is lost." if expired else ""
    return await _entrance(site, request, next=gate.local_path(next), note=note)


@routes.post("/sign-in")
async def sign_in(site: Here, request: Request) -> Response:
    """Sign in by name and password."""
    gate.same_origin(request, site.parts)
    form = await gate.fields(request)
    login, password = gate.text(form, "login").strip(), gate.text(form, "password")
    after = gate.local_path(gate.text(form, "next"))
    if not login or not password:
        return await _entrance(
            site, request, next=after, wrong="Fill in both your name and your password.",
            login=login, status=422,
        )  # fmt: skip
    _count(site, request, login)
    person = await site.parts.people.check_password(login[:200], password[:1000])
    if person is None:
        return await _entrance(
            site, request, next=after, login=login, status=403,
            wrong="This name and password do not belong together. Check both and try again.",
        )  # fmt: skip
    site.sign_ins.forgive(_of_login(login))
    site.doors.undo(_of_address(request))
    return await _in(site, request, person, after)


@routes.post("/demo")
async def demo(site: Here, request: Request) -> Response:
    """Step into the demonstration school."""
    gate.same_origin(request, site.parts)
    form = await gate.fields(request)
    wanted = gate.text(form, "person")
    people = await _demo_people(site)
    person = next((one for one in people if one.id == wanted), None)
    if person is None:
        raise NotFound("The demonstration school has no such person.", do="Choose another.")
    return await _in(site, request, person, gate.local_path(gate.text(form, "next")))


@routes.get("/link/{token}", response_class=HTMLResponse)
async def link(site: Here, request: Request, token: str) -> Response:
    """A sign-in link: one of the demonstration works at once, any other by a button."""
    # A link for one use is used up by a press of the button, not by a preview of the page.
    person = await _by_link(site, request, token, LinkPurpose.DEMO)
    if person is not None:
        return await _in(site, request, person, "")
    return site.page(request, "link.html", link=token[:64])


@routes.post("/link/{token}")
async def use_link(site: Here, request: Request, token: str) -> Response:
    """Use up a sign-in link."""
    gate.same_origin(request, site.parts)
    person = await _by_link(site, request, token, LinkPurpose.SIGN_IN)
    if person is None:
        return await _entrance(
            site, request, status=403,
            wrong="This link was used before or is too old. Ask your school for a new one.",
        )  # fmt: skip
    return await _in(site, request, person, "")


@routes.post("/sign-out")
async def sign_out(site: Here, request: Request) -> Response:
    """Close the session."""
    found, _ = await gate.posted(request, site.parts)
    await site.parts.people.close_sign_in(found.token)
    response = see("/")
    response.delete_cookie(gate.COOKIE, path="/")
    return response


@routes.post("/theme")
async def theme(site: Here, request: Request) -> Response:
    """Keep the choice between light and dark."""
    gate.same_origin(request, site.parts)
    form = await gate.fields(request)
    wanted = gate.text(form, "theme")
    response = (
        json({"theme": wanted})
        if wants_json(request)
        else see(gate.local_path(gate.text(form, "back")) or "/")
    )
    if wanted in THEMES:
        response.set_cookie(gate.THEME, wanted, max_age=A_YEAR, samesite="lax", httponly=True)
    return response


async def _entrance(
    site: Site,
    request: Request,
    *,
    next: str = "",
    note: str = "",
    wrong: str = "",
    login: str = "",
    status: int = 200,
) -> Response:
    return site.page(
        request,
        "sign_in.html",
        status=status,
        next=next,
        note=note,
        wrong=wrong,
        login=login,
        demo=await _demo_people(site),
    )


async def _demo_people(site: Site) -> list[Person]:
    if not site.parts.settings.demo:
        return []
    people = [one for one in await site.parts.people.people() if one.demo]
    return sorted(people, key=lambda one: (_ORDER.index(one.role), one.name))


async def _by_link(site: Site, request: Request, token: str, purpose: LinkPurpose) -> Person | None:
    if not _LINK.fullmatch(token):
        return None
    site.doors.take(_of_address(request), "Too many links were tried from here.")
    found: PersonId | None = await site.parts.people.use_link(token, purpose, site.parts.clock())
    if found is not None or purpose is LinkPurpose.DEMO:  # to look at another link is no try
        site.doors.undo(_of_address(request))
    if found is None:
        return None
    return await site.parts.people.person(found)


async def _in(site: Site, request: Request, person: Person, after: str) -> Response:
    response = see(after or gate.home_of(person))
    secure = gate.is_secure(request, site.parts)
    await gate.sign_in(response, site.parts, person, secure=secure)
    return response


def _count(site: Site, request: Request, login: str) -> None:
    """Count a try before it is made; one that succeeds is taken back."""
    site.doors.take(_of_address(request), "There were too many tries to sign in from here.")
    site.sign_ins.take(_of_login(login), "There were too many tries to sign in with this name.")


def _of_login(login: str) -> str:
    return login.casefold()[:200]


def _of_address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
