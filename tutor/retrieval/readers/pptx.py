"""PowerPoint slides: titles as headings, points, tables, formulas, the speaker's notes."""

from collections.abc import Iterator

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import said_of_picture, table
from tutor.retrieval.readers._maths import of_omml
from tutor.retrieval.readers._numbered import Sign, numbered, sign_of
from tutor.retrieval.readers._office import (
    MACROS,
    STRUCK,
    has_macros,
    left_out_of,
    noted_on,
    own_title,
    part,
    relations,
)
from tutor.retrieval.readers._spans import Cell, reach, spread
from tutor.retrieval.readers._text import escaped, heads, lowered, raised, title_of
from tutor.retrieval.readers._tree import Element
from tutor.retrieval.readers._zip import Archive

_SHOW = "ppt/presentation.xml"
_TITLES = {"title", "ctrTitle"}
_SHAPES = ("sp", "graphicFrame", "pic")
_BAND = 360_000  # a centimetre: what begins within it stands side by side
_UNREAD = {"sldNum", "dt", "ftr", "hdr", "sldImg"}


def parse(content: bytes, name: str) -> ReadDocument:
    """Every slide that is shown, in order, with its number; hidden slides are named as left out."""
    archive = Archive(content, name)
    show = part(archive, _SHOW)
    if show is None:
        raise BadInput("This is no presentation.", where=name, do="Check the file's suffix.")
    known = relations(archive, _SHOW)
    made: list[str] = []
    first, hidden, noted, number, struck = "", 0, 0, 0, False
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
        struck |= any(map(_is_struck, root.all("rPr")))
        title, blocks = _slide(root)
        first = first or title
        made += [f"<!-- slide: {number} -->", f"## {title or f'Slide {number}'}", *blocks]
        if notes := _notes(archive, target):
            made += notes
            noted += 1
    warnings = [MACROS] if has_macros(archive) else []
    warnings += [*noted_on(noted), *left_out_of(hidden)]
    warnings += [STRUCK] if struck else []
    return ReadDocument(
        title=own_title(archive) or first or title_of(name),
        text="\n\n".join(made) + "\n",
        places=number,
        warnings=tuple(warnings),
    )


def _slide(root: Element) -> tuple[str, list[str]]:
    """A slide's title, its own or else what stands alone on top, and what it says below."""
    title = ""
    blocks: list[str] = []
    shapes = _in_order(root)
    top = None if any(_placeholder(one) in _TITLES for one in shapes) else _topmost(shapes)
    for shape in shapes:
        kind = _placeholder(shape)
        if kind in _UNREAD:
            continue
        if (kind in _TITLES or shape is top) and not title:
            title = " ".join(" ".join(words for _, words in _paragraphs(shape)).split())
            continue
        if shape.name == "graphicFrame":
            blocks += table(_rows(shape))
            continue
        lines = [words for _, words in _paragraphs(shape) if words]
        if shape.name == "sp" and len(lines) == 1:
            blocks.append(escaped(lines[0]))
        elif lines:
            blocks.append("\n".join(_points(shape)))
        about = next((d.attributes.get("descr", "") for d in shape.all("cNvPr")), "")
        if shape.name == "pic" and (said := said_of_picture(about)):
            blocks.append(said)
    return title, blocks


def _points(shape: Element) -> Iterator[str]:
    """A shape's paragraphs as points, with numbers where the slide shows them."""
    counts: dict[int, int] = {}
    for about, (level, words) in zip(shape.all("p"), _paragraphs(shape), strict=True):
        if not words:
            continue
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        kind = about.child("pPr")
        number = kind.child("buAutoNum") if kind else None
        if number is None:
            counts.pop(level, None)
        else:
            start = number.attributes.get("startAt", "1")
            counts[level] = counts.get(level, int(start) - 1 if start.isdecimal() else 0) + 1
        sign = sign_of(number.attributes.get("type", "")) if number else Sign.NUMBER
        mark = "-" if number is None else numbered(counts[level], sign)
        yield "   " * level + f"{mark} {words}"


def _in_order(root: Element) -> list[Element]:
    """The slide's shapes from top to bottom and from left to right, those of a group together.

    In files they stand as they were drawn. Where one has no place of its own that order stays: its layout has it.
    """
    tree = next(root.all("spTree"), root)
    drawn = [one for one in tree.children if one.name in {*_SHAPES, "grpSp", "AlternateContent"}]
    places = {id(one): place for one in drawn if (place := _place(one)) is not None}
    if len(places) == len(drawn):
        drawn.sort(key=lambda one: places[id(one)])
    return [
        shape
        for one in drawn
        for shape in ([one] if one.name in _SHAPES else (one.child("Choice") or one).all(*_SHAPES))
    ]


def _place(shape: Element) -> tuple[int, int] | None:
    """Which band of the slide it stands in, and how far from the left; None where it is not said."""
    offset = next(shape.all("off"), None)
    if offset is None:
        return None
    x, y = (offset.attributes.get(name, "") for name in ("x", "y"))
    try:
        return int(y) // _BAND, int(x)
    except ValueError:
        return None


def _topmost(shapes: list[Element]) -> Element | None:
    """What serves as the title of a slide that has none: a line above everything else."""
    first = shapes[0] if len(shapes) > 1 else None
    if first is None or first.name != "sp":
        return None
    lines = [words for _, words in _paragraphs(first) if words]
    places = [_place(one) for one in shapes]
    alone = places[0] is not None and all(
        place is not None and place[0] > places[0][0] for place in places[1:]
    )
    return first if alone and len(lines) == 1 and heads(lines[0]) else None


def _rows(frame: Element) -> list[list[str]]:
    return spread(
        [
            Cell(_cell(cell), reach(cell.attributes.get("gridSpan", "")), reach(cell.attributes.get("rowSpan", "")))
            for cell in row.all("tc")
            if cell.attributes.get("hMerge") != "1" and cell.attributes.get("vMerge") != "1"
        ]
        for row in frame.all("tr")
    )  # fmt: skip


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
            # One block: whoever leaves notes out leaves out all of them.
            return ["Notes: " + "\n".join(lines)] if lines else []
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
            case "r":
                made += _run(child)
            case "br":
                made += " "
            case "oMath":
                made += f"${of_omml(child)}$"
            case "Fallback" | "pPr" | "rPr":
                pass
            case _:
                made += _words(child)
    return made


def _run(one: Element) -> str:
    about = one.child("rPr")
    if about and _is_struck(about):
        return ""
    height = about.attributes.get("baseline", "0") if about else "0"
    words = "".join(child.words() for child in one.children if child.name == "t")
    if height.startswith("-"):
        return lowered(words)
    return raised(words) if height.isdecimal() and int(height) else words


def _is_struck(about: Element) -> bool:
    return about.attributes.get("strike", "noStrike") != "noStrike"


def _cell(one: Element) -> str:
    return " ".join(" ".join(words for _, words in _paragraphs(one)).split()).replace("|", r"\|")
