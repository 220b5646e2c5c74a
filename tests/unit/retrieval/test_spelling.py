"""Slips of the keyboard: exactly the words that are one slip away are found."""

from hypothesis import given
from hypothesis import strategies as st

from tutor.retrieval.language import Analyser
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


def test_a_word_that_is_in_no_passage_any_more_is_not_offered() -> None:
    spelling = Spelling({"ration": 0, "nation": 1}, Analyser("sw"))
    assert spelling.mended("raation") == "raation"
