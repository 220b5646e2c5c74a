"""The measuring of graders: what is counted, and how outside suites' options are understood."""

import gzip
import json
from pathlib import Path

import pytest

from tutor.errors import BadInput
from tutor.evals.grading import evaluate_grading, run
from tutor.evals.grading_modes import judge_row
from tutor.evals.steps import evaluate_steps

Option = dict[str, object]


def _file(path: Path, rows: list[dict[str, object]]) -> Path:
    text = "\n".join(json.dumps(r) for r in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


def _row(
    suite: str, mode: str, expected: str, student: str, correct: bool, options: Option | None = None
) -> dict[str, object]:
    return {
        "suite": suite, "mode": mode, "tier": "core", "expected": expected, "student": student,
        "options": options or {}, "correct": correct,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_are_counted_by_suite_mode_and_tier(tmp_path: Path, name: str) -> None:
    rows = [
        _row("a", "equiv", "1/2", "0.5", True),
        _row("a", "equiv", "1/2", "2", False),
        _row("a", "equiv", "1/2", "2", True),  # a label that we do not share
        _row("b", "units", "1 m", "100 cm", True),
        _row("b", "units", "1 m", "???", False),
    ]
    found = evaluate_grading(_file(tmp_path / name, rows), None, None)
    first, second = found["groups"]
    assert (first["rows"], first["right"], first["false_refusals"], first["false_accepts"]) == (
        3,
        2,
        1,
        0,
    )
    assert (second["suite"], second["rows"], second["right"], second["unreadable"]) == (
        "b",
        2,
        2,
        1,
    )
    assert found["total"]["rows"] == 5
    assert set(found["total"]) == set(first) - {"suite", "mode", "tier"}
    assert evaluate_grading(tmp_path / name, "b", "core")["total"]["rows"] == 2


def test_the_json_is_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path / "rows.jsonl", [_row("a", "equiv", "x", "x", True)])
    assert run(path, None, None, True) == 0
    assert json.loads(capsys.readouterr().out)["total"]["right"] == 1


def test_a_file_without_rows_of_the_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        evaluate_grading(_file(tmp_path / "rows.jsonl", [{"a": 1}]))
    with pytest.raises(BadInput):
        evaluate_steps(_file(tmp_path / "steps.jsonl", [{"a": 1}]))


@pytest.mark.parametrize(
    ("suite", "mode", "expected", "student", "options", "accepted"),
    [
        ("stack", "num_sigfigs", "3.14159", "3.14", {"opt": "3"}, True),
        ("stack", "num_sigfigs", "3.14159", "3.140", {"opt": "3"}, False),
        ("stack", "num_sigfigs", "3.14159", "3.12", {"opt": "[3,2]"}, True),
        ("stack", "num_decplaces", "3.14159", "3.1416", {"opt": "2"}, False),
        ("stack", "num_relative", "100", "104", {"opt": "0.05"}, True),
        ("edx", "num_range", "[5,7)", "7", {}, False),
        ("edx", "num_relative", "100", "111", {"tolerance": "10%"}, False),
        ("stack", "form_expanded", "0", "x^2-1", {}, True),
        ("stack", "form_factored", "x^2-1", "x^2-1", {"opt": "x"}, False),
        ("stack", "units_sigfigs", "stackunits(9.81,m/s^2)", "9.81*m/s^2", {"opt": "3"}, True),
        ("prairielearn", "units_only", "m/s", "m/s", {}, True),
        ("prairielearn", "units_exact", "5 m", "500 cm", {}, False),
        ("edx", "chem_equation", "2H2 + O2 -> 2H2O", "4H2+2O2->4H2O", {"exact": True}, False),
        ("stack", "calculus_int", "x^3/3", "x^3/3", {"opt": "x"}, False),
        ("stack", "calculus_int", "x^3/3", "x^3/3", {"opt": "[x,NOCONST]"}, True),
        ("stack", "equiv", "%e^(%i*%pi)", "-1", {}, True),
        ("perseus", "number", "1.5", "3/2", {"answers": [{"value": 1.5, "status": "correct", "strict": True, "answerForms": ["mixed"]}]}, False),
        ("perseus", "number_percent", "0.5", "50%", {}, True),
        ("numbas", "number", "0.1", "0.1", {"precision": "2", "precisionType": "dp", "strictPrecision": True}, False),
        ("kas", "equiv", "2", "2\\frac{1}{2}+1", {}, True),
        ("x", "trig_degrees", "1/2", "sin(30)", {}, True),
        ("x", "parse", "sin(x)*y", "sin x(y)", {}, True),
    ],
)  # fmt: skip
def test_options_of_outside_suites_are_understood(
    suite: str, mode: str, expected: str, student: str, options: Option, accepted: bool
) -> None:
    row = {
        "suite": suite,
        "mode": mode,
        "expected": expected,
        "student": student,
        "options": options,
    }
    assert judge_row(row)[0] is accepted


def test_steps_are_measured_against_marks_and_arguments(tmp_path: Path) -> None:
    marked = {
        "problem": "Ana buys 6 pens for $2 each and pays with $20. What is her change?",
        "reference_solution": "6 * 2 = 12\n20 - 12 = 8\n 8",
        "student_incorrect_solution": ["6 * 2 = 12", "20 + 12 = 32", " 32"],
        "incorrect_index": 1,
        "student_correct_response": "The pens cost 6 * 2 = 12. So her change is 20 - 12 = 8.",
    }
    argument = {"student": "[x^2=4, x=2 or x=-2]", "correct": True}
    found = evaluate_steps(_file(tmp_path / "steps.jsonl", [marked, argument]))
    assert found["working"]["exact"] == 1.0
    assert found["working"]["false_alarms"] == 0.0
    assert found["algebra"] == {"rows": 1, "outcome": 1.0, "false_accepts": 0, "false_refusals": 0}
