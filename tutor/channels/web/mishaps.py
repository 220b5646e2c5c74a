"""Errors as pages and as JSON: what is wrong and what to do, never a trace."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from tutor.channels.said import told, tongue
from tutor.channels.web.gate import SignedOut, Visitor, local_path, somebody
from tutor.channels.web.limits import TooOften
from tutor.channels.web.site import Site, json, wants_json
from tutor.channels.web.tongue import tongue_beside, tongue_of, tongue_of_browser
from tutor.errors import BadCourse, BadInput, LogMoved, MenoError, NotAllowed, NotFound

_STATUS: Mapping[type[MenoError], int] = {
    SignedOut: 401,
    TooOften: 429,
    NotFound: 404,
    NotAllowed: 403,
    BadInput: 422,
    BadCourse: 422,
    LogMoved: 409,
}
_TITLE: Mapping[int, str] = {
    400: "That could not be read",
    401: "Please sign in",
    403: "This is not yours to see",
    404: "Nothing is here",
    405: "That does not work here",
    409: "Somebody else was quicker",
    413: "That is too much at once",
    422: "That did not fit",
    429: "A little slower, please",
    500: "Something went wrong on our side",
}
_DO: Mapping[int, str] = {
    400: "Go back, reload the page and try again.",
    404: "Check the address, or go back to your start page.",
    405: "Go back to your start page.",
    413: "Send less: messages up to 4,000 characters, a photo up to 6 MB, a teacher’s files up to 200 MB at once.",
    422: "Go back and try again.",
    500: "Nothing of yours is lost. Try again in a moment; if it stays, tell your school.",
}


def add_mishaps(app: FastAPI, site: Site) -> None:
    """Word every error of the app for the person who meets it."""

    @app.exception_handler(MenoError)
    async def known(request: Request, error: MenoError) -> Response:
        status = next((s for kind, s in _STATUS.items() if isinstance(error, kind)), 500)
        if status == 500:
            return await _shown(site, request, 500, _TITLE[500] + ".", _DO[500])
        if status == 401 and not wants_json(request):
            return _to_sign_in(request)
        headers = {"Retry-After": str(error.wait)} if isinstance(error, TooOften) else {}
        return await _shown(site, request, status, error.what, error.do, headers)

    @app.exception_handler(HTTPException)
    async def by_status(request: Request, error: HTTPException) -> Response:
        status = error.status_code
        what = (
            f"{_TITLE.get(status, HTTPStatus(status).phrase)}."  # a library's own words are for us
        )
        return await _shown(site, request, status, what, _DO.get(status, ""), error.headers or {})

    @app.exception_handler(RequestValidationError)
    async def misfit(request: Request, error: RequestValidationError) -> Response:
        return await _shown(site, request, 422, "The address or form has a wrong part.", _DO[422])

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> Response:
        return await _shown(site, request, 500, _TITLE[500] + ".", _DO[500])


async def _shown(
    site: Site,
    request: Request,
    status: int,
    what: str,
    advice: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    visitor = await somebody(request, site.parts) if status != 500 else None
    spoken = await _tongue(site, request, visitor)
    if wants_json(request):
        body: dict[str, Any] = {
            "status": status, "what": told(what, spoken), "do": told(advice, spoken),
        }  # fmt: skip
        if status == 401:
            body["to"] = _sign_in_url(request)
        made = json(body, status)
    else:
        title = _TITLE.get(status, HTTPStatus(status).phrase)
        made = site.page(
            request,
            "error.html",
            visitor,
            status=status,
            title=title,
            what="" if what == f"{title}." else what,  # the heading says it already
            advice=advice,
            back=_back(request),
            tongue=spoken,
        )
    made.headers.update(headers or {})
    return made


async def _tongue(site: Site, request: Request, visitor: Visitor | None) -> str:
    """The language of the course whose page failed, else that of the visitor's other pages or browser."""
    here = request.path_params.get("course_id", "")
    course = next((one for one in site.parts.book.all() if one.id == here), None)
    if course is not None:
        return tongue_of(visitor, course) if visitor is not None else tongue(course.language)
    if visitor is None:
        return tongue_of_browser(request)
    return await tongue_beside(site.parts, visitor)


def _to_sign_in(request: Request) -> Response:
    return RedirectResponse(_sign_in_url(request), status_code=303)


def _sign_in_url(request: Request) -> str:
    """The sign-in page, and where to go from it: the page itself, or the one a form stood on."""
    path = request.url.path
    if request.method != "GET" or path.startswith("/turns/"):
        path = _back(request) or "/"
    return f"/?next={quote(path)}&expired=1" if path != "/" else "/?expired=1"


def _back(request: Request) -> str:
    """The page of ours that the request came from."""
    came_from = request.headers.get("referer", "")
    host = request.headers.get("host", "")
    _, _, after = came_from.partition(f"://{host}/")
    return local_path(f"/{after}") if after else ""
