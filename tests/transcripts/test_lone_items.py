"""A skill, or a whole course, with a single item: “skip” and “too easy” do not bring it back."""

from pathlib import Path

import pytest

from tests.support import Talk
from tutor.ids import CourseId

COURSE = """title: Lone
language: en
reading_age: 9
default_persona: plain
skills:
  - {{id: one, title: One thing}}
{more}"""
OTHER = "  - {id: two, title: Another thing}\n"
ITEM = """skill: {skill}
items:
  - id: {skill}-a
    type: number
    prompt: What is {sum}?
    answer: {answer}
    hints: [Count on., "It is the number after {before}."]
    solution: "Counting on gives {answer}."
"""
TEMPLATE = """skill: one
items:
  - id: one-t
    type: number
    prompt: What is {{a}} + 1?
    vary: {variables: {a: 3..40}}
    answer: "{{a + 1}}"
    hints: [Count on., "It is the number after {{a}}."]
    solution: "Counting on gives {{a + 1}}."
"""


def course(folder: Path, *, more: str, template: bool = False) -> Talk:
    """A course whose first skill has one item; `more` are its other skills."""
    here = folder / "lone"
    for part in ("items", "personas", "readings"):
        (here / part).mkdir(parents=True)
    (here / "course.yaml").write_text(COURSE.format(more=more))
    one = ITEM.format(skill="one", sum="2 + 2", answer=4, before=3)
    (here / "items/one.yaml").write_text(TEMPLATE if template else one)
    if more:
        two = ITEM.format(skill="two", sum="5 + 2", answer=7, before=6)
        (here / "items/two.yaml").write_text(two)
    (here / "personas/plain.yaml").write_text("name: Plain\n")
    return Talk(course=CourseId("lone"), courses=folder)


@pytest.mark.parametrize("template", [False, True])
@pytest.mark.parametrize("wish", ["skip", "too easy", "too hard", "/skip"])
async def test_another_skill_comes_where_there_is_one(tmp_path, wish, template):
    talk = course(tmp_path, more=OTHER, template=template)
    await talk.say("/practise one")
    assert (await talk.item()).skills == ("one",)
    await talk.say(wish)
    assert (await talk.item()).skills == ("two",)
    await talk.say(wish)
    assert (await talk.item()).skills == ("one",)


@pytest.mark.parametrize("wish", ["skip", "too easy", "too hard"])
async def test_where_there_is_nothing_else_the_tutor_says_so(tmp_path, wish):
    talk = course(tmp_path, more="")
    await talk.say("/start")
    item = await talk.item()
    reply = await talk.say(wish)
    assert reply.move == "redirect"
    assert "only question" in reply.text
    assert await talk.item() == item


async def test_a_lone_item_that_was_just_solved_gives_way_to_another_skill(tmp_path):
    talk = course(tmp_path, more=OTHER)
    await talk.say("/practise one")
    reply = await talk.say("4")
    assert reply.move == "feedback"
    assert "Another thing" in reply.text


async def test_a_lone_template_comes_in_other_numbers_where_there_is_nothing_else(tmp_path):
    talk = course(tmp_path, more="", template=True)
    await talk.say("/start")
    before = await talk.item()
    await talk.say("skip")
    assert (await talk.item()).prompt != before.prompt


async def test_a_claim_to_know_a_lone_item_is_put_to_the_test(tmp_path):
    talk = course(tmp_path, more=OTHER)
    await talk.say("/practise one")
    reply = await talk.say("/know one")
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert (opened.purpose, reply.card is not None) == ("test_out", True)
