"""What a message is taken to be: an intent, and the grade when it is a response. Pure.

Rules come first and in a fixed order, because each guards the next: a button's command is exact;
a response that the open item's grader takes as right is a response whatever words surround it;
a message that is wholly a known request ("hint", "idk") is that request. The rest is weighed by
cues, the course's vocabulary and a small classifier (`intents.likely`). Where that is unsure, plain
rules decide and the reading says between what it doubts, so that whoever has a model may ask it.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.likely import Situation, likely
from tutor.dialogue.intents.phrases import BESIDE, GUESS, PATTERNS, PRACTISE_X, QUESTION, STRONG
from tutor.dialogue.intents.said import said
from tutor.dialogue.session import Session, Waiting
from tutor.ids import SkillId
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.safety.concern import Concern

MAX_TEXT = 4_000  # characters; more is no message but a paste
MAX_WORDS_TOPIC = 5
SURE = 0.5  # probability from which the classifier is followed
SURER = 0.8  # the same against a grader's verdict, or when the tutor waits for an explanation
DOUBTS = 4  # intents between which a model may be asked
INEXACT = frozenset({"short", "open", "blanks", "output"})  # types whose grader reads any words
REQUESTS = frozenset(Intent) - {
    Intent.RESPONSE, Intent.REPLY, Intent.QUESTION, Intent.TOPIC, Intent.EXPLAIN, Intent.AGREE,
    Intent.OFF_TOPIC, Intent.CLAIM,
}  # fmt: skip

__all__ = ["COMMANDS", "Found", "Intent", "Reading", "Vocabulary", "clean", "read", "situation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A skill or term that a message names; `sure` in 0–1."""

    skill: SkillId | None
    term: str
    means: str = ""
    sure: float = 1.0


Vocabulary = Callable[[str], tuple[Found, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What we take a message to be.

    `grade` comes with a response; `about` are the skills or terms it names, best first;
    `concern` goes before everything. `text` is the message as cleaned. `doubt` are the intents
    between which the reading is unsure, likeliest first; empty when it is sure.
    """

    intent: Intent
    text: str = ""
    grade: Grade | None = None
    about: tuple[Found, ...] = ()
    concern: Concern | None = None
    doubt: tuple[Intent, ...] = ()


COMMANDS: dict[str, Intent] = {
    "start": Intent.START,
    "hint": Intent.HINT,
    "stuck": Intent.STUCK,
    "idk": Intent.DONT_KNOW,
    "skip": Intent.SKIP,
    "explain": Intent.EXPLAIN,
    "example": Intent.EXAMPLE,
    "practise": Intent.PRACTICE,
    "practice": Intent.PRACTICE,
    "topic": Intent.TOPIC,
    "progress": Intent.PROGRESS,
    "why": Intent.WHY_THIS,
    "next": Intent.PRACTICE,
    "know": Intent.CLAIM,
    "appeal": Intent.APPEAL,
    "answer": Intent.ANSWER_REQUEST,
    "easier": Intent.TOO_HARD,
    "harder": Intent.TOO_EASY,
    "stop": Intent.STOP,
    "help": Intent.HELP,
    "felt": Intent.FELT,
}

_COMMAND = re.compile(r"/[A-Za-z]+(?:@\w+)?(?:\s|$)")


def clean(text: str) -> str:
    """Text without control and formatting characters, with single spaces at the ends removed."""
    kept = (
        c if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} else ""
        for c in text[: MAX_TEXT + 1]
    )
    return "".join(kept).strip()


def _spoken(text: str) -> str:
    """The message as matched against phrases: lower case, straight quotes, single spaces."""
    text = text.casefold().replace("’", "'").replace("‘", "'")
    text = re.sub(r"[,;:…\"“”()*_~]+|(?<!\d)\.(?!\d)|[!]+", " ", text)
    text = "".join(c for c in text if unicodedata.category(c) not in {"So", "Sk", "Mn"})
    return re.sub(r"\s+", " ", text).strip()


def read(
    text: str,
    *,
    item: Item | None,
    session: Session,
    vocabulary: Vocabulary,
    concern: Concern | None = None,
    meant: Intent | None = None,
) -> Reading:
    """Take a message to be something. Never raises; the same input gives the same reading.

    `meant` settles a doubt of an earlier reading of the same message.
    """
    if concern is not None:
        intent = Intent.INJECTION if concern.kind == "injection" else Intent.CONCERN
        return Reading(intent=intent, text=clean(text), concern=concern)
    if len(text) > MAX_TEXT:
        return Reading(intent=Intent.TOO_LONG)
    body = clean(text)
    if not body:
        return Reading(intent=Intent.EMPTY)
    if _COMMAND.match(body):
        return _command(body, vocabulary)
    grade = item.grade(body) if item is not None else None
    if grade is not None and grade.verdict is Verdict.CORRECT:
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    spoken = _spoken(body)
    if item is not None and _is_option(item, spoken):
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    for intent, pattern in PATTERNS:
        if pattern.fullmatch(spoken or body):
            return _requested(intent, body, spoken, session, vocabulary)
    about = vocabulary(spoken)
    ruled = _ruled(body, spoken, item, grade, session, about, vocabulary)
    return _weighed(ruled, body, spoken, item, grade, session, about, meant)


def situation(item: Item | None, grade: Grade | None, about: tuple[Found, ...]) -> Situation:
    """What the classifier is told besides the words."""
    return Situation(
        verdict=str(grade.verdict) if grade is not None else "",
        kind=item.type_name if item is not None else "",
        named=about[0].sure if about else 0.0,
    )


def _weighed(
    ruled: Reading,
    body: str,
    spoken: str,
    item: Item | None,
    grade: Grade | None,
    session: Session,
    about: tuple[Found, ...],
    meant: Intent | None,
) -> Reading:
    """The classifier's reading where it is sure enough to go against the rules'."""
    shares = likely(said(body), situation(item, grade, about))
    intent, share = Intent(shares[0][0]), shares[0][1]
    doubt = tuple(Intent(name) for name, _ in shares[:DOUBTS])
    if meant is not None and meant in doubt:
        intent, share, doubt = meant, 1.0, ()
    counts = grade is not None and item is not None and grade.verdict.counts
    exact = counts and item is not None and item.type_name not in INEXACT
    waits = session.waiting in (Waiting.PROBE, Waiting.WHY, Waiting.EXPLAIN_BACK)
    if waits and intent not in REQUESTS:
        return ruled
    if ruled.intent is intent or (ruled.intent is Intent.PRACTICE and ruled.about):
        return ruled
    if intent is Intent.OFF_TOPIC and STRONG.search(spoken) and not BESIDE.search(spoken):
        return ruled  # whether the course says something about it, the search finds out
    if share < (SURER if exact or waits else SURE):
        return ruled if exact or waits else replace(ruled, doubt=doubt)
    match intent:
        case Intent.RESPONSE if item is None or (about and not _readable(grade)):
            return replace(ruled, doubt=doubt)
        case Intent.RESPONSE:
            return Reading(intent=intent, text=body, grade=grade)
        case Intent.TOPIC if not about:
            return Reading(intent=Intent.QUESTION, text=body)
        case _:
            return Reading(intent=intent, text=body, about=about)


def _command(body: str, vocabulary: Vocabulary) -> Reading:
    word, _, rest = body[1:].partition(" ")
    intent = COMMANDS.get(word.split("@")[0].casefold())
    if intent is None:
        return Reading(intent=Intent.HELP, text=body)
    about = vocabulary(rest.strip()) if rest.strip() else ()
    if intent is Intent.TOPIC and not about:
        return Reading(intent=Intent.QUESTION if rest.strip() else Intent.HELP, text=rest.strip())
    return Reading(intent=intent, text=rest.strip(), about=about)


def _is_option(item: Item, spoken: str) -> bool:
    """Whether a message is exactly an option's label or text (so “no” may be an answer)."""
    shown = item.type.shown()
    return any(spoken in (o.label.casefold(), _spoken(o.text)) for o in shown.options)


def _readable(grade: Grade | None) -> bool:
    """Whether the open item's grader could make anything of the message."""
    return grade is not None and grade.verdict is not Verdict.UNREADABLE


def _requested(
    intent: Intent, body: str, spoken: str, session: Session, vocabulary: Vocabulary
) -> Reading:
    """A message that is wholly a known request."""
    if intent is Intent.CLAIM:
        return Reading(intent=intent, text=body, about=vocabulary(spoken))
    if intent is Intent.AGREE and session.waiting in (Waiting.PROBE, Waiting.WHY):
        return Reading(intent=Intent.REPLY, text=body)
    return Reading(intent=intent, text=body)


def _ruled(
    body: str,
    spoken: str,
    item: Item | None,
    grade: Grade | None,
    session: Session,
    about: tuple[Found, ...],
    vocabulary: Vocabulary,
) -> Reading:
    """What plain rules take a message to be."""
    practise = _practise(spoken, vocabulary)
    if item is not None and grade is not None:
        return _beside_item(body, spoken, item, grade, session, about, practise)
    return _without_item(body, spoken, session, about, practise)


def _beside_item(
    body: str,
    spoken: str,
    item: Item,
    grade: Grade,
    session: Session,
    about: tuple[Found, ...],
    practise: tuple[Found, ...],
) -> Reading:
    """A message while an item is open that is no known request and not the right answer."""
    exact = item.type_name not in INEXACT
    if practise and not (exact and grade.verdict.counts):
        return Reading(intent=Intent.PRACTICE, text=body, about=practise)
    if BESIDE.search(spoken) and not (exact and grade.verdict.counts):
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    guesses = GUESS.search(spoken) is not None
    if guesses and (grade.verdict is not Verdict.UNREADABLE or len(spoken.split()) <= 4):
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    strong = STRONG.search(spoken) is not None
    asks = strong or (body.rstrip().endswith("?") and QUESTION.search(spoken) is not None)
    if asks and not (exact and not strong and grade.verdict.counts):
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    if grade.verdict is not Verdict.UNREADABLE:
        if session.waiting is Waiting.PROBE and grade.verdict is Verdict.UNCLEAR:
            return Reading(intent=Intent.REPLY, text=body)
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    if session.waiting is Waiting.PROBE:
        return Reading(intent=Intent.REPLY, text=body)
    if about and len(spoken.split()) <= MAX_WORDS_TOPIC:
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    return Reading(intent=Intent.RESPONSE, text=body, grade=grade, about=about)


def _without_item(
    body: str,
    spoken: str,
    session: Session,
    about: tuple[Found, ...],
    practise: tuple[Found, ...],
) -> Reading:
    """A message while nothing is open."""
    if practise:
        return Reading(intent=Intent.PRACTICE, text=body, about=practise)
    if session.waiting in (Waiting.EXPLAIN_BACK, Waiting.WHY) and not STRONG.search(spoken):
        return Reading(intent=Intent.REPLY, text=body)
    if BESIDE.search(spoken):
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    if about and len(spoken.split()) <= MAX_WORDS_TOPIC and not STRONG.search(spoken):
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    if QUESTION.search(spoken) or body.rstrip().endswith("?") or about:
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    return Reading(intent=Intent.OFF_TOPIC, text=body)


def _practise(spoken: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    """The skills named in “quiz me on X” and its like; empty when it is something else."""
    found = PRACTISE_X.search(spoken)
    if not found or STRONG.search(spoken):
        return ()
    named = vocabulary(found["x"] or found["y"])
    return tuple(f for f in named if f.skill is not None)
