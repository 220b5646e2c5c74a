"""A common word is no misspelling of another; what sounds like the answer is one."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.text.common_words import is_common
from tutor.items.text.sounds import sound
from tutor.items.text.spelling import misspelt, nearly_misspelt
from tutor.items.types import item_type


@pytest.mark.parametrize(
    ("typed", "meant", "language"),
    [("advert", "adverb", "en"), ("platitude", "latitude", "en"), ("feature", "creature", "en"),
     ("cédula", "célula", "es"), ("cedula", "célula", "es"), ("mental", "metal", "en")],
)  # fmt: skip
def test_a_common_word_is_not_a_slip(typed: str, meant: str, language: str) -> None:
    assert is_common(typed, language)
    assert not misspelt(typed, meant, language=language)


def test_a_common_word_as_near_as_a_slip_is_asked_about() -> None:
    assert nearly_misspelt("advert", "adverb")
    assert not nearly_misspelt("advance", "adverb")
    grade = item_type("short")({"answer": "adverb"}, Context()).grade("advert")
    assert grade.verdict is Verdict.UNREADABLE


@pytest.mark.parametrize(
    ("typed", "meant", "language"),
    [("silia", "cilia", "en"), ("likwid", "liquid", "en"), ("fotosynthesis", "photosynthesis", "en"),
     ("kwartz", "quartz", "en"), ("selula", "célula", "es"), ("tegido", "tejido", "es")],
)  # fmt: skip
def test_what_sounds_alike_is_a_slip(typed: str, meant: str, language: str) -> None:
    assert sound(typed, language) == sound(meant, language)
    assert misspelt(typed, meant, language=language)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("tegido", Verdict.CORRECT), ("tejidos", Verdict.CORRECT), ("tejida", Verdict.CORRECT),
     ("tejado", Verdict.UNREADABLE), ("teja", Verdict.INCORRECT)],
)  # fmt: skip
def test_spanish_words_of_one_stem_are_not_one_word(said: str, verdict: Verdict) -> None:
    assert (
        item_type("short")({"answer": "tejido"}, Context(language="es")).grade(said).verdict
        is verdict
    )


@pytest.mark.parametrize("typed", ["silica", "chili", "sila"])
def test_sound_does_not_join_other_words(typed: str) -> None:
    assert not misspelt(typed, "cilia")


def test_what_sounds_like_another_term_is_not_the_answer() -> None:
    assert not misspelt("sitosol", "cytosol", rivals=["sitosol"])
    assert not misspelt("kation", "cations", rivals=["cation"])


@pytest.mark.parametrize("language", ["fr", "de", "ar", "xx"])
def test_a_language_without_a_list_has_no_common_words(language: str) -> None:
    assert not is_common("advert", language)
    assert sound("maison", language) == "maison"
