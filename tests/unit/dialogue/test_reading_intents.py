"""What a message is taken to be, and how well: our labelled utterances and a few situations."""

import os
from functools import cache
from pathlib import Path

import pytest

from tutor.dialogue.intents.said import said
from tutor.dialogue.read import Intent, Reading, read
from tutor.dialogue.session import EMPTY
from tutor.evals.intent_rows import Readers, ours, rows_of
from tutor.evals.intents import evaluate
from tutor.ids import CourseId, ItemId

ROWS = Path(__file__).parents[2] / "data" / "intents"
OUTSIDE = Path(os.environ.get("MENO_DATA", Path(__file__).parents[4] / "shared" / "data"))


@cache
def _readers() -> Readers:
    return Readers()


def _read(text: str, item: str | None, meant: Intent | None = None) -> Reading:
    course = CourseId("fractions")
    made = _readers().course(course).item(ItemId(item), 1) if item else None
    return read(
        text, item=made, session=EMPTY, vocabulary=_readers().vocabulary(course), meant=meant
    )


def test_the_held_out_half_is_read_well_without_a_model():
    found = evaluate(ROWS)
    assert found["rows"] == 577
    assert found["macro_f1"] >= 0.90


def test_there_are_rows_for_every_course_and_intent_in_both_halves():
    rows = ours(list(rows_of(ROWS)))
    assert len(rows) >= 900
    assert len({r.course for r in rows}) == 3
    rows = [r for r in rows if r.intent != "about"]  # which has files of its own
    assert {r.intent for r in rows if r.held_out} == {r.intent for r in rows if not r.held_out}


def test_outside_labels_are_met_without_fitting():
    file = OUTSIDE / "intents" / "cima_student_intent.jsonl.gz"
    if not file.exists():
        pytest.skip(f"no outside rows at {file}")
    assert evaluate(file)["macro_f1"] >= 0.86


@pytest.mark.parametrize(
    ("text", "item", "intent"),
    [
        ("is it 3/4 because you double both?", "auf-01", Intent.RESPONSE),
        ("is it 2/6 because you add both?", "auf-01", Intent.RESPONSE),
        ("wat is a denomnator", "auf-01", Intent.QUESTION),
        ("una pista porfa", "auf-01", Intent.HINT),
        ("أعطني تلميحا", "auf-01", Intent.HINT),
        ("ich versteh das nicht", "auf-01", Intent.STUCK),
        ("🤷", "auf-01", Intent.DONT_KNOW),
        ("and for negatives?", "auf-01", Intent.QUESTION),
        ("i already know this stuff, test me", "auf-01", Intent.CLAIM),
        ("but i was right!!", "auf-01", Intent.APPEAL),
        ("quiz me on mixed numbers", None, Intent.PRACTICE),
        ("equivalent fractions", None, Intent.TOPIC),
    ],
)
def test_an_utterance_is_read_in_its_situation(text, item, intent):
    assert _read(text, item).intent is intent


def test_a_request_beside_a_number_item_is_never_graded():
    assert _read("this is way too hard, gimme something easier", "auf-01").grade is None


def test_a_doubt_names_intents_and_is_settled_by_one_of_them_alone():
    unsure = _read("blorp the fizz now", None)
    assert unsure.doubt
    settled = _read("blorp the fizz now", None, meant=unsure.doubt[1])
    assert settled.intent in {unsure.doubt[1], Intent.QUESTION}
    assert not settled.doubt
    assert _read("blorp the fizz now", None, meant=Intent.CONCERN) == unsure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I don’t KNOW!!", "i do not know"),
        ("exampel plsss", "example please"),
        ("¿por qué?", "por que ?"),
        ("3/4", "3 / 4"),
        ("their", "their"),
    ],
)
def test_a_message_is_matched_in_plain_words(text, words):
    assert said(text) == words
