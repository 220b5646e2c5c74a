"""The language of a page: a learner's pages speak that of the course, those of staff and families English
(but alerts, which speak the adult's: `safety.addressed`), and whoever is not signed in reads that of their browser."""

from collections.abc import Mapping
from datetime import datetime
from operator import itemgetter
from typing import Any

from fastapi import Request
from jinja2 import pass_context
from jinja2.runtime import Context

from tutor.channels.parts import Parts
from tutor.channels.said import TABLES, placed, told, tongue
from tutor.channels.tongue import tongue_of_learner
from tutor.channels.web.gate import Visitor
from tutor.curriculum.course import Course
from tutor.learner_state.phrases import coming_day, day_name, words_of
from tutor.people.person import Role

# What the chat's script says by itself.
SCRIPT = (
    "You said:",
    "Stopped showing.",
    "Show the whole reply",
    "Stopped.",
    "Type your answer or ask anything",
    "The connection was lost.",
    "Look again",
    "Meno is answering.",
    "Still at it. A moment, please.",
    "No connection. Your message is kept: send it again.",
    "Sign in",
    "Reload",
    "Meno is reading it.",
    "No connection. Please send the photo again.",
    "Move {name} up",
    "Move {name} down",
    "{name} is now at place {place}.",
)
LONGEST_LIST = 200  # characters of a browser's list of languages that are looked at


def tongue_of(visitor: Visitor | None, course: Course | None) -> str:
    """The language of a page about a course, or about none."""
    if visitor is None or visitor.person.role is not Role.LEARNER:
        return "en"
    return tongue(course.language if course is not None else visitor.person.language)


def tongue_of_browser(request: Request) -> str:
    """The first language of a browser's list (RFC 9110, 12.5.4) that we speak; else English."""
    wanted: list[tuple[float, str]] = []
    for one in request.headers.get("accept-language", "")[:LONGEST_LIST].split(","):
        tag, _, weight = one.partition(";")
        wanted.append((_weight(weight), tag.strip().partition("-")[0].casefold()))
    wanted.sort(key=itemgetter(0), reverse=True)  # in its own order where it has no other
    spoken = (base for weight, base in wanted if weight > 0)
    return next((base for base in spoken if base == "en" or base in TABLES), "en")


def _weight(text: str) -> float:
    """How much a language is wished for: the number behind “q=”, 1 where there is none."""
    name, _, value = text.partition("=")
    if name.strip().casefold() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


async def tongue_beside(parts: Parts, visitor: Visitor | None) -> str:
    """The language of a learner's page that stands beside the courses: theirs if they have one in
    common, else the learner's own."""
    if visitor is None or visitor.person.role is not Role.LEARNER:
        return "en"
    return await tongue_of_learner(parts, visitor.person)


def script_words(language: str) -> Mapping[str, str]:
    """What the chat's script says, where that is not English."""
    return {} if language == "en" else {text: told(text, language) for text in SCRIPT}


@pass_context
def say(context: Context, text: str, **values: Any) -> str:
    """In a template: a sentence in the language of the page."""
    return told(text, _spoken(context), **values)


@pass_context
def place(context: Context, text: str) -> str:
    """In a template: “page 3” in the language of the page."""
    return placed(text, _spoken(context))


@pass_context
def day(context: Context, at: datetime | None, now: datetime) -> str:
    """In a template: a day as people say it."""
    return day_in(at, now, _spoken(context))


def day_in(at: datetime | None, now: datetime, language: str) -> str:
    """A day as people say it in a language."""
    if at is None:
        return told("never", language)
    at = at.astimezone(now.tzinfo)
    days, words = (now.date() - at.date()).days, words_of(language)
    if -7 < days <= 1:
        return coming_day(at, now, words) if days < 0 else day_name(at, now, words)
    if days < 7:
        return told("{days} days ago", language, days=days)
    date = words["date"].format(day=at.day, month=words["months"].split(",")[at.month - 1])
    same = at.year == now.year
    return date if same else told("{date} {year}", language, date=date, year=at.year)


def _spoken(context: Context) -> str:
    return str(context.get("tongue", "en"))
