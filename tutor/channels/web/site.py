"""The site: what every page needs in order to be shown."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tutor.channels.parts import Parts
from tutor.channels.read_back import not_kept
from tutor.channels.web import markup, tongue
from tutor.channels.web.gate import THEME, Visitor, form_token, home_of
from tutor.channels.web.histories import Histories
from tutor.channels.web.limits import Limit
from tutor.safety import addressed
from tutor.settings import clock_of

HERE = Path(__file__).resolve().parent
THEMES = ("light", "dark")
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The parts with what only the web needs: templates, histories, limits."""

    parts: Parts
    histories: Histories
    templates: Environment
    sign_ins: Limit  # failures under one name
    doors: Limit  # failures from one address, behind which a whole school may be
    messages: Limit
    form_posts: Limit

    def page(
        self,
        request: Request,
        template: str,
        visitor: Visitor | None = None,
        *,
        status: int = 200,
        **values: Any,
    ) -> HTMLResponse:
        """A page made from a template, in the language of its `course`, the one given as `tongue`, or
        that of the browser where nobody is signed in."""
        spoken = (
            tongue.tongue_of(visitor, values.get("course"))
            if visitor is not None
            else tongue.tongue_of_browser(request)
        )
        made = self.templates.get_template(template).render(
            {"tongue": spoken} | self.surroundings(request, visitor) | values
        )
        return HTMLResponse(made, status_code=status, headers={"Cache-Control": "no-store"})

    def piece(self, template: str, tongue: str, **values: Any) -> str:
        """A part of a page in its language, for a script that puts it in."""
        return self.templates.get_template(template).render({"tongue": tongue} | values)

    def surroundings(self, request: Request, visitor: Visitor | None) -> dict[str, Any]:
        """What the frame of every page is made of."""
        theme = request.cookies.get(THEME, "")
        person = visitor.person if visitor else None
        return {
            "person": person,
            "home": home_of(person) if person else "/",
            "token": form_token(visitor) if visitor else "",
            "theme": theme if theme in THEMES else "",
            "here": request.url.path,
            "now": self.parts.clock().astimezone(clock_of(self.parts.settings)),
        }


def make_site(parts: Parts) -> Site:
    """The site of these parts."""
    return Site(
        parts=parts,
        histories=Histories(parts.log),
        templates=_templates(),
        sign_ins=Limit(12, 300.0, parts.clock),
        doors=Limit(100, 300.0, parts.clock),
        messages=Limit(40, 60.0, parts.clock),
        form_posts=Limit(120, 60.0, parts.clock),
    )


def _site_of(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


Here = Annotated[Site, Depends(_site_of)]  # the site of the app that a request came to


def see(path: str) -> RedirectResponse:
    """After a post: look at this page."""
    return RedirectResponse(path, status_code=303)


def wants_json(request: Request) -> bool:
    """Whether a script is asking."""
    return "application/json" in request.headers.get("accept", "")


def json(body: Mapping[str, Any], status: int = 200) -> Response:
    """An answer for a script."""
    return JSONResponse(dict(body), status_code=status, headers={"Cache-Control": "no-store"})


# ── templates ────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "md": _markdown,
        "line": _line,
        "path": partial(quote, safe=""),
        "day": tongue.day,
        "place": tongue.place,
        "date": lambda day: f"{day.day} {day:%B %Y}",
        "clock": clock,
        "percent": lambda share: f"{round(100 * share)} %",
        "dir": direction,
        "size": size,
        "kept": not_kept,
    }
    made.globals |= {"asset": asset, "say": tongue.say, "script_words": tongue.script_words}
    made.globals |= {
        "alert_words": addressed.words_for,
        "alert_about": addressed.about,
        "alert_doubted": addressed.doubted,
    }
    return made


def _markdown(text: str, links: markup.Links = ()) -> Markup:
    return Markup(markup.reply_html(text, links))  # noqa: S704 - it went through an allow-list


def _line(text: str) -> Markup:
    return Markup(markup.inline_html(text))  # noqa: S704 - as above


def direction(language: str) -> str:
    """The direction of a language's script."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def size(count: int) -> str:
    """A number of bytes as people say it."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB"


def clock(at: datetime) -> str:
    """A time for a machine: ISO 8601 to the second."""
    return at.isoformat(timespec="seconds")


@lru_cache(maxsize=64)
def asset(name: str) -> str:
    """The address of a static file; it changes with the file's bytes, so it may be kept for ever."""
    body = (HERE / "static" / name).read_bytes()
    return f"/static/{hashlib.sha256(body).hexdigest()[:10]}/{name}"
