"""Messages of children in Arabic, standard and dialects; and what must stay a response."""

from pathlib import Path

import pytest

from tests.support import Talk
from tutor.dialogue.intents.arabic import asked, beside
from tutor.dialogue.intents.kinds import Intent
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
     "ما هو الكسر؟", "idk", "3/4", "السؤال عن الخلية صعب لأن فيها أجزاء كثيرة"],
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
