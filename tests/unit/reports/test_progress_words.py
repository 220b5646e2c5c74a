"""A learner's own page is worded in the language of the course."""

import string

import pytest

from tutor.learner_state.belief import Mastery
from tutor.reports.progress import word
from tutor.reports.progress_words import ENGLISH, TABLES


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", sorted(TABLES))
def test_a_language_words_every_step_and_response_with_the_same_values(language: str) -> None:
    words = TABLES[language]
    assert set(Mastery) <= words.keys() == ENGLISH.keys()
    for key, said in words.items():
        assert _values(said) == _values(ENGLISH[key]), key


def test_a_region_speaks_its_language_and_an_unknown_one_english() -> None:
    assert word(Mastery.NEARLY, "es-AR") == "Casi"
    assert word(Mastery.NEARLY, "sw") == "Nearly there"
