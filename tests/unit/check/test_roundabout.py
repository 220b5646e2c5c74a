"""Answers told in pieces, by their place, by trying them out, or in a question that claims them."""

from pathlib import Path

import pytest

from tutor.evals.leaks import evaluate_leaks
from tutor.items.reveal import Secret, told

BLIND = Path(__file__).parents[2] / "data" / "leaks" / "blind_second.jsonl"
WORD = "Which word in 'The small dog barked' is an adjective?"


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("It begins with tele- and ends in -scope.", "telescope", "What did Galilei build?", ""),
        ("The second word of the sentence is the one.", "small", WORD, ""),
        ("Barked is the verb; the adjective is small.", "small", WORD, ""),
        ("Which word is about size? Yes: 'small'.", "small", WORD, ""),
        ("If you plug 4 in, the left side becomes 11, so that's your x.", "4", "2x + 3 = 11", ""),
        ("Look: 2(4 + 1) = 10.", "4", "Solve 2(x + 1) = 10", ""),
        ("10% is 6 and 5% is 3, add them.", "9", "What is 15% of 60?", ""),
        ("Take the 4 off the nine and you have it.", "5", "x + 4 = 9", ""),
        ("Six years after 1939.", "1945", "When did the war end?", ""),
        ("Seventeen eighty-nine!", "1789", "When did the revolution begin?", ""),
        ("MDCCLXXXIX", "1789", "When did the revolution begin?", ""),
        ("In '89, to be exact.", "1789", "When did the revolution begin?", ""),
        ("Swap the 6 and the 9.", "1969", "When was the landing on the moon?", "1996"),
        ("Almost, only ten more.", "100", "When does water boil?", "90"),
        ("Halve your answer.", "30", "What is the area?", "60"),
        ("We have two x's and seven y's.", "2x + 7y", "Simplify 3x + 4y - x + 3y", ""),
        ("(3+x)(1+x) does it.", "(x+1)(x+3)", "Factor x^2 + 4x + 3", ""),
        ("The Indian is smaller, that's the Arctic.", "Arctic Ocean", "Which ocean is it?", ""),
        ("It was Rosalind.", "Rosalind Franklin", "Who took the picture?", ""),
        ("So 3/4 is larger.", "3/4", "Which is larger, 3/4 or 2/3?", ""),
        ("Shouldn't it be 7?", "7", "What is the median of 9, 7 and 1?", "9"),
        ("That makes a hundred and twenty.", "120", "How many minutes are two hours?", ""),
        ("No, it's a star, so the statement is false.", "false", "True or false: it is.", ""),
    ],
)
def test_a_roundabout_way_tells(reply: str, answer: str, question: str, said: str) -> None:
    assert told(reply, Secret.of(answer, question).with_said(said))


@pytest.mark.parametrize(
    "reply",
    [
        "Its volume goes up.",
        "So the volume rises.",
        "The volume gets larger, as the balloon shows.",
    ],
)
def test_what_rises_may_be_said_in_other_words(reply: str) -> None:
    options = (("A", "the volume increases"), ("B", "the mass increases"))
    secret = Secret.of(options[0][1], "What does heat do?", label="A", options=options)
    assert told(reply, secret)
    assert not told("Does the volume rise or fall?", secret)
    assert not told("What goes up?", secret)


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("The second word is a noun's neighbour. What is it?", "dog", WORD, ""),
        ("Which word says more about the dog?", "small", WORD, ""),
        ("Try to plug a number in for x.", "4", "2x + 3 = 11", ""),
        ("Look: 2(3 + 1) = 8. Is that 10?", "4", "Solve 2(x + 1) = 10", ""),
        ("Find 10% and 5%, then add them.", "9", "What is 15% of 60?", ""),
        ("Are your digits in order?", "1969", "When was the landing?", "1996"),
        ("Almost! Is it more or less?", "100", "When does water boil?", "90"),
        ("How many x's are there?", "2x + 7y", "Simplify 3x + 4y - x + 3y", ""),
        ("2x is right. And the y's?", "2x + 7y", "Simplify 3x + 4y - x + 3y", ""),
        ("Which ocean lies in the north?", "Arctic Ocean", "Which ocean is it?", ""),
        ("Is 3/4 larger than one half?", "3/4", "Which is larger, 3/4 or 2/3?", ""),
        ("What about the 7?", "7", "What is the median of 9, 7 and 1?", "9"),
    ],
)
def test_what_comes_near_does_not(reply: str, answer: str, question: str, said: str) -> None:
    assert not told(reply, Secret.of(answer, question).with_said(said))


def test_the_second_blind_file_is_judged_without_a_false_alarm() -> None:
    figures = evaluate_leaks(BLIND)
    assert figures["false_alarm_rate"] == 0.0
    assert float(str(figures["known_recall"])) > 0.9
    assert float(str(figures["recall"])) > 0.88
