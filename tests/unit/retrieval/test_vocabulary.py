"""What short messages name."""

from dataclasses import replace

import pytest

from tutor.curriculum.course import Course, Misconception, Reading, Skill, Term
from tutor.ids import CourseId, MisconceptionId, PersonaId, SkillId
from tutor.retrieval.vocabulary import TermKind, Vocabulary

LIKE, MIXED = SkillId("like"), SkillId("mixed")
COURSE = Course(
    id=CourseId("fractions"),
    title="Fractions",
    default_persona=PersonaId(""),
    skills={
        LIKE: Skill(id=LIKE, title="Adding like fractions", aliases=("same denominator",), card="Keep it."),
        MIXED: Skill(id=MIXED, title="Mixed numbers"),
    },
    sources={},
    by_skill={},
    glossary=(
        Term(term="denominator", means="The bottom number.", skill=LIKE, also=("bottom number",)),
        Term(term="numerator", means="The top number.", skill=LIKE),
        Term(term="mitosis", means="Division of a nucleus."),
        Term(term="meiosis", means="Division that makes gametes."),
    ),
    readings={
        "r": Reading(
            id="r", title="Adding", path="readings/r.md", skills=(LIKE,),
            text="# Adding\n\nWords.\n\n## A common mistake\n\nMore.",
        )
    },
)  # fmt: skip
VOCABULARY = Vocabulary(COURSE)


@pytest.mark.parametrize(
    ("message", "term"),
    [
        ("denominator", "denominator"),
        ("Denominators?", "denominator"),
        ("denomnator", "denominator"),
        ("whats a denominater", "denominator"),
        ("what is the bottom number", "denominator"),
        ("explain numerators pls", "numerator"),
        ("mixed number", "Mixed numbers"),
        ("same denominators", "Adding like fractions"),
        ("like fractions", "Adding like fractions"),
        ("common mistake", "A common mistake"),
        ("mieosis", "meiosis"),
        ("mitosis", "mitosis"),
    ],
)
def test_a_short_message_names_a_term(message: str, term: str) -> None:
    assert VOCABULARY.match(message)[0].term == term


@pytest.mark.parametrize(
    "message",
    ["", "?", "pizza", "huh", "3/4", "why", "how do I add two fractions with tops and bottoms"],
)
def test_other_messages_name_nothing(message: str) -> None:
    assert VOCABULARY.match(message) == ()


def test_the_term_itself_comes_before_what_only_holds_it() -> None:
    matches = VOCABULARY.match("denominator")
    assert matches[0].score == 1.0
    assert matches[0].kind is TermKind.GLOSSARY
    assert matches[0].means == "The bottom number."
    assert all(other.score < 0.9 for other in matches[1:])


def test_neighbours_in_spelling_are_both_offered_but_the_right_one_first() -> None:
    assert next(one.term for one in VOCABULARY.match("meiosis")) == "meiosis"


def test_a_small_word_may_be_a_terms_own() -> None:
    course = replace(
        COURSE, glossary=(Term(term="while loop", means="Repeats while a condition holds."),)
    )
    assert [one.term for one in Vocabulary(course).match("while?")] == ["while loop"]
    assert Vocabulary(course).match("it") == ()


def test_a_heading_says_where_it_stands() -> None:
    (match,) = VOCABULARY.match("a common mistake")
    assert match.kind is TermKind.HEADING
    assert (match.document, match.anchor) == ("fractions/readings/r", "a-common-mistake")
    assert match.skill == LIKE


def test_a_longer_message_names_a_skill_by_just_its_words() -> None:
    bottoms = replace(COURSE.skills[LIKE], aliases=("add fractions with different bottoms",))
    words = Vocabulary(replace(COURSE, skills={**COURSE.skills, LIKE: bottoms}))
    named = words.match("adding fractions with different bottoms")
    assert [match.skill for match in named] == [LIKE]
    assert not words.match("adding fractions with different bottoms and mixed numbers")


def test_a_short_word_with_another_first_letter_is_no_slip() -> None:
    none = Term(term="None", means="No value.", skill=LIKE)
    words = Vocabulary(replace(COURSE, glossary=(*COURSE.glossary, none)))
    assert not [match for match in words.match("one") if match.term == "None"]
    assert [match.term for match in words.match("nome")][:1] == ["None"]


def test_what_stands_for_a_word_names_nothing_itself() -> None:
    assert VOCABULARY.match("and a mixed one?")[0].skill == MIXED
    assert VOCABULARY.match("the bottom number thing")[0].term == "denominator"


def test_skills_are_meant_before_a_heading_of_one_reading() -> None:
    found = VOCABULARY.match("adding")
    assert found[0].kind is TermKind.SKILL


def _with_ideas(*said: tuple[str, str]) -> Vocabulary:
    ideas = {
        MisconceptionId(name): Misconception(
            id=MisconceptionId(name), name=name, says=says, probe="", correction=""
        )
        for name, says in said
    }
    return Vocabulary(replace(COURSE, misconceptions=ideas))


def test_a_claim_comes_near_the_wrong_idea_that_holds_its_words() -> None:
    words = _with_ideas(
        ("adds-both", "The learner adds the numerators and the denominators."),
        ("larger", "The learner takes a larger denominator for a larger fraction."),
    )
    found = words.idea("you add the numerators and the denominators")
    assert found is not None
    assert (found[0], found[1] > 0.6) == ("adds-both", True)
    assert words.idea("denominators") is None


def test_a_claim_between_two_wrong_ideas_is_neither() -> None:
    words = _with_ideas(("one", "Adds numerators."), ("two", "Adds numerators."))
    assert words.idea("you add numerators") is None
