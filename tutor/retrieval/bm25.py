"""BM25 over one kind of term, its postings held as arrays (pure).

Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework", eq. 3.15. What a term adds
to a row does not depend on the query, so it is worked out once; a query adds up slices.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.signedinteger[Any]]
Array = npt.NDArray[Any]
Gains = npt.NDArray[np.uint16]

_ONE = 65_535  # the greatest gain as a whole number
_HALF = 31  # bits of a pair's second term
_TOGETHER = 1_500_000  # occurrences of terms that are sorted at a time
_SAMPLED = 1_000  # of so many one is looked at to see how terms are spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Bm25:
    """The two constants of BM25: saturation `k1` > 0, length normalisation `b` in 0–1."""

    k1: float = 1.5
    b: float = 0.6


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different lengths in one array: row i is `values[ends[i]:ends[i + 1]]`."""

    values: Numbers
    ends: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ends) - 1

    def row(self, at: int) -> Numbers:
        """One row, not copied."""
        return self.values[self.ends[at] : self.ends[at + 1]]

    def rows(self, span: range) -> "Ragged":
        """Some rows that follow each other, not copied."""
        ends = self.ends[span.start : span.stop + 1]
        return Ragged(self.values[ends[0] : ends[-1]], ends - ends[0])

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        """How many values each row has."""
        return np.diff(self.ends)

    @classmethod
    def of(cls, rows: Sequence[Numbers]) -> "Ragged":
        """The rows one behind the other."""
        ends = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in rows], out=ends[1:])
        values = np.concatenate(rows) if rows else np.zeros(0, np.int32)
        return cls(values, ends)


def rarity(count: int, rows: int) -> float:
    """Inverse document frequency, ≥ 0, of a term that `count` of `rows` rows hold."""
    return math.log(1 + (rows - count + 0.5) / (count + 0.5))


def add_gains(total: Scores, owner: npt.NDArray[np.int32], gain: Gains, one: float) -> None:
    """Add a term's gains, `one` being what the greatest is worth, to the rows that hold it."""
    # less than half the time that `total[owner] += …` takes: no row comes twice
    np.add.at(total, owner, np.float32(one / _ONE) * gain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Postings: the rows that hold `terms[i]` and what it adds there lie at `begins[i:i + 2]`.

    A gain is a whole number, 0 for nothing and 65,535 for `most`: half of the memory, exact to some
    hundred-thousandths.
    """

    rows: int
    most: float
    terms: Numbers
    begins: Numbers
    owner: npt.NDArray[np.int32]
    gain: Gains

    @classmethod
    def of(
        cls, held: Ragged, settings: Bm25, *, pairs: bool = False, together: int = _TOGETHER
    ) -> "Field":
        """`held` has the terms of each row, with repeats; `pairs` of neighbours are terms, see `pair`.

        About so many occurrences are sorted `together`: little lies beside the result of a large index.
        """
        lengths = np.maximum(held.lengths - 1, 0) if pairs else held.lengths
        wide = lengths.astype(np.float32)
        relative = wide / max(float(wide.mean()) if len(held) else 0.0, 1.0)
        saturation = settings.k1 * (1 - settings.b + settings.b * relative)
        parts = [
            _postings(*_occurrences(held, low, high, pairs=pairs), saturation)
            for low, high in _ranges(held.values, together)
        ]
        columns = [list(column) for column in zip(*parts, strict=True)]
        del parts  # each column's parts go once they are joined
        terms, counts, owner, gain = (np.concatenate(columns.pop(0)) for _ in range(4))
        return cls(
            rows=len(held), most=settings.k1 + 1, terms=terms,
            begins=np.append(0, np.cumsum(counts)).astype(np.int32), owner=owner, gain=gain,
        )  # fmt: skip

    def rarity(self, term: int) -> float:
        """Inverse document frequency, ≥ 0; that of a term seen nowhere for an unknown one."""
        return rarity(self.count(term), self.rows)

    def count(self, term: int) -> int:
        """How many rows hold a term."""
        return len(self.holding(term))

    def counts(self) -> tuple[Numbers, Numbers]:
        """Every term, and how many rows hold it."""
        return self.terms, np.diff(self.begins)

    def holding(self, term: int) -> npt.NDArray[np.int32]:
        """The rows that hold a term."""
        return self.owner[self._span(term)]

    def holds(self, term: int, rows: Numbers) -> npt.NDArray[np.bool_]:
        """Which of some rows hold a term."""
        holding = self.holding(term)
        at = holding.searchsorted(rows.astype(holding.dtype))
        there = at < len(holding)
        there[there] = holding[at[there]] == rows[there]
        return there

    def scores(self, terms: Iterable[int]) -> Scores:
        """The BM25 score of every row for the terms of a query."""
        total = np.zeros(self.rows, dtype=np.float32)
        self.add(total, terms, 1.0)
        return total

    def add(self, total: Scores, terms: Iterable[int], weight: float) -> None:
        """Add the score of each row, times `weight`, to `total`."""
        for term in terms:
            span = self._span(term)
            if span.stop > span.start:
                one = weight * self.most * rarity(span.stop - span.start, self.rows)
                add_gains(total, self.owner[span], self.gain[span], one)

    def _span(self, term: int) -> slice:
        # as the same kind of number, or all terms would be turned into another first
        at = int(self.terms.searchsorted(self.terms.dtype.type(term)))
        if at == len(self.terms) or self.terms[at] != term:
            return slice(0, 0)
        return slice(int(self.begins[at]), int(self.begins[at + 1]))


def pair(first: int, second: int) -> int:
    """Two neighbouring terms as one number."""
    return first << _HALF | second


def _ranges(terms: Numbers, together: int) -> list[tuple[int, int]]:
    """From which term up to before which one: each range has about `together` occurrences."""
    if not len(terms):
        return [(0, 0)]
    end = int(terms.max()) + 1
    step = min(_SAMPLED, together)
    cuts = np.sort(terms[::step])[:: together // step].tolist()[1:]
    edges = [0, *dict.fromkeys(one for one in cuts if 0 < one < end), end]
    return list(itertools.pairwise(edges))


def _occurrences(
    held: Ragged, low: int, high: int, *, pairs: bool
) -> tuple[Numbers, npt.NDArray[np.int32]]:
    """The terms from `low` up to before `high` where they stand, and the row of each."""
    at = np.flatnonzero((held.values >= low) & (held.values < high))
    owner = (held.ends.searchsorted(at, side="right") - 1).astype(np.int32)
    if not pairs:
        return held.values[at], owner
    inner = at + 1 < held.ends[owner + 1]  # not from one row to the next
    at, owner = at[inner], owner[inner]
    return held.values[at].astype(np.int64) << _HALF | held.values[at + 1], owner


def _postings(
    terms: Numbers, owner: npt.NDArray[np.int32], saturation: Scores
) -> tuple[Numbers, Numbers, npt.NDArray[np.int32], Gains]:
    """Each term, how many rows hold it, these rows, and what it adds there; rows come in order."""
    order = np.argsort(terms, kind="stable")  # so that owners stay in order within a term
    terms, owner = terms[order], owner[order]
    del order
    fresh = np.ones(len(terms), dtype=bool)
    fresh[1:] = (terms[1:] != terms[:-1]) | (owner[1:] != owner[:-1])
    starts = np.flatnonzero(fresh)
    counts = np.diff(np.append(starts, len(terms))).astype(np.float32)
    terms, owner = terms[starts], owner[starts]
    gain = np.rint(counts / (counts + saturation[owner]) * _ONE).astype(np.uint16)
    first = np.flatnonzero(np.append(True, terms[1:] != terms[:-1])[: len(terms)])
    return terms[first], np.diff(np.append(first, len(terms))), owner, gain
