"""One course's index as it stands at one time, and the search in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tutor.ids import CourseId, PassageId
from tutor.retrieval.dense import Embedder, Vectors
from tutor.retrieval.fuse import fused
from tutor.retrieval.language import language_of_all
from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.nearest import VectorIndex
from tutor.retrieval.passage import Passage, Query
from tutor.retrieval.view import View

_LONG = 4  # words of content beyond which a question is a long one
_CHANCE = 0.3  # cosines up to here happen between unrelated texts
_OTHER_SKILL = 0.1  # what a passage loses by not belonging to the skills asked for
_SAMPLES = 40  # passages that tell a course's language
_NEAREST = 400  # passages asked of an index of vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage that fits, by its id: its words are read from the store. Otherwise like `Hit`."""

    id: PassageId
    score: float
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What searches see; a change makes a new one. `meaning` is None while there are no vectors."""

    words: LexicalIndex
    view: View
    meaning: "Exact | Indexed | None" = None

    @property
    def language(self) -> str:
        """The language that its words are stemmed in."""
        return self.words.analyser.language


@dataclass(frozen=True, slots=True)
class Exact:
    """A row for each passage of the view: exact, and fastest for a course of usual size.

    Rows of passages that are not embedded yet are zero: those are found by words until then.
    """

    embedder: Embedder
    ids: tuple[PassageId, ...]
    rows: Vectors

    def cosines(self, vector: Vectors) -> Vectors:
        """The cosine of every passage."""
        return self.rows @ vector

    def carried_over(self, ids: tuple[PassageId, ...]) -> "Exact":
        """The same vectors for other passages."""
        places = {one: at for at, one in enumerate(self.ids)}
        rows = np.zeros((len(ids), self.rows.shape[1]), dtype=np.float32)
        for at, one in enumerate(ids):
            if one in places:
                rows[at] = self.rows[places[one]]
        return Exact(self.embedder, ids, rows)

    @classmethod
    def of(
        cls, embedder: Embedder, ids: Sequence[PassageId], stored: Mapping[PassageId, bytes]
    ) -> "Exact":
        """Made of stored vectors; every one of `ids` must be among them."""
        rows = np.empty((len(ids), embedder.size), dtype=np.float32)
        for row, one in zip(rows, ids, strict=True):
            row[:] = np.frombuffer(stored[one], dtype="<f4")
        return cls(embedder, tuple(ids), rows)


@dataclass(frozen=True, slots=True)
class Indexed:
    """The view's passages in an index of vectors, for a course of very many."""

    embedder: Embedder
    places: Mapping[PassageId, int]
    index: VectorIndex
    course: CourseId

    def cosines(self, vector: Vectors) -> Vectors:
        """Cosines of the nearest; all others count as far as the farthest of these."""
        found = self.index.nearest(self.course, self.embedder.name, vector, _NEAREST)
        far = min(found.values(), default=0.0)
        cosines = np.full(len(self.places), far, dtype=np.float32)
        for one, cosine in found.items():
            if one in self.places:
                cosines[self.places[one]] = cosine
        return cosines

    def carried_over(self, ids: tuple[PassageId, ...]) -> "Indexed":
        """The same index for other passages."""
        places = {one: at for at, one in enumerate(ids)}
        return Indexed(self.embedder, places, self.index, self.course)


def shelved(old: Shelf | None, passages: Sequence[Passage], language: str) -> Shelf:
    """A shelf of these passages; what `old` had analysed and embedded stays in use."""
    if not language:
        step = max(1, len(passages) // _SAMPLES)
        samples = [one.text for one in passages[::step]]
        language = old.language if old else language_of_all(samples)
    same = old is not None and old.language == language
    words = old.words if old is not None and same else LexicalIndex(language)
    words.replace_all(passages)
    view = words.view()
    meaning = old.meaning if old else None
    if meaning is not None:
        meaning = meaning.carried_over(view.ids)
    return Shelf(words=words, view=view, meaning=meaning)


def find(shelf: Shelf, query: Query) -> tuple[Found, ...]:
    """Rank a shelf's passages for a query; computes, so call it in a thread."""
    view, meaning = shelf.view, shelf.meaning
    text = view.mended(query.text)
    words = view.score(text)
    cosines = None
    if meaning is not None:
        cosines = meaning.cosines(meaning.embedder.embed([text])[0])
    scores = fused(words.score, cosines, view.page_of)
    related = words.held if cosines is None else words.held | (cosines > _CHANCE)
    scores = np.where(related, scores, np.float32(0))
    if query.skills:
        liked = view.of_skills(query.skills)
        scores = scores * np.where(liked, np.float32(1), np.float32(1 - _OTHER_SKILL))
    asked = len(view.content(text))
    count = min(query.k, len(scores))
    top = np.argpartition(-scores, count - 1)[:count]
    top = top[np.lexsort((top, -scores[top]))]
    return tuple(
        Found(
            id=view.ids[at],
            score=float(scores[at]),
            weak=_is_weak(
                float(words.covered[at]),
                None if cosines is None else float(cosines[at]),
                long=asked > _LONG,
            ),
        )
        for at in top
        if scores[at] > 0
    )


def _is_weak(covered: float, cosine: float | None, *, long: bool) -> bool:
    """Whether a passage may be there by chance.

    `covered` is the share of the question's rare words that it holds. The bars were set on
    questions put to the right textbook and to a wrong one: a long question's right passage holds
    fewer of its words; a cosine under 0.3 is common between a question and any passage.
    """
    if cosine is None:
        return covered < (0.4 if long else 0.5)
    return (covered < 0.5 and cosine < 0.45) or (covered < 0.8 and cosine < 0.3)
