"""Other graders beside ours in one run: what is counted, and what happens when one hangs or is missing."""

import importlib.util
import json
from pathlib import Path

import pytest

from tutor.errors import BadInput
from tutor.evals.baselines import Baseline, Rival, same_text
from tutor.evals.grading import evaluate_grading

_ROWS = [
    {"suite": "a", "mode": "equiv", "tier": "core", "expected": e, "student": s, "correct": c}
    for e, s, c in (
        ("2x+3", "2x + 3", True),
        ("2x+3", "3+2x", True),
        ("2x+3", "3x+2", False),
        ("1/2", "\\frac{2}{4}", True),
        ("x=5", "5=x", True),
    )
]
_NO_SYMPY = pytest.mark.skipif(
    importlib.util.find_spec("sympy") is None, reason="sympy is not installed"
)


def test_texts_are_compared_without_blanks_and_signs_of_latex() -> None:
    assert same_text("$2x + 3$", "2x+3.")
    assert not same_text("2x+3", "3+2x")
    assert not same_text("X", "x")


def test_the_object_has_a_key_for_baselines_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, _ROWS)), encoding="utf-8")
    assert set(evaluate_grading(path)) == {"groups", "total"}
    found = evaluate_grading(path, baselines=[Baseline.STRING])
    assert found["total"]["right"] == 5
    assert found["baselines"]["string"]["total"]["right"] == 2
    assert set(found["baselines"]["string"]["total"]) == set(found["total"])


@_NO_SYMPY
def test_sympy_judges_in_a_process_that_is_killed_when_late() -> None:
    rival = Rival(Baseline.SYMPY, seconds=30)
    try:
        assert [rival.judge(row)[0] for row in _ROWS] == [r["correct"] for r in _ROWS]
        hostile = {"expected": "1", "student": "__import__('os').getpid()"}
        assert rival.judge(hostile) == (False, False)
        assert rival.worker is not None
        rival.worker.seconds = 0.0
        assert rival.judge(_ROWS[0]) == (False, False)
        assert rival.worker.process.poll() is not None
    finally:
        rival.close()


@pytest.mark.skipif(
    importlib.util.find_spec("math_verify") is not None, reason="Math-Verify is installed"
)
def test_a_package_that_is_not_installed_is_said() -> None:
    with pytest.raises(BadInput, match="not installed"):
        Rival(Baseline.MATH_VERIFY)
