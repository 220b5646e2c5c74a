"""`/metrics`: the numbers of this process, for this machine or for whoever has the token."""

import hmac

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import generate_latest

from tutor.channels.web.site import Here
from tutor.errors import NotFound

routes = APIRouter()
HERE_ONLY = frozenset({"127.0.0.1", "::1"})


@routes.get("/metrics")
async def metrics(site: Here, request: Request) -> Response:
    """The numbers: for this machine, or for whoever has the token."""
    token = site.parts.settings.metrics_token
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    host = request.client.host if request.client else ""
    allowed = hmac.compare_digest(given.encode(), token.encode()) if token else host in HERE_ONLY
    if not allowed:
        raise NotFound("There is no such page.")
    site.parts.meter.library(site.parts.library.status())
    if site.parts.models is not None:
        site.parts.meter.models(*site.parts.models(), site.parts.prices)
    return PlainTextResponse(generate_latest(site.parts.meter.registry).decode())
