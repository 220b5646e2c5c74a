"""A claim about the matter that neither the course nor the item says is left out; talk never is."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.dialogue.checks.grounds import in_the_course, stated_in, unborne

ROOT = Path(__file__).parents[3]
CLAIMS = ROOT / "tests" / "data" / "claims"
_COURSES: dict[str, Course] = {}


def _course(name: str) -> Course:
    if name not in _COURSES:
        course = load(ROOT / "curricula" / name).course
        assert course is not None
        _COURSES[name] = course
    return _COURSES[name]


def _fate(sentence: str, course: Course) -> str:
    parts = stated_in(sentence)
    if any(in_the_course(part, course, "") for part in parts):
        return "stopped"
    return "left out" if any(unborne(part, course, "") for part in parts) else "said"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Ribosomes build proteins.", True),
        ("Remember that the nucleus holds the DNA.", True),
        ("Chloroplasts make the oxygen that mitochondria store.", False),
        ("Did you know that stomata drink the rain?", False),
        ("Fun fact: a vacuole is full of chlorophyll.", False),
        ("What would a cell do without its membrane?", True),  # a question claims nothing
        ("Look at the membrane once more.", True),  # nor does what is to be done
        ("Your second reason is about the nucleus.", True),  # nor what the learner did
    ],
)
def test_a_claim_that_the_course_does_not_say_is_left_out(claim: str, said: bool) -> None:
    objection = unborne(claim, _course("cells-and-photosynthesis"), "")
    assert (objection is None) is said
    assert objection is None or objection.leaves_out


def test_what_the_item_says_may_be_said() -> None:
    course = _course("cells-and-photosynthesis")
    claim = "A cactus opens its stomata at night."
    assert unborne(claim, course, "") is not None
    assert unborne(claim, course, "A cactus opens its stomata at night to save water.") is None


def test_another_language_than_english_is_not_looked_at() -> None:
    loaded = load(ROOT / "tests" / "data" / "tongues" / "taller").course
    assert loaded is not None
    assert unborne("Los cuantificadores comen ribosomas verdes de noche.", loaded, "") is None


@pytest.mark.parametrize(
    ("file", "passing", "left_out"), [("replies", 0.25, 0.55), ("replies_second", 0.2, 0.25)]
)
def test_most_false_claims_of_whole_replies_are_not_said(
    file: str, passing: float, left_out: float
) -> None:
    fates: Counter[tuple[str, str]] = Counter()
    for line in (CLAIMS / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        fates.update(
            (kind, _fate(sentence, _course(row["course"]))) for kind, sentence in row["reply"]
        )
    false, true = (sum(fates[kind, fate] for fate in ("stopped", "left out", "said"))
                   for kind in ("false", "true"))  # fmt: skip
    assert fates["false", "said"] <= passing * false
    assert fates["true", "stopped"] <= 0.06 * true
    assert fates["true", "left out"] <= left_out * true
    assert fates["frame", "stopped"] + fates["frame", "left out"] == 0
