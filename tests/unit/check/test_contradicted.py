"""Of false claims in a course's own words those that it contradicts are refused; hardly any true one is."""

import json
from pathlib import Path

import pytest

from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.dialogue.checks.grounds import in_the_course

ROOT = Path(__file__).parents[3]
CLAIMS = ROOT / "tests" / "data" / "claims"


def _course(name: str) -> Course:
    course = load(ROOT / "curricula" / name).course
    assert course is not None
    return course


@pytest.mark.parametrize(
    "claim",
    [
        "Ribosomes hold the DNA of the cell.",
        "Chloroplasts release energy from food.",
        "Animal cells have a cell wall.",
    ],
)
def test_what_the_course_says_of_another_thing_or_denies_is_not_said(claim: str) -> None:
    assert in_the_course(claim, _course("cells-and-photosynthesis"), "") is not None


@pytest.mark.parametrize(
    "claim",
    [
        "The cell wall gives a plant cell its shape.",
        "Mitochondria release energy from food.",
        "Animal cells have no cell wall.",
        "Red blood cells have no nucleus.",  # a sentence with no more than their name denies nothing
    ],
)
def test_what_the_course_says_is_said(claim: str) -> None:
    assert in_the_course(claim, _course("cells-and-photosynthesis"), "") is None


@pytest.mark.parametrize(("file", "caught"), [("first", 18), ("second", 12), ("third", 18)])
def test_true_claims_pass_and_some_false_ones_do_not(file: str, caught: int) -> None:
    kept = refused = true = 0
    courses: dict[str, Course] = {}
    for line in (CLAIMS / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        course = courses.setdefault(row["course"], _course(row["course"]))
        passes = in_the_course(row["claim"], course, "") is None
        false = row["true"] is False  # None: a tutor's sentence that claims nothing
        true += not false
        kept += not false and passes
        refused += false and not passes
    assert kept >= 0.96 * true
    assert refused >= caught
