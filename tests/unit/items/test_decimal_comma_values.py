"""A course that writes 0,5 for a half: values stand between semicolons, and both signs are read."""

import re
from dataclasses import replace

import pytest

from tests.english import TONGUES
from tutor.curriculum.book import Book
from tutor.ids import CourseId, ItemId
from tutor.items.grade import Context, Verdict
from tutor.items.item import Item
from tutor.items.types import blanks


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
     ("f-lista", "Responde con todo en orden, separado por punto y coma."),
     ("f-sistema", "Responde con todas las ecuaciones, separadas por punto y coma.")],
)  # fmt: skip
def test_the_learner_is_shown_semicolons(book, name, how):
    assert item(book, name).shown().how == how


@pytest.mark.parametrize(
    ("name", "response"),
    [("f-intervalo", "[2; 5)"), ("f-intervalo", "[2, 5)"), ("f-intervalo", "[2,5)"),
     ("f-intervalo", "[2,0; 5,0)"), ("f-conjunto", "2, -3"), ("f-conjunto", "{2; -3}"),
     ("f-sistema", "x = 2; y = 3"), ("f-sistema", "x=2, y=3"), ("f-sistema", "2; 3"),
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


def test_a_system_is_shown_and_missed_with_semicolons(book):
    made = item(book, "f-sistema")
    assert made.type.answer_text() == "x = 2; y = 3"
    assert made.grade("7").note == "Buscaba ecuaciones, como x = 2; y = 3."


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_item_asks_for_commas_between_values_that_may_hold_commas(book, language):
    """Labels and words may stand between commas; numbers, formulas and equations may not."""
    for source in book.get(CourseId("taller")).sources.values():
        if source.type_name in ("choices", "blanks"):
            continue
        made = replace(source, context=replace(source.context, language=language)).make(1)
        said = (made.shown().how, *(made.grade(text).note for text in ("7", "a b c", "2,4", "((")))
        for text in said:
            bare = text.replace("punto y coma", "").replace("semicolon", "")
            assert "comma" not in bare, (source.id, text)
            assert "coma" not in bare, (source.id, text)
            assert not re.search(r"\d, \d", text), (source.id, text)


@pytest.mark.parametrize(
    ("answer", "how", "note", "comma"),
    [(["0,5", "3"], "Escribe lo que va en los huecos, separado por punto y coma.", "punto y coma", True),
     (["agua", "luz"], "Escribe lo que va en los huecos, separado por comas.", "Pon comas", True),
     (["0.5", "3"], "Escribe lo que va en los huecos, separado por comas.", "Pon comas", False)],
)  # fmt: skip
def test_blanks_that_hold_numbers_stand_between_semicolons(answer, how, note, comma):
    spec = {"answer": answer, "prompt": "Pon ___ y ___."}
    made = Item(
        id=ItemId("b"), seed=0, templated=False, skills=(), type_name="blanks", prompt="Pon ___ y ___.",
        type=blanks.build(spec, Context(language="es", decimal_comma=comma)), language="es",
        decimal_comma=comma,
    )  # fmt: skip
    assert made.shown().how == how
    assert note in made.grade("uno").note
    assert made.grade("; ".join(answer)).verdict is Verdict.CORRECT
    assert made.grade(made.type.answer_text()).verdict is Verdict.CORRECT
