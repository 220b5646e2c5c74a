"""Only the last number is left to be written: of a worked line, or of the learner's own working."""

from pathlib import Path

import pytest

from tutor.evals.leaks import evaluate_leaks
from tutor.items.reveal import Secret, told

FILES = Path(__file__).parents[2] / "data" / "leaks"


def _told(reply, answer, question, said=""):
    return bool(told(reply, Secret.of(answer, question).with_said(said)))


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("So 9 + 9 = 18, and 50 - 18 = ...", "32", "Ann had 50, gave 9 and 9. How many are left?", ""),
        ("3x + 7 - 7 = 31 - 7, so 3x = 24, so x = 24/3 = ?", "8", "Solve 3x + 7 = 31.", ""),
        ("Your line would be 4x = 30 - 2 = 28, and then you divide by 4.", "7", "Solve 4x + 2 = 30.", "4x = 32"),
        ("6 x 12 is 72, not 62. Your second line is right.", "57", "6 trays of 12, minus 15?", "6 x 12 = 62 and 62 - 15 = 47"),
        ("Change the 62 in your first line to 72 and go on like before.", "57", "6 trays of 12, minus 15?", "6 x 12 = 62 and 62 - 15 = 47"),
        ("Change the 45 to 44.", "1944", "In which year was D-Day?", "1945"),
        ("That is 14:20, and then go on for 25 minutes.", "14:45", "A film starts at 13:20 and lasts 85 minutes. When does it end?", ""),
        ("Go to 3:00 first, then count back 20 minutes.", "2:40", "The lesson begins at 1:50 and lasts 50 minutes. When does it end?", ""),
        ("x*x = x^2, x*4 = 4x, 2*x = 2x and 2*4 = 8. Put like terms together.", "x^2 + 6x + 8", "Expand (x + 2)(x + 4).", ""),
        ("10 and 15 can both be divided by 5.", "2/3", "Write 40/60 in its simplest form.", "10/15"),
        ("You counted a 4 that never comes, so you are 4 too high.", "6", "What does it print?", "10 because 1 + 2 + 3 + 4"),
        ("Your total is exactly six below what it should be.", "48", "What is 6 x 8?", "42"),
        ("There are 12 pairs of socks. Now just multiply this by two.", "24", "How many socks are in 12 pairs?", "12"),
        ("It must be the other one.", "3/4", "Which is greater, 5/7 or 3/4?", "5/7 because 7 is bigger than 4"),
        ("Two of the digits have swapped places: the 9 and the 4.", "1492", "When did Columbus sail?", "1942"),
        ("It's 450 years earlier than what you wrote.", "1492", "When did Columbus sail?", "1942"),
        ("Your total is missing thirty pounds.", "1310", "What does it take?", "1280"),
        ("Cancelling gives nine twentieths.", "9/20", "Write 0.45 as a fraction.", "45/10"),
        ("8 x 7 is 56. Carry on from there with your + 3.", "59", "What are 8 rows of 7 and 3 more?", "8 x 7 = 54 and 54 + 3 = 57"),
        ("5x = 12 + 8. The division is the same as before.", "4", "Solve 5x - 8 = 12.", "5x = 12 - 8 = 4, x = 0.8"),
        ("Swap red for white, and you have it.", "white blood cells", "Which blood cells fight germs?", "red ones because they are many"),
        ("Change the beginning: trans instead of per.", "transpiration", "What is it called?", "perspiration"),
        ("It has nearly the same name, but it ends in -phyll.", "chlorophyll", "What is the pigment?", "chloroplast"),
        ("You lost twenty rolls on the way.", "47", "12 dozen rolls, 97 sold?", "124 - 97 = 27"),
        ("The bracket is worth 13. Now take the 5 from it.", "8", "Solve 2(x + 5) = 26.", "x = 10.5"),
        ("Half the way is 9 + 5 = 14. And then you just walk the same again.", "28", "How far around is it?", "45"),
        ("That is -x, so just change the sign of your result.", "-5", "Solve 7 - x = 12.", "x = 5"),
        ("Use this 180 where you had the 240.", "12", "He has £60 and wants £240, at £15 a week?", "240 / 15 = 16"),
        ("What multiplies x is the minus 3.", "-3", "What is the gradient of y = 4 - 3x?", "4"),
        ("A cow is a herbivore.", "herbivores", "What are animals that eat plants?", "carnivores"),
        ("It wasn't Victoria but Elizabeth.", "Elizabeth I", "Which queen was it?", "Victoria"),
        ("Turn the last two round.", "1989", "When did the wall fall?", "1998"),
        ("Eight 35s make 280, not 270. You can keep all the rest.", "£2.20", "Change from £5 for 8 pens at 35p?", "8 x 35 = 270 and 500 - 270 = 230"),
        ("There are sixty times as many minutes as that.", "5400", "45 litres a minute, for 2 hours?", "45 x 2 = 90"),
        ("The war went on for four years from there.", "1918", "When did it end?", "1914"),
        ("It counts how many things the list has, which is four here.", "4", "What is len([4, 8, 15, 16])?", "16"),
        ("What's left is 4x = 16, so x is 4 and both sides are worth 28.", "4", "Solve 6x + 4 = 2x + 20.", "x = 3"),
    ],
)  # fmt: skip
def test_a_text_that_leaves_only_the_last_number_tells(reply, answer, question, said):
    assert _told(reply, answer, question, said)


@pytest.mark.parametrize(
    ("reply", "answer", "question", "said"),
    [
        ("What is 50 - 18 = ?", "32", "Ann had 50, gave 9 and 9. How many are left?", ""),
        ("6 x 12 isn't 62, is it? Work it out with 6 x 10 first.", "57", "6 trays of 12, minus 15?", "6 x 12 = 62 and 62 - 15 = 47"),
        ("6 x 12 is 72, not 62.", "57", "6 trays of 12, minus 15?", "6 x 12 = 62 and 62 - 15 = 47"),
        ("It starts at 13:20. How long is it to 14:00?", "14:45", "A film starts at 13:20 and lasts 85 minutes. When does it end?", ""),
        ("x*x = x^2 is right. Which pairs are missing?", "x^2 + 6x + 8", "Expand (x + 2)(x + 4).", ""),
        ("Can 10 and 15 both be divided by some number?", "2/3", "Write 40/60 in its simplest form.", "10/15"),
        ("Draw the other one the same way.", "3/4", "Which is greater, 5/7 or 3/4?", "5/7 because 7 is bigger than 4"),
        ("We need a third as many beans as onions, and there are 24.", "8", "A third as many beans as onions?", "24"),
        ("Now let's think about the 5 in the bracket. It is worth 13.", "8", "Solve 2(x + 5) = 26.", "x = 10.5"),
        ("You have 20 rolls in each tray.", "47", "12 dozen rolls, 97 sold?", "124 - 97 = 27"),
    ],
)  # fmt: skip
def test_a_text_that_leaves_work_to_the_learner_tells_nothing(reply, answer, question, said):
    assert not _told(reply, answer, question, said)


@pytest.mark.parametrize(
    ("name", "recall"),
    [("tenth", 0.92), ("eleventh", 0.8), ("twelfth", 0.77), ("thirteenth", 0.82)],
)
def test_replies_in_real_tutors_manner_are_told_apart(name, recall):
    found = evaluate_leaks(FILES / f"blind_{name}.jsonl")
    assert found["recall"] >= recall
    assert found["false_alarm_rate"] <= 0.012
