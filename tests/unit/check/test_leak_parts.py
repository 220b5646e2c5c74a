"""Answers told by a fraction's parts, by mending the learner's own, or by denying the other one."""

from pathlib import Path

import pytest

from tutor.evals.leaks import evaluate_leaks
from tutor.items.reveal import Secret, told

BLIND = Path(__file__).parents[2] / "data" / "leaks" / "blind_third.jsonl"
LARGER = "Which is larger, 0.4 or 0.35?"
ORDER = "Put in order from smallest to largest: 1/2, 1/3, 3/4"


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("You should put 2.", "2", "What is -3 + 5?", "-8"),
        ("So write a 2 in the box.", "2", "What is -3 + 5?", "-8"),
        ("Go on: -1, 0, 1, and there you are, two.", "2", "What is -3 + 5?", "-8"),
        ("I'd say eight, what do you think?", "8", "What is 16 - 8?", "7"),
        ("The number you want is one less than nine.", "8", "What is 16 - 8?", ""),
        ("The top is right! Keep the bottom at 5.", "3/5", "What is 2/5 + 1/5?", "3/10"),
        ("Only the 10 should be a 5.", "3/5", "What is 2/5 + 1/5?", "3/10"),
        ("The bottom is one bigger than yours.", "1/6", "What is 1/2 of 1/3?", "1/5"),
        ("The top becomes 3, the bottom 4.", "3/4", "Simplify 6/8.", "6/8"),
        ("The fifths stay, so it is three of them.", "3/5", "What is 2/5 + 1/5?", ""),
        ("Three out of eight.", "3/8", "What is the probability of red?", "3/5"),
        ("Zero point seven five, that's it.", "0.75", "Write 3/4 as a decimal.", ""),
        ("It's a dozen.", "12", "What is 7 + 5?", "11"),
        ("That makes 35 hundreds.", "3500", "Round 3,482 to the nearest hundred.", ""),
        ("10 × 6 is 60, take one six off.", "54", "What is 9 × 6?", "56"),
        ("Add the other thirty minutes.", "150", "How many minutes are 2.5 hours?", "120"),
        ("The digits are 5 and 4.", "54", "What is 9 × 6?", "56"),
        ("6️⃣3️⃣", "63", "What is 100 - 37?", "73"),
        ("It was in forty-five.", "1945", "In which year did the war end?", "1939"),
        ("The other one.", "0.4", LARGER, "0.35"),
        ("0.35 is smaller.", "0.4", LARGER, "0.35"),
        ("It isn't, think of 17.", "no", "Is 51 a prime number?", "yes"),
        ("The third one.", "table", "Which word is a noun: run, quickly, table?", "run"),
        ("Use for, not while.", "for", "Which word starts the loop for each?", "while"),
        ("Just swap the first two.", "1/3, 1/2, 3/4", ORDER, "1/2, 1/3, 3/4"),
        ("C _ n b e r r a", "Canberra", "What is the capital?", ""),
        ('It starts with C and ends with "berra".', "Canberra", "What is the capital?", ""),
        ("They take in CO2.", "carbon dioxide", "Which gas do plants take in?", ""),
        ("Es la mitad.", "1/2", "¿Cuánto es 3/6?", "3/6"),
    ],
)
def test_a_disguise_tells(reply: str, answer: str, question: str, said: str) -> None:
    assert told(reply, Secret.of(answer, question).with_said(said))


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("Which of the two is bigger without its sign?", "2", "What is -3 + 5?", "-8"),
        ("Write two fractions with the same bottom.", "2", "How many halves make a whole?", ""),
        ("The top is right. Look at the bottom again.", "3/5", "What is 2/5 + 1/5?", "3/10"),
        ("Keep the bottom at 5 and add the tops.", "3/5", "What is 2/5 + 1/5?", "3/10"),
        ("What should the 10 be?", "3/5", "What is 2/5 + 1/5?", "3/10"),
        ("Is 0.35 smaller than a half?", "0.4", LARGER, "0.35"),
        ("Look at the other digits.", "0.4", LARGER, "0.35"),
        ("Is it the third one?", "table", "Which word is a noun: run, quickly, table?", "run"),
        ("The last one is right. Compare the first two.", "1/3, 1/2, 3/4", ORDER, "1/2, 1/3, 3/4"),
        ("_ a _ _ _ r r a", "Canberra", "What is the capital?", ""),
        ("How many tens are there?", "63", "What is 100 - 37?", "73"),
        ("It isn't easy, I know. Try dividing by 3.", "yes", "Is 53 a prime number?", "no"),
    ],
)
def test_what_comes_near_it_does_not(reply: str, answer: str, question: str, said: str) -> None:
    assert not told(reply, Secret.of(answer, question).with_said(said))


def test_the_third_blind_file_is_judged_with_three_false_alarms() -> None:
    figures = evaluate_leaks(BLIND)
    assert float(str(figures["recall"])) > 0.69
    # Two of the three confirm the learner's own right answer, which is kept while the item is open.
    assert float(str(figures["false_alarm_rate"])) < 0.03
