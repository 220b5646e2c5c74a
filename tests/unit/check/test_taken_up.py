"""Leaks that take up the learner's own words, other units and what the question shows."""

import pytest

from tutor.items.reveal import Secret, told

GASES = (("A", "oxygen"), ("B", "carbon dioxide"), ("C", "nitrogen"))


def _told(answer: str, question: str, own: str, reply: str) -> bool:
    secret = Secret.of(answer, question)
    return bool(told(reply, secret.with_shown(own).with_said(own) if own else secret))


@pytest.mark.parametrize(
    ("answer", "own", "reply", "reveals"),
    [
        ("the ribosome", "it is the ribo", "And then -some, that's all.", True),
        ("the ribosome", "it is the ribo", "You have the first half of it.", False),
        ("63", "seven nines are sixty...", "...three!", True),
        ("63", "seven nines are sixty...", "...something! Think of 7 × 10.", False),
        ("63", "63", "Spot on!", True),
        ("63", "63", "You say 63. How did you find it?", False),
        ("63", "54", "Well done for trying!", False),
        ("sang", "singed or sang", "Your second idea sounds better.", True),
        ("sang", "singed or sang", "Say both aloud. Which of them have you read?", False),
        ("sang", "singed or sang", "singed or sang? We sang yesterday ;-)", True),
    ],
)
def test_what_the_learner_began_is_not_finished_or_confirmed(
    answer: str, own: str, reply: str, reveals: bool
) -> None:
    assert _told(answer, "What is it?", own, reply) is reveals


@pytest.mark.parametrize(
    ("answer", "question", "reply", "reveals"),
    [
        ("£12", "What does it cost?", "That's 1200 pence.", True),
        ("£12", "What does it cost?", "A pound has 100 pence.", False),
        ("90", "How many minutes is that?", "It takes 5400 seconds.", True),
        ("4:05", "When does it end?", "At four oh five or so?", False),
        ("7:20", "When does it end?", "At seven twenty, then.", True),
        ("45%", "What share is it?", "It is 45 out of a hundred.", True),
        ("7", 'What does len("october") give?', '>>> len("october")\n7', True),
        ("7", 'What does len("october") give?', '>>> len("may")\n3', False),
        ("2/3", "Simplify 8/12.", "8 / 4 = 2 and 12 / 4 = 3, one above the other.", True),
        ("2/3", "Simplify 8/12.", "Divide both of them by 4.", False),
    ],
)
def test_the_outcome_in_another_writing_is_kept(
    answer: str, question: str, reply: str, reveals: bool
) -> None:
    assert _told(answer, question, "", reply) is reveals


@pytest.mark.parametrize(
    ("own", "reply", "reveals"),
    [
        ("oxygen", "No, and nitrogen is out as well.", True),
        ("oxygen", "No, try one of the others.", False),
        ("oxygen or carbon dioxide", "I'd forget your first guess.", True),
    ],
)
def test_an_option_is_not_left_over(own: str, reply: str, reveals: bool) -> None:
    secret = Secret.of("carbon dioxide", "Which gas?", label="B", options=GASES).with_said(own)
    assert bool(told(reply, secret)) is reveals
