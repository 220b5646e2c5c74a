"""Answers in disguise: every bundled course's items, and answers of several parts."""

import os
from pathlib import Path

import pytest

from tests.unit.check.scenes import CURRICULA
from tutor.evals import disguises
from tutor.items.grade import Context, ItemType
from tutor.items.item import Item
from tutor.items.reveal import secret_of, told
from tutor.items.types import choices, expression, match, open, order, set

DATA = Path(os.environ.get("MENO_DATA", Path(__file__).parents[4] / "shared" / "data"))


def test_bundled_answers_are_recognised_plain_and_disguised_and_first_hints_pass() -> None:
    figures = disguises.evaluate(CURRICULA, disguises=True, hints=True)
    assert isinstance(figures["plain_recall"], float)
    assert figures["plain_recall"] >= 0.99
    assert isinstance(figures["disguised_recall"], float)
    assert figures["disguised_recall"] >= 0.95
    assert isinstance(figures["hints_blocked"], float)
    assert figures["hints_blocked"] <= 0.005


def test_real_first_hints_are_blocked_in_at_most_one_of_two_hundred() -> None:
    path = DATA / "items" / "oatutor_steps.jsonl.gz"
    if not path.exists():
        pytest.skip("outside data are not here")
    figures = disguises.evaluate(path, disguises=False, hints=True)
    assert isinstance(figures["hints_blocked"], float)
    assert figures["hints_blocked"] <= 0.005


def _item(kind: ItemType, prompt: str) -> Item:
    return Item(
        id="it", seed=0, templated=False, skills=("s",), type_name="x", type=kind, prompt=prompt,
    )  # fmt: skip


ORDER = _item(
    order.build({"answer": ["wake up", "eat breakfast", "go to school"]}, Context()),
    "Put the morning in order.",
)
CHOICES = _item(
    choices.build({"choices": ["3", "4", "5", "9"], "answer": ["3", "5"]}, Context()),
    "Which are prime?",
)
MATCH = _item(
    match.build({"answer": {"heart": "pumps blood", "lung": "takes in air"}}, Context()),
    "Match organ and work.",
)
SET = _item(set.build({"answer": "{2, 5}"}, Context()), "Solve (x − 2)(x − 5) = 0.")
SUM = _item(expression.build({"answer": "2x + 3"}, Context()), "Simplify 5x − 3x + 3 + 0.")
OPEN = _item(
    open.build(
        {
            "answer": "Chlorophyll absorbs sunlight so that the leaf can make sugar from water.",
            "rubric": [{"idea": "light", "words": [["chlorophyll"]]}],
        },
        Context(),
    ),
    "Why are leaves green?",
)


@pytest.mark.parametrize(
    ("item", "reply", "tells"),
    [
        (ORDER, "First wake up, then eat breakfast and then go to school.", True),
        (ORDER, "Do you eat breakfast before or after you wake up?", False),
        (CHOICES, "The primes are 5 and 3.", True),
        (CHOICES, "Check each number for divisors.", False),
        (MATCH, "heart goes with pumps blood", True),
        (MATCH, "Think about what the lung does.", False),
        (SET, "So x = 5 or x = 2.", True),
        (SET, "A product is zero when a factor is.", False),
        (SUM, "You get 3 + 2x.", True),
        (SUM, "Gather the terms with x.", False),
        (OPEN, "With chlorophyll, leaves absorb the sunlight and make sugar out of water.", True),
        (OPEN, "Which substance in a leaf is green?", False),
    ],
)
def test_answers_of_several_parts(item: Item, reply: str, tells: bool) -> None:
    assert bool(told(reply, secret_of(item))) is tells
