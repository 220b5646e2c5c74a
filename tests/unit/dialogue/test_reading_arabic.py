"""Messages of children in Arabic, standard and dialects; and what must stay a response."""

from pathlib import Path

import pytest

from tests.support import Talk
from tutor.dialogue.intents.arabic import asked, beside
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.matter import in_english
from tutor.evals.intents import evaluate
from tutor.ids import CourseId
from tutor.settings import bundled

DATA = Path(__file__).parents[2] / "data" / "arabic"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("ليش؟", Intent.EXPLAIN), ("طب ليه كده", Intent.EXPLAIN), ("مو فاهمة السؤال", Intent.STUCK),
     ("والله مدري", Intent.DONT_KNOW), ("لو سمحت يا أستاذ تلميح", Intent.HINT),
     ("سهـــل كتيييير", Intent.TOO_EASY), ("عطني الجواب وخلاص", Intent.ANSWER_REQUEST)],
)  # fmt: skip
def test_a_request_is_known_in_the_standard_language_and_dialects(text, intent):
    assert asked(text, item_open=True) is intent


@pytest.mark.parametrize(
    "text",
    ["٣/٥", "ثلاثة أخماس", "الجواب هو ٣/٥", "هو خمسة", "لا أعرف، ربما ٣/٥", "الخلية النباتية",
     "idk", "3/4", "السؤال عن الخلية صعب لأن فيها أجزاء كثيرة"],
)  # fmt: skip
def test_what_may_be_an_answer_or_a_question_is_no_request(text):
    assert asked(text, item_open=True) is None
    assert beside(text) is None


@pytest.mark.parametrize(("file", "least"), [("first", 1.0), ("second", 0.96), ("third", 0.98)])
def test_what_was_once_understood_stays_understood(file, least):
    found = evaluate(DATA / f"{file}.jsonl", half="all")
    assert float(str(found["accuracy"])) >= least


@pytest.mark.parametrize("why", ["ليش", "ليه؟", "porque?", "y porqué"])
async def test_a_bare_why_after_a_wrong_try_gets_the_next_hint(why):
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    await talk.say("/start")
    await talk.open_on("ep-01")
    await talk.say("1/9")
    assert (await talk.say(why)).move == "hint"


@pytest.mark.parametrize(
    "text", ["ما هو الكسر؟", "ليش نضرب المقام كمان", "كيف نجمع الكسور", "المقام يعني ايه"]
)
def test_what_asks_about_the_matter_is_a_question(text):
    assert asked(text, item_open=True) is Intent.QUESTION


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("mish fahem", Intent.STUCK),
        ("3ayez masal", Intent.EXAMPLE),
        ("ma b3rf", Intent.DONT_KNOW),
        ("sa3edni plz", Intent.HINT),
        ("shu el jawab", Intent.ANSWER_REQUEST),
        ("sahl awi", Intent.TOO_EASY),
        ("shukran", Intent.THANKS),
    ],
)
def test_arabic_in_latin_letters_is_read_by_the_same_phrases(text, intent):
    assert asked(text, item_open=True) is intent


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("qué es un denominador", "what is denominator"),
        ("ما هو المقام", "what is denominator"),
        ("شو يعني الخلية", "what is cell"),
        ("quiero sumar fracciones", "add fractions"),
        ("عايز جمع كسور", "add fractions"),
        ("me gusta el fútbol", ""),
    ],
)
def test_the_words_of_the_matter_are_known_in_english(text, english):
    assert in_english(text) == english
