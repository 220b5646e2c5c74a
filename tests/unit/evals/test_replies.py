"""A reply in the middle of a conversation is right when it holds what is wanted and nothing that is not."""

import asyncio
import json

import pytest

from tutor.errors import BadInput
from tutor.evals.replies import evaluate, figures


def _met(tmp_path, *rows):
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    return asyncio.run(evaluate(file))


def test_a_reply_must_hold_one_pattern_and_lack_the_others(tmp_path):
    row = {"course": "fractions", "item": "alf-01", "text": "3/5", "holds": ["fifths"]}
    right, wrong = _met(tmp_path, row, row | {"lacks": ["fifths"]})
    assert right.right
    assert not wrong.right
    assert figures([right, wrong]) == {"rows": 2, "right": 0.5}


def test_what_was_said_before_is_said_first(tmp_path):
    row = {"course": "fractions", "item": "alf-01", "before": ["@wrong"], "text": "hint"}
    (met,) = _met(tmp_path, row | {"holds": ["Hint 2|hint 2"]})
    assert met.move == "hint"
    assert met.text == "@wrong >> hint"


@pytest.mark.parametrize("row", [{"course": "fractions", "text": "hi"}])
def test_a_row_that_lacks_a_field_is_named(tmp_path, row):
    with pytest.raises(BadInput, match="holds"):
        _met(tmp_path, row)


def test_an_item_that_the_course_lacks_is_named(tmp_path):
    with pytest.raises(BadInput, match="nothing-99"):
        _met(tmp_path, {"course": "fractions", "item": "nothing-99", "text": "hi", "holds": ["a"]})
