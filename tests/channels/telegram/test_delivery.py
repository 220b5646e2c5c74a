"""Sending and receiving when Telegram or the network misbehaves: nothing lost, nothing twice."""

import asyncio
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI
from telegram.error import NetworkError

from tests.channels.telegram.bot_api import Mishap
from tests.channels.telegram.telegram_school import (
    ANA,
    ANA_CHAT,
    BO,
    BO_CHAT,
    MOTHER,
    MOTHER_CHAT,
    TINY,
    SlowFor,
    school,
    with_settings,
)
from tutor.channels.telegram import TelegramChannel, webhook_router
from tutor.channels.telegram.channel import WEBHOOK_PATH
from tutor.channels.web import create_app
from tutor.errors import BadSettings, NotAllowed
from tutor.learner_state.events import MessageReceived


@pytest.fixture
async def linked(at_school):
    await at_school.link(ANA, ANA_CHAT)
    return at_school


async def test_a_429_is_waited_for_and_then_everything_arrives(linked):
    mishap = Mishap(method="sendMessage", status=429, what="Too Many Requests", retry_after=1)
    linked.api.mishaps.append(mishap)
    sent = len(linked.api.sent(ANA_CHAT))
    await linked.write(ANA_CHAT, "hint")
    tries = [c.at for c in linked.api.made("sendMessage")[-2:]]
    assert tries[1] - tries[0] >= 1.0
    assert len(linked.api.sent(ANA_CHAT)) == sent + 1


async def test_refused_entities_are_sent_again_as_plain_text(linked):
    what = "Bad Request: can't parse entities: unexpected end"
    linked.api.mishaps.append(Mishap(method="sendMessage", status=400, what=what))
    await linked.on_the_web(ANA, TINY, "/skip")
    before = len(linked.api.made("sendMessage"))
    await linked.write(ANA_CHAT, "what is a sum?")
    first, second, *_ = linked.api.made("sendMessage")[before:]
    assert "entities" in first.fields
    assert "entities" not in second.fields
    assert second.text == first.text
    assert second.buttons == first.buttons


async def test_a_blocked_bot_unlinks_quietly(linked):
    what = "Forbidden: bot was blocked by the user"
    linked.api.mishaps.append(Mishap(method="sendMessage", status=403, what=what))
    await linked.write(ANA_CHAT, "hint")
    assert await linked.parts.people.address_of("telegram", ANA) is None
    assert not await linked.channel.send_text(ANA, "hello")
    assert (await linked.state(ANA)).open is not None


async def test_a_bad_gateway_is_tried_again(linked):
    linked.api.mishaps += [Mishap(method="sendMessage", status=502, what="")] * 2
    sent = len(linked.api.sent(ANA_CHAT))
    await linked.write(ANA_CHAT, "hint")
    assert len(linked.api.sent(ANA_CHAT)) == sent + 1


async def test_a_reply_whose_receipt_was_lost_may_come_twice_but_counts_once(linked):
    mishap = Mishap(method="sendMessage", status=502, what="", after_sending=True)
    linked.api.mishaps.append(mishap)
    await linked.write(ANA_CHAT, "hint")
    one, other = linked.api.sent(ANA_CHAT)[-2:]
    assert one.text == other.text
    assert (await linked.state(ANA)).open.hint_level == 1


async def test_what_could_not_be_sent_arrives_with_the_next_delivery_graded_once(linked):
    linked.api.mishaps += [Mishap(method="sendMessage", status=502, what="")] * 4
    attempts = len(await linked.attempts(ANA))
    update = linked.api.text(ANA_CHAT, await linked.right(ANA))
    app = FastAPI()
    app.include_router(webhook_router(linked.channel))
    async with client(app) as web:
        secret = {"X-Telegram-Bot-Api-Secret-Token": linked.api.webhook["secret_token"]}
        assert (await web.post(WEBHOOK_PATH, json=update, headers=secret)).status_code == 503
        sent = len(linked.api.sent(ANA_CHAT))
        assert (await web.post(WEBHOOK_PATH, json=update, headers=secret)).status_code == 200
    assert len(linked.api.sent(ANA_CHAT)) > sent
    assert len(await linked.attempts(ANA)) == attempts + 1


async def test_a_reply_in_parts_goes_on_where_it_stopped(linked):
    await linked.on_the_web(ANA, TINY, "/skip")
    update = linked.api.text(ANA_CHAT, "/start")
    sent = len(linked.api.sent(ANA_CHAT))
    bad = Mishap(method="sendMessage", status=502, what="")
    linked.api.mishaps += [replace(bad, first=1), bad, bad, bad]
    with pytest.raises(NetworkError):
        await linked.deliver(update)
    assert len(linked.api.sent(ANA_CHAT)) == sent + 1
    await linked.deliver(update)
    texts = [call.text for call in linked.api.sent(ANA_CHAT)[sent:]]
    assert len(texts) == len(set(texts)) == 2


async def test_an_update_that_comes_twice_is_answered_once(linked):
    update = linked.api.text(ANA_CHAT, "hint")
    sent = len(linked.api.sent(ANA_CHAT))
    await linked.deliver(update, update)
    await linked.deliver(update)
    assert len(linked.api.sent(ANA_CHAT)) == sent + 1
    assert (await linked.state(ANA)).open.hint_level == 1


async def test_an_update_that_comes_again_after_a_restart_is_answered_once(linked):
    update = linked.api.text(ANA_CHAT, "hint")
    await linked.deliver(update)
    sent = len(linked.api.sent(ANA_CHAT))
    again = TelegramChannel(linked.parts, pauses=(), hold=0.0)
    await again.start()
    await again.process(update, linked.api.webhook["secret_token"])
    await again.stop()
    assert len(linked.api.sent(ANA_CHAT)) == sent


async def test_updates_that_overtook_each_other_are_handled_in_order(linked):
    texts = [f"message {n}" for n in range(6)]
    updates = [linked.api.text(ANA_CHAT, text) for text in texts]
    await linked.deliver(*reversed(updates))
    events = await linked.events(ANA)
    came = [e.text for e in events if isinstance(e, MessageReceived)][-6:]
    assert came == texts
    times = [e.at for e in events]
    assert times == sorted(times)


async def test_messages_of_one_chat_at_once_are_each_answered(linked):
    sent = len(linked.api.sent(ANA_CHAT))
    updates = [linked.api.text(ANA_CHAT, "hint") for _ in range(3)]
    await linked.deliver(*updates)
    assert len(linked.api.sent(ANA_CHAT)) >= sent + 3


async def test_a_slow_turn_in_one_chat_holds_up_no_other_and_shows_typing(tmp_path):
    voice = SlowFor("Ana")
    async with school(tmp_path, voice=voice) as made:
        voice.go.set()
        await made.link(ANA, ANA_CHAT)
        await made.link(BO, BO_CHAT)
        await made.press(BO_CHAT, "Tiny sums")
        voice.go.clear()
        sent = len(made.api.sent(ANA_CHAT))
        slow = asyncio.create_task(made.write(ANA_CHAT, "hint"))
        await made.write(BO_CHAT, "hint")
        assert "hint 1" in made.api.sent(BO_CHAT)[-1].text.lower()
        assert len(made.api.sent(ANA_CHAT)) == sent
        assert made.api.made("sendChatAction", ANA_CHAT)
        voice.go.set()
        await slow
        assert len(made.api.sent(ANA_CHAT)) == sent + 1


async def test_a_broken_sign_of_typing_breaks_no_reply(linked):
    linked.api.mishaps.append(Mishap(method="sendChatAction", status=400, what="Bad Request"))
    sent = len(linked.api.sent(ANA_CHAT))
    await linked.write(ANA_CHAT, "hint")
    assert len(linked.api.sent(ANA_CHAT)) == sent + 1


async def test_a_press_that_telegram_finds_too_old_is_still_answered(linked):
    what = "Bad Request: query is too old and response timeout expired"
    linked.api.mishaps.append(Mishap(method="answerCallbackQuery", status=400, what=what))
    await linked.press(ANA_CHAT, "Hint 1 of 3")
    assert (await linked.state(ANA)).open.hint_level == 1


async def test_a_long_text_is_split_between_paragraphs(linked):
    await linked.link(MOTHER, MOTHER_CHAT)
    sent = len(linked.api.sent(MOTHER_CHAT))
    paragraphs = [f"{n} " + "word " * 200 for n in range(9)]
    assert await linked.channel.send_text(MOTHER, "\n\n".join(paragraphs))
    parts = [call.text for call in linked.api.sent(MOTHER_CHAT)[sent:]]
    assert len(parts) > 1
    assert all(len(part) <= 4096 for part in parts)
    assert "\n\n".join(parts).split() == " ".join(paragraphs).split()
    assert all(part[:1].isdigit() for part in parts)


# ── the webhook ──


def client(app):
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://school")


async def test_the_webhook_is_set_with_a_secret_and_refuses_what_comes_without_it(linked):
    webhook = linked.api.webhook
    assert webhook["url"] == f"https://school.example{WEBHOOK_PATH}"
    app = FastAPI()
    app.include_router(webhook_router(linked.channel))
    update = linked.api.text(ANA_CHAT, "hint")
    header = "X-Telegram-Bot-Api-Secret-Token"
    async with client(app) as web:
        assert (await web.post(WEBHOOK_PATH, json=update)).status_code == 403
        wrong = await web.post(WEBHOOK_PATH, json=update, headers={header: "nö".encode("latin-1")})
        assert wrong.status_code == 403
        assert (await linked.state(ANA)).open.hint_level == 0
        secret = {header: webhook["secret_token"]}
        assert (await web.post(WEBHOOK_PATH, json=update, headers=secret)).status_code == 200
        assert (await linked.state(ANA)).open.hint_level == 1
        for body in (
            b"",
            b"{",
            b"[]",
            b"[" * 100_000,
            b'{"update_id": "x"}',
            b"\xff\xfe",
            b'{"update_id": 1, "message": []}',
            b'{"update_id": 1, "message": {"date": 1e300}}',
        ):
            bad = await web.post(WEBHOOK_PATH, content=body, headers=secret)
            assert bad.status_code == 400, body[:20]
        large = await web.post(WEBHOOK_PATH, content=b"x" * 1_100_000, headers=secret)
        assert large.status_code == 413


async def test_the_webhook_stands_beside_the_web_pages(linked):
    app = create_app(linked.parts)
    app.include_router(webhook_router(linked.channel))
    secret = {"X-Telegram-Bot-Api-Secret-Token": linked.api.webhook["secret_token"]}
    async with client(app) as web:
        update = linked.api.text(ANA_CHAT, "hint")
        assert (await web.post(WEBHOOK_PATH, json=update)).status_code == 403
        assert (await web.post(WEBHOOK_PATH, json=update, headers=secret)).status_code == 200
        assert (await web.get("/")).status_code == 200
    assert (await linked.state(ANA)).open.hint_level == 1


async def test_without_a_secret_in_the_settings_one_is_derived(linked):
    assert len(linked.api.webhook["secret_token"]) == 64
    with pytest.raises(NotAllowed):
        await linked.channel.process(linked.api.text(ANA_CHAT, "x"), "")


async def test_a_webhook_needs_a_public_address(tmp_path):
    with pytest.raises(BadSettings, match="https"):
        async with school(tmp_path, extra=with_settings(public_url="")):
            raise AssertionError("it started")


async def test_while_polling_nothing_is_taken_by_webhook(tmp_path):
    async with school(tmp_path, webhook=False) as made:
        app = FastAPI()
        app.include_router(webhook_router(made.channel))
        async with client(app) as web:
            assert (await web.post(WEBHOOK_PATH, json={"update_id": 1})).status_code == 404
