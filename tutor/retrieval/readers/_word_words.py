"""The words of a Word paragraph with its formulas, and what hangs on it: notes and boxes."""

from collections.abc import Iterator

from tutor.retrieval.readers._markdown import said_of_picture
from tutor.retrieval.readers._maths import of_omml
from tutor.retrieval.readers._office import part
from tutor.retrieval.readers._text import lowered, raised
from tutor.retrieval.readers._tree import Element
from tutor.retrieval.readers._word_styles import is_on, value
from tutor.retrieval.readers._zip import Archive

_THROUGH = frozenset(
    ["hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml"]
)
_DELETED = frozenset(["del", "moveFrom"])
_MOVED = 8  # letters of words that are moved up or down to be a power or an index


def words_of(one: Element) -> str:
    """A paragraph's words with its formulas; what was deleted or hidden is left out."""
    parts: list[str] = []
    for child in one.children:
        match child.name:
            case "r":
                parts.append(_run(child))
            case "oMath":
                tex = of_omml(child)
                parts.append(f"${tex}$" if tex else "")
            case "oMathPara":
                tex = " ".join(of_omml(found) for found in child.all("oMath"))
                parts.append(f"$${tex}$$" if tex else "")
            case name if name in _THROUGH:
                parts.append(words_of(child))
            case _:
                pass
    return "".join(parts)


def _run(run: Element) -> str:
    about = run.child("rPr")
    if is_on(about, "vanish") or is_struck(about):
        return ""
    made = "".join(map(_piece, run.children))
    height = value(about, "vertAlign")
    moved = value(about, "position") if len(made) <= _MOVED else ""  # as LibreOffice writes it
    if height == "subscript" or moved.startswith("-"):
        return lowered(made)
    return raised(made) if height == "superscript" or moved.strip("0") else made


def is_struck(about: Element | None) -> bool:
    """Whether words with these properties are struck out."""
    return is_on(about, "strike") or is_on(about, "dstrike")


def kept(one: Element, *names: str) -> Iterator[Element]:
    """Every element of these names inside that no tracked change has taken away."""
    for child in one.children:
        if child.name in names:
            yield child
        if child.name not in _DELETED:
            yield from kept(child, *names)


def _piece(one: Element) -> str:
    match one.name:
        case "t":
            return one.words()
        case "tab":
            return " "
        case "br" if one.attributes.get("type") != "page":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "drawing":
            return said_of_picture(
                next((d.attributes.get("descr", "") for d in one.all("docPr")), "")
            )
        case _:
            return ""


def bold(paragraph: Element) -> bool:
    """Whether every word of a paragraph is bold."""
    runs = [run for run in paragraph.all("r") if any(one.words().strip() for one in run.all("t"))]
    return bool(runs) and all(is_on(run.child("rPr"), "b") for run in runs)


def boxes(one: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph, each once: files hold them in two ways."""
    for child in one.children:
        if child.name == "txbxContent":
            yield child
        elif child.name in _DELETED:
            continue
        elif child.name == "AlternateContent":
            chosen = child.child("Choice") or child.child("Fallback")
            yield from boxes(chosen) if chosen else ()
        else:
            yield from boxes(child)


class Notes:
    """Footnotes and endnotes, numbered as they come."""

    def __init__(self, archive: Archive) -> None:
        self._texts = {
            (kind, one.attributes.get("id", "")): _text(one)
            for kind in ("footnote", "endnote")
            for root in [part(archive, f"word/{kind}s.xml")]
            for one in (root.all(kind) if root else ())
        }
        self._count = 0

    def of(self, one: Element) -> Iterator[str]:
        """The notes that a paragraph or table refers to."""
        for mark in kept(one, "footnoteReference", "endnoteReference"):
            kind = mark.name.removesuffix("Reference")
            if text := self._texts.get((kind, mark.attributes.get("id", ""))):
                self._count += 1
                yield f"[{self._count}] {text}"


def _text(note: Element) -> str:
    return " ".join(" ".join(words_of(one) for one in note.all("p")).split())
