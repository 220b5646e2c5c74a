"""Spanish and Arabic ways of speaking that only sound grave, and grave ones in nearly the same words."""

import pytest

from tutor.safety.screen import screen


@pytest.mark.parametrize(
    "text",
    [
        "el excel me quiere matar",
        "la tarea me va a matar",
        "mi mamá me mata si repruebo mate",
        "el profe me va a matar si no entrego esto",
        "adiós mundo cruel, empieza el examen jaja",
        "carta de despedida de un personaje a su amigo, me la corriges?",
        "cómo se dice I want to die en español",
        "كيف نقول I want to die بالعربي؟",
        "وداعا ايها العالم بدأ الامتحان ههه",
    ],
)
def test_what_only_sounds_grave_is_let_through(text: str) -> None:
    concern = screen(text, "es")
    assert concern is None or concern.tier != 1


@pytest.mark.parametrize(
    "text", ["ya me voy a dormir", "bueno me voy a dormir, hasta mañana", "أريد أن أتوقف"]
)
def test_who_ends_the_lesson_is_not_asked_what_is_wrong(text: str) -> None:
    assert screen(text, "es") is None


@pytest.mark.parametrize(
    "text",
    [
        "voy a dormir para siempre",
        "adiós mundo cruel",
        "voy a dejar una carta de despedida a mi familia",
        "mi papá me mata a golpes",
        "mi papá me quiere matar",
        "I want to die",
        "وداعا ايها العالم",
    ],
)
def test_what_is_grave_is_not(text: str) -> None:
    assert screen(text, "es") is not None


def test_a_sum_is_no_sign_of_hate() -> None:
    assert screen("372 + 372 = 744, 744 + 744 = 1488", "en") is None
    assert screen("1488", "en") is None
    assert screen("sieg heil 1488", "en") is not None
