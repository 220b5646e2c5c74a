"""Word documents: headings by their styles or bold lines, lists, tables, formulas, notes, boxes; macros ignored."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import table
from tutor.retrieval.readers._numbered import numbered
from tutor.retrieval.readers._office import CHANGED, MACROS, STRUCK, has_macros, own_title, part
from tutor.retrieval.readers._spans import Cell, reach, spread
from tutor.retrieval.readers._text import escaped, heads, title_of
from tutor.retrieval.readers._tree import Element
from tutor.retrieval.readers._word_styles import Mark, Styles, marks_of, styles_of, value
from tutor.retrieval.readers._word_words import Notes, bold, boxes, is_struck, words_of
from tutor.retrieval.readers._zip import Archive

_BODY = "word/document.xml"
_HOLDERS = {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"}
_NO_LIST = "0"  # the id by which a paragraph says that it is in no list, whatever its style
_GATHERED = {"point", "code"}  # kinds of paragraphs that make one block with their neighbours


def parse(content: bytes, name: str) -> ReadDocument:
    """What a reader sees: deleted and hidden words are left out, page breaks are counted."""
    archive = Archive(content, name)
    if _BODY not in archive:
        raise BadInput("This is no Word document.", where=name, do="Check the file's suffix.")
    root = part(archive, _BODY)
    assert root
    body = next(root.all("body"), root)
    text = _Text(styles_of(archive), marks_of(archive), Notes(archive))
    made = "\n\n".join(text.blocks(body)) + "\n"
    title = own_title(archive) or text.title or title_of(name)
    warnings = [MACROS] if has_macros(archive) else []
    if any(is_struck(run.child("rPr")) for run in body.all("r")):
        warnings.append(STRUCK)
    if any(True for _ in body.all("ins", "del", "moveFrom")):
        warnings.append(CHANGED)
    return ReadDocument(title=title, text=made, places=text.page, warnings=tuple(warnings))


class _Text:
    """Writes the body as Markdown, one block after the other."""

    def __init__(self, styles: Styles, marks: dict[tuple[str, str], Mark], notes: Notes) -> None:
        self._styles, self._marks, self._notes = styles, marks, notes
        self._counts: dict[tuple[str, int], int] = {}
        self._level = 1  # of the last heading by its style
        self.title = ""
        self.page = 0

    def blocks(self, body: Element) -> Iterator[str]:
        """Paragraphs, headings, whole lists and tables; notes and boxes after what they hang on."""
        gathered: list[str] = []
        kind_before = ""
        hanging: list[str] = []
        every = list(_flat(body))
        for one, below in zip_longest(every, every[1:]):
            kind, words = ("table", "") if one.name == "tbl" else self._paragraph(one, below)
            if gathered and (words or kind in {"break", "table"}) and kind != kind_before:
                yield from _whole(gathered, kind_before)
                yield from hanging
                gathered, hanging = [], []
            if kind == "table":
                yield from table(_rows(one))
            elif kind in _GATHERED and words:
                gathered.append(words)
                kind_before = kind
            else:
                if kind == "break":
                    # A document starts on page 1, which only a second page makes worth saying.
                    self.page = max(self.page, 1) + 1
                    yield f"<!-- page: {self.page} -->"
                if words:
                    yield words
            hanging += self._hanging(one)
            if not gathered:
                yield from hanging
                hanging = []
        if gathered:
            yield from _whole(gathered, kind_before)
        yield from hanging

    def _hanging(self, one: Element) -> Iterator[str]:
        yield from map(escaped, self._notes.of(one))
        for box in boxes(one):
            yield from self.blocks(box)

    def _paragraph(self, one: Element, below: Element | None) -> tuple[str, str]:
        about = one.child("pPr")
        style = value(about, "pStyle")
        if style in self._styles.code:
            return "code", words_of(one).rstrip()
        words = re.sub(" {2,}", " ", words_of(one)).strip()
        breaks = any(
            found.name == "lastRenderedPageBreak" or found.attributes.get("type") == "page"
            for found in one.all("lastRenderedPageBreak", "br")
        )
        numbers = about.child("numPr") if about else None
        level = self._styles.levels.get(style, 0)
        if level:
            self._level = level
        elif words and not numbers and self._is_heading(one, words, below):
            level = self._level + 1
        if level and words:
            line = " ".join(words.split())
            self.title = self.title or line
            return ("break" if breaks else "text"), f"{'#' * min(level, 6)} {line}"
        listed = numbers is not None or style.lower().startswith("list")
        if listed and value(numbers, "numId") == _NO_LIST and not _is_indented(about):
            listed = False
        if words and listed:
            return "point", self._point(numbers, style, words)
        kind = self._styles.captions.get(style, "")
        if kind and words and not words.lower().startswith(kind[:3].lower()):
            words = f"{kind}: {words}"
        return ("break" if breaks else "text"), "\n".join(
            escaped(line) for line in words.split("\n")
        )

    def _is_heading(self, one: Element, words: str, below: Element | None) -> bool:
        """Whether a line without a heading's style is one all the same: bold, with words below it."""
        if "\n" in words or not heads(words) or not self._bold(one):
            return False
        return below is not None and (
            below.name == "tbl" or (bool(words_of(below).strip()) and not self._bold(below))
        )

    def _bold(self, one: Element) -> bool:
        return bold(one) or (
            value(one.child("pPr"), "pStyle") in self._styles.bold and bool(words_of(one).strip())
        )

    def _point(self, numbers: Element | None, style: str, words: str) -> str:
        list_, deep = value(numbers, "numId"), value(numbers, "ilvl") or "0"
        depth = int(deep) if deep.isdigit() else 0
        mark = self._marks.get((list_, deep), Mark("number" in style.lower()))
        words = " ".join(words.split())
        if mark.goes_on or list_ == _NO_LIST:  # what a point goes on with
            return "   " * (depth + 1) + words
        if not mark.counts:
            return "   " * depth + f"- {words}"
        count = self._counted(f"kind {mark.kind}" if mark.kind else list_, depth, mark.start)
        return "   " * depth + f"{numbered(count, mark.sign)} {words}"

    def _counted(self, key: str, depth: int, start: int) -> int:
        """The next number of a list; deeper levels begin anew."""
        for other in [one for one in self._counts if one[0] == key and one[1] > depth]:
            del self._counts[other]
        self._counts[key, depth] = self._counts.get((key, depth), start - 1) + 1
        return self._counts[key, depth]


def _is_indented(about: Element | None) -> bool:
    indent = about.child("ind") if about else None
    left = indent.attributes.get("left", indent.attributes.get("start", "")) if indent else ""
    return left.isdecimal() and int(left) > 0


def _whole(lines: list[str], kind: str) -> list[str]:
    """A list, or some lines of code, as one block."""
    text = "\n".join(lines)
    if kind == "point":
        return [text]
    fence = "````" if "```" in text else "```"
    return [f"{fence}\n{text}\n{fence}"]


def _flat(body: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, through content controls and the like."""
    for one in body.children:
        if one.name in {"p", "tbl"}:
            yield one
        elif one.name in _HOLDERS:
            yield from _flat(one)


def _rows(one: Element) -> list[list[str]]:
    """Rows of words. A cell that goes on from the one above it says the same."""
    rows: list[list[str]] = []
    for row in (child for child in _flat_rows(one)):
        cells: list[Cell] = []
        for cell in (child for child in row.children if child.name == "tc"):
            about = cell.child("tcPr")
            at = sum(known.across for known in cells)
            merged = about.child("vMerge") if about else None
            goes_on = merged is not None and merged.attributes.get("val") != "restart"
            above = rows[-1][at] if goes_on and rows and at < len(rows[-1]) else ""
            cells.append(Cell(above if goes_on else _cell(cell), reach(value(about, "gridSpan"))))
        rows += spread([cells])
    return [row for row in rows if any(row)]


def _flat_rows(one: Element) -> Iterator[Element]:
    for child in one.children:
        about = child.child("trPr")
        if child.name == "tr" and not (about and about.child("del")):
            yield child
        elif child.name in _HOLDERS:
            yield from _flat_rows(child)


def _cell(one: Element) -> str:
    words = " ".join(words_of(paragraph) for paragraph in one.all("p"))
    return " ".join(words.split()).replace("|", r"\|")
