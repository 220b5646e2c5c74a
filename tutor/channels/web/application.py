"""The application: its routes, what stands around them, and its static files."""

import mimetypes

from fastapi import APIRouter, FastAPI, HTTPException
from fastapi.responses import PlainTextResponse, Response
from starlette.middleware.gzip import GZipMiddleware

from tutor.channels.parts import Parts
from tutor.channels.web import (
    alerts,
    assigning,
    chat,
    classes,
    entrance,
    family,
    learning,
    materials,
    metrics,
    periods,
    photos,
    pupil,
    reach,
)
from tutor.channels.web.guard import Guard
from tutor.channels.web.mishaps import add_mishaps
from tutor.channels.web.site import HERE, asset, make_site

SMALL = 600  # bytes below which compressing does not pay
FOR_EVER = "public, max-age=31536000, immutable"
_NAMES = frozenset({"meno.css", "page.js", "chat.js", "materials.js", "icon.svg"})
_PAGES = (
    entrance,
    materials,
    learning,
    chat,
    photos,
    assigning,
    alerts,
    classes,
    periods,
    pupil,
    family,
    reach,
    metrics,
)
routes = APIRouter()


def build(parts: Parts) -> FastAPI:
    """The web application over the running parts."""
    app = FastAPI(title="Meno", docs_url=None, redoc_url=None, openapi_url=None)
    site = make_site(parts)
    app.state.site = site
    for pages in _PAGES:
        app.include_router(pages.routes)
    app.include_router(routes)
    add_mishaps(app, site)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=5)
    app.add_middleware(Guard, secure=parts.settings.address.startswith("https:"))
    return app


@routes.get("/static/{version}/{name}")
async def static(version: str, name: str) -> Response:
    """A file of the pages' own; kept for ever where the address names its present version."""
    file = HERE / "static" / name
    if name not in _NAMES:
        raise HTTPException(404)
    kept = FOR_EVER if asset(name).split("/")[2] == version else "no-cache"
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(file.read_bytes(), media_type=kind, headers={"Cache-Control": kept})


@routes.get("/healthz")
async def health() -> Response:
    """Whether the process answers."""
    return PlainTextResponse("ok")


@routes.get("/robots.txt")
async def robots() -> Response:
    """Nothing here is for search engines."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")
