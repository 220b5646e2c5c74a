"""A course's index of words in a file: mapped, not read, so that a start costs no analysis.

The file is a cache of the store. Its key says what it was made of; another key, another format
or a damaged file means that the index is made anew.

    8 bytes   length of the header, little-endian
    header    JSON: key, format, language, terms, passages, arrays (kind of number, length, place)
    arrays    one behind the other, each at a multiple of 64 bytes

The postings of pairs are read, not mapped (see `unmapped`).
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import fields as fields_of_type
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from tutor.ids import CourseId, DocumentId, PassageId, SkillId
from tutor.retrieval.bm25 import Array, Field, Numbers, Ragged
from tutor.retrieval.chunk import CHUNKER
from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.unmapped import READS, STEP, OpenFile, Stored, Unmapped
from tutor.retrieval.view import Fields, Line, Lines, View

FORMAT = 5  # another number makes every index anew: change it with the words' analysis
_STEP = 64
_PARTS = ("terms", "begins", "owner", "gain")


def place_of(folder: Path, course: CourseId) -> Path:
    """The file of a course."""
    return folder / f"{hashlib.sha256(course.encode()).hexdigest()[:32]}.words"


def key_of(digests: Mapping[DocumentId, str]) -> str:
    """What an index is made of: the documents and their digests."""
    parts = json.dumps([FORMAT, CHUNKER, sorted(digests.items())])
    return hashlib.sha256(parts.encode()).hexdigest()


def save(file: Path, view: View, language: str, key: str) -> None:
    """Write the file whole or not at all."""
    arrays = _arrays(view)
    lines = view.lines.lines
    documents = list(dict.fromkeys(line.document for line in lines))
    number = {document: at for at, document in enumerate(documents)}
    places: dict[str, tuple[str, int, int]] = {}
    at = 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, len(array), at)
        at += -(-array.nbytes // _STEP) * _STEP
    header = {
        "format": FORMAT, "key": key, "language": language, "terms": list(view.lines.numbers),
        "documents": documents, "skills": {n: one.skills for n, one in enumerate(lines) if one.skills},
        "passages": [(one.id, number[one.document], one.section) for one in lines],
        "fields": {name: (one.rows, one.most) for name, one in _fields(view).items()},
        "arrays": places, "length": at,
    }  # fmt: skip
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}")
    with fresh.open("wb") as out:
        out.write(len(head).to_bytes(8, "little"))
        out.write(head)
        out.write(b"\0" * (_begin(len(head)) - 8 - len(head)))
        for array in arrays.values():
            out.write(array.tobytes())
            out.write(b"\0" * (-array.nbytes % _STEP))
    fresh.replace(file)


def opened(file: Path, key: str, language: str = "") -> LexicalIndex | None:
    """The index of the file; None when there is none of this key (and language, if given)."""
    try:
        with file.open("rb") as source:
            length, size = int.from_bytes(source.read(8), "little"), file.stat().st_size
            if length > size:
                return None
            header = json.loads(source.read(length))
            if header["format"] != FORMAT or header["key"] != key:
                return None
            if language and header["language"] != language:
                return None
            if size != _begin(length) + header["length"]:  # cut off
                return None
            return _index(header, source, _begin(length))
    except (OSError, ValueError, KeyError):  # none, cut off or not ours: made anew
        return None


def _begin(length: int) -> int:
    return -(-(8 + length) // _STEP) * _STEP


def _arrays(view: View) -> dict[str, Array]:
    arrays: dict[str, Array] = {}
    for name in ("stems", "raw", "grams"):
        ragged: Ragged = getattr(view.lines, name)
        arrays[f"line.{name}.values"], arrays[f"line.{name}.ends"] = ragged.values, ragged.ends
    for name, field in _fields(view).items():
        for part in _PARTS:
            arrays[f"{name}.{part}"] = getattr(field, part)
    arrays["pairs.signposts"] = arrays["pairs.terms"][::STEP].copy()
    return arrays


def _fields(view: View) -> dict[str, Field]:
    held = {one.name: getattr(view.fields, one.name) for one in fields_of_type(Fields)}
    return {name: one.whole() if isinstance(one, Unmapped) else one for name, one in held.items()}


def _index(header: dict[str, Any], source: BinaryIO, begin: int) -> LexicalIndex:
    arrays = _mapped(header, source, begin)
    documents = [DocumentId(one) for one in header["documents"]]
    skills = {int(at): tuple(map(SkillId, theirs)) for at, theirs in header["skills"].items()}
    lines = tuple(
        Line(
            id=PassageId(id), document=documents[number], section=section, skills=skills.get(at, ())
        )
        for at, (id, number, section) in enumerate(header["passages"])
    )
    ragged = {
        name: Ragged(arrays[f"line.{name}.values"], arrays[f"line.{name}.ends"])
        for name in ("stems", "raw", "grams")
    }
    numbers = {term: number for number, term in enumerate(header["terms"])}

    def field(name: str) -> Field:
        rows, most = header["fields"][name]
        return Field(rows=rows, most=most, **{part: arrays[f"{name}.{part}"] for part in _PARTS})

    fields = Fields(
        stems=field("stems"),
        raw=field("raw"),
        pairs=_pairs(header, source, begin, arrays["pairs.signposts"]) if READS else field("pairs"),
        grams=field("grams"),
        page=field("page"),
    )
    held = Lines(lines=lines, numbers=numbers, **ragged)
    return LexicalIndex.of(header["language"], held, fields)


def _mapped(header: dict[str, Any], source: BinaryIO, begin: int) -> dict[str, Array]:
    mapped = np.memmap(source, dtype=np.uint8, mode="r", offset=begin)
    return {
        name: mapped[at : at + count * np.dtype(kind).itemsize].view(kind).view(np.ndarray)
        for name, (kind, count, at) in header["arrays"].items()
    }


def _pairs(header: dict[str, Any], source: BinaryIO, begin: int, signposts: Numbers) -> Unmapped:
    kept = OpenFile(source)
    stored = {
        part: Stored(kept, np.dtype(kind), count, begin + at)
        for part in _PARTS
        for kind, count, at in (header["arrays"][f"pairs.{part}"],)
    }
    rows, most = header["fields"]["pairs"]
    return Unmapped(rows, most, signposts, stored)
