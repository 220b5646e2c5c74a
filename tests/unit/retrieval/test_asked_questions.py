"""Which question of a course a message asks in other words."""

import pytest

from tutor.curriculum.course import Course, Reading, Skill, Term
from tutor.ids import CourseId, DocumentId, PassageId, PersonaId, SkillId
from tutor.retrieval.asking import answer_below, wordings
from tutor.retrieval.passage import Passage
from tutor.retrieval.questions import Questions

PARTS, LATER = SkillId("parts"), SkillId("later")
COURSE = Course(
    id=CourseId("cells"), title="Cells", default_persona=PersonaId(""), sources={}, by_skill={},
    skills={PARTS: Skill(id=PARTS, title="Parts"), LATER: Skill(id=LATER, title="Later")},
    glossary=(Term(term="nucleus", means="What directs a cell.", also=("control centre", "kernel")),),
    readings={
        "parts": Reading(
            id="parts", title="Parts", path="readings/parts.md", skills=(PARTS,),
            text="# Parts\n\n## Questions\n\n### Who saw the first cell? Who discovered cells?\n\nRobert Hooke.\n\n"
            "### How many cells does a person have?\n\nTrillions.\n\n### Are viruses alive?\n\nNo.\n\n"
            "### What does the nucleus do?\n\nIt directs.\n\n### Why do cells divide?\n\nTo grow.\n\n"
            "### When was the first cell seen?\n\nIn 1665.\n\n## Parts of a cell\n\nMany.",
        ),
        "later": Reading(
            id="later", title="Later", path="readings/later.md", skills=(LATER,),
            text="# Later\n\n### Why are leaves green?\n\nBecause of chlorophyll.",
        ),
    },
)  # fmt: skip
QUESTIONS = Questions(COURSE)


@pytest.mark.parametrize(
    ("message", "heading"),
    [
        ("who discovered cells", "Who saw the first cell? Who discovered cells?"),
        (
            "so like who actually saw the first cell",
            "Who saw the first cell? Who discovered cells?",
        ),
        ("when was the first cell seen", "When was the first cell seen?"),
        ("how many cells does a person have", "How many cells does a person have?"),
        ("are virusses alive tho", "Are viruses alive?"),
        ("what does the control centre do", "What does the nucleus do?"),
        ("why are leaves green", "Why are leaves green?"),
    ],
)
def test_the_same_question_in_other_words_is_found(message: str, heading: str) -> None:
    assert QUESTIONS.asked(message) == heading


@pytest.mark.parametrize(
    "message",
    ["why are cells so small", "how many atoms are in a cell", "how do you know", "what is that", "", "?",
     "are bacteria alive", "parts of a cell"],
)  # fmt: skip
def test_another_question_is_not(message: str) -> None:
    assert QUESTIONS.asked(message) == ""


def test_a_heading_of_another_document_may_ask_the_same() -> None:
    assert QUESTIONS.same("whats a prokaryote", "What is a prokaryote?")
    assert not QUESTIONS.same("whats a prokaryote", "What is a eukaryote?")
    assert not QUESTIONS.same("whats a prokaryote", "Prokaryotes")


def test_what_is_still_to_be_taught_is_not_answered() -> None:
    assert QUESTIONS.asked("why are leaves green", frozenset({LATER})) == ""


def test_a_heading_may_ask_in_several_wordings() -> None:
    assert wordings("Is 0 a number? Does zero count?") == ("Is 0 a number", "Does zero count")
    assert wordings("Parts of a cell") == ()


def test_the_text_below_is_told_from_its_beginning() -> None:
    passage = Passage(
        id=PassageId("p"), course=COURSE.id, document=DocumentId("d"), title="Parts", anchor="a", start=0, end=1,
        heading_path=("Parts", "Are viruses alive?"), page=None, skills=(),
        text="No, they are not cells. They cannot feed. They need a cell to multiply in.",
    )  # fmt: skip
    assert answer_below(passage, 2, 50) == ("No, they are not cells.", "They cannot feed.")
    assert answer_below(passage, 3, 6) == ("No, they are not cells.",)


def test_of_what_is_not_asked_word_for_word_nothing_that_lacks_a_telling_word_is_told() -> None:
    assert QUESTIONS.asked("what does green do") == ""


def test_a_message_speaks_of_the_matter_with_a_word_of_the_glossary() -> None:
    assert QUESTIONS.of_matter("is the nucleus big")
    assert not QUESTIONS.of_matter("can i have a hint please")
    assert not QUESTIONS.of_matter("what did you do yesterday")


def test_words_that_pupils_take_for_one_another_are_looked_up_too() -> None:
    assert QUESTIONS.widened("are viruses living") == "are viruses living alive"
    assert QUESTIONS.widened("are viruses alive") == "are viruses alive"
