"""Conversations in which somebody guesses or gives up: it is noticed and the tack changes."""

from datetime import timedelta

import pytest

from tests.support import Talk
from tutor.ids import CourseId, ItemId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.effort import hasty
from tutor.learner_state.events import Attempted, ItemOpened, Judge, MoveMade, Purpose
from tutor.settings import bundled

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


async def test_the_third_no_idea_changes_the_tack_and_the_item_stays_open():
    talk = Talk()
    item = await talk.open_on("add-t")
    reply = [await talk.say("idk") for _ in range(3)][-1]
    assert reply.move == "worked_example"
    assert item.type.answer_text() not in reply.text
    assert await talk.item() == item


async def test_an_item_without_an_example_gives_way_to_something_easier():
    talk = Talk()
    item = await talk.open_on("add-words")
    assert (await talk.moves("idk", "idk", "idk"))[-1] in TACKS
    opened = (await talk.loaded()).state.open
    assert opened is None or opened.item != item.id


async def test_three_wishes_for_the_answer_change_the_tack_as_well():
    talk = Talk()
    item = await talk.open_on("add-t")
    moves = await talk.moves("/answer", "just tell me the answer", "/answer")
    assert moves == ["redirect", "redirect", "worked_example"]
    assert await talk.item() == item


async def test_after_six_without_a_try_the_answer_is_told_and_said_back():
    talk = Talk()
    await talk.open_on("add-t")
    moves = await talk.moves(*["idk"] * 6)
    assert "tell" in moves
    assert moves.index("tell") >= 3, moves


async def test_homework_is_not_solved_by_not_knowing():
    talk = Talk(persona="homework")
    await talk.open_on("add-t")
    assert "tell" not in await talk.moves(*["idk"] * 9)


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


async def test_who_solves_nothing_gets_two_twins_in_a_row_and_then_something_else() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.say("/start")
    for _ in range(90):
        opened = (await talk.loaded()).state.open
        samples = (await talk.item()).type.samples() if opened else None
        await talk.say((samples.wrong or ("idk",))[0] if samples else "/next")
    openings = [event for event in await talk.events() if isinstance(event, ItemOpened)]
    twins = "".join("t" if event.purpose is Purpose.TWIN else "-" for event in openings)
    assert "tt" in twins
    assert "ttt" not in twins
    assert len({event.item for event in openings}) > 6
    examples = [
        e for e in await talk.events() if isinstance(e, MoveMade) and e.move == "worked_example"
    ]
    assert examples  # after ten without fruit the tack changes


async def test_after_three_messages_that_cannot_be_read_a_way_on_is_shown() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.say("/start")
    replies = [await talk.say(text) for text in ("(((((", "7//", "))))")]
    assert [reply.move for reply in replies] == ["clarify"] * 3
    assert "skip" in replies[-1].text
    assert "skip" not in replies[0].text
