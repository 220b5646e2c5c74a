"""Reading documents into Markdown: one module for each format, named by the suffix it reads.

What comes in is hostile until proven otherwise: sizes and counts are limited, archives and XML are
opened with care, nothing is executed, and lines that read like orders to a model are taken out
and shown to the teacher.
"""

import hashlib
import importlib
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Protocol, cast

from tutor.errors import BadInput
from tutor.ids import CourseId, DocumentId
from tutor.retrieval.passage import StoredDocument

MOST_BYTES = 60_000_000
MOST_CHARACTERS = 12_000_000

_SAME_AS = {
    "markdown": "md", "htm": "html", "xhtml": "html", "text": "txt", "vtt": "srt", "tsv": "csv",
    "docm": "docx", "pptm": "pptx",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document as Markdown.

    Lines `<!-- page: 3 -->` (or slide, second) in `text` say where what follows stands; `places`
    counts them. `warnings` are sentences for the teacher; `quarantined` are the lines that were
    taken out because they address a model rather than a learner.
    """

    title: str
    text: str
    places: int = 0
    warnings: tuple[str, ...] = ()
    quarantined: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, source: Path | bytes, name: str) -> ReadDocument:
        """The document; `name` is its file name. Raises BadInput when it cannot be read."""
        ...


class _Parser(Protocol):
    """What a reader's module offers as `parse`: bytes in, document out."""

    def __call__(self, content: bytes, name: str) -> ReadDocument: ...


def known_suffixes() -> tuple[str, ...]:
    """The suffixes that can be read, without their dots."""
    modules = [one.stem for one in Path(__file__).parent.glob("[!_]*.py")]
    return tuple(sorted({*modules, *_SAME_AS}))


def reader_for(path: str | PurePath) -> Reader:
    """The reader for a file name's suffix; raises BadInput for one that nobody reads."""
    suffix = PurePath(path).suffix.lower().removeprefix(".")
    if suffix not in known_suffixes():
        raise BadInput(
            f"Files ending in “.{suffix}” cannot be read." if suffix else "The file has no suffix.",
            where=str(path),
            do=f"Save it as one of: {', '.join(known_suffixes())}.",
        )
    module = importlib.import_module(f"{__name__}.{_SAME_AS.get(suffix, suffix)}")
    parse = cast(_Parser, module.parse)

    def read(source: Path | bytes, name: str) -> ReadDocument:
        made = parse(_content(source, name), name)
        if len(made.text) > MOST_CHARACTERS:
            raise BadInput(
                f"The document holds more than {MOST_CHARACTERS:,} characters.",
                where=name,
                do="Cut it into several files.",
            )
        if not made.text.strip():
            warning = "No text was found in it."
            made = replace(made, warnings=(*made.warnings, warning))
        return quarantine(made)

    return read


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


_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|all|your|these|any)\b"
    r"[^.\n]{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|context)\b"
    r"|\b(?:you are|act as|pretend to be)\b[^.\n]{0,40}\b(?:chatgpt|language model|ai assistant|an ai|dan|jailbroken)\b"
    r"|\b(?:system prompt|developer message|<\|im_start\|>|<\|system\|>|\[/?INST\]|begin system)"
    r"|\b(?:reveal|print|repeat|output)\b[^.\n]{0,30}\b(?:system prompt|hidden instructions|your instructions|the answer key)\b"
    r"|\b(?:give|award|grade)\b[^.\n]{0,40}\b(?:full marks|highest (?:mark|grade|score)|100 ?%)[^.\n]{0,40}\b(?:regardless|always|no matter)\b"
    r"|^\s*(?:assistant|system)\s*:\s",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]")


def quarantine(read: ReadDocument) -> ReadDocument:
    """Take out unseen characters and lines that read like orders to a model."""
    kept: list[str] = []
    held: list[str] = []
    for line in _UNSEEN.sub("", read.text).splitlines():
        (held if _ORDERS.search(line) else kept).append(line)
    if not held:
        return replace(read, text="\n".join(kept).strip() + "\n" if kept else "")
    warning = f"{len(held)} lines read like orders to a language model; they were left out."
    return replace(
        read,
        text="\n".join(kept).strip() + "\n",
        warnings=(*read.warnings, warning),
        quarantined=tuple(line.strip() for line in held),
    )


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
