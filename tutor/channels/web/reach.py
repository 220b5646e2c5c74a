"""Meno in Telegram, from the page: a fresh single-use link, and cutting the tie again."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from tutor.channels.web import gate
from tutor.channels.web.gate import Visitor
from tutor.channels.web.site import Here, Site, see
from tutor.channels.web.tongue import tongue_beside
from tutor.errors import NotFound

CHANNEL = "telegram"
routes = APIRouter()


@routes.get("/telegram", response_class=HTMLResponse)
async def page(site: Here, request: Request) -> Response:
    """What the bot is, whether it is linked, and a button that makes a link."""
    visitor = await gate.visitor(request, site.parts)
    if site.parts.reach.telegram_link is None:
        raise NotFound("This school does not use Telegram.", do="Use Meno here, in the browser.")
    return await _shown(site, request, visitor, link=None, asked=False)


@routes.post("/telegram", response_class=HTMLResponse)
async def change(site: Here, request: Request) -> Response:
    """Make a link, or cut the tie."""
    visitor, form = await gate.posted(request, site.parts)
    make = site.parts.reach.telegram_link
    if make is None:
        raise NotFound("This school does not use Telegram.", do="Use Meno here, in the browser.")
    if gate.text(form, "act") == "unlink":
        await site.parts.people.unidentify(CHANNEL, visitor.person.id)
        return see("/telegram")
    link = await make(visitor.person.id)
    return await _shown(site, request, visitor, link=link, asked=True)


async def _shown(
    site: Site, request: Request, visitor: Visitor, *, link: str | None, asked: bool
) -> Response:
    """The page with the link that was just made, if one was."""
    return site.page(
        request,
        "telegram.html",
        visitor,
        course=None,
        linked=await site.parts.people.address_of(CHANNEL, visitor.person.id) is not None,
        link=link,
        asked=asked,
        tongue=await tongue_beside(site.parts, visitor),
    )
