"""How far search by meaning has come, where an administrator looks, and in the numbers."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from web_school import HEAD, school

from tests.unit.web.conftest import Door
from tutor.people.directory import LinkPurpose
from tutor.retrieval.dense import HashingEmbedder, Vectors
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore


class Held(HashingEmbedder):
    """Another model, which makes no vector before it is let go."""

    def __init__(self) -> None:
        super().__init__(64)
        self.let_go = threading.Event()

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.let_go.wait(20)
        return super().embed(texts)


@pytest.fixture
async def door(tmp_path, empty_database):
    library = Library(InMemoryPassageStore(), embedder=HashingEmbedder())

    def own(parts):
        return replace(parts, library=library)

    async with school(tmp_path, empty=empty_database, extra=own) as made:
        await library.add_course(made.parts.book.all()[0])
        yield Door(made)


async def head(door: Door):
    people, at = door.school.parts.people, door.school.parts.clock()
    token = await people.make_link(HEAD, LinkPurpose.SIGN_IN, at, timedelta(hours=1))
    visit = door.stranger()
    await visit.http.post(f"/link/{token}")
    return visit


async def test_an_administrator_sees_that_another_model_is_being_made_ready(door):
    library, model = door.school.parts.library, Held()
    visit = await head(door)
    assert "Search by meaning: all" in (await visit.get("/classes")).text
    switching = asyncio.create_task(library.load_dense(lambda: model))
    while not library.status().embedding:
        await asyncio.sleep(0.01)
    page = (await visit.get("/classes")).text
    total = library.status().wanted
    assert f"being made ready: 0 of {total} passages with the model hashing-64" in page
    assert "Until it is done, the model before (hashing-256) answers." in page
    assert "<progress" in (await visit.get("/classes/meaning")).text
    model.let_go.set()
    await switching
    piece = (await visit.get("/classes/meaning")).text
    assert "<progress" not in piece
    assert f"all {total} passages, by the model hashing-64" in piece


async def test_teachers_and_learners_are_not_told(door):
    visit = await door.enter("ines")
    assert "Search by meaning" not in (await visit.get("/classes")).text
    assert (await visit.get("/classes/meaning")).status_code == 403


async def test_the_numbers_have_passages_by_how_far_they_have_come(door):
    numbers = (await door.stranger().get("/metrics")).text
    total = door.school.parts.library.status().passages
    assert f'meno_passages{{state="embedded"}} {float(total)}' in numbers
