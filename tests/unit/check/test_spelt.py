"""Answers spelt out, cut in pieces, said in another unit or by an option's neighbour."""

import pytest

from tutor.items.reveal import Secret, told

VERB = "Which word is the verb: 'The old ship sank fast'?"
OPTIONS = (("A", "copper"), ("B", "sulfur"), ("C", "mercury"), ("D", "iron"))


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("First C, then H, then a little 4.", "CH4", "What is the formula of methane?", ""),
        ("One nitrogen and three hydrogens.", "NH3", "What is the formula of ammonia?", ""),
        ("Your N just needs a 2 behind it.", "N2", "What is the formula of nitrogen?", "N"),
        ("It is fre-quent.", "frequent", "What is the opposite of 'rare'?", ""),
        ("Like 'mice', but with an l.", "lice", "What is the plural of 'louse'?", ""),
        ("The word begins with frequ.", "frequent", "What is the opposite of 'rare'?", ""),
        ("a dash b dash c", "a-b-c", "What does this print?", ""),
        ("5/3 as it is written in Mexico.", "5 March", "On which day did he die?", ""),
        ("That is a whole week.", "7 days", "How long does the moon take for a quarter?", ""),
        ("The middle is 7x.", "x^2 + 7x + 12", "Expand (x + 3)(x + 4).", "x^2 + 12"),
        ("The fourth word.", "sank", VERB, ""),
        ("'sank' tells what it did.", "sank", VERB, ""),
        ("Three over seven.", "3/7", "Write 6/14 in lowest terms.", ""),
        ("Put a 4 in front of it.", "4", "Balance: Al + O2 -> Al2O3. What number goes before Al?", ""),
        ("One more zero.", "7000", "How many grams are 7 kg?", "700"),
        ("Dos séptimos más uno son tres séptimos.", "3/7", "¿Cuánto es 2/7 + 1/7?", ""),
        ("Pon un 3 arriba y un 7 abajo.", "3/7", "¿Cuánto es 2/7 + 1/7?", ""),
        ("Cambia el 7 por un 8.", "1810", "¿En qué año empezó?", "1710"),
    ],
)  # fmt: skip
def test_it_is_told(reply: str, answer: str, question: str, said: str) -> None:
    assert told(reply, Secret.of(answer, question).with_said(said))


@pytest.mark.parametrize(
    "reply",
    [
        "Switch to C.",
        "Mejor la C.",
        "The one after B.",
        "Pick the third metal.",
        "It starts with merc.",
        "A is a solid, so are B and D. What is left?",
        "C beats A.",
    ],
)
def test_the_option_is_told(reply: str) -> None:
    secret = Secret.of("mercury", "Which is liquid?", label="C", options=OPTIONS)
    assert told(reply, secret.with_said("A"))


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("Which element has the symbol N?", "N2", "What is the formula of nitrogen?", "N"),
        ("The cube squared: (x^3)^2 = x^6.", "x3", "What is the square root of x^6?", ""),
        ("How many hydrogens are there?", "NH3", "What is the formula of ammonia?", ""),
        ("It begins with f.", "frequent", "What is the opposite of 'rare'?", ""),
        ("Which two products are missing?", "x^2 + 7x + 12", "Expand (x + 3)(x + 4).", "x^2 + 12"),
        ("What does 'ship' tell us?", "sank", VERB, ""),
        ("Add a zero to the list of steps.", "4", "What is 2 + 2?", "3"),
        ("How many sevenths is that?", "3/7", "Write 6/14 in lowest terms.", ""),
        ("Each day has 24 hours.", "7 days", "How long does the moon take for a quarter?", ""),
    ],
)
def test_it_is_not_told(reply: str, answer: str, question: str, said: str) -> None:
    assert not told(reply, Secret.of(answer, question).with_said(said))


@pytest.mark.parametrize(
    "reply",
    [
        "Is it the one after B?",
        "A is a solid. What about the others?",
        "Think of a thermometer.",
    ],
)
def test_the_option_is_not_told(reply: str) -> None:
    secret = Secret.of("mercury", "Which is liquid?", label="C", options=OPTIONS)
    assert not told(reply, secret.with_said("A"))
