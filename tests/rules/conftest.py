"""What the walks find their passages in."""

import pytest

from tests.rules.places import BOOK, PROMPTS
from tutor.evals.rules.walk import Seen, Walk, Way
from tutor.ids import CourseId, PersonaId
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore

FRACTIONS, PYTHON = "fractions", "first-steps-in-python"
WALKS = (  # course, persona, manner, seed, whether a hostile model words it
    (FRACTIONS, "patient-guide", "struggling", 11, False),
    (FRACTIONS, "patient-guide", "keen", 21, False),
    (FRACTIONS, "patient-guide", "keen", 22, True),
    (FRACTIONS, "patient-guide", "lazy", 23, True),
    (FRACTIONS, "patient-guide", "struggling", 24, True),
    (FRACTIONS, "patient-guide", "chatty", 25, False),
    (
        PYTHON,
        "pair-programmer",
        "keen",
        173,
        True,
    ),  # partly right responses are rare: these have some
    (PYTHON, "patient-guide", "keen", 120, True),
)


@pytest.fixture(scope="session")
async def library() -> Library:
    """All readings of the bundled courses."""
    made = Library(InMemoryPassageStore())
    for course in BOOK.all():
        await made.add_course(course)
    return made


@pytest.fixture(scope="session")
async def walks(library: Library) -> list[list[Seen]]:
    """Some learners' turns with the real tutor, in practice, with and without a model."""
    made = []
    for course, persona, manner, seed, hostile in WALKS:
        way = Way(
            course=CourseId(course), persona=PersonaId(persona), manner=manner, seed=seed,
            hostile=hostile,
        )  # fmt: skip
        made.append([seen async for seen in Walk(way, BOOK, library, PROMPTS).turns(120)])
    return made
