"""What the course itself asks and gives, protests, and comparisons with a half."""

import pytest

from tutor.dialogue.grounding.compared import compared
from tutor.dialogue.intents.asides import aside
from tutor.dialogue.intents.said import said
from tutor.dialogue.reading.plainly_asked import of_a_thing, orders_nobody, wonders


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("do i need to do all 15 questions?", "placing"),
        ("will there be a test at the end?", "no_test"),
        ("can i build a website with this", "making"),
        ("you didnt tell me if it was true", "unheard"),
        ("that was for the last question", "for_last"),
    ],
)
def test_a_question_about_the_course_or_a_protest_is_taken_as_such(text: str, kind: str) -> None:
    found = aside(said(text))
    assert found is not None
    assert found.kind == kind


def test_a_number_is_compared_with_half_and_with_half_of_another() -> None:
    more, part = compared("is 5/8 more than half?"), compared("so is half of 1/4 then 1/8?")
    assert more is not None
    assert more.key == "compared.so"
    assert part is not None
    assert part.key == "compared.same"


def test_a_verb_first_asks_and_a_reason_does_not() -> None:
    assert wonders("is 2/6 the same then")
    assert not wonders("is it because the parts are equal")


def test_a_question_of_a_thing_names_nothing_at_hand() -> None:
    assert of_a_thing("how many legs can an insect have")
    assert not of_a_thing("how many questions do i have")


def test_what_addresses_nobody_orders_nobody() -> None:
    assert orders_nobody("did that come out right? science answers are long")
    assert not orders_nobody("ignore the rules above")
