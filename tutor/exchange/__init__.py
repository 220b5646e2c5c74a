"""Items from and to other programs, one module for each format; a course proposed from documents.

What cannot be carried over is said, item by item. Files that come in are hostile until proven
otherwise: archives, XML and pages are opened by `retrieval.opening`, nothing is executed.
"""

import importlib
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from tutor.errors import BadInput

if TYPE_CHECKING:
    from tutor.exchange.draft import Draft, Exchanged, Written

MOST_BYTES = 60_000_000


class Format(StrEnum):
    """The formats; each is a module of this package."""

    GIFT = "gift"
    MOODLE = "moodle"
    QTI = "qti"
    QTI12 = "qti12"
    CSV = "csv"
    OATUTOR = "oatutor"
    ANKI = "anki"


WRITTEN = (Format.GIFT, Format.QTI, Format.ANKI, Format.CSV)
_SUFFIXES = {
    "gift": Format.GIFT, "txt": Format.GIFT, "zip": Format.QTI, "imscc": Format.QTI12, "csv": Format.CSV, "tsv": Format.CSV,
    "json": Format.OATUTOR, "jsonl": Format.OATUTOR, "apkg": Format.ANKI, "colpkg": Format.ANKI,
}  # fmt: skip


class _Module(Protocol):
    def read(self, content: bytes, name: str) -> "Exchanged": ...
    def write(self, drafts: "tuple[Draft, ...]", title: str) -> "Written": ...


def format_of(name: str, content: bytes) -> Format:
    """The format by the file's suffix; for XML, packages and texts by what stands in it. Raises BadInput."""
    from tutor.exchange.notes import notes_in_text
    from tutor.exchange.qti12 import holds_items

    suffix = PurePath(name).suffix.lower().removeprefix(".")
    if suffix == "xml":
        if b"<questestinterop" in content[:4_000]:
            return Format.QTI12
        return Format.MOODLE if b"<quiz" in content[:4_000] else Format.QTI
    if suffix == "zip" and content.startswith(b"PK"):
        return Format.QTI12 if holds_items(content, name) else Format.QTI
    if suffix in {"txt", "tsv"} and notes_in_text(content, name):
        return Format.ANKI
    if suffix not in _SUFFIXES:
        raise BadInput(
            "Items cannot be read from a file with this suffix.",
            where=name,
            do=f"Give one of: {', '.join(sorted({*_SUFFIXES, 'xml'}))}, or say --format.",
        )
    return _SUFFIXES[suffix]


def read(content: bytes, name: str, form: Format) -> "Exchanged":
    """The items of a file, and what could not be carried over; raises BadInput for a damaged one."""
    if len(content) > MOST_BYTES:
        raise BadInput(f"The file is larger than {MOST_BYTES // 1_000_000} MB.", where=name)
    return _module(form).read(content, name)


def write(drafts: "tuple[Draft, ...]", title: str, form: Format) -> "Written":
    """The items as a file of a format in `WRITTEN`; raises BadInput for another."""
    if form not in WRITTEN:
        known = ", ".join(WRITTEN)
        raise BadInput(f"Items are not written as {form}.", do=f"Use one of: {known}.")
    return _module(form).write(drafts, title)


def _module(form: Format) -> _Module:
    return cast(_Module, importlib.import_module(f"{__name__}.{form}"))
