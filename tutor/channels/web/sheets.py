"""A document as pages, slides or minutes, the cited passage marked. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.channels.web import markup
from tutor.retrieval.chunk import Heading, headings_of
from tutor.retrieval.passage import Passage, StoredDocument
from tutor.retrieval.readers import spoken_place

LEAF = 80_000  # characters that are shown at once; a longer document is leafed through
_MARK = re.compile(r"<!--\s*(page|slide|second)\s*:?\s*(\d+)\s*-->[ \t]*\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands at one place. `label` says it ("Page 3"), "" where there are no places.

    `parts` are pieces of HTML in order, each with whether it was cited.
    """

    label: str
    parts: tuple[tuple[bool, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Sheets shown at once: number `number` of `count`, from 1."""

    sheets: tuple[Sheet, ...]
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class _Span:
    label: str
    start: int
    end: int


def leaf_of(document: StoredDocument, marked: Passage | None, number: int = 0) -> Leaf:
    """The leaf with the marked passage, or the one of this number, or the first."""
    headings = headings_of(document)
    leaves = list(_leaves(list(_spans(document.text, headings))))
    at = min(max(number, 1), len(leaves)) - 1
    if marked is not None:
        at = next((n for n, leaf in enumerate(leaves) if marked.start < leaf[-1].end), at)
    sheets = (_sheet(span, document.text, headings, marked) for span in leaves[at])
    shown = tuple(one for one in sheets if one.parts)
    return Leaf(sheets=shown, number=at + 1, count=len(leaves))


def begins_with_title(document: StoredDocument) -> bool:
    """Whether the text brings its own title along."""
    return _MARK.sub("", document.text[:2000]).lstrip().startswith("# ")


def _spans(text: str, headings: Sequence[Heading]) -> Iterator[_Span]:
    """The text cut at its place marks, and where it is long also at its headings."""
    label, start = "", 0
    cuts: list[tuple[int, int, str | None]] = [
        (one.start(), one.end(), spoken_place(one[1], int(one[2]))) for one in _MARK.finditer(text)
    ]
    cuts += [(one.start, one.start, None) for one in headings]
    for low, high, place in sorted(cuts, key=lambda cut: cut[:2]):
        if place is None and low - start < LEAF // 2:
            continue
        if low > start:
            yield _Span(label, start, low)
        label, start = label if place is None else place, high
    yield _Span(label, start, len(text))


def _leaves(spans: Sequence[_Span]) -> Iterator[list[_Span]]:
    gathered: list[_Span] = []
    for span in spans:
        if gathered and span.end - gathered[0].start > LEAF:
            yield gathered
            gathered = []
        gathered.append(span)
    yield gathered


def _sheet(span: _Span, text: str, headings: Sequence[Heading], marked: Passage | None) -> Sheet:
    def html(low: int, high: int) -> str:
        anchors = [one.anchor for one in headings if low <= one.start < high]
        return markup.reading_html(text[low:high], anchors)

    low, high = span.start, span.end
    if marked is None or marked.end <= low or marked.start >= high:
        pieces = [(False, low, high)]
    else:
        start, end = max(low, marked.start), min(high, marked.end)
        pieces = [(False, low, start), (True, start, end), (False, end, high)]
    parts = tuple((cited, html(a, b)) for cited, a, b in pieces if text[a:b].strip())
    return Sheet(label=span.label[:1].upper() + span.label[1:], parts=parts)
