"""Making follow-ups searchable."""

import pytest

from tutor.retrieval.followup import is_follow_up, place_of, resolved

PLACE = place_of(("Photosynthesis", "Leaves", "Where it happens"))


@pytest.mark.parametrize(
    "text",
    ["why?", "and at night?", "how does it work", "what about roots?", "huh", "but why is that"],
)
def test_what_goes_on_or_points_back_is_a_follow_up(text: str) -> None:
    assert is_follow_up(text)


@pytest.mark.parametrize(
    "text",
    ["What do chloroplasts need to make sugar?", "Explain how plants take in carbon dioxide gas"],
)
def test_what_stands_by_itself_comes_back_unchanged(text: str) -> None:
    assert resolved(text, skill="Fractions", place=PLACE) == text


def test_a_follow_up_takes_the_open_skill_item_and_last_heading_along() -> None:
    text = resolved("why?", skill="Making sugar", prompt="Where is **sugar** made?", place=PLACE)
    assert text == "why? Making sugar Where is sugar made? Photosynthesis Where it happens"


def test_nothing_open_leaves_the_message_as_it_is() -> None:
    assert resolved("why?") == "why?"
