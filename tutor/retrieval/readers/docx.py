"""Word documents: headings by their styles, lists, tables, formulas, captions; macros ignored."""

import re
from collections.abc import Iterator

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import table
from tutor.retrieval.readers._maths import of_omml
from tutor.retrieval.readers._office import MACROS, has_macros, own_title, part
from tutor.retrieval.readers._text import escaped, title_of
from tutor.retrieval.readers._tree import Element
from tutor.retrieval.readers._zip import Archive

_BODY = "word/document.xml"


def parse(content: bytes, name: str) -> ReadDocument:
    """What a reader sees: deleted and hidden words are left out, page breaks are counted."""
    archive = Archive(content, name)
    if _BODY not in archive:
        raise BadInput("This is no Word document.", where=name, do="Check the file's suffix.")
    root = part(archive, _BODY)
    assert root
    body = next(root.all("body"), root)
    text = _Text(_levels(archive), _numbered(archive), _captions(archive))
    made = "\n\n".join(text.blocks(body)) + "\n"
    title = own_title(archive) or text.title or title_of(name)
    warnings = (MACROS,) if has_macros(archive) else ()
    return ReadDocument(title=title, text=made, places=text.page, warnings=warnings)


class _Text:
    """Writes the body as Markdown, one block after the other."""

    def __init__(
        self, levels: dict[str, int], numbered: set[str], captions: dict[str, str]
    ) -> None:
        self._levels = levels
        self._captions = captions
        self._numbered = numbered
        self._counts: dict[tuple[str, int], int] = {}
        self.title = ""
        self.page = 0

    def blocks(self, body: Element) -> Iterator[str]:
        """Paragraphs, headings, whole lists and tables."""
        points: list[str] = []
        for one in _flat(body):
            if one.name == "p":
                kind, words = self._paragraph(one)
                if kind == "point" and words:
                    points.append(words)
                    continue
                if points and (words or kind == "break"):
                    yield "\n".join(points)
                    points = []
                if kind == "break":
                    # A document starts on page 1, which only a second page makes worth saying.
                    self.page = max(self.page, 1) + 1
                    yield f"<!-- page: {self.page} -->"
                if words:
                    yield words
            elif one.name == "tbl":
                if points:
                    yield "\n".join(points)
                    points = []
                yield from table(_rows(one))
        if points:
            yield "\n".join(points)

    def _paragraph(self, one: Element) -> tuple[str, str]:
        about = one.child("pPr")
        style = _value(about, "pStyle")
        words = " ".join(_words(one).split(" ")).strip()
        level = self._levels.get(style, 0)
        breaks = any(
            found.name == "lastRenderedPageBreak" or found.attributes.get("type") == "page"
            for found in one.all("lastRenderedPageBreak", "br")
        )
        if level and words:
            line = " ".join(words.split())
            self.title = self.title or line
            return ("break" if breaks else "text"), f"{'#' * min(level, 6)} {line}"
        numbers = about.child("numPr") if about else None
        if words and (numbers or style.lower().startswith("list")):
            depth = int(_value(numbers, "ilvl") or 0) if _value(numbers, "ilvl").isdigit() else 0
            counts = _value(numbers, "numId") in self._numbered or "number" in style.lower()
            mark = f"{self._counted(_value(numbers, 'numId'), depth)}." if counts else "-"
            return "point", "   " * depth + f"{mark} " + " ".join(words.split())
        kind = self._captions.get(style, "")
        if kind and words and not words.lower().startswith(kind[:3].lower()):
            words = f"{kind}: {words}"
        return ("break" if breaks else "text"), "\n".join(
            escaped(line) for line in words.split("\n")
        )

    def _counted(self, key: str, depth: int) -> int:
        """The next number of a list; deeper levels begin anew."""
        for other in [one for one in self._counts if one[0] == key and one[1] > depth]:
            del self._counts[other]
        self._counts[key, depth] = self._counts.get((key, depth), 0) + 1
        return self._counts[key, depth]


def _flat(body: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, through content controls and the like."""
    for one in body.children:
        if one.name in {"p", "tbl"}:
            yield one
        elif one.name in {"sdt", "sdtContent", "ins", "smartTag", "customXml"}:
            yield from _flat(one)


def _words(one: Element) -> str:
    """A paragraph's words with its formulas; what was deleted or hidden is left out."""
    parts: list[str] = []
    for child in one.children:
        match child.name:
            case "r":
                about = child.child("rPr")
                if about and about.child("vanish"):
                    continue
                parts.append(_run(child))
            case "oMath":
                tex = of_omml(child)
                parts.append(f"${tex}$" if tex else "")
            case "oMathPara":
                tex = " ".join(of_omml(found) for found in child.all("oMath"))
                parts.append(f"$${tex}$$" if tex else "")
            case "hyperlink" | "ins" | "smartTag" | "sdt" | "sdtContent" | "fldSimple":
                parts.append(_words(child))
            case _:
                pass
    return "".join(parts)


def _run(run: Element) -> str:
    made = ""
    for one in run.children:
        match one.name:
            case "t":
                made += one.words()
            case "tab":
                made += " "
            case "br" if one.attributes.get("type") != "page":
                made += "\n"
            case "noBreakHyphen":
                made += "-"
            case "drawing":
                described = next((d.attributes.get("descr", "") for d in one.all("docPr")), "")
                made += f"(Image: {' '.join(described.split())})" if len(described) > 3 else ""
            case _:
                pass
    return made


def _rows(one: Element) -> list[list[str]]:
    rows = []
    for row in (child for child in one.children if child.name == "tr"):
        cells = []
        for cell in (child for child in row.children if child.name == "tc"):
            words = " ".join(_words(paragraph) for paragraph in cell.all("p"))
            cells.append(" ".join(words.split()).replace("|", r"\|"))
        if any(cells):
            rows.append(cells)
    return rows


def _levels(archive: Archive) -> dict[str, int]:
    """Which style is a heading of which level, in any language of Word."""
    levels: dict[str, int] = {"Title": 1}
    styles = part(archive, "word/styles.xml")
    for style in styles.all("style") if styles else ():
        key = style.attributes.get("styleId", "")
        label = _value(style, "name").lower()
        outline = _value(style.child("pPr"), "outlineLvl")
        if label == "title":
            levels[key] = 1
        elif found := re.fullmatch(r"heading (\d)", label):
            levels[key] = int(found.group(1)) + 1
        elif outline.isdigit() and int(outline) < 9:
            levels[key] = int(outline) + 2
    return levels


def _captions(archive: Archive) -> dict[str, str]:
    """Which style captions what: "Figure" or "Table"."""
    found: dict[str, str] = {}
    styles = part(archive, "word/styles.xml")
    for style in styles.all("style") if styles else ():
        label = _value(style, "name").lower()
        if label in {"image caption", "figurecaption", "illustration", "drawing"}:
            found[style.attributes.get("styleId", "")] = "Figure"
        elif label in {"table caption", "tablecaption"}:
            found[style.attributes.get("styleId", "")] = "Table"
    return found


def _numbered(archive: Archive) -> set[str]:
    """The ids of lists that count rather than point."""
    numbering = part(archive, "word/numbering.xml")
    if not numbering:
        return set()
    counting = set()
    for kind in numbering.all("abstractNum"):
        first = next(kind.all("lvl"), None)
        if first and _value(first, "numFmt") not in {"bullet", "none", ""}:
            counting.add(kind.attributes.get("abstractNumId"))
    return {
        one.attributes.get("numId", "")
        for one in numbering.all("num")
        if _value(one, "abstractNumId") in counting
    }


def _value(one: Element | None, name: str) -> str:
    found = one.child(name) if one else None
    return found.attributes.get("val", "") if found else ""
