"""What learners ask is answered from the right part of the course, without a model or meaning."""

import asyncio
import json
from pathlib import Path

import pytest

from tutor.errors import BadInput
from tutor.evals.questions import evaluate, figures

ROWS = Path(__file__).parents[2] / "data" / "questions"


def test_most_questions_meet_their_part_of_the_course():
    found = figures(asyncio.run(evaluate(ROWS)))
    assert found["rows"] == 144
    assert found["answered"] >= 0.75
    assert found["declined"] >= 0.8


def test_a_row_that_lacks_a_field_is_named(tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"course": "fractions", "text": "why"}))
    with pytest.raises(BadInput, match="skills"):
        asyncio.run(evaluate(file))
