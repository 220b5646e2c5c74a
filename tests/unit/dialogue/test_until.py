"""The day that a message names."""

from datetime import UTC, datetime

import pytest

from tutor.dialogue.reading.until import until

WEDNESDAY = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i want to learn adding fractions by friday", 6),
        ("quiz me on osmosis, test on Monday", 9),
        ("i have a test on wednesday", 11),  # never today
        ("practise loops by fri", 6),
        ("i need this tomorrow", 5),
        ("the day after tomorrow is my exam", 6),
        ("in 3 days", 7),
        ("in two weeks", 18),
        ("test next week on cells", 13),
        ("quiero practicar fracciones para el viernes", 6),
        ("tengo examen mañana", 5),
        ("pasado mañana", 6),
        ("only today", 4),
    ],
)
def test_the_day_is_found(text: str, day: int) -> None:
    found = until(text, WEDNESDAY)
    assert found is not None
    assert (found.month, found.day, found.hour) == (3, day, 23)
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["quiz me on the sun", "monte carlo", "sat down", "i want 3 more", "", "marta"]
)
def test_no_day_is_made_up(text: str) -> None:
    assert until(text, WEDNESDAY) is None
