"""A new course passes its checks; counts and graph show what a course holds and lacks."""

import shutil
import xml.etree.ElementTree as ET

import pytest
from typer.testing import CliRunner

from tests.support import COURSES
from tutor.cli import app
from tutor.curriculum.check import check
from tutor.curriculum.files import load
from tutor.curriculum.graph import graph_svg, layered
from tutor.curriculum.stats import stats
from tutor.settings import bundled

SVG = "{http://www.w3.org/2000/svg}"
ALL = [COURSES / "tiny", *sorted(bundled("curricula").iterdir())]


def run(*args: str):
    return CliRunner().invoke(app, ["course", *args])


@pytest.mark.parametrize("title", ["Kites", "Kites: a start # now", "“Ωmega” — 12"])
def test_a_new_course_has_nothing_to_mend(tmp_path, title):
    assert run("new", str(tmp_path / "kites"), "--title", title).exit_code == 0
    loaded = load(tmp_path / "kites")
    assert check(loaded) == []
    assert loaded.course is not None
    assert loaded.course.title == title


def test_a_new_course_never_overwrites(tmp_path):
    (tmp_path / "mine.txt").write_text("kept")
    refused = run("new", str(tmp_path), "--title", "Kites")
    assert refused.exit_code == 1
    assert "not empty" in str(refused.exception)
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_counts_are_those_of_the_files():
    counted = stats(load(COURSES / "tiny").course)
    adding, doubling, _ = counted.skills
    assert adding.types == {"choice": 1, "number": 1, "open": 1, "short": 1}
    assert (adding.items, adding.templates, adding.misconceptions) == (4, 1, 1)
    assert adding.hints == 3.0
    assert adding.readings == 1
    assert doubling.gaps == ()  # one template is as good as many items
    assert counted.uncovered == ()
    assert counted.unused == ()


def test_a_skill_without_reading_is_named(tmp_path):
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny")
    for file in (tmp_path / "tiny/readings").glob("*.md"):
        file.unlink()
    counted = stats(load(tmp_path / "tiny").course)
    assert counted.uncovered == ("adding", "doubling", "halving")
    assert counted.skills[1].gaps == ("no reading",)


def test_a_misconception_that_no_item_betrays_is_named(tmp_path):
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny")
    file = tmp_path / "tiny/items/adding.yaml"
    text = file.read_text()
    file.write_text(text[: text.index("    wrong:")] + text[text.index("  - id: add-words") :])
    assert stats(load(tmp_path / "tiny").course).unused == ("counts-on-from-itself",)


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_the_graph_shows_every_skill_below_what_it_requires(folder):
    course = load(folder).course
    svg = ET.fromstring(graph_svg(course))
    assert svg.find(f"{SVG}title").text == f"Skills of {course.title}"
    described = svg.find(f"{SVG}desc").text
    boxes = {group.get("id"): group for group in svg.iter(f"{SVG}g")}
    top = {name: int(group.find(f"{SVG}rect").get("y")) for name, group in boxes.items()}
    for skill in course.skills.values():
        assert skill.title in described
        words = " ".join(text.text for text in boxes[f"skill-{skill.id}"].iter(f"{SVG}text"))
        assert words == skill.title
        for before in skill.requires:
            assert top[f"skill-{before}"] < top[f"skill-{skill.id}"]
    edges = [path for path in svg.iter(f"{SVG}path") if path.get("class") == "edge"]
    assert len(edges) == sum(len(skill.requires) for skill in course.skills.values())


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_boxes_of_the_graph_stand_apart_and_inside_the_picture(folder):
    svg = ET.fromstring(graph_svg(load(folder).course))
    wide, tall = int(svg.get("width")), int(svg.get("height"))
    spots = [
        tuple(int(r.get(side)) for side in ("x", "y", "width", "height"))
        for r in svg.iter(f"{SVG}rect")
        if r.get("class") == "box"
    ]
    for at, (x, y, w, h) in enumerate(spots):
        assert x >= 0
        assert y >= 0
        assert x + w <= wide
        assert y + h <= tall
        for other_x, other_y, *_ in spots[at + 1 :]:
            assert abs(other_x - x) >= w or other_y >= y + h or y >= other_y + h


def test_layers_hold_each_skill_once():
    course = load(bundled("curricula") / "fractions").course
    rows = layered(course.skills)
    assert sorted(s for row in rows for s in row) == sorted(course.skills)


def test_the_commands_write_and_print(tmp_path):
    done = run("graph", str(COURSES / "tiny"), "--out", str(tmp_path / "deep/skills.svg"))
    assert done.exit_code == 0
    assert (tmp_path / "deep/skills.svg").read_text().startswith("<svg ")
    shown = run("stats", "fractions")
    assert shown.exit_code == 0
    assert "equal-parts" in shown.output
    assert "CCSS.MATH.CONTENT" in shown.output  # in 80 columns too
    assert run("check", str(COURSES / "tiny")).exit_code == 0
    assert run("stats", str(tmp_path)).exit_code == 1
