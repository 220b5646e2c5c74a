"""Normalising, tokens, stems, slips of spelling, and denials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.confusable import known_apart
from tutor.items.text.phrases import denied_before, last_thought
from tutor.items.text.speech import speech
from tutor.items.text.spelling import distance, misspelt, same_word
from tutor.items.text.words import PAUSE, STOP, stem, tokens, words

ENGLISH = speech("en")


def test_markup_is_written_plainly() -> None:
    assert without_markup(r"$\frac{1}{2} \times x$") == "1/2 × x"
    assert without_markup("**bold** and `code`") == "bold and code"
    assert without_markup(r"costs \$5") == "costs 5"
    assert without_markup("snake_case_name") == "snake_case_name"


def test_typographic_characters_become_plain() -> None:
    assert normal("  It’s\u00a0“X” — Ｙ ") == 'it\'s "x" - y'


@pytest.mark.parametrize("text", ["", "  \n", "🙂", "?!", "\x00abc", "a" * 1001])
def test_what_is_not_text_is_refused_with_a_reason(text: str) -> None:
    assert why_unreadable(text)


@pytest.mark.parametrize("text", ["b", "½", "π", "النواة", "a\nb"])
def test_what_is_text_is_not_refused(text: str) -> None:
    assert why_unreadable(text) is None


def test_contractions_are_opened_with_or_without_their_apostrophe() -> None:
    assert words("It isn't, they don’t, cant") == (
        "it",
        "is",
        "not",
        "they",
        "do",
        "not",
        "can",
        "not",
    )
    assert tokens("no, it is. Yes!") == ("no", PAUSE, "it", "is", STOP, "yes", STOP)


def test_stems_follow_the_language() -> None:
    assert stem("running") == stem("runs")
    assert stem("células", "es") == stem("célula", "es")
    assert stem("xyz", "tlh") == "xyz"


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abd", 1), ("abc", "xyz", 3)],
)
def test_distance_counts_edits_and_swaps(one: str, other: str, edits: int) -> None:
    assert distance(one, other, 5) == edits


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8), st.integers(0, 4))
def test_distance_is_symmetric_and_bounded(one: str, other: str, limit: int) -> None:
    found = distance(one, other, limit)
    assert found == distance(other, one, limit) <= limit + 1
    assert (found == 0) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("cells", "cell"), ("bacterium", "bacteria"), ("nucleus", "nuclei"), ("analyses", "analysis"),
     ("makes", "making"), ("leaf", "leaves"), ("city", "cities"), ("fotosíntesis", "fotosintesis")],
)  # fmt: skip
def test_number_tense_and_accents_do_not_make_another_word(one: str, other: str) -> None:
    assert same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("organ", "organism"), ("cell", "celery"), ("ion", "iron"), ("mean", "median")],
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert not same_word(one, other)
    assert not misspelt(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hypertonic", "hypotonic"), ("endothermic", "exothermic"), ("lactase", "lactose"),
     ("sulfate", "sulfite"), ("regular", "irregular"), ("employer", "employee")],
)  # fmt: skip
def test_opposed_beginnings_and_endings_tell_words_apart(one: str, other: str) -> None:
    assert known_apart(one, other)
    assert known_apart(other, one)


def test_a_slip_nearer_to_a_rival_is_not_forgiven() -> None:
    assert misspelt("angiosprem", "angiosperm")
    assert not misspelt("gamophyte", "gametophyte", rivals=["gamophyte"])
    assert not misspelt("sporofyte", "saprophyte", rivals=["sporophyte"])


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("it is not the nucleus", True), ("the nucleus", False), ("no, the nucleus", False),
        ("never the nucleus", True), ("not only the nucleus", False), ("without the nucleus", True),
        ("it is not small but the nucleus", False), ("nucleus is not right", True),
        ("nucleus is wrong", True), ("nucleus, isn't it?", False), ("anything but nucleus", True),
        ("i dont think it is the nucleus", True), ("not because of size: nucleus", False),
    ],
)  # fmt: skip
def test_denials_reach_as_far_as_they_do_in_speech(text: str, denied: bool) -> None:
    found = tokens(text)
    at = found.index("nucleus")
    assert denied_before(found, at, at + 1, ENGLISH) is denied


def test_a_correction_throws_away_what_came_before() -> None:
    assert last_thought(tokens("b no wait a"), ENGLISH) == ("a",)
    assert last_thought(tokens("sorry it is b"), ENGLISH) == tokens("sorry it is b")
    assert last_thought(tokens("it is mitosis sorry miss"), ENGLISH) == tokens(
        "it is mitosis sorry miss"
    )


@given(st.text(max_size=200))
def test_any_text_has_words_and_the_same_ones_each_time(text: str) -> None:
    assert tokens(text) == tokens(text)
    assert all(token == token.casefold() for token in words(without_markup(text)))
