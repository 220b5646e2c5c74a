"""A large course is sifted before it is compared, and the same is found as by comparing all of it."""

import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from shelves import shelved

from tutor.ids import CourseId, DocumentId, PassageId
from tutor.retrieval.dense import HashingEmbedder, ModelEmbedder, Vectors
from tutor.retrieval.fuse import best
from tutor.retrieval.meaning import ALL, Exact, Meaning, compared
from tutor.retrieval.passage import Passage, Query
from tutor.retrieval.shelf import Shelf, find

COURSE = CourseId("large")
EMBEDDER = HashingEmbedder()
COUNT = 6_000


def words(dice: np.random.Generator, count: int) -> str:
    """Rare and common words: the n-th of 2,000 once where the first comes n times."""
    picks = np.exp(dice.random(count) * np.log(2_000)).astype(int)
    return " ".join(f"{'aeiou'[n % 5]}{'bdgkl'[n // 5 % 5]}{n:x}" for n in picks)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    dice = np.random.default_rng(1)
    passages = [
        Passage(
            id=PassageId(f"p{n}"), course=COURSE, document=DocumentId(f"d{n // 7}"), title="",
            heading_path=(), text=words(dice, 12), start=0, end=0, anchor="",
        )
        for n in range(COUNT)
    ]  # fmt: skip
    return shelved(passages, "en")


@pytest.fixture(scope="module")
def stored(shelf: Shelf) -> dict[PassageId, bytes]:
    lines = shelf.view.lines
    text = dict(zip(lines.numbers.values(), lines.numbers, strict=True))
    rows = EMBEDDER.embed([" ".join(text[n] for n in lines.raw.row(at)) for at in range(COUNT)])
    return {one: row.tobytes() for one, row in zip(shelf.view.ids, rows, strict=True)}


def found(shelf: Shelf, meaning: Meaning, text: str) -> list[PassageId]:
    with_meaning = replace(shelf, meaning=meaning)
    return [one.id for one in find(with_meaning, Query(text=text, course=COURSE, k=10))]


def test_sifting_finds_what_comparing_everything_finds(
    shelf: Shelf, stored: dict[PassageId, bytes]
) -> None:
    exact = compared(EMBEDDER, shelf.view.ids, stored, sifted=False)
    sifted = compared(EMBEDDER, shelf.view.ids, stored, sifted=True)
    dice = np.random.default_rng(2)
    same = whole = 0
    for _ in range(60):
        text = words(dice, int(dice.integers(1, 9)))
        wanted = found(shelf, exact, text)
        same += len(set(wanted) & set(found(shelf, sifted, text)))
        whole += len(wanted)
    assert whole > 300
    assert same >= 0.99 * whole


def test_only_a_part_of_a_large_course_is_compared(
    shelf: Shelf, stored: dict[PassageId, bytes]
) -> None:
    sifted = compared(EMBEDDER, shelf.view.ids, stored, sifted=True)
    asked = EMBEDDER.embed([words(np.random.default_rng(3), 5)])[0]
    near = sifted.near(asked, np.zeros(COUNT, dtype=np.float32), shelf.view)
    assert len(near.at) < 0.6 * COUNT
    assert (np.diff(near.at) > 0).all()
    exact = compared(EMBEDDER, shelf.view.ids, stored, sifted=False).rows @ asked
    assert np.allclose(near.cosines, exact[near.at], atol=1e-4)


def test_a_course_of_usual_size_is_compared_whole(
    shelf: Shelf, stored: dict[PassageId, bytes]
) -> None:
    assert COUNT < ALL
    assert isinstance(compared(EMBEDDER, shelf.view.ids, stored), Exact)


@pytest.mark.parametrize("sifted", [False, True])
def test_vectors_are_carried_over_to_the_passages_that_stay(
    sifted: bool, shelf: Shelf, stored: dict[PassageId, bytes]
) -> None:
    old = compared(EMBEDDER, shelf.view.ids, stored, sifted=sifted)
    new = old.carried_over((PassageId("new"), *shelf.view.ids[::-1]))
    assert not new.rows[0].any()
    assert (new.rows[1:] == old.rows[::-1]).all()


def test_of_one_endless_page_a_part_is_compared_too() -> None:
    dice = np.random.default_rng(4)
    passages = [
        Passage(
            id=PassageId(f"q{n}"), course=COURSE, document=DocumentId("one"), title="",
            heading_path=(), text=words(dice, 4), start=0, end=0, anchor="",
        )
        for n in range(4_000)
    ]  # fmt: skip
    view = shelved(passages, "en").view
    assert 1_900 <= len(view.sample) <= 2_100
    assert view.with_pages(np.array([7, 3])).tolist() == [3, 7]


@pytest.mark.parametrize("count", [1, 5, 70, 900])
def test_the_best_are_those_of_a_full_sort(count: int) -> None:
    scores = np.random.default_rng(count).integers(-3, 40, 5_000).astype(np.float32) / 40
    wanted = [at for at in np.lexsort((np.arange(5_000), -scores)) if scores[at] > 0][:count]
    assert best(scores, count).tolist() == wanted


def test_nothing_is_best_among_nothing() -> None:
    assert best(np.zeros(0, dtype=np.float32), 3).tolist() == []
    assert best(np.zeros(500, dtype=np.float32), 3).tolist() == []


def test_passages_come_back_in_the_order_given_and_from_threads_that_give_way() -> None:
    priorities: dict[int, int] = {}

    def run(texts: Sequence[str]) -> Vectors:
        if sys.platform == "linux":
            priorities[threading.get_native_id()] = os.getpriority(os.PRIO_PROCESS, 0)
        return EMBEDDER.embed(texts)

    embedder = ModelEmbedder(run, name="any", size=EMBEDDER.size, threads=2)
    texts = [words(np.random.default_rng(n), 1 + n * 7 % 11) for n in range(37)]
    assert np.allclose(embedder.embed(texts), EMBEDDER.embed(texts))
    assert embedder.embed([]).shape == (0, EMBEDDER.size)
    background = set(priorities.values())
    embedder.embed(["a question"])
    if sys.platform == "linux":
        mine = priorities[threading.get_native_id()]
        assert all(mine < other or other == 19 for other in background)


def test_one_text_is_a_question_and_several_are_not() -> None:
    asked: list[str] = []

    def question(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return EMBEDDER.embed(texts)

    embedder = ModelEmbedder(EMBEDDER.embed, question, name="any", size=EMBEDDER.size)
    embedder.embed(["a passage", "", "another", "one more", "and the fifth in a batch of its own"])
    embedder.embed(["a question"])
    assert asked == ["a question"]
