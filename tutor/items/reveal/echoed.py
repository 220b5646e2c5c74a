"""Whether a text gives the outcome of what the question itself shows: its code run, traced or asserted (pure)."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tutor.items.reveal.wordings import NOT, asks, sentences

LEAST = 5  # signs of an expression that is known again
_OUTCOME = r"(?:==|=>|->|→|⇒|=|:|>>>|gives|is|returns|prints|shows|outputs)"
_EXPRESSION = re.compile(r"[\w.]*(?:\([^()]*\)|\[[^\[\]]*\]|[\"'][^\"']*[\"'])+[\w.()\[\]\"']*")
_ARROWS = re.compile(r"(?:→|->|=>|⇒|: prints|prints) ?[\"'`]?([^\s,;.\"'`]+)")
_ROW = re.compile(r"\S+(?:,? \S+){1,6}")
_CLASS = re.compile(r"<class '(\w+)'>")
_PARTS = re.compile(r"= ?(\d+)(?![\d.])[^=]{0,60}?= ?(\d+)(?![\d.])")
_AS_FRACTION = re.compile(
    r"\b(?:above|over|on top|under|underneath|below|top and (?:the )?bottom|as a fraction|fraction bar|line between)\b"
)


def typed(text: str, forms: Sequence[str], shown: str) -> str:
    """A type as Python prints it, which a plain text leaves out as a tag."""
    own = {hit[1] for hit in _CLASS.finditer(text.casefold()) if hit[1] not in shown}
    return next(iter(own.intersection(forms)), "")


def echoed(read: str, forms: Sequence[str], shown: str) -> str:
    """The question's expression with its outcome behind it, or a trace that lists the answer."""
    tight = re.sub(r"\s", "", read)
    expressions = [one for one in _expressions(shown) if one in tight]
    for form in forms if expressions or _ARROWS.search(read) else ():
        bare = "[→,]*".join(re.escape(part) for part in re.split(r",? ", form))
        for expression in expressions:
            hit = re.search(
                rf"{re.escape(expression)}(?:\s|`)*{_OUTCOME}[\"'`]?{bare}(?![\w.?])", tight
            )
            if hit:
                return hit[0]
        if _ROW.fullmatch(form) and len(re.split(r",? ", form)) > 1:
            row = re.split(r",? ", form)
            traced = [hit[1] for hit in _ARROWS.finditer(read)]
            if traced[: len(row)] == row and len(traced) == len(row):
                return ", ".join(traced)
    return ""


def _expressions(shown: str) -> Iterator[str]:
    for hit in _EXPRESSION.finditer(shown):
        tight = re.sub(r"\s", "", hit[0])
        if len(tight) >= LEAST:
            yield tight


def put_over(read: str, value: Fraction, forms: Sequence[str]) -> str:
    """“12 / 4 = 3 and 20 / 4 = 5, write one above the other”: both parts of a fraction worked out."""
    top, _, bottom = (forms[0] if forms else "").replace(" ", "").partition("/")
    if not (top.isdigit() and bottom.isdigit()) or value.denominator == 1:
        return ""
    for sentence in sentences(read):
        hit = None if asks(sentence) else _PARTS.search(sentence)
        if hit and hit.groups() == (top, bottom) and not NOT.search(sentence[: hit.start()]):
            return hit[0] if _AS_FRACTION.search(read) else ""
    return ""
