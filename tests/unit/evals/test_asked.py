"""A question counts as answered when the passage that answers it is shown, and as left when nothing is."""

import asyncio
import json

import pytest

from tutor.errors import BadInput
from tutor.evals.asked import evaluate, figures


def _met(tmp_path, *rows):
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    return asyncio.run(evaluate(file))


def test_the_passage_that_answers_counts_and_another_does_not(tmp_path):
    heading = "What is a reciprocal? What does flip mean?"
    row = {"course": "fractions", "text": "what is a reciprocal"}
    right, wrong = _met(
        tmp_path,
        row | {"answers": [["dividing-by-fractions", heading]]},
        row | {"answers": [["equal-parts", "What is a fraction? What are fractions for?"]]},
    )
    assert right.right
    assert ("dividing-by-fractions", heading) in right.shown
    assert not wrong.right


def test_what_the_course_does_not_have_is_rightly_met_with_nothing(tmp_path):
    row = {"course": "fractions", "text": "who is the president of france", "answers": []}
    (met,) = _met(tmp_path, row)
    assert met.right
    assert figures([met])["declined"] == 1.0


def test_a_question_may_follow_another(tmp_path):
    row = {"course": "fractions", "text": "why", "before": ["what is a reciprocal"], "answers": []}
    (met,) = _met(tmp_path, row)
    assert met.after
    assert met.text == "what is a reciprocal >> why"


def test_a_row_that_lacks_a_field_is_named(tmp_path):
    with pytest.raises(BadInput, match="answers"):
        _met(tmp_path, {"course": "fractions", "text": "why"})
