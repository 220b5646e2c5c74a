"""The library as a LangChain retriever, for chains and agents that others build on Meno."""

import asyncio
from typing import TYPE_CHECKING, Any

from tutor.errors import MissingExtra
from tutor.ids import CourseId
from tutor.retrieval.passage import Hit, Query, Retriever

if TYPE_CHECKING:
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever


def as_langchain(retriever: Retriever, course: CourseId, *, k: int = 4) -> "BaseRetriever":
    """A `BaseRetriever` over one course; raises MissingExtra when langchain-core is not installed.

    Documents carry `title`, `heading_path`, `document`, `anchor`, `page`, `start`, `end`, `score`
    and `weak` as metadata, so that what is made of them can be cited at its place. Asked without
    an event loop it runs one of its own; inside one, use `ainvoke`.
    """
    try:
        from langchain_core.callbacks import (
            AsyncCallbackManagerForRetrieverRun,
            CallbackManagerForRetrieverRun,
        )
        from langchain_core.documents import Document
        from langchain_core.retrievers import BaseRetriever
    except ImportError as missing:
        raise MissingExtra(
            "LangChain is not installed.", do="Install meno-tutor[langchain]."
        ) from missing

    class MenoRetriever(BaseRetriever):
        """Meno's retriever in LangChain's clothes."""

        async def _aget_relevant_documents(
            self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun
        ) -> list[Document]:
            hits = await retriever.search(Query(text=query, course=course, k=k))
            return [_document(hit, Document) for hit in hits]

        def _get_relevant_documents(
            self, query: str, *, run_manager: CallbackManagerForRetrieverRun
        ) -> list[Document]:
            hits = asyncio.run(_search(query))
            return [_document(hit, Document) for hit in hits]

    async def _search(text: str) -> tuple[Hit, ...]:
        return await retriever.search(Query(text=text, course=course, k=k))

    return MenoRetriever()


def _document(hit: Hit, kind: "type[Document]") -> "Document":
    passage = hit.passage
    metadata: dict[str, Any] = {
        "title": passage.title,
        "heading_path": list(passage.heading_path),
        "document": passage.document,
        "anchor": passage.anchor,
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
        "score": hit.score,
        "weak": hit.weak,
    }
    return kind(page_content=passage.text, metadata=metadata, id=passage.id)
