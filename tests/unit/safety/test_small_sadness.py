"""A bad day is met with a kind word, and a crisis told beside it is still seen."""

import pytest

from tutor.dialogue.intents.asides import aside
from tutor.safety.screen import screen


@pytest.mark.parametrize("text", ["ugh i had a bad day", "today was a bad day", "rough day"])
def test_a_bad_day_is_a_feeling_and_no_concern(text: str) -> None:
    found = aside(text)
    assert screen(text, "en") is None
    assert found is not None
    assert found.kind == "rough"


@pytest.mark.parametrize(
    "text", ["i had a bad day and i want to die", "i had a bad day because he hits me"]
)
def test_a_crisis_beside_a_bad_day_is_seen(text: str) -> None:
    assert screen(text, "en") is not None
    assert aside(text) is None
