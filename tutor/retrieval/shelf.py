"""One course's index as it stands at one time, and the search in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tutor.ids import PassageId
from tutor.retrieval.fuse import best, fused
from tutor.retrieval.language import language_of_all
from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.meaning import Meaning
from tutor.retrieval.passage import Passage, Query
from tutor.retrieval.view import View

_LONG = 4  # words of content beyond which a question is a long one
_CHANCE = 0.3  # cosines up to here happen between unrelated texts
_OTHER_SKILL = 0.1  # what a passage loses by not belonging to the skills asked for
_SAMPLES = 40  # passages that tell a course's language


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
    meaning: Meaning | None = None

    @property
    def language(self) -> str:
        """The language that its words are stemmed in."""
        return self.words.analyser.language


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
    near = None
    if meaning is not None:
        near = meaning.near(meaning.embedder.embed([text])[0], words.score, view)
    at = view.places if near is None else near.at
    cosines, middle = (None, None) if near is None else (near.cosines, near.middle)
    scores = fused(words.score[at], cosines, view.page_of[at], middle=middle)
    held = words.held[at]
    related = held if cosines is None else held | (cosines > _CHANCE)
    scores = np.where(related, scores, np.float32(0))
    if query.skills:
        liked = view.of_skills(query.skills)[at]
        scores = scores * np.where(liked, np.float32(1), np.float32(1 - _OTHER_SKILL))
    long = len(view.content(text)) > _LONG
    top = best(scores, query.k)
    return tuple(
        Found(
            id=view.ids[at[place]],
            score=float(scores[place]),
            weak=_is_weak(covered, None if cosines is None else float(cosines[place]), long=long),
        )
        for place, covered in zip(top, view.covered(text, at[top]).tolist(), strict=True)
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
