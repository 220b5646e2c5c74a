"""What plain rules take a message to be that is no command, no right answer and no bare request. Pure."""

from tutor.dialogue.heard import Heard, Reading
from tutor.dialogue.intents.asides import GENERAL
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.phrases import BESIDE, GUESS, LIKENED, ONESELF, QUESTION, STRONG
from tutor.dialogue.session import Waiting
from tutor.items.grade import Grade, Verdict

MAX_WORDS_TOPIC = 5


def ruled(heard: Heard) -> Reading:
    """The reading by rules."""
    if heard.wanted and not heard.exact:
        return Reading(intent=Intent.PRACTICE, text=heard.body, about=heard.wanted)
    if heard.grade is None:
        return _without_item(heard)
    return _beside_item(heard, heard.grade)


def _beside_item(heard: Heard, grade: Grade) -> Reading:
    """A message while an item is open."""
    body, spoken, about = heard.body, heard.spoken, heard.about
    probed = heard.session.waiting is Waiting.PROBE
    if BESIDE.search(spoken) and not heard.exact:
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    unreadable = grade.verdict is Verdict.UNREADABLE
    if GUESS.search(spoken) and (not unreadable or len(spoken.split()) <= 4):
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    strong = STRONG.search(spoken) is not None
    asks = strong or (body.rstrip().endswith("?") and QUESTION.search(spoken) is not None)
    if asks and (strong or not heard.exact):
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    if probed and grade.verdict in (Verdict.UNCLEAR, Verdict.UNREADABLE):
        return Reading(intent=Intent.REPLY, text=body)
    if unreadable and about and len(spoken.split()) <= MAX_WORDS_TOPIC:
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    if _of_the_matter(heard, grade):
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    if _of_oneself(heard, grade):
        return Reading(intent=Intent.FEELING, text=body, aside=GENERAL[Intent.FEELING])
    return Reading(
        intent=Intent.RESPONSE, text=body, grade=grade, about=about if unreadable else ()
    )


def _of_oneself(heard: Heard, grade: Grade) -> bool:
    """Whether a learner speaks of themselves beside an item whose grader reads any words: it would count
    as a wrong answer, though nothing in it is of the course."""
    inexact = heard.item is not None and heard.item.type_name in ("short", "output", "blanks")
    wrong = grade.verdict in (Verdict.INCORRECT, Verdict.UNREADABLE)
    if not inexact or not wrong or heard.about or len(heard.spoken.split()) < 3:
        return False
    return ONESELF.search(heard.spoken) is not None and GUESS.search(heard.spoken) is None


def _of_the_matter(heard: Heard, grade: Grade) -> bool:
    """Whether a learner tells of something of the course (“my loop never stops”, “so it is like when i
    bathe”) beside an item whose grader would take it for a wrong answer."""
    inexact = heard.item is not None and heard.item.type_name in ("short", "output", "blanks")
    wrong = grade.verdict in (Verdict.INCORRECT, Verdict.UNREADABLE)
    if not inexact or not wrong or len(heard.spoken.split()) < 4:
        return False
    owned = bool(heard.about) and ONESELF.search(heard.spoken) is not None
    return owned or LIKENED.search(heard.spoken) is not None


def _without_item(heard: Heard) -> Reading:
    """A message while nothing is open."""
    body, spoken, about = heard.body, heard.spoken, heard.about
    strong = STRONG.search(spoken) is not None
    if heard.session.waiting in (Waiting.EXPLAIN_BACK, Waiting.WHY) and not strong:
        return Reading(intent=Intent.REPLY, text=body)
    if BESIDE.search(spoken):
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    if about and len(spoken.split()) <= MAX_WORDS_TOPIC and not strong:
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    if QUESTION.search(spoken) or body.rstrip().endswith("?") or about:
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    return Reading(intent=Intent.OFF_TOPIC, text=body)
