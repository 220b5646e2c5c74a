"""What is taken in at all: kinds, names and sizes of files, before anything reads them (pure)."""

from collections.abc import Sequence

from tutor.errors import BadInput
from tutor.ids import DocumentId
from tutor.retrieval.materials import Material
from tutor.retrieval.readers import MOST_BYTES, reader_for

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
