"""What a message is taken to be: an intent, and the grade when it is a response. Pure.

Rules come first and in a fixed order, because each guards the next: a button's command is exact;
a response that the open item's grader takes as right is a response whatever words surround it,
unless a grader that reads any words found it in a question;
a message that is wholly a known request ("hint", "idk") is that request. The rest is weighed by
cues, the course's vocabulary and a small classifier (`intents.likely`). Where that is unsure, plain
rules decide and the reading says between what it doubts, so that whoever has a model may ask it.
"""

import re
import unicodedata

from tutor.dialogue.intents import spanish
from tutor.dialogue.intents.asides import GENERAL
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.likely import Vector
from tutor.dialogue.intents.part import asking_part, wish_among
from tutor.dialogue.intents.phrases import (
    AGREES,
    ASKS_LATE,
    ASKS_WITHIN,
    BESIDE,
    KNOWS_NOT_WHAT,
    QUESTION,
    STRONG,
    asks,
)
from tutor.dialogue.intents.said import asked_by_not_knowing, opened, said
from tutor.dialogue.intents.within import (
    after_greeting,
    after_thanks,
    asks_in_spanish,
)
from tutor.dialogue.reading.asked_behind import asked_behind
from tutor.dialogue.reading.attempted import answers, graded, spoken_in
from tutor.dialogue.reading.completed import completed, printed_in, together
from tutor.dialogue.reading.halves import begun
from tutor.dialogue.reading.heard import Asked, Found, Heard, Matter, Reading, Vocabulary
from tutor.dialogue.reading.held import held_against
from tutor.dialogue.reading.offhand import repeats
from tutor.dialogue.reading.plainly_asked import of_a_thing, orders_nobody
from tutor.dialogue.reading.requested import (
    COMMANDS,
    again_of,
    commanded,
    felt_of,
    phrased,
    practises,
    put_aside,
)
from tutor.dialogue.reading.ruled import asks_what_is_told, firmly, ruled
from tutor.dialogue.reading.set_out import of_the_belief, sets_out
from tutor.dialogue.reading.weighed import weighed
from tutor.dialogue.session import Session, Waiting
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.safety.concern import Concern

MAX_TEXT = 4_000  # characters; more is no message but a paste
IN_TEARS = re.compile(r"[😭😢😞😟😩😫🥲🙁😔😰😿]")
# What is cried over as a whole, and answers nothing.
SUBJECT = re.compile(
    r"(?:fractions?|maths?|python|coding|biology|science|cells|school|homework|tests?|why|help|no+|ugh)\b"
)
MOST_CRIED = 3  # words beside a face in tears
# What may be asked for in one of several sentences (“neither. just start”).
AMONG_OTHERS = frozenset(
    {
        Intent.PRACTICE, Intent.SKIP, Intent.HINT, Intent.EXAMPLE, Intent.ANSWER_REQUEST, Intent.TOO_EASY,
        Intent.TOO_HARD, Intent.AGREE,
    }
)  # fmt: skip
__all__ = ["COMMANDS", "Found", "Intent", "Reading", "Vocabulary", "clean", "read", "worth"]


def clean(text: str) -> str:
    """Text without control and formatting characters, with single spaces at the ends removed."""
    kept = (
        c if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} else ""
        for c in text[: MAX_TEXT + 1]
    )
    return "".join(kept).strip()


def read(
    text: str,
    *,
    item: Item | None,
    session: Session,
    vocabulary: Vocabulary,
    asked: Asked = lambda _: "",
    matter: Matter = lambda _: False,
    concern: Concern | None = None,
    meant: Intent | None = None,
    vector: Vector | None = None,
) -> Reading:
    """Take a message to be something. Never raises; the same input gives the same reading.

    `meant` settles a doubt of an earlier reading of the same message, `vector` (of `meaning.MODEL`)
    tells what an unsure one means.
    """
    if concern is not None and _only_sounds_so(concern, text, matter):
        concern = None
    at_once = _whatever_it_says(text, concern)
    if at_once is not None:
        return at_once
    body = _meant_body(text, session)
    exact = _wholly(body, session, vocabulary)
    if exact is not None:
        return exact
    body = _without_frame(body)
    spoken = opened(spoken_in(body))
    grade = _worth(body, item, session) if item is not None else None
    tried = _tried(body, spoken, item, grade, session, vocabulary)
    if (wholly := tried or _after_thanks(body, vocabulary)) is not None:
        return wholly
    asks_for = asked(body) if _is_long(spoken) else ""
    wish = phrased(body, spoken, item, session, vocabulary, asks_for)
    if wish is None and (alone := wish_among(body)):
        wish = phrased(alone, opened(spoken_in(alone)), item, session, vocabulary, "")
        wish = wish if wish is not None and wish.intent in AMONG_OTHERS else None
    if wish is not None:
        return wish
    heard = Heard(
        body=body, spoken=spoken, item=item, grade=grade, session=session,
        about=_named(spoken, vocabulary), wanted=practises(spoken, vocabulary), asked=asks_for,
        matter=_is_long(spoken) and _may_ask(spoken) and matter(body),
    )  # fmt: skip
    return _by_words(heard, vocabulary, meant, vector)


def worth(text: str, item: Item, session: Session) -> Grade:
    """What a whole message is worth as a response to an item; the same input gives the same grade."""
    return _worth(_without_frame(_meant_body(text, session)), item, session)


def _meant_body(text: str, session: Session) -> str:
    """The message, or what it says yes to."""
    body = clean(text)
    agreed = session.offered and AGREES.fullmatch(spoken_in(body))
    return session.offered if agreed else body


def _worth(body: str, item: Item, session: Session) -> Grade:
    """What a message is worth as a response, with what was said of it before."""
    grade = graded(completed(body, item, session), item)
    return together(grade, body, item, session)


def _wholly(body: str, session: Session, vocabulary: Vocabulary) -> Reading | None:
    """What a message is that is nothing but a known request."""
    return (
        commanded(body, vocabulary)
        or again_of(body, session)
        or felt_of(body, session)
        or of_the_belief(body, session, vocabulary)
        or sets_out(body, vocabulary)
    )


def _without_frame(body: str) -> str:
    """A message without the greeting or story before what it asks."""
    body = asking_part(body) or body
    rest = after_greeting(body)
    return rest if rest and _asks_something(rest) else body


def _named(spoken: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    """What a message names; of one that says that a thing is not known, what that thing is named."""
    found = vocabulary(spoken)
    return found or (
        vocabulary(asked_by_not_knowing(spoken)) if KNOWS_NOT_WHAT.search(spoken) else ()
    )


def _tried(
    body: str,
    spoken: str,
    item: Item | None,
    grade: Grade | None,
    session: Session,
    vocabulary: Vocabulary,
) -> Reading | None:
    """What answers the open item, holds an idea against it or repeats it; None where a message does none for sure."""
    cries = IN_TEARS.search(body) is not None and len(spoken.split()) <= MOST_CRIED
    if (
        cries
        and (item is None or SUBJECT.match(spoken))
        and not (grade and grade.verdict is Verdict.CORRECT)
    ):
        return Reading(intent=Intent.FEELING, text=body, aside="low")
    probed = session.waiting is Waiting.PROBE  # a “no, because …” is the reply that was asked for
    if not probed and held_against(body, item, grade):
        return Reading(intent=Intent.QUESTION, text=body, about=vocabulary(spoken))
    part = begun(body, item) if item is not None else None
    if part is not None:
        return Reading(intent=Intent.RESPONSE, text=body, grade=part)
    if answers(item, grade, spoken) or _prints(body, spoken, item, grade):
        in_words = item is not None and item.type_name == "open"
        wished = () if in_words else practises(spoken, vocabulary)
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade, about=wished)
    if item is not None and repeats(body, item):
        return Reading(intent=Intent.ABOUT, text=body, aside="task")
    return None


def _prints(body: str, spoken: str, item: Item | None, grade: Grade | None) -> bool:
    """Whether a message that asks nothing holds a line of the open program's output (“and then Good morning”)."""
    if item is None or grade is None or asks(spoken):
        return False
    return grade.verdict in (Verdict.CORRECT, Verdict.PARTIAL) and printed_in(body, item) != ""


def _after_thanks(body: str, vocabulary: Vocabulary) -> Reading | None:
    """The question behind a word of thanks; None where there is none."""
    rest = after_thanks(body)
    if rest and _asks_something(rest):
        return Reading(intent=Intent.QUESTION, text=rest, about=vocabulary(spoken_in(rest)))
    return None


def _by_words(
    heard: Heard, vocabulary: Vocabulary, meant: Intent | None, vector: Vector | None
) -> Reading:
    """What a message is that is no set phrase and no sure answer: by rules where they are firm, else weighed."""
    if asks_what_is_told(heard):
        return Reading(intent=Intent.QUESTION, text=heard.body, about=heard.about)
    item = heard.item
    if item is not None and (found := asked_behind(heard, item, vocabulary)) is not None:
        return found
    words = said(heard.body)
    found = (
        put_aside(words, heard.spoken, heard.body, item, heard.session, vocabulary)
        or firmly(heard)
        or weighed(heard, words, ruled(heard), meant, vector)
    )
    beside = BESIDE.search(heard.spoken) or heard.exact
    lesson = found.intent is Intent.ABOUT and found.aside == GENERAL[Intent.ABOUT]
    idle = lesson or found.intent is Intent.OFF_TOPIC
    if ((lesson and of_a_thing(heard.spoken)) or (idle and heard.matter)) and not beside:
        return Reading(intent=Intent.QUESTION, text=heard.body, about=heard.about)
    return found  # what asks and names things of the course is looked up, however it is put


def _asks_something(text: str) -> bool:
    """Whether words are a question by their form, in English or Spanish."""
    return QUESTION.search(opened(spoken_in(text))) is not None or asks_in_spanish(
        spanish.bare(text)
    )


def _may_ask(spoken: str) -> bool:
    """Whether it matters if a message speaks of the matter: it asks, early or late."""
    late = ASKS_LATE.search(spoken) or ASKS_WITHIN.search(spoken)
    return STRONG.search(spoken) is not None or late is not None


def _only_sounds_so(concern: Concern, text: str, matter: Matter) -> bool:
    """Whether what a guess took for an order to the tutor is a question that names something of the course.

    It is read like any other then; no order in a message can change what is decided or told.
    """
    if concern.kind != "injection" or not concern.guessed:
        return False
    if orders_nobody(clean(text)):
        return True  # nobody is told to do anything (“did i say that right? i never know how to write science answers”)
    asking = next(
        (p for p in re.split(r"(?<=[.?!])\s+", clean(text))[::-1] if _asks_something(p)), ""
    )
    return bool(asking) and matter(asking)


def _whatever_it_says(text: str, concern: Concern | None) -> Reading | None:
    """A reading that needs no words: a concern, too much text, or none; None else."""
    if concern is not None:
        intent = Intent.INJECTION if concern.kind == "injection" else Intent.CONCERN
        return Reading(intent=intent, text=clean(text), concern=concern)
    if len(text) > MAX_TEXT:
        return Reading(intent=Intent.TOO_LONG)
    return None if clean(text) else Reading(intent=Intent.EMPTY)


def _is_long(spoken: str) -> bool:
    """Whether a message has words enough to ask something that a heading asks."""
    return spoken.count(" ") > 1
