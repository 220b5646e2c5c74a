"""Slips of the keyboard: exactly the words that are one slip away are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.retrieval.language import Analyser, fold
from tutor.retrieval.spelling import Spelling, slips_between

_WORDS = st.text("abcd", min_size=4, max_size=7)


@given(_WORDS, st.lists(_WORDS, min_size=1, max_size=30, unique=True))
def test_an_unknown_word_becomes_one_that_is_a_single_slip_away(
    word: str, known: list[str]
) -> None:
    known = [one for one in known if one != word]
    spelling = Spelling(dict.fromkeys(known, 1), Analyser("sw"))
    near = {one for one in known if slips_between(word, one, 1)}
    mended = spelling.mended(word)
    if near:
        assert mended in near


def test_of_several_words_one_slip_away_the_commonest_is_meant() -> None:
    spelling = Spelling({"nation": 3, "ration": 9, "station": 1}, Analyser("sw"))
    assert spelling.mended("xation") == "ration"


def test_a_common_word_of_the_language_is_no_slip_of_another() -> None:
    spelling = Spelling({"root": 9, "plant": 9}, Analyser("en"))
    assert spelling.mended("a robot on a planet, or a plamt") == "a robot on a planet, or a plant"


def test_a_word_that_is_in_no_passage_any_more_is_not_offered() -> None:
    spelling = Spelling({"ration": 0, "nation": 1}, Analyser("sw"))
    assert spelling.mended("raation") == "raation"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stiinta", "știință"),
        ("tieng", "tiếng"),
        ("fotosintesis", "fotosíntesis"),
        ("isik", "ışık"),
    ],
)
def test_a_word_typed_without_its_accents_is_the_word(typed: str, meant: str) -> None:
    spelling = Spelling({meant: 1, "tierra": 5, "isim": 5}, Analyser("xx"))
    assert spelling.mended(typed) == meant


@pytest.mark.parametrize(
    ("one", "other"),
    [("١٩٧٣", "1973"), ("१९७३", "1973"), ("ज़मीन", "जमीन"), ("hoà bình", "hòa bình")],
)
def test_what_is_written_in_two_ways_is_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_tone_inside_a_syllable_stays_where_it_is() -> None:
    assert fold("hoàn toàn") == "hoàn toàn"
