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
    """The grade of an explanation, or of printed lines, with what was partly right of it before, where that says more
    than it does alone."""
    if not session.pieces or grade.verdict is Verdict.CORRECT:
        return grade
    match item.type_name:
        case "open" if grade.verdict is not Verdict.INCORRECT:
            whole = item.grade(f"{session.pieces.replace(chr(10), '. ')}. {body}")
        case "output":
            whole = item.grade(f"{session.pieces}\n{printed_in(body, item) or body}")
            return whole if whole.verdict is Verdict.CORRECT else grade
        case _:
            return grade
    more = whole.verdict is Verdict.CORRECT or (
        whole.verdict is Verdict.PARTIAL and whole.share > max(grade.share, session.share)
    )
    return whole if more else grade


def printed_in(body: str, item: Item) -> str:
    """The line of a program's output that a message holds, whatever stands around it; "" where it holds none."""
    if item.type_name != "output":
        return ""
    lines = (line for line in item.type.answer_text().splitlines() if " " in line.strip())
    return next((line.strip() for line in lines if line.strip() in body), "")
