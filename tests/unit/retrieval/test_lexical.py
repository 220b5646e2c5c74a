"""Finding by words."""

from itertools import pairwise

import numpy as np
import pytest

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.bm25 import Bm25, Field, Ragged, pair
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.fuse import Blend, from_middle, fused, page_means, scaled
from tutor.retrieval.language import Analyser, language_of
from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.passage import Passage, StoredDocument
from tutor.retrieval.spelling import slips_between


def passages(name: str, text: str) -> tuple[Passage, ...]:
    return passages_of(
        StoredDocument(
            id=DocumentId(name), course=CourseId("c"), title=name, path="", digest="", text=text
        )
    )


def index(language: str = "en", **texts: str) -> LexicalIndex:
    made = LexicalIndex(language)
    for name, text in texts.items():
        made.replace(DocumentId(name), passages(name, text))
    return made


@pytest.mark.parametrize("together", [1, 7, 60, 1_000])
def test_terms_sorted_some_at_a_time_give_what_all_at_once_give(together: int) -> None:
    dice = np.random.default_rng(together)
    rows = [
        np.minimum(dice.geometric(0.1, int(dice.integers(0, 9))), 40).astype(np.int32) - 1
        for _ in range(60)
    ]
    held, settings = Ragged.of(rows), Bm25()
    neighbours = Ragged.of(
        [np.array([pair(*two) for two in pairwise(row.tolist())], np.int64) for row in rows]
    )
    for whole, parted in (
        (Field.of(held, settings), Field.of(held, settings, together=together)),
        (Field.of(neighbours, settings), Field.of(held, settings, pairs=True, together=together)),
    ):
        for name in ("rows", "most", "terms", "begins", "owner", "gain"):
            np.testing.assert_array_equal(getattr(whole, name), getattr(parted, name), name)
    assert Field.of(Ragged.of([]), settings, pairs=True).counts()[0].tolist() == []


def first(made: LexicalIndex, query: str) -> str:
    view = made.view()
    scores = view.score(view.mended(query)).score
    return view.lines.lines[int(scores.argmax())].document if scores.max() > 0 else ""


def test_bm25_is_the_published_formula() -> None:
    rows = [np.array([1, 1, 2]), np.array([2, 3, 3, 3, 3])]
    scores = Field.of(Ragged.of(rows), Bm25(k1=1.5, b=0.75)).scores([1])
    rarity = np.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
    expected = rarity * 2 * 2.5 / (2 + 1.5 * (0.25 + 0.75 * 3 / 4))
    assert scores == pytest.approx([expected, 0.0], rel=1e-4)  # gains are whole numbers


def test_inflected_words_are_found() -> None:
    made = index(a="Plants absorb light.", b="Animals eat plants and walk.")
    assert first(made, "absorbing") == "a"
    assert first(made, "walked") == "b"


def test_words_that_every_question_has_find_nothing() -> None:
    assert first(index(a="This is what it is.", b="Plants grow."), "what is this?") == ""


def test_a_slip_of_the_keyboard_is_mended_to_a_word_of_the_course() -> None:
    made = index(a="The denominator tells the size.", b="The numerator counts.")
    assert made.view().mended("denomniator") == "denominator"
    assert made.view().mended("What is a Numerator?") == "What is a Numerator?"
    assert first(made, "nmerator") == "b"


def test_an_unfinished_word_is_finished_and_a_double_one_parted() -> None:
    made = index(a="Photosynthesis needs the light.", b="The moon shines.").view()
    assert made.mended("photosyn") == "photosynthesis"
    assert made.mended("moonlight") == "moon light"
    assert made.mended("xylophone") == "xylophone"


def test_other_forms_of_known_words_are_not_mended() -> None:
    assert index(a="It multiplies numbers.").view().mended("multiplying") == "multiplying"


def test_documents_come_and_go() -> None:
    made = index(a="Cells divide.", b="Plants grow.")
    old = made.view()
    made.replace(DocumentId("b"), passages("b", "Stars shine."))
    made.remove(DocumentId("a"))
    assert [one.document for one in made.view().lines.lines] == ["b"]
    assert first(made, "shine") == "b"
    assert first(made, "divide") == ""
    assert [one.document for one in old.lines.lines] == ["a", "b"]
    assert old.score("divide").score[0] > 0


def test_adding_one_by_one_finds_the_same_as_all_at_once() -> None:
    texts = {f"d{n}": f"Document {n} about topic{n % 3} and number {n}." for n in range(8)}
    whole = index(**texts).view().score("topic1 number 4")
    grown = LexicalIndex()
    for name, text in texts.items():
        grown.replace(DocumentId(name), passages(name, text))
        grown.view()
    assert np.allclose(grown.view().score("topic1 number 4").score, whole.score)


def test_an_empty_index_answers() -> None:
    assert len(LexicalIndex().view().score("anything").score) == 0


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("zh", "光合作用在哪里"),
        ("ja", "光合成はどこ"),
        ("th", "การสังเคราะห์แสง"),
        ("ko", "광합성은"),
    ],
)
def test_scripts_without_stemmer_are_found_by_parts(language: str, query: str) -> None:
    made = index(
        language,
        zh="植物的光合作用发生在叶绿体中。",
        ja="植物の光合成は葉緑体で起こります。",
        th="การสังเคราะห์แสงเกิดขึ้นในคลอโรพลาสต์",
        ko="식물의 광합성이 엽록체에서 일어난다.",
        other="Nothing of the kind.",
    )
    assert first(made, query) == language


def test_compounds_are_found_by_their_parts_in_german() -> None:
    made = index("de", a="Der Bruchnenner zählt.", b="Die Wolken ziehen über Land.")
    assert first(made, "Was ist ein Nenner?") == "a"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The cell is the smallest unit of life and of all plants.", "en"),
        ("Die Zelle ist die kleinste Einheit des Lebens und der Pflanzen.", "de"),
        ("La célula es la unidad más pequeña de los seres vivos.", "es"),
        ("Клетка — это наименьшая единица жизни.", "ru"),
        ("细胞是生命的最小单位。", "zh"),
        ("细胞", "zh"),
        ("الخلية هي أصغر وحدة", "ar"),
        ("برگ از نور خورشید قند می‌سازد و این قند در ریشه است.", "fa"),
        ("Клітина — це найменша одиниця життя, що є і в рослинах.", "uk"),
        ("", "en"),
    ],
)
def test_a_language_is_known_by_its_script_and_small_words(text: str, tag: str) -> None:
    assert language_of(text) == tag


def test_what_only_asks_is_no_content() -> None:
    assert Analyser("en").content("Explain what the denominator means") == ("denomin",)
    assert Analyser("en").content("define") == ("defin",)


@pytest.mark.parametrize(
    ("first", "second", "slips"),
    [("cell", "cell", 0), ("cell", "cll", 1), ("cell", "clel", 1), ("cell", "bells", 2), ("a", "bcd", None)],
)  # fmt: skip
def test_slips_are_letters_added_dropped_changed_or_swapped(
    first: str, second: str, slips: int | None
) -> None:
    assert slips_between(first, second, 2) == slips


def test_joined_scores_lie_between_nought_and_one() -> None:
    words = np.array([4.0, 2.0, 0.0, 0.0], dtype=np.float32)
    cosines = np.array([0.1, 0.9, 0.2, 0.1], dtype=np.float32)
    pages = np.array([0, 0, 1, 2])
    for meaning in (0.0, 0.5, 1.0):
        scores = fused(words, cosines, pages, Blend(meaning=meaning))
        assert scores.min() >= 0
        assert scores.max() <= 1 + 1e-6
    assert fused(words, None, pages) == pytest.approx([1.0, 0.5, 0.0, 0.0])
    assert fused(words, cosines, pages, Blend(meaning=1, page=0)).argmax() == 1


def test_a_page_means_what_its_best_passages_mean() -> None:
    scores = np.array([0.1, 0.9, 0.8, 0.7, 0.5], dtype=np.float32)
    means = page_means(scores, np.array([0, 0, 0, 0, 1]))
    assert means == pytest.approx([0.8, 0.5])


def test_scaling_survives_nothing_to_scale() -> None:
    nothing = np.zeros(3, dtype=np.float32)
    assert scaled(nothing).tolist() == [0, 0, 0]
    assert from_middle(nothing).tolist() == [0, 0, 0]
    assert len(from_middle(np.zeros(0, dtype=np.float32))) == 0
