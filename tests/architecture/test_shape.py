"""The shape of the code: layers keep their direction, the pure stays pure, modules say what they are."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "tutor").rglob("*.py"))
PURE = [
    ROOT / "tutor" / part
    for part in (
        "items", "learner_state/select.py", "learner_state/replay.py", "learner_state/tracer.py",
        "dialogue/moves.py", "dialogue/session.py", "dialogue/scene.py", "dialogue/read.py", "dialogue/reading", "dialogue/intents", "dialogue/policy.py", "dialogue/deciding",
        "dialogue/plain.py", "dialogue/saying", "dialogue/said", "dialogue/face.py", "dialogue/wording/briefs.py", "dialogue/wording/asking.py", "dialogue/compose.py", "dialogue/check.py", "dialogue/checks",
        "dialogue/personas", "dialogue/turns/outcome.py", "dialogue/turns/evidence.py", "dialogue/turns/made.py",
        "reports/digest_facts.py", "reports/digest_words.py", "reports/class_view.py", "reports/needs.py",
    )
]  # fmt: skip


def test_every_layer_knows_only_those_below_it():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_opens_with_a_sentence(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body:
        assert (ast.get_docstring(tree) or "").strip(), path


def test_what_is_called_pure_is_there():
    assert [place for place in PURE if not place.exists()] == []


def _pure_modules() -> list[Path]:
    return [m for place in PURE for m in ([place] if place.is_file() else place.rglob("*.py"))]


@pytest.mark.parametrize("path", _pure_modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_pure_neither_wait_nor_look_at_the_clock_nor_throw_dice(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.AsyncFunctionDef | ast.Await), (path, node.lineno)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            named = f"{node.value.id}.{node.attr}"
            assert named not in {
                "datetime.now", "datetime.utcnow", "time.time", "os.environ", "random.random",
                "random.choice", "random.randint",
            }, (path, node.lineno)  # fmt: skip


def test_no_module_calls_what_evaluates_text():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec", "sympify", "parse_expr"}, path


def test_no_two_test_files_have_one_name():
    """Pytest imports a test file by its name alone: of two with one name, one would not run."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_pattern_says_how_often_in_braces_that_stay(path):
    """“{3,40}” in an f-string is the pair (3, 40), and “{_NAME}” outside one is five letters."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    within = {
        part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    for part in within:
        pair = isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Tuple)
        assert not pair, f"line {part.lineno}: double the braces"
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in within:
            found = re.search(r"\{\{\d+(?:,\d*)?\}\}|\{_[A-Z]{2,}\}", node.value)
            assert found is None, f"line {node.lineno}: {found and found[0]} is not filled in"
