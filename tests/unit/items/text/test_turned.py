"""Answers that use the model answer's words the other way about are noticed, paraphrases are not."""

import pytest

from tutor.items.text.turned import turned

GROWTH = "As a cell grows, its volume grows faster than its surface."
STRING = "A shorter string gives a higher pitch. A longer string gives a lower pitch."


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("the surface of the cell grows faster than its volume", GROWTH),
        ("a cell's volume grows slower than its surface when it grows", GROWTH),
        ("A shorter string gives a lower pitch.", STRING),
        ("the lactic acid is broken down to glucose", "Glucose is broken down to lactic acid."),
        ("Two is less than three quarters.", "Two is more than three quarters."),
        (
            "The pump takes the air out of the tank, and the valve keeps the water warm inside.",
            "The valve takes the air out of the tank, and the pump keeps the water warm inside.",
        ),
        ("count the sheep, not the goats", "Count the goats and not the sheep."),
        ("Yes, both can be divided by two", "No, both can be divided by two."),
    ],
)
def test_words_the_other_way_about_are_noticed(text: str, model: str) -> None:
    assert turned(text, model)


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("the volume gets bigger faster than the surface", GROWTH),
        ("the surface of the cell grows slower than its volume", GROWTH),
        ("short string high pitch, long string low pitch", STRING),
        ("A longer string gives a lower pitch, a shorter string gives a higher pitch.", STRING),
        ("it is not less than three quarters, two is more", "Two is more than three quarters."),
        ("No, both can be divided by two", "No, both can be divided by two."),
        ("", GROWTH),
        ("🙂", ""),
        ("up up up down", "down"),
    ],
)
def test_other_words_for_the_same_are_not(text: str, model: str) -> None:
    assert not turned(text, model)
