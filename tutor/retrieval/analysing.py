"""A course's words kept in step with its documents: only those that changed are read, some at a time."""

import asyncio
from collections.abc import Mapping, Sequence

from tutor.ids import DocumentId
from tutor.retrieval.lexical import LexicalIndex
from tutor.retrieval.passage import PassageStore
from tutor.retrieval.shelf import Shelf, language_from

_TOGETHER = 20  # documents that are analysed at a time
_TELLING = 40  # documents that tell a course's language


async def analysed(
    store: PassageStore, old: Shelf | None, digests: Mapping[DocumentId, str], language: str
) -> LexicalIndex:
    """The words of these documents, from what `old` had of them where it is in the same language."""
    every = tuple(digests)
    if not language:
        language = old.language if old else await _language(store, every)
    known: Mapping[DocumentId, str] = {}
    words = LexicalIndex(language)
    if old is not None and old.language == language:
        words, known = old.words, old.digests
    await asyncio.to_thread(words.keep, digests.keys())
    changed = [one for one in every if known.get(one) != digests[one]]
    for at in range(0, len(changed), _TOGETHER):
        part = changed[at : at + _TOGETHER]
        passages = await store.passages_of(part)
        await asyncio.to_thread(words.replace_each, part, passages)
    return words


async def _language(store: PassageStore, documents: Sequence[DocumentId]) -> str:
    """The language of a course, told by some of its documents from its beginning to its end."""
    step = max(1, len(documents) // _TELLING)
    return language_from(await store.passages_of(documents[::step]))
