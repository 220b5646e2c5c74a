"""Conversations in which a learner is placed: offered, asked for, without help, stopped, resumed."""

from pathlib import Path

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.learner_state.events import Attempted, HintGiven, ItemOpened, Purpose
from tutor.learner_state.placement import MOST_ITEMS

CURRICULA = Path(__file__).resolve().parents[2] / "curricula"


def fractions(**options: str) -> Talk:
    return Talk(course=CourseId("fractions"), courses=CURRICULA, **options)


async def to_the_end(talk: Talk, *, right: bool) -> tuple[list[str], str]:
    """The moves and the last text of a placement in which all is known, or nothing is."""
    reply = await talk.say("/place")
    moves = [reply.move]
    while reply.move != "place":
        opened = (await talk.loaded()).state.open
        assert opened is not None
        assert opened.purpose is Purpose.PLACEMENT
        reply = await talk.right() if right else await talk.say("idk")
        moves.append(reply.move)
        assert len(moves) <= MOST_ITEMS + 2, moves
    return moves, reply.text


async def test_a_new_learner_is_offered_placement_and_has_a_first_item_all_the_same():
    reply = await fractions().say("/start")
    assert reply.card is not None
    assert str(MOST_ITEMS) in reply.text
    assert "stop" in reply.text
    assert [b.send for b in reply.buttons if b.send == "/place"] == ["/place"]


async def test_who_has_answered_before_is_not_offered_it_again():
    talk = fractions()
    await talk.say("/start")
    await talk.right()
    talk.later(days=3)
    reply = await talk.say("/start")
    assert "/place" not in [b.send for b in reply.buttons]


async def test_a_course_of_few_skills_offers_none():
    reply = await Talk().say("/start")
    assert "/place" not in [b.send for b in reply.buttons]


@pytest.mark.parametrize("asked", ["/place", "place me", "where should i start?", "placement test"])
async def test_it_can_be_asked_for_at_any_time(asked: str):
    talk = fractions()
    await talk.say("/start")
    await talk.right()
    reply = await talk.say(asked)
    assert reply.card is not None
    assert reply.card.purpose == Purpose.PLACEMENT
    assert f"Question 1 of at most {MOST_ITEMS}" in reply.text
    assert {b.send for b in reply.buttons} >= {"/idk", "/stop"}


async def test_each_question_says_its_number_and_neither_right_nor_wrong():
    talk = fractions()
    await talk.say("place me")
    for number in (2, 3):
        reply = await talk.right()
        assert reply.move == "feedback"
        assert f"Question {number} of at most {MOST_ITEMS}" in reply.text
        assert not any(word in reply.text.casefold() for word in ("right", "correct", "yes"))


@pytest.mark.parametrize("wish", ["hint", "explain", "example", "what is a numerator?", "/answer"])
async def test_there_is_no_help_inside(wish: str):
    talk = fractions()
    await talk.say("place me")
    before = await talk.item()
    reply = await talk.say(wish)
    assert reply.move == "redirect"
    assert (await talk.item()) == before
    assert not [e for e in await talk.events() if isinstance(e, HintGiven)]


async def test_not_to_know_is_an_answer_and_is_not_asked_again():
    talk = fractions()
    await talk.say("place me")
    skill = (await talk.item()).skills[0]
    await talk.say("i don't know")
    attempts = [e for e in await talk.events() if isinstance(e, Attempted)]
    assert [(e.purpose, e.verdict) for e in attempts] == [(Purpose.PLACEMENT, "incorrect")]
    assert (await talk.item()).skills[0] != skill


async def test_all_known_and_nothing_known_end_in_other_places_within_fifteen_questions():
    strong, weak = fractions(), fractions(learner="bo")
    course = strong.course
    moves, known = await to_the_end(strong, right=True)
    assert moves.count("feedback") < MOST_ITEMS
    _, unknown = await to_the_end(weak, right=False)
    first = next(iter(course.skills.values())).title
    assert f"*{first}*" in unknown
    assert "know these already" in known
    assert first in known
    started = [
        (await talk.say("/next")).card for talk in (strong, weak)
    ]  # going on begins where it said
    assert started[1] is not None
    assert started[1].skill == first
    # With all of it known nothing is taught from the beginning: at most there is a look back.
    assert started[0] is None or started[0].purpose == Purpose.REVIEW


@pytest.mark.parametrize("word", ["stop", "that's enough", "/stop"])
async def test_stopping_ends_it_with_what_was_found_and_closes_no_session(word: str):
    talk = fractions()
    await talk.say("place me")
    await talk.right()
    reply = await talk.say(word)
    assert reply.move == "place"
    assert (await talk.loaded()).state.open is None
    assert not (await talk.loaded()).session.closed
    assert (await talk.say("stop")).move in {"close", "recap"}


async def test_to_stop_at_once_begins_at_the_beginning():
    talk = fractions()
    await talk.say("place me")
    reply = await talk.say("stop")
    assert next(iter(talk.course.skills.values())).title in reply.text


async def test_it_resumes_where_it_was_after_a_day():
    talk = fractions()
    await talk.say("place me")
    await talk.right()
    item = await talk.item()
    talk.later(days=1)
    reply = await talk.say("/start")
    assert reply.move == "open"
    assert "Question 2 of at most" in reply.text
    assert await talk.item() == item
    assert (await talk.right()).move == "feedback"


async def test_placement_is_no_practice_a_recap_counts():
    talk = fractions()
    await talk.say("place me")
    await talk.right()
    await talk.say("stop")
    assert (await talk.loaded()).session.tried == 0


async def test_a_quiz_is_not_left_for_it():
    talk = Talk(persona="quiz")
    await talk.say("/start")
    assert (await talk.say("place me")).move == "redirect"
    opened = [e for e in await talk.events() if isinstance(e, ItemOpened)]
    assert all(e.purpose is not Purpose.PLACEMENT for e in opened)


async def test_the_number_of_a_question_is_not_said_where_it_would_be_the_answer(tmp_path):
    folder = tmp_path / "fives"
    (folder / "items").mkdir(parents=True)
    (folder / "course.yaml").write_text(
        "title: Fives\ndefault_persona: own\nskills: [{id: five, title: Fives, card: Count.}]\n"
    )
    (folder / "items" / "five.yaml").write_text(
        "skill: five\nitems:\n"
        + "".join(
            f"- {{id: f{n}, type: number, prompt: 'What is {a} + {15 - a}?', answer: 15,"
            " hints: [Count on.], solution: So it is 15.}\n"
            for n, a in enumerate((7, 8, 9))
        )
    )
    (folder / "personas").mkdir()
    (folder / "personas" / "own.yaml").write_text("name: Own\nvoice: Calm.\ncontract: practice\n")
    (folder / "readings").mkdir()
    talk = Talk(course=CourseId("fives"), courses=tmp_path)
    await talk.say("/start")
    await talk.say("/place")
    assert "15" not in (await talk.say("ok")).text
