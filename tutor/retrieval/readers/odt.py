"""Texts of LibreOffice (ODT): headings, lists, tables, formulas, notes, boxes; what is struck out, deleted or a comment is left out."""

from collections.abc import Iterator

from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import to_markdown
from tutor.retrieval.readers._odf_words import Words
from tutor.retrieval.readers._office import CHANGED, MACROS, STRUCK
from tutor.retrieval.readers._opendocument import Opened
from tutor.retrieval.readers._text import title_of
from tutor.retrieval.readers._tree import Element, merged


def parse(content: bytes, name: str) -> ReadDocument:
    """What a reader sees, with all changes taken as accepted; pages are counted."""
    opened = Opened(content, name, "text")
    words = Words(opened)
    parts: list[str] = []
    page = 0
    for break_, blocks in _pages(opened, words):
        if break_:
            page = max(page, 1) + break_
            parts.append(f"<!-- page: {page} -->")
        if made := to_markdown(
            Element("document", {}, list(merged(blocks, {"pre"}))), bold_heads=True
        ).strip():
            parts.append(made)
    text = "\n\n".join(parts) + "\n"
    first = next((line.lstrip("# ") for line in text.split("\n") if line.startswith("#")), "")
    warnings = [MACROS] if opened.has_macros() else []
    warnings += [STRUCK] if words.struck else []
    warnings += [CHANGED] if opened.body.child("tracked-changes") else []
    return ReadDocument(
        title=opened.title() or first or title_of(name),
        text=text,
        places=page,
        warnings=tuple(warnings),
    )


def _pages(opened: Opened, words: Words) -> Iterator[tuple[int, list[Element | str]]]:
    """The blocks of each page, with how many pages begin before them."""
    blocks: list[Element | str] = []
    breaks = 0
    for one in _flat(opened.body):
        inside = sum(1 for _ in one.all("soft-page-break")) + (one.name == "soft-page-break")
        before = one.name in {"p", "h"} and opened.style("paragraph", one).after_break
        if (before or one.name == "soft-page-break") and blocks:
            yield breaks, blocks
            blocks, breaks = [], 0
        breaks += before or one.name == "soft-page-break"
        blocks += [*words.of(one), *words.hanging()]
        if inside and one.name != "soft-page-break":  # what follows stands on a later page
            yield breaks, blocks
            blocks, breaks = [], inside
    yield breaks, blocks


def _flat(body: Element) -> Iterator[Element]:
    """Blocks in order, through sections."""
    for one in body.children:
        if one.name == "section" and one.attributes.get("display") != "none":
            yield from _flat(one)
        else:
            yield one
