"""A guardian's chat: digests come, STOP stops them, and no word of a learner is ever shown."""

from datetime import timedelta

import pytest

from tests.channels.telegram.telegram_school import (
    ANA,
    BO,
    KIM,
    KIM_CHAT,
    MOTHER,
    MOTHER_CHAT,
    TINY,
)
from tutor.channels.telegram.replies import mark
from tutor.ids import LearnerId
from tutor.reports import digest
from tutor.reports.digest import Desk


@pytest.fixture
async def family(at_school):
    await at_school.link(MOTHER, MOTHER_CHAT)
    return at_school


def desk(at_school):
    parts = at_school.parts
    return Desk(
        courses=parts.book, people=parts.people, log=parts.log, tutor=parts.tutor,
        jobs=parts.jobs, notify=at_school.channel.send_text,
    )  # fmt: skip


async def stopped(at_school):
    return bool((await at_school.parts.people.preferences(MOTHER)).get("digest_stopped"))


async def test_linking_says_what_will_come_in_the_guardians_language(family):
    said = family.api.said(MOTHER_CHAT)
    assert "Hola, Rosa Ruiz" in said
    assert "Ana, Kim" in said


async def test_the_weekly_digest_arrives(family):
    await family.on_the_web(ANA, TINY, "/start")
    await family.on_the_web(ANA, TINY, await family.right(ANA))
    report = await digest.send(desk(family), family.clock(), at_once=True)
    assert report["sent"] == 2  # one for each child
    texts = [call.text for call in family.api.sent(MOTHER_CHAT)[-2:]]
    assert any("La semana de Ana" in text for text in texts)


@pytest.mark.parametrize("word", ["STOP", "stop.", "/stop", "/STOP", "Alto", "قف", " ¡ALTO! "])
async def test_stop_stops_and_start_resumes(family, word):
    await family.write(MOTHER_CHAT, word)
    assert await stopped(family)
    assert "No recibirá más" in family.api.sent(MOTHER_CHAT)[-1].text
    report = await digest.send(desk(family), family.clock(), at_once=True)
    assert report["sent"] == 0
    await family.write(MOTHER_CHAT, "/start")
    assert not await stopped(family)
    assert "de nuevo" in family.api.sent(MOTHER_CHAT)[-1].text


async def test_anything_else_is_explained_and_shows_nothing_of_a_chat(family):
    await family.on_the_web(KIM, TINY, "my secret is purple")
    for text in ("what did Kim write?", "/progress", "/hint", "don’t stop", "/topic adding"):
        await family.write(MOTHER_CHAT, text)
        assert "No puedo mostrar" in family.api.sent(MOTHER_CHAT)[-1].text
    assert "purple" not in family.api.said(MOTHER_CHAT)
    assert not await stopped(family)
    assert await family.events(LearnerId(MOTHER)) == ()


async def test_a_guardian_can_cut_the_tie(family):
    await family.write(MOTHER_CHAT, "/delete")
    await family.press(MOTHER_CHAT, "Sí, desvincular")
    assert "sus vínculos con alumnos" in family.api.sent(MOTHER_CHAT)[-1].text
    assert not await family.channel.send_text(MOTHER, "La semana")
    report = await digest.send(desk(family), family.clock(), at_once=True)
    assert report["sent"] == 0


async def test_a_guardian_who_blocked_the_bot_is_unlinked_quietly(family):
    await family.deliver(family.api.block(MOTHER_CHAT))
    assert not await family.channel.send_text(MOTHER, "La semana")


async def test_a_guardian_is_asked_once_and_a_yes_lets_the_child_begin(family):
    await family.link(KIM, KIM_CHAT)
    await family.write(KIM_CHAT, "please", "please")
    asked = [call for call in family.api.sent(MOTHER_CHAT) if call.buttons]
    assert len(asked) == 1
    assert "Kim Ruiz quiere" in asked[0].text
    await family.press(MOTHER_CHAT, "Estoy de acuerdo")
    assert "puede usar ahora" in family.api.sent(MOTHER_CHAT)[-1].text
    await family.write(KIM_CHAT, "/start")
    assert (await family.state(KIM)).open is not None
    (entry,) = await family.parts.people.consents(LearnerId(KIM))
    assert (entry.by, entry.given) == (MOTHER, True)


async def test_a_no_is_respected_and_told_to_nobody_else(family):
    await family.link(KIM, KIM_CHAT)
    await family.press(MOTHER_CHAT, "No estoy de acuerdo")
    await family.write(KIM_CHAT, "/start")
    assert await family.events(KIM) == ()
    (entry,) = await family.parts.people.consents(LearnerId(KIM))
    assert not entry.given
    family.clock.at += timedelta(days=30)
    await family.write(KIM_CHAT, "/start")
    assert len([call for call in family.api.sent(MOTHER_CHAT) if call.buttons]) == 1


async def test_nobody_agrees_for_somebody_elses_child(family):
    message = family.api.messages[max(family.api.messages)]
    data = f"a|yes|{mark(BO)}"
    message["reply_markup"] = {"inline_keyboard": [[{"text": "!", "callback_data": data}]]}
    await family.deliver(family.api.press(MOTHER_CHAT, "!", on=message))
    assert await family.parts.people.consents(LearnerId(BO)) == ()
    assert await family.parts.people.consents(LearnerId(KIM)) == ()
