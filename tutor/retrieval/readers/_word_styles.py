"""What styles and lists of a Word document mean: headings, captions, code, bold, numbers and points."""

import re
from dataclasses import dataclass, replace

from tutor.retrieval.readers._numbered import Sign, sign_of
from tutor.retrieval.readers._office import part
from tutor.retrieval.readers._tree import Element
from tutor.retrieval.readers._zip import Archive

_CODE = {"source code", "html preformatted", "preformatted text", "code", "macro text"}
_NO = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Styles:
    """Levels of headings, kinds of captions, and which styles are code or bold, by style id."""

    levels: dict[str, int]
    captions: dict[str, str]
    code: frozenset[str]
    bold: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a point of a list: a number, a dot, or nothing where it goes on.

    Lists of one `kind` count on from each other, unless one begins anew.
    """

    counts: bool = False
    goes_on: bool = False
    start: int = 1
    sign: Sign = Sign.NUMBER
    kind: str = ""


def styles_of(archive: Archive) -> Styles:
    """The document's styles, in any language of Word."""
    levels: dict[str, int] = {"Title": 1}
    captions: dict[str, str] = {}
    code, bold = set(), set()
    root = part(archive, "word/styles.xml")
    for style in root.all("style") if root else ():
        key, label = style.attributes.get("styleId", ""), value(style, "name").lower()
        outline = value(style.child("pPr"), "outlineLvl")
        if label == "title":
            levels[key] = 1
        elif found := re.fullmatch(r"heading (\d)", label):
            levels[key] = int(found.group(1)) + 1
        elif outline.isdigit() and int(outline) < 9:
            levels[key] = int(outline) + 2
        if label in {"image caption", "figurecaption", "illustration", "drawing"}:
            captions[key] = "Figure"
        elif label in {"table caption", "tablecaption"}:
            captions[key] = "Table"
        if label in _CODE:
            code.add(key)
        if is_on(style.child("rPr"), "b") and "definition" not in label:
            bold.add(key)
    return Styles(levels, captions, frozenset(code), frozenset(bold))


def marks_of(archive: Archive) -> dict[tuple[str, str], Mark]:
    """What stands before the points of each list at each depth, by the ids of both."""
    root = part(archive, "word/numbering.xml")
    if not root:
        return {}
    kinds = {
        kind.attributes.get("abstractNumId", ""): {
            level.attributes.get("ilvl", ""): _mark(level) for level in kind.all("lvl")
        }
        for kind in root.all("abstractNum")
    }
    made: dict[tuple[str, str], Mark] = {}
    for number in root.all("num"):
        kind = value(number, "abstractNumId")
        levels = {deep: replace(mark, kind=kind) for deep, mark in kinds.get(kind, {}).items()}
        for own in number.all("lvlOverride"):  # a list may have levels of its own
            depth, level = own.attributes.get("ilvl", ""), own.child("lvl")
            if level is not None:
                levels[depth] = _mark(level)
            if (start := value(own, "startOverride")).isdecimal() and depth in levels:
                levels[depth] = replace(levels[depth], start=int(start), kind="")
        key = number.attributes.get("numId", "")
        made |= {(key, depth): mark for depth, mark in levels.items()}
    return made


def _mark(level: Element) -> Mark:
    format, start = value(level, "numFmt"), value(level, "start")
    counts = format not in {"bullet", "none", ""}
    shown = value(level, "lvlText").strip()
    return Mark(
        counts, not counts and not shown, int(start) if start.isdecimal() else 1, sign_of(format)
    )


def is_on(about: Element | None, name: str) -> bool:
    """Whether a property is there and not switched off."""
    found = about.child(name) if about else None
    return found is not None and found.attributes.get("val", "1").lower() not in _NO


def value(one: Element | None, name: str) -> str:
    """The value of a property; "" where there is none."""
    found = one.child(name) if one else None
    return found.attributes.get("val", "") if found else ""
