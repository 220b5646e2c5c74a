"""The passages of one course, analysed and searchable by words, as documents come and go.

No model, no other process: this index is always there. `view` has the scores.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tutor.ids import DocumentId
from tutor.retrieval.bm25 import Bm25, Numbers, Ragged
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.language import Analyser
from tutor.retrieval.passage import Passage
from tutor.retrieval.view import Fields, Line, Lines, View, Weights, fields_of


@dataclass(frozen=True, slots=True)
class _Entry:
    """One passage as numbers of terms."""

    line: Line
    stems: Numbers
    raw: Numbers
    grams: Numbers


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
