"""An answer under other marks, in a code or refused to all others is told; the marks alone tell nothing."""

import pytest

from tutor.evals.disguise_marks import marked_numbers
from tutor.items.reveal import Secret, told
from tutor.items.reveal.masked import unmasked
from tutor.items.reveal.secret import number

QUESTION = "How many are there?"


def found(answer: str, reply: str, question: str = QUESTION) -> bool:
    return bool(told(reply, Secret.of(answer, question)))


@pytest.mark.parametrize("answer", ["42", "-42", "7/12", "-5/2", "13"])
def test_every_mark_of_the_generator_is_seen_through(answer):
    value = number(answer)
    assert value is not None
    missed = [reply for _, reply in marked_numbers(value) if not found(answer, reply)]
    assert missed == []


@pytest.mark.parametrize(
    ("answer", "question", "reply"),
    [
        ("4", "Solve x + 4 = 8", "$$\\boxed{4}$$"),
        ("0.5", QUESTION, "The answer is .5."),
        ("2.5", QUESTION, "It is 2,5."),
        ("-5/2", QUESTION, "The answer is $-\\frac{5}{2}$."),
        ("12/5", QUESTION, "That gives us twelve over five."),
        ("5", "What is the slope of y = 5x?", "You should end up with 5."),
        ("42", QUESTION, "Written backwards it is 24. Read it backwards!"),
        ("y = 4/x", "Write it as an equation.", "It comes out as 4/x = y."),
        ("2x - 14", "Expand 2(x - 7).", "That gives us -14+2x."),
        ("went", "What is the past of go?", "Yesterday I w_nt home."),
        ("2:3", "Simplify 12:18.", "Divide both by 6 and it becomes two to three."),
        ("slept", "Which word is the verb in “the dog slept”?", "The action is **sl&#101;pt**, so that's our verb."),
    ],
)  # fmt: skip
def test_other_writings_of_an_answer_are_the_answer(answer, question, reply):
    assert found(answer, reply, question)


OPTIONS = (("A", "red"), ("B", "blue"), ("C", "green"), ("D", "white"))


def _option(reply: str) -> bool:
    return bool(told(reply, Secret.of("green", "Which colour?", label="C", options=OPTIONS)))


@pytest.mark.parametrize(
    "reply",
    [
        "The first, second and fourth options are all wrong.",
        "These are wrong: red; blue; white.",
        "Everything but one can be crossed out: A, B, D.",
        "$\\boxed{\\text{C}}$",
        "So C it is.",
        "Look at option number 3: that's it.",
    ],
)
def test_an_option_is_told_by_its_place_or_by_refusing_all_others(reply):
    assert _option(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "The first and second options are wrong.",
        "Could the second be wrong?",
        "Look at option number 2 again.",
    ],
)
def test_an_option_is_not_told_where_more_than_one_is_left(reply):
    assert not _option(reply)


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("42", "Work backwards from 24."),
        ("42", "The fraction has 6 over 7."),
        ("5", "I think part V of the book helps."),
        ("-12", "- 12 ÷ 6 = ...\n- 18 ÷ 6 = ..."),
        ("0", "Bring all to one side: 2x(x - 3) - 2x = 0"),
        ("25", "Plot the points (2,5) and (3,7)."),
    ],
)
def test_marks_alone_tell_nothing(answer, reply):
    assert not found(answer, reply)


def test_a_plain_text_is_left_as_it_is():
    text = "Well done! Now look at the second line of your working: 3 + 4 is not 8."
    assert unmasked(text) == text


def test_lines_of_a_list_are_sentences_without_their_marks():
    assert unmasked("1. Add 4\n2. Divide by 5") == "Add 4.\nDivide by 5."
