"""Word search over one course: BM25 of stems, plain words, word pairs and pages, in memory.

Four BM25 scores are added with fixed weights: stems of the passage, its words unstemmed, pairs of
neighbouring stems, and stems of the whole page (the document, or its main section where it is
long). The page score carries what a passage leaves to its neighbours. N-grams of characters join
in where the language is not English. No model, no other process: this index is always there.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from tutor.ids import DocumentId, PassageId, SkillId
from tutor.retrieval.bm25 import Bm25, Field, Numbers, Ragged, Scores
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.language import Analyser
from tutor.retrieval.passage import Passage
from tutor.retrieval.spelling import Spelling

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
    pairs: Field
    grams: Field
    page: Field


@dataclass(frozen=True, slots=True)
class _Entry:
    """One passage as numbers of terms."""

    line: Line
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
        self._packed: Lines | None = None  # what was made before; unpacked at the first change
        self._view: View | None = None

    @classmethod
    def of(cls, language: str, lines: Lines, fields: Fields) -> "LexicalIndex":
        """An index that was made before, as `View.lines` and `View.fields` had it."""
        made = cls(language)
        made._numbers = dict(lines.numbers)
        made._packed = lines
        made._view = View(lines, fields, made.analyser, made._weights)
        return made

    def replace(self, document: DocumentId, passages: Sequence[Passage]) -> None:
        """Index a document's passages instead of the ones it had."""
        self._unpack()
        # The same words under the same headings have the same id: they are not analysed again.
        kept = {entry.line.id: entry for entry in self._documents.get(document, ())}
        self._documents[document] = tuple(self._entry(one, kept.get(one.id)) for one in passages)
        self._view = None

    def remove(self, document: DocumentId) -> None:
        """Forget a document."""
        self._unpack()
        if self._documents.pop(document, None) is not None:
            self._view = None

    def replace_all(self, passages: Iterable[Passage]) -> None:
        """Hold these passages and no others; what was indexed before is not analysed again."""
        held: dict[DocumentId, list[Passage]] = {}
        for passage in passages:
            held.setdefault(passage.document, []).append(passage)
        self._unpack()
        for gone in self._documents.keys() - held.keys():
            self.remove(gone)
        for document, theirs in held.items():
            self.replace(document, theirs)

    def view(self) -> "View":
        """What is indexed now; it stays as it is when documents come and go."""
        if self._view is None:
            entries = [entry for one in self._documents.values() for entry in one]
            lines = Lines(
                lines=tuple(entry.line for entry in entries),
                stems=Ragged.of([entry.stems for entry in entries]),
                raw=Ragged.of([entry.raw for entry in entries]),
                grams=Ragged.of([entry.grams for entry in entries]),
                numbers=dict(self._numbers),
            )
            fields = fields_of(lines, self._settings)
            self._view = View(lines, fields, self.analyser, self._weights)
        return self._view

    def _unpack(self) -> None:
        if (packed := self._packed) is None:
            return
        self._packed = None
        held: dict[DocumentId, list[_Entry]] = {}
        for at, line in enumerate(packed.lines):
            entry = _Entry(line, packed.stems.row(at), packed.raw.row(at), packed.grams.row(at))
            held.setdefault(line.document, []).append(entry)
        self._documents = {document: tuple(theirs) for document, theirs in held.items()}

    def _entry(self, passage: Passage, kept: _Entry | None) -> _Entry:
        line = Line(
            id=passage.id,
            document=passage.document,
            section=passage.heading_path[1] if len(passage.heading_path) > 1 else "",
            skills=passage.skills,
        )
        if kept is not None:
            return replace(kept, line=line)
        words = self.analyser.words(indexed_text(passage))
        return _Entry(
            line,
            self._numbered(words.stems),
            self._numbered(words.raw),
            self._numbered(words.grams),
        )

    def _numbered(self, terms: Sequence[str]) -> Numbers:
        numbers = self._numbers
        return np.array([numbers.setdefault(term, len(numbers)) for term in terms], dtype=np.int32)


def fields_of(lines: Lines, settings: Bm25) -> Fields:
    """The postings of all kinds of terms."""
    return Fields(
        stems=Field.of(lines.stems, settings),
        raw=Field.of(lines.raw, settings),
        pairs=Field.of(_pairs(lines.stems), settings),
        grams=Field.of(lines.grams, settings),
        page=Field.of(_joined(lines.stems, pages_of(lines)), settings),
    )


class View:
    """Postings of everything that an index held at one time."""

    def __init__(self, lines: Lines, fields: Fields, analyser: Analyser, weights: Weights) -> None:
        self.lines, self.fields = lines, fields
        self.ids = tuple(line.id for line in lines.lines)
        self.page_of = pages_of(lines)
        self._analyser, self._numbers, self._weights = analyser, lines.numbers, weights

    def __len__(self) -> int:
        return len(self.ids)

    def score(self, text: str) -> Lexical:
        """Score every passage for a query."""
        words = self._analyser.words(text)
        stems = self._known(self.content(text))
        raw = self._known(w for w in dict.fromkeys(words.raw) if not self._analyser.is_stop(w))
        sequence = [self._numbers.get(stem, -1) for stem in words.stems]
        pairs = dict.fromkeys(
            _pair(a, b) for a, b in itertools.pairwise(sequence) if a >= 0 and b >= 0
        )
        weights, fields = self._weights, self.fields
        total = np.zeros(len(self.ids), dtype=np.float32)
        fields.stems.add(total, stems, weights.stems)
        fields.raw.add(total, raw, weights.raw)
        fields.pairs.add(total, pairs, weights.pairs)
        fields.grams.add(total, self._known(dict.fromkeys(words.grams)), weights.grams)
        held = total > 0
        total += np.float32(weights.page) * fields.page.scores(stems)[self.page_of]
        return Lexical(score=total, held=held, covered=self._covered(text))

    def content(self, text: str) -> tuple[str, ...]:
        """The different words of content in a query."""
        return tuple(dict.fromkeys(self._analyser.content(text)))

    def mended(self, text: str) -> str:
        """The query with words that no passage has replaced by the one they are a slip from."""
        return self._spelling.mended(text)

    def _is_known(self, word: str) -> bool:
        stem = self._analyser.stem(word)
        return word in self._numbers or stem in self._numbers or self._analyser.is_stop(word)

    def of_skills(self, skills: Iterable[SkillId]) -> npt.NDArray[np.bool_]:
        """Which passages belong to one of the skills."""
        belongs = np.zeros(len(self.ids), dtype=bool)
        for skill in skills:
            belongs[self._by_skill.get(skill, [])] = True
        return belongs

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

    def _covered(self, text: str) -> Scores:
        covered = np.zeros(len(self.ids), dtype=np.float32)
        whole = 0.0
        for stem in self.content(text):
            term = self._numbers.get(stem, -1)
            rarity = self.fields.stems.rarity(term)
            whole += rarity
            covered[self.fields.stems.holding(term)] += np.float32(rarity)
        return covered / np.float32(whole) if whole else covered

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


def _pair(first: int, second: int) -> int:
    return first << 31 | second


def _pairs(stems: Ragged) -> Ragged:
    """Neighbouring stems of each row as one number; a row of n stems has n - 1 pairs."""
    wide = stems.values.astype(np.int64)
    pairs = (wide[:-1] << 31) | wide[1:]
    inner = np.ones(len(pairs), dtype=bool)
    borders = stems.ends[1:-1] - 1
    inner[borders[(borders >= 0) & (borders < len(pairs))]] = False  # from one row to the next
    lengths = np.maximum(stems.lengths - 1, 0)
    return Ragged(pairs[inner], np.append(0, np.cumsum(lengths)))
