"""What the walks find their passages in."""

import pytest

from tests.rules.places import BOOK
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore


@pytest.fixture(scope="session")
async def library() -> Library:
    """All readings of the bundled courses."""
    made = Library(InMemoryPassageStore())
    for course in BOOK.all():
        await made.add_course(course)
    return made
