"""The near-miss corpus: what must be graded correct, and what must not."""

import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from tutor.items.grade import Context, ItemType, Verdict

_CORPUS = Path(__file__).parents[3] / "near_miss"
_FILES = (
    "numbers.yaml",
    "quantities.yaml",
    "algebra.yaml",
    "habits.yaml",
    "voiced.yaml",
    "named.yaml",
)


def _groups() -> Iterator[Mapping[str, object]]:
    for name in _FILES:
        yield from yaml.safe_load((_CORPUS / name).read_text(encoding="utf-8"))


def _item(group: Mapping[str, object]) -> ItemType:
    extra = group.get("spec") or {}
    assert isinstance(extra, dict)
    module = importlib.import_module(f"tutor.items.types.{group['type']}")
    about = group.get("context") or {}
    assert isinstance(about, dict)
    return module.build({"answer": group["answer"], **extra}, Context(**about))


_GROUPS = list(_groups())
_NAMES = [f"{g['type']}:{g['answer']}" for g in _GROUPS]


def test_the_corpus_has_at_least_three_hundred_pairs() -> None:
    pairs = sum(len(g["right"]) + len(g["near"]) for g in _GROUPS)
    assert pairs >= 300, pairs


@pytest.mark.parametrize("group", _GROUPS, ids=_NAMES)
def test_right_writings_are_correct(group: Mapping[str, object]) -> None:
    item = _item(group)
    refused = {
        r: item.grade(r) for r in group["right"] if item.grade(r).verdict is not Verdict.CORRECT
    }
    assert not refused


@pytest.mark.parametrize("group", _GROUPS, ids=_NAMES)
def test_near_misses_are_not_correct(group: Mapping[str, object]) -> None:
    item = _item(group)
    accepted = [r for r in group["near"] if item.grade(r).verdict is Verdict.CORRECT]
    assert not accepted


@pytest.mark.parametrize("group", _GROUPS, ids=_NAMES)
def test_samples_prove_the_grader(group: Mapping[str, object]) -> None:
    item = _item(group)
    samples = item.samples()
    assert samples.right
    assert samples.wrong + samples.near
    for text in samples.right:
        assert item.grade(text).verdict is Verdict.CORRECT, text
    for text in samples.wrong + samples.near:
        assert item.grade(text).verdict is not Verdict.CORRECT, text
    for text in samples.unreadable:
        assert item.grade(text).verdict is Verdict.UNREADABLE, text
