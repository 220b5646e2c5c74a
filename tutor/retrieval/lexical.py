"""The passages of one course, analysed and searchable by words, as documents come and go.

No model, no other process: this index is always there. `view` has the scores. What was analysed
lies packed, and documents are spans of it; only those that came later lie beside it until they
are packed in as well.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tutor.ids import DocumentId
from tutor.retrieval.bm25 import Bm25, Field, Numbers, Ragged
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.language import Analyser
from tutor.retrieval.passage import Passage
from tutor.retrieval.view import Fields, Line, Lines, View, Weights, each_field, fields_of

_KINDS = ("stems", "raw", "grams")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One passage as numbers of terms."""

    line: Line
    stems: Numbers
    raw: Numbers
    grams: Numbers


_Held = range | tuple[_Entry, ...]  # a span of what is packed, or what has come since


class LexicalIndex:
    """The passages of one course, searchable by words; documents come and go one at a time."""

    def __init__(
        self, language: str = "en", *, weights: Weights | None = None, settings: Bm25 | None = None
    ) -> None:
        self.analyser = Analyser(language)
        self._weights = weights or Weights()
        self._settings = settings or Bm25()
        self._numbers: dict[str, int] = {}
        self._documents: dict[DocumentId, _Held] = {}
        self._packed = _EMPTY
        self._view: View | None = None

    @classmethod
    def of(cls, language: str, lines: Lines, fields: Fields) -> "LexicalIndex":
        """An index that was made before, as `View.lines` and `View.fields` had it."""
        made = cls(language)
        made._numbers = dict(lines.numbers)
        made._take(lines)
        made._view = View(lines, fields, made.analyser, made._weights)
        return made

    def replace(self, document: DocumentId, passages: Sequence[Passage]) -> None:
        """Index a document's passages instead of the ones it had."""
        # The same words under the same headings have the same id: they are not analysed again.
        kept = {entry.line.id: entry for entry in self._entries(document)}
        self._documents[document] = tuple(self._entry(one, kept.get(one.id)) for one in passages)
        self._view = None

    def replace_each(self, documents: Iterable[DocumentId], passages: Iterable[Passage]) -> None:
        """Index these documents' passages; a document that has none of them is forgotten."""
        held: dict[DocumentId, list[Passage]] = {one: [] for one in documents}
        for passage in passages:
            held.setdefault(passage.document, []).append(passage)
        for document, theirs in held.items():
            if theirs:
                self.replace(document, theirs)
            else:
                self.remove(document)

    def remove(self, document: DocumentId) -> None:
        """Forget a document."""
        if self._documents.pop(document, None) is not None:
            self._view = None

    def keep(self, documents: Collection[DocumentId]) -> None:
        """Forget all documents but these."""
        for gone in [one for one in self._documents if one not in documents]:
            self.remove(gone)

    def view(self) -> View:
        """What is indexed now; it stays as it is when documents come and go."""
        if self._view is None:
            lines = self.lines()
            fields = fields_of(lines, self._settings)
            self._view = View(lines, fields, self.analyser, self._weights)
        return self._view

    def fields(self) -> Iterator[tuple[str, Field]]:
        """The postings of what is indexed now, one kind after the other, none kept here."""
        return each_field(self.lines(), self._settings)

    def lines(self) -> Lines:
        """The passages that are indexed now, packed."""
        runs = list(self._runs())
        if runs != [range(len(self._packed.lines))]:
            parts = [self._part(run) for run in runs]
            joined = {name: _joined([getattr(one, name) for one in parts]) for name in _KINDS}
            lines = tuple(line for part in parts for line in part.lines)
            self._take(Lines(lines=lines, numbers=dict(self._numbers), **joined))
        return self._packed

    def _take(self, lines: Lines) -> None:
        """Have these lines packed, and no others."""
        spans: dict[DocumentId, range] = {}
        for at, line in enumerate(lines.lines):
            start = spans[line.document].start if line.document in spans else at
            spans[line.document] = range(start, at + 1)
        self._packed, self._documents = lines, {**spans}

    def _runs(self) -> Iterator[_Held]:
        """What is held in order, spans that follow each other as one."""
        run = range(0)
        for held in self._documents.values():
            if isinstance(held, range) and held.start == run.stop:
                run = range(run.start, held.stop)
                continue
            if run:
                yield run
            run = held if isinstance(held, range) else range(0)
            if not isinstance(held, range):
                yield held
        if run:
            yield run

    def _part(self, held: _Held) -> Lines:
        """A run as lines of its own, its words not copied where they lie packed."""
        if isinstance(held, range):
            packed = self._packed
            rows = {name: getattr(packed, name).rows(held) for name in _KINDS}
            return Lines(lines=packed.lines[held.start : held.stop], numbers={}, **rows)
        rows = {name: Ragged.of([getattr(one, name) for one in held]) for name in _KINDS}
        return Lines(lines=tuple(one.line for one in held), numbers={}, **rows)

    def _entries(self, document: DocumentId) -> tuple[_Entry, ...]:
        """A document's passages as they are indexed."""
        held = self._documents.get(document, ())
        if not isinstance(held, range):
            return held
        packed = self._packed
        return tuple(
            _Entry(packed.lines[at], *(getattr(packed, name).row(at) for name in _KINDS))
            for at in held
        )

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


def _joined(parts: Sequence[Ragged]) -> Ragged:
    """The rows of several, one behind the other."""
    lengths = [part.lengths for part in parts]
    ends = np.append(0, np.cumsum(np.concatenate(lengths) if lengths else []))
    values = [part.values for part in parts]
    return Ragged(
        np.concatenate(values) if values else np.zeros(0, np.int32), ends.astype(np.int64)
    )


_NONE = Ragged.of([])
_EMPTY = Lines(lines=(), stems=_NONE, raw=_NONE, grams=_NONE, numbers={})
