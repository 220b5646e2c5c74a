"""Conversations in which something is looked up: follow-ups, choices instead of guesses, nothing found."""

import pytest

from tests.support import Talk
from tutor.ids import CourseId
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import Hit, Query
from tutor.settings import bundled


class Listening(Library):
    """A library that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(InMemoryPassageStore())
        self.asked: list[str] = []

    async def search(self, query: Query) -> tuple[Hit, ...]:
        self.asked.append(query.text)
        return await super().search(query)


def listening() -> tuple[Talk, list[str]]:
    library = Listening()
    return Talk(library=library), library.asked


async def test_a_follow_up_is_looked_up_with_what_was_shown_last() -> None:
    talk, asked = listening()
    first = await talk.say("what does the order of the numbers change?")
    assert first.move == "explain"
    assert first.citations
    await talk.say("and why is that?")
    assert asked[-1].startswith("and why is that?")
    assert "Adding and doubling" in asked[-1]


async def test_a_follow_up_beside_an_open_item_is_looked_up_with_its_prompt() -> None:
    talk, asked = listening()
    item = await talk.open_on("add-words")
    reply = await talk.say("but why is it called that?")
    assert reply.move == "explain"
    assert item.prompt.split(".")[0][:20] in asked[-1]
    assert "Adding" in asked[-1]
    assert (await talk.item()).id == item.id


async def test_a_question_that_stands_by_itself_is_looked_up_as_it_is() -> None:
    talk, asked = listening()
    await talk.open_on("add-words")
    question = "how many equal parts would a doubled number ever have?"
    await talk.say(question)
    assert asked[-1] == question


async def test_what_was_shown_is_forgotten_with_the_session() -> None:
    talk, asked = listening()
    await talk.say("what does the order of the numbers change?")
    talk.later(days=2)
    await talk.say("hello")
    await talk.say("but why is it called that?")
    assert "Adding and doubling" not in asked[-1]


async def test_a_question_about_nothing_in_the_course_is_said_to_have_no_answer_here() -> None:
    talk = Talk()
    reply = await talk.say("why did the roman empire collapse so quickly?")
    assert reply.move == "explain"
    assert reply.citations == ()
    assert not any(ch.isdigit() for ch in reply.text)


async def test_where_the_best_match_is_weak_two_or_three_skills_are_offered() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    reply = await talk.say("how would a baker share the bread between friends?")
    assert reply.move == "offer"
    assert 2 <= len(reply.buttons) <= 3
    assert all(button.label in reply.text for button in reply.buttons)
    assert all(button.send.startswith("/topic ") for button in reply.buttons)
    chosen = await talk.say(reply.buttons[0].send)
    assert chosen.move == "topic_card"


@pytest.mark.parametrize(
    ("course", "first", "then", "told"),
    [
        ("first-steps-in-python", "what is a while loop", "how is that different to for", "`for` loop fits"),
        ("cells-and-photosynthesis", "what do mitochondria do", "do plants have them too", "Plant cells have mito"),
        ("fractions", "how do i simplify a fraction", "do i have to", "has the right value"),
    ],
)  # fmt: skip
async def test_a_follow_up_finds_what_joins_it_to_what_was_shown(
    course: str, first: str, then: str, told: str
) -> None:
    talk = Talk(course=CourseId(course), courses=bundled("curricula"))
    await talk.say("/start")
    await talk.say(first)
    assert told in (await talk.say(then)).text


async def test_what_lacks_the_asked_thing_is_not_offered_before_what_has_it() -> None:
    talk = Talk(course=CourseId("first-steps-in-python"), courses=bundled("curricula"))
    await talk.say("/start")
    text = (await talk.say("what happens if i forget the colon")).text
    assert "colon" in text
    assert "bracket" not in text
