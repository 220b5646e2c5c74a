"""The contract of the passage store, on memory, SQLite and PostgreSQL."""

import struct
from dataclasses import replace

import pytest
from passage_store import check_passage_store

from tutor.errors import BadInput
from tutor.ids import CourseId, DocumentId, PassageId, SkillId
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Passage, PassageStore, StoredDocument
from tutor.storage.database import Database
from tutor.storage.passages import SqlPassageStore

FRACTIONS, CELLS = CourseId("fractions"), CourseId("cells")
MODEL = "minilm"


@pytest.fixture
def store(database_or_memory: Database | None) -> PassageStore:
    if database_or_memory is None:
        return InMemoryPassageStore()
    return SqlPassageStore(database_or_memory)


async def test_it_keeps_the_contract_that_retrieval_needs(store: PassageStore) -> None:
    await check_passage_store(store)


def document(name: str = "halves", course: CourseId = FRACTIONS) -> StoredDocument:
    return StoredDocument(
        id=DocumentId(f"{course}/{name}"),
        course=course,
        title="Halves ½",
        path=f"readings/{name}.md",
        digest="d1",
        text="# Halves\n\nA half is one of two equal parts.",
    )


def passages(of: StoredDocument, count: int = 2) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            id=PassageId(f"{of.id}:{number}"),
            course=of.course,
            document=of.id,
            title=of.title,
            heading_path=("Halves ½", f"Part {number}"),
            text=f"Passage {number} – с кириллицей.",
            start=number * 100,
            end=number * 100 + 90,
            anchor=f"part-{number}",
            page=None if number == 0 else number,
            skills=(SkillId("halving"), SkillId("equivalence")),
        )
        for number in reversed(range(count))  # an order that no sorting would give
    )


def vector(*numbers: float) -> bytes:
    return struct.pack(f"<{len(numbers)}f", *numbers)


async def test_a_document_and_its_passages_come_back_equal_and_in_order(
    store: PassageStore,
) -> None:
    halves = document()
    await store.replace(halves, passages(halves, 12))
    assert await store.document(halves.id) == halves
    assert await store.documents(FRACTIONS) == (halves,)
    assert await store.passages(FRACTIONS) == passages(halves, 12)
    assert await store.document(DocumentId("nothing")) is None


async def test_courses_do_not_mix(store: PassageStore) -> None:
    halves, leaves, empty = document(), document("leaves", CELLS), document("e", CourseId("e"))
    await store.replace(halves, passages(halves))
    await store.replace(leaves, passages(leaves))
    await store.replace(empty, ())
    assert set(await store.courses()) == {FRACTIONS, CELLS}
    assert await store.documents(CELLS) == (leaves,)
    assert await store.passages(CELLS) == passages(leaves)


async def test_a_replaced_document_keeps_only_its_new_passages(store: PassageStore) -> None:
    halves, thirds = document(), document("thirds")
    await store.replace(halves, passages(halves, 3))
    await store.replace(thirds, passages(thirds))
    changed = replace(halves, digest="d2", title="Halves again", text="# New")
    await store.replace(changed, passages(changed, 1))
    assert await store.document(halves.id) == changed
    assert set(await store.passages(FRACTIONS)) == {*passages(changed, 1), *passages(thirds)}


async def test_a_removed_document_takes_passages_and_embeddings_along(
    store: PassageStore,
) -> None:
    halves = document()
    await store.replace(halves, passages(halves))
    await store.store_embeddings(MODEL, {passages(halves)[0].id: vector(1, 2)})
    await store.remove(halves.id)
    await store.remove(halves.id)
    assert await store.document(halves.id) is None
    assert await store.passages(FRACTIONS) == ()
    assert await store.courses() == ()
    await store.replace(halves, passages(halves))
    assert await store.embeddings(FRACTIONS, MODEL) == {}


async def test_embeddings_are_kept_per_passage_and_model(store: PassageStore) -> None:
    halves, leaves = document(), document("leaves", CELLS)
    await store.replace(halves, passages(halves))
    await store.replace(leaves, passages(leaves))
    first, second = (one.id for one in passages(halves))
    await store.store_embeddings(
        MODEL, {first: vector(1, 0.1), second: vector(2), passages(leaves)[0].id: vector(3)}
    )
    await store.store_embeddings("other", {first: vector(9)})
    await store.store_embeddings(MODEL, {second: vector(4)})
    assert await store.embeddings(FRACTIONS, MODEL) == {first: vector(1, 0.1), second: vector(4)}
    assert await store.embeddings(FRACTIONS, "other") == {first: vector(9)}
    assert await store.embeddings(FRACTIONS, "unknown") == {}


async def test_vectors_of_passages_that_have_gone_are_dropped(store: PassageStore) -> None:
    halves = document()
    await store.replace(halves, passages(halves))
    kept = passages(halves)[0].id
    await store.store_embeddings(MODEL, {PassageId("gone"): vector(1), kept: vector(2)})
    assert await store.embeddings(FRACTIONS, MODEL) == {kept: vector(2)}
    await store.store_embeddings(MODEL, {})


async def test_a_passage_that_stays_keeps_its_vector_and_a_gone_one_does_not(
    store: PassageStore,
) -> None:
    halves = document()
    await store.replace(halves, passages(halves, 2))
    ids = [one.id for one in passages(halves, 2)]
    await store.store_embeddings(MODEL, {one: vector(1) for one in ids})
    stays = passages(halves, 2)[1:]
    await store.replace(replace(halves, digest="d2"), stays)
    assert await store.embeddings(FRACTIONS, MODEL) == {stays[0].id: vector(1)}


async def test_a_passage_whose_words_changed_under_the_same_id_loses_its_vector(
    database: Database,
) -> None:
    store, halves = SqlPassageStore(database), document()
    await store.replace(halves, passages(halves))
    await store.store_embeddings(MODEL, {one.id: vector(1) for one in passages(halves)})
    first, second = passages(halves)
    await store.replace(halves, (replace(first, text="Other words."), second))
    assert await store.embeddings(FRACTIONS, MODEL) == {second.id: vector(1)}


async def test_more_vectors_than_fit_one_statement_are_stored(database: Database) -> None:
    store, halves = SqlPassageStore(database), document()
    await store.replace(halves, passages(halves, 1200))
    vectors = {one.id: vector(number) for number, one in enumerate(passages(halves, 1200))}
    await store.store_embeddings(MODEL, vectors)
    assert await store.embeddings(FRACTIONS, MODEL) == vectors


async def test_a_document_that_cannot_be_stored_leaves_the_old_one(database: Database) -> None:
    store, halves = SqlPassageStore(database), document()
    await store.replace(halves, passages(halves))
    spoilt = (replace(passages(halves)[0], text="nul \x00"),)
    with pytest.raises(BadInput):
        await store.replace(replace(halves, digest="d2"), spoilt)
    assert await store.document(halves.id) == halves
    assert await store.passages(FRACTIONS) == passages(halves)
