"""Turns as the page shows them: which card is live, what a message said, where sources open. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tutor.channels.web import cards, markup
from tutor.channels.web.histories import Turn
from tutor.curriculum.course import Course
from tutor.dialogue.messages import Button, Card, Outbound


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A cited place: its number, address, and what it is called."""

    number: int
    url: str
    title: str
    heading: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A turn on the page.

    `said` is empty for the opening. `card` is None where an equal card stands elsewhere; `live`
    says that it, and the `buttons`, may be used. `pending` is the address of the events of a turn
    under way, `retry` says that the message was left without a reply.
    """

    message: str
    said: str
    raw: str
    at: str
    reply: Outbound | None = None
    links: markup.Links = ()
    sources: tuple[Source, ...] = ()
    card: Card | None = None
    blanks: int = 0
    live: bool = False
    buttons: tuple[Button, ...] = ()
    pending: str = ""
    retry: bool = False
    channel: str = "web"


def shown_reply(reply: Outbound, course: Course, *, live: bool, card: bool = True) -> Shown:
    """A reply on the page."""
    face = reply.card if card else None
    return Shown(
        message=reply.message,
        said="",
        raw="",
        at=reply.at.isoformat(timespec="seconds"),
        reply=reply,
        links=markup.links_of(reply.citations, course.id),
        sources=tuple(
            Source(
                number=cited.number,
                url=markup.citation_url(cited, course.id),
                title=cited.title,
                heading=cited.heading,
                place=markup.place_name(cited),
            )
            for cited in reply.citations
        ),
        card=face,
        blanks=cards.blanks_of(face) if face is not None and face.kind == "blanks" else 0,
        live=live,
        buttons=cards.quick(reply) if live else (),
    )


def shown_turns(
    turns: Sequence[Turn], course: Course, *, live: bool, pending: dict[str, str]
) -> list[Shown]:
    """Turns in order. The newest reply's card is live when nothing is under way; an item's card is
    shown where it first came, and where it is live."""
    made: list[Shown] = []
    before: Card | None = None
    seen: set[tuple[str, int]] = set()
    newest = max((at for at, turn in enumerate(turns) if turn.reply), default=-1)
    under_way = bool(pending)
    for at, turn in enumerate(turns):
        said = cards.said(turn.text, before, course)
        if turn.reply is None:
            made.append(_unanswered(turn, said, pending.get(turn.message, "")))
            continue
        card = turn.reply.card
        is_live = live and at == newest and not under_way
        new = card is not None and (card.item, card.seed) not in seen
        if card is not None:
            seen.add((card.item, card.seed))
            before = card
        reply = shown_reply(turn.reply, course, live=is_live, card=new or is_live)
        made.append(_with_message(reply, turn, said))
    return made


def events_url(turn: str, message: str) -> str:
    """Where a turn's events come from."""
    return f"/turns/{quote(turn)}/events?message={quote(message)}"


def _unanswered(turn: Turn, said: str, pending: str) -> Shown:
    return Shown(
        message=turn.message,
        said=said,
        raw=turn.text,
        at=turn.at.isoformat(timespec="seconds"),
        pending=pending,
        retry=not pending,
        channel=turn.channel,
    )


def _with_message(reply: Shown, turn: Turn, said: str) -> Shown:
    return Shown(
        message=turn.message,
        said=said,
        raw=turn.text,
        at=reply.at,
        reply=reply.reply,
        links=reply.links,
        sources=reply.sources,
        card=reply.card,
        blanks=reply.blanks,
        live=reply.live,
        buttons=reply.buttons,
        channel=turn.channel,
    )
