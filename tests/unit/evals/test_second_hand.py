"""Rows that others wrote without looking at the grammar; docs/figures/grading.md has what was first read of them."""

import json
from pathlib import Path

import pytest

from tutor.evals.grading_modes import judge_row

_ROWS = Path(__file__).parents[2] / "data" / "grading"


@pytest.mark.parametrize(
    "name",
    [
        "second_hand_1",
        "second_hand_2",
        "third_hand",
        "third_hand_2",
        "fourth_hand",
        "fourth_hand_2",
        "fifth_hand",
        "fifth_hand_2",
        "fifth_hand_3",
        "fifth_hand_4",
        "fifth_hand_5",
        "sixth_hand",
        "sixth_hand_2",
        "seventh_hand",
        "seventh_hand_2",
        "seventh_hand_3",
        "eighth_hand",
        "eighth_hand_2",
        "ninth_hand",
        "ninth_hand_2",
        "ninth_hand_3",
        "ninth_hand_4",
        "tenth_hand",
        "tenth_hand_near",
        "tenth_hand_2",
        "tenth_hand_3",
        "eleventh_hand",
        "eleventh_hand_2",
        "twelfth_hand_2",
        "twelfth_hand_3",
        "twelfth_hand_4",
        "thirteenth_hand_2",
        "fourteenth_hand_2",
    ],
)
def test_the_rows_of_others_are_graded_as_labelled_with_none_accepted_wrongly(
    name: str,
) -> None:
    rows = [json.loads(line) for line in (_ROWS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    judged = [(row, judge_row(row)[0]) for row in rows]
    assert [row["student"] for row, said in judged if said and not row["correct"]] == []
    refused = [row["student"] for row, said in judged if row["correct"] and not said]
    assert len(refused) <= len(rows) // 100, refused
