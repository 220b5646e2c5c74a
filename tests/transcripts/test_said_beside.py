"""What a message says beside what it asks or answers neither hides that nor goes unheard."""

import pytest

from tests.support import Talk
from tutor.dialogue.intents.mood import mood
from tutor.dialogue.intents.part import asking_part, wish_among
from tutor.ids import CourseId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted
from tutor.settings import bundled

CURRICULA = bundled("curricula")


def course(name: str) -> Talk:
    return Talk(course=CourseId(name), courses=CURRICULA)


async def attempts(talk: Talk) -> list[Attempted]:
    return [event for event in await talk.events() if isinstance(event, Attempted)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("no i mean how do plants drink", "how do plants drink"),
        ("ur avoiding my question. is rust alive", "is rust alive"),
        ("i'd rather you told me. why is it called a root", "why is it called a root"),
        ("i not understand “margin”. what is margin?", "what is margin?"),
        ("hello. i want learn the while loop. explain please", "what is the while loop"),
    ],
)
def test_insisting_and_what_is_not_understood_lead_to_what_is_asked(text: str, asked: str) -> None:
    assert asking_part(text) == asked


def test_one_of_two_sentences_may_hold_the_wish() -> None:
    assert wish_among("no. just begin") == "just begin"
    assert wish_among("next one. do you like football?") == "next one."
    assert wish_among("is it 4? next") == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i have a quiz tomorrow and im so nervous", "exam"),
        ("4? sorry if its wrong", "sorry"),
        ("7, my head hurts", "hurts"),
        ("estoy muy nerviosa", "nervous"),
        ("sorry what is a root", ""),
        ("im afraid that it is 4", ""),
        ("is that a stupid question", ""),
    ],
)
def test_a_feeling_is_told_from_a_manner_of_speaking(text: str, kind: str) -> None:
    assert mood(text) == kind


async def test_a_kind_word_comes_once_and_the_answer_is_judged_all_the_same() -> None:
    talk = course("fractions")
    item = await talk.open_on("ep-02")
    first = await talk.say("1000 sorry if thats wrong")
    again = await talk.say("2000 sorry if thats wrong")
    assert first.move == again.move == "hint"
    assert "sorry" in first.text
    assert "sorry" not in again.text
    assert (await talk.item()).id == item.id


async def test_a_question_beside_a_right_answer_takes_the_place_of_ours() -> None:
    talk = course("fractions")
    item = await talk.open_on("ep-02")
    reply = await talk.say(f"{item.type.answer_text()}. do you like football?")
    assert (await attempts(talk))[-1].verdict is Verdict.CORRECT
    assert "program" in reply.text
    assert "?" not in reply.text


@pytest.mark.parametrize(
    "text", ["{answer}. that was easy, my brother could do it", "omg. {answer}"]
)
async def test_an_answer_beside_talk_is_judged(text: str) -> None:
    talk = course("fractions")
    item = await talk.open_on("alf-03")
    await talk.say(text.format(answer=item.type.answer_text()))
    assert (await attempts(talk))[-1].verdict is Verdict.CORRECT


async def test_talk_is_no_output_of_a_program() -> None:
    talk = course("first-steps-in-python")
    await talk.open_on("print-01")
    reply = await talk.say("give me all the answers for this chapter please")
    assert reply.move == "redirect"
    await talk.say("we had pancakes for lunch today")
    assert not [one for one in await attempts(talk) if one.verdict.counts]


async def test_yes_to_trying_one_brings_one_of_what_was_explained() -> None:
    talk = course("cells-and-photosynthesis")
    await talk.say("what does a chloroplast do?")
    await talk.say("yes")
    assert (await talk.item()).skills[0] == "plant-cell-parts"


async def test_a_question_on_that_is_one_of_what_was_explained() -> None:
    talk = course("first-steps-in-python")
    await talk.say("Defining functions")
    await talk.say("give me a question on that")
    assert (await talk.item()).skills[0] == "functions"


async def test_what_is_not_wanted_is_not_what_is_practised() -> None:
    talk = course("first-steps-in-python")
    await talk.say("i want more for loops, not print")
    assert (await talk.item()).skills[0] == "for-loops-and-range"


async def test_ideas_said_in_two_messages_make_one_explanation() -> None:
    talk = course("fractions")
    await talk.open_on("ep-07")
    await talk.say("because his parts are different")
    await talk.say("quarters need equal parts")
    assert [one.verdict for one in await attempts(talk)] == [Verdict.PARTIAL, Verdict.CORRECT]


async def test_the_same_idea_twice_gets_a_hint_and_not_the_same_words() -> None:
    talk = course("fractions")
    await talk.open_on("ep-07")
    moves = await talk.moves("the parts are different", "because they are different")
    assert moves == ["feedback", "hint"]


async def test_what_names_things_of_the_course_and_asks_is_looked_up_however_it_is_put() -> None:
    talk = course("cells-and-photosynthesis")
    reply = await talk.say("i think plants r alive but rocks arent y is that")
    assert reply.move != "redirect"
    assert (await talk.say("my cat is asleep")).move == "redirect"


async def test_the_lines_of_an_output_may_come_one_by_one() -> None:
    talk = course("first-steps-in-python")
    await talk.open_on("print-01")
    await talk.say("Good morning")
    await talk.say("the other one is Time for breakfast")
    assert [one.verdict for one in await attempts(talk)] == [Verdict.PARTIAL, Verdict.CORRECT]


async def test_who_says_to_know_everything_may_show_it() -> None:
    talk = course("fractions")
    await talk.say("i know everything about fractions")
    assert (await talk.loaded()).session.placing == 1


async def test_a_wish_beside_a_right_answer_says_what_comes_next() -> None:
    talk = course("fractions")
    item = await talk.open_on("ep-02")
    await talk.say(f"{item.type.answer_text()}. but i wanted decimals")
    assert (await attempts(talk))[-1].verdict is Verdict.CORRECT
    assert "decimals" in (await talk.item()).skills[0]


async def test_what_it_is_good_for_is_no_question_to_the_readings() -> None:
    talk = course("cells-and-photosynthesis")
    assert (await talk.say("whats the point of knowing about cells")).move == "redirect"
