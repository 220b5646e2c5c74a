"""A message that may be a crisis: the learner is asked, and the answer decides."""

import pytest

from tests.support import Talk
from tutor.learner_state.events import ConcernRaised

ODD = "nobody may know what happens at ours"


async def raised(talk: Talk) -> list[tuple[str, int]]:
    return [(e.kind, e.tier) for e in await talk.events() if isinstance(e, ConcernRaised)]


@pytest.mark.parametrize("answer", ["yes", "sí", "kind of", "nobody may know"])
async def test_a_yes_or_more_of_it_becomes_a_crisis(answer: str) -> None:
    talk = Talk()
    await talk.open_on("add-t")
    assert await talk.moves(ODD, answer) == ["alert", "alert"]
    assert await raised(talk) == [("abuse", 2), ("abuse", 1)]


async def test_a_no_goes_back_to_the_open_item() -> None:
    talk = Talk()
    item = await talk.open_on("add-t")
    _, second = await talk.moves(ODD, "no")
    assert second != "alert"
    assert await raised(talk) == [("abuse", 2)]
    assert (await talk.item()).id == item.id


async def test_the_question_is_not_graded_and_costs_no_attempt() -> None:
    talk = Talk()
    await talk.open_on("add-t")
    before = (await talk.loaded()).state
    await talk.say(ODD)
    after = (await talk.loaded()).state
    assert after.open == before.open


async def test_a_yes_later_on_is_only_a_yes() -> None:
    talk = Talk()
    await talk.open_on("add-t")
    assert (await talk.moves(ODD, "no", "yes"))[2] != "alert"
