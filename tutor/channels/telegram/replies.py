"""A reply of the tutor as messages: the text with its sources, then the item as a card. Pure."""

import re
import zlib
from dataclasses import dataclass

from tutor.channels.said import placed
from tutor.channels.telegram.message import Key, Note, escaped, notes
from tutor.channels.unicode_maths import readable
from tutor.channels.web.markup import citation_url, place_name
from tutor.curriculum.course import Course
from tutor.dialogue.messages import Button, Card, Choosable, Citation, Outbound
from tutor.ids import CourseId

# Replies after which the question stands close above: it is not sent again.
CLOSE_BY = frozenset({"hint", "probe", "feedback", "clarify"})
ABOUT_THE_ITEM = frozenset(
    {"/hint", "/place", "/stuck", "/skip", "/answer", "/easier", "/harder", "/idk"}
)
PRESS = "b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """Which button was pressed: the reply's key within the chat, its place there, its course."""

    key: str
    index: int
    course: str


def mark(name: str) -> str:
    """A short mark for an id, to be found again among the ids of a course or a school."""
    return f"{zlib.crc32(name.encode()):08x}"


def reply_notes(
    reply: Outbound, course: Course, *, key: str, address: str, before: Card | None, more: str = ""
) -> tuple[Note, ...]:
    """The messages of a reply.

    `key` is the answered update's, `address` where the web pages are, `before` the card that the
    chat shows last, `more` Markdown to be put under the text.
    """
    card = reply.card if not _stands(reply, before) else None
    sources = [_source(cited, course.id, address, course.language) for cited in reply.citations]
    blocks = [readable(reply.text), "\n".join(sources), more]
    text = "\n\n".join(block for block in blocks if block.strip())
    keys = [
        Key(label=button.label, data=_data(key, index, course.id), url=button.url)
        for index, button in enumerate(reply.buttons)
    ]
    if card is None:
        return notes(text, keys)
    return (*notes(text), *notes(card_text(card), keys))


def card_text(card: Card) -> str:
    """The open item in Markdown."""
    blocks = [f"*{escaped(card.skill)}*" if card.skill else "", readable(card.prompt)]
    if card.kind == "line":
        blocks.append(_fenced("\n".join(f"{o.label:>2}  {o.text}" for o in card.options)))
    else:
        blocks.append(_fenced(card.code) if card.code else "")
        blocks.append(_listed(card.options))
        blocks.append(_listed(card.pairs))
    blocks.append(f"_{readable(card.how)}_" if card.how else "")
    return "\n\n".join(block for block in blocks if block)


def pressed(data: str) -> Pressed | None:
    """Which button of a reply the data names; None when it names none."""
    parts = data.split("|")
    if len(parts) != 4 or parts[0] != PRESS or not re.fullmatch(r"\d{1,2}", parts[2]):
        return None
    return Pressed(key=parts[1], index=int(parts[2]), course=parts[3])


def belongs_to_card(button: Button, card: Card | None) -> bool:
    """Whether the button means the item on the card, and so nothing once that is closed."""
    if card is None:
        return False
    return button.send in ABOUT_THE_ITEM or any(button.send == o.label for o in card.options)


def _stands(reply: Outbound, before: Card | None) -> bool:
    card = reply.card
    if card is None or before is None or reply.move not in CLOSE_BY:
        return False
    return (card.item, card.seed) == (before.item, before.seed)


def _data(key: str, index: int, course: CourseId) -> str:
    return f"{PRESS}|{key}|{index}|{mark(course)}"


def _source(cited: Citation, course: CourseId, address: str, language: str) -> str:
    name = cited.title if cited.heading in ("", cited.title) else f"{cited.title} › {cited.heading}"
    page = f", {place}" if (place := placed(place_name(cited), language)) else ""
    return f"\\[{cited.number}\\] [{escaped(name)}]({address}{citation_url(cited, course)}){page}  "


def _listed(options: tuple[Choosable, ...]) -> str:
    return "  \n".join(f"**{escaped(o.label)}**  {readable(o.text)}" for o in options)


def _fenced(code: str) -> str:
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}\n{code}\n{fence}"
