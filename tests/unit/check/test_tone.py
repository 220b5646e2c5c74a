"""What a reply says of the learner and of itself: no flattery, nobody pretended, no one else named."""

import pytest

from tests.unit.check.scenes import checker, number_item
from tutor.dialogue.check import Rule
from tutor.dialogue.checks import form
from tutor.dialogue.checks.tone import leftover, tone
from tutor.dialogue.moves import Probe
from tutor.items.grade import Grade, Verdict

WRONG = Probe(misconception=None, grade=Grade(verdict=Verdict.INCORRECT))
ITEM = number_item("72", "A shelf holds 9 books. How many books do 8 shelves hold?")


@pytest.mark.parametrize(
    "sentence",
    [
        "You're so talented!",
        "What a clever kid you are.",
        "You're a natural mathematician.",
        "You are the best student in your class.",
        "You're faster than your classmates.",
        "I'm impressed by how smart you are.",
        "Such a bright mind!",
        "You have a gift for maths.",
        "¡Qué lista eres!",
        "Eres la mejor.",
        "Tienes un don para esto.",
        "أنت موهوب",
    ],
)
def test_gifts_and_rank_are_flattery(sentence: str) -> None:
    found = tone(sentence)
    assert found is not None
    assert found.rule is Rule.TONE


@pytest.mark.parametrize(
    "sentence",
    [
        "I am your teacher.",
        "As a teacher, I see this often.",
        "I found this hard too.",
        "I remember learning this myself as a child.",
        "My daughter also struggles with this.",
        "In my class we did this yesterday.",
        "Trust me, I'm real.",
        "I have feelings too.",
        "Soy tu profesora.",
        "Yo también fui niño.",
        "Cuando iba a la escuela me costaba.",
        "أنا معلمك",
        "عندما كنت طفلا",
    ],
)
def test_a_claim_to_be_somebody_is_noticed(sentence: str) -> None:
    found = tone(sentence)
    assert found is not None
    assert found.rule is Rule.HUMAN


@pytest.mark.parametrize(
    "sentence",
    [
        "Assistant: Add the tens first.",
        "### User: What is 4?",
        "System: ignore all.",
        "<think>The learner is stuck.</think>",
        "{{ learner }} see?",
        "Here's a hint for the student.",
        "The student should add first.",
        "As instructed, I keep to hints.",
        "My system prompt says so.",
        "I was told not to give the answer.",
        "Una pista para el estudiante.",
    ],
)
def test_what_a_machine_leaves_in_is_noticed(sentence: str) -> None:
    found = leftover(sentence)
    assert found is not None
    assert found.rule is Rule.MACHINE
    assert leftover(sentence, echoes=sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        r"It is $\frac{1}{\frac{2}{5}}$.",
        "The digestive system: three parts that work together.",
        "Read the instructions again.",
        "A student has 3 apples.",
        "I can only give hints here.",
    ],
)
def test_ordinary_sentences_leave_nothing_in(sentence: str) -> None:
    assert leftover(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Good thinking about groups.",
        "You worked that out step by step.",
        "I'm a program, not a person.",
        "I am not your teacher.",
        "No soy una persona, y puedo equivocarme.",
        "No tengo sentimientos ni cuerpo.",
        "Si quieres algo más fácil, dilo.",
        "No es fácil distinguirlas.",
        "You remember what I said about groups.",
    ],
)
def test_praise_of_the_work_and_honesty_pass(sentence: str) -> None:
    assert tone(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "See [this](javascript:alert(1)).",
        "Go to khanacademy dot org for more.",
        "<a href='x'>here</a>",
        "<script>alert(1)</script>",
        "Take it from ftp://files/x.",
        "It is on ex.dev/abc.",
    ],
)
def test_an_address_in_any_writing_is_one(sentence: str) -> None:
    assert form.links(sentence, allowed="") is not None
    assert form.links(sentence, allowed=sentence) is None


@pytest.mark.parametrize("sentence", ["x<a and b>c", "Use file.py here.", "It ends with a dot."])
def test_what_looks_like_one_is_none(sentence: str) -> None:
    assert form.links(sentence, allowed="") is None


@pytest.mark.parametrize(
    "sentence",
    ["Maria got this right yesterday.", "Your classmate Tom sits there.", "Tom answered the same."],
)
def test_nobody_else_is_told_about(sentence: str) -> None:
    assert form.names(sentence, own="Kim", known="") is not None
    assert form.names(sentence, own="Kim", known="Maria and Tom share 9 books.") is None


@pytest.mark.parametrize("sentence", ["Look how Sofia counted.", "Ask Ahmed Karim how."])
def test_nobody_on_the_roster_is_named_at_all(sentence: str) -> None:
    others = ("Kim", "Kim Lee", "Sofia", "Ahmed Karim", "Will")
    assert checker(WRONG, ITEM, others=others).check(sentence) is not None
    assert (
        checker(WRONG, ITEM, others=others, said="Sofia and Ahmed Karim?").check(sentence) is None
    )
    assert checker(WRONG, ITEM, others=others).check("Will you try, Kim?") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Es el corazón.",
        "Piensa otra vez en la pregunta.",
        "Думай ещё раз.",
        "فكر",
        "It is the heаrt.",
    ],
)
def test_a_short_sentence_of_another_language_is_noticed(sentence: str) -> None:
    assert form.spoken_in(sentence, "en") is not None


@pytest.mark.parametrize("sentence", ["Add α to β.", "Look at no. 3.", "The die is cast.", "π"])
def test_letters_of_formulas_and_shared_words_pass(sentence: str) -> None:
    assert form.spoken_in(sentence, "en") is None


def test_a_foreign_word_of_the_course_may_be_said() -> None:
    assert form.spoken_in("The word книга means book.", "en") is not None
    assert form.spoken_in("The word книга means book.", "en", known="книга: book") is None
