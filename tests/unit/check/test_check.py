"""What a draft may not say while an item is open, and what it may."""

import time

import pytest

from tests.unit.check.scenes import checker, choice_item, number_item
from tutor.dialogue.check import Rule
from tutor.dialogue.checks.grounds import announces
from tutor.dialogue.moves import Explain, Feedback, Hint, Probe, Tell
from tutor.ids import CourseId, DocumentId, PassageId
from tutor.items.grade import Grade, Verdict
from tutor.retrieval.passage import Passage

WRONG = Probe(misconception=None, grade=Grade(verdict=Verdict.INCORRECT))
RIGHT = Feedback(grade=Grade(verdict=Verdict.CORRECT))
ITEM = number_item("72", "A shelf holds 9 books. How many books do 8 shelves hold?")
QUARTERS = number_item("3/4", "What part of the hour is 45 minutes?")


@pytest.mark.parametrize(
    "sentence",
    [
        "The answer is 72.",
        "So that makes seventy-two.",
        "It is double of 36.",
        "Now just work out 70 + 2.",
        "It comes to 7 2.",
        "You get $\\boxed{72}$.",
        "It is **72**.",
        "La respuesta es setenta y dos.",
        "الجواب هو ٧٢",
        "It equals 144/2.",
        "That is 72.0 books.",
        "I think it's 72, can you see why?",
    ],
)
def test_a_number_is_not_told_in_any_form(sentence: str) -> None:
    objection = checker(WRONG, ITEM).check(sentence)
    assert objection is not None
    assert objection.rule is Rule.LEAK


@pytest.mark.parametrize(
    "sentence",
    ["It is three quarters.", "You get 0.75.", "It's 75 %.", "So $\\frac{3}{4}$ of it.", "6/8"],
)
def test_a_fraction_is_not_told_in_any_form(sentence: str) -> None:
    objection = checker(WRONG, QUARTERS).check(sentence)
    assert objection is not None
    assert objection.rule is Rule.LEAK


@pytest.mark.parametrize(
    "sentence",
    [
        "Each shelf holds 9 books: what happens with 8 of them?",
        "What operation puts equal groups together?",
        "How many books are on 2 shelves?",
    ],
)
def test_the_numbers_of_the_question_may_be_said(sentence: str) -> None:
    assert checker(WRONG, ITEM).check(sentence) is None


def test_an_option_is_not_told_by_letter_text_or_elimination() -> None:
    item = choice_item("Which organ pumps blood?", "heart", "lung", "liver", "kidney")
    right = next(o.label for o in item.type.shown().options if o.text == "heart")
    others = [o.label for o in item.type.shown().options if o.text != "heart"]
    for sentence in (
        f"The answer is {right}.",
        f"Choose ({right.lower()}).",
        "It is the heart.",
        f"It's not {others[0]}, {others[1]} or {others[2]}.",
        "It is neither the lung, the liver nor the kidney.",
    ):
        objection = checker(WRONG, item).check(sentence)
        assert objection is not None, sentence
        assert objection.rule is Rule.LEAK
    assert checker(WRONG, item).check(f"Why do you think it is not {others[0]}?") is None


def test_an_answer_told_across_two_sentences_is_noticed() -> None:
    item = choice_item("Which organ pumps blood?", "heart", "lung", "liver")
    others = [o.label for o in item.type.shown().options if o.text != "heart"]
    check = checker(WRONG, item)
    assert check.check(f"It is not {others[0]}.") is None
    objection = check.check(f"It is not {others[1]}.")
    assert objection is not None
    assert objection.rule is Rule.LEAK


def test_moves_that_may_tell_are_let_tell() -> None:
    for move in (Tell(lost=False), RIGHT, Hint(level=3, bottom_out=True)):
        assert checker(move, ITEM, plain="9 × 8 = 72").check("9 × 8 = 72 books.") is None
    hint = Hint(level=1, bottom_out=False)
    assert checker(hint, ITEM).check("9 × 8 = 72 books.") is not None


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Correct!", Rule.POLARITY),
        ("That's exactly right.", Rule.POLARITY),
        ("¡Muy bien!", Rule.POLARITY),
        ("You are a genius.", Rule.TONE),
        ("This is easy.", Rule.TONE),
        ("As a human teacher I know this.", Rule.HUMAN),
        ("See https://example.com for more.", Rule.LINK),
        ("Good try, Maria!", Rule.NAME),
        ("Das ist nicht ganz richtig und du kannst es noch einmal versuchen.", Rule.LANGUAGE),
        ("What is 9? And what is 8?", Rule.QUESTIONS),
        ("3 × 4 = 13.", Rule.FALSE),
        ("Each box weighs 350 grams.", Rule.UNSUPPORTED),
    ],
)
def test_each_rule_objects(sentence: str, rule: Rule) -> None:
    objection = checker(WRONG, ITEM).check(sentence)
    assert objection is not None
    assert objection.rule is rule


@pytest.mark.parametrize(
    "sentence",
    [
        "Not quite yet, Kim.",
        "You are right that each shelf holds 9 books.",
        "Good thinking about groups.",
        "Imagine 30 sweets in bags of 5.",
        "It is easy to mix up adding and multiplying.",
        "2 × 9 = 18, so two shelves are done.",
    ],
)
def test_good_sentences_pass(sentence: str) -> None:
    assert checker(WRONG, ITEM).check(sentence) is None


def test_a_right_response_is_not_called_wrong() -> None:
    objection = checker(RIGHT, ITEM).check("Not quite, try again.")
    assert objection is not None
    assert objection.rule is Rule.POLARITY


def test_a_quiz_says_neither() -> None:
    noted = Feedback(grade=Grade(verdict=Verdict.CORRECT), recorded_only=True)
    assert checker(noted, ITEM).check("Correct!") is not None
    assert checker(noted, ITEM).check("Noted, on we go.") is None


def test_length_and_questions_add_up_over_the_draft() -> None:
    check = checker(WRONG, ITEM)
    assert check.check("What do you see?") is None
    objection = check.check("What else?")
    assert objection is not None
    assert objection.rule is Rule.QUESTIONS
    long = checker(WRONG, ITEM)
    verdicts = [
        long.check("We look at the shelves one by one and count the books.") for _ in range(9)
    ]
    assert verdicts[0] is None
    assert any(o is not None and o.rule is Rule.LENGTH for o in verdicts)


def test_an_empty_draft_is_refused_at_the_end() -> None:
    objection = checker(WRONG, ITEM).finish()
    assert objection is not None
    assert objection.rule is Rule.EMPTY


def test_an_explanation_stands_on_its_passage() -> None:
    passage = Passage(
        id=PassageId("p"), course=CourseId("c"), document=DocumentId("d"), title="Cells",
        heading_path=("Cells",), start=0, end=80,
        text="A mitochondrion is the part of a cell that releases energy from sugar.",
    )  # fmt: skip
    move = Explain(question="what is a mitochondrion", skill=None, back_to_item=False)
    grounded = "A mitochondrion is the part of a cell that releases energy [1]."
    assert checker(move, None, passages=(passage,)).check(grounded) is None
    for sentence in (
        "A mitochondrion is a kind of bacterium that lives in soil.",
        "A mitochondrion is the part of a cell that stores water [1].",
        "A mitochondrion is the part of a cell that releases energy [2].",
    ):
        objection = checker(move, None, passages=(passage,)).check(sentence)
        assert objection is not None
        assert objection.rule is Rule.UNSUPPORTED


def test_checking_a_sentence_is_fast() -> None:
    sentences = [
        "Each shelf holds 9 books: what happens with 8 of them?",
        "You are right that each shelf holds 9 books.",
        "Let us look at two shelves first: 2 × 9 = 18.",
        "Good thinking about groups.",
    ]
    took = []
    for turn in range(50):
        check = checker(WRONG, ITEM)
        for sentence in sentences:
            started = time.process_time()
            check.check(f"{sentence} {'x' * (turn % 7)}")
            took.append(time.process_time() - started)
    assert sorted(took)[int(0.95 * len(took))] < 0.004


# ── an answer to nothing ──


@pytest.mark.parametrize("said", ["The answer is 42.", "So write 42.", "La respuesta es 42."])
def test_an_answer_is_not_announced_where_nothing_is_open(said: str) -> None:
    assert announces(said, (), "en") is not None


@pytest.mark.parametrize(
    "said", ["The bottom number stays.", "Read your answer once more.", "Write it as a fraction."]
)
def test_other_sentences_announce_nothing(said: str) -> None:
    assert announces(said, (), "en") is None
