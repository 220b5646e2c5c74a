"""The terms of a course: its glossary, its skills and the headings of its readings (pure)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tutor.curriculum.course import Course, Reading
from tutor.ids import DocumentId, SkillId
from tutor.retrieval.asking import wordings
from tutor.retrieval.chunk import headings_of
from tutor.retrieval.language import Analyser
from tutor.retrieval.passage import StoredDocument


class TermKind(StrEnum):
    """Where the course names a term, in order of preference."""

    GLOSSARY = "glossary"
    SKILL = "skill"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMatch:
    """A term of the course that a message seems to name.

    `means` is the glossary's explanation or the skill's card (may be empty); `score` in 0–1, 1 for
    the term itself, from 0.9 for another form of it, below that for a misspelling or a part of it.
    `document` and `anchor` are set for a heading.
    """

    term: str
    kind: TermKind
    score: float
    skill: SkillId | None = None
    means: str = ""
    document: DocumentId | None = None
    anchor: str = ""


def own_words(course: Course, analyser: Analyser) -> dict[SkillId, dict[str, float]]:
    """Each skill's own words: those that name it and its terms count whole, those that explain half."""
    own: dict[SkillId, dict[str, float]] = {skill: {} for skill in course.skills}

    def add(skill: SkillId, text: str, weight: float) -> None:
        for stem in analyser.words(text).stems:
            own[skill][stem] = max(own[skill].get(stem, 0.0), weight)

    for skill in course.skills.values():
        for text in (skill.title, *skill.aliases):
            add(skill.id, text, 1.0)
        for text in (skill.card, skill.objective):
            add(skill.id, text, 0.6)
    for term in course.glossary:
        if term.skill in own:
            for text in (term.term, *term.also):
                add(term.skill, text, 1.0)
            add(term.skill, term.means, 0.5)
    return own


def entries(course: Course) -> Iterable[tuple[str, TermMatch]]:
    """Each way of saying a term, with the term: its other names and a skill's aliases too."""
    for term in course.glossary:
        match = TermMatch(
            term=term.term, kind=TermKind.GLOSSARY, score=1, skill=term.skill, means=term.means
        )
        yield from ((said, match) for said in (term.term, *term.also))
    for skill in course.skills.values():
        match = TermMatch(
            term=skill.title, kind=TermKind.SKILL, score=1, skill=skill.id, means=skill.card
        )
        yield from ((said, match) for said in (skill.title, *skill.aliases))
    for reading, document in documents(course):
        for heading in headings_of(document):
            if wordings(heading.text):
                continue  # what asks is no name: see `asking`
            yield (
                heading.text,
                TermMatch(
                    term=heading.text, kind=TermKind.HEADING, score=1,
                    skill=reading.skills[0] if reading.skills else None,
                    document=document.id, anchor=heading.anchor,
                ),
            )  # fmt: skip


def documents(course: Course) -> Iterator[tuple[Reading, StoredDocument]]:
    """The course's own readings as documents."""
    for reading in course.readings.values():
        yield (
            reading,
            StoredDocument(
                id=DocumentId(f"{course.id}/readings/{reading.id}"), course=course.id,
                title=reading.title, path=reading.path, digest="", text=reading.text,
            ),
        )  # fmt: skip


def scored(match: TermMatch, score: float) -> TermMatch:
    """The match with another score."""
    return TermMatch(
        term=match.term, kind=match.kind, score=score, skill=match.skill, means=match.means,
        document=match.document, anchor=match.anchor,
    )  # fmt: skip
