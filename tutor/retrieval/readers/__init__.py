"""Reading documents into Markdown: one module for each format, named by the suffix it reads.

What comes in is hostile until proven otherwise: sizes and counts are limited, archives and XML are
opened with care, nothing is executed, and lines that read like orders to a model are taken out
and shown to the teacher.
"""

import hashlib
import importlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Protocol, cast

from tutor.errors import BadInput
from tutor.ids import CourseId, DocumentId
from tutor.retrieval.passage import StoredDocument
from tutor.retrieval.readers._orders import HeldBack as HeldBack
from tutor.retrieval.readers._orders import spoken_place as spoken_place
from tutor.retrieval.readers._orders import without_orders

MOST_BYTES = 60_000_000
MOST_CHARACTERS = 12_000_000

_SAME_AS = {
    "markdown": "md", "htm": "html", "xhtml": "html", "text": "txt", "vtt": "srt", "tsv": "csv",
    "docm": "docx", "pptm": "pptx", "xml": "cnxml",
}  # fmt: skip

# What teachers have besides, and what to do with it.
_INSTEAD = {
    "doc rtf pages wpd fodt": "Save it as Word (.docx), as OpenDocument (.odt) or as PDF.",
    "ppt key pps ppsx fodp": "Save it as PowerPoint (.pptx), as OpenDocument (.odp) or as PDF.",
    "xls xlsx ods numbers": "Save the sheet as CSV.",
    "png jpg jpeg gif webp heic tif tiff bmp svg": "A picture holds no text: run text recognition and save it as PDF.",
    "mp3 mp4 m4a mov avi mkv webm wav ogg": "Sound and films are not read: add their subtitles (.srt or .vtt).",
    "zip rar 7z tar gz": "Unpack it and add the files that are in it.",
    "mobi azw azw3": "Save it as EPUB.",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document as Markdown.

    Lines `<!-- page: 3 -->` (or slide, second) in `text` say where what follows stands; `places`
    counts them; 0 in a mark ends the place. `warnings` are sentences for the teacher;
    `quarantined` is what was taken out because it addresses a model rather than a learner.
    """

    title: str
    text: str
    places: int = 0
    warnings: tuple[str, ...] = ()
    quarantined: tuple[HeldBack, ...] = ()


class Reader(Protocol):
    """Reads one format."""

    def __call__(
        self, source: Path | bytes, name: str, allowed: Collection[str] = ()
    ) -> ReadDocument:
        """The document; `name` is its file name, `allowed` what a teacher let in although it reads
        like orders to a model. Raises BadInput when it cannot be read."""
        ...


class Parser(Protocol):
    """What a reader's module offers as `parse`: bytes in, document out."""

    def __call__(self, content: bytes, name: str) -> ReadDocument: ...


def known_suffixes() -> tuple[str, ...]:
    """The suffixes that can be read, without their dots."""
    modules = [one.stem for one in Path(__file__).parent.glob("[!_]*.py")]
    return tuple(sorted({*modules, *_SAME_AS}))


def reader_for(path: str | PurePath) -> Reader:
    """The reader for a file name's suffix; raises BadInput for one that nobody reads."""
    parse = parser_for(path)

    def read(source: Path | bytes, name: str, allowed: Collection[str] = ()) -> ReadDocument:
        made = parse(_content(source, name), name)
        if len(made.text) > MOST_CHARACTERS:
            raise BadInput(
                f"The document holds more than {MOST_CHARACTERS:,} characters.",
                where=name,
                do="Cut it into several files.",
            )
        if not made.text.strip():
            made = replace(made, warnings=made.warnings or ("No text was found in it.",))
        return quarantine(made, allowed)

    return read


def parser_for(path: str | PurePath) -> Parser:
    """What reads the bytes of a file with this suffix, orders to a model and all.

    For readers of files that hold files; everybody else takes `reader_for`. Raises BadInput.
    """
    suffix = PurePath(path).suffix.lower().removeprefix(".")
    if suffix not in known_suffixes():
        raise BadInput(
            f"Files ending in “.{suffix}” cannot be read." if suffix else "The file has no suffix.",
            where=str(path),
            do=_advice(suffix),
        )
    module = importlib.import_module(f"{__name__}.{_SAME_AS.get(suffix, suffix)}")
    return cast(Parser, module.parse)


def _advice(suffix: str) -> str:
    """What to do with a file that nobody reads."""
    found = next((do for known, do in _INSTEAD.items() if suffix in known.split()), "")
    return found or f"Save it as one of: {', '.join(known_suffixes())}."


def read_file(path: Path) -> ReadDocument:
    """Read a file by its suffix."""
    return reader_for(path)(path, path.name)


def as_document(
    read: ReadDocument, content: bytes, *, document: DocumentId, course: CourseId, path: str
) -> StoredDocument:
    """The document as the store keeps it; the digest is that of the file's bytes."""
    return StoredDocument(
        id=document,
        course=course,
        title=read.title,
        path=path,
        digest=hashlib.sha256(content).hexdigest(),
        text=read.text,
    )


def quarantine(read: ReadDocument, allowed: Collection[str] = ()) -> ReadDocument:
    """Take out unseen characters and words that read like orders to a model; `allowed` ones stay."""
    text, held = without_orders(read.text, allowed)
    title = " ".join(without_orders(read.title)[0].split()) or "Untitled"
    warnings = tuple(without_orders(one)[0].strip() for one in read.warnings)
    return replace(read, title=title, text=text, warnings=warnings, quarantined=held)


def _content(source: Path | bytes, name: str) -> bytes:
    if isinstance(source, Path):
        try:
            size = source.stat().st_size
            content = source.read_bytes() if size <= MOST_BYTES else b""
        except OSError as unread:
            raise BadInput(f"The file cannot be read: {unread.strerror}.", where=name) from unread
    else:
        size, content = len(source), source
    if size > MOST_BYTES:
        raise BadInput(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB.",
            where=name,
            do="Cut it into several files.",
        )
    return content
