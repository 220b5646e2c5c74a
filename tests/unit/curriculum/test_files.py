"""A course with errors says file, line, field and what to do; a good one loads."""

import shutil
from pathlib import Path

import pytest

from tests.support import COURSES
from tutor.curriculum.book import Book
from tutor.curriculum.check import check
from tutor.curriculum.files import load
from tutor.curriculum.problems import errors
from tutor.errors import NotFound
from tutor.ids import ItemId
from tutor.items.grade import Verdict


@pytest.fixture
def course(tmp_path) -> Path:
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny")
    return tmp_path / "tiny"


def change(file: Path, old: str, new: str) -> int:
    """Change a file; the line on which `new` then begins."""
    text = file.read_text()
    assert old in text
    at = text.index(old)
    file.write_text(text.replace(old, new, 1))
    return text[:at].count("\n") + 1


def test_a_good_course_has_no_problems(course):
    assert check(load(course), seeds=20) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "says"),
    [
        ("course.yaml", "title: Tiny sums", "titel: Tiny sums", "titel", "not known"),
        ("course.yaml", "requires: [adding]", "requires: [halving]", "skills.1.requires", "circle"),
        ("course.yaml", "requires: [adding]", "requires: [nothing]", "skills.1.requires", "not a skill"),
        ("course.yaml", "default_persona: plain", "default_persona: gone", "default_persona", "persona"),
        ("course.yaml", "id: doubling", "id: Do Bling", "skills.1.id", "valid name"),
        ("items/adding.yaml", "type: number", "type: numbre", "type", "item type"),
        ("items/adding.yaml", "skill: adding", "skill: addign", "skill", "not a skill"),
        ("items/adding.yaml", "misconception: counts-on", "misconception: nobody-", "wrong.0", "misconception"),
        ("items/adding.yaml", "Add the tens first.", "'Add to get {{s}}.'", "add-t.hints.0", "gives the answer"),
        ("items/adding.yaml", "'{{s}}'\n    hints", "'{{s / (a - a)}}'\n    hints", "add-t.answer", "zero"),
        ("items/adding.yaml", "id: add-words", "id: add-t", "id", "exists already"),
        ("items/adding.yaml", "b: 11..49", "b: 49..11", "vary.variables.b", "range"),
        ("items/adding.yaml", "answer: '40 and 60'", "answer: '41 and 60'", "add-choice", ""),
        ("items/doubling.yaml", "prompt:", "promt:", "items.0.prompt", "missing"),
        ("readings/adding.md", "title: Adding", "tilte: Adding", "title", "missing"),
        ("personas/plain.yaml", "contract: practice", "contract: anything", "contract", ""),
        ("personas/plain.yaml", "contract: practice", "hint_pause: 900", "hint_pause", ""),
    ],
)  # fmt: skip
def test_each_mistake_is_found_where_it_stands(course, file, old, new, field, says):
    change(course / file, old, new)
    found = errors(check(load(course), seeds=5))
    hits = [p for p in found if field in p.field and says in p.what]
    assert hits, [str(p) for p in found]
    assert hits[0].file == f"tiny/{file}"
    assert hits[0].line > 0


def test_a_problem_names_the_very_line(course):
    line = change(course / "items/adding.yaml", "type: short", "type: shrot")
    assert [p.line for p in errors(load(course).problems)] == [line]


@pytest.mark.parametrize(
    "text", ["a: [", "a: 1\na: 2", "x: &a [1]\ny: *a", "\t- bad", "- just\n- a list", ""]
)
def test_broken_yaml_is_a_problem_not_an_exception(course, text):
    (course / "course.yaml").write_text(text)
    loaded = load(course)
    assert loaded.course is None
    assert errors(loaded.problems)


def test_a_file_that_is_no_text_is_a_problem(course):
    (course / "items/adding.yaml").write_bytes(b"\xff\xfe\x00bad")
    assert errors(load(course).problems)


def test_a_broken_course_keeps_its_last_good_version(course):
    book = Book([course.parent])
    book.refresh()
    good = book.get("tiny")
    change(course / "course.yaml", "title: Tiny sums", "title: [")
    assert book.refresh().problems
    assert book.get("tiny") is good
    assert book.problems("tiny")
    change(course / "course.yaml", "title: [", "title: Sums, mended")
    assert [c.title for c in book.refresh().changed] == ["Sums, mended"]
    assert not book.problems("tiny")


def test_an_unchanged_course_is_not_read_again(course):
    book = Book([course.parent])
    assert book.refresh().changed
    assert not book.refresh().changed


def test_a_course_that_does_not_exist_is_said():
    with pytest.raises(NotFound, match="nowhere"):
        Book([COURSES]).get("nowhere")


def test_what_is_wrong_with_an_answer_is_said_of_one_variant(course):
    file = course / "items" / "adding.yaml"
    change(file, "answer: '{{s}}'", "answer: '{{a}} + {{b}}'")
    found = [p for p in errors(check(load(course), seeds=20)) if "own answer" in p.what]
    assert len(found) == 1
    assert "(variant 0)" in found[0].what


def test_the_question_helps_to_read_what_is_picked(course):
    change(
        course / "items" / "adding.yaml",
        "  - id: add-open",
        """  - id: add-which
    type: choices
    prompt: Which of these do not conduct electricity?
    choices: [copper, silver, wood, glass]
    answer: [wood, glass]
    hints: [Think of wires., Wires are of metal., Wood and glass.]
    solution: Metals conduct.
  - id: add-word
    type: short
    prompt: What kind of word tells how something is done?
    answer: adverb
    hints: [It ends in -ly., Think of quickly., It is the adverb.]
    solution: Adverbs do.
  - id: add-open""",
    )
    loaded = load(course).course
    assert loaded is not None
    which, word = (loaded.sources[ItemId(name)].make(0) for name in ("add-which", "add-word"))
    assert which.grade("wood and glass do not").verdict is Verdict.CORRECT
    assert which.grade("copper and silver do not").verdict is Verdict.INCORRECT
    assert word.grade("an adverb word").verdict is Verdict.CORRECT
