"""The course's vocabulary: what a message of one to three words names, typos and all (pure)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tutor.curriculum.course import Course
from tutor.ids import DocumentId, SkillId
from tutor.retrieval.chunk import headings_of
from tutor.retrieval.language import Analyser, fold
from tutor.retrieval.passage import StoredDocument
from tutor.retrieval.spelling import slips_between, slips_forgiven

SMALL_WORDS = 0.06  # taken off where a message's small words differ from the term's
LONGEST = 3  # words of content beyond which a message is a question, not a term
# Ways of asking for a term; they are taken off before looking.
_ASKING = re.compile(
    r"^(?:(?:hi|hey|hello|ok|so|um|pls|please|and|but)\b[\s,]*)*"
    r"(?:what(?:'?s| is| are| was| were| does| do)?|define|explain|describe|who is|tell me about|"
    r"how about|what about|meaning of|definition of|i don'?t (?:get|understand)|help (?:me )?with)\b\s*"
    r"|\b(?:pls|please|again|mean|means|meaning|definition|idk)\b|[?!.,;:“”\"]+"
)


_QUESTIONS = frozenset(
    ["how", "what", "when", "where", "which", "who", "why", "it", "this", "that", "i"]
)


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


@dataclass(frozen=True, slots=True)
class _Name:
    """One way of saying a term."""

    said: str
    words: tuple[str, ...]
    stems: frozenset[str]
    match: TermMatch
    whole: frozenset[str]  # stems of all words, the small ones too: "for" is one in Python


class Vocabulary:
    """Skill titles, aliases, glossary terms and headings of one course."""

    def __init__(self, course: Course) -> None:
        self._analyser = Analyser(course.language)
        self._names = tuple(
            self._name(said, match) for said, match in _entries(course) if said.strip()
        )
        self._whole_of: dict[tuple[TermKind, str], frozenset[str]] = {}
        for name in self._names:
            key = (name.match.kind, name.match.term)
            self._whole_of[key] = self._whole_of.get(key, frozenset()) | name.whole

    def match(self, text: str, *, most: int = 4) -> tuple[TermMatch, ...]:
        """What a short message names, best first, one match per term; empty for anything longer."""
        asked = " ".join(_ASKING.sub(" ", fold(text).replace("’", "'")).split()) or fold(text)
        words = self._analyser.words(asked)
        stems, spoken = frozenset(words.stems), self._spoken(words.raw)
        if len(words.stems) > LONGEST:
            return ()
        if not stems:
            return self._small_word(words.raw)
        small = frozenset(self._whole(words.raw)) - stems
        best: dict[tuple[TermKind, str], TermMatch] = {}
        for name in self._names:
            score = _likeness(" ".join(spoken), spoken, stems, name)
            key = (name.match.kind, name.match.term)
            # Among equals, the term that has the small words too is meant ("for loops").
            score -= SMALL_WORDS if score and not small <= self._whole_of[key] else 0
            if score and (key not in best or best[key].score < score):
                best[key] = _scored(name.match, score)
        order = list(TermKind)
        ranked = sorted(best.values(), key=lambda one: (-one.score, order.index(one.kind)))
        named: dict[str, TermMatch] = {}
        for one in ranked:
            named.setdefault(fold(one.term), one)
        return tuple(named.values())[:most]

    def _name(self, said: str, match: TermMatch) -> _Name:
        words = self._analyser.words(said)
        spoken = self._spoken(words.raw)
        stems = frozenset(words.stems)
        return _Name(" ".join(spoken), spoken, stems, match, self._whole(words.raw))

    def _whole(self, raw: tuple[str, ...]) -> frozenset[str]:
        return frozenset(self._analyser.stem(word) for word in raw)

    def _small_word(self, raw: tuple[str, ...]) -> tuple[TermMatch, ...]:
        """A small word may be a term's own, such as "while" of the while loops."""
        if len(raw) != 1 or raw[0] in _QUESTIONS:
            return ()
        (stem,) = self._whole(raw)
        held = [name for name in self._names if stem in name.whole and len(name.whole) <= 2]
        named: dict[str, TermMatch] = {}
        for name in held:
            score = 0.5 + 0.5 / len(name.whole)
            named.setdefault(fold(name.match.term), _scored(name.match, score))
        return tuple(sorted(named.values(), key=lambda one: -one.score))

    def _spoken(self, raw: tuple[str, ...]) -> tuple[str, ...]:
        """The words without small ones, unless there are no others."""
        return tuple(word for word in raw if not self._analyser.is_stop(word)) or raw


def _entries(course: Course) -> Iterable[tuple[str, TermMatch]]:
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
    for reading in course.readings.values():
        document = StoredDocument(
            id=DocumentId(f"{course.id}/readings/{reading.id}"), course=course.id,
            title=reading.title, path=reading.path, digest="", text=reading.text,
        )  # fmt: skip
        for heading in headings_of(document):
            yield (
                heading.text,
                TermMatch(
                    term=heading.text, kind=TermKind.HEADING, score=1,
                    skill=reading.skills[0] if reading.skills else None,
                    document=document.id, anchor=heading.anchor,
                ),
            )  # fmt: skip


def _likeness(said: str, words: tuple[str, ...], stems: frozenset[str], name: _Name) -> float:
    """How surely the words name the term: 1 the same, 0.95 inflected, then misspelt, then a part."""
    if said == name.said:
        return 1.0
    if stems and stems == name.stems:
        return 0.95
    if (wrong := slips_between(said, name.said, slips_forgiven(name.said))) is not None:
        # Letters in the wrong order are a likelier slip than a wrong letter: "mieosis" is meiosis.
        return 0.9 - 0.05 * wrong + 0.02 * (sorted(said) == sorted(name.said))
    if not name.stems:
        return 0.0
    shared = sum(1 for word in words if _names_one(word, name))
    if shared == len(words) and len(words) < len(name.words):
        return 0.5 + 0.3 * shared / len(name.words)
    if stems > name.stems and len(name.said) > 3:
        return 0.5 + 0.3 * len(name.stems) / len(stems)
    return 0.0


def _names_one(word: str, name: _Name) -> bool:
    """Whether a word, perhaps misspelt, is one of the name's words."""
    if len(word) < 3:
        return word in name.words
    return any(
        other.startswith(word) or slips_between(word, other, slips_forgiven(other)) is not None
        for other in name.words
        if len(other) >= 3
    )


def _scored(match: TermMatch, score: float) -> TermMatch:
    return TermMatch(
        term=match.term, kind=match.kind, score=score, skill=match.skill, means=match.means,
        document=match.document, anchor=match.anchor,
    )  # fmt: skip
