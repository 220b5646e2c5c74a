"""The index of words in a file: what was kept serves at the next start, or is made anew."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tutor.ids import CourseId, DocumentId, SkillId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Hit, Passage, Query, StoredDocument
from tutor.retrieval.words_file import opened

COURSE = CourseId("cells")
QUERIES = ("sugar from light", "drinks water", "light in the soil", "sugr", "leaf leaf")


def document(name: str, text: str) -> StoredDocument:
    return StoredDocument(
        id=DocumentId(name), course=COURSE, title=name, path=name, digest=text, text=text
    )


LEAF = document("leaf", "# leaf\n\nA leaf makes sugar.\n\n## Light\n\nSugar comes from light.")
ROOT = document("root", "# root\n\nA root drinks water from the soil.")


class Unread(InMemoryPassageStore):
    """A store whose passages are never read as a whole."""

    async def passages_of(self, documents: Sequence[DocumentId]) -> tuple[Passage, ...]:
        pytest.fail("Passages were read.")


async def filled(store: InMemoryPassageStore) -> InMemoryPassageStore:
    await store.replace(LEAF, passages_of(LEAF, (SkillId("leaf"),)))
    await store.replace(ROOT, passages_of(ROOT))
    return store


async def found(library: Library, *, skills: tuple[SkillId, ...] = ()) -> list[tuple[Hit, ...]]:
    return [
        await library.search(Query(text=text, course=COURSE, skills=skills)) for text in QUERIES
    ]


async def test_a_restart_reads_no_passages_and_finds_the_same(tmp_path: Path) -> None:
    skills = (SkillId("leaf"),)
    before = await found(Library(await filled(InMemoryPassageStore()), folder=tmp_path))
    preferred = await found(Library(await filled(InMemoryPassageStore())), skills=skills)
    restarted = Library(await filled(Unread()), folder=tmp_path)
    assert await found(restarted) == before
    assert await found(restarted, skills=skills) == preferred
    assert any(before)


async def test_what_changed_meanwhile_is_found(tmp_path: Path) -> None:
    store = await filled(InMemoryPassageStore())
    await found(Library(store, folder=tmp_path))
    changed = document("root", "# root\n\nA root stores starch.")
    await store.replace(changed, passages_of(changed))
    library = Library(store, folder=tmp_path)
    (hit, *_) = await library.search(Query(text="starch", course=COURSE))
    assert hit.passage.document == "root"
    assert await library.search(Query(text="soil", course=COURSE)) == ()


async def test_a_kept_index_grows(tmp_path: Path) -> None:
    store = await filled(InMemoryPassageStore())
    await found(Library(store, folder=tmp_path))
    grown, fresh = Library(store, folder=tmp_path), Library(store)
    stem = document("stem", "# stem\n\nA stem carries water up to the light.")
    await found(grown)
    await grown.add_document(stem)
    await fresh.rebuild(COURSE)
    assert await found(grown) == await found(fresh)


@pytest.mark.parametrize("damage", ["cut", "empty", "noise"])
async def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    store = await filled(InMemoryPassageStore())
    before = await found(Library(store, folder=tmp_path))
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes({"cut": whole[: len(whole) // 2], "empty": b"", "noise": b"\xff" * 99}[damage])
    assert opened(file, "any key") is None
    assert await found(Library(store, folder=tmp_path)) == before
    assert file.read_bytes() == whole


async def test_a_rebuilt_index_is_the_same_to_the_byte(tmp_path: Path) -> None:
    store = await filled(InMemoryPassageStore())
    library = Library(store, folder=tmp_path)
    before = await found(library)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    await library.rebuild(COURSE)
    assert file.read_bytes() == whole
    assert await found(library) == before
