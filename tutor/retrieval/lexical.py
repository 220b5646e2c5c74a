"""Word search over one course: BM25 of stems, plain words, word pairs and pages, in memory.

Four BM25 scores (Robertson & Zaragoza, 2009, "The Probabilistic Relevance Framework", eq. 3.15)
are added with fixed weights: stems of the passage, its words unstemmed, pairs of neighbouring
stems, and stems of the whole page (the document, or its main section where it is long). The page
score carries what a passage leaves to its neighbours. N-grams of characters join in where the
language is not English. No model, no other process: this index is always there.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from tutor.ids import DocumentId
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.language import Analyser
from tutor.retrieval.passage import Passage
from tutor.retrieval.spelling import Spelling

Scores = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.signedinteger[Any]]

_PAGE_WORDS = 9_000  # a longer document is a book: its main sections are its pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each part adds to the lexical score."""

    stems: float = 1.0
    raw: float = 0.5
    pairs: float = 0.5
    page: float = 1.0
    grams: float = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bm25:
    """The two constants of BM25: saturation `k1` > 0, length normalisation `b` in 0–1."""

    k1: float = 1.5
    b: float = 0.6


class Field:
    """BM25 over one kind of term: postings as arrays, terms as numbers."""

    def __init__(self, rows: Sequence[Numbers], settings: Bm25) -> None:
        """`rows[i]` holds the terms of row i, with repeats."""
        self._rows = len(rows)
        lengths = np.array([len(row) for row in rows], dtype=np.float32)
        self._average = float(lengths.mean()) if len(rows) else 0.0
        terms = np.concatenate(rows) if rows else np.zeros(0, np.int64)
        owner = np.repeat(np.arange(len(rows), dtype=np.int32), lengths.astype(np.int64))
        order = np.argsort(terms, kind="stable")  # so that owners stay in order within a term
        terms, owner = terms[order], owner[order]
        fresh = np.ones(len(terms), dtype=bool)
        fresh[1:] = (terms[1:] != terms[:-1]) | (owner[1:] != owner[:-1])
        starts = np.flatnonzero(fresh)
        counts = np.diff(np.append(starts, len(terms))).astype(np.float32)
        self._owner = owner[starts]
        relative = lengths[self._owner] / max(self._average, 1.0)
        saturation = settings.k1 * (1 - settings.b + settings.b * relative)
        self._gain = (counts * (settings.k1 + 1) / (counts + saturation)).astype(np.float32)
        self._terms, begins = np.unique(terms[starts], return_index=True)
        self._begins = np.append(begins, len(starts))

    def rarity(self, term: int) -> float:
        """Inverse document frequency, ≥ 0; that of a term seen nowhere for an unknown one."""
        found = self._span(term)
        count = found.stop - found.start
        return float(np.log(1 + (self._rows - count + 0.5) / (count + 0.5)))

    def count(self, term: int) -> int:
        """How many rows hold a term."""
        return len(self.rows(term))

    def rows(self, term: int) -> npt.NDArray[np.int32]:
        """The rows that hold a term."""
        return self._owner[self._span(term)]

    def scores(self, terms: Iterable[int]) -> Scores:
        """The BM25 score of every row for the terms of a query."""
        total = np.zeros(self._rows, dtype=np.float32)
        for term in terms:
            span = self._span(term)
            if span.stop > span.start:
                total[self._owner[span]] += self.rarity(term) * self._gain[span]
        return total

    def _span(self, term: int) -> slice:
        at = int(np.searchsorted(self._terms, term))
        if at == len(self._terms) or self._terms[at] != term:
            return slice(0, 0)
        return slice(int(self._begins[at]), int(self._begins[at + 1]))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One passage as numbers of terms."""

    passage: Passage
    stems: Numbers
    raw: Numbers
    grams: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexical:
    """Scores of one query for every passage, in the view's order.

    `score` is the weighted sum; `held` says whether the passage itself, not only its page, has
    anything of the query; `covered` in 0–1 is the share of the query's rarity that the
    passage holds.
    """

    score: Scores
    held: npt.NDArray[np.bool_]
    covered: Scores


class LexicalIndex:
    """The passages of one course, searchable by words; documents come and go one at a time."""

    def __init__(
        self, language: str = "en", *, weights: Weights | None = None, settings: Bm25 | None = None
    ) -> None:
        self.analyser = Analyser(language)
        self._weights = weights or Weights()
        self._settings = settings or Bm25()
        self._numbers: dict[str, int] = {}
        self._documents: dict[DocumentId, tuple[_Entry, ...]] = {}
        self._view: View | None = None

    def replace(self, document: DocumentId, passages: Sequence[Passage]) -> None:
        """Index a document's passages instead of the ones it had."""
        kept = {entry.passage: entry for entry in self._documents.get(document, ())}
        self._documents[document] = tuple(kept.get(one) or self._entry(one) for one in passages)
        self._view = None

    def remove(self, document: DocumentId) -> None:
        """Forget a document."""
        if self._documents.pop(document, None) is not None:
            self._view = None

    def replace_all(self, passages: Iterable[Passage]) -> None:
        """Hold these passages and no others; what was indexed before is not analysed again."""
        held: dict[DocumentId, list[Passage]] = {}
        for passage in passages:
            held.setdefault(passage.document, []).append(passage)
        for gone in self._documents.keys() - held.keys():
            self.remove(gone)
        for document, theirs in held.items():
            self.replace(document, theirs)

    def view(self) -> "View":
        """What is indexed now; it stays as it is when documents come and go."""
        if self._view is None:
            self._view = View(
                self._documents.values(),
                self.analyser,
                self._numbers,
                self._weights,
                self._settings,
            )
        return self._view

    def _entry(self, passage: Passage) -> _Entry:
        words = self.analyser.words(indexed_text(passage))
        return _Entry(
            passage,
            self._numbered(words.stems),
            self._numbered(words.raw),
            self._numbered(words.grams),
        )

    def _numbered(self, terms: Sequence[str]) -> Numbers:
        numbers = self._numbers
        return np.array([numbers.setdefault(term, len(numbers)) for term in terms], dtype=np.int32)


class View:
    """Postings of everything that an index held at one time."""

    def __init__(
        self,
        documents: Iterable[tuple[_Entry, ...]],
        analyser: Analyser,
        numbers: Mapping[str, int],
        weights: Weights,
        settings: Bm25,
    ) -> None:
        held = tuple(documents)
        entries = [entry for one in held for entry in one]
        self._analyser, self._numbers, self._weights = analyser, numbers, weights
        self.passages = tuple(entry.passage for entry in entries)
        self.page_of = _pages(held)
        self._stems = Field([entry.stems for entry in entries], settings)
        self._raw = Field([entry.raw for entry in entries], settings)
        self._pairs = Field([_pairs(entry.stems) for entry in entries], settings)
        self._grams = Field([entry.grams for entry in entries], settings)
        self._page = Field(_joined([entry.stems for entry in entries], self.page_of), settings)

    def score(self, text: str) -> Lexical:
        """Score every passage for a query."""
        words = self._analyser.words(text)
        stems = self._known(self.content(text))
        raw = self._known(w for w in dict.fromkeys(words.raw) if not self._analyser.is_stop(w))
        sequence = [self._numbers.get(stem, -1) for stem in words.stems]
        pairs = dict.fromkeys(
            _pair(a, b) for a, b in itertools.pairwise(sequence) if a >= 0 and b >= 0
        )
        weights = self._weights
        total = weights.stems * self._stems.scores(stems)
        total += weights.raw * self._raw.scores(raw)
        total += weights.pairs * self._pairs.scores(pairs)
        if words.grams:
            total += weights.grams * self._grams.scores(self._known(dict.fromkeys(words.grams)))
        held = total > 0
        total += weights.page * self._page.scores(stems)[self.page_of]
        return Lexical(score=total, held=held, covered=self._covered(text))

    def content(self, text: str) -> tuple[str, ...]:
        """The different words of content in a query."""
        return tuple(dict.fromkeys(self._analyser.content(text)))

    def mended(self, text: str) -> str:
        """The query with words that no passage has replaced by the one they are a slip from."""
        return self._spelling.mended(text)

    @cached_property
    def _spelling(self) -> Spelling:
        # Made at the first unknown word: most queries are spelt as the course spells.
        return Spelling(
            {word: self._raw.count(number) for word, number in dict(self._numbers).items()},
            self._analyser,
        )

    def _covered(self, text: str) -> Scores:
        covered = np.zeros(len(self.passages), dtype=np.float32)
        whole = 0.0
        for stem in self.content(text):
            term = self._numbers.get(stem, -1)
            rarity = self._stems.rarity(term)
            whole += rarity
            covered[self._stems.rows(term)] += rarity
        return covered / whole if whole else covered

    def _known(self, terms: Iterable[str]) -> list[int]:
        return [self._numbers[term] for term in terms if term in self._numbers]


def _pages(documents: Iterable[tuple[_Entry, ...]]) -> Numbers:
    pages: list[int] = []
    number = -1
    for entries in documents:
        long = sum(len(entry.raw) for entry in entries) > _PAGE_WORDS
        last: tuple[str, ...] | None = None
        for entry in entries:
            path = entry.passage.heading_path[:2] if long else entry.passage.heading_path[:1]
            if last is None or (long and path != last):
                number += 1
            last = path
            pages.append(number)
    return np.array(pages, dtype=np.int64)


def _joined(rows: Sequence[Numbers], page_of: Numbers) -> list[Numbers]:
    gathered: list[list[Numbers]] = [[] for _ in range(int(page_of[-1]) + 1 if len(page_of) else 0)]
    for row, page in zip(rows, page_of, strict=True):
        gathered[int(page)].append(row)
    return [np.concatenate(parts) for parts in gathered]


def _pair(first: int, second: int) -> int:
    return first << 31 | second


def _pairs(stems: Numbers) -> Numbers:
    wide = stems.astype(np.int64)
    return (wide[:-1] << 31) | wide[1:]
