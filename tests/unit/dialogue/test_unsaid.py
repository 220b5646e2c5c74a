"""What the readings do not say is said."""

import pytest

from tutor.curriculum.course import Course, Skill, Term
from tutor.dialogue.grounding.unsaid import unsaid
from tutor.ids import CourseId, DocumentId, PassageId, PersonaId, SkillId
from tutor.retrieval.passage import Hit, Passage

SKILL = SkillId("cells")
COURSE = Course(
    id=CourseId("c"), title="Cells", default_persona=PersonaId(""), sources={}, by_skill={},
    skills={SKILL: Skill(id=SKILL, title="Cells", aliases=("bacteria",))},
    glossary=(Term(term="organelle", means="A part of a cell.", also=("cell part",)),),
)  # fmt: skip
HIT = Hit(
    passage=Passage(
        id=PassageId("p"), course=COURSE.id, document=DocumentId("d"), title="Cells", anchor="", start=0, end=1,
        heading_path=("Cells", "Mitochondria"), page=None, skills=(SKILL,), text="Mitochondria release energy.",
    ),
    score=0.8,
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("what is the biggest cell", ("biggest",)),
        ("who invented mitochondria", ("invented",)),
        ("do mushroms have mitochondria", ("mushroms",)),
        ("do mitocondria release energy", ()),  # a slip is not missing
        ("why do organelles matter", ()),
        ("are bacteria cells", ()),
        ("what does it do", ()),  # nothing telling in it
        ("who wrote romeo", ()),  # nothing of it was found: that is said otherwise
        ("how do cells actually work", ()),
    ],
)
def test_words_that_nothing_found_has_are_named(question: str, missing: tuple[str, ...]) -> None:
    assert unsaid(question, [HIT], COURSE) == missing


def test_no_more_than_two_words_are_named() -> None:
    asked = "can elephants and giraffes and zebras see mitochondria"
    assert unsaid(asked, [HIT], COURSE) == ("elephants", "giraffes")
