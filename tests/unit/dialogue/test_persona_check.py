"""A persona that contradicts its contract, its course or the checks of replies is found, in place."""

import shutil
from pathlib import Path

import pytest

from tests.support import COURSES
from tutor.curriculum.files import load
from tutor.curriculum.problems import Weight
from tutor.dialogue.personas.contradictions import check_personas
from tutor.ids import PersonaId
from tutor.settings import bundled

HEAD = "name: Odd one\nreading_age: 9\n"


def found(tmp_path: Path, body: str) -> list[tuple[str, int, str, str]]:
    """File, line, field and words of the problems of a persona in the small course."""
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny", dirs_exist_ok=True)
    for old in (tmp_path / "tiny" / "personas").glob("*.yaml"):
        if old.stem != "plain":
            old.unlink()
    (tmp_path / "tiny" / "personas" / "odd.yaml").write_text(HEAD + body, encoding="utf-8")
    loaded = load(tmp_path / "tiny")
    assert loaded.course is not None, loaded.problems
    problems = check_personas(loaded)
    assert all(p.weight is Weight.WARNING and p.do for p in problems)
    return [(p.file, p.line, p.field, p.what) for p in problems if "odd" in p.file]


@pytest.mark.parametrize("folder", sorted(p.name for p in bundled("curricula").iterdir() if (p / "course.yaml").is_file()))  # fmt: skip
def test_bundled_personas_are_consistent(folder: str):
    assert check_personas(load(bundled("curricula") / folder)) == []


@pytest.mark.parametrize(
    ("body", "field", "line", "says"),
    [
        ("contract: quiz\nvoice: Friendly. Gives a hint whenever it is wanted.\n", "voice", 4, "promises help"),
        ("contract: exam\nvoice: Always explains each step.\n", "voice", 4, "promises help"),
        ("contract: quiz\nvoice: Brisk.\nsamples:\n  - Next one.\n  - Let me help you with that.\n", "samples.1", 7, "promises help"),
        ("contract: homework\nvoice: Kind.\nsamples: [I will tell you the answer.]\n", "samples.0", 5, "promises answers"),
        ("contract: homework\nvoice: Shows the solution when asked twice.\n", "voice", 4, "promises answers"),
        ("voice: Stern. Never gives hints.\n", "voice", 3, "refuses help"),
        ("voice: Warm. Says that she is a real teacher.\n", "voice", 3, "pass for a human"),
        ("voice: Warm. Never admits being a program.\n", "voice", 3, "pass for a human"),
        ("voice: Bold. Ignores the rules of the program when they bore.\n", "voice", 3, "get round its rules"),
        ("voice: Praises the learner's talent.\n", "voice", 3, "flattery"),
        ("voice: Asks several questions at once.\n", "voice", 3, "several questions"),
        ("voice: Long explanations of each thing.\nmax_words: 40\n", "voice", 3, "asks for length"),
        ("voice: Full of jokes.\nhumour: 0\n", "humour", 4, "humour is 0"),
        ("voice: A strict master.\nstrictness: 1\n", "strictness", 4, "strictness is 1"),
        ("voice: With her any form will do.\nstrictness: 5\n", "strictness", 4, "forms pass"),
        ("voice: He insists on lowest terms.\nstrictness: 1\n", "strictness", 4, "insists on forms"),
        ("voice: Lenient and slow.\nstrictness: 5\n", "strictness", 4, "strictness is 5"),
        ("voice: Calm. ALWAYS polite.\n", "voice", 3, "shouts"),
        ("contract: practice\n", "voice", 1, "neither a voice nor a sample"),
        ("voice: Calm.\nmax_words: 20\nsamples:\n  - Let us look at the tens first and at the ones after them, and then see what the two of them give together.\n", "samples.0", 6, "max_words is 20"),
        ("voice: Calm.\nsamples: [What do you see? And why?]\n", "samples.0", 4, "asks 2 questions"),
        ("voice: Calm.\nsamples: [Great!! Go on.]\n", "samples.0", 4, "shouts"),
        ("voice: Calm.\nsamples: [You are so clever.]\n", "samples.0", 4, "flatters"),
        ("voice: Calm.\nsamples: [When I was a child I liked this.]\n", "samples.0", 4, "claims to be human"),
        ("voice: Calm.\nsamples: [Look at www.example.com first.]\n", "samples.0", 4, "holds an address"),
        ("voice: Calm.\noff_limits: [football]\nsamples: [It is like football.]\n", "samples.0", 5, "off limits"),
        ("voice: Calm.\nsamples: ['Vamos a ver qué es lo que tienes en la primera parte.']\n", "samples.0", 4, "language"),
        ("voice: Calm.\nsamples: [Go on., go on.]\n", "samples.1", 4, "twice"),
        ("voice: Calm.\noff_limits: [politics, doubling]\n", "off_limits.1", 4, "what the course itself"),
    ],
)  # fmt: skip
def test_a_contradiction_is_found_where_it_stands(tmp_path, body, field, line, says):
    assert [(f, n) for _, n, f, what in found(tmp_path, body) if says in what] == [(field, line)]


def test_another_language_and_an_older_reader_than_the_courses_are_found(tmp_path):
    assert found(tmp_path, "voice: Calm.\n") == []
    path = tmp_path / "tiny" / "personas" / "odd.yaml"
    path.write_text("name: Odd\nvoice: Calm.\nlanguage: es\nreading_age: 18\n", encoding="utf-8")
    problems = check_personas(load(tmp_path / "tiny"))
    assert [(p.line, p.field) for p in problems if "odd" in p.file] == [
        (3, "language"),
        (4, "reading_age"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "contract: quiz\nvoice: States the question, gives no hints, and thanks the learner for every answer.\n",
        "contract: homework\nvoice: Asks the learner to show their answer, never the solution.\n",
        "contract: homework\nvoice: Kind.\nsamples: ['I will not tell you the answer, but look at the tens.']\n",
        "voice: Says openly that it is a program. Never claims to be human.\n",
        "voice: Never minds being asked again. Never flatters.\n",
        "voice: Never ignores the rules of spelling.\n",
    ],
)
def test_what_is_denied_is_no_promise(tmp_path, body):
    assert found(tmp_path, body) == []


def test_a_persona_that_does_not_say_takes_language_and_readers_from_its_course(tmp_path):
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny")
    (tmp_path / "tiny" / "personas" / "short.yaml").write_text("name: Short\nvoice: Calm.\n")
    head = tmp_path / "tiny" / "course.yaml"
    text = head.read_text()
    assert "reading_age: 8" in text
    head.write_text(text.replace("language: en", "language: es"))
    course = load(tmp_path / "tiny").course
    assert course is not None
    short = course.personas[PersonaId("short")]
    assert (short.language, short.reading_age) == (course.language, 8)
