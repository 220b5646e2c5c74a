"""What a reader of a page does not see, or sees only as a mark."""

import re

from tutor.retrieval.readers._tree import Element

_LEFT_OUT = frozenset([
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button",
    "select", "svg", "iframe", "object", "head", "audio", "video", "canvas", "dialog", "del",
    "s", "strike", "rt", "rp",
])  # fmt: skip
_NOTE_MARKS = frozenset([
    "doc-noteref", "doc-backlink", "noteref", "footnote-ref", "footnote-back", "sdfootnoteanc",
    "sdfootnotesym", "sdendnoteanc", "sdendnotesym",
])  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\D|$)|opacity\s*:\s*0(?:[^.\d]|$)"
    r"|text-decoration(?:-line)?\s*:[^;]*line-through"
)


def is_left_out(one: Element) -> bool:
    """Whether a page does not show an element, or shows it beside its text."""
    shown = one.attributes
    return (
        one.name in _LEFT_OUT
        or "hidden" in shown
        or shown.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(shown.get("style", "").lower()))
        or shown.get("role") in {"navigation", "banner", "contentinfo", "search"}
    )


def is_note_mark(one: Element) -> bool:
    """Whether a link leads to a note or back from one: it is a number or an arrow."""
    shown = one.attributes
    about = f"{shown.get('role', '')} {shown.get('epub:type', '')} {shown.get('class', '')}".split()
    return not _NOTE_MARKS.isdisjoint(about)
