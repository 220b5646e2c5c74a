"""A course's index of words in a file: mapped, not read, so that a start costs no analysis.

The file is a cache of the store. Its key says what it was made of; another key, another format
or a damaged file means that the index is made anew.

    16 bytes  where the header begins, and its length, little-endian
    arrays    one behind the other, each at a multiple of 64 bytes
    header    JSON: key, format, language, terms, passages, arrays (kind of number, length, place)

The postings of pairs are read, not mapped (see `unmapped`).
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from tutor.ids import CourseId, DocumentId, PassageId, SkillId
from tutor.retrieval.bm25 import Array, Field, Numbers, Ragged
from tutor.retrieval.chunk import CHUNKER
from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.unmapped import READS, STEP, OpenFile, Stored, Unmapped
from tutor.retrieval.view import Fields, Line, Lines

FORMAT = 6  # another number makes every index anew: change it with the words' analysis
_STEP = 64
_RAGGED = ("stems", "raw", "grams")
_PARTS = ("terms", "begins", "owner", "gain")


def place_of(folder: Path, course: CourseId) -> Path:
    """The file of a course."""
    return folder / f"{hashlib.sha256(course.encode()).hexdigest()[:32]}.words"


def key_of(digests: Mapping[DocumentId, str]) -> str:
    """What an index is made of: the documents and their digests."""
    parts = json.dumps([FORMAT, CHUNKER, sorted(digests.items())])
    return hashlib.sha256(parts.encode()).hexdigest()


def save(
    file: Path, lines: Lines, fields: Iterable[tuple[str, Field]], language: str, key: str
) -> None:
    """Write the file whole or not at all; each field once it is given, so that none need be kept."""
    documents = list(dict.fromkeys(line.document for line in lines.lines))
    number = {document: at for at, document in enumerate(documents)}
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}")
    with fresh.open("wb") as out:
        arrays = _Arrays(out)
        for name in _RAGGED:
            ragged: Ragged = getattr(lines, name)
            arrays.add(f"line.{name}.values", ragged.values)
            arrays.add(f"line.{name}.ends", ragged.ends)
        shapes: dict[str, tuple[int, float]] = {}
        for name, field in fields:
            shapes[name] = (field.rows, field.most)
            for part in _PARTS:
                arrays.add(f"{name}.{part}", getattr(field, part))
            if name == "pairs":
                arrays.add("pairs.signposts", field.terms[::STEP].copy())
            del field  # or it would stay while the next one is made
        header = {
            "format": FORMAT, "key": key, "language": language, "terms": list(lines.numbers),
            "documents": documents, "skills": {n: one.skills for n, one in enumerate(lines.lines) if one.skills},
            "passages": [(one.id, number[one.document], one.section) for one in lines.lines],
            "fields": shapes, "arrays": arrays.places,
        }  # fmt: skip
        arrays.end(json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode())
    fresh.replace(file)


def filed(words: LexicalIndex, file: Path, key: str) -> LexicalIndex:
    """The same words in a file, mapped: they take less memory."""
    save(file, words.lines(), words.fields(), words.analyser.language, key)
    return opened(file, key) or words


def opened(file: Path, key: str, language: str = "") -> LexicalIndex | None:
    """The index of the file; None when there is none of this key (and language, if given)."""
    try:
        with file.open("rb") as source:
            size = file.stat().st_size
            begin, length = (int.from_bytes(source.read(8), "little") for _ in range(2))
            if size != begin + length or begin < _STEP:  # cut off, or not ours
                return None
            source.seek(begin)
            header = json.loads(source.read(length))
            if header["format"] != FORMAT or header["key"] != key:
                return None
            if language and header["language"] != language:
                return None
            return _index(header, source)
    except (OSError, ValueError, KeyError):  # none, cut off or not ours: made anew
        return None


class _Arrays:
    """Arrays written one behind the other, with the places where they begin."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._at = out, _STEP
        out.write(b"\0" * _STEP)
        self.places: dict[str, tuple[str, int, int]] = {}

    def add(self, name: str, array: Array) -> None:
        self.places[name] = (array.dtype.str, len(array), self._at)
        self._out.write(np.ascontiguousarray(array).data)
        self._out.write(b"\0" * (-array.nbytes % _STEP))
        self._at += -(-array.nbytes // _STEP) * _STEP

    def end(self, header: bytes) -> None:
        """Write the header, and where it is."""
        self._out.write(header)
        self._out.seek(0)
        self._out.write(self._at.to_bytes(8, "little") + len(header).to_bytes(8, "little"))


def _index(header: dict[str, Any], source: BinaryIO) -> LexicalIndex:
    arrays = _mapped(header, source)
    documents = [DocumentId(one) for one in header["documents"]]
    skills = {int(at): tuple(map(SkillId, theirs)) for at, theirs in header["skills"].items()}
    lines = tuple(
        Line(
            id=PassageId(id), document=documents[number], section=section, skills=skills.get(at, ())
        )
        for at, (id, number, section) in enumerate(header["passages"])
    )
    ragged = {
        name: Ragged(arrays[f"line.{name}.values"], arrays[f"line.{name}.ends"]) for name in _RAGGED
    }
    numbers = {term: number for number, term in enumerate(header["terms"])}

    def field(name: str) -> Field:
        rows, most = header["fields"][name]
        return Field(rows=rows, most=most, **{part: arrays[f"{name}.{part}"] for part in _PARTS})

    fields = Fields(
        stems=field("stems"),
        raw=field("raw"),
        pairs=_pairs(header, source, arrays["pairs.signposts"]) if READS else field("pairs"),
        grams=field("grams"),
        page=field("page"),
    )
    held = Lines(lines=lines, numbers=numbers, **ragged)
    return LexicalIndex.of(header["language"], held, fields)


def _mapped(header: dict[str, Any], source: BinaryIO) -> dict[str, Array]:
    mapped = np.memmap(source, dtype=np.uint8, mode="r")
    return {
        name: mapped[at : at + count * np.dtype(kind).itemsize].view(kind).view(np.ndarray)
        for name, (kind, count, at) in header["arrays"].items()
    }


def _pairs(header: dict[str, Any], source: BinaryIO, signposts: Numbers) -> Unmapped:
    kept = OpenFile(source)
    stored = {
        part: Stored(kept, np.dtype(kind), count, at)
        for part in _PARTS
        for kind, count, at in (header["arrays"][f"pairs.{part}"],)
    }
    rows, most = header["fields"]["pairs"]
    return Unmapped(rows, most, signposts, stored)
