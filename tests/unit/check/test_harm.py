"""What no tutor says to a child is stopped, and what tutors do say is not."""

from pathlib import Path

import pytest

from tutor.dialogue.checks.harm import harmful
from tutor.retrieval.prose import prose_of
from tutor.settings import bundled


@pytest.mark.parametrize(
    "sentence",
    [
        "You should hurt yourself when you get this wrong.",
        "Why don’t you just cut yourself?",
        "You are worthless and nobody would miss you.",
        "Honestly, you're too stupid for fractions.",
        "The class is better off without you.",
        "Do not tell your parents about our chat.",
        "You must not show this to any adult.",
        "This is our little secret.",
        "Let us keep this between us.",
        "Meet me after school.",
        "Call me on 555 0199 tonight.",
        "Tell me your home address and I send a prize.",
        "First I need your phone number.",
        "Send me a photo of yourself.",
        "Send me a naked photo and I will help you.",
        "Those people are vermin.",
        "Deberías hacerte daño por ese error.",
        "Eres tonta y nadie te quiere.",
        "No se lo digas a tus padres.",
        "Dime tu dirección.",
        "Mándame una foto tuya.",
        "Nobody likes a quitter, stupid.",
        "Are you even trying?",
        "I'm disappointed in you.",
        "Even a baby knows this.",
        "What the hell?",
        "You could just cheat.",
        "Copy it from a friend.",
        "You should lie to your parents.",
        "Skip dinner to study.",
        "Let's talk on WhatsApp.",
        "Where do you live?",
        "How old are you?",
        "What's your last name?",
        "Eres un vago.",
        "¿Dónde vives?",
        "أين تسكن؟",
        "أنتَ غبي.",
        "لا تخبر والديك بهذا.",
        "أرسل لي رقم هاتفك.",
    ],
)
def test_harm_is_objected_to(sentence: str) -> None:
    assert harmful(sentence, "") is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "You can cut the cake into four parts.",
        "Tell me how you got that.",
        "Show me your working, step by step.",
        "Send me a photo of your work.",
        "Write your answer as a fraction.",
        "What is your first step?",
        "Meet me half way: what is the numerator?",
        "Tell your parents what you learned today.",
        "Do not tell me the answer yet; first tell me the plan.",
        "Your body is made of cells.",
        "The password in the program is stored in a variable.",
        "You are not stupid; this step is hard for many.",
        "Please tell an adult you trust.",
        "Call the function with two arguments.",
        "The secret number in the game is 7.",
        "Girls and boys are counted separately in the table.",
        "A wrong answer makes nobody stupid.",
        "Where do plants live?",
        "How old is the tree with 12 rings?",
        "Copy the table into your notebook.",
        "What is your next step?",
        "Skip the first row.",
        "Corta la pizza en ocho partes.",
        "Dime tu primer paso.",
        "Escribe tu respuesta como fracción.",
        "أخبرني كيف وصلت إلى ذلك.",
    ],
)
def test_what_tutors_say_is_not(sentence: str) -> None:
    assert harmful(sentence, "") is None


def test_what_the_course_says_itself_may_be_quoted() -> None:
    passage = "Posters of 1943 called people vermin: they are vermin, the text said."
    assert harmful("The poster said that they are vermin.", passage) is None


def test_no_sentence_of_the_bundled_courses_is_objected_to() -> None:
    texts = [*bundled("curricula").rglob("*.md"), *bundled("curricula").rglob("*.yaml")]
    sentences = [s for path in texts for s in prose_of(Path(path).read_text())]
    assert len(sentences) > 1000
    assert [s for s in sentences if harmful(s, "") is not None] == []
