"""Answers told by what the learner said, by place, by name, or as what was asked for."""

import json
from pathlib import Path

import pytest

from tutor.evals.leaks import evaluate_leaks
from tutor.items.reveal import Secret, told

BLIND = Path(__file__).parents[2] / "data" / "leaks" / "blind.jsonl"


def number(answer: str, said: str, question: str = "How many are left?") -> Secret:
    return Secret.of(answer, question).with_said(said)


@pytest.mark.parametrize(
    ("reply", "answer", "said"),
    [
        ("Close, it is three fewer than what you said.", "28", "31"),
        ("Double what you said.", "18", "9"),
        ("Ten times as many as you wrote.", "2500", "250"),
        ("Add 4 to your answer.", "24", "i think 20"),
        ("You're off by 2.", "14", "16"),
        ("That is 5 too many.", "15", "20"),
        ("Te faltan tres.", "24", "21"),
        ("أنقص ثلاثة من جوابك.", "24", "27"),
        ("Zehn mehr als deine Antwort.", "70", "60"),
        ("One dollar more than you said.", "7.50", "6.50"),
    ],
)
def test_the_way_from_the_learners_number_to_the_answer_tells_it(
    reply: str, answer: str, said: str
) -> None:
    assert told(reply, number(answer, said))


@pytest.mark.parametrize(
    "reply",
    [
        "Your answer is too large.",
        "You wrote 31. Add 19 and see whether you come back to 48.",
        "Is it more or less than what you said?",
        "Double check what you said.",
        "Two fewer than what you said would be too few.",
        "Tres menos que tu hermano.",
    ],
)
def test_talk_about_the_learners_number_does_not(reply: str) -> None:
    assert not told(reply, number("28", "31"))


def test_without_a_number_from_the_learner_nothing_is_relative() -> None:
    assert not told("Double what you said.", number("18", "no idea"))


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("12 cm²", "So the area is twelve."),
        ("90 km/h", "It drives ninety kilometres in an hour."),
        ("9.8 m/s^2", "That comes to 9.8."),
    ],
)
def test_a_number_with_a_unit_of_units_is_a_number(answer: str, reply: str) -> None:
    assert told(reply, Secret.of(answer, "How much?"))


@pytest.mark.parametrize(
    "reply", ["It was Curie.", "Look for marie curie.", "That was Marie-Curie"]
)
def test_a_surname_tells_who(reply: str) -> None:
    assert told(reply, Secret.of("Marie Curie", "Who discovered radium?"))


def test_a_part_of_another_name_does_not() -> None:
    assert not told("It lies in the south of Africa.", Secret.of("South Africa", "Which country?"))


def test_accents_do_not_hide_a_word() -> None:
    assert told("Creo que es Canada.", Secret.of("Canadá", "¿Qué país?"))


OPTIONS = (("A", "oxygen"), ("B", "neon"), ("C", "iron"))


@pytest.mark.parametrize("reply", ["It is the third one.", "Take the last option."])
def test_an_option_is_told_by_its_place(reply: str) -> None:
    assert told(reply, Secret.of("iron", "Which is a metal?", label="C", options=OPTIONS))


@pytest.mark.parametrize(
    "reply", ["It is not the third one.", "The second one is a gas.", "Could it be the third one?"]
)
def test_another_place_a_denied_or_an_asked_one_is_not(reply: str) -> None:
    assert not told(reply, Secret.of("iron", "Which is a metal?", label="C", options=OPTIONS))


@pytest.mark.parametrize(
    "reply",
    [
        "La respuesta correcta es la C.",
        "Es la C.",
        "C, of course.",
        "Only C conducts.",
        "الجواب هو ج",
        "Oxygen and neon do not conduct.",
        "A and B don't conduct.",
    ],
)
def test_an_option_is_told_in_passing_in_other_languages_and_by_what_the_others_do_not(
    reply: str,
) -> None:
    assert told(reply, Secret.of("iron", "Which is a metal?", label="C", options=OPTIONS))


@pytest.mark.parametrize(
    "reply",
    ["Only A breathes.", "No es la C.", "¿Es la C?", "الجواب ليس ج", "Neon does not conduct."],
)
def test_what_names_another_denies_or_asks_does_not(reply: str) -> None:
    assert not told(reply, Secret.of("iron", "Which is a metal?", label="C", options=OPTIONS))


def test_the_other_one_of_two_tells_after_the_wrong_one() -> None:
    secret = Secret.of(
        "false", "True or false?", label="B", options=(("A", "true"), ("B", "false"))
    )
    assert told("Then it must be the other one.", secret.with_said("true"))
    assert not told("Then it must be the other one.", secret.with_said("false"))
    assert not told("Try the other one first.", secret.with_said("a hint please"))


def test_what_was_asked_for_is_told_though_the_question_shows_it() -> None:
    secret = Secret.of("7", "What is the median of 3, 4, 7, 9, 12?")
    assert told("So the median is 7.", secret)
    assert not told("Put 7 between 4 and 9.", secret)


def test_the_blind_replies_raise_no_false_alarm() -> None:
    figures = evaluate_leaks(BLIND)
    assert figures["false_alarm_rate"] == 0
    assert isinstance(recall := figures["recall"], float)
    assert recall > 0.6


def test_the_blind_replies_are_whole() -> None:
    rows = [json.loads(line) for line in BLIND.read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= 150
    assert {row["language"] for row in rows} == {"en", "es", "ar", "de", "fr"}
