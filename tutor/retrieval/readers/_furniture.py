"""What stands around the text of a book's pages: running heads, numbers, tables of contents (pure)."""

import re
from collections import Counter
from collections.abc import Sequence

from tutor.retrieval.readers._stacked import Line

_PRINTED = re.compile(
    r"(?:file|https?)://\S+|^\d+\s*/\s*\d+$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d"
)  # a browser's margins
_LEADERS = re.compile(r"(?:\s?\.){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})$|…{2,}\s*\d{1,4}$")
_FEWEST_LEADERS = 3  # lines with dots up to a number that make a page one of contents
_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
_MOST_WORDS = 12  # of a running head
_ROMAN = re.compile(r"[ivxlc]{1,6}")


def without_furniture(pages: Sequence[Sequence[Line]], largest: float) -> list[list[Line]]:
    """The pages without running heads and numbers, which are set smaller than `largest`, and without contents."""
    small = [[one for one in lines if one.size < largest] for lines in pages]
    running, ahead = _running(small), _ahead(small)
    made = []
    for number, lines in enumerate(pages, 1):
        out = [
            one
            for one in _edges(lines)
            if (one.size < largest and _shape(one.text) in running)
            or (len(lines) > 1 and _numbers(one, number, ahead, largest))
        ]
        # What stands beside a page's number is its running head.
        heights = [one.y for one in out if one.text.isdigit()]
        contents = sum(bool(_LEADERS.search(one.text)) for one in lines) >= _FEWEST_LEADERS
        made.append([
            one
            for one in lines
            if one not in out
            and not (one.size < largest and any(abs(one.y - y) < 0.1 * one.size for y in heights))
            and not (contents and _LEADERS.search(one.text))
        ])  # fmt: skip
    return made


def _edges(lines: Sequence[Line]) -> tuple[Line, ...]:
    ordered = sorted(lines, key=lambda one: -one.y)
    return (*ordered[:_EDGE], *ordered[-_EDGE:])


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Shapes of lines that stand at the edge of a third of the pages: heads, feet, numbers."""
    seen: Counter[str] = Counter()
    printed: set[str] = set()
    for lines in pages:
        edges = _edges(lines)
        seen.update({_shape(one.text) for one in edges})
        printed.update(_shape(one.text) for one in edges if _PRINTED.search(one.text))
    often = max(3, len(pages) / 3)
    return frozenset(printed | {shape for shape, count in seen.items() if count >= often})


def _ahead(pages: Sequence[Sequence[Line]]) -> int | None:
    """How far the printed numbers are ahead of the file's, where a third of the pages agree."""
    seen: Counter[int] = Counter()
    for number, lines in enumerate(pages, 1):
        seen.update({printed - number for one in _edges(lines) for printed in _ends(one.text)})
    found = seen.most_common(1)
    return found[0][0] if found and found[0][1] >= max(3, len(pages) / 3) else None


def _ends(text: str) -> set[int]:
    """The numbers with which a line begins and ends, as running heads do."""
    if len(text.split()) > _MOST_WORDS:
        return set()
    return {int(one) for one in re.findall(r"^\d{1,4}(?=\s|$)|(?<!\S)\d{1,4}$", text)}


def _numbers(line: Line, page: int, ahead: int | None, largest: float) -> bool:
    """Whether a line at a page's edge is its number, with or without the chapter's title beside it."""
    if line.text == str(page):
        return True
    if ahead is None or line.size >= largest:
        return False
    front = page + ahead < 1 and _ROMAN.fullmatch(line.text) is not None
    return front or page + ahead in _ends(line.text)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text.strip().lower())
