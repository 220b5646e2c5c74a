"""What is taken in: kinds, names and sizes of files, and what is stored of one that was read (pure)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from tutor.errors import BadInput
from tutor.ids import DocumentId
from tutor.retrieval.chunk import CHUNKER
from tutor.retrieval.materials import Decision, Held, Material, State, placed_digest
from tutor.retrieval.passage import StoredDocument
from tutor.retrieval.readers import MOST_BYTES, ReadDocument, reader_for

MOST_FILES = 1_000  # of a course
MOST_COURSE_BYTES = 2_000_000_000
LONGEST_NAME = 200


def check_file(name: str, content: bytes) -> None:
    """Raises BadInput for a file that would not be read anyway."""
    if not name.strip() or len(name) > LONGEST_NAME:
        raise BadInput("Its name is missing or too long.", where=name[:60], do="Rename it.")
    reader_for(name)
    if not content:
        raise BadInput("The file is empty.", where=name, do="Choose another.")
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise BadInput(f"The file is larger than {most} MB.", where=name, do="Cut it up.")


def check_room(known: Sequence[Material], new: DocumentId, size: int) -> None:
    """Raises BadInput when a course has no room for a file beside the `known` ones."""
    others = [one for one in known if one.id != new]
    if len(others) >= MOST_FILES:
        raise BadInput(f"A course has at most {MOST_FILES:,} files.", do="Remove some first.")
    if sum(one.size for one in others) + size > MOST_COURSE_BYTES:
        most = MOST_COURSE_BYTES // 1_000_000_000
        raise BadInput(f"A course’s files have at most {most} GB.", do="Remove some first.")


def read_of(
    material: Material, made: ReadDocument, now: datetime
) -> tuple[StoredDocument, Material]:
    """The document as it is stored, and the material once it is: decisions of old stay."""
    known = {one.text: one.decision for one in material.held}
    used = tuple(
        one for one in material.held
        if one.decision is Decision.USED and one.text in _flat(made.text)
    )  # fmt: skip
    held = tuple(
        Held(text=one.text, place=one.place, decision=known.get(one.text, Decision.OPEN))
        for one in dict.fromkeys(made.quarantined)
    )
    document = StoredDocument(
        id=material.id, course=material.course, title=made.title, path=material.name,
        digest=placed_digest(
            sha256(f"{CHUNKER}\x00{made.title}\x00{made.text}".encode()).hexdigest(), material.skills
        ),
        text=made.text,
    )  # fmt: skip
    ready = replace(
        material, state=State.READY, problem="", warnings=made.warnings, held=(*used, *held),
        places=made.places, served=material.digest, changed=now,
    )  # fmt: skip
    return document, ready


def _flat(text: str) -> str:
    return " ".join(text.split())
