"""Every language in which the tutor words its moves says everything, with the same slots."""

import re
import string

import pytest

from tutor.curriculum.course import MaterialKind
from tutor.dialogue.face import labels
from tutor.dialogue.phrases import EN, TABLES, Speaker, table_of
from tutor.learner_state.events import Felt


def _slots(phrasing: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrasing) if name}


@pytest.mark.parametrize("language", sorted(set(TABLES) - {"en"}))
def test_a_language_has_a_phrasing_for_everything(language: str) -> None:
    assert TABLES[language].keys() == EN.keys()


@pytest.mark.parametrize("language", sorted(set(TABLES) - {"en"}))
def test_its_phrasings_fill_no_slot_that_the_english_ones_do_not(language: str) -> None:
    for key, phrasings in TABLES[language].items():
        known = set().union(*map(_slots, EN[key]))
        for phrasing in phrasings:
            assert _slots(phrasing) <= known, (key, phrasing)


@pytest.mark.parametrize("language", sorted(TABLES))
def test_a_phrasing_asks_one_thing_at_most(language: str) -> None:
    for key, phrasings in TABLES[language].items():
        for phrasing in phrasings:
            assert len(re.findall(r"[?؟]", phrasing)) <= 1, (key, phrasing)


def test_a_region_speaks_its_language_and_an_unknown_one_english() -> None:
    assert table_of("es-MX") is TABLES["es"]
    assert table_of("xx") is EN
    assert Speaker(0, 0, table_of("es")).say("tell.answer", answer="3") == "La respuesta es **3**."


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_way_into_a_skill_and_every_feeling_has_a_quick_reply(language: str) -> None:
    say = labels(language)
    keys = [*(f"button.way.{kind}" for kind in MaterialKind), *(f"button.felt.{f}" for f in Felt)]
    assert all(say(key) for key in keys)


def test_a_quick_reply_says_the_same_in_every_turn() -> None:
    for table in TABLES.values():
        assert all(len(said) == 1 for key, said in table.items() if key.startswith("button."))
