"""The answer inside a sentence is graded, whatever reason, second thought or thanks stands beside it."""

from pathlib import Path

import pytest

from tutor.dialogue.intents import by_ear, short
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.said import said
from tutor.dialogue.intents.within import after_thanks, cores, lone_number
from tutor.evals.intent_rows import Readers, Said
from tutor.ids import CourseId, ItemId

READERS = Readers()
SPANISH = Readers(courses=Path(__file__).parents[2] / "data" / "tongues")


def _read(text: str, item: str, course: str = "fractions", last: str = "ask"):
    readers = SPANISH if course == "taller" else READERS
    row = Said(text=text, intent="", course=CourseId(course), item=ItemId(item), last=last)
    return readers.read(row)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("wait no its 5/9", "slf-01"),
        ("5/9 and why do u keep the 9", "slf-01"),
        ("um is it five ninths cause 7 take 2 is 5", "slf-01"),
        ("i did 12 and 18 so 6", "sf-03"),
        ("three no six", "sf-03"),
        ("it is six i reckon", "sf-03"),
    ],
)
def test_an_answer_with_a_reason_or_after_a_second_thought_is_right(text, item):
    reading = _read(text, item)
    assert (str(reading.intent), str(reading.grade.verdict)) == ("response", "correct")


@pytest.mark.parametrize(
    ("text", "item"),
    [("no perdon 3/4", "n-fraccion"), ("3/4 y por que se divide entre 2?", "n-fraccion"),
     ("el sol porq la luna refleja", "p-opcion"), ("ah fotosintesis", "p-corta")],
)  # fmt: skip
def test_in_spanish_too(text, item):
    reading = _read(text, item, "taller")
    assert (str(reading.intent), str(reading.grade.verdict)) == ("response", "correct")


def test_a_wrong_answer_stays_wrong_whatever_is_said_around_it():
    assert str(_read("i did 7-2 and 9-9 so 5/0", "slf-01").grade.verdict) != "correct"
    assert (
        str(_read("wait no its 4/9 because 7 take 2 is 4", "slf-01").grade.verdict) == "incorrect"
    )


def test_a_number_that_is_denied_or_only_named_is_no_answer():
    assert lone_number("the loop runs seven times") == "seven"
    assert lone_number("not 7 i think") == ""
    assert lone_number("i am on line 3") == ""
    assert lone_number("is it 3 or 4") == ""
    assert lone_number("2 and 3 make 5") == ""


def test_long_texts_are_left_whole():
    assert not list(cores("because " * 40))


def test_a_question_after_thanks_is_the_question():
    assert after_thanks("thx and why do we keep the bottom") == "why do we keep the bottom"
    assert after_thanks("thanks so much") == ""
    assert _read("gracias y por que se divide", "n-fraccion", "taller").intent is Intent.QUESTION


def test_another_one_after_a_hint_is_the_next_hint():
    assert _read("more", "slf-01", last="hint").intent is Intent.HINT
    assert _read("otra", "n-suma", "taller", last="hint").intent is Intent.HINT
    assert _read("otra", "n-suma", "taller").intent is Intent.SKIP


@pytest.mark.parametrize("text", ["...", ".", "??", "¿?"])
def test_marks_alone_at_an_item_say_that_nothing_is_known(text):
    assert _read(text, "slf-01").intent is Intent.DONT_KNOW


@pytest.mark.parametrize(
    ("text", "intent"),
    [("halp", Intent.HINT), ("brain freeze", Intent.DONT_KNOW), ("i surrender", Intent.ANSWER_REQUEST),
     ("okie dokie", Intent.AGREE), ("dinners ready", Intent.STOP), ("is it near the end", Intent.HINT)],
)  # fmt: skip
def test_short_remarks_are_known_as_they_are(text, intent):
    assert short.english(said(text)) is intent


@pytest.mark.parametrize(
    "text", ["3/4", "the nucleus", "it is in the cell", "because the parts are equal"]
)
def test_answers_are_no_short_remarks(text):
    assert short.english(said(text)) is None


def test_spanish_spelt_by_ear_is_the_word_that_sounds_so():
    heard = by_ear.Heard(["equivoque", "empiezo", "despacio"])
    assert heard.meant("equiboque") == "equivoque"
    assert heard.meant("empieso") == "empiezo"
    assert heard.meant("despasio") == "despacio"
    assert heard.meant("empuje") == "empuje"
