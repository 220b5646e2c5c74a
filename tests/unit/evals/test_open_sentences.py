"""What open items are sure of, measured on labelled answers in sentences."""

import json
from pathlib import Path

import pytest

from tutor.errors import BadInput
from tutor.evals.sentences import judged, main, sure
from tutor.items.grade import Verdict

ROOT = Path(__file__).parents[3]
ROWS = sorted((ROOT / "tests" / "data" / "sentences").glob("*.jsonl"))
COURSES = ROOT / "curricula"


def test_what_open_items_are_sure_of_is_mostly_so() -> None:
    found = [row for file in ROWS for row in judged(file, COURSES)]
    said, right = sure(found)
    assert said > 0.65 * len(found)  # they do not save themselves by saying nothing
    assert (
        right >= 0.77 * said
    )  # two rows in five turn the model answer round (docs/figures/short-answers.md)
    assert not [r for r in found if r.label == "correct" and r.verdict is Verdict.INCORRECT]


def test_the_figures_are_printed_with_the_mistakes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    row = {"course": "cells-and-photosynthesis", "item": "dif-09", "label": "wrong"}
    file = tmp_path / "rows.jsonl"
    told = "The particles have more energy and move faster, so the sugar spreads out more quickly."
    file.write_text(json.dumps({**row, "answer": told}) + "\n", "utf-8")
    assert main([str(file), "--courses", str(COURSES), "--mistakes"]) == 0
    printed = capsys.readouterr().out
    assert "1 rows, 1 decided, 0 of them right" in printed
    assert f"wrong called correct: dif-09: {told}" in printed


def test_a_row_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"course": "fractions", "item": "ep-07", "answer": "x", "label": "good"}\n')
    with pytest.raises(BadInput) as raised:
        list(judged(file, COURSES))
    assert raised.value.where == f"{file}:1"
    file.write_text('{"course": "none", "item": "ep-07", "answer": "x", "label": "wrong"}\n')
    with pytest.raises(BadInput):
        list(judged(file, COURSES))
