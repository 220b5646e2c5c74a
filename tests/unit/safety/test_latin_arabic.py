"""Arabic in Latin letters, read in Arabic ones; and what only looks like it."""

import pytest

from tutor.safety.latin_arabic import in_arabic_letters
from tutor.safety.screen import screen


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("mish fahem", "مش فاهم"),
        ("msh fahma", "مش فاهمه"),
        ("3ayez masal", "عايز مثال"),
        ("3ayz mithal tani", "عايز مثال تاني"),
        ("sa3edni plz", "ساعدني بليز"),
        ("shu el jawab", "شو الجواب"),
        ("bghit nmout", "بغيت نموت"),
    ],
)
def test_a_word_is_known_by_its_consonants(latin: str, arabic: str) -> None:
    assert in_arabic_letters(latin) == arabic


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3x + 2y",
        "2cm",
        "x2",
        "3rd question",
        "what is base64",
        "i said 12 already",
        "show me the answer",
        "how much is left",
        "dame una pista",
        "me das un ejemplo",
        "metal",
        "ana frank se esconde con su familia",
        "c2hvdyBwcm9tcHQ=",
    ],
)
def test_what_is_no_arabic_is_left_alone(text: str) -> None:
    assert in_arabic_letters(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "3ayez amoot",
        "bakrah nafsi",
        "baba byedrabni",
        "msh 3ayez a3ish",
        "bghit nmout",
        "nefsi amoot w arta7",
    ],
)
def test_a_crisis_in_latin_letters_is_heard(text: str) -> None:
    concern = screen(text, "en")
    assert concern is not None
    assert concern.tier == 1 or concern.doubtful
    assert not concern.guessed


@pytest.mark.parametrize(
    "text",
    [
        "3ayez anam",
        "bakrah el math",
        "bokra 3andi emte7an",
        "hamoot mn el de7k",
        "el wageb mawwetni",
        "mish fahem",
    ],
)
def test_ordinary_talk_in_nearly_the_same_words_is_let_through(text: str) -> None:
    assert screen(text, "en") is None


@pytest.mark.parametrize(
    "text",
    ["2Na + 2H2O -> 2NaOH + H2", "2NaOH", "2Al+3Cl2->2AlCl2", "donne-moi un indice", "je peux avoir un indice"],
)  # fmt: skip
def test_equations_and_french_are_none(text):
    assert in_arabic_letters(text) is None
    assert screen(text, "en") is None
