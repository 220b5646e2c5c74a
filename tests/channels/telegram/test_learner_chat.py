"""A learner's chat, end to end: items, hints, buttons, courses, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.channels.telegram.telegram_school import ANA, ANA_CHAT, BO, BO_CHAT, MORE, TINY
from tutor.items.grade import Verdict
from tutor.learner_state.events import Purpose


@pytest.fixture
async def linked(at_school):
    await at_school.link(ANA, ANA_CHAT)
    return at_school


async def test_the_same_item_and_hint_level_as_on_the_web(linked):
    await linked.open_on(ANA, "add-t")
    await linked.on_the_web(ANA, TINY, "hint")
    opened = (await linked.state(ANA)).open
    await linked.write(ANA_CHAT, "/hint")
    now = (await linked.state(ANA)).open
    assert (now.item, now.seed) == (opened.item, opened.seed)
    assert (opened.hint_level, now.hint_level) == (1, 2)
    assert "hint 2 of 3" in linked.api.sent(ANA_CHAT)[-1].text.lower()
    await linked.write(ANA_CHAT, await linked.right(ANA))
    attempt = (await linked.attempts(ANA))[-1]
    assert (attempt.verdict, attempt.help) == (Verdict.CORRECT, 2)


async def test_hints_pressed_one_upon_the_other_are_met_with_a_pause_that_is_explained(linked):
    people = linked.parts.people
    for led in await people.classes(None):
        await people.save_class(replace(led, personas=((TINY, "patient"),)))
    await linked.open_on(ANA, "add-t")
    await linked.write(ANA_CHAT, "/start")
    await linked.press(ANA_CHAT, "Hint 1 of 3")
    await linked.press(ANA_CHAT, "Hint 2 of 3")
    assert (await linked.state(ANA)).open.hint_level == 1
    texts = [sent.text for sent in linked.api.sent(ANA_CHAT)[-2:]]
    assert any("seconds" in text and "try" in text.lower() for text in texts), texts
    linked.clock.at += timedelta(seconds=20)
    await linked.press(ANA_CHAT, "Hint 2 of 3")
    assert (await linked.state(ANA)).open.hint_level == 2


async def test_who_knows_a_topic_already_says_so_with_a_button_and_shows_it_in_three_items(linked):
    await linked.open_on(ANA, "add-t")
    await linked.write(ANA_CHAT, "/topic")
    await linked.press(ANA_CHAT, "Adding")
    assert "I know this" in linked.api.sent(ANA_CHAT)[-1].labels
    await linked.press(ANA_CHAT, "I know this")
    state = await linked.state(ANA)
    assert state.open.purpose is Purpose.TEST_OUT
    assert set(state.claims) == set(state.open.skills[:1])
    assert not any("Hint" in label for label in linked.api.sent(ANA_CHAT)[-1].labels)


async def test_a_question_in_between_loses_nothing(linked):
    await linked.open_on(ANA, "add-t")
    opened = (await linked.state(ANA)).open
    await linked.write(ANA_CHAT, "what is a sum?", "hello", "/help", "/topic")
    assert (await linked.state(ANA)).open.item == opened.item
    assert (await linked.state(ANA)).open.tries == opened.tries


async def test_the_item_is_a_message_of_its_own_with_options_and_buttons(linked):
    await linked.open_on(ANA, "add-choice")
    await linked.write(ANA_CHAT, "/start")
    text, card = linked.api.sent(ANA_CHAT)[-2:]
    assert not text.buttons
    assert "Which of these makes a hundred?" in card.text
    assert "A  " in card.text
    assert "40 and 60" in card.text
    assert card.labels[:4] == ["A", "B", "C", "D"]
    assert any("Hint 1 of 3" in label for label in card.labels)


async def test_a_pressed_option_is_a_response_and_shows_as_chosen(linked):
    await linked.open_on(ANA, "add-choice")
    await linked.write(ANA_CHAT, "/start")
    right = await linked.right(ANA)
    before = len(await linked.attempts(ANA))
    await linked.press(ANA_CHAT, right[:1])
    attempts = await linked.attempts(ANA)
    assert len(attempts) == before + 1
    assert attempts[-1].verdict is Verdict.CORRECT
    edited = linked.api.made("editMessageReplyMarkup")[-1]
    assert edited.labels == [f"✓ {right[:1]}"]
    assert linked.api.made("answerCallbackQuery")


async def test_a_button_pressed_twice_counts_once(linked):
    await linked.open_on(ANA, "add-choice")
    await linked.write(ANA_CHAT, "/start")
    before = len(await linked.attempts(ANA))
    first, second = linked.api.press(ANA_CHAT, "A"), linked.api.press(ANA_CHAT, "B")
    await linked.deliver(first, second)
    assert len(await linked.attempts(ANA)) == before + 1


async def test_a_button_of_a_closed_item_is_no_response_to_the_next_one(linked):
    await linked.open_on(ANA, "add-choice")
    await linked.write(ANA_CHAT, "/start")
    old = next(m for m in reversed(linked.api.messages.values()) if "reply_markup" in m)
    await linked.on_the_web(ANA, TINY, "/skip")
    await linked.open_on(ANA, "add-t")
    before, sent = len(await linked.attempts(ANA)), len(linked.api.sent(ANA_CHAT))
    hints = (await linked.state(ANA)).open.hint_level
    await linked.deliver(linked.api.press(ANA_CHAT, "A", on=old))
    assert len(await linked.attempts(ANA)) == before
    assert (await linked.state(ANA)).open.hint_level == hints
    assert len(linked.api.sent(ANA_CHAT)) == sent
    assert "closed" in linked.api.made("answerCallbackQuery")[-1].text


async def test_forged_data_of_a_button_does_nothing(linked):
    message = linked.api.messages[max(linked.api.messages)]
    for data in ("b|x|0|y", "b|9001|99|0", "t|a|b", "c|zz", "", "b|||", "💥" * 30):
        message["reply_markup"] = {"inline_keyboard": [[{"text": "!", "callback_data": data}]]}
        sent = len(linked.api.sent(ANA_CHAT))
        await linked.deliver(linked.api.press(ANA_CHAT, "!", on=message))
        assert len(linked.api.sent(ANA_CHAT)) == sent


async def test_after_a_hint_the_item_is_not_sent_again_but_its_buttons_are(linked):
    await linked.open_on(ANA, "add-t")
    await linked.write(ANA_CHAT, "/start")
    sent = len(linked.api.sent(ANA_CHAT))
    await linked.write(ANA_CHAT, "hint")
    (hint,) = linked.api.sent(ANA_CHAT)[sent:]
    assert "Hint 2 of 3" in hint.labels


async def test_formulas_are_readable_and_sources_open_the_reading(linked):
    await linked.open_on(ANA, "add-t")
    await linked.write(ANA_CHAT, "/start", "what is a sum?")
    said = linked.api.said(ANA_CHAT)
    assert "$" not in said
    cited = next(c for c in linked.api.sent(ANA_CHAT) if "[1]" in c.text)
    link = next(e for e in cited.fields["entities"] if e["type"] == "text_link")
    assert link["url"].startswith("https://school.example/c/tiny/readings/adding?p=")


async def test_with_several_courses_the_learner_chooses_once(at_school):
    await at_school.link(BO, BO_CHAT)
    assert at_school.api.sent(BO_CHAT)[-1].labels == ["Tiny sums", "More sums"]
    assert await at_school.events(BO, TINY) == await at_school.events(BO, MORE) == ()
    await at_school.press(BO_CHAT, "More sums")
    assert (await at_school.state(BO, MORE)).open is not None
    await at_school.write(BO_CHAT, "hint")
    assert (await at_school.state(BO, MORE)).open.hint_level == 1
    assert await at_school.events(BO, TINY) == ()


async def test_topics_and_the_other_course_are_offered(at_school):
    await at_school.link(BO, BO_CHAT)
    await at_school.press(BO_CHAT, "Tiny sums")
    await at_school.write(BO_CHAT, "/topic")
    assert at_school.api.sent(BO_CHAT)[-1].labels == ["Adding", "→ More sums"]
    await at_school.press(BO_CHAT, "Adding")
    assert "Adding" in at_school.api.said(BO_CHAT)
    await at_school.write(BO_CHAT, "/topic doubling")
    assert {"Explain", "Quiz me"} <= set(at_school.api.sent(BO_CHAT)[-1].labels)
    await at_school.press(BO_CHAT, "Quiz me")
    assert (await at_school.state(BO, TINY)).open.skills == ("doubling",)


async def test_a_button_stays_with_the_course_it_was_made_in(at_school):
    await at_school.link(BO, BO_CHAT)
    await at_school.press(BO_CHAT, "Tiny sums")
    await at_school.write(BO_CHAT, "/topic doubling")
    await at_school.write(BO_CHAT, "/topic")
    await at_school.press(BO_CHAT, "→ More sums")
    await at_school.press(BO_CHAT, "Quiz me")
    assert (await at_school.state(BO, TINY)).open.skills == ("doubling",)
    await at_school.write(BO_CHAT, "hint")  # what is written next is meant for what stands last
    assert (await at_school.state(BO, TINY)).open.hint_level == 1


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("/help", "/hint: "),
        ("/privacy", "passes through Telegram"),
        ("/progress", "My progress on"),
    ],
)
async def test_commands_of_the_channel(linked, command, expected):
    await linked.write(ANA_CHAT, command)
    assert expected in linked.api.said(ANA_CHAT)


async def test_stop_ends_the_session_and_start_begins_one(linked):
    await linked.write(ANA_CHAT, "/stop@meno_test_bot")
    assert (await linked.events(ANA))[-2].__class__.__name__ == "SessionClosed"
    await linked.write(ANA_CHAT, "/start")
    assert (await linked.state(ANA)).open is not None


NO_TEXT = (
    {"photo": []},
    {"voice": {"file_id": "v", "file_unique_id": "u", "duration": 2}},
    {"location": {"latitude": 1.0, "longitude": 2.0}},
)


async def test_what_is_no_text_is_said_plainly(linked):
    events = len(await linked.events(ANA))
    for content in NO_TEXT:
        await linked.deliver(linked.api.other(ANA_CHAT, **content))
    assert linked.api.said(ANA_CHAT).count("text only") == len(NO_TEXT)
    assert len(await linked.events(ANA)) == events


STRANGE = (
    "", " ", "x" * 4096, "🙂" * 2000, "مرحبا", "\u202e\u0000\x07", "<b>&amp;</b>", "*_[`", "/", "//",
    "'; DROP TABLE people; --", r"$\frac{1}{", "[x](tg://user?id=1)", "/nonsense", "/start@other",
)  # fmt: skip


async def test_any_text_gets_a_reply_and_keeps_the_item(linked):
    item = (await linked.state(ANA)).open.item
    for text in STRANGE:
        sent = len(linked.api.sent(ANA_CHAT))
        await linked.write(ANA_CHAT, text)
        assert len(linked.api.sent(ANA_CHAT)) > sent, text
    assert (await linked.state(ANA)).open.item == item


ESSAY = "Today we talked about why adding works and I thought about it on the bus. " * 270


async def test_a_text_of_twenty_thousand_characters_is_answered_once_though_it_comes_in_parts(
    linked,
):
    await linked.open_on(ANA, "add-t")
    before = len(linked.api.sent(ANA_CHAT))
    parts = linked.api.paste(ANA_CHAT, ESSAY[:20_000])
    await linked.deliver(*parts)
    await linked.deliver(*parts)  # all of it again
    said = [call.text for call in linked.api.sent(ANA_CHAT)[before:]]
    assert len(parts) == 5
    assert sum("too long" in text for text in said) == 1
    assert len(said) == 2  # that, and the item
    assert await linked.attempts(ANA) == []
    await linked.write(ANA_CHAT, await linked.right(ANA))
    assert (await linked.attempts(ANA))[-1].verdict is Verdict.CORRECT


async def test_a_text_cut_at_an_early_line_is_too_long_as_a_whole(linked):
    await linked.open_on(ANA, "add-t")
    await linked.deliver(*linked.api.paste(ANA_CHAT, ESSAY[:9_000], cut=3_000))
    said = [call.text for call in linked.api.sent(ANA_CHAT)]
    assert sum("too long" in text for text in said) == 1


async def test_a_crisis_at_the_end_of_a_long_text_is_heard(linked):
    text = ESSAY[:12_300] + " I want to kill myself."
    await linked.deliver(*linked.api.paste(ANA_CHAT, text))
    (alert,) = await linked.parts.alerts.waiting(tier=1)
    assert alert.learner == ANA
    assert "too long" not in linked.api.sent(ANA_CHAT)[-1].text


async def test_what_is_written_after_a_long_text_is_a_message_of_its_own(linked):
    await linked.open_on(ANA, "add-t")
    await linked.write(ANA_CHAT, ESSAY[:4_090], await linked.right(ANA))  # two seconds apart
    assert (await linked.attempts(ANA))[-1].verdict is Verdict.CORRECT
