"""The console channel: the same turn in a terminal."""

from datetime import datetime
from typing import Protocol
from uuid import uuid4

from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape
from rich.panel import Panel

from tutor.channels.parts import Parts
from tutor.channels.said import told
from tutor.channels.unicode_maths import readable
from tutor.dialogue.messages import Card, Inbound, Outbound
from tutor.errors import MenoError
from tutor.ids import CourseId, LearnerId, MessageId

LEAVE = frozenset({"/quit", "/exit", "/q"})


class Lines(Protocol):
    """Where lines come from."""

    def __call__(self) -> str | None:
        """The next line, or None at the end."""
        ...


async def chat(
    parts: Parts, learner: LearnerId, course: CourseId, read_line: Lines, screen: Console
) -> None:
    """Talk until the lines end. Errors are shown as sentences; nothing is lost by leaving."""
    await _say(parts, learner, course, "/start", parts.clock(), screen)
    language = parts.book.get(course).language
    screen.print(
        f"[dim]{told('hint · explain · example · skip · stop · /quit to leave', language)}[/]"
    )
    while (line := read_line()) is not None and line.strip() not in LEAVE:
        await _say(parts, learner, course, line, parts.clock(), screen)


async def _say(
    parts: Parts, learner: LearnerId, course: CourseId, text: str, at: datetime, screen: Console
) -> None:
    inbound = Inbound(
        learner=learner, course=course, message=MessageId(f"console-{uuid4().hex}"), text=text,
        at=at, channel="console",
    )  # fmt: skip
    try:
        with screen.status("…"):
            outbound = await parts.running.answer(inbound)
    except MenoError as error:
        language = parts.book.get(course).language
        what, advice = told(error.what, language), told(error.do, language)
        screen.print(f"[red]{escape(what)}[/] {escape(advice)}")
        return
    show(outbound, screen)


def show(outbound: Outbound, screen: Console) -> None:
    """Print a reply with its card, its sources and what may be typed."""
    screen.print(Markdown(readable(outbound.text)))
    if outbound.card is not None:
        screen.print(Panel(Markdown(_card(outbound.card)), title=outbound.card.skill, width=76))
    for cited in outbound.citations:
        screen.print(f"[dim][{cited.number}] {cited.title} › {cited.heading}[/]", highlight=False)


def _card(card: Card) -> str:
    parts = [readable(card.prompt)]
    if card.code:
        parts.append(f"```\n{card.code}\n```")
    if card.options:
        parts.append("\n".join(f"- **{o.label}** {readable(o.text)}" for o in card.options))
    if card.pairs:
        parts.append("\n".join(f"- **{o.label}** {readable(o.text)}" for o in card.pairs))
    if card.how:
        parts.append(f"*{card.how}*")
    return "\n\n".join(parts)
