"""The stemmers in C, which are some forty times as fast, give what those in Python give."""

from importlib import import_module

import pytest
import snowballstemmer

from tutor.retrieval.language import _STEMMERS, analyser_of
from tutor.retrieval.small_words import SMALL_WORDS
from tutor.settings import bundled


def test_the_ones_in_c_are_in_use():
    assert type(snowballstemmer.stemmer("english")).__module__ == "Stemmer"


@pytest.mark.parametrize("tag", sorted(_STEMMERS.keys() & SMALL_WORDS.keys()))
def test_the_small_words_of_a_language_have_the_same_stems(tag: str):
    assert in_c(_STEMMERS[tag], SMALL_WORDS[tag].split()) == in_python(
        _STEMMERS[tag], SMALL_WORDS[tag].split()
    )


def test_every_word_of_the_bundled_courses_has_the_same_stem():
    pages = sorted(bundled("curricula").rglob("*.md"))
    words = {word for page in pages for word in analyser_of("en").words(page.read_text()).raw}
    assert len(words) > 2_000
    assert in_c("english", sorted(words)) == in_python("english", sorted(words))


def in_c(name: str, words: list[str]) -> list[str]:
    return list(map(snowballstemmer.stemmer(name).stemWord, words))


def in_python(name: str, words: list[str]) -> list[str]:
    module = import_module(f"snowballstemmer.{name}_stemmer")
    stemmer = getattr(module, f"{name.capitalize()}Stemmer")()
    return [str(stemmer.stemWord(word)) for word in words]
