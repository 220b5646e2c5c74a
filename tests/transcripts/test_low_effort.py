"""Conversations in which somebody guesses or gives up: it is noticed and the tack changes."""

from datetime import timedelta

import pytest

from tests.support import Talk
from tutor.ids import ItemId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.effort import hasty
from tutor.learner_state.events import Attempted, Judge, Purpose

TACKS = {"worked_example", "ask"}


async def guess(talk: Talk, seconds: float = 2) -> str:
    """A wrong response some seconds after what came before."""
    item = await talk.item()
    samples = item.type.samples()
    foreseen = {w.text for w in item.wrong}
    text = next(
        t for t in (*samples.wrong, *samples.near)
        if t not in foreseen and item.grade(t).verdict is Verdict.INCORRECT
    )  # fmt: skip
    return (await talk.say(text, seconds=seconds)).move


async def two_guesses_then_options(talk: Talk, seconds: float) -> str:
    """Two quick wrong numbers, then a wrong option."""
    await talk.open_on("add-t")
    await guess(talk, seconds), await guess(talk, seconds)
    await talk.open_on("add-choice")
    return await guess(talk, seconds)


async def test_picking_through_options_within_seconds_changes_the_tack():
    talk = Talk()
    assert await two_guesses_then_options(talk, 2) in TACKS
    opened = (await talk.loaded()).state.open
    assert opened is None or opened.item != "add-choice" or opened.tries == 1


async def test_who_takes_time_over_wrong_choices_gets_the_usual_help():
    assert await two_guesses_then_options(Talk(), 30) not in TACKS


async def test_a_right_response_ends_the_run():
    talk = Talk()
    await talk.open_on("add-t")
    await guess(talk), await guess(talk)
    assert (await talk.loaded()).session.hasty == 2
    await talk.right()
    assert (await talk.loaded()).session.hasty == 0


async def test_six_times_no_idea_brings_something_else_and_not_only_the_answer_again():
    talk = Talk()
    await talk.open_on("add-t")
    assert (await talk.moves("idk", "idk", "idk"))[-1] == "tell"
    for _ in range(4):
        if (await talk.loaded()).state.open is not None:
            break
        await talk.say("ok")
    before = (await talk.item()).id, (await talk.item()).seed
    moves = await talk.moves("idk", "idk", "idk")
    assert moves[-1] in TACKS, moves
    opened = (await talk.loaded()).state.open
    assert opened is None or (opened.item, opened.seed) != before


@pytest.mark.parametrize(
    ("verdict", "seconds", "response", "is_hasty"),
    [
        (Verdict.INCORRECT, 2.0, "B", True),
        (Verdict.INCORRECT, 12.0, "B", False),
        (Verdict.INCORRECT, 0.0, "B", False),
        (Verdict.CORRECT, 1.0, "B", False),
        (Verdict.UNCLEAR, 1.0, "B", False),
        (Verdict.INCORRECT, 2.0, "a long explanation that was typed elsewhere before", False),
    ],
)
def test_what_counts_as_hasty(verdict: Verdict, seconds: float, response: str, is_hasty: bool):
    made = Attempted(
        at=Talk().now + timedelta(seconds=1), id="a", message="m", item=ItemId("i"), seed=0,
        skills=(), purpose=Purpose.PRACTICE, difficulty=Difficulty.MEDIUM, response=response,
        read_as=response, verdict=verdict, judge=Judge.CODE, seconds=seconds,
    )  # fmt: skip
    assert hasty(made) is is_hasty
