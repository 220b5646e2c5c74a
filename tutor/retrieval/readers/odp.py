"""Slides of LibreOffice (ODP): titles as headings, what stands below them from top to bottom, the speaker's notes."""

import re

from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import to_markdown
from tutor.retrieval.readers._odf_words import Words
from tutor.retrieval.readers._office import MACROS, STRUCK, left_out_of, noted_on
from tutor.retrieval.readers._opendocument import Opened
from tutor.retrieval.readers._text import heads, title_of
from tutor.retrieval.readers._tree import Element

_UNREAD = {"page-number", "date-time", "footer", "header", "page"}
_SHAPES = frozenset([
    "frame", "custom-shape", "g", "rect", "ellipse", "circle", "polygon", "path", "line", "connector",
    "caption",
])  # fmt: skip
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6}


def parse(content: bytes, name: str) -> ReadDocument:
    """Every slide that is shown, in order, with its number; hidden slides are named as left out."""
    opened = Opened(content, name, "presentation")
    words = Words(opened)
    made: list[str] = []
    first, hidden, noted, number = "", 0, 0, 0
    slides = [one for one in opened.body.children if one.name == "page"]
    for number, slide in enumerate(slides, 1):
        if opened.is_hidden_slide(slide):
            hidden += 1
            continue
        title, below = _slide(words, slide)
        first = first or title
        made += [f"<!-- slide: {number} -->", f"## {title or f'Slide {number}'}", *below]
        if notes := _notes(words, slide):
            made.append(f"Notes: {notes}")  # one block: whoever leaves notes out leaves out all
            noted += 1
    warnings = [MACROS] if opened.has_macros() else []
    warnings += [*noted_on(noted), *left_out_of(hidden)]
    warnings += [STRUCK] if words.struck else []
    return ReadDocument(
        title=opened.title() or first or title_of(name),
        text="\n\n".join(made) + "\n",
        places=number,
        warnings=tuple(warnings),
    )


def _slide(words: Words, slide: Element) -> tuple[str, list[str]]:
    """A slide's title, its own or else what stands alone on top, and what it says below."""
    shapes = _in_order(slide)
    titled = next((one for one in shapes if one.attributes.get("class") == "title"), None)
    texts = {id(one): _written(words, one) for one in shapes}
    shapes = [one for one in shapes if texts[id(one)]]
    if titled is None and len(shapes) > 1 and _stands_alone(shapes) and heads(texts[id(shapes[0])]):
        titled = shapes[0]
    title = " ".join(texts[id(titled)].split()) if titled else ""
    return title, [texts[id(one)] for one in shapes if one is not titled]


def _in_order(slide: Element) -> list[Element]:
    """The shapes from top to bottom and from left to right, those of a group together."""
    drawn = [
        one
        for one in slide.children
        if one.name in _SHAPES and one.attributes.get("class") not in _UNREAD
    ]
    if all(_place(one) for one in drawn):
        drawn.sort(key=lambda one: _place(one) or (0, 0))
    return drawn


def _place(shape: Element) -> tuple[int, float] | None:
    """Which band of a centimetre a shape stands in, and how far from the left; None where it is not said."""
    for one in (shape, *shape.all(*_SHAPES)):
        x, y = (_centimetres(one.attributes.get(name, "")) for name in ("x", "y"))
        if x is not None and y is not None:
            return int(y), x
    return None


def _centimetres(said: str) -> float | None:
    found = re.fullmatch(r"(-?\d*\.?\d+)(cm|mm|in|pt|pc)", said)
    return float(found[1]) * _CENTIMETRES[found[2]] if found else None


def _stands_alone(shapes: list[Element]) -> bool:
    """Whether the first of the shapes stands above all others."""
    places = [_place(one) for one in shapes]
    return places[0] is not None and all(
        place is not None and place[0] > places[0][0] for place in places[1:]
    )


def _written(words: Words, shape: Element) -> str:
    """What a shape says, as Markdown; each shape of a group on its own."""
    blocks = [*words.of(shape), *words.hanging()]
    return to_markdown(Element("document", {}, blocks)).strip()


def _notes(words: Words, slide: Element) -> str:
    return "\n".join(
        written
        for notes in slide.children
        if notes.name == "notes"
        for one in notes.children
        if one.attributes.get("class") == "notes" and (written := _written(words, one))
    )
