"""The examples of the README run as they stand there."""

import importlib
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import tutor.channels
import tutor.items.types
import tutor.llm
from tests.support import COURSES, START, Talk
from tutor.curriculum.check import check
from tutor.curriculum.files import load
from tutor.dialogue.turns.record import MemoryTurnRecords
from tutor.dialogue.turns.running import Running
from tutor.ids import CourseId
from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type, known_types
from tutor.llm import build_model
from tutor.llm.chat import Prompt
from tutor.settings import Settings

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCK = re.compile(r"^```\w+ file=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def written(tmp_path) -> Path:
    """Every example in a folder of its own, laid out as the README says."""
    for name, text in BLOCK.findall(README.read_text(encoding="utf-8")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def found_beside(written):
    """Let packages find the example modules as if they lay beside their own."""
    packages = (tutor.items.types, tutor.llm, tutor.channels)
    places = [str(written / package.__name__.replace(".", "/")) for package in packages]
    for package, place in zip(packages, places, strict=True):
        package.__path__.append(place)
    known_types.cache_clear()
    yield
    for package, place in zip(packages, places, strict=True):
        package.__path__.remove(place)
    known_types.cache_clear()
    for name in ("tutor.items.types.yesno", "tutor.llm.parrot", "tutor.channels.lines"):
        sys.modules.pop(name, None)


def test_the_course_and_its_persona_have_no_problems(written):
    assert [str(p) for p in check(load(written / "curricula" / "kites"))] == []


async def test_the_course_can_be_learned(written):
    talk = Talk(course=CourseId("kites"), courses=written / "curricula")
    await talk.say("/start")
    assert (await talk.right()).move == "feedback"
    assert (await talk.say("why do kites fly?")).citations


def test_the_item_type_is_found_and_proves_itself(found_beside):
    made = item_type("yesno")({"answer": True}, Context())
    samples = made.samples()
    assert all(made.grade(text).verdict is Verdict.CORRECT for text in samples.right)
    assert not any(made.grade(t).verdict is Verdict.CORRECT for t in samples.wrong + samples.near)
    assert all(made.grade(text).verdict is Verdict.UNREADABLE for text in samples.unreadable)


async def test_the_provider_is_found_by_name(found_beside):
    model = build_model(Settings(llm="parrot"))
    assert model is not None
    prompt = Prompt(name="p", version="1", system="", messages=(("user", "Polly wants pi"),))
    assert "".join([piece async for piece in model.stream(prompt)]).strip() == "Polly wants pi"


async def test_the_channel_answers_and_does_not_guess_who_is_there(found_beside):
    talk = Talk(courses=COURSES)
    await talk.say("/start")
    parts = SimpleNamespace(clock=lambda: START, running=Running(talk.tutor, MemoryTurnRecords()))
    channel = importlib.import_module("tutor.channels.lines")
    assert await channel.answer(parts, talk.course.id, "ada\t1\thint")
    assert await channel.answer(parts, talk.course.id, "\t1\thint") is None


def test_the_readme_names_the_two_commands():
    lines = README.read_text(encoding="utf-8").splitlines()
    assert "make run" in lines
    assert "make test" in lines
