"""The application: its routes, what stands around them, and its static files."""

import mimetypes

from fastapi import FastAPI, HTTPException
from fastapi.responses import PlainTextResponse, Response
from starlette.middleware.gzip import GZipMiddleware

from tutor.channels.parts import Parts
from tutor.channels.web import (
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


def build(parts: Parts) -> FastAPI:
    """The web application over the running parts."""
    app = FastAPI(title="Meno", docs_url=None, redoc_url=None, openapi_url=None)
    site = make_site(parts)
    app.state.site = site
    for pages in (
        entrance,
        materials,
        learning,
        chat,
        photos,
        assigning,
        classes,
        periods,
        pupil,
        family,
        reach,
        metrics,
    ):
        app.include_router(pages.routes)

    @app.get("/static/{version}/{name}")
    async def static(version: str, name: str) -> Response:
        file = HERE / "static" / name
        if name not in _NAMES:
            raise HTTPException(404)
        kept = FOR_EVER if asset(name).split("/")[2] == version else "no-cache"
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Response(file.read_bytes(), media_type=kind, headers={"Cache-Control": kept})

    @app.get("/healthz")
    async def health() -> Response:
        return PlainTextResponse("ok")

    @app.get("/robots.txt")
    async def robots() -> Response:
        return PlainTextResponse("User-agent: *\nDisallow: /\n")

    add_mishaps(app, site)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=5)
    app.add_middleware(Guard, secure=parts.settings.address.startswith("https:"))
    return app


_NAMES = frozenset({"meno.css", "page.js", "chat.js", "materials.js", "icon.svg"})
