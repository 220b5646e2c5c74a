"""The library in LangChain's clothes finds what the library finds."""

import asyncio

import pytest

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.index import Library
from tutor.retrieval.langchain import as_langchain
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import StoredDocument

pytestmark = pytest.mark.heavy
CELLS = CourseId("cells")


async def library() -> Library:
    pytest.importorskip("langchain_core", reason="the extra langchain is not installed")
    made = Library(InMemoryPassageStore())
    text = "# Leaves\n\nStems carry water.\n\n## Sugar\n\nA leaf makes sugar."
    await made.add_document(
        StoredDocument(
            id=DocumentId("leaf"), course=CELLS, title="Leaves", path="", digest="1", text=text
        )
    )
    return made


async def test_documents_carry_their_place() -> None:
    (found,) = await as_langchain(await library(), CELLS).ainvoke("who makes sugar?")
    assert found.page_content == "A leaf makes sugar."
    assert found.metadata["heading_path"] == ["Leaves", "Sugar"]
    assert found.metadata["anchor"] == "sugar"
    assert found.metadata["score"] == 1.0


def test_it_answers_without_an_event_loop() -> None:
    retriever = as_langchain(asyncio.run(library()), CELLS, k=1)
    assert [one.page_content for one in retriever.invoke("water")] == ["Stems carry water."]
