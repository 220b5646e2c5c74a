"""A course that writes 0,5 for a half: values stand between semicolons, and both signs are read."""

import pytest

from tests.english import TONGUES
from tutor.curriculum.book import Book
from tutor.ids import CourseId
from tutor.items.grade import Verdict
from tutor.items.item import Item


@pytest.fixture(scope="module")
def book() -> Book:
    made = Book([TONGUES])
    made.refresh()
    return made


def item(book: Book, name: str) -> Item:
    return book.get(CourseId("taller")).item(name, 1)


@pytest.mark.parametrize(
    ("name", "how"),
    [("f-intervalo", "Responde con un intervalo, como [2; 5)."),
     ("g-par", "Responde así: (2; 3)."),
     ("g-matriz", "Responde así: [[1; 2]; [3; 4]]."),
     ("f-conjunto", "Responde con todas, separadas por punto y coma."),
     ("f-lista", "Responde con todo en orden, separado por punto y coma.")],
)  # fmt: skip
def test_the_learner_is_shown_semicolons(book, name, how):
    assert item(book, name).shown().how == how


@pytest.mark.parametrize(
    ("name", "response"),
    [("f-intervalo", "[2; 5)"), ("f-intervalo", "[2, 5)"), ("f-intervalo", "[2,5)"),
     ("f-intervalo", "[2,0; 5,0)"), ("f-conjunto", "2, -3"), ("f-conjunto", "{2; -3}"),
     ("f-lista", "2, 4, 8"), ("f-lista", "2;4;8"), ("g-par", "(2, -3)"), ("g-par", "(2; -3)")],
)  # fmt: skip
def test_semicolons_and_commas_are_read(book, name, response):
    assert item(book, name).grade(response).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("name", "response"), [("f-lista", "2,4"), ("f-lista", "2,4,8"), ("f-conjunto", "-3,2")]
)
def test_what_may_be_a_decimal_or_several_values_is_asked_about(book, name, response):
    grade = item(book, name).grade(response)
    assert grade.verdict is Verdict.UNREADABLE
    assert "punto y coma" in grade.note


@pytest.mark.parametrize("response", ["[2,5; 5)", "[2,5]", "(2,5)", "[2,5; 5,5)"])
def test_other_ends_stay_wrong(book, response):
    assert item(book, "f-intervalo").grade(response).verdict is Verdict.INCORRECT


def test_a_note_shows_its_example_with_semicolons(book):
    assert item(book, "f-intervalo").grade("7").note == "Buscaba un intervalo, como [2; 5)."
