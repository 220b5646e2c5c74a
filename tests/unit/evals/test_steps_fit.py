"""Cross-validation of the first wrong step: by problem, and the same on every run."""

from pathlib import Path

import pytest

from tutor.evals.steps import evaluate_steps
from tutor.evals.steps_fit import cross_validated, examples_of, parts_of
from tutor.evals.steps_rows import Marked, marked_rows


def _row(pens: int, *, wrong: int) -> Marked:
    paid, cost = 100, pens * 2
    lines = [
        f"The pens cost {pens} x 2 = {cost}.",
        f"The change is {paid} - {cost} = {paid - cost}.",
    ]
    lines[wrong] = (f"The pens cost {pens} + 2 = {pens + 2}.", f"The change is {paid} + {cost} = {paid + cost}.")[wrong]  # fmt: skip
    return Marked(
        problem=f"{pens} pens for $2 each are paid for with ${paid}. What is the change?",
        reference=(f"{pens} * 2 = {cost}", f"{paid} - {cost} = {paid - cost}", f"{paid - cost}"),
        lines=tuple(lines),
        mark=wrong,
    )


OWN = Path(__file__).parents[2] / "data" / "workings" / "own.jsonl"
ROWS = [_row(pens, wrong=wrong) for pens in range(11, 23) for wrong in (0, 1)]


def test_all_workings_of_one_problem_are_in_the_same_part() -> None:
    examples = examples_of(ROWS)
    parts = parts_of(examples, 5, 0)
    assert sorted(i for part in parts for i in part) == list(range(len(ROWS)))
    homes = [{k for k, part in enumerate(parts) if i in part} for i in range(len(ROWS))]
    assert all(homes[i] == homes[i + 1] for i in range(0, len(ROWS), 2))


def test_what_is_learnt_on_some_problems_finds_the_line_in_others() -> None:
    assert cross_validated(ROWS, 4)["exact"] == pytest.approx(1.0)


def test_figures_in_folds_are_the_same_on_every_run() -> None:
    assert cross_validated(ROWS[:12], 3) == cross_validated(ROWS[:12], 3)


def test_shipped_weights_find_three_of_four_planted_errors_that_they_were_not_fitted_on() -> None:
    figures = evaluate_steps(OWN)["working"]
    assert isinstance(figures["exact"], float)
    assert figures["exact"] >= 0.75
    assert figures["outcome"] == 1.0


def test_our_own_workings_mark_a_line_that_stands_there() -> None:
    rows = marked_rows(OWN)
    assert len(rows) >= 300
    assert all(0 <= row.mark < len(row.lines) - 1 for row in rows)
