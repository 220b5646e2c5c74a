"""Cards on the page: what an item's inputs say when they are sent, and what a button said. Pure."""

import re
from collections.abc import Mapping

from starlette.datastructures import FormData

from tutor.channels.said import told
from tutor.curriculum.course import Course
from tutor.dialogue.messages import Button, Card, Outbound
from tutor.errors import BadInput
from tutor.items.said import say

_COMMANDS: Mapping[str, str] = {
    "/hint": "A hint, please",
    "/stuck": "I’m stuck",
    "/idk": "I don’t know",
    "/place": "Find where I begin",
    "/ways": "Show me another way",
    "/skip": "Skip this one",
    "/next": "Go on",
    "/progress": "What do you know about me?",
    "/example": "Show me an example",
    "/explain": "Explain this",
    "/why": "Why this?",
    "/stop": "Let’s stop here",
    "/answer": "What is the answer?",
    "/help": "Help",
    "/easier": "Something easier",
    "/harder": "Something harder",
    "/appeal": "I think I was right",
}
_ABOUT: Mapping[str, str] = {
    "/explain": "Explain “{title}”",
    "/example": "Show me an example of “{title}”",
    "/practise": "Quiz me on “{title}”",
    "/practice": "Quiz me on “{title}”",
    "/ways": "Show me another way into “{title}”",
    "/topic": "Let’s do “{title}”",
    "/know": "I know “{title}” already",
}


def message_of(form: FormData) -> str:
    """The message that a form sends: what was typed, or the parts of a card put together.

    Raises BadInput when the parts do not fit together.
    """
    match _text(form, "kind"):
        case "choices":
            return ", ".join(_texts(form, "pick"))
        case "order":
            return _order(form)
        case "match":
            return " ".join(
                f"{name.removeprefix('pair-')}{value}"
                for name, value in form.multi_items()
                if name.startswith("pair-") and isinstance(value, str) and value
            )
        case "blanks":
            return "\n".join(_texts(form, "blank"))
        case _:
            return _text(form, "text")


def said(text: str, card: Card | None, course: Course) -> str:
    """How a learner's message reads on the page: a button by what it said, an option with its text.

    Empty for the message that opens a session.
    """
    if text.strip() == "/start":
        return ""
    word, _, rest = text.strip().partition(" ")
    if word == "/way":
        rest = rest.rpartition(" ")[0]
        title = next((s.title for s in course.skills.values() if s.id == rest), rest)
        return told("This way into “{title}”, please", course.language, title=title)
    if word in _ABOUT and rest:
        title = next((s.title for s in course.skills.values() if s.id == rest), rest)
        return told(_ABOUT[word], course.language, title=title)
    if word in _COMMANDS and not rest:
        return told(_COMMANDS[word], course.language)
    if card is not None and card.kind in ("choice", "line"):
        for option in card.options:
            if option.label == text.strip():
                if card.kind == "line":
                    return told("Line {number}", course.language, number=text)
                return f"{option.label}. {option.text}"
    return text


def quick(reply: Outbound) -> tuple[Button, ...]:
    """The quick replies that are not on the card already."""
    if reply.card is None or reply.card.kind not in ("choice", "line"):
        return reply.buttons
    labels = {option.label for option in reply.card.options}
    return tuple(button for button in reply.buttons if button.send not in labels)


def blanks_of(card: Card) -> int:
    """How many blanks a card's prompt has."""
    return max(1, len(re.findall(r"_{3,}", card.prompt)))


def _order(form: FormData) -> str:
    places: dict[int, str] = {}
    for name, value in form.multi_items():
        if not name.startswith("at-") or not isinstance(value, str) or not value.isdigit():
            continue
        if int(value) in places:
            raise BadInput(
                say("Two of them have place {place}.", place=int(value)),
                do="Give each its own place and send again.",
            )
        places[int(value)] = name.removeprefix("at-")
    return " ".join(places[place] for place in sorted(places))


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _texts(form: FormData, name: str) -> list[str]:
    return [value for value in form.getlist(name) if isinstance(value, str)]
