"""Conversations in which a learner chooses another way into a skill, and what it may not give away."""

import shutil
from pathlib import Path

import pytest

from tests.support import COURSES, TINY, Talk
from tutor.dialogue.messages import Outbound
from tutor.dialogue.saying.showing import BEGINNING_WORDS, beginning

MATERIALS = """    materials:
      - {kind: video, title: Steps on a line, link: 'https://videos.example.org/steps', transcript: adding, minutes: 4}
      - {kind: activity, title: Beans, text: Count two heaps of beans and push them together., minutes: 5}
      - {kind: project, title: A shop, text: Set up a shop with five things and add up what a friend buys.}
      - {kind: reading, title: Names, text: The result of adding is the sum.}
    aliases: [addition, plus]
"""


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    """A tutor of a course whose first skill has a video, an activity and a project."""
    shutil.copytree(COURSES / TINY, tmp_path / TINY)
    file = tmp_path / TINY / "course.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    aliases: [addition, plus]\n", MATERIALS, 1), encoding="utf-8")
    return Talk(courses=tmp_path)


async def choose(talk: Talk, label: str) -> Outbound:
    """Ask for other ways, and press one."""
    reply = await talk.say("show me another way")
    assert reply.move == "ways"
    return await talk.say(next(b.send for b in reply.buttons if label in b.label))


@pytest.mark.parametrize(
    "asked", ["show me another way", "another way", "is there a video?", "explain it differently"]
)
async def test_the_ways_are_named_with_a_button_each_and_the_item_stays_open(
    talk: Talk, asked: str
):
    item = await talk.open_on("add-t")
    reply = await talk.say(asked)
    assert reply.move == "ways"
    labels = [b.label for b in reply.buttons]
    assert labels[:3] == ["Watch: Steps on a line", "Do: Beans", "Project: A shop"]
    assert any(label == "A worked example" for label in labels)
    assert await talk.item() == item


async def test_a_video_opens_the_courses_link_and_cites_its_transcript(talk: Talk):
    await talk.open_on("add-t")
    reply = await choose(talk, "Steps on a line")
    assert [b.url for b in reply.buttons if b.url] == ["https://videos.example.org/steps"]
    assert "http" not in reply.text
    assert [c.document for c in reply.citations] == ["tiny/readings/adding"]
    assert "[1]" in reply.text


async def test_an_activity_says_what_to_do(talk: Talk):
    await talk.say("/start")
    reply = await choose(talk, "Beans")
    assert "Count two heaps of beans" in reply.text
    assert "5 min" in reply.text


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("can you give me a project", "Set up a shop"),
        ("is there an activity?", "two heaps of beans"),
    ],
)
async def test_a_project_or_activity_that_is_asked_for_is_shown_and_the_item_stays_open(
    talk: Talk, asked: str, held: str
):
    item = await talk.open_on("add-t")
    reply = await talk.say(asked)
    assert reply.move == "show"
    assert held in reply.text
    assert await talk.item() == item


async def test_where_the_course_has_no_project_the_tutor_says_so_and_names_what_there_is():
    talk = Talk()
    await talk.open_on("add-t")
    reply = await talk.say("do you have a project?")
    assert reply.move == "ways"
    assert "no project for *Adding*" in reply.text
    assert reply.buttons


async def test_an_example_is_the_move_of_that_name(talk: Talk):
    await talk.open_on("add-t")
    assert (await choose(talk, "A worked example")).move == "worked_example"


async def test_an_explanation_offers_another_way(talk: Talk):
    await talk.open_on("add-t")
    reply = await talk.say("explain")
    assert "/ways adding" in [b.send for b in reply.buttons]


async def test_a_way_that_tells_the_open_answer_is_kept_back(talk: Talk):
    await talk.open_on("add-t")
    assert "Read: Names" in [b.label for b in (await talk.say("another way")).buttons]
    await talk.open_on("add-words")  # whose answer is "sum"
    assert "Read: Names" not in [b.label for b in (await talk.say("another way")).buttons]


async def test_a_number_that_names_no_way_offers_them_again(talk: Talk):
    await talk.say("/start")
    for text in ("/way adding 99", "/way adding", "/way nothing 1", "/way"):
        assert (await talk.say(text)).move == "ways"


async def test_a_skill_with_nothing_else_says_so():
    talk = Talk()
    await talk.open_on("dbl-t")
    reply = await talk.say("/ways halving")
    assert reply.move in {"ways", "redirect"}
    assert reply.card is not None


async def test_a_quiz_gives_no_other_way():
    talk = Talk(persona="quiz")
    await talk.say("/start")
    assert (await talk.say("another way")).move == "redirect"


async def test_a_reading_is_shown_by_its_beginning_only():
    long = " ".join(f"Sentence {n} of this paragraph has just eight words." for n in range(30))
    assert 8 <= len(beginning(f"# Head\n\n{long}", None).split()) <= BEGINNING_WORDS
