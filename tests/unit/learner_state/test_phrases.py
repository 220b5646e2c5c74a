"""Reasons and evidence are said in the language of the course, with the same values."""

import string
from datetime import UTC, datetime, timedelta

import pytest

from tutor.learner_state.phrases import ENGLISH, TABLES, coming_day, day_name, words_of

SATURDAY = datetime(2026, 5, 9, 12, tzinfo=UTC)


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", sorted(set(TABLES) - {"en"}))
def test_a_language_says_everything_with_the_same_values(language: str) -> None:
    words = TABLES[language]
    assert words.keys() == ENGLISH.keys()
    for key, said in words.items():
        assert _values(said) == _values(ENGLISH[key]), key


@pytest.mark.parametrize("language", sorted(TABLES))
def test_a_language_names_seven_days_and_twelve_months(language: str) -> None:
    assert len(TABLES[language]["days"].split(",")) == 7
    assert len(TABLES[language]["months"].split(",")) == 12


def test_a_day_is_said_as_spanish_says_it() -> None:
    spanish = words_of("es-CO")
    assert day_name(SATURDAY - timedelta(days=3), SATURDAY, spanish) == "el miércoles"
    assert day_name(SATURDAY - timedelta(days=30), SATURDAY, spanish) == "el 9 de abril"
    assert coming_day(SATURDAY + timedelta(days=1), SATURDAY, spanish) == "mañana"


def test_a_language_without_a_table_is_spoken_to_in_english() -> None:
    assert words_of("sw") is ENGLISH
