"""A learner's chat, end to end: linking, items, hints, buttons, courses, and what is refused."""

import pytest

from tests.channels.telegram.telegram_school import (
    ANA,
    ANA_CHAT,
    school,
)


@pytest.fixture
async def at_school(tmp_path):
    async with school(tmp_path) as made:
        yield made


async def test_a_link_ties_the_chat_and_the_first_item_comes_at_once(at_school):
    await at_school.link(ANA, ANA_CHAT)
    said = at_school.api.said(ANA_CHAT)
    assert "Ana" in said
    opened = (await at_school.state(ANA)).open
    assert opened is not None
    print(said)
    print([c.labels for c in at_school.api.sent(ANA_CHAT)])
    for t in (
        "hint",
        await at_school.right(ANA),
        "explain",
        "/progress",
        "/topic",
        "/help",
        "why?",
        "/stop",
        "/delete",
    ):
        await at_school.write(ANA_CHAT, t)
        print(">>>", t)
        n = at_school.api.sent(ANA_CHAT)
    print(at_school.api.said(ANA_CHAT))
    print([c.labels for c in at_school.api.sent(ANA_CHAT)])
