"""One course's index as it stands at one time, and the search in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tutor.ids import CourseId, PassageId
from tutor.retrieval.dense import Embedder, Vectors
from tutor.retrieval.fuse import fused
from tutor.retrieval.language import language_of
from tutor.retrieval.lexical import LexicalIndex, View
from tutor.retrieval.nearest import VectorIndex
from tutor.retrieval.passage import Hit, Passage, Query

_LONG = 4  # words of content beyond which a question is a long one
_CHANCE = 0.3  # cosines up to here happen between unrelated texts
_OTHER_SKILL = 0.1  # what a passage loses by not belonging to the skills asked for
_NEAREST = 400  # passages asked of an index of vectors


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
        joined = b"".join(stored[one] for one in ids)
        rows = np.frombuffer(joined, dtype="<f4").reshape(len(ids), embedder.size)
        return cls(embedder, tuple(ids), rows.astype(np.float32))


@dataclass(frozen=True, slots=True)
class Indexed:
    """The view's passages in an index of vectors, for a course of very many."""

    embedder: Embedder
    ids: tuple[PassageId, ...]
    index: VectorIndex
    course: CourseId

    def cosines(self, vector: Vectors) -> Vectors:
        """Cosines of the nearest; all others count as far as the farthest of these."""
        found = self.index.nearest(self.course, self.embedder.name, vector, _NEAREST)
        far = min(found.values(), default=0.0)
        cosines = (found.get(one, far) for one in self.ids)
        return np.fromiter(cosines, dtype=np.float32, count=len(self.ids))

    def carried_over(self, ids: tuple[PassageId, ...]) -> "Indexed":
        """The same index for other passages."""
        return Indexed(self.embedder, ids, self.index, self.course)


def shelved(old: Shelf | None, passages: Sequence[Passage], language: str) -> Shelf:
    """A shelf of these passages; what `old` had analysed and embedded stays in use."""
    if not language:
        sample = "\n".join(one.text for one in passages[:20])
        language = old.language if old else language_of(sample)
    same = old is not None and old.language == language
    words = old.words if old is not None and same else LexicalIndex(language)
    words.replace_all(passages)
    view = words.view()
    meaning = old.meaning if old else None
    if meaning is not None:
        meaning = meaning.carried_over(tuple(one.id for one in view.passages))
    return Shelf(words=words, view=view, meaning=meaning)


def find(shelf: Shelf, query: Query) -> tuple[Hit, ...]:
    """Rank a shelf's passages for a query; computes, so call it in a thread."""
    view, meaning = shelf.view, shelf.meaning
    text = view.mended(query.text)
    words = view.score(text)
    cosines = None
    if meaning is not None:
        cosines = meaning.cosines(meaning.embedder.embed([text])[0])
    scores = fused(words.score, cosines, view.page_of)
    related = words.held if cosines is None else words.held | (cosines > _CHANCE)
    scores = np.where(related, scores, 0.0)
    if query.skills:
        wanted = set(query.skills)
        liked = [bool(wanted.intersection(one.skills)) for one in view.passages]
        scores = scores * np.where(liked, 1.0, 1.0 - _OTHER_SKILL)
    asked = len(view.content(text))
    count = min(query.k, len(scores))
    top = np.argpartition(-scores, count - 1)[:count]
    top = top[np.lexsort((top, -scores[top]))]
    return tuple(
        Hit(
            passage=view.passages[at],
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
