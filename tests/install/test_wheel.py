"""A wheel built from the tree carries courses, prompts and pages, and runs outside the checkout."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    tree = out / "tree"
    # Built from a copy, so that no build folder appears in the checkout.
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(tree)], check=True)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(tree)],
        check=True, capture_output=True,
    )  # fmt: skip
    return next(out.glob("*.whl"))


def test_the_wheel_carries_what_is_no_code(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "tutor/_bundled/curricula/fractions/course.yaml",
        "tutor/_bundled/prompts/",
        "tutor/channels/web/templates/",
        "tutor/channels/web/static/",
        "tutor/storage/migrations/",
    ):
        assert any(name.startswith(wanted) for name in names), wanted


def test_the_wheel_checks_its_courses_and_chats_outside_the_checkout(wheel, tmp_path):
    place = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(place)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run = [sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv.pop(1)); "
           "from tutor.__main__ import main; main()", str(place)]  # fmt: skip
    checked = subprocess.run(
        [*run, "check", "--json", "--seeds", "2"], cwd=elsewhere, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    assert json.loads(checked.stdout) == []
    talked = subprocess.run(
        [*run, "chat", "fractions", "--data", str(elsewhere / "data")], cwd=elsewhere, input="hint\nbye\n",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert talked.returncode == 0, talked.stderr
    assert "Meno" in talked.stdout
    assert "Traceback" not in talked.stdout + talked.stderr
