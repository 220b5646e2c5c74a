"""Polling: an update is confirmed when it is handled, so that a killed process loses none."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests.channels.telegram.bot_api import Mishap
from tests.channels.telegram.telegram_school import ANA, ANA_CHAT, school, with_settings
from tutor.channels.telegram import TelegramChannel
from tutor.errors import BadSettings
from tutor.ids import PersonId

ROOT = Path(__file__).parents[3]


async def until(found, seconds=10.0):
    async with asyncio.timeout(seconds):
        while not found():
            await asyncio.sleep(0.01)


async def test_updates_are_fetched_answered_and_confirmed(tmp_path):
    async with school(tmp_path, webhook=False) as made:
        made.api.push(made.api.text(ANA_CHAT, f"/start {await made.token(ANA)}"))
        await until(lambda: len(made.api.sent(ANA_CHAT)) == 3)
        made.api.push(made.api.text(ANA_CHAT, "hint"), made.api.text(ANA_CHAT, "hint"))
        await until(lambda: len(made.api.sent(ANA_CHAT)) == 5)
        await until(lambda: not made.api.updates)
        assert (await made.state(ANA)).open.hint_level == 2
    assert "callback_query" in made.api.made("getUpdates")[-1].fields["allowed_updates"]
    assert made.api.made("setMyCommands")


async def test_an_answer_under_way_at_kill_9_counts_once_and_is_answered_once(tmp_path):
    async with school(tmp_path, webhook=False) as made:
        made.api.push(made.api.text(ANA_CHAT, f"/start {await made.token(ANA)}"))
        await until(lambda: len(made.api.sent(ANA_CHAT)) == 3)
        await made.channel.stop()
        slow = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.channels.telegram.slow_bot", str(tmp_path), made.api.url,
            cwd=ROOT,
        )  # fmt: skip
        try:
            made.api.push(made.api.text(ANA_CHAT, await made.right(ANA)))
            async with asyncio.timeout(60):
                while not await made.attempts(ANA):
                    await asyncio.sleep(0.05)
        finally:
            slow.kill()
            await slow.wait()
        assert len(made.api.sent(ANA_CHAT)) == 3
        made.channel = TelegramChannel(made.parts)
        await made.channel.start()
        await until(lambda: not made.api.updates)
        await made.channel.stop()
        assert len(await made.attempts(ANA)) == 1
        texts = [call.text for call in made.api.sent(ANA_CHAT)]
        assert len(texts) == len(set(texts)) > 3


async def test_updates_delivered_again_and_again_are_answered_once(tmp_path):
    async with school(tmp_path, webhook=False) as made:
        made.api.repeat = 3
        made.api.push(made.api.text(ANA_CHAT, f"/start {await made.token(ANA)}"))
        await until(lambda: len(made.api.sent(ANA_CHAT)) == 3)
        made.api.push(made.api.text(ANA_CHAT, "hint"))
        await until(lambda: not made.api.updates)
        assert len(made.api.sent(ANA_CHAT)) == 4


async def test_polling_goes_on_after_errors(tmp_path):
    async with school(tmp_path, webhook=False) as made:
        made.api.mishaps += [Mishap(method="getUpdates", status=502, what="")] * 2
        made.api.push(made.api.text(ANA_CHAT, "hello"))
        await until(lambda: made.api.sent(ANA_CHAT))


async def test_a_refused_token_is_said_plainly(tmp_path):
    with pytest.raises(BadSettings, match="does not take"):
        async with school(tmp_path, webhook=False, extra=with_settings(telegram_token="1:wrong")):
            raise AssertionError("it started")


async def test_without_a_connection_the_school_runs_and_texts_are_not_sent(tmp_path):
    nowhere = with_settings(telegram_base_url="http://127.0.0.1:9/bot")
    async with school(tmp_path, webhook=False, extra=nowhere) as made:
        assert not await made.channel.send_text(PersonId("ana"), "hello")
        assert await made.channel.link_for(PersonId("ana")) is None
        assert made.api.calls == []
