"""Vectors of passages: those that are stored, and those that have to be made."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence

from tutor.ids import PassageId
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.dense import Embedder
from tutor.retrieval.passage import PassageStore

_BATCH = 32  # passages embedded at a time, so that a query waits for one batch at most
_PART = 1_000  # passages whose vectors are read at a time


async def embedded(
    store: PassageStore,
    embedder: Embedder,
    ids: Sequence[PassageId],
    done: Callable[[int], None] = lambda count: None,
) -> AsyncIterator[tuple[Sequence[PassageId], Mapping[PassageId, bytes]]]:
    """Some of these passages after others, in their order, with their vectors.

    These are stored ones, and new ones that are stored on the way. A passage that is gone meanwhile
    has none. `done` is told how many have one, whenever that changes.
    """
    for at in range(0, len(ids), _PART):
        part = ids[at : at + _PART]
        yield part, await _part(store, embedder, part, done, at)


async def _part(
    store: PassageStore,
    embedder: Embedder,
    ids: Sequence[PassageId],
    done: Callable[[int], None],
    before: int,
) -> Mapping[PassageId, bytes]:
    stored = await store.vectors(embedder.name, ids)
    missing = [one for one in ids if one not in stored]
    done(before + len(stored))
    for at in range(0, len(missing), _BATCH):
        batch = await store.passages_named(missing[at : at + _BATCH])
        texts = [indexed_text(one) for one in batch.values()]
        if len(texts) == 1:  # alone it would be taken for a question
            texts.append("")
        rows = (await asyncio.to_thread(embedder.embed, texts))[: len(batch)]
        made = {one: row.astype("<f4").tobytes() for one, row in zip(batch, rows, strict=True)}
        await store.store_embeddings(embedder.name, made)
        stored |= made
        done(before + len(stored))
    return stored
