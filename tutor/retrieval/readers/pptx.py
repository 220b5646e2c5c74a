"""PowerPoint slides: titles as headings, points, tables, formulas, the speaker's notes."""

from collections.abc import Iterator

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import table
from tutor.retrieval.readers._maths import of_omml
from tutor.retrieval.readers._office import MACROS, has_macros, own_title, part, relations
from tutor.retrieval.readers._text import escaped, title_of
from tutor.retrieval.readers._tree import Element
from tutor.retrieval.readers._zip import Archive

_SHOW = "ppt/presentation.xml"
_TITLES = {"title", "ctrTitle"}
_UNREAD = {"sldNum", "dt", "ftr", "hdr", "sldImg"}


def parse(content: bytes, name: str) -> ReadDocument:
    """Every slide that is shown, in order, with its number; hidden slides are named as left out."""
    archive = Archive(content, name)
    show = part(archive, _SHOW)
    if show is None:
        raise BadInput("This is no presentation.", where=name, do="Check the file's suffix.")
    known = relations(archive, _SHOW)
    made: list[str] = []
    first, hidden, number = "", 0, 0
    for number, one in enumerate(show.all("sldId"), 1):
        # `id` is both the slide's own and, with the prefix r, its relation: the later one stays.
        target = known.get(one.attributes.get("id", ""), ("", ""))[1]
        slide = part(archive, target)
        if slide is None:
            continue
        root = next(slide.all("sld"), slide)
        if root.attributes.get("show") == "0":
            hidden += 1
            continue
        title, blocks = _slide(root)
        first = first or title
        made += [f"<!-- slide: {number} -->", f"## {title or f'Slide {number}'}", *blocks]
        made += _notes(archive, target)
    warnings = (MACROS,) if has_macros(archive) else ()
    if hidden:
        warnings = (*warnings, f"{hidden} hidden slides were left out.")
    return ReadDocument(
        title=own_title(archive) or first or title_of(name),
        text="\n\n".join(made) + "\n",
        places=number,
        warnings=warnings,
    )


def _slide(root: Element) -> tuple[str, list[str]]:
    title = ""
    blocks: list[str] = []
    for shape in root.all("sp", "graphicFrame", "pic"):
        kind = _placeholder(shape)
        if kind in _UNREAD:
            continue
        if kind in _TITLES and not title:
            title = " ".join(" ".join(words for _, words in _paragraphs(shape)).split())
            continue
        if shape.name == "graphicFrame":
            blocks += table([[_cell(cell) for cell in row.all("tc")] for row in shape.all("tr")])
            continue
        lines = [(level, words) for level, words in _paragraphs(shape) if words]
        if shape.name == "sp" and len(lines) == 1:
            blocks.append(escaped(lines[0][1]))
        elif lines:
            blocks.append("\n".join("   " * level + f"- {words}" for level, words in lines))
        about = next((d.attributes.get("descr", "") for d in shape.all("cNvPr")), "")
        if shape.name == "pic" and len(about) > 3:
            blocks.append(f"(Image: {' '.join(about.split())})")
    return title, blocks


def _notes(archive: Archive, slide: str) -> list[str]:
    for kind, target in relations(archive, slide).values():
        notes = part(archive, target) if kind == "notesSlide" else None
        if notes:
            lines = [
                escaped(words)
                for shape in notes.all("sp")
                if _placeholder(shape) not in _UNREAD
                for _, words in _paragraphs(shape)
                if words
            ]
            return ["Notes: " + lines[0], *lines[1:]] if lines else []
    return []


def _placeholder(shape: Element) -> str:
    return next((one.attributes.get("type", "body") for one in shape.all("ph")), "")


def _paragraphs(shape: Element) -> Iterator[tuple[int, str]]:
    for one in shape.all("p"):
        about = one.child("pPr")
        level = about.attributes.get("lvl", "0") if about else "0"
        yield int(level) if level.isdigit() else 0, " ".join(_words(one).split())


def _words(one: Element) -> str:
    made = ""
    for child in one.children:
        match child.name:
            case "t":
                made += child.words()
            case "br":
                made += " "
            case "oMath":
                made += f"${of_omml(child)}$"
            case "Fallback" | "pPr" | "rPr":
                pass
            case _:
                made += _words(child)
    return made


def _cell(one: Element) -> str:
    return " ".join(" ".join(words for _, words in _paragraphs(one)).split()).replace("|", r"\|")
