"""Answers that use the model answer's words the other way about are noticed, paraphrases are not."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.unit.items.types.test_bundled_words import COMMON, ITEMS
from tutor.items.grade import Context, ItemType
from tutor.items.text.turned import turned
from tutor.items.types import item_type

SENTENCES = Path(__file__).parents[3] / "data" / "sentences"
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


@pytest.mark.skipif(not ITEMS, reason="no bundled courses here")
def test_what_open_items_are_sure_of_is_mostly_so() -> None:
    opened: dict[str, ItemType] = {}
    for name, item, terms in ITEMS:
        if item["type"] == "open":
            spec = {key: value for key, value in item.items() if key not in COMMON}
            opened[name] = item_type("open")(spec, Context(terms=terms, seed=3))
    seen: Counter[tuple[str, str]] = Counter()
    for file in sorted(SENTENCES.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            grade = opened[f"{row['course']}/{row['item']}"].grade(row["answer"])
            seen[row["label"], grade.verdict.value] += 1
    sure = {"correct": "correct", "partial": "partial", "incorrect": "wrong"}
    said = sum(n for (_, verdict), n in seen.items() if verdict in sure)
    right = sum(seen[label, verdict] for verdict, label in sure.items())
    assert said > 0.6 * seen.total()  # it does not save itself by saying nothing
    assert right >= 0.77 * said  # docs/figures.md; two rows in five turn an answer round
    assert seen["correct", "incorrect"] == 0
