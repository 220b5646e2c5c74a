"""What `meno check` doubts in a teacher's items and courses: said with its place, and only where it is so."""

import shutil
from pathlib import Path

import pytest

from tests.support import COURSES
from tutor.curriculum.check import check
from tutor.curriculum.files import load
from tutor.curriculum.problems import Problem, Weight

_SLICES = """
  - id: doubt
    type: number
    difficulty: easy
    vary: {variables: {n: 1..3, k: 4..6}}
    prompt: '%s'
    answer: '{{n + k}}'
    hints: ['Count on from {{k}}.', '%s', 'That is {{n + k}}.']
    worked_example: '%s'
    wrong: [%s]
"""
_PLAIN = ("What is {{n}} + {{k}}?", "Use your fingers.", "7 and 8 are 15.", "{answer: 99}")
_CHOICE = """
  - id: doubt
    type: choice
    difficulty: easy
    vary: {variables: {n: 2..4}}
    prompt: %s
    choices: %s
    answer: '{{n}}/4'
    hints: [Think., 'It is {{n}}/4.']
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny")
    return tmp_path / "tiny"


def _doubts(course: Path, item: str) -> list[Problem]:
    file = course / "items" / "adding.yaml"
    file.write_text(file.read_text().rstrip() + "\n" + item.strip("\n") + "\n")
    return check(load(course), seeds=30)


def _item(**changed: str) -> str:
    names = ("prompt", "hint", "example", "wrong")
    return _SLICES % tuple(changed.get(n, plain) for n, plain in zip(names, _PLAIN, strict=True))


def test_an_item_without_doubts_is_left_alone(course: Path) -> None:
    assert _doubts(course, _item()) == []


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"prompt": "Ann has {{n}} slices and gets {{k}}. How many?"}, "prompt", "1 slices"),
        ({"hint": "Add {{n}} more slices."}, "", ""),
        ({"hint": "Line {{n}} shows the sum."}, "", ""),
        ({"hint": "Count on from {{k}}."}, "hints.1", "says the same"),
        ({"example": "2 and 5 are 7."}, "worked_example", "this very problem"),
        (
            {"wrong": "{answer: 5}, {answer: 10/2, misconception: counts-on-from-itself}"},
            "wrong",
            "the same",
        ),
        ({"wrong": "{answer: '{{k + n}}'}"}, "wrong", "in every variant"),
    ],
)
def test_what_is_doubtful_is_said_where_it_stands(
    course: Path, changed: dict[str, str], field: str, says: str
) -> None:
    found = _doubts(course, _item(**changed))
    assert [(one.field, one.weight) for one in found] == (
        [(f"doubt.{field}", Weight.WARNING)] if field else []
    )
    assert all(says in one.what and one.do for one in found)


@pytest.mark.parametrize(
    ("prompt", "choices", "says"),
    [
        ("How much is it?", "['{{n}}/4', '1/5', '{{2 * n}}/8']", "the same value"),
        ("What is the simplest form?", "['{{n}}/4', '1/5', '{{2 * n}}/8']", ""),
        ("How much is it?", "['{{n}}/4', '3/4', '1/5']", "Only 2 of the 3 choices"),
    ],
)
def test_choices_are_to_be_told_apart(course: Path, prompt: str, choices: str, says: str) -> None:
    found = _doubts(course, _CHOICE % (prompt, choices))
    assert [says in one.what for one in found] == ([True] if says else [])


def test_a_misconception_that_is_never_told_is_found(course: Path) -> None:
    file = course / "course.yaml"
    more = "misconceptions:\n  - {id: nobodys, name: N., says: S., probe: P?, correction: C.}\n"
    file.write_text(file.read_text().replace("misconceptions:\n", more, 1))
    (found,) = check(load(course), seeds=2)
    assert "nobodys" in found.what
    assert found.field == "misconceptions.0"


def test_a_term_of_a_later_skill_is_found_in_a_prompt(course: Path) -> None:
    file = course / "course.yaml"
    term = "glossary:\n  - {term: double number, means: Twice a number., skill: doubling}\n"
    file.write_text(file.read_text().replace("glossary:\n", term, 1))
    (found,) = _doubts(course, _item(prompt="Add the double number: {{n}} + {{k}}"))
    assert found.field == "doubt.prompt"
    assert "double number" in found.what
