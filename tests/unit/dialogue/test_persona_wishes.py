"""A persona that asks for what it cannot have is found, whatever words it uses; others are left alone.

Two files of rows, each written before any code read it. First read: 20 of 32 found and 0 of 24 false, then, after
mending by classes, 28 of 30 and 1 of 18 in the second.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.english import TONGUES
from tutor.curriculum.book import Book
from tutor.curriculum.persona import Contract, Persona
from tutor.dialogue.personas.contradictions import contradictions
from tutor.ids import CourseId, PersonaId
from tutor.settings import bundled

ROWS = Path(__file__).parents[2] / "data" / "personas"
BOOK = Book([bundled("curricula"), TONGUES])
BOOK.refresh()
TAUGHT_IN = {"en": BOOK.get(CourseId("fractions")), "es": BOOK.get(CourseId("taller"))}


def rows() -> list[dict[str, Any]]:
    return [
        row for file in sorted(ROWS.glob("*.yaml")) for row in yaml.safe_load(file.read_text("utf-8"))
    ]  # fmt: skip


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["voice"][:50])
def test_what_a_persona_cannot_have_is_found_and_nothing_else(row: dict[str, Any]) -> None:
    asked = dict(row)
    wrong, course = asked.pop("wrong"), TAUGHT_IN[asked["in"]]
    language = asked.pop("in")
    asked = {"reading_age": course.reading_age, **asked, "contract": Contract(asked["contract"])}
    persona = Persona(id=PersonaId("odd"), name="Odd", language=language, **asked)
    assert bool(contradictions(persona, course)) is wrong


def test_each_finding_says_what_to_do_and_is_said_once() -> None:
    course = TAUGHT_IN["en"]
    for row in rows():
        if row["in"] != "en":
            continue
        persona = Persona(
            id=PersonaId("odd"), name="Odd", voice=row["voice"], contract=Contract(row["contract"]),
            reading_age=course.reading_age,
        )  # fmt: skip
        found = contradictions(persona, course)
        assert all(do.endswith(".") and "{" not in what for _, what, do in found)
        assert len({(field, what) for field, what, _ in found}) == len(found)
