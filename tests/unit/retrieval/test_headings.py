"""Passages whose headings a question names come before others that say as much of it."""

from itertools import pairwise

import pytest
from shelves import shelved

from tutor.ids import CourseId, DocumentId, PassageId
from tutor.retrieval.dense import HashingEmbedder
from tutor.retrieval.headings import BEST, by_headings
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Hit, Passage, Query, StoredDocument
from tutor.retrieval.view import View

COURSE = CourseId("cells")


def passage(number: int, *headings: str) -> Passage:
    return Passage(
        id=PassageId(f"p{number}"), course=COURSE, document=DocumentId(f"d{number}"), title="", heading_path=headings,
        text="Cells hold genes, and organs hold cells.", start=0, end=0,
    )  # fmt: skip


def again(text: str, *passages: Passage, scores: tuple[float, ...] = ()) -> tuple[Hit, ...]:
    """The hits of passages, of equal scores if none are given, looked at again."""
    view: View = shelved(passages, "en").view
    held = scores or (0.5,) * len(passages)
    hits = [Hit(passage=one, score=score) for one, score in zip(passages, held, strict=True)]
    return by_headings(hits, text, view, meaning=False)


def test_a_heading_named_whole_comes_before_one_named_in_part() -> None:
    part, whole = passage(0, "Genes, cells and organs"), passage(1, "Genes")
    assert [hit.passage for hit in again("What is a gene?", part, whole)] == [whole, part]


def test_any_heading_above_a_passage_may_be_the_one_that_is_named() -> None:
    other, under = passage(0, "Biology", "Organs"), passage(1, "Genes", "More")
    assert again("What are genes?", other, under)[0].passage == under


def test_a_rare_word_of_a_heading_counts_for_more_than_a_common_one() -> None:
    common, rare = passage(0, "Cells and organs"), passage(1, "Yeast and organs")
    filling = [passage(n, "Cells") for n in range(2, 8)]
    hits = again("yeast cells", common, rare, *filling, scores=(0.5, 0.5, *[0.1] * 6))
    assert [hit.passage for hit in hits[:2]] == [rare, common]


def test_what_a_heading_adds_is_little_beside_a_better_score() -> None:
    named, better = passage(0, "Genes"), passage(1, "Organs")
    assert again("genes", better, named, scores=(0.9, 0.5))[0].passage == better


def test_scores_stay_in_order_and_in_their_range_and_nothing_is_lost() -> None:
    many = [passage(n, "Genes" if n % 3 else "Organs") for n in range(BEST + 10)]
    hits = again("genes", *many, scores=tuple(1 - n / 100 for n in range(len(many))))
    assert {hit.passage.id for hit in hits} == {one.id for one in many}
    assert all(before.score >= after.score for before, after in pairwise(hits))
    assert 0 < hits[-1].score <= hits[0].score <= 1
    assert [hit.passage for hit in hits[BEST:]] == many[BEST:]  # too far down to be looked at


@pytest.mark.parametrize("text", ["", "the", "zebra"])
def test_where_no_heading_is_named_the_order_stays(text: str) -> None:
    passages = [passage(0, "Genes"), passage(1), passage(2, "Organs")]
    assert [hit.passage for hit in again(text, *passages)] == passages


@pytest.mark.parametrize("meaning", [False, True])
async def test_a_search_finds_the_section_of_that_name_among_many_that_mention_it(
    meaning: bool,
) -> None:
    embedder = HashingEmbedder() if meaning else None
    library = Library(InMemoryPassageStore(), embedder=embedder)
    parts = [
        f"## Part {n} of organs and tissues\n\nA gland makes hormones for organ {n}."
        for n in range(8)
    ]
    parts.append(
        "## Gland\n\nIt makes hormones. Blood runs through it slowly on all of its sides, day and night."
    )
    document = StoredDocument(
        id=DocumentId("d"), course=COURSE, title="Bodies", path="", digest="1", text="\n\n".join(parts)
    )  # fmt: skip
    await library.add_document(document)
    hits = await library.search(Query(text="What does a gland make?", course=COURSE, k=2))
    assert hits[0].passage.heading_path[-1] == "Gland"
    assert len(hits) == 2
