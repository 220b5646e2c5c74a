"""What every passage store must do: call `check_passage_store(store)` with an empty one."""

import struct

from tutor.ids import CourseId, DocumentId, PassageId, SkillId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.passage import PassageStore, StoredDocument

COURSE, OTHER = CourseId("fractions"), CourseId("cells")


def document(name: str, text: str, course: CourseId = COURSE) -> StoredDocument:
    """A document whose digest is its text."""
    return StoredDocument(
        id=DocumentId(f"{course}/{name}"),
        course=course,
        title=name,
        path=f"readings/{name}.md",
        digest=f"digest of {text}",
        text=text,
    )


def vector(*numbers: float) -> bytes:
    """A stored embedding."""
    return struct.pack(f"<{len(numbers)}f", *numbers)


async def check_passage_store(store: PassageStore) -> None:
    """Run every check, each on documents of its own."""
    await keeps_documents_and_passages_as_given(store)
    await keeps_passages_in_document_order(store)
    await replaces_a_document_whole(store)
    await keeps_embeddings_of_passages_that_stay(store)
    await drops_embeddings_of_passages_that_have_gone(store)
    await keeps_models_and_courses_apart(store)
    await finds_passages_by_their_names(store)
    await counts_the_vectors_of_each_model(store)
    await forgets_a_removed_document(store)
    await knows_nothing_of_what_was_never_stored(store)


async def keeps_documents_and_passages_as_given(store: PassageStore) -> None:
    """Everything of a document and its passages comes back equal, skills and places included."""
    one = document(
        "given", "# given\n\nUne moitié – 中文.\n\n<!-- page: 2 -->\n## Part\n\nTwo parts."
    )
    passages = passages_of(one, (SkillId("halves"), SkillId("parts")))
    await store.replace(one, passages)
    assert await store.document(one.id) == one
    assert one in await store.documents(COURSE)
    kept = [p for p in await store.passages(COURSE) if p.document == one.id]
    assert kept == list(passages)
    assert kept[-1].page == 2
    await store.remove(one.id)


async def keeps_passages_in_document_order(store: PassageStore) -> None:
    """Passages of a document come in their order, also when there are more than ten."""
    text = "# long\n\n" + "\n\n".join(f"## Part {n}\n\nAbout {n} things." for n in range(15))
    one = document("long", text)
    await store.replace(one, passages_of(one))
    starts = [p.start for p in await store.passages(COURSE) if p.document == one.id]
    assert len(starts) == 15
    assert starts == sorted(starts)
    await store.remove(one.id)


async def replaces_a_document_whole(store: PassageStore) -> None:
    """After a replacement only the new passages are there."""
    old = document("whole", "# whole\n\nOld words.\n\n## Gone\n\nMore old words.")
    new = document("whole", "# whole\n\nNew words.")
    await store.replace(old, passages_of(old))
    await store.replace(new, passages_of(new))
    texts = [p.text for p in await store.passages(COURSE) if p.document == new.id]
    assert texts == ["New words."]
    assert (await store.document(new.id)) == new
    await store.remove(new.id)


async def keeps_embeddings_of_passages_that_stay(store: PassageStore) -> None:
    """A passage that keeps its id keeps its embedding when its document is replaced."""
    old = document("stays", "# stays\n\nFirst words.\n\n## Second\n\nSecond words.")
    new = document("stays", "# stays\n\nChanged words.\n\n## Second\n\nSecond words.")
    before, after = passages_of(old), passages_of(new)
    assert before[1].id == after[1].id
    await store.replace(old, before)
    await store.store_embeddings("m", {one.id: vector(1, 0) for one in before})
    await store.replace(new, after)
    assert await store.embeddings(COURSE, "m") == {after[1].id: vector(1, 0)}
    await store.remove(new.id)


async def drops_embeddings_of_passages_that_have_gone(store: PassageStore) -> None:
    """Vectors of unknown passages are dropped without an error."""
    one = document("drops", "# drops\n\nWords.")
    (passage,) = passages_of(one)
    await store.replace(one, (passage,))
    vectors = {passage.id: vector(0, 1), PassageId("gone"): vector(1, 1)}
    await store.store_embeddings("m", vectors)
    assert await store.embeddings(COURSE, "m") == {passage.id: vector(0, 1)}
    await store.store_embeddings("m", {passage.id: vector(0.5, 0.5)})
    assert await store.embeddings(COURSE, "m") == {passage.id: vector(0.5, 0.5)}
    assert await store.vectors("m", [PassageId("gone"), passage.id]) == {
        passage.id: vector(0.5, 0.5)
    }
    assert await store.vectors("n", [passage.id]) == {}
    assert await store.vectors("m", []) == {}
    await store.remove(one.id)
    assert await store.embeddings(COURSE, "m") == {}
    assert await store.vectors("m", [passage.id]) == {}


async def keeps_models_and_courses_apart(store: PassageStore) -> None:
    """Vectors of one model or course never come back for another."""
    one, two = document("apart", "# apart\n\nHere."), document("apart", "# apart\n\nThere.", OTHER)
    (here,), (there,) = passages_of(one), passages_of(two)
    await store.replace(one, (here,))
    await store.replace(two, (there,))
    await store.store_embeddings("m", {here.id: vector(1), there.id: vector(2)})
    await store.store_embeddings("n", {here.id: vector(3)})
    assert await store.embeddings(COURSE, "m") == {here.id: vector(1)}
    assert await store.embeddings(OTHER, "m") == {there.id: vector(2)}
    assert await store.embeddings(COURSE, "n") == {here.id: vector(3)}
    assert await store.passages(OTHER) == (there,)
    assert set(await store.courses()) == {COURSE, OTHER}
    await store.remove(one.id)
    await store.remove(two.id)


async def finds_passages_by_their_names(store: PassageStore) -> None:
    """Only what is asked for and there; a document's digest is told without its text."""
    one = document("named", "# named\n\nA half.\n\n## Part\n\nA third.")
    first, second = passages_of(one)
    await store.replace(one, (first, second))
    gone = PassageId("gone")
    assert await store.passages_named([second.id, gone]) == {second.id: second}
    assert await store.passages_named([]) == {}
    assert (await store.digests(COURSE))[one.id] == one.digest
    assert one.id not in await store.digests(OTHER)
    await store.remove(one.id)


async def counts_the_vectors_of_each_model(store: PassageStore) -> None:
    """Only of the course asked for; a model without vectors is not named."""
    one = document("counted", "# counted\n\nA half.\n\n## Part\n\nA third.")
    first, second = passages_of(one)
    await store.replace(one, (first, second))
    assert await store.models(COURSE) == {}
    await store.store_embeddings("old", {first.id: vector(1, 0), second.id: vector(0, 1)})
    await store.store_embeddings("new", {first.id: vector(1, 0)})
    assert await store.models(COURSE) == {"old": 2, "new": 1}
    assert await store.models(OTHER) == {}
    await store.remove(one.id)


async def forgets_a_removed_document(store: PassageStore) -> None:
    """Nothing of a removed document is left; removing it again is no error."""
    one = document("forgets", "# forgets\n\nWords.")
    await store.replace(one, passages_of(one))
    await store.remove(one.id)
    await store.remove(one.id)
    assert await store.document(one.id) is None
    assert one not in await store.documents(COURSE)
    assert not [p for p in await store.passages(COURSE) if p.document == one.id]


async def knows_nothing_of_what_was_never_stored(store: PassageStore) -> None:
    """Unknown courses and documents are empty, not errors."""
    nowhere = CourseId("nowhere")
    assert await store.document(DocumentId("none")) is None
    assert await store.documents(nowhere) == ()
    assert await store.passages(nowhere) == ()
    assert await store.embeddings(nowhere, "m") == {}
    assert nowhere not in await store.courses()
