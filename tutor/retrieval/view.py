"""What one course's index of words held at one time, and the score of a query over it.

Four BM25 scores are added with fixed weights: stems of the passage, its words unstemmed, pairs of
neighbouring stems, and stems of the whole page (the document, or its main section where it is
long). The page score carries what a passage leaves to its neighbours. N-grams of characters join
in where the language is not English.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from tutor.ids import DocumentId, PassageId, SkillId
from tutor.retrieval.bm25 import Bm25, Field, Numbers, Ragged, Scores, pair
from tutor.retrieval.language import Analyser, fold
from tutor.retrieval.spelling import Spelling
from tutor.retrieval.unmapped import Unmapped

_PAGE_PASSAGES = 100  # a page of more is not completed
_SAMPLE = 2_000
_TEXTS = 2_048  # questions and headings whose stems are kept
_PAGE_WORDS = 9_000  # a longer document is a book: its main sections are its pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each part adds to the lexical score."""

    stems: float = 1.0
    raw: float = 0.5
    pairs: float = 0.5
    page: float = 1.0
    grams: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the index keeps of a passage beside its words. `section` is its main heading."""

    id: PassageId
    document: DocumentId
    section: str
    skills: tuple[SkillId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Passages in order, their words as numbers of terms, and the terms' numbers."""

    lines: tuple[Line, ...]
    stems: Ragged
    raw: Ragged
    grams: Ragged
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One `Field` for each kind of term."""

    stems: Field
    raw: Field
    pairs: Field | Unmapped
    grams: Field
    page: Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexical:
    """Scores of one query for every passage, in the view's order.

    `score` is the weighted sum; `held` says whether the passage itself, not only its page, has
    anything of the query.
    """

    score: Scores
    held: npt.NDArray[np.bool_]


def each_field(lines: Lines, settings: Bm25) -> Iterator[tuple[str, Field]]:
    """The postings of all kinds of terms, one after the other: of a large course each is large."""
    yield "stems", Field.of(lines.stems, settings)
    yield "raw", Field.of(lines.raw, settings)
    yield "pairs", Field.of(lines.stems, settings, pairs=True)
    yield "grams", Field.of(lines.grams, settings)
    yield "page", Field.of(_joined(lines.stems, pages_of(lines)), settings)


def fields_of(lines: Lines, settings: Bm25) -> Fields:
    """The postings of all kinds of terms."""
    return Fields(**dict(each_field(lines, settings)))


class View:
    """Postings of everything that an index held at one time."""

    def __init__(self, lines: Lines, fields: Fields, analyser: Analyser, weights: Weights) -> None:
        self.lines, self.fields = lines, fields
        self.ids = tuple(line.id for line in lines.lines)
        self.page_of = pages_of(lines)
        self.places: Numbers = np.arange(len(self.ids))
        self._analyser, self._numbers, self._weights = analyser, lines.numbers, weights
        self._content = lru_cache(_TEXTS)(analyser.content)

    def __len__(self) -> int:
        return len(self.ids)

    def score(self, text: str) -> Lexical:
        """Score every passage for a query."""
        words = self._analyser.words(text)
        stems = self._known(self.content(text))
        raw = self._known(w for w in dict.fromkeys(words.raw) if not self._analyser.is_stop(w))
        sequence = [self._numbers.get(stem, -1) for stem in words.stems]
        pairs = dict.fromkeys(
            pair(a, b) for a, b in itertools.pairwise(sequence) if a >= 0 and b >= 0
        )
        weights, fields = self._weights, self.fields
        total = np.zeros(len(self.ids), dtype=np.float32)
        fields.stems.add(total, stems, weights.stems)
        fields.raw.add(total, raw, weights.raw)
        fields.pairs.add(total, pairs, weights.pairs)
        fields.grams.add(total, self._known(dict.fromkeys(words.grams)), weights.grams)
        held = total > 0
        total += np.repeat(np.float32(weights.page) * fields.page.scores(stems), self._in_page)
        return Lexical(score=total, held=held)

    def covered(self, text: str, at: Numbers) -> Scores:
        """The share in 0–1 of the query's rarity that each of some passages holds."""
        covered = np.zeros(len(at), dtype=np.float32)
        whole = 0.0
        for stem in self.content(text):
            term = self._numbers.get(stem, -1)
            rarity = self.fields.stems.rarity(term)
            whole += rarity
            covered[self.fields.stems.holds(term, at)] += np.float32(rarity)
        return covered / np.float32(whole) if whole else covered

    def content(self, text: str) -> tuple[str, ...]:
        """The different words of content in a query."""
        return tuple(dict.fromkeys(self._content(text)))

    def mended(self, text: str) -> str:
        """The query with words that no passage has replaced by the one they are a slip from.

        Where parts of words are found too, an unknown word stays beside it: it may be another form.
        """
        mended = self._spelling.mended(text)
        if not self._analyser.grams or mended == text:
            return mended
        was = frozenset(fold(text).split())
        return " ".join((text, *(word for word in mended.split() if word not in was)))

    def _is_known(self, word: str) -> bool:
        stem = self._analyser.stem(word)
        return word in self._numbers or stem in self._numbers or self._analyser.is_stop(word)

    def of_skills(self, skills: Iterable[SkillId]) -> npt.NDArray[np.bool_]:
        """Which passages belong to one of the skills."""
        belongs = np.zeros(len(self.ids), dtype=bool)
        for skill in skills:
            belongs[self._by_skill.get(skill, [])] = True
        return belongs

    def with_pages(self, at: Numbers) -> Numbers:
        """Passages with all others of their pages, in order; of very long pages only themselves."""
        pages = np.unique(self.page_of[at])
        begins, counts = self._pages[pages], self._in_page[pages]
        begins, counts = begins[counts <= _PAGE_PASSAGES], counts[counts <= _PAGE_PASSAGES]
        firsts = np.cumsum(counts) - counts
        whole = np.repeat(begins - firsts, counts) + np.arange(int(counts.sum()))
        return np.union1d(whole, at)

    @cached_property
    def sample(self) -> Numbers:
        """About two thousand passages that stand for all, in order: whole pages, evenly spread."""
        step = max(1, len(self.ids) // _SAMPLE)
        long = self._in_page[self.page_of] > _PAGE_PASSAGES
        return self.with_pages(np.append(self._pages[:-1:step], self.places[long][::step]))

    @cached_property
    def _pages(self) -> Numbers:
        """Where each page begins, and the end of the last."""
        count = int(self.page_of[-1]) + 1 if len(self.page_of) else 0
        return np.searchsorted(self.page_of, np.arange(count + 1))

    @cached_property
    def _in_page(self) -> Numbers:
        """How many passages each page has."""
        return np.diff(self._pages)

    @cached_property
    def _by_skill(self) -> dict[SkillId, list[int]]:
        places: dict[SkillId, list[int]] = {}
        for at, line in enumerate(self.lines.lines):
            for skill in line.skills:
                places.setdefault(skill, []).append(at)
        return places

    @cached_property
    def _spelling(self) -> Spelling:
        # Made at the first unknown word: it takes a moment where there are very many words.
        held = dict(zip(*(one.tolist() for one in self.fields.raw.counts()), strict=True))
        counts = {word: held.get(number, 0) for word, number in self._numbers.items()}
        return Spelling(counts, self._analyser)

    def _known(self, terms: Iterable[str]) -> list[int]:
        return [self._numbers[term] for term in terms if term in self._numbers]


def pages_of(lines: Lines) -> npt.NDArray[np.int64]:
    """The number of each passage's page, never falling: its document, or a book's main section."""
    words = lines.raw.lengths
    pages = np.zeros(len(lines.lines), dtype=np.int64)
    number, at = -1, 0
    for _, theirs in itertools.groupby(lines.lines, key=lambda line: line.document):
        held = list(theirs)
        long = int(words[at : at + len(held)].sum()) > _PAGE_WORDS
        for place, line in enumerate(held):
            if place == 0 or (long and line.section != held[place - 1].section):
                number += 1
            pages[at + place] = number
        at += len(held)
    return pages


def _joined(rows: Ragged, page_of: Numbers) -> Ragged:
    """Rows of the same page as one: pages are numbered in order, so only the ends change."""
    if not len(page_of):
        return rows
    last = np.flatnonzero(np.append(page_of[1:] != page_of[:-1], True))
    return Ragged(rows.values, np.append(0, rows.ends[last + 1]))
