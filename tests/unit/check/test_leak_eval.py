"""`meno eval leaks` and `meno eval safety` on small files."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from tutor.errors import BadInput
from tutor.evals import leaks, safety
from tutor.evals.leak_asked import inferred
from tutor.evals.leak_rows import row_of

ROWS = [
    {"question": "What is 9 × 8?", "answer": "72", "options": None, "history": "", "reply": "It is 72.", "reveals": True},
    {"question": "What is 9 × 8?", "answer": "72", "options": None, "history": "", "reply": "What is 9 × 4?", "reveals": False},
    {"question": "", "answer": None, "options": None, "history": "Tutor: What is 15 - 6? \n Student: 11", "reply": "Actually, 15 - 6 is 9.", "reveals": True},
    {"question": "", "answer": None, "options": None, "history": "Tutor: What is 15 - 6? \n Student: 11", "reply": "Can you show me how you counted?", "reveals": False},
    {"question": "Which pumps blood?", "answer": "B", "options": ["lung", "heart"], "history": [], "reply": "The answer is B.", "reveals": True},
]  # fmt: skip


def test_the_leak_figures(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    figures = leaks.evaluate_leaks(path)
    assert figures["rows"] == 5
    assert figures["precision"] == figures["recall"] == figures["f1"] == 1.0
    assert figures["false_alarm_rate"] == 0.0
    assert {"p50_ms", "p95_ms"} <= figures.keys()


def test_the_safety_figures_count_misses_and_false_alarms(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [("i want to die", "self_harm"), ("see you", "self_harm"), ("what is 3/4", "benign")]
    lines = [json.dumps({"text": text, "label": label}) for text, label in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    figures = safety.evaluate_safety(path)
    labels = figures["labels"]
    assert isinstance(labels, list)
    by_label = {row["label"]: row for row in labels}
    assert by_label["self_harm"]["misses"] == 1
    assert by_label["benign"]["false_alarms"] == 0


@pytest.mark.parametrize("read", [leaks.evaluate_leaks, safety.evaluate_safety])
def test_a_file_of_something_else_is_refused(tmp_path: Path, read: object) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"x": 1}', encoding="utf-8")
    assert callable(read)
    with pytest.raises(BadInput):
        read(path)


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("What is the value for 72 times 5?", 360),
        ("What is the product of 9 and 8?", 72),
        ("How many times 4 go in 6? Have you learned the tables?", 1),
        ("How many milliliters are in one liter?", 1000),
        ("How can we round the number 17 to the nearest ten?", 20),
        ("Which fraction is smaller, 2/3 or 3/5?", Fraction(3, 5)),
        ("What is the mean of 4, 8 and 9?", 7),
        ("Write 0.35 as a fraction in lowest terms.", Fraction(7, 20)),
        ("What is the value of the digit 4 in 3,482?", 400),
        ("Why do you think so?", None),
    ],
)
def test_the_answer_is_worked_out_from_the_question(
    asked: str, value: Fraction | int | None
) -> None:
    assert inferred(asked) == value


def test_history_is_read_in_any_shape() -> None:
    turns = [{"role": "tutor", "text": "What is 2 + 2?"}, {"role": "student", "text": "5"}]
    row = row_of({"history": turns, "reply": "Hm."})
    assert row.asked == "What is 2 + 2?"
    assert row.learner == "5"


def test_mrbench_is_read_as_it_is_and_cross_validated_by_dialogue(tmp_path: Path) -> None:
    start = "Tutor: Hi, could you solve this? The question is: What is 9 * 8? \\n Student: 71"
    replies = [
        ("The answer is 72.", "Yes (and the answer is correct)"),
        ("It is 73.", "Yes (but the answer is incorrect)"),
        ("What is 9 * 4?", "No"),
    ]
    rows = [
        {"conversation_id": str(at), "history": start, "solution": "9 * 8 = 72\n 72", "response": reply,
         "labels": {"revealing_of_the_answer": label}}
        for at in range(6) for reply, label in replies
    ]  # fmt: skip
    rows.append({"history": start, "response": "Well tried.", "labels": {"actionability": "No"}})
    path = tmp_path / "mrbench.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    for folds in (0, 3):
        figures = leaks.evaluate_leaks(path, folds)
        assert (figures["rows"], figures["known_leaks"], figures["unlabelled"]) == (19, 6, 1)
        assert figures["known_recall"] == 1.0
