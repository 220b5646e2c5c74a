"""Some of the blanks are judged, where a learner says that the others are not known; a tail takes nothing from an answer."""

import pytest

from tests.support import Talk
from tutor.curriculum.book import Book
from tutor.dialogue.reading.attempted import graded
from tutor.dialogue.reading.halves import begun
from tutor.ids import CourseId, ItemId
from tutor.items.grade import Verdict
from tutor.settings import bundled

COURSES = {"fs-03": "fractions", "anc-06": "cells-and-photosynthesis", "whl-01": "first-steps-in-python",
           "print-02": "first-steps-in-python", "osm-02": "cells-and-photosynthesis", "alf-01": "fractions"}  # fmt: skip


@pytest.fixture(scope="module")
def book():
    book = Book([bundled("curricula")])
    book.refresh()
    return book


def _item(book, name):
    return book.get(CourseId(COURSES[name])).item(ItemId(name), 1)


@pytest.mark.parametrize(
    ("item", "text", "read"),
    [
        ("fs-03", "4 and 5 idk after that", "4 · 5 · ? · ?"),
        ("fs-03", "i only know the first one its 4", "4 · ? · ? · ?"),
        ("anc-06", "the first is cytoplasm dunno the rest", "cytoplasm · ? · ?"),
        ("anc-06", "cytoplasm, ribosomes and i forgot the last", "cytoplasm · ribosomes · ?"),
        ("fs-03", "4 and 5, no idea about the rest", "4 · 5 · ? · ?"),
    ],
)
def test_known_blanks_are_judged_though_the_others_are_not(book, item, text, read):
    grade = begun(text, _item(book, item))
    assert grade is not None
    assert (grade.verdict, grade.read_as) == (Verdict.PARTIAL, read)


@pytest.mark.parametrize(
    "text", ["idk the rest", "the last i dont know", "i dont know", "water and idk the others"]
)
def test_not_knowing_alone_fills_no_blank(book, text):
    assert begun(text, _item(book, "anc-06")) is None


async def test_the_blanks_that_are_right_are_named():
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.open_on("fs-03")
    assert "Blanks 1 and 2 are right" in (await talk.say("4 5 and then idk")).text


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("print-02", "{answer} cos of the quotes"),
        ("print-02", "{answer} is that right"),
        ("whl-01", "{answer} am i right"),
        ("alf-01", "{answer} but i dont get why"),
        ("alf-01", "{answer} but im not sure"),
    ],
)
def test_what_follows_a_right_answer_takes_nothing_from_it(book, item, text):
    open_item = _item(book, item)
    said = text.format(answer=open_item.type.answer_text().replace("\n", " "))
    assert graded(said, open_item).verdict is Verdict.CORRECT


def test_a_word_that_the_course_is_about_picks_no_sentence(book):
    assert graded("cells", _item(book, "osm-02")).verdict is Verdict.UNREADABLE
    assert graded("the water", _item(book, "osm-02")).verdict is Verdict.CORRECT
