"""Measuring retrieval: what goes in, how queries are reshaped, what comes out."""

import gzip
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tutor.errors import BadInput
from tutor.evals.kept_vectors import KeptVectors
from tutor.evals.retrieval import evaluate_retrieval, run, table
from tutor.evals.retrieval_forms import (
    follow_ups,
    markdown,
    read_set,
    short_forms,
    within_book,
)
from tutor.retrieval.dense import HashingEmbedder, Vectors

PAGES = [
    ("bio:1", "bio", "Cells", "A cell is the smallest unit of life."),
    ("bio:2", "bio", "Leaves", "A leaf makes sugar by photosynthesis in its chloroplasts."),
    ("geo:1", "geo", "Volcanoes", "A volcano throws magma, which geologists call lava outside."),
    ("geo:2", "geo", "Leaves of rock", "Slate splits into thin leaves of rock."),
]
QUERIES = [
    ("q1", "ex", "Where does photosynthesis happen in a leaf?", ["chloroplasts", "roots"], "bio", ["bio:2"]),
    ("q2", "ob", "Explain how a leaf makes sugar", [], "bio", ["bio:2"]),
    ("q3", "gq", "What is photosynthesis?", [], "bio", ["bio:2"]),
    ("q4", "gq", "What is magma?", [], "geo", ["geo:1"]),
    ("q5", "gd", "smallest unit of life", [], "bio", ["bio:1", "geo:2"]),
]  # fmt: skip


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    def write(name: str, rows: list[dict[str, Any]]) -> None:
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)

    write(
        "corpus.jsonl.gz",
        [
            {"id": page, "book": book, "chapter": "", "title": title, "secs": [{"h": [], "k": "body", "p": [text]}]}
            for page, book, title, text in PAGES
        ],
    )  # fmt: skip
    write(
        "queries.jsonl.gz",
        [
            {"id": key, "set": name, "text": text, "opts": options, "book": book}
            for key, name, text, options, book, _ in QUERIES
        ],
    )
    lines = [f"{key}\t{page}\t1" for key, *_, pages in QUERIES for page in pages]
    (tmp_path / "qrels.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *lines]) + "\n")
    return tmp_path


def test_sets_are_reported_with_all_their_figures(directory: Path) -> None:
    result = evaluate_retrieval(directory, retrievers=("ours", "bm25"))
    assert set(result["sets"]) == {"ex", "ex+o", "ob", "gq", "gd"}
    row = result["sets"]["gq"]["ours"]
    assert row["queries"] == 2
    assert row["ndcg@10"] == row["recall@1"] == row["mrr@10"] == 1.0
    assert {"recall@3", "recall@5", "recall@10", "p50_ms", "p95_ms"} <= set(row)
    assert (result["passages"], result["rss_mb"] > 0, result["index_s"] >= 0) == (4, True, True)
    assert "langchain-default" not in table(result)


def test_with_an_embedder_every_retriever_is_measured(directory: Path) -> None:
    pytest.importorskip("langchain_text_splitters", reason="the extra langchain is not installed")
    result = evaluate_retrieval(directory, within="all", embedder=HashingEmbedder())
    assert set(result["sets"]["ex"]) == {"ours", "bm25", "dense", "langchain-default"}


class Remembering(HashingEmbedder):
    """An embedder that keeps the vectors of questions, and counts how often it makes one."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, Vectors] = {}
        self.made: Counter[str] = Counter()

    def embed(self, texts: Sequence[str]) -> Vectors:
        if len(texts) > 1:
            return super().embed(texts)
        if texts[0] not in self.kept:
            self.made[texts[0]] += 1
            self.kept[texts[0]] = super().embed(texts)
        return self.kept[texts[0]]

    def forget(self) -> None:
        self.kept.clear()


@pytest.mark.parametrize("through_a_file", [False, True])
def test_each_retriever_pays_for_its_own_questions(
    directory: Path, tmp_path: Path, through_a_file: bool
) -> None:
    """What was asked of one retriever is not remembered for the next, whose times would be too good."""
    remembering = Remembering()
    embedder = KeptVectors(remembering, tmp_path / "kept") if through_a_file else remembering
    ours, dense = Remembering(), Remembering()
    evaluate_retrieval(directory, within="all", retrievers=("ours",), embedder=ours)
    evaluate_retrieval(directory, within="all", retrievers=("dense",), embedder=dense)
    evaluate_retrieval(directory, within="all", retrievers=("ours", "dense"), embedder=embedder)
    assert ours.made
    assert {dense.made[text] for _, _, text, *_ in QUERIES} == {1}
    assert remembering.made == ours.made + dense.made


def test_within_a_book_only_its_own_pages_are_gold(directory: Path) -> None:
    held = read_set(directory)
    (one,) = [one for one in within_book(held.asked, held) if one.id == "q5"]
    assert one.gold == {"bio:1"}
    result = evaluate_retrieval(directory, queries=["gd"], retrievers=("ours",))
    assert result["sets"] == {"gd": result["sets"]["gd"]}
    assert result["sets"]["gd"]["ours"]["recall@1"] == 1.0


def test_short_forms_are_made_by_rule(directory: Path) -> None:
    held = read_set(directory)
    made = {(one.set, one.id): one.text for one in short_forms(held)}
    assert made["bare", "q3"] == "photosynthesis"
    assert made["typo", "q3"] != "photosynthesis"
    assert len(made["fragment", "q2"].split()) == 2
    assert made == {(one.set, one.id): one.text for one in short_forms(held)}
    result = evaluate_retrieval(directory, short=True, retrievers=("ours",))
    assert result["sets"]["typo"]["ours"]["recall@1"] == 1.0


def test_follow_ups_go_on_from_a_question_about_the_same_page(directory: Path) -> None:
    (one,) = follow_ups(read_set(directory))
    assert one.text.startswith("and ")
    assert one.before
    assert one.before.id == "q1"
    result = evaluate_retrieval(directory, follow_up=True, retrievers=("ours",))
    assert result["sets"]["follow-up"]["ours"]["recall@1"] == 1.0


def test_the_command_prints_json(directory: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(directory, queries="gq,gd", retriever="ours", as_json=True, dense=False) == 0
    assert set(json.loads(capsys.readouterr().out)["sets"]) == {"gq", "gd"}


def test_what_cannot_be_measured_is_said(directory: Path) -> None:
    with pytest.raises(BadInput, match="no place"):
        evaluate_retrieval(directory, within="shelf")
    with pytest.raises(BadInput, match="No retriever"):
        evaluate_retrieval(directory, retrievers=("magic",))
    with pytest.raises(BadInput, match="no such queries"):
        evaluate_retrieval(directory, queries=["none"])
    with pytest.raises(BadInput, match="cannot be read"):
        evaluate_retrieval(directory / "nowhere")


def test_pages_become_markdown_with_headings_said_once() -> None:
    sections = [
        {"h": [], "p": ["Intro."]},
        {"h": ["A"], "p": ["a"]},
        {"h": ["A", "B"], "p": ["b"]},
        {"h": ["A"], "p": ["a again"]},
        {"h": ["C", "D"], "p": ["d"]},
    ]
    assert markdown("T", sections).split("\n\n") == [
        "# T", "Intro.", "## A", "a", "### B", "b", "## A", "a again", "## C", "### D", "d",
    ]  # fmt: skip
