"""One course's index as it stands at one time, and the search in it."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np

from tutor.ids import DocumentId, PassageId
from tutor.retrieval.bm25 import Numbers
from tutor.retrieval.fuse import best, fused
from tutor.retrieval.language import language_of_all
from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.meaning import Meaning
from tutor.retrieval.passage import Passage, Query
from tutor.retrieval.view import View

_LONG = 4  # words of content beyond which a question is a long one
_CHANCE = 0.3  # cosines up to here happen between unrelated texts
_OTHER_SKILL = 0.1  # what a passage loses by not belonging to the skills asked for
_QUESTIONS = 4  # embedded at the same time
_SAMPLES = 40  # passages that tell a course's language


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage that fits, by its id: its words are read from the store. Otherwise like `Hit`."""

    id: PassageId
    score: float
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What searches see; a change makes a new one. `meaning` is None while there are no vectors.

    `digests` are those of the documents that it is made of.
    """

    words: LexicalIndex
    view: View
    digests: Mapping[DocumentId, str]
    meaning: Meaning | None = None

    @property
    def language(self) -> str:
        """The language that its words are stemmed in."""
        return self.words.analyser.language


def language_from(passages: Sequence[Passage]) -> str:
    """The language of most of these passages."""
    step = max(1, len(passages) // _SAMPLES)
    return language_of_all([one.text for one in passages[::step]])


def find(shelf: Shelf, query: Query) -> tuple[Found, ...]:
    """Rank a shelf's passages for a query; computes, so call it in a thread."""
    view, meaning = shelf.view, shelf.meaning
    text = view.mended(query.text)
    at: Numbers | slice = slice(None)  # of every passage nothing has to be picked out
    cosines = middle = None
    if meaning is None:
        words = view.score(text)
    else:  # a record of the model runs without the interpreter, so both go on at once
        vector = _beside().submit(meaning.embedder.embed, [text])
        words = view.score(text)
        near = meaning.near(vector.result()[0], words.score, view)
        at, cosines, middle = near.at, near.cosines, near.middle
    scores = fused(words.score[at], cosines, view.page_of[at], middle=middle)
    related = words.held[at] if cosines is None else words.held[at] | (cosines > _CHANCE)
    scores *= related
    if query.skills:
        liked = view.of_skills(query.skills)[at]
        scores = scores * np.where(liked, np.float32(1), np.float32(1 - _OTHER_SKILL))
    long = len(view.content(text)) > _LONG
    top = best(scores, query.k)
    places = view.places[at][top]
    return tuple(
        Found(
            id=view.ids[place],
            score=float(scores[row]),
            weak=_is_weak(covered, None if cosines is None else float(cosines[row]), long=long),
        )
        for row, place, covered in zip(
            top, places, view.covered(text, places).tolist(), strict=True
        )
    )


@cache
def _beside() -> ThreadPoolExecutor:
    """Threads in which questions are embedded while their words are looked up."""
    return ThreadPoolExecutor(_QUESTIONS, "question")


def _is_weak(covered: float, cosine: float | None, *, long: bool) -> bool:
    """Whether a passage may be there by chance.

    `covered` is the share of the question's rare words that it holds. The bars were set on
    questions put to the right textbook and to a wrong one: a long question's right passage holds
    fewer of its words; a cosine under 0.3 is common between a question and any passage.
    """
    if cosine is None:
        return covered < (0.4 if long else 0.5)
    return (covered < 0.5 and cosine < 0.45) or (covered < 0.8 and cosine < 0.3)
