"""A mistake in a persona's file is said in words for a teacher, with the field and the way out."""

from pathlib import Path

import pytest

from tests.support import COURSES
from tutor.curriculum.files import load, load_persona
from tutor.errors import BadCourse

COURSE = load(COURSES / "tiny").course


@pytest.mark.parametrize(
    ("line", "field", "says"),
    [
        ("contract: homewrok", "contract", "did you mean “homework”?"),
        ("contract: lax", "contract", "choose one of: practice, homework, quiz, exam"),
        ("voise: Warm", "voise", "did you mean “voice”?"),
        ("colour: red", "colour", "docs/courses.md"),
        ("strictness: very", "strictness", "“very” is not a whole number"),
        ("humour: 7", "humour", "at most 3"),
        ("reading_age: 3", "reading_age", "at least 5"),
        ("target: 75", "target", "at most 0.95"),
        ("beyond_course: maybe", "beyond_course", "neither true nor false"),
        ("samples: Hello there", "samples", "[Hello there]"),
        ('voice: ""', "voice", "Nothing stands here"),
    ],
)
def test_a_mistake_in_a_persona_is_said_plainly(
    tmp_path: Path, line: str, field: str, says: str
) -> None:
    assert COURSE is not None
    path = tmp_path / "odd.yaml"
    path.write_text(f"name: Odd one\n{line}\n", encoding="utf-8")
    with pytest.raises(BadCourse) as wrong:
        load_persona(path, COURSE)
    assert f"odd.yaml:2 [{field}]" in str(wrong.value)
    assert says in str(wrong.value)
    assert "Input" not in str(wrong.value)
