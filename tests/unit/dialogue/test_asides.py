"""What learners say beside the task: about the lesson, and how they feel."""

from pathlib import Path

import pytest

from tutor.dialogue.intents.asides import KINDS, aside
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.said import said
from tutor.dialogue.phrases import EN
from tutor.evals.intent_rows import Readers, ours, rows_of
from tutor.evals.intents import evaluate
from tutor.ids import CourseId

DATA = Path(__file__).parents[2] / "data"
BESIDE = {Intent.ABOUT, Intent.FEELING}


def test_wandering_learners_are_read():
    found = evaluate(DATA / "wandering" / "first.jsonl", half="all")
    assert found["rows"] == 276
    assert found["accuracy"] >= 0.95


def test_no_labelled_message_about_the_task_is_taken_for_an_aside():
    rows = [
        r
        for r in ours(list(rows_of(DATA / "intents")))
        if r.intent not in {"concern", "about", "feeling"}
    ]
    taken = [r.text for r in rows if aside(said(r.text)) is not None]
    assert taken == []


@pytest.mark.parametrize(
    "course", ["fractions", "cells-and-photosynthesis", "first-steps-in-python"]
)
def test_no_answer_of_a_course_is_an_aside(course):
    loaded = Readers().course(CourseId(course))
    for source in loaded.sources.values():
        answer = source.make(1).type.answer_text()
        assert aside(said(answer)) is None, answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how much longer is this", "left"),
        ("can I have a break?", "pause"),
        ("does it count?", "counts"),
        ("will my parents read this", "seen"),
        ("who made you", "made"),
        ("my rabbit died yesterday", "sad"),
        ("I have a headache", "unwell"),
        ("i hate fractions", "low"),
        ("yay i did it", "glad"),
    ],
)
def test_kinds_are_told_apart(text, kind):
    found = aside(said(text))
    assert found is not None
    assert found.kind == kind
    assert found.intent in BESIDE


@pytest.mark.parametrize(
    "text",
    [
        "how many more pieces does Ana have",
        "the cell is dead",
        "it prints I am sad",
        "how does this program work",
        "what happens if the condition is false",
        "can plants see light",
        "i do not understand",
    ],
)
def test_words_about_the_task_stay_with_the_task(text):
    assert aside(said(text)) is None


def test_each_kind_has_its_text():
    assert {f"aside.{kind}" for kind in KINDS} <= set(EN)


def test_messages_that_nobody_foresaw_are_read_as_often_as_the_figures_say():
    unforeseen = evaluate(DATA / "unforeseen" / "seventh.jsonl", half="all")
    assert float(str(unforeseen["accuracy"])) > 0.55
    mended = evaluate(DATA / "wandering" / "sixth.jsonl", half="all")
    assert float(str(mended["accuracy"])) > 0.88
