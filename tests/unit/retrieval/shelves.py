"""A shelf of passages that lie in no store."""

from collections.abc import Sequence

from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.passage import Passage
from tutor.retrieval.shelf import Shelf, language_from


def shelved(passages: Sequence[Passage], language: str) -> Shelf:
    """The shelf that a library has of them; without a language, of the one they are in."""
    words = LexicalIndex(language or language_from(passages))
    words.replace_each((), passages)
    return Shelf(words=words, view=words.view(), digests={})
