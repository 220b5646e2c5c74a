"""What children type at an open question and used to be graded, greeted or searched for."""

from dataclasses import replace

import pytest

from tutor.dialogue.read import read
from tutor.dialogue.session import EMPTY
from tutor.evals.intent_rows import Readers, Said
from tutor.ids import CourseId, ItemId
from tutor.items.grade import Verdict

READERS = Readers()
FRACTIONS, PYTHON = CourseId("fractions"), CourseId("first-steps-in-python")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("the beginning", "practice"),
        ("can u start from the very beginning", "practice"),
        ("begin with the easy stuff", "practice"),
        ("the one below", "practice"),
        ("yes lets go", "practice"),
        ("the short questions", "place"),
        ("15 questions sounds good", "place"),
        ("test me first", "place"),
        ("i know nothing about this", "about"),
        ("umm what even is that", "explain"),
        ("can you ask me something else", "skip"),
        ("im bored", "feeling"),
        ("ok ask me smth", "practice"),
        ("do we start with plants", "about"),
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
        ("wait why", "explain"),
        ("show me", "example"),
        ("sorry", "feeling"),
        ("nvm", "about"),
        ("can we play a game", "about"),
        ("i never coded before is that ok", "about"),
        ("how do u know that", "about"),
        ("did i get it right", "about"),
        ("what comes after this", "about"),
        ("my friend is faster than me", "feeling"),
        ("can you do my homework", "about"),
        ("thx bye", "stop"),
        ("ill come back tomorrow", "stop"),
        ("ok cool another", "skip"),
        ("can i try again", "practice"),
        ("in one sentence", "explain"),
        ("just the main point", "explain"),
        ("can i see a picture", "other_way"),
        ("que tal voy", "progress"),
        ("ya me lo sé", "claim"),
        ("otra", "skip"),
        ("está bien?", "about"),
        ("qué hacemos hoy", "about"),
        ("¿qué tengo que hacer?", "about"),
        ("me lo explicas", "explain"),
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


@pytest.mark.parametrize(
    "text", ["Good morning Time for breakfast", "good morning", "Time for breakfast"]
)
def test_what_a_program_prints_is_no_greeting(text: str) -> None:
    item = next(
        one
        for one in READERS.course(PYTHON).sources
        if "Time for breakfast" in READERS.course(PYTHON).item(one, 1).type.answer_text()
    )
    reading = READERS.read(Said(text=text, intent="response", course=PYTHON, item=item))
    assert reading.intent == "response"


@pytest.mark.parametrize("text", ["hello", "hi there", "good morning?"])
def test_a_greeting_stays_one(text: str) -> None:
    reading = READERS.read(Said(text=text, intent="social", course=PYTHON, item=ItemId("str-04")))
    assert reading.intent != "response"


OPEN = ItemId("auf-06")
CELLS, SHORT = CourseId("cells-and-photosynthesis"), ItemId("cul-02")


@pytest.mark.parametrize(
    "text",
    [
        "so photosynthesis is how plants breathe?",
        "like how small",
        "and animals?",
        "is it true that plants eat soil",
        "potato in salt water gets smaller why",
        "its about osmosis",
        "my teacher said mitochondria is the powerhouse",
        "i thought only animals have them",
        "is that why we need it",
    ],
)
def test_a_question_that_goes_on_is_no_wrong_word(text: str) -> None:
    row = Said(text=text, intent="question", course=CELLS, item=SHORT)
    assert READERS.read(row).intent == "question"


@pytest.mark.parametrize("text", ["and an improper one?", "is 3/6 the same as 1/2"])
def test_a_question_that_holds_a_number_is_no_wrong_number(text: str) -> None:
    row = Said(text=text, intent="question", course=FRACTIONS, item=ItemId("auf-02"))
    assert READERS.read(row).intent == "question"


@pytest.mark.parametrize(
    "text", ["idk cell?", "idk, cell", "not sure but maybe the cell", "no se, cell"]
)
def test_a_right_guess_behind_a_doubt_counts(text: str) -> None:
    grade = READERS.read(Said(text=text, intent="response", course=CELLS, item=SHORT)).grade
    assert grade is not None
    assert grade.verdict is Verdict.CORRECT


@pytest.mark.parametrize("text", ["idk why", "no idea how it works", "idk lol", "idk atoms"])
def test_a_doubt_without_a_right_guess_is_no_response(text: str) -> None:
    read_as = READERS.read(Said(text=text, intent="dont_know", course=CELLS, item=SHORT))
    assert read_as.intent != "response"


@pytest.mark.parametrize(
    "text", ["because 2 are black", "cuz you count 2 of them", "porque son 2 de ellas"]
)
def test_a_reason_alone_is_no_wrong_number(text: str) -> None:
    reading = READERS.read(
        Said(text=text, intent="response", course=FRACTIONS, item=ItemId("auf-02"))
    )
    assert reading.grade is None or not reading.grade.verdict.counts


def test_a_word_spelt_nearly_as_asked_for_is_no_topic() -> None:
    read_as = READERS.read(Said(text="cel", intent="response", course=CELLS, item=SHORT))
    assert read_as.intent == "response"
    assert read_as.grade is not None
    assert "spelling" in read_as.grade.note


@pytest.mark.parametrize("text", ["thats crazy", "im 11 and i want to make games"])
def test_offhand_words_are_asked_about_and_count_when_they_are_said_again(text: str) -> None:
    item = READERS.item(Said(text=text, intent="response", course=CELLS, item=SHORT))
    grades = [
        read(text, item=item, session=session, vocabulary=lambda _: ()).grade
        for session in (EMPTY, replace(EMPTY, moves=("clarify",)))
    ]
    verdicts = [grade.verdict if grade else None for grade in grades]
    assert verdicts == [Verdict.UNREADABLE, Verdict.INCORRECT]


@pytest.mark.parametrize(
    "text", ["you only count the equal parts", "the parts are smaller so it is less?"]
)
def test_a_sentence_is_what_an_open_question_asks_for(text: str) -> None:
    row = Said(text=text, intent="response", course=FRACTIONS, item=OPEN)
    assert READERS.read(row).intent == "response"


@pytest.mark.parametrize("text", ["membrane", "the nucleus?", "maybe the wall of it", "an atom"])
def test_a_wrong_word_still_counts(text: str) -> None:
    reading = READERS.read(Said(text=text, intent="response", course=CELLS, item=SHORT))
    assert reading.grade is not None
    assert reading.grade.verdict is Verdict.INCORRECT


@pytest.mark.parametrize(
    "said",
    [
        "I already know {}",
        "i know {} already",
        "I can already do {}.",
        "oh i already understand {}",
    ],
)
@pytest.mark.parametrize("course", [FRACTIONS, PYTHON, CourseId("cells-and-photosynthesis")])
def test_a_claim_names_the_skill_that_is_claimed(said: str, course: CourseId) -> None:
    for skill in READERS.course(course).skills.values():
        row = Said(text=said.format(skill.title.lower()), intent="claim", course=course, item=None)
        reading = READERS.read(row)
        assert reading.intent == "claim"
        assert reading.about[0].skill == skill.id


@pytest.mark.parametrize(
    "text", ["i already know this", "i know all of it already", "I can already do these"]
)
def test_a_claim_of_this_names_nothing_else(text: str) -> None:
    reading = READERS.read(Said(text=text, intent="claim", course=FRACTIONS, item=ItemId("ep-02")))
    assert reading.intent == "claim"
    assert not reading.about


def test_a_claim_of_something_that_the_course_lacks_claims_nothing() -> None:
    row = Said(
        text="i already know how to ride horses", intent="about", course=FRACTIONS, item=None
    )
    assert READERS.read(row).intent == "about"
