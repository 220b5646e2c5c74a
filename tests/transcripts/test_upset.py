"""Who is upset after a failed try gets the next piece of help; how a session felt may be said in words."""

import pytest

from tests.english import TONGUES
from tests.support import COURSES, TINY, Talk
from tutor.dialogue.intents.felt import felt_in
from tutor.dialogue.said.en_items import ITEMS
from tutor.ids import CourseId
from tutor.learner_state.events import Felt, HintGiven, Purpose, SessionRated
from tutor.settings import bundled

BUNDLED = bundled("curricula")
CRIES = ["this is stupid i hate this", "argh", "😭😭", "😡", "nothing works", "this sucks"]
CRIES_IN_SPANISH = ["esto me frustra", "es una tontería", "😩"]


async def levels(talk: Talk) -> list[int]:
    return [e.level for e in await talk.events() if isinstance(e, HintGiven)]


@pytest.mark.parametrize("cry", CRIES)
async def test_a_cry_after_a_failed_try_brings_the_next_hint_with_a_kind_word(cry):
    talk = Talk()
    item = await talk.open_on("add-t")
    await talk.wrong()
    before = await levels(talk)
    reply = await talk.say(cry)
    assert reply.move == "hint"
    assert item.hints[before[-1]] in reply.text
    assert not reply.text.startswith("Hint")
    assert await levels(talk) == [*before, before[-1] + 1]


@pytest.mark.parametrize("cry", CRIES_IN_SPANISH)
async def test_in_spanish_too(cry):
    talk = Talk(course=CourseId("taller"), courses=TONGUES)
    await talk.say("/start")
    await talk.wrong()
    assert (await talk.say(cry)).move == "hint"


async def test_a_cry_before_any_try_and_one_within_the_pause_bring_a_kind_word_alone():
    talk = Talk()
    await talk.open_on("add-t")
    assert (await talk.say("argh")).move == "redirect"
    await talk.wrong()
    assert (await talk.say("argh", seconds=3)).move == "redirect"


async def test_crying_on_leads_to_the_answer_and_its_reason():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.wrong()
    moves = await talk.moves(*["argh"] * 3)
    assert moves[-1] == "tell"


async def test_homework_is_not_solved_by_crying():
    talk = Talk(persona="homework")
    await talk.open_on("add-t")
    await talk.wrong()
    assert "tell" not in await talk.moves(*["argh"] * 5)
    assert not any(e.bottom_out for e in await talk.events() if isinstance(e, HintGiven))


@pytest.mark.parametrize("persona", ["quiz", "exam"])
async def test_where_no_help_is_given_a_kind_word_promises_none(persona):
    talk = Talk(persona=persona)
    await talk.say("/start")
    reply = await talk.say("this is so annoying")
    assert reply.move == "redirect"
    assert "example" not in reply.text
    assert "hint" not in reply.text


async def test_placement_answers_a_cry_without_promising_help():
    talk = Talk(course=CourseId("fractions"), courses=BUNDLED)
    await talk.say("place me")
    reply = await talk.say("this is so annoying")
    assert "example" not in reply.text
    assert "stop" in reply.text


# ── what a learner is told of the rules that hold ──


@pytest.mark.parametrize(("persona", "word"), [("quiz", "quiz"), ("homework", "omework")])
async def test_the_greeting_says_what_help_there_is(persona, word):
    reply = await Talk(persona=persona).say("/start")
    assert word in reply.text


async def test_a_quiz_does_not_offer_to_check_what_it_only_notes():
    talk = Talk(persona="quiz")
    await talk.say("/start")
    await talk.right()
    reply = await talk.say("was that right?")
    assert "check" not in reply.text
    assert "quiz" in reply.text


async def test_an_exam_offers_no_question_that_it_would_refuse():
    reply = await Talk(persona="exam").say("/start")
    assert [button.send for button in reply.buttons] == ["/progress"]


# ── a twin is done alone ──


async def test_a_twin_gives_no_help_before_a_try_and_helps_after_it():
    talk = Talk(course=TINY, courses=COURSES)
    await talk.open_on("add-t")
    for _ in range(3):
        await talk.wrong()
    await talk.say("i added the ones first")
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.purpose is Purpose.TWIN
    asked = await talk.say("hint")
    assert asked.move == "redirect"
    assert "/hint" not in [button.send for button in asked.buttons]
    assert (await talk.say("idk")).move == "hint"
    assert (await talk.say("hint")).move == "hint"


async def test_why_instead_of_a_reason_is_answered_by_the_reason():
    talk = Talk(course=CourseId("fractions"), courses=BUNDLED)
    await talk.say("/start")
    item = await talk.item()
    await talk.say("hint")
    asked = await talk.right()
    assert asked.move == "feedback"
    reply = await talk.say("but why tho")
    assert reply.move == "acknowledge"
    assert item.solution in reply.text


# ── how it felt ──


@pytest.mark.parametrize(
    ("said", "felt"),
    [
        ("it was ok", Felt.RIGHT), ("good", Felt.RIGHT), ("fine thanks", Felt.RIGHT), ("not bad", Felt.RIGHT),
        ("👍", Felt.RIGHT), ("felt hard", Felt.HARD), ("kinda tricky", Felt.HARD), ("not so easy", Felt.HARD),
        ("too easy", Felt.EASY), ("it was a piece of cake", Felt.EASY), ("fue difícil", Felt.HARD),
        ("bien gracias", Felt.RIGHT), ("me costó mucho", Felt.HARD), ("muy fácil", Felt.EASY),
    ],
)  # fmt: skip
def test_how_it_felt_is_read_from_words(said, felt):
    assert felt_in(said) is felt


@pytest.mark.parametrize(
    "said",
    ["one more", "3/4", "what is a hard fraction", "good morning", "quiz me on halves", "bye"],
)
def test_other_words_are_no_word_on_the_session(said):
    assert felt_in(said) is None


async def test_a_word_on_the_session_is_kept_and_opens_nothing():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.right()
    await talk.say("bye")
    reply = await talk.say("it was kinda hard")
    rated = [e.felt for e in await talk.events() if isinstance(e, SessionRated)]
    assert rated == [Felt.HARD]
    assert reply.card is None


async def test_the_same_words_in_a_lesson_still_change_the_item():
    talk = Talk()
    await talk.open_on("add-t")
    await talk.say("too hard")
    assert not any(isinstance(e, SessionRated) for e in await talk.events())


# ── while the tutor rests, an open item waits ──


async def test_an_item_left_open_waits_through_an_exam_ungraded():
    talk = Talk()
    item = await talk.open_on("add-t")
    await talk.wrong()
    before = (await talk.loaded()).state
    talk.use("exam")
    for said in (item.type.answer_text(), "7", "hint", "bye"):
        reply = await talk.say(said)
        assert reply.card is None
    after = (await talk.loaded()).state
    assert after.open == before.open
    assert after.belief("adding") == before.belief("adding")
    talk.use("")
    assert (await talk.right()).move == "feedback"


async def test_nobody_is_told_that_a_hint_helped_where_there_was_none():
    talk = Talk()
    item = await talk.open_on("add-t")
    assert (await talk.say(item.wrong[0].text)).move == "probe"
    reply = await talk.right()
    assert reply.move == "feedback"
    assert "hint" not in reply.text
    assert any(said in reply.text for said in ITEMS["right.second"])
