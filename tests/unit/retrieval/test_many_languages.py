"""Finding by words in twenty languages, among some fifteen paragraphs on neighbouring subjects each.

The paragraphs and questions (`tests/data/retrieval/languages.jsonl`) are our own; the questions ask in
other forms of the words: plurals, compounds, joined particles, spellings of the same word. So are those of an
encyclopaedia's kind (`encyclopaedia.jsonl`): longer paragraphs, and questions about a fact, partly in other words.
"""

import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from shelves import shelved

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.folding import skeleton
from tutor.retrieval.language import Analyser, fold, language_of
from tutor.retrieval.passage import Passage, StoredDocument
from tutor.retrieval.view import View

ROWS = Path(__file__).parents[2] / "data" / "retrieval"
Asked = list[tuple[str, str]]  # a paragraph's name and a question about it


def by_language(name: str) -> dict[str, tuple[list[Passage], Asked]]:
    held: dict[str, tuple[list[Passage], Asked]] = defaultdict(lambda: ([], []))
    for number, line in enumerate((ROWS / name).read_text("utf-8").splitlines()):
        row = json.loads(line)
        passages, asked = held[row["language"]]
        document = StoredDocument(
            id=DocumentId(f"{name}:{number}"), course=CourseId("c"), title="", path="", digest="",
            text=row["paragraph"],
        )  # fmt: skip
        passages += passages_of(document)
        asked += [(document.id, question) for question in row["questions"]]
    return held


HELD = by_language("languages.jsonl")
ENCYCLOPAEDIA = by_language("encyclopaedia.jsonl")


def rank_of(view: View, document: str, question: str) -> int:
    """How many passages come before the right one; very many where it is not found."""
    scores = view.score(view.mended(question)).score
    order = np.argsort(-scores, kind="stable")
    ids = [view.lines.lines[at].document for at in order if scores[at] > 0]
    return ids.index(DocumentId(document)) if document in ids else 1000


@pytest.mark.parametrize("language", HELD)
def test_the_right_paragraph_is_among_the_first(language: str) -> None:
    passages, asked = HELD[language]
    view = shelved(passages, language).view
    ranks = [rank_of(view, *one) for one in asked]
    assert sum(rank == 0 for rank in ranks) >= len(ranks) - 3, ranks
    assert sum(rank < 5 for rank in ranks) >= len(ranks) - 1, ranks


@pytest.mark.parametrize("language", ENCYCLOPAEDIA)
def test_a_fact_of_an_encyclopaedia_is_found_among_other_paragraphs(language: str) -> None:
    passages, asked = ENCYCLOPAEDIA[language]
    view = shelved([*passages, *HELD[language][0]], language).view
    ranks = [rank_of(view, *one) for one in asked]
    assert sum(rank == 0 for rank in ranks) >= len(ranks) * 2 / 3, ranks
    assert sum(rank < 5 for rank in ranks) >= len(ranks) - 1, ranks


def test_in_one_course_of_twenty_languages_nearly_all_are_among_the_first() -> None:
    view = shelved([one for held, _ in HELD.values() for one in held], "mul").view
    ranks = [rank_of(view, *one) for _, asked in HELD.values() for one in asked]
    assert np.mean([rank == 0 for rank in ranks]) > 0.9
    assert np.mean([rank < 5 for rank in ranks]) > 0.97


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("می‌شود", "میشود"),  # a joiner inside a Persian word
        ("क्‍या", "क्या"),
        ("सम्बन्ध", "संबंध"),
        ("माँ", "मां"),
    ],
)
def test_signs_that_are_not_seen_or_written_in_two_ways_make_no_other_word(
    one: str, other: str
) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "l'eau", "eau"),
        ("fr", "qu’une église", "l'église"),
        ("it", "dell'acqua", "l'acqua"),
        ("tr", "Işık IŞIK", "ışık ışık"),
        ("tr", "Ankara'nın", "Ankara"),
        ("ko", "강물은 새들이", "강물 새"),
        ("ja", "静脈の弁は何ですか", "静脈の弁は"),
        ("zh", "信风是什么", "信风是"),
    ],
)
def test_joined_small_words_are_parted(language: str, one: str, other: str) -> None:
    words = Analyser(language)
    assert set(words.words(one).stems) == set(words.words(other).stems)


@pytest.mark.parametrize(
    "language", ["ar", "de", "el", "es", "fa", "he", "hi", "ja", "ko", "ru", "th", "zh"]
)
def test_a_paragraph_tells_its_language(language: str) -> None:
    assert {language_of(one.text) for one in HELD[language][0]} == {language}


def test_small_words_are_known_as_they_are_folded() -> None:
    assert Analyser("ar").words("إلى البيت").stems == Analyser("ar").words("البيت").stems
    assert Analyser("el").words("της πόλης").stems == Analyser("el").words("πόλης").stems


@pytest.mark.parametrize(
    ("one", "many"),
    [("كتاب", "الكتب"), ("شريان", "الشرايين"), ("فكرة", "أفكار"), ("نهر", "الأنهار")],
)
def test_an_arabic_word_and_its_plural_share_their_consonants(one: str, many: str) -> None:
    assert skeleton(fold(one)) == skeleton(fold(many)) != ""


def test_an_apostrophe_inside_a_word_stays_where_it_is_one() -> None:
    assert Analyser("fr").words("aujourd'hui").raw == ("aujourdhui",)
    assert Analyser("sw").words("ng'ombe").raw == ("ngombe",)
    assert Analyser("en").words("l'eau").raw == ("leau",)


def test_a_vietnamese_word_with_its_tone_is_not_taken_for_another_one() -> None:
    view = shelved(HELD["vi"][0], "vi").view
    assert "suối" in " ".join(one.text for one in HELD["vi"][0])
    assert view.mended("sưởi") == "sưởi"
    assert "suối" in view.mended("suoi")


def test_a_word_is_found_without_the_accents_of_its_language() -> None:
    passages, _ = HELD["vi"]
    view = shelved(passages, "vi").view
    best = view.score(view.mended("dong mach")).score.argmax()
    assert "Động mạch" in passages[int(best)].text
