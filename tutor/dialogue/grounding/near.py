"""What is offered where nothing surely answers: only what speaks of the thing that is asked about (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tutor.dialogue.moves import Explain, Move, Offer
from tutor.dialogue.scene import Scene
from tutor.ids import SkillId
from tutor.retrieval.passage import Hit
from tutor.retrieval.questions import Questions
from tutor.retrieval.relation import relation_of

LEAST_LETTERS = 3  # of a word that may be what a question is about
MOST = 2  # words that are named as not found
_SOMEBODY = re.compile(
    r"[^\W\d_a-z][a-z]+ (?:van |de |von )?[^\W\d_a-z][a-z]+|\b(?:scientists?|people)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def worth_offering(offer: Offer, move: Explain, scene: Scene, questions: Questions) -> Move:
    """The choices that share a telling word with the question; the question, to be told that nothing was found, where
    none does, or where half of its telling words stand in no reading (“can plants feel pain”): choices would not answer
    it.
    """
    if not offer.unsure or not scene.course.language.startswith("en"):
        return offer
    telling = _telling(move.question, questions)
    unknown = unknown_words(move.question, questions)
    if not telling:
        return offer
    if 2 * len(unknown) >= len(telling):
        return replace(move, unsaid=unknown)
    asked = tuple(q for q in offer.questions if telling & questions.stems(q))
    skills = tuple(s for s in offer.skills if telling & questions.stems(_words_of(s, scene)))
    if asked or skills:
        return replace(offer, questions=asked, skills=skills)
    return replace(move, unsaid=unknown)


def unknown_words(question: str, questions: Questions) -> tuple[str, ...]:
    """The telling words of a question, as they were typed, that no reading of the course has."""
    unknown = {stem for stem in _telling(question, questions) if not questions.texts[stem]}
    words = dict.fromkeys(word.casefold() for word in _WORD.findall(question))
    named = (word for word in words if not unknown.isdisjoint(questions.read(word)[0]))
    return tuple(named)[:MOST]


def _telling(question: str, questions: Questions) -> frozenset[str]:
    """What a question is about: its stems but for those that any may have."""
    stems, _ = questions.read(question)
    return frozenset(
        s for s in stems - questions.general if s.isalpha() and len(s) >= LEAST_LETTERS
    )


def names_nobody(question: str, hits: Sequence[Hit]) -> bool:
    """Whether a question asks who did something, and nobody is named in what was found."""
    if relation_of(question) != "who" or not hits:
        return False
    return not any(_SOMEBODY.search(hit.passage.text) for hit in hits)


def _words_of(skill: SkillId, scene: Scene) -> str:
    """A skill's own words."""
    about = scene.course.skills[skill]
    return " . ".join((about.title, *about.aliases, about.objective, about.card))
