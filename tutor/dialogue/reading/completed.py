"""A response said in several messages: “3”, then “out of 5”; one idea of an explanation, then the next. Pure."""

import re

from tutor.dialogue.session import Session
from tutor.items.grade import Grade, Verdict
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


def together(grade: Grade, body: str, item: Item, session: Session) -> Grade:
    """The grade of an explanation with what was partly right of it before, where that says more than it does alone."""
    if item.type_name != "open" or not session.pieces or grade.verdict is Verdict.CORRECT:
        return grade
    whole = item.grade(f"{session.pieces} {body}")
    more = whole.verdict is Verdict.CORRECT or (
        whole.verdict is Verdict.PARTIAL and whole.share > max(grade.share, session.share)
    )
    return whole if more and grade.verdict is not Verdict.INCORRECT else grade
