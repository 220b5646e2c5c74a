"""Which language a short message is in."""

import pytest

from tutor.safety.normal import forms
from tutor.safety.tongue import is_arabic, is_english, is_spanish


@pytest.mark.parametrize(
    "text",
    [
        "mi papá está en la casa",
        "odio las mates",
        "¿cómo murió Mozart?",
        "me corté con el papel",
        "ya no quiero vivir",
        "explícame otra vez",
        "my mum me pega when she's drunk, no sé qué hacer",
        "tarea, tarea y más tarea.",
    ],
)
def test_a_few_words_of_a_pupils_day_are_spanish(text: str) -> None:
    assert is_spanish(forms(text)[-1].split())


@pytest.mark.parametrize(
    "text",
    [
        "my dad is home",
        "y = 2x + 3 so x is 4",
        "give me no hints",
        "what does the tornado do to la plaza",
        "who is el cid",
        "Aaron and me",
        "asdf",
        "no",
        "",
    ],
)
def test_names_and_formulas_do_not_make_english_spanish(text: str) -> None:
    assert is_english(forms(text)[-1].split())


def test_one_arabic_word_makes_a_message_arabic() -> None:
    assert is_arabic(["x", "ابوي"])
    assert not is_english(["ابوي", "في", "البيت"])
