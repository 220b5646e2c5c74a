"""A response said in two messages: “3”, then “out of 5”. Pure."""

import re

from tutor.dialogue.session import Session
from tutor.items.item import Item

_REST = re.compile(
    r"(?:(?:and|so|its|it'?s|that'?s|thats|i mean|y|es) )*(?:out of|over|of|sobre|de) (?P<bottom>\d{1,6})[\s.?!]*",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"-?\d{1,6}")


def completed(body: str, item: Item, session: Session) -> str:
    """The fraction that a message makes with the whole number answered just before; else the message."""
    rest = _REST.fullmatch(body.strip())
    began = item.type_name == "number" and _WHOLE.fullmatch(session.last_wrong)
    return f"{session.last_wrong}/{rest['bottom']}" if rest and began else body
