"""The ways into a skill: each bundled one can be shown as one reply of the tutor."""

import pytest

from tutor.curriculum.book import Book
from tutor.ids import CourseId
from tutor.settings import bundled

COURSES = ("fractions", "cells-and-photosynthesis", "first-steps-in-python")


@pytest.mark.parametrize("course", COURSES)
def test_a_way_asks_one_question_at_most(course: str) -> None:
    book = Book([bundled("curricula")])
    book.refresh()
    skills = book.get(CourseId(course)).skills
    assert all(skill.materials for skill in skills.values())
    asking = {
        f"{skill.id}: {way.title}"
        for skill in skills.values()
        for way in skill.materials
        if f"{way.title} {way.text}".count("?") > 1
    }
    assert not asking
