"""PDF files with a text layer: pages, columns, headings by size, running heads taken out."""

import importlib
import io
import re
from collections.abc import Sequence
from typing import Any

from tutor.errors import BadInput, MissingExtra
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._layout import Line, Piece, lines_of, markdown_of
from tutor.retrieval.readers._runs import pieces_of
from tutor.retrieval.readers._text import title_of

_MOST_PAGES = 5_000
# What reading a damaged file raises besides pypdf's own errors.
_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
_FROM_THE_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SCANNED = 20  # characters below which a page with an image counts as scanned


def parse(content: bytes, name: str) -> ReadDocument:
    """The text layer, page by page; scanned pages are said, protected files refused."""
    reader = _opened(content, name)
    pages: list[list[Line]] = []
    scanned: list[int] = []
    fonts: dict[object, Any] = {}
    for number, page in enumerate(reader.pages, 1):
        pieces = _pieces(page, fonts)
        if sum(len(one.text.strip()) for one in pieces) < _SCANNED and _has_image(page):
            scanned.append(number)
        pages.append(lines_of(pieces))
    text, heading = markdown_of(pages)
    return ReadDocument(
        title=_own_title(reader) or heading or title_of(name),
        text=text,
        places=len(pages),
        warnings=_warnings(scanned, len(pages)),
    )


def _opened(content: bytes, name: str) -> Any:
    pypdf = _pypdf()
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput("It is protected by a password.", where=name, do="Save it without one.")
        count = len(reader.pages)
    except (pypdf.errors.PyPdfError, *_DAMAGE) as broken:
        raise BadInput(
            "It is damaged or not what its suffix says.", where=name, do="Save it again."
        ) from broken
    if count > _MOST_PAGES:
        raise BadInput(f"It has more than {_MOST_PAGES:,} pages.", where=name, do="Cut it up.")
    return reader


def _pypdf() -> Any:
    try:
        importlib.import_module("pypdf.errors")
        return importlib.import_module("pypdf")
    except ImportError as missing:
        raise MissingExtra("Reading PDF files is not installed.", do="Install pypdf.") from missing


def _pieces(page: Any, fonts: dict[object, Any]) -> list[Piece]:
    """The page's words; those from right to left as pypdf turns them round, and what is damaged as far as it goes."""
    try:
        found = pieces_of(page, fonts)
    except (_pypdf().errors.PyPdfError, ImportError, *_DAMAGE):
        return _as_extracted(page)
    letters = "".join(one.text for one in found)
    return _as_extracted(page) if _FROM_THE_RIGHT.search(letters) else found


def _as_extracted(page: Any) -> list[Piece]:
    """The words as pypdf puts them together; how wide they are is guessed."""
    found: list[Piece] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] or tm[0] or 1) * abs(cm[3] or cm[0] or 1)
        face = str((font or {}).get("/BaseFont", "")).lower()
        found.append(Piece(x, y, round(abs(size * scale), 1) or 1.0, text, "bold" in face))

    try:
        page.extract_text(visitor_text=visit)
    except (_pypdf().errors.PyPdfError, *_DAMAGE):
        # One damaged page does not spoil the book; it comes out empty and so is warned of.
        return []
    return found


def _has_image(page: Any) -> bool:
    resources = page.get("/Resources") or {}
    return "/XObject" in (resources.get_object() if hasattr(resources, "get_object") else resources)


def _own_title(reader: Any) -> str:
    about = reader.metadata
    title = " ".join(str(about.title or "").split()) if about else ""
    made_by_programs = re.match(
        r"(?:microsoft word|untitled|document\d*$|.*\.(?:docx?|tex|pdf|html?)$)", title, re.I
    )
    return "" if made_by_programs else title


def _warnings(scanned: list[int], pages: int) -> tuple[str, ...]:
    if not scanned:
        return ()
    if len(scanned) == pages:
        return ("It is scanned: its pages are pictures without text. Run text recognition first.",)
    shown = ", ".join(map(str, scanned[:10])) + (" …" if len(scanned) > 10 else "")
    return (f"Pages without text, probably scanned: {shown}.",)
