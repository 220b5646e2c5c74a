"""`meno eval tracing` on logs as they come: no times, no skills, one giant student, odd names and orders."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

import pytest
from typer.testing import CliRunner

from tutor.cli import app
from tutor.evals.tracing.rehearsal import frozen_loss, in_order, learn_course, rehearsals, rehearse
from tutor.evals.tracing.responses import Response

MODELS = {"ours", "bkt", "bkt-forgets", "pfa", "elo", "best-lr"}


def school(students: int = 12, rows: int = 25) -> list[Response]:
    """Able and less able students, easy and hard items, a week between every ten responses."""
    dice = Random(5)
    made = []
    for student in range(students):
        able, t = dice.gauss(0, 1.2), 1_000_000.0
        for number in range(rows):
            item = dice.randrange(12)
            t += 60 if number % 10 else 8 * 86_400
            p = 1 / (1 + 2.7 ** -(able + (item % 4) - 1.5))
            right = int(dice.random() < p)
            made.append(Response(f"s{student}", f"i{item}", (f"k{item % 3}",), t, right))
    return made


def untimed() -> list[Response]:
    return [replace(row, t=0.0) for row in school()]


def without_skills() -> list[Response]:
    return [replace(row, skills=()) for row in school()]


def one_giant() -> list[Response]:
    return [*school(), *[replace(row, student="giant") for row in school(students=60)]]


def shuffled() -> list[Response]:
    rows = school()
    Random(1).shuffle(rows)
    return rows


def other_scripts() -> list[Response]:
    return [
        replace(row, student=f"Дíа {row.student}", item=f"第{row.item}問", skills=("ügés|x", "k#?"))
        for row in school()
    ]


def one_skill() -> list[Response]:
    return [replace(row, item="only", skills=("only",)) for row in school()]


def many_skills() -> list[Response]:
    return [replace(row, skills=tuple(f"k{n}" for n in range(9))) for row in school()]


def twice_each() -> list[Response]:
    return [row for row in school(rows=12) for _ in range(2)]


def all_right() -> list[Response]:
    return [replace(row, right=1) for row in school()]


def one_student() -> list[Response]:
    return school(students=1, rows=60)


def backwards() -> list[Response]:
    return [replace(row, t=2_000_000.0 - row.t) for row in school()]


LOGS = (
    untimed, without_skills, one_giant, shuffled, other_scripts, one_skill, many_skills,
    twice_each, all_right, one_student, backwards,
)  # fmt: skip


def written(rows: Iterable[Response]) -> str:
    lines = ["student,item,skills,t,correct"]
    for row in rows:
        lines.append(f"{row.student},{row.item},{';'.join(row.skills)},{row.t:.0f},{row.right}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("live", [False, True], ids=["folds", "live"])
@pytest.mark.parametrize("make", LOGS)
def test_the_command_gives_every_model_figures_on_an_odd_log(
    make: Callable[[], list[Response]], live: bool, tmp_path
):
    rows = make()
    path = tmp_path / "log.csv"
    path.write_text(written(rows), encoding="utf-8")
    asked = ["eval", "tracing", str(path), "--json", *(["--live"] if live else [])]
    told = CliRunner().invoke(app, asked)
    assert told.exit_code == 0, told.output
    result = json.loads(told.stdout)
    assert set(result["models"]) == MODELS
    for figures in result["models"].values():
        assert figures["rows"] == len(rows)
        assert 0.0 <= figures["auc"] <= 1.0
        assert 0.0 <= figures["log_loss"] < 3.0
    if make is all_right:
        assert result["models"]["ours"]["auc"] == 0.5


def test_ours_tells_students_and_items_apart_where_a_log_has_neither_times_nor_skills(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(written([replace(row, t=0.0, skills=()) for row in school(30, 40)]))
    asked = ["eval", "tracing", str(path), "--json", "--live", "--model", "ours"]
    told = json.loads(CliRunner().invoke(app, asked).stdout)
    assert told["models"]["ours"]["auc"] > 0.65


def test_a_rehearsal_counts_nothing_again_and_a_look_at_the_loss_leaves_the_course_as_it_was():
    rows = school()
    model = in_order(rows)
    counted = json.dumps(model.counters.to_json())
    rehearse(model, rows)
    assert json.dumps(model.counters.to_json()) == counted
    before = json.dumps(model.to_json())
    assert 0.2 < frozen_loss(model, rows) < 0.8
    assert json.dumps(model.to_json()) == before


def test_nothing_is_rehearsed_where_nobody_is_left_to_judge_it():
    assert rehearsals([]) == rehearsals(school(students=1)) == 0
    assert learn_course([]).weights.seen == 0
