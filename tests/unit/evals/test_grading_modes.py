"""What each mode of outside suites asks, shown by pairs of our own: right responses and near misses."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tutor.evals.grading_modes import judge_row

_PAGE = Path(__file__).parents[2] / "near_miss" / "modes.yaml"
_GROUPS = yaml.load(_PAGE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.mark.parametrize(
    "group", _GROUPS, ids=[f"{g['suite']}:{g['mode']}:{g['expected']}" for g in _GROUPS]
)
def test_right_responses_are_accepted_and_near_misses_are_not(group: Mapping[str, object]) -> None:
    row = {"options": {}, **group}
    refused = [text for text in group["right"] if not judge_row({**row, "student": text})[0]]
    accepted = [text for text in group["near"] if judge_row({**row, "student": text})[0]]
    assert (refused, accepted) == ([], [])


def test_the_pairs_cover_the_modes_in_breadth() -> None:
    assert len({g["mode"] for g in _GROUPS}) >= 28
    assert sum(len(g["right"]) + len(g["near"]) for g in _GROUPS) >= 1500
