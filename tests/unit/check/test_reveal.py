"""Authors' hints: what counts as giving the answer away."""

import pytest

from tests.unit.check.scenes import choice_item, course, number_item, short_item
from tutor.items.reveal import asks_for_it, reveals


@pytest.mark.parametrize(
    ("answer", "prompt", "text", "gives"),
    [
        ("8", "How many eighths make a whole?", "Count the parts: there are 8.", True),
        ("8", "How many parts of 1/8 make a whole?", "Look at the number under the bar.", False),
        ("5", "What is 9 − 4?", "Work out 9 − 4.", False),
        ("7", "32/56 = 4/?", "Now work out 56 ÷ 8.", False),
        ("1/2", "What is 2/4 in lowest terms?", "Divide both by 2.", False),
        ("1/2", "What is 2/4 in lowest terms?", "It is one half.", True),
        ("2", "How many sides has an angle?", "It takes 2 steps.", False),
        ("2", "What is 152 % 10?", "So write 2. Do you agree?", True),
        ("2", "What is 152 % 10?", "Just enter 2.", True),
        ("2", "What is 152 % 10?", "Write 2 numbers below each other.", False),
        ("-3", "What is 2 − 5?", "You land on −3.", True),
        ("1200", "What is 300 × 4?", "It is 1,200.", True),
        ("1.5", "What is 3 ÷ 2?", "One and a half.", True),
    ],
)
def test_hints(answer: str, prompt: str, text: str, gives: bool) -> None:
    assert reveals(text, number_item(answer, prompt)) is gives


def test_an_option_is_given_away_by_its_text() -> None:
    item = choice_item("Which gas do plants take in?", "carbon dioxide", "oxygen", "nitrogen")
    assert reveals("They take in carbon dioxide.", item)
    assert not reveals("Think about what photosynthesis needs.", item)


def test_no_early_hint_of_the_fractions_course_gives_its_answer_away() -> None:
    made = [course().item(source.id, 0) for source in course().sources.values()]
    assert [i.id for i in made for hint in i.hints[:-1] if reveals(hint, i)] == []


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("A plant cell has chloroplasts.", False),
        ("The cell is the smallest thing that lives.", True),
        ("So the answer is cell.", True),
    ],
)
def test_a_word_of_the_heading_tells_only_what_is_about_the_question(
    text: str, gives: bool
) -> None:
    item = short_item("cell", "What is the smallest unit of life called?")
    assert reveals(text, item)
    assert reveals(text, item, seen="Cells and photosynthesis") is gives
    assert reveals(text, item, seen="Photosynthesis")


def test_who_asks_what_the_answer_is_asks_for_it() -> None:
    item = short_item("cell", "What is the smallest unit of life called?")
    assert asks_for_it("what even is a cell", item)
    assert not asks_for_it("why do plant cells need walls", item)


def test_who_asks_what_one_word_of_the_answer_is_does_not_ask_for_the_answer() -> None:
    item = short_item("cell membrane", "What keeps an animal cell together?")
    assert not asks_for_it("what is a cell", item)
    assert asks_for_it("what is the cell membrane", item)
