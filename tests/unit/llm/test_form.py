"""Forms are read out of what models really write."""

import pytest

from tutor.dialogue.judge import GradeForm
from tutor.llm.form import read_form

GOOD = '{"ideas": [{"number": 1, "found": true, "quote": "a"}], "contradiction": false}'


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Sure! Here is the form:\n{GOOD}\nI hope it helps {{smile}}.",
        f"\ufeff{GOOD}",
        f"{{not json}} {GOOD}",
        GOOD[:-1] + ', "explanation": "because"}',
    ],
)
def test_a_form_is_found_in_talkative_text(text: str):
    form, wrong = read_form(text, GradeForm)
    assert form is not None, wrong
    assert form.ideas[0].quote == "a"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "{",
        GOOD[:-5],
        '{"ideas": "all"}',
        '{"ideas": [{"number": 0, "found": true}]}',
        "{" * 9000,
    ],
)
def test_anything_else_is_no_form_and_says_why(text: str):
    form, wrong = read_form(text, GradeForm)
    assert form is None
    assert wrong
