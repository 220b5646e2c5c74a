"""The commands explain themselves, exit with the right code, and never print a trace."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import COURSES

COMMANDS = ("serve", "chat", "check", "index", "telegram", "digest", "replay", "export", "forget",
            "simulate", "demo", "eval", "people", "persona", "persona/try", "persona/compare", "course")  # fmt: skip
EVALS = ("grading", "steps", "shortanswer", "tracing", "retrieval", "leaks", "safety")


def meno(
    *args: str, cwd: Path | None = None, stdin: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", *args], cwd=cwd, input=stdin, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "100", "PYTHONPATH": str(Path(__file__).parents[3]), **env},
        check=False, timeout=60,
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
    assert "1 teachers, 0 learners, 1 courses" in made.stdout
    wrong = meno("people", "class", "5b", "--learner", "nobody", *common, **env)
    assert wrong.returncode == 1
    listed = json.loads(meno("people", "list", "--json", *common, **env).stdout)
    assert [(p["id"], p["role"], p["login"]) for p in listed] == [("ines", "teacher", "ines")]


def test_replay_agrees_with_the_snapshots(tmp_path):
    common = ("--data", str(tmp_path), "--curricula", str(COURSES))
    meno("chat", "tiny", *common, "--name", "Ada", stdin="hint\nnext\nskip\n" * 20)
    done = meno("replay", *common, "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["logs"] == 1


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
