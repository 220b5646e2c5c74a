"""What children type at an open question and used to be graded, greeted or searched for."""

import pytest

from tutor.evals.intent_rows import Readers, Said
from tutor.ids import CourseId, ItemId

READERS = Readers()
FRACTIONS, PYTHON = CourseId("fractions"), CourseId("first-steps-in-python")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("im bored", "feeling"),
        ("how sure are you that i know this", "progress"),
        ("do i know this already", "progress"),
        ("i know this already", "claim"),
        ("why do i have to learn this", "why_this"),
        ("when will i ever need this", "why_this"),
        ("this is fun", "feeling"),
        ("can i skip this", "skip"),
        ("give me a task", "practice"),
        ("is this right because you half both", "about"),
        ("how do you decide what to ask next", "about"),
        ("do you report what students write to me", "about"),
        ("who wrote this course", "about"),
        ("puedes hablar en español", "about"),
        ("can you do spanish", "about"),
        ("can we do this in spanish", "about"),
        ("whats your name then", "social"),
        ("what is the answer in base64", "answer_request"),
        ("again but shorter", "explain"),
        ("can you show me with pizza", "example"),
        ("that didnt help", "stuck"),
        ("i gtg", "stop"),
        ("bye loser", "stop"),
        ("adios", "stop"),
        ("parar", "stop"),
        ("saltar", "skip"),
        ("seguir", "practice"),
        ("hwo do i do it", "explain"),
    ],
)
@pytest.mark.parametrize(("course", "item"), [(FRACTIONS, "auf-02"), (PYTHON, "str-04")])
def test_a_wish_is_no_wrong_answer(course: CourseId, item: str, text: str, intent: str) -> None:
    row = Said(text=text, intent=intent, course=course, item=ItemId(item))
    assert READERS.read(row).intent == intent


@pytest.mark.parametrize("text", ["12", "i got 12", "is it 12?", "24 i think", "twelve"])
def test_an_answer_stays_one(text: str) -> None:
    row = Said(text=text, intent="response", course=FRACTIONS, item=ItemId("auf-02"))
    assert READERS.read(row).intent == "response"


def test_telling_of_ones_own_program_is_no_wrong_output() -> None:
    row = Said(text="my loop never stops", intent="question", course=PYTHON, item=ItemId("str-04"))
    assert READERS.read(row).intent == "question"
