"""The library: indexing courses and finding in them."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from tutor.curriculum.course import Course, Reading
from tutor.errors import MissingExtra
from tutor.ids import CourseId, DocumentId, PersonaId, SkillId
from tutor.retrieval.chunk import indexed_text
from tutor.retrieval.dense import Embedder, HashingEmbedder, Vectors
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.nearest import ExactVectors
from tutor.retrieval.passage import Query, StoredDocument
from tutor.retrieval.status import DenseState

CELLS = CourseId("cells")


def course(**texts: str) -> Course:
    return Course(
        id=CELLS,
        title="Cells",
        default_persona=PersonaId(""),
        skills={},
        sources={},
        by_skill={},
        readings={
            name: Reading(id=name, title=name, path=f"readings/{name}.md", skills=(SkillId(name),), text=text)
            for name, text in texts.items()
        },
    )  # fmt: skip


BOTH = course(
    leaf="# leaf\n\nA leaf makes sugar from light.",
    root="# root\n\nA root drinks water from the soil.",
)


class CountingEmbedder(HashingEmbedder):
    """Remembers how many texts with words it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.count += sum(map(bool, texts))
        return super().embed(texts)


@pytest.fixture(params=["words", "and meaning", "and an index of vectors"])
def library(request: pytest.FixtureRequest) -> Library:
    store = InMemoryPassageStore()
    if request.param == "words":
        return Library(store)
    if request.param == "and meaning":
        return Library(store, embedder=HashingEmbedder())
    return Library(store, embedder=HashingEmbedder(), vectors=ExactVectors(), exact_up_to=0)


def ask(text: str, k: int = 4, *skills: str) -> Query:
    return Query(text=text, course=CELLS, k=k, skills=tuple(SkillId(one) for one in skills))


async def test_the_right_passage_comes_first(library: Library) -> None:
    await library.add_course(BOTH)
    hits = await library.search(ask("Where does the water come from?"))
    assert hits[0].passage.title == "root"
    assert 0 < hits[0].score <= 1.0001
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


async def test_nothing_is_found_where_nothing_matches(library: Library) -> None:
    await library.add_course(BOTH)
    assert await library.search(ask("zzz qqq")) == ()
    assert await library.search(ask("  ")) == ()
    assert await library.search(Query(text="leaf", course=CourseId("unknown"))) == ()


async def test_no_more_hits_than_asked_for(library: Library) -> None:
    await library.add_course(BOTH)
    assert len(await library.search(ask("leaf root water sugar", 1))) == 1


async def test_a_match_on_a_side_word_is_weak() -> None:
    library = Library(InMemoryPassageStore())
    await library.add_course(BOTH)
    (hit,) = await library.search(ask("Which volcano threw ash over the leaf in Pompeii"))
    assert hit.weak
    assert not (await library.search(ask("what does a leaf make")))[0].weak


async def test_skills_asked_for_are_preferred_but_do_not_filter(library: Library) -> None:
    await library.add_course(course(x="# x\n\nSeeds need water.", y="# y\n\nSeeds need water."))
    first, second = await library.search(ask("seeds water", 4, "y"))
    assert (first.passage.title, second.passage.title) == ("y", "x")


async def test_unchanged_readings_are_left_alone() -> None:
    embedder = CountingEmbedder()
    library = Library(InMemoryPassageStore(), embedder=embedder)
    added = await library.add_course(BOTH)
    assert (added.changed, added.unchanged, embedder.count) == (2, 0, 2)
    added = await library.add_course(BOTH)
    assert (added.changed, added.unchanged, embedder.count) == (0, 2, 2)
    readings = dict(BOTH.readings)
    readings["leaf"] = replace(readings["leaf"], text="# leaf\n\nA leaf breathes.")
    added = await library.add_course(replace(BOTH, readings=readings))
    assert (added.changed, added.unchanged, embedder.count) == (1, 1, 3)


async def test_readings_that_are_gone_are_found_no_more(library: Library) -> None:
    await library.add_course(BOTH)
    await library.add_document(
        StoredDocument(
            id=DocumentId("upload"), course=CELLS, title="upload", path="u.md", digest="1",
            text="Stems hold the plant up.",
        )
    )  # fmt: skip
    only = replace(BOTH, readings={"root": BOTH.readings["root"]})
    added = await library.add_course(only)
    assert (added.removed, added.passages) == (1, 2)
    assert await library.search(ask("sugar")) == ()
    assert (await library.search(ask("stems")))[0].passage.document == "upload"
    await library.remove_document(DocumentId("upload"))
    assert await library.search(ask("stems")) == ()


async def test_a_rebuilt_index_finds_the_same(library: Library) -> None:
    await library.add_course(BOTH)
    before = await library.search(ask("light and water"))
    await library.rebuild(CELLS)
    assert await library.search(ask("light and water")) == before


async def test_another_library_on_the_same_store_finds_without_being_told(library: Library) -> None:
    store = InMemoryPassageStore()
    await Library(store).add_course(BOTH)
    hits = await Library(store).search(ask("sugar"))
    assert hits[0].passage.title == "leaf"


async def test_words_serve_until_meaning_is_loaded() -> None:
    library = Library(InMemoryPassageStore())
    await library.add_course(BOTH)
    assert library.status().dense is DenseState.OFF
    begun = asyncio.Event()

    def load() -> Embedder:
        loop.call_soon_threadsafe(begun.set)
        return HashingEmbedder()

    loop = asyncio.get_running_loop()
    loading = asyncio.create_task(library.load_dense(load))
    await begun.wait()
    assert (await library.search(ask("sugar")))[0].passage.title == "leaf"
    await loading
    status = library.status()
    assert (status.dense, status.embedded, status.model) == (DenseState.READY, 2, "hashing-256")


async def test_a_model_that_is_missing_leaves_words_and_a_reason() -> None:
    def load() -> Embedder:
        raise MissingExtra("Dense retrieval is not installed.", do="Install meno-tutor[dense].")

    library = Library(InMemoryPassageStore())
    await library.add_course(BOTH)
    await library.load_dense(load)
    status = library.status()
    assert status.dense is DenseState.FAILED
    assert "not installed" in status.reason
    assert (await library.search(ask("sugar")))[0].passage.title == "leaf"


class QuestionEmbedder(HashingEmbedder):
    """Has another vector for a text alone, as a model has for a question."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        return super().embed(texts) * (-1 if len(texts) == 1 else 1)


async def test_a_passage_alone_is_not_embedded_as_a_question_is() -> None:
    store, embedder = InMemoryPassageStore(), QuestionEmbedder()
    await Library(store, embedder=embedder).add_course(course(leaf="# leaf\n\nA leaf makes sugar."))
    (passage,) = await store.passages(CELLS)
    stored = await store.vectors(embedder.name, [passage.id])
    wanted = HashingEmbedder().embed([indexed_text(passage)])[0]
    assert np.frombuffer(stored[passage.id], "<f4") == pytest.approx(wanted)


class WaitingEmbedder(HashingEmbedder):
    """Embeds passages only when it is allowed to, as a slow model would."""

    def __init__(self, size: int = 64) -> None:
        super().__init__(size)
        self.allowed = threading.Event()

    def embed(self, texts: Sequence[str]) -> Vectors:
        assert self.allowed.wait(10)
        return super().embed(texts)


async def test_a_cold_course_answers_by_words_while_it_is_being_embedded() -> None:
    store = InMemoryPassageStore()
    await Library(store).add_course(BOTH)
    embedder = WaitingEmbedder()
    library = Library(store, embedder=embedder)
    assert (await library.search(ask("sugar")))[0].passage.title == "leaf"
    assert library.status().embedded == 0
    embedder.allowed.set()
    while library.status().embedded < 2:
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(("exact_up_to", "copied"), [(1, True), (1_000, False)])
async def test_only_a_course_too_large_to_compare_is_copied_into_the_index_of_vectors(
    exact_up_to: int, copied: bool
) -> None:
    index, embedder = ExactVectors(), HashingEmbedder()
    library = Library(
        InMemoryPassageStore(), embedder=embedder, vectors=index, exact_up_to=exact_up_to
    )
    await library.add_course(BOTH)
    (hit,) = await library.search(Query(text="sugar", course=CELLS, k=1))
    assert hit.passage.title == "leaf"
    held = index.nearest(CELLS, embedder.name, embedder.embed(["sugar"])[0], 9)
    assert bool(held) is copied


async def test_the_old_vectors_serve_until_the_new_model_is_done() -> None:
    library = Library(InMemoryPassageStore(), embedder=HashingEmbedder())
    await library.add_course(BOTH)
    before = await library.search(ask("light and water"))
    embedder = WaitingEmbedder()
    loading = asyncio.create_task(library.load_dense(lambda: embedder))
    while library.status().model != "hashing-64":
        await asyncio.sleep(0.01)
    assert await library.search(ask("light and water")) == before
    status = library.status()
    assert (status.embedding, status.embedded, status.wanted) == (True, 0, 2)
    assert status.earlier == "hashing-256"
    embedder.allowed.set()
    await loading
    status = library.status()
    assert (status.dense, status.embedding, status.earlier) == (DenseState.READY, False, "")
    assert (await library.search(ask("water")))[0].passage.title == "root"


async def test_after_a_restart_the_old_model_serves_until_the_new_one_is_done() -> None:
    store = InMemoryPassageStore()
    await Library(store, embedder=HashingEmbedder()).add_course(BOTH)
    restarted, waiting, served = Library(store), threading.Event(), []

    class New(HashingEmbedder):
        def embed(self, texts: Sequence[str]) -> Vectors:
            waiting.wait(10)
            return super().embed(texts)

    def again(model: str) -> Embedder:
        served.append(model)
        return HashingEmbedder()

    await restarted.add_course(BOTH)
    switching = asyncio.create_task(restarted.load_dense(lambda: New(32), old=again))
    while not restarted.status().earlier:
        await asyncio.sleep(0.01)
    assert (await restarted.search(ask("sugar")))[0].passage.document.endswith("leaf")
    assert served == ["hashing-256"]
    waiting.set()
    await switching
    assert await store.models(CELLS) == {"hashing-256": 2, "hashing-32": 2}


async def test_a_change_keeps_the_vectors_of_what_did_not_change() -> None:
    embedder = CountingEmbedder()
    library = Library(InMemoryPassageStore(), embedder=embedder)
    await library.add_course(BOTH)
    more = StoredDocument(
        id=DocumentId("more"), course=CELLS, title="more", path="", digest="1", text="Stems hold."
    )
    await library.add_document(more)
    assert (embedder.count, library.status().embedded) == (3, 3)
    await library.remove_document(DocumentId("more"))
    assert (embedder.count, library.status().embedded) == (3, 2)


async def test_a_language_that_the_model_does_not_know_is_found_by_words_alone() -> None:
    class English(CountingEmbedder):
        def knows(self, language: str) -> bool:
            return language == "en"

    embedder = English()
    library = Library(InMemoryPassageStore(), embedder=embedder)
    german = course(blatt="# Blatt\n\nDas Blatt macht Zucker aus Licht und Wasser.")
    await library.add_course(replace(german, language="de"))
    assert (await library.search(ask("Wer macht den Zucker?")))[0].passage.title == "blatt"
    status = library.status()
    assert (embedder.count, status.embedded, status.wanted, status.embedding) == (0, 0, 0, False)


async def test_searches_go_on_while_documents_are_added(library: Library) -> None:
    await library.add_course(BOTH)

    async def add() -> None:
        for n in range(10):
            await library.add_document(
                StoredDocument(
                    id=DocumentId(f"d{n}"), course=CELLS, title=f"d{n}", path="", digest="x",
                    text=f"Part {n} holds number{n}.",
                )
            )  # fmt: skip

    adding = asyncio.create_task(add())
    while not adding.done():
        assert (await library.search(ask("sugar")))[0].passage.title == "leaf"
    await adding
    assert (await library.search(ask("number7")))[0].passage.title == "d7"


def test_hashed_vectors_are_of_length_one_and_near_for_shared_words() -> None:
    leaf, leaves, moon = HashingEmbedder().embed(["green leaf", "green leaves", "the moon"])
    assert abs(float(leaf @ leaf) - 1) < 1e-5
    assert leaf @ leaves > leaf @ moon + 0.2
