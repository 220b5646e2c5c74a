"""A question in Spanish or Arabic in an English course: its words of the matter are looked up, or it is told the language."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.settings import bundled

CELLS = CourseId("cells-and-photosynthesis")


@pytest.mark.parametrize("text", ["qué es la clorofila", "ما هو الكلوروفيل"])
async def test_a_word_of_the_matter_is_explained_from_the_course(text: str) -> None:
    reply = await Talk(course=CELLS, courses=bundled("curricula")).say(text)
    assert "chlorophyll" in reply.text.casefold()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("por qué los volcanes tienen lava", "El curso está en inglés"),
        ("ليش البراكين فيها حمم", "هذه المادة بالإنجليزية"),
    ],
)
async def test_what_is_not_found_is_said_in_both_languages(text: str, told: str) -> None:
    reply = await Talk(course=CELLS, courses=bundled("curricula")).say(text)
    assert "This course is in English" in reply.text
    assert told in reply.text
