"""Whether a text bears out a claim: one clause of it says what the claim says, and little else (pure; docs/adr/0065).

A sentence may hold all of a claim's words and say something else (“add the tops and keep the bottom” beside “the bottoms
are added”), so a claim is laid beside each clause. How well the two cover each other, rare words counting most, is
the score; a clause that denies what the claim does not, that has another number or an opposite in its place, or that
lacks its “always”, bears nothing out.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tutor.curriculum.course import Course
from tutor.dialogue.checks.contradicted import blocks_of
from tutor.retrieval.language import analyser_of
from tutor.retrieval.sentences import plain, sentences_of
from tutor.retrieval.statement import Statement

MOST = 40  # clauses that are looked at, those with most of the claim's words first
BORNE = 0.55  # the score from which a claim stands
BESIDE = 0.35  # what a word counts that stands in the rest of the sentence or in its heading
_CLAUSES = re.compile(
    r"[,;:()]| [–-] |\b(?:and|but|because|so|while|whereas|which|that|since|as|if|when|where|y|pero|porque|que|si|cuando)\b"
)
_ALL = re.compile(r"\b(?:only|always|never|every|all)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a sentence: what it states, and the words that stand around it."""

    states: Statement
    beside: frozenset[str]
    limits: frozenset[str]  # its “only”, “always” …


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """What a text says, clause by clause, and where each word occurs."""

    all: tuple[Clause, ...]
    places: dict[str, tuple[int, ...]]

    def weight(self, stem: str) -> float:
        """How much a word tells: the rarer, the more."""
        return math.log((1 + len(self.all)) / (1 + len(self.places.get(stem, ())))) + 0.1


def borne(claim: str, course: Course, at_hand: str) -> bool:
    """Whether the course or the texts at hand say what a claim says."""
    said = make_ready(course)
    if support_in(said, claim, said, course.language) >= BORNE:
        return True
    return support_in(said_in((at_hand,), course.language), claim, said, course.language) >= BORNE


def make_ready(course: Course) -> Clauses:
    """What a course says; taken apart at first use and kept."""
    return said_in(
        (
            *(reading.text for reading in course.readings.values()),
            *(f"{term.term} {term.means}" for term in course.glossary),
            *(skill.card for skill in course.skills.values()),
            *(one.correction for one in course.misconceptions.values()),
        ),
        course.language,
    )


def support_in(text: Clauses, claim: str, course: Clauses, language: str) -> float:
    """How well the best clause of a text and a claim cover each other, 0 to 1."""
    states = Statement.of(claim, analyser_of(language))
    limits = frozenset(_ALL.findall(claim.casefold()))
    weights = {stem: course.weight(stem) for stem in states.stems}
    whole = sum(weights.values())
    near: Counter[int] = Counter()
    for stem in weights:
        near.update(text.places.get(stem, ()))
    best = 0.0
    for at, _ in near.most_common(MOST):
        clause = text.all[at]
        own = clause.states.stems
        held = sum(
            weight * (1.0 if stem in own else BESIDE)
            for stem, weight in weights.items()
            if stem in own or stem in clause.beside
        )
        score = held / whole * sum(stem in weights for stem in own) / len(own)
        # What costs most is looked at last, and only where it could tell.
        if score > best and limits <= clause.limits and states.agrees_with(clause.states):
            best = score
    return best


@lru_cache(maxsize=128)
def said_in(texts: tuple[str, ...], language: str) -> Clauses:
    """Texts taken apart; kept, as every sentence of a draft is laid beside the same ones."""
    clauses = tuple(clause for text in texts for clause in _clauses(text, language))
    places: dict[str, list[int]] = defaultdict(list)
    for at, clause in enumerate(clauses):
        for stem in clause.states.stems:
            places[stem].append(at)
    return Clauses(all=clauses, places={stem: tuple(found) for stem, found in places.items()})


def _clauses(markdown: str, language: str) -> Iterator[Clause]:
    tag = analyser_of(language)
    for sentence, heading in _sentences(markdown):
        around = frozenset(tag.words(f"{sentence} {heading}").stems)
        for part in _CLAUSES.split(sentence):
            states = Statement.of(part, tag)
            if states.stems:
                limits = frozenset(_ALL.findall(part.casefold()))
                yield Clause(states=states, beside=around - set(states.stems), limits=limits)


def _sentences(markdown: str) -> Iterator[tuple[str, str]]:
    """The sentences that state something, each with the heading above it."""
    heading = ""
    for block in blocks_of(markdown):
        if block.lstrip().startswith("#"):
            heading = block.strip("# \n")
            continue
        for sentence in sentences_of(block):
            line = plain(sentence.text).strip()
            if line and not line.endswith("?"):
                yield line, heading
