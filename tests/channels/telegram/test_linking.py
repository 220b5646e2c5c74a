"""Linking a chat: single-use links, consent, strangers, and cutting the tie again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.channels.telegram.bot_api import Mishap
from tests.channels.telegram.telegram_school import (
    ANA,
    ANA_CHAT,
    BO,
    BO_CHAT,
    INES,
    INES_CHAT,
    KIM,
    KIM_CHAT,
    MOTHER,
    TINY,
    school,
    with_settings,
)
from tutor.ids import LearnerId

STRANGER = 4242


async def test_a_link_ties_the_chat_and_the_first_item_comes_at_once(at_school):
    await at_school.link(ANA, ANA_CHAT)
    assert "Hello Ana" in at_school.api.sent(ANA_CHAT)[0].text
    assert "computer" in at_school.api.sent(ANA_CHAT)[0].text
    assert (await at_school.state(ANA)).open is not None
    assert len(at_school.api.sent(ANA_CHAT)) == 3


async def test_a_link_works_once(at_school):
    token = await at_school.token(ANA)
    await at_school.write(ANA_CHAT, f"/start {token}")
    await at_school.write(STRANGER, f"/start {token}")
    assert "used before" in at_school.api.said(STRANGER)
    assert await at_school.parts.people.address_of("telegram", ANA) == str(ANA_CHAT)


async def test_an_expired_a_foreign_and_a_forged_link_are_refused(at_school):
    old = await at_school.token(ANA, timedelta(seconds=1))
    for token in (old, "A" * 43, "x", "' OR 1=1", "💥"):
        await at_school.write(STRANGER, f"/start {token}")
    assert at_school.api.said(STRANGER).count("used before") == 5
    assert await at_school.parts.people.person_at("telegram", str(STRANGER)) is None


async def test_a_link_opened_again_by_its_owner_begins_as_always(at_school):
    token = await at_school.token(ANA)
    await at_school.write(ANA_CHAT, f"/start {token}", f"/start {token}")
    assert "used before" not in at_school.api.said(ANA_CHAT)


async def test_a_chat_of_somebody_else_is_not_taken_over(at_school):
    await at_school.link(ANA, ANA_CHAT)
    await at_school.link(BO, ANA_CHAT)
    assert "somebody else" in at_school.api.said(ANA_CHAT)
    person = await at_school.parts.people.person_at("telegram", str(ANA_CHAT))
    assert person.id == ANA


async def test_a_learner_who_links_a_new_chat_leaves_the_old_one(at_school):
    await at_school.link(ANA, ANA_CHAT)
    await at_school.link(ANA, 7007)
    await at_school.write(ANA_CHAT, "hint")
    assert "whom their school has linked" in at_school.api.sent(ANA_CHAT)[-1].text


async def test_a_stranger_gets_an_explanation_and_nothing_else(at_school):
    await at_school.write(STRANGER, "hello", "/start", "/progress", "/delete", "1/2")
    said = {call.text for call in at_school.api.sent(STRANGER)}
    assert len(said) == 1
    assert "Hello! I am Meno" in said.pop()
    assert [await at_school.events(who) for who in (ANA, BO, KIM)] == [(), (), ()]


async def test_a_group_gets_nothing(at_school):
    await at_school.link(ANA, ANA_CHAT)
    events, calls = len(await at_school.events(ANA)), len(at_school.api.calls)
    await at_school.deliver(at_school.api.other(-500, kind="group", text="hint"))
    await at_school.deliver(at_school.api.other(ANA_CHAT, kind="supergroup", text="hint"))
    assert len(await at_school.events(ANA)) == events
    assert len(at_school.api.calls) == calls


async def test_without_consent_a_young_learner_is_told_who_must_agree(at_school):
    await at_school.link(KIM, KIM_CHAT)
    assert "Rosa Ruiz must agree" in at_school.api.sent(KIM_CHAT)[-1].text
    await at_school.write(KIM_CHAT, "1/2", "/hint", "/topic")
    assert await at_school.events(KIM) == ()


async def test_consent_counts_from_the_next_message_on_and_so_does_its_end(at_school):
    await at_school.link(KIM, KIM_CHAT)
    await at_school.consent(KIM, MOTHER)
    await at_school.write(KIM_CHAT, "/start")
    assert (await at_school.state(KIM)).open is not None
    before = len(await at_school.events(KIM))
    await at_school.consent(KIM, MOTHER, given=False)
    await at_school.write(KIM_CHAT, "hint")
    await at_school.press(KIM_CHAT, "I’m stuck")
    assert len(await at_school.events(KIM)) == before
    assert not await at_school.channel.send_text(KIM, "Hello")


async def test_a_learners_own_consent_does_not_replace_an_adults(at_school):
    await at_school.link(KIM, KIM_CHAT)
    await at_school.consent(KIM, KIM)
    await at_school.consent(KIM, INES)
    await at_school.write(KIM_CHAT, "/start")
    assert await at_school.events(KIM) == ()


async def test_somebody_in_danger_gets_help_whether_or_not_there_is_consent(at_school):
    await at_school.link(KIM, KIM_CHAT)
    await at_school.write(KIM_CHAT, "I want to kill myself")
    assert "988" in at_school.api.said(KIM_CHAT)
    assert "I have told" not in at_school.api.said(KIM_CHAT)  # no adult has a chat here
    assert await at_school.events(KIM) == ()
    (alert,) = await at_school.parts.alerts.alerts_about(LearnerId(KIM))
    assert (alert.kind, alert.tier, alert.delivered) == ("self_harm", 1, False)


async def test_an_adult_is_told_of_a_crisis_without_consent_and_only_then_the_child_reads_so(
    at_school,
):
    await at_school.link(INES, INES_CHAT)
    await at_school.link(KIM, KIM_CHAT)
    await at_school.write(KIM_CHAT, "1/2")
    assert "Kim Ruiz" not in at_school.api.said(INES_CHAT)
    await at_school.write(KIM_CHAT, "my dad hits me every night")
    assert "Kim Ruiz may be being hurt" in at_school.api.said(INES_CHAT)
    assert "I have told" in at_school.api.said(KIM_CHAT)
    (alert,) = await at_school.parts.alerts.alerts_about(LearnerId(KIM))
    assert alert.delivered


@pytest.mark.parametrize(
    ("language", "told"),
    [("es-MX", "Puede que a Kim Ruiz le estén haciendo daño"), ("ar", "يؤذي Kim Ruiz")],
)
async def test_an_adult_is_told_of_a_crisis_in_their_own_language(
    at_school, language: str, told: str
) -> None:
    people = at_school.parts.people
    await people.save_person(replace(await people.person(INES), language=language))
    await at_school.link(INES, INES_CHAT)
    await at_school.link(KIM, KIM_CHAT)
    await at_school.write(KIM_CHAT, "my dad hits me every night")
    assert told in at_school.api.said(INES_CHAT)


async def test_an_adult_who_blocked_the_bot_was_not_told(at_school):
    await at_school.link(INES, INES_CHAT)
    await at_school.link(KIM, KIM_CHAT)
    what = "Forbidden: bot was blocked by the user"
    at_school.api.mishaps.append(Mishap(method="sendMessage", status=403, what=what))
    await at_school.write(KIM_CHAT, "I want to kill myself")
    assert "I have told" not in at_school.api.said(KIM_CHAT)


@pytest.mark.parametrize("reachable", [True, False])
async def test_in_a_tutored_chat_too_the_child_reads_that_an_adult_was_told_only_after_delivery(
    at_school, reachable
):
    if reachable:
        await at_school.link(INES, INES_CHAT)
    await at_school.link(ANA, ANA_CHAT)
    await at_school.write(ANA_CHAT, "I want to kill myself")
    assert "988" in at_school.api.said(ANA_CHAT)
    assert ("I have told" in at_school.api.said(ANA_CHAT)) is reachable
    assert ("Ana Ruiz" in at_school.api.said(INES_CHAT)) is reachable


async def test_a_crisis_before_a_course_is_chosen_is_heard(at_school):
    await at_school.link(INES, INES_CHAT)
    await at_school.link(BO, BO_CHAT)
    await at_school.write(BO_CHAT, "I want to kill myself")
    assert "Bo Lind" in at_school.api.said(INES_CHAT)
    assert "I have told" in at_school.api.said(BO_CHAT)


async def test_delete_asks_back_cuts_the_tie_and_says_what_stays(at_school):
    await at_school.link(ANA, ANA_CHAT)
    await at_school.write(ANA_CHAT, "/delete")
    assert await at_school.parts.people.address_of("telegram", ANA) is not None
    await at_school.press(ANA_CHAT, "No, keep it")
    assert await at_school.parts.people.address_of("telegram", ANA) is not None
    await at_school.write(ANA_CHAT, "/delete")
    await at_school.press(ANA_CHAT, "Yes, cut it")
    assert await at_school.parts.people.address_of("telegram", ANA) is None
    assert "stays with the school: your answers" in at_school.api.sent(ANA_CHAT)[-1].text
    assert not any(
        name.startswith("telegram") for name in await at_school.parts.people.preferences(ANA)
    )
    await at_school.write(ANA_CHAT, "hint")
    assert "whom their school has linked" in at_school.api.sent(ANA_CHAT)[-1].text
    assert await at_school.events(ANA, TINY)


async def test_staff_are_linked_for_alerts_alone(at_school):
    await at_school.link(INES, INES_CHAT)
    await at_school.write(INES_CHAT, "show me what Ana wrote")
    assert "on the web: https://school.example" in at_school.api.sent(INES_CHAT)[-1].text
    assert await at_school.channel.send_text(INES, "Please look at the alerts.")
    assert at_school.api.sent(INES_CHAT)[-1].text == "Please look at the alerts."


async def test_the_channel_makes_links_that_its_bot_takes(at_school):
    link = await at_school.channel.link_for(ANA)
    assert link.startswith("https://t.me/meno_test_bot?start=")
    token = link.partition("=")[2]
    assert len(token) <= 64
    newer = (await at_school.channel.link_for(ANA)).partition("=")[2]
    await at_school.write(ANA_CHAT, f"/start {token}")
    assert "used before" in at_school.api.said(ANA_CHAT)
    await at_school.write(ANA_CHAT, f"/start {newer}")
    assert (await at_school.state(ANA)).open is not None


async def test_the_token_of_the_bot_is_in_no_log(tmp_path, caplog, capsys):
    with caplog.at_level("INFO"):
        async with school(tmp_path, extra=with_settings(country="ES")) as made:
            await made.link(BO, BO_CHAT)
    told = caplog.text + "".join(capsys.readouterr())
    assert "a-token-of-the-test" not in told


@pytest.mark.parametrize("text", ["stop", "/stop"])
async def test_stop_of_a_stranger_stops_nothing(at_school, text):
    await at_school.write(STRANGER, text)
    assert not (await at_school.parts.people.preferences(MOTHER)).get("digest_stopped")
