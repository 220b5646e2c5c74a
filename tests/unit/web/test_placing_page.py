"""Placement and other ways on the page and in a Telegram message: buttons, and a reload."""

import asyncio
from datetime import UTC, datetime

from web_school import FRACTIONS

from tutor.channels.telegram.replies import reply_notes
from tutor.dialogue.messages import Button, Outbound


async def page_with(visit, text: str) -> str:
    """The chat page once it shows a text: a turn may still be under way."""
    for _ in range(150):
        page = (await visit.get("/c/fractions")).text
        if text in page:
            return page
        await asyncio.sleep(0.1)
    raise AssertionError(f"“{text}” never came")


async def test_a_new_learner_finds_the_button_and_a_reload_resumes_the_question(door):
    visit = await door.enter("ana")
    assert 'value="/place"' in await page_with(visit, "Find where I begin")
    await visit.say("fractions", "/place")
    page = await page_with(visit, "Question 1 of at most 15")
    assert 'value="/idk"' in page
    assert 'value="/stop"' in page
    await visit.say("fractions", "/idk")
    await page_with(visit, "Question 2 of at most 15")
    again = await (await door.enter("ana")).get("/c/fractions")
    assert "Question 2 of at most 15" in again.text


async def test_a_way_that_is_a_link_is_a_link_in_telegram_as_well(site):
    link = "https://videos.example.org/steps"
    reply = Outbound(
        turn="t", message="m", at=datetime(2026, 11, 2, tzinfo=UTC), move="show", text="Here it is.",
        buttons=(Button(label="Open: Steps", send="", url=link), Button(label="Skip", send="/skip")),
    )  # fmt: skip
    course = site.parts.book.get(FRACTIONS)
    (note,) = reply_notes(reply, course, key="1", address="https://meno.example", before=None)
    keys = [key for row in note.keyboard.inline_keyboard for key in row]
    assert [(key.text, key.url) for key in keys] == [("Open: Steps", link), ("Skip", None)]
    assert keys[1].callback_data
