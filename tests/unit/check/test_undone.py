"""A reply that leaves only a step that it names itself gives the answer away; one that asks for it does not."""

import pytest

from tutor.items.reveal import Secret, told


def found(question: str, answer: str, learner: str, reply: str) -> bool:
    return bool(told(reply, Secret.of(answer, question).with_said(learner)))


PRICE = "A jacket costs $80. It is reduced by 15%. What is the new price?"


@pytest.mark.parametrize(
    ("question", "answer", "learner", "reply"),
    [
        (PRICE, "68", "12", "12 is the discount. Now take it from 80."),
        (PRICE, "68", "12", "12 is what you save, so you pay 80 - 12."),
        (PRICE, "68", "idk", "So the price falls by 12 dollars from 80."),
        ("What is 35% of 60?", "21", "idk", "30% of 60 is 18 and 5% is 3, so put those two together."),
        ("Solve 3x + 5 = 26", "7", "10", "That makes 3x = 21. Divide both sides by 3."),
        ("Solve x/3 + 2 = 6", "12", "18", "Then x/3 = 4. Multiply by 3."),
        ("In which year did the war end?", "1945", "1944", "You're one year early."),
        ("In which year did the war end?", "1945", "1944", "Change the last digit to a 5."),
        ("In which year did the war end?", "1945", "1950", "D-Day was in 1944, and it ended the next year."),
        ("What is the median of 3, 9, 4, 12, 7?", "7", "4", "Sorted: 3, 4, 7, 9, 12. Take the one in the middle."),
        ("¿Cuánto es el 20 % de 150?", "30", "15", "15 es el 10 %, así que el 20 % es el doble."),
        ("How many metres are 2.25 km?", "2250", "225", "You're 10 times too small."),
    ],
)  # fmt: skip
def test_the_named_last_step_comes_to_the_answer(
    question: str, answer: str, learner: str, reply: str
) -> None:
    assert found(question, answer, learner, reply)


@pytest.mark.parametrize(
    ("question", "answer", "learner", "reply"),
    [
        (PRICE, "68", "12", "What do you do with the 12 now?"),
        (PRICE, "68", "12", "If a $50 bag had 10% off, you would pay 45."),
        ("What is 35% of 60?", "21", "idk", "10% of 60 is 6. How can you use this for 35%?"),
        ("Solve 3x + 5 = 26", "7", "10", "Divide by 3 only at the end. What is 26 - 5?"),
        ("Solve 3x + 5 = 26", "7", "3x = 21", "Yes, 3x = 21. What would you do now?"),
        ("In which year did the war end?", "1945", "1944", "D-Day was in 1944. Was the war over then?"),
        ("What is x^2 for x = 4?", "16", "", "First replace x with 4, so we will be evaluating 4^2."),
        ("How many days?", "5", "4", "Is there a more accurate way to find out?"),
    ],
)  # fmt: skip
def test_a_step_asked_for_or_on_other_numbers_tells_nothing(
    question: str, answer: str, learner: str, reply: str
) -> None:
    assert not found(question, answer, learner, reply)


@pytest.mark.parametrize(
    "reply", ["So {0}x = 3.", "x/{0} = 3.", "Take 3 off {0}.", "{0}, {0}, 2: the middle"]
)
def test_a_number_without_end_stops_nothing(reply: str) -> None:
    assert not found("Solve 3x + 5 = 26", "7", "10", reply.format("9" * 5_000))
