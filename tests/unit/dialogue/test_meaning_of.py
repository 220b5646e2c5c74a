"""A question of what a word means is told from one that has the word in it."""

import pytest

from tutor.curriculum.course import Course, Term
from tutor.dialogue.grounding.meaning_of import asks_of_a_word, hard_words, term_asked
from tutor.dialogue.reading.heard import Found
from tutor.ids import CourseId, PersonaId

TERMS = (
    Term(term="reciprocal", means="The fraction turned over."),
    Term(term="common denominator", means="A shared bottom number.", also=("shared bottom",)),
)
COURSE = Course(
    id=CourseId("c"), title="C", default_persona=PersonaId(""), sources={}, by_skill={}, skills={}, readings={},
    glossary=TERMS,
)  # fmt: skip


def _named(text: str) -> tuple[Found, ...]:
    return tuple(
        Found(skill=None, term=t.term, means=t.means)
        for t in TERMS
        if any(way in text for way in (t.term, *t.also))
    )


@pytest.mark.parametrize(
    "question",
    ["what is a reciprocal", "whats a reciprocal again??", "so what does reciprocal mean", "wats reciprocal",
     "what even is a reciprocal", "reciprocal what does that mean", "q significa reciprocal"],
)  # fmt: skip
def test_the_meaning_of_a_term_is_asked(question):
    term = term_asked(question, COURSE, _named)
    assert term is not None
    assert term.term == "reciprocal"


def test_another_name_of_a_term_will_do():
    term = term_asked("what's a shared bottom?", COURSE, _named)
    assert term is not None
    assert term.term == "common denominator"


@pytest.mark.parametrize(
    "question",
    ["why is it called a reciprocal", "what is the reciprocal of 3/4", "what is a reciprocal good for",
     "is a reciprocal a fraction", "what does it do"],
)  # fmt: skip
def test_more_than_the_meaning_is_asked(question):
    assert term_asked(question, COURSE, _named) is None


def test_a_question_may_point_at_a_word_that_was_just_read():
    assert asks_of_a_word("what does that word mean?")
    assert asks_of_a_word("huh what do those words mean")
    assert not asks_of_a_word("what does the word of mean in maths")


def test_of_the_words_of_a_text_those_are_told_that_the_learner_did_not_write():
    known = [Found(skill=None, term=t.term, means=t.means) for t in TERMS]
    assert [w.term for w in hard_words(known, "what is a Reciprocal?")] == ["common denominator"]
