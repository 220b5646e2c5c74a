"""Who is cross with the exercise or the tutor is not asked whether somebody hurts them; who is hurt still is."""

import pytest

from tutor.safety.screen import screen


@pytest.mark.parametrize(
    "text",
    [
        "i'm not dumb okay",
        "we are not babies, just stop",
        "im not that thick you know",
        "i am not an idiot i know this",
        "no soy burra eh",
        "why do you keep quizzing me just show me the answer",
        "u only ask me questions, cant u tell me stuff",
        "are you always asking so many questions",
    ],
)
def test_anger_at_the_exercise_is_no_concern(text: str) -> None:
    assert screen(text, "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "im not stupid but my dad beats me when i get it wrong",
        "i am not dumb i just want to be dead",
        "you keep asking me stuff while my stepdad hits my mum",
        "my mum says im stupid and locks me in the dark",
        "he keeps asking me for photos of my body",
    ],
)
def test_what_stands_beside_the_anger_is_still_heard(text: str) -> None:
    assert screen(text, "en") is not None
