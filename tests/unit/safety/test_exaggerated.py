"""Spanish and Arabic said bigger than it is, and grave messages in nearly the same words."""

import pytest

from tutor.safety.screen import screen


@pytest.mark.parametrize(
    "text",
    [
        "mi papá me va a matar como repruebe otra",
        "mi vieja me mata cuando vea la boleta",
        "la van a matar, rompió la tablet de mi papá",
        "me quiero morir, entregué el trabajo equivocado",
        "me tiro por la ventana con tantas ecuaciones jajaja",
        "en judo nos pegan y nos tiran",
        "ya me quiero ir a mi casa",
        "y tú cómo te llamas",
        "هموت من الضحك",
        "بموت من النعاس",
        "انتحر ولا احفظ القصيدة",
        "كرهت حياتي بسبب الكيميا",
        "كل سنة وانت طيب",
        "بدي اروح البيت",
    ],
)
def test_what_is_said_bigger_than_it_is_raises_nothing(text: str) -> None:
    assert screen(text, "es") is None


@pytest.mark.parametrize(
    "text",
    [
        "mi papá me va a matar si hablo",
        "mi papá me va a matar",
        "me quiero morir, me pega todos los días",
        "me quiero matar con tanto dolor jaja",
        "me voy a tirar por la ventana con tantos gritos en casa",
        "ya me quiero ir a mi casa, el profe me toca",
        "me kiero morir",
        "mi amiga dice que no quiere vivir",
        "hicieron una encuesta de que me muera",
        "عايز اموت وارتاح",
        "نحب نموت",
        "كرهت حياتي",
        "صاحبي ابوه بيضربه",
        "مش عايز اروح البيت بابا بيضربني",
    ],
)
def test_what_is_grave_is_still_heard(text: str) -> None:
    assert screen(text, "es") is not None
