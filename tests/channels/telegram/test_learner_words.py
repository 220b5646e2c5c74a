"""The bot speaks to a learner in the language of the course: every sentence, with the same values."""

import re
import string
from pathlib import Path

import pytest

from tutor.channels.telegram import channel, learners
from tutor.channels.telegram.courses import course_notes
from tutor.channels.telegram.learner_words import TABLES, say
from tutor.channels.telegram.words import ENGLISH

SOURCES = [Path(str(module.__file__)) for module in (learners, channel)]


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _named() -> set[str]:
    """The names of sentences in the code that answers learners, as far as they are whole."""
    text = "".join(path.read_text() for path in SOURCES)
    return set(re.findall(r'"(\w+)"', text)) & ENGLISH.keys()


@pytest.mark.parametrize("language", sorted(set(TABLES) - {"en"}))
def test_a_language_has_every_sentence_that_a_learner_may_get(language: str) -> None:
    assert _named() - {"unlinked"} <= TABLES[language].keys() <= ENGLISH.keys()


@pytest.mark.parametrize("language", sorted(set(TABLES) - {"en"}))
def test_a_sentence_names_the_same_values(language: str) -> None:
    for name, said in TABLES[language].items():
        assert _values(said) == _values(ENGLISH[name]), name


def test_an_unknown_language_is_answered_in_english() -> None:
    assert say("kept", "es-MX") == "De acuerdo, todo queda como está."
    assert say("kept", "sw") == ENGLISH["kept"]
    assert course_notes([], "es")[0].text == "¿En qué curso trabajamos?"
