"""`kill -9` at every step of a turn: no graded response is lost, no message answered twice."""

import asyncio
import multiprocessing
import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support import START, Talk
from tutor.dialogue.check import Checker
from tutor.dialogue.turns.kept import Kept
from tutor.dialogue.wording.voice import ModelVoice
from tutor.learner_state.events import Attempted, MessageReceived, Replied
from tutor.llm.chain import Chain
from tutor.llm.scripted import Scripted, kept
from tutor.prompting import PromptBook
from tutor.settings import bundled
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog

STEPS = 40  # more than a turn has


class Mortal:
    """A port whose calls are counted; at the fatal one the process is killed, before or after."""

    def __init__(self, inner: object, fatal: int, calls: list[int]) -> None:
        self._inner, self._fatal, self._calls = inner, fatal, calls

    def __getattr__(self, name):
        method = getattr(self._inner, name)

        async def counted(*args, **kwargs):
            self._step()
            result = await method(*args, **kwargs)
            self._step()
            return result

        return counted

    def _step(self) -> None:
        self._calls[0] += 1
        if self._calls[0] == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


async def _talk(path: Path, voice: ModelVoice | None = None) -> tuple[Talk, Database]:
    database = await Database.open(f"sqlite:///{path}")
    return Talk(log=SqlLearnerLog(database), voice=voice), database


def _voice() -> ModelVoice:
    chain = Chain([Scripted(kept)], lambda: START)
    return ModelVoice(chain, PromptBook(bundled("prompts")), Checker, record=lambda _: None)


async def _dying_turn(path: Path, fatal: int, worded: bool) -> None:
    talk, _ = await _talk(path, _voice() if worded else None)
    loaded = await talk.loaded()
    item = await talk.item()
    talk.now = loaded.state.last_seen + timedelta(seconds=30)
    await talk.library.add_course(talk.course)
    calls = [0]
    for name in ("_log", "_retriever", "_faces", "_alarm"):
        setattr(talk.tutor, name, Mortal(getattr(talk.tutor, name), fatal, calls))
    talk.tutor._kept = Kept(talk.tutor._log)

    async def emit(text: str) -> None:
        mortal._step()

    mortal = Mortal(None, fatal, calls)
    await talk.tutor.turn(talk.inbound(item.type.answer_text(), f"fatal-{fatal}"), emit)
    os._exit(0)


def _child(path: Path, fatal: int, worded: bool) -> None:
    asyncio.run(_dying_turn(path, fatal, worded))


async def _prepare(path: Path) -> None:
    talk, database = await _talk(path)
    await talk.open_on("add-t")
    await database.close()


async def _redeliver(path: Path, fatal: int) -> None:
    """The channel sends the message again, twice; then the log must be sound."""
    talk, database = await _talk(path)
    message = f"fatal-{fatal}"
    loaded = await talk.loaded()
    talk.now = loaded.state.last_seen + timedelta(seconds=30)
    before = [e for e in await talk.events() if isinstance(e, Attempted) and e.message == message]
    text = before[0].response if before else (await talk.item()).type.answer_text()
    first = await talk.say(text, message=message)
    again = await talk.say(text, message=message)
    assert first == again
    events = await talk.events()
    assert sum(isinstance(e, Attempted) and e.message == message for e in events) == 1
    assert sum(isinstance(e, MessageReceived) and e.message == message for e in events) == 1
    assert sum(isinstance(e, Replied) and e.message == message for e in events) == 1
    assert first.move == "feedback"
    for turn in range(3):
        if (await talk.loaded()).state.open is None:
            await talk.say("/next", message=f"after-{fatal}-{turn}")
    await database.close()


@pytest.mark.parametrize("worded", [False, True])
def test_a_killed_turn_is_finished_by_the_redelivery(tmp_path, worded):
    path = tmp_path / "meno.sqlite3"
    asyncio.run(_prepare(path))
    killed = 0
    for fatal in range(1, STEPS):
        process = multiprocessing.get_context("fork").Process(
            target=_child, args=(path, fatal, worded)
        )
        process.start()
        process.join(30)
        asyncio.run(_redeliver(path, fatal))
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        killed += 1
    assert killed >= 6
