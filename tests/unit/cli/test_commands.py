"""The commands explain themselves, exit with the right code, and never print a trace."""

import asyncio
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support import COURSES
from tutor.curriculum.check import SEEDS
from tutor.llm.budget import Spent
from tutor.settings import bundled
from tutor.storage.database import Database
from tutor.storage.spending import SqlSpending

COMMANDS = ("serve", "chat", "check", "index", "telegram", "digest", "replay", "regrade", "export", "forget",
            "simulate", "demo", "eval", "people", "people/spending", "persona", "persona/try", "persona/compare", "course")  # fmt: skip
EVALS = ("grading", "steps", "shortanswer", "tracing", "retrieval", "leaks", "safety")


def meno(
    *args: str, cwd: Path | None = None, stdin: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", *args], cwd=cwd, input=stdin, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "100", "PYTHONPATH": str(Path(__file__).parents[3]), **env},
        check=False, timeout=110,
    )  # fmt: skip


def test_every_command_explains_itself():
    # In one process: starting Python twenty times is slow.
    code = (
        "import sys; from typer.testing import CliRunner; from tutor.cli import app\n"
        "for args in [a.split('/') for a in sys.argv[1:]]:\n"
        "    r = CliRunner().invoke(app, [*args, '--help'])\n"
        "    assert r.exit_code == 0 and 'Usage' in r.output and len(r.output) > 150, args\n"
    )
    names = [*COMMANDS, *(f"eval/{name}" for name in EVALS)]
    done = subprocess.run(
        [sys.executable, "-c", code, *names], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_check_exits_with_zero_for_a_good_course_and_one_for_a_bad_one(tmp_path):
    assert meno("check", str(COURSES)).returncode == 0
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "course.yaml").write_text("title: [")
    done = meno("check", str(tmp_path), "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["file"] == "bad/course.yaml"


def test_check_says_when_there_is_no_course(tmp_path):
    done = meno("check", str(tmp_path))
    assert done.returncode == 2
    assert "course.yaml" in done.stderr


def test_chat_answers_in_the_terminal_and_remembers(tmp_path):
    args = ("chat", "tiny", "--curricula", str(COURSES), "--data", str(tmp_path), "--name", "Ada")
    first = meno(*args, stdin="what is a sum?\n/quit\n")
    assert first.returncode == 0, first.stderr
    assert "Traceback" not in first.stderr
    again = meno(*args, stdin="")
    assert "back" in again.stdout or "again" in again.stdout or "open" in again.stdout


def test_a_persona_chosen_in_the_terminal_gives_its_help_contract(tmp_path):
    quiz = ("chat", "fractions", "--data", str(tmp_path), "--persona", "exam-warm-up")
    done = meno(*quiz, stdin="hint\n/quit\n")
    assert done.returncode == 0, done.stderr
    assert "Hint 1" not in done.stdout
    other = meno("chat", "fractions", "--data", str(tmp_path), "--persona", "nobody", stdin="")
    assert other.returncode == 1
    assert "exam-warm-up" in other.stderr
    assert "Traceback" not in other.stderr


def test_what_is_stored_of_a_learner_can_be_exported_and_erased(tmp_path):
    common = ("--data", str(tmp_path))
    meno("chat", "tiny", "--curricula", str(COURSES), *common, "--name", "Ada", stdin="hint\n")
    out = tmp_path / "ada.json"
    assert meno("export", "console-ada", "-o", str(out), *common).returncode == 0
    assert "MessageReceived" in out.read_text()
    done = meno("forget", "console-ada", "--yes", "--json", *common)
    assert done.returncode == 0
    assert json.loads(done.stdout)["events"] > 0
    gone = meno("export", "console-ada", *common)
    assert gone.returncode == 1
    assert "Traceback" not in gone.stderr


def test_a_school_of_ones_own_is_made_from_the_command_line(tmp_path):
    common = (
        "--data",
        str(tmp_path),
    )
    env = {"MENO_CURRICULA": str(COURSES)}
    added = meno("people", "add", "Inés Moreno", "--role", "teacher", "--login", "ines",
                 "--password", "a long secret", "--id", "ines", *common, **env)  # fmt: skip
    assert added.returncode == 0, added.stderr
    assert "/link/" in added.stdout
    again = meno("people", "add", "Inés", "--id", "ines", *common, **env)
    assert again.returncode == 1
    assert "already" in again.stderr
    made = meno("people", "class", "5b", "--teacher", "ines", "--course", "tiny", *common, **env)
    assert "1 teacher, 0 learners, 1 course" in made.stdout
    wrong = meno("people", "class", "5b", "--learner", "nobody", *common, **env)
    assert wrong.returncode == 1
    meno("people", "add", " Ana\n\x07 Ruiz ", "--id", "ana", *common, **env)
    for given in (
        ("class", "5b", "--teacher", "ana"), ("class", "5b", "--learner", "ines"), ("class", "5/b"),
        ("add", "  "), ("add", "Bo", "--id", "a/../b"),
    ):  # fmt: skip
        refused = meno("people", *given, *common, **env)
        assert refused.returncode == 1, given
        assert refused.stderr.startswith("Error: "), given
    named = json.loads(meno("people", "list", "--json", *common, **env).stdout)
    assert {p["id"]: p["name"] for p in named} == {"ana": "Ana Ruiz", "ines": "Inés Moreno"}
    meno("forget", "ana", "--yes", "--data", str(tmp_path), **env)
    listed = json.loads(meno("people", "list", "--json", *common, **env).stdout)
    assert [(p["id"], p["role"], p["login"]) for p in listed] == [("ines", "teacher", "ines")]
    assert "no model was called" in meno("people", "spending", *common, **env).stdout


def test_what_the_model_cost_is_printed_by_class_and_learner(tmp_path):
    common = ("--data", str(tmp_path))
    prices = {"MENO_LLM_PRICE_IN": "1000", "MENO_LLM_PRICE_OUT": "5000", "MENO_LLM_CURRENCY": "EUR",
              "MENO_CURRICULA": str(COURSES)}  # fmt: skip
    meno("people", "add", "Ada", "--id", "ada", *common, **prices)
    meno("people", "class", "5b", "--name", "Class 5 B", "--learner", "ada", *common, **prices)
    call = Spent(calls=1, tokens_in=1_000, tokens_out=200, seconds=1.5)

    async def book() -> None:
        database = await Database.open(f"sqlite:///{tmp_path}/meno.sqlite3")
        booked = dict.fromkeys(["school", "class:5b", "learner:ada"], call)
        await SqlSpending(database).book(datetime.now(UTC).date(), "m", booked)
        await database.close()

    asyncio.run(book())
    found = json.loads(meno("people", "spending", "--json", *common, **prices).stdout)
    assert found["currency"] == "EUR"
    assert [(one["name"], one["cost"]) for one in found["classes"]] == [("Class 5 B", 2.0)]
    assert [(one["name"], one["calls"]) for one in found["learners"]] == [("Ada", 1)]
    table = meno("people", "spending", "--class", "5b", *common, **prices).stdout
    assert "learner Ada" in table
    assert "2.00 EUR" in table
    assert meno("people", "spending", "--class", "9z", *common, **prices).returncode == 1


def test_replay_agrees_with_the_snapshots(tmp_path):
    common = ("--data", str(tmp_path), "--curricula", str(COURSES))
    meno("chat", "tiny", *common, "--name", "Ada", stdin="hint\nnext\nskip\n" * 20)
    done = meno("replay", *common, "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["logs"] == 1


def test_a_corrected_key_regrades_what_was_answered(tmp_path):
    courses = tmp_path / "courses"
    shutil.copytree(COURSES / "tiny", courses / "tiny")
    common = ("--data", str(tmp_path / "data"), "--curricula", str(courses))
    for name in ("Ada", "Bo"):
        meno("chat", "tiny", *common, "--name", name, stdin="1000\n" * 6)
    asked = ("regrade", "tiny", "add-t", *common, "--json")
    before = json.loads(meno(*asked).stdout)
    assert before["responses"] > 0
    assert before["regraded"] == 0
    assert before["changes"] == []
    key = courses / "tiny/items/adding.yaml"
    key.write_text(key.read_text().replace("answer: '{{s}}'", "answer: '1000'"))
    dry = json.loads(meno(*asked, "--dry-run").stdout)
    assert dry["learners"] == 2
    assert dry["changes"] == [{"from": "incorrect", "to": "correct", "responses": dry["to_right"]}]
    assert dry["left_alone"] == {"model": 0, "person": 0}
    table = meno(*asked[:-1], "--dry-run").stdout
    assert f"{dry['regraded']} of {dry['responses']} responses to add-t would change" in table
    assert re.search(rf"incorrect\W+correct\W+{dry['to_right']}\b", table)
    assert json.loads(meno(*asked).stdout) == {**dry, "dry_run": False}
    assert json.loads(meno(*asked).stdout)["regraded"] == 0  # once is enough
    assert meno("replay", *common).returncode == 0
    assert "no item" in meno("regrade", "tiny", "nothing", *common).stderr


@pytest.mark.parametrize(
    ("args", "env", "says"),
    [
        (("chat", "nowhere"), {}, "nowhere"),
        (("telegram",), {}, "TELEGRAM_BOT_TOKEN"),
        (("serve",), {"MENO_PORT": "many"}, "MENO_PORT"),
        (("export", "nobody"), {}, "nobody"),
        (("digest",), {}, "--preview"),
        (("index",), {"MENO_DATABASE_URL": "nonsense"}, "database"),
    ],
)
def test_mistakes_are_said_in_a_sentence(args, env, says, tmp_path):
    done = meno(*args, cwd=tmp_path, **env)
    assert done.returncode == 1, done.stdout
    assert says in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_said(tmp_path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = meno("serve", "--port", port, "--data", str(tmp_path))
    assert done.returncode == 1
    assert port in done.stderr


def test_prompt_files_are_checked_in_place(tmp_path):
    assert "0 errors" in meno("check", "--prompts").stdout
    own = shutil.copytree(bundled("prompts"), tmp_path / "own")
    tell = own / "tell.md"
    tell.write_text(tell.read_text() + "NEVER stop.\n")
    done = meno("check", "--prompts", MENO_PROMPTS=str(own))
    line = tell.read_text().count("\n")
    assert done.returncode == 1
    assert f"tell.md:{line} It shouts: NEVER." in done.stdout
    listed = json.loads(meno("check", "--prompts", "--json", str(own)).stdout)
    assert [(one["file"], one["line"]) for one in listed] == [("tell.md", line)]
    assert meno("check", "--prompts", str(tmp_path)).returncode == 2


def test_a_persona_is_tried_without_a_key():
    done = meno("persona", "try", "plain", "--json", "--curricula", str(COURSES))
    assert done.returncode == 0, done.stderr
    assert "No model is configured" in done.stderr
    made = json.loads(done.stdout)
    assert len(made) == 10
    assert all(one["plain"]["by"] == "plain" and one["worded"] is None for one in made)
    unknown = meno("persona", "try", "nobody", "--curricula", str(COURSES))
    assert (unknown.returncode, "Traceback" in unknown.stderr) == (1, False)


def test_what_a_tried_persona_costs_is_booked_on_the_school_and_capped(tmp_path):
    here = {"MENO_LLM": "scripted", "MENO_DATA_DIR": str(tmp_path / "var")}
    asked = ("persona", "try", "plain", "--json", "--curricula", str(COURSES))
    done = meno(*asked, **here)
    assert done.returncode == 0, done.stderr
    assert any(one["worded"] for one in json.loads(done.stdout))
    booked = json.loads(meno("people", "spending", "--json", **here).stdout)["school"]
    assert booked["calls"] > 3
    spent = booked["tokens_in"] + booked["tokens_out"]
    again = meno(*asked, **here, MENO_LLM_DAILY_TOKENS=str(spent))
    assert again.returncode == 0, again.stderr
    after = json.loads(meno("people", "spending", "--json", **here).stdout)["school"]
    assert after == booked


def test_two_personas_are_compared_as_json():
    done = meno("persona", "compare", "plain", "quiz", "--turns", "4", "--json", "--curricula",
                str(COURSES))  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert [one["turns"] for one in made["together"]] == [24, 24]
    assert made["together"][1]["tells"] == 0
    assert sorted(made["students"]) == [
        "anxious", "chatty", "guessing", "keen", "lazy", "struggling",
    ]  # fmt: skip


def test_what_files_are_about_and_their_day_are_said_with_the_import(tmp_path):
    (tmp_path / "sheet.md").write_text("# Sheet\n\nA wombat doubles every kumquat.\n")
    run = ("import", "tiny", "sheet.md", "--no-dense", "--json", "--curricula", str(COURSES))
    unknown = meno(*run, "--skill", "flying", cwd=tmp_path)
    assert (unknown.returncode, "Traceback" in unknown.stderr) == (1, False)
    assert "has no skill “flying”" in unknown.stderr
    assert meno(*run, "--visible-from", "soon", cwd=tmp_path).returncode == 2
    done = meno(*run, "--skill", "adding", "--skill", "doubling", "--visible-from", "2999-01-31",
                cwd=tmp_path)  # fmt: skip
    assert done.returncode == 0, done.stderr
    again = meno(*run, "--skill", "halving", cwd=tmp_path)  # the same bytes: placed, not read
    assert json.loads(again.stdout)["unchanged"] == 1
    with sqlite3.connect(tmp_path / "var/meno.sqlite3") as kept:
        (row,) = kept.execute("SELECT skills, visible_from FROM passages JOIN documents "
            "ON documents.id = document WHERE documents.path = 'sheet.md'").fetchall()  # fmt: skip
    assert row == ('["halving"]', "2999-01-31")


def test_help_is_shown_without_loading_the_tutor():
    code = (
        "import sys, tutor.cli\n"
        "loaded = ('tutor.items.', 'tutor.dialogue.', 'tutor.retrieval.', 'tutor.llm.')\n"
        "print(sorted(name for name in sys.modules if name.startswith(loaded)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_check_says_how_many_variants_it_makes():
    assert f"{SEEDS} if not said" in meno("check", "--help").stdout
