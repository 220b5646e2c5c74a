"""Moves that show or ask back, worded by a model: what they show stands word by word, and three stay plain."""

import pytest

from tests.support import START, Talk
from tutor.dialogue.check import Checker
from tutor.dialogue.wording.voice import ModelVoice
from tutor.llm.chain import Chain
from tutor.llm.scripted import Scripted
from tutor.prompting import PromptBook
from tutor.settings import bundled

PROMPTS = PromptBook(bundled("prompts"))
MOVES = (  # message, move, what a reply may not lose
    ("((((", "clarify", "(((("),
    ("is there another way?", "ways", "- a reading: *Adding and doubling*"),
    ("/way adding 1", "show", "Adding puts two amounts together"),
    ("doubling and halving", "offer", "*Halving*"),
    ("bye", "close", ""),
)


async def talking(draft: str) -> tuple[Talk, Scripted]:
    """A talk with an item open, and a model that says one thing."""
    talk, model = Talk(), Scripted([draft], name="model")
    await talk.open_on("add-t")
    talk.tutor._voice = ModelVoice(
        Chain([model], lambda: START), PROMPTS, Checker, record=lambda _: None
    )
    return talk, model


@pytest.mark.parametrize(("message", "move", "kept"), MOVES)
async def test_a_model_words_it_and_what_it_shows_stays(message: str, move: str, kept: str):
    talk, model = await talking("Let us have a look at that, calmly.")
    reply = await talk.say(message)
    assert reply.move == move
    assert [prompt.name for prompt in model.seen] == [move]
    assert reply.text.startswith("Let us have a look at that, calmly.")
    assert kept in reply.text
    assert reply.text.count("?") <= 1


@pytest.mark.parametrize(("message", "move", "kept"), MOVES)
async def test_a_bad_draft_leaves_the_plain_words(message: str, move: str, kept: str):
    talk, _ = await talking("You are a genius!")
    reply = await talk.say(message)
    assert (reply.move, reply.worded_by) == (move, "plain")
    assert kept in reply.text


async def test_the_end_of_placement_keeps_where_the_course_begins():
    talk, _ = await talking("Thank you for your answers.")
    await talk.say("/place")
    reply = await talk.say("stop")
    assert reply.move == "place"
    assert reply.text.startswith("Thank you for your answers.")
    assert "*Adding*" in reply.text


@pytest.mark.parametrize(
    ("message", "move"),
    [("/progress", "show_belief"), ("sum", "topic_card"), ("i want to hurt myself", "alert")],
)
async def test_facts_quotes_and_help_in_a_crisis_are_never_worded_by_a_model(
    message: str, move: str
):
    talk, model = await talking("Something of its own.")
    reply = await talk.say(message)
    assert (reply.move, reply.worded_by) == (move, "plain")
    assert not model.seen


async def test_a_look_back_names_what_comes_next_whatever_the_model_says():
    talk, model = await talking("Let us leave it there, calmly.")
    voice = talk.tutor._voice
    talk.tutor._voice = None
    await talk.right()
    talk.tutor._voice = voice
    reply = await talk.say("i'm done for today")
    assert reply.move == "recap"
    assert model.seen[0].name == "recap"
    assert reply.text.startswith("Let us leave it there, calmly.")
    titles = [skill.title for skill in talk.course.skills.values()]
    assert any(title in reply.text for title in titles)
