"""Words in documents that address a model rather than a learner: found, taken out, and shown."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from tutor.retrieval.readers._addressed import addressed

_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|all|your|these|any)\b"
    r"[^.\n]{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|context)\b"
    r"|\b(?:you are|act as|pretend to be)\b[^.\n]{0,40}\b(?:chatgpt|language model|ai assistant|an ai|dan|jailbroken)\b"
    r"|\b(?:system prompt|developer message|<\|im_start\|>|<\|system\|>|\[/?INST\]|begin system)"
    r"|\b(?:reveal|print|repeat|output)\b[^.\n]{0,30}\b"
    r"(?:system prompt|hidden instructions|your instructions|the answer key)\b"
    r"|\b(?:give|award|grade)\b[^.\n]{0,40}\b"
    r"(?:full marks|highest (?:mark|grade|score)|100 ?%)[^.\n]{0,40}\b"
    r"(?:regardless|always|no matter)\b"
    r"|(?:^|\n)\s*(?:assistant|system)\s*:\s",
    re.IGNORECASE,
)
# What is never seen on a page, and what no database keeps.
_UNSEEN = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f"
    r"\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)
_PLACE = re.compile(r"<!--\s*(page|slide|second)\s*:?\s*(\d+)\s*-->")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*)")


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Words that were held back, and where they stand ("slide 3, Cells")."""

    text: str
    place: str = ""


Places = Callable[[str], Iterator[re.Match[str]]]  # where a text has what is held back


def without_orders(text: str, allowed: Collection[str] = ()) -> tuple[str, tuple[HeldBack, ...]]:
    """The text without unseen characters and without orders, and what was held back.

    What is in `allowed` stays. Orders are looked for in paragraphs, so that one that runs over
    the end of a line is found; the lines that it touches are held back.
    """
    return _without(text, _orders, allowed)


def without_these(
    text: str, sentences: Collection[str], allowed: Collection[str] = ()
) -> tuple[str, tuple[HeldBack, ...]]:
    """The same for sentences of the text that somebody else takes for orders."""
    if not sentences:
        return text, ()
    written = [r"\s+".join(map(re.escape, one.split())) for one in sentences if one.strip()]
    return _without(text, re.compile("|".join(written)).finditer, allowed)


def _without(
    text: str, orders: Places, allowed: Collection[str]
) -> tuple[str, tuple[HeldBack, ...]]:
    kept: list[str] = []
    held: list[HeldBack] = []
    place = heading = ""
    for block in _blocks(_UNSEEN.sub("", text).splitlines()):
        for line in block:
            if mark := _PLACE.match(line.strip()):
                place = spoken_place(mark[1], int(mark[2]))
            elif title := _HEADING.match(line):
                heading = title[1].strip()
        touched = _touched(block, orders)
        for bare, lines in _runs(block, touched, orders):
            words = " ".join(" ".join(lines).split())
            if not bare and words not in allowed:
                held.append(HeldBack(words, ", ".join(filter(None, (place, heading)))))
            else:
                kept += lines
    whole = "\n".join(kept).strip()
    return (whole + "\n" if whole else ""), tuple(held)


def spoken_place(kind: str, number: int) -> str:
    """A place as one says it: "page 3", "slide 2", "1:05"; "" for the number 0."""
    if not number:
        return ""
    if kind != "second":
        return f"{kind} {number}"
    minutes, seconds = divmod(number, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Runs of lines up to and with the empty line that ends them."""
    gathered: list[str] = []
    for line in lines:
        gathered.append(line)
        if not line.strip():
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _touched(block: list[str], orders: Places) -> set[int]:
    """The lines that hold, or hold a part of, an order."""
    found = {at for at, line in enumerate(block) if _has(line, orders)}
    if found or len(block) < 2:
        return found
    ends: list[int] = []
    length = 0
    for line in block:
        length += len(line) + 1
        ends.append(length)
    for order in orders(" ".join(block)):
        first = next(at for at, end in enumerate(ends) if order.start() < end)
        last = next(at for at, end in enumerate(ends) if order.end() <= end)
        found.update(range(first, last + 1))
    return found


def _orders(text: str) -> Iterator[re.Match[str]]:
    yield from _ORDERS.finditer(text)
    yield from addressed(text)


def _has(line: str, orders: Places) -> bool:
    return next(iter(orders(line)), None) is not None


def _runs(block: list[str], touched: set[int], orders: Places) -> Iterator[tuple[bool, list[str]]]:
    """The block's lines in order: each untouched one alone, touched neighbours together."""
    together: list[str] = []
    for at, line in enumerate(block):
        if at in touched and (at - 1 not in touched or not _has(line, orders)):
            together.append(line)
            continue
        if together:
            yield False, together
            together = []
        if at in touched:
            together = [line]
        else:
            yield True, [line]
    if together:
        yield False, together
