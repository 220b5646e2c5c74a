"""Two numbers that a learner asks to have compared."""

import pytest

from tutor.curriculum.book import Book
from tutor.dialogue.grounding.compared import beside, compared
from tutor.ids import CourseId, ItemId
from tutor.settings import bundled


@pytest.mark.parametrize(
    ("text", "key", "larger"),
    [
        ("is 3/6 the same as 1/2", "compared.same", "3/6"),
        ("so 2/4 is the same as 1/2?", "compared.same", "2/4"),
        ("does 1/2 equal 0.4", "compared.not_same", "1/2"),
        ("Is 2/3 bigger than 3/5?", "compared.so", "2/3"),
        ("is 1/4 more than 1/3", "compared.not_so", "1/3"),
        ("is 50% less than 1/2", "compared.not_but_same", "50%"),
        ("whats bigger 1/3 or 1/4", "compared.which_more", "1/3"),
        ("which is smaller, 0.4 or 3/8?", "compared.which_less", "0.4"),
        ("is 1 1/2 the same as 3/2", "compared.same", "1 1/2"),
        ("is ½ bigger than ⅓", "compared.so", "1/2"),
        ("¿es 3/6 lo mismo que 1/2?", "compared.same", "3/6"),
        ("cuál es menor, 1/3 o 1/4", "compared.which_less", "1/3"),
        ("1/2 + 1/3 = 2/5 right?", "compared.not_same", "1/2 + 1/3"),
        ("is 1/4 + 1/4 = 1/2", "compared.same", "1/4 + 1/4"),
        ("so 2 * 3/4 = 6/4?", "compared.same", "2 * 3/4"),
    ],
)
def test_exact_values_decide(text: str, key: str, larger: str) -> None:
    found = compared(text)
    assert found is not None
    assert (found.key, found.larger) == (key, larger)


@pytest.mark.parametrize(
    "text",
    [
        "whats the biggest fraction",
        "3/4",
        "is it 3/4",
        "2/4 is equal to 1/2",
        "1/2 or 1/3",
        "is 5 right",
        "1/4 + 1/4 = 2/4",
        "2 + 1 = 3 so 3/12",
    ],
)
def test_everything_else_is_left_to_the_reading(text: str) -> None:
    assert compared(text) is None


def test_what_the_open_item_asks_is_not_compared_for_the_learner() -> None:
    book = Book([bundled("curricula")])
    book.refresh()
    item = book.get(CourseId("fractions")).sources[ItemId("auf-02")].make(1)
    answer = item.type.answer_text()
    assert beside("is 3/6 the same as 1/2", item) is not None
    assert beside(f"is {answer} the same as 1/2", item) is None
