"""Whether a course says otherwise: a claim in its own words that turns a sentence of it round (pure).

For moves that look nothing up. A claim that the course supports stands. Else it is refused in four cases: a sentence
with its words says the opposite; it says “only”, “always”, “never”, “every” where the course does not; and where it is
about a term of the course by itself, if the course says it of another thing alone (“ribosomes hold the DNA”) or no
sentence of the course bears most of it. It compares words, so most false
claims in other words still pass, and a true one that the course words otherwise mostly does too.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tutor.curriculum.course import Course, Term
from tutor.retrieval.language import analyser_of
from tutor.retrieval.sentences import plain, sentences_of
from tutor.retrieval.statement import Statement

MOST = 40  # sentences that are looked at, those with most of the claim's words first
STANDS = 0.75  # share of a claim's words that a sentence which supports it holds
TURNS = 0.7  # the same for one that says the opposite
HELD = 0.8  # share of what is said that a sentence about another thing holds
NEAR = 0.6  # share of it that a sentence about the same thing may hold at most
SPOKEN = 0.6  # share of a claim with “only” that a sentence without it holds
BORNE = 0.55  # share of what is said of a term that one sentence must hold, rare words most
LEAST = 2  # words of what is said
_UNIVERSAL = re.compile(r"\b(?:only|always|never|every|sólo|solo|siempre|nunca)\b|دائما|فقط|أبدا")
LONGEST = 14  # words of a plain statement; longer ones say several things
_BESIDES = re.compile(
    (
        r"[,;:\d=“\"]|^\W*(?:this|that|these|those|it|they|here|both|one|two|three|then|now|so|"
        r"not|add|take|compare|count)\b|\b(?:instead|first|last)\b"
    ),
    re.I,
)
_POINTS = re.compile(
    r"\W*(?:it|its|they|their|this|these|that|both|one)\b"
)  # its subject stands before it
_QUOTED = re.compile(r"[*_]*[“«\"][^”»\"\n]{8,}[”»\"][*_]*")  # a wrong idea that the course mends
_VERB = re.compile(
    r"\b(?:is|are|has|have|holds?|makes?|builds?|takes?|gives?|releases?|controls?|moves?|"
    r"counts?|says?|stores?|stands?|means?|finds?|runs?|asks?|happens?|needs?|do|does|can|may|"
    r"leaves?|opens?|goes|begins|adds?|starts?|tells?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a course says: each sentence, and where each word occurs."""

    statements: tuple[Statement, ...]
    texts: tuple[str, ...]
    places: dict[str, tuple[int, ...]]

    def near(self, stems: Iterable[str]) -> list[int]:
        """The sentences with most of the words, best first."""
        counts: Counter[int] = Counter()
        for stem in stems:
            counts.update(self.places.get(stem, ()))
        return [at for at, _ in counts.most_common(MOST)]

    def weight(self, stem: str) -> float:
        """How much a word tells: the rarer, the more."""
        return math.log((1 + len(self.statements)) / (1 + len(self.places.get(stem, ()))))


def contradicted(claim: str, course: Course) -> bool:
    """Whether the course says otherwise than a claim in its own words."""
    if len(claim.split()) > LONGEST or _BESIDES.search(claim) or not _about_a_term(claim, course):
        return False
    said = make_ready(course)
    stated = Statement.of(claim, analyser_of(course.language))
    own = _subject(claim, course.language)
    stands, turned = _agreed(claim, own, stated, said)
    if stands or turned:
        return not stands
    # What is said of a term by itself is general: the course must say most of it.
    general = any(set(stems) == own for stems in _terms(course.glossary, course.language))
    return general and (not _borne(stated, said) or _of_another(own, stated, said))


def make_ready(course: Course) -> Said:
    """What a course says; taken apart at first use (0.1 to 0.2 s) and kept."""
    return _said_in(
        tuple(reading.text for reading in course.readings.values())
        + tuple(f"{term.term}: {term.means}" for term in course.glossary),
        course.language,
    )


def _borne(stated: Statement, said: Said) -> bool:
    """Whether one sentence that agrees holds most of a claim, rare words counting most."""
    weights = {stem: said.weight(stem) for stem in stated.stems}
    whole = sum(weights.values())
    return any(
        sum(weights[stem] for stem in weights if stem in said.statements[at].stems) >= BORNE * whole
        for at in said.near(stated.stems)
        if stated.agrees_with(said.statements[at])
    )


def _agreed(claim: str, own: set[str], stated: Statement, said: Said) -> tuple[bool, bool]:
    """Whether the course says a claim of the same thing, and whether it says otherwise."""
    universal = set(_UNIVERSAL.findall(claim.casefold()))
    limited = False
    agrees: list[int] = []  # how long the sentences about the same thing are that say the same
    turns: list[int] = []  # … and those that say the opposite
    for at in said.near(stated.stems):
        other = said.statements[at]
        if not own <= set(other.stems):
            continue  # what is said of another thing supports nothing
        share = stated.share_in(other, ())
        same = universal <= set(_UNIVERSAL.findall(said.texts[at]))
        if share >= STANDS and stated.agrees_with(other) and same:
            agrees.append(len(other.stems))
        speaks = not set(stated.stems).isdisjoint(set(other.stems) - own)  # of more than its name
        begins = own == set(other.stems[: len(own)])
        if share >= TURNS and speaks and begins and stated.is_turned_by(other):
            turns.append(len(other.stems))
        limited = limited or (bool(universal) and share >= SPOKEN and not same)
    # the sentence with least beside it decides
    stands = bool(agrees) and (not turns or min(agrees) <= min(turns))
    return stands, bool(turns) or limited


def _subject(claim: str, language: str) -> set[str]:
    """The words of what a claim is about: those before its verb."""
    verb = _VERB.search(claim.casefold())
    return set(Statement.of(claim[: verb.start()] if verb else "", analyser_of(language)).stems)


def _about_a_term(claim: str, course: Course) -> bool:
    """Whether a claim begins with a term of the course, which its texts speak of at length."""
    own = _subject(claim, course.language)
    return any(set(stems) <= own for stems in _terms(course.glossary, course.language) if stems)


@lru_cache(maxsize=8)
def _terms(glossary: tuple[Term, ...], language: str) -> tuple[tuple[str, ...], ...]:
    tag = analyser_of(language)
    return tuple(Statement.of(name, tag).stems for t in glossary for name in (t.term, *t.also))


def _of_another(own: set[str], stated: Statement, said: Said) -> bool:
    """Whether what a claim says of its subject is said of other things alone."""
    rest = {stem: said.weight(stem) for stem in stated.stems if stem not in own}
    whole = sum(rest.values())
    if not own or len(rest) < LEAST:
        return False
    elsewhere = False
    for at in said.near(rest):
        stems = said.statements[at].stems
        held = sum(weight for stem, weight in rest.items() if stem in stems) / whole
        its = own <= set(stems)
        if its and held > NEAR:
            return False
        named = not _POINTS.match(said.texts[at])
        elsewhere = elsewhere or (not its and named and held >= HELD)
    return elsewhere


@lru_cache(maxsize=64)  # more courses than a school teaches at once
def _said_in(texts: tuple[str, ...], language: str) -> Said:
    tag = analyser_of(language)
    lines = [line for text in texts for line in _lines(text)]
    statements = tuple(Statement.of(line, tag) for line in lines)
    places: dict[str, list[int]] = defaultdict(list)
    for at, statement in enumerate(statements):
        for stem in statement.stems:
            places[stem].append(at)
    return Said(
        statements=statements,
        texts=tuple(line.casefold() for line in lines),
        places={stem: tuple(found) for stem, found in places.items()},
    )


def _lines(markdown: str) -> Sequence[str]:
    """The sentences of a text, without its questions."""
    lines = (plain(one.text) for block in blocks_of(markdown) for one in sentences_of(block))
    return [line for line in lines if line.strip() and not line.rstrip().endswith("?")]


def blocks_of(markdown: str) -> Sequence[str]:
    """The paragraphs, points and headings of a text, without the wrong ideas that it quotes."""
    bare = _QUOTED.sub(" ", markdown)
    return re.split(r"\n\s*\n|\n(?=\s*(?:[-*+•|#]|\d+[.)])\s?)", bare)
