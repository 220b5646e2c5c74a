"""Messages that are wholly a known request: a button's command, a set phrase, a wish to practise something. Pure."""

import re

from tutor.dialogue.intents import arabic, matter, short, spanish
from tutor.dialogue.intents.asides import GENERAL, Aside, aside
from tutor.dialogue.intents.felt import felt_in
from tutor.dialogue.intents.formats import wished
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.phrases import (
    BARE_WHY,
    DO_THEY,
    NOT_GOT,
    NOT_THAT,
    PATTERNS,
    PRACTISE_X,
    STRONG,
    TAIL,
    TEST_ON,
    WHEN,
    WISH,
    WORD_NOT_GOT,
    claimed_in,
)
from tutor.dialogue.intents.said import said, spelt
from tutor.dialogue.reading.heard import Found, Reading, Vocabulary
from tutor.dialogue.session import Session, Waiting
from tutor.items.item import Item

USE = re.compile(
    r"^(?:(?:so|and|but|ok|wait) )*(?:when|where|what|how) (?:do|would|will|can|should) "
    r"(?:i|we|you) (?:ever |even )?(?:use|need)"
)

GOES_ON_FROM = re.compile(r"(?:but|and|so) (?:do|does|should|must|can|may) ")
NOW_X = re.compile(
    r"(?:ok(?:ay)? |so |and |then )*(?:now|next|then)"
    r"(?: for| to| on| let'?s do| let us do| can we do)?(?: the| an?)? (?P<x>[^\W\d].{2,50})$"
)
_ARTICLE = re.compile(r"^(?:the|an?|some|my|this) ")
NAMED = 0.8  # how surely “now the for loop” must name a skill

REASON_IN_SPANISH = re.compile(r"(?:y |es )?(?:por ?q\w*|pq|xq|ya q\w*|como)\b")

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
    "place": Intent.PLACE,
    "ways": Intent.OTHER_WAY,
    "way": Intent.THIS_WAY,
}

_COMMAND = re.compile(r"/[A-Za-z]+(?:@\w+)?(?:\s|$)")


def commanded(body: str, vocabulary: Vocabulary) -> Reading | None:
    """What a button or a typed “/word” asks; None where a message is no command."""
    return _command(body, vocabulary) if _COMMAND.match(body) else None


def phrased(
    body: str,
    spoken: str,
    item: Item | None,
    session: Session,
    vocabulary: Vocabulary,
    asks_for: str,
) -> Reading | None:
    """What a message that is wholly a set phrase asks; None where it is none.

    `asks_for` is the heading of the course that asks the same: it tells why (“i don't get why …”) and what for.
    """
    if WORD_NOT_GOT.search(spoken):
        return Reading(intent=Intent.QUESTION, text=body, about=vocabulary(spoken))
    if asks_for and (NOT_GOT.search(spoken) or USE.search(spoken)):
        return Reading(intent=Intent.QUESTION, text=body, about=vocabulary(spoken))
    if (wish := wished(spoken)) is not None:
        named = vocabulary(wish.on) if wish.on else ()
        return Reading(intent=Intent.OTHER_WAY, text=body, about=named, format=wish.format)
    abroad = _abroad(body, spoken, item, session, vocabulary)
    if abroad is not None:
        return abroad
    brief = _brief(body, item)
    if brief is not None:
        return brief
    meant = spelt(spoken)
    for intent, pattern in PATTERNS:
        if pattern.fullmatch(spoken or body) or (meant != spoken and pattern.fullmatch(meant)):
            here = _here(intent, spoken, item, session)
            return _requested(here, body, spoken, session, vocabulary)
    return None


def _brief(body: str, item: Item | None) -> Reading | None:
    """What a message says that a line of `short` has whole; None where none has it."""
    if feeling := short.only_faces(body):
        return Reading(intent=Intent.FEELING, text=body, aside=feeling)
    intent = Intent.DONT_KNOW if short.only_marks(body) and item is not None else None
    intent = intent or short.english(said(body))
    if intent is None:
        return None
    return Reading(intent=intent, text=body, aside=GENERAL.get(intent, ""))


def again_of(body: str, session: Session) -> Reading | None:
    """What “another” and “more” ask after a hint: the next one; None elsewhere."""
    if session.moves[-1:] == ("hint",) and short.more_of_the_same(said(body)):
        return Reading(intent=Intent.HINT, text=body)
    return None


def felt_of(body: str, session: Session) -> Reading | None:
    """How the session felt, in words, right after “How did it feel today?”; None elsewhere."""
    felt = felt_in(body) if session.moves[-1:] == ("recap",) and session.closed else None
    return None if felt is None else Reading(intent=Intent.FELT, text=str(felt))


def put_aside(
    words: str,
    spoken: str,
    body: str,
    item: Item | None,
    session: Session,
    vocabulary: Vocabulary,
) -> Reading | None:
    """What a message, as `said` writes it, says beside the task; None when it is about the task."""
    beside = aside(words)
    if beside is not None and beside.kind == "solved" and not session.just_settled:
        # “why not 3/8” is a try with a doubt while something is open, and nothing after it.
        beside = None if item is None else Aside(Intent.HINT, "")
    if (
        beside is not None
        and beside.kind == "task"
        and session.explained
        and GOES_ON_FROM.match(spoken)
    ):
        return None  # “but do i have to write import every time” is about what was just told
    if beside is None:
        return None
    if beside.kind == "test" and (tested := _tested(spoken, vocabulary)):
        return Reading(intent=Intent.PRACTICE, text=body, about=tested)
    return Reading(intent=beside.intent, text=body, aside=beside.kind)


def _command(body: str, vocabulary: Vocabulary) -> Reading:
    word, _, rest = body[1:].partition(" ")
    intent = COMMANDS.get(word.split("@")[0].casefold())
    if intent is None:
        return Reading(intent=Intent.HELP, text=body)
    about = vocabulary(rest.strip()) if rest.strip() and intent is not Intent.THIS_WAY else ()
    if intent is Intent.TOPIC and not about:
        return Reading(intent=Intent.QUESTION if rest.strip() else Intent.HELP, text=rest.strip())
    return Reading(intent=intent, text=rest.strip(), about=about)


def _requested(
    intent: Intent, body: str, spoken: str, session: Session, vocabulary: Vocabulary
) -> Reading:
    """A message that is wholly a known request."""
    if intent is Intent.CLAIM:
        claimed = claimed_in(spoken)
        about = tuple(f for f in vocabulary(claimed) if f.skill is not None) if claimed else ()
        if claimed and not about:  # nothing of this course: say what it has
            return Reading(intent=Intent.ABOUT, text=body, aside="course")
        return Reading(intent=intent, text=body, about=about)
    if intent is Intent.AGREE and session.waiting is Waiting.PROBE:
        return Reading(intent=Intent.REPLY, text=body)
    return Reading(intent=intent, text=body)


def _of_the_matter(body: str, spoken: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """A message's words of the matter in English, where the course knows those and not the message's own."""
    english = matter.in_english(body)
    known = bool(english) and (bool(vocabulary(english)) or any(map(vocabulary, english.split())))
    return (english, english) if known else (body, spoken)


def _abroad(
    body: str, spoken: str, item: Item | None, session: Session, vocabulary: Vocabulary
) -> Reading | None:
    """What a message that is wholly a set phrase of Spanish or Arabic asks or says; None where it is none."""
    beside = spanish.beside(body) or arabic.beside(body)
    if beside is not None:
        return Reading(intent=beside.intent, text=body, aside=beside.kind)
    still_open = item is not None
    wanted = spanish.asked(body, item_open=still_open) or arabic.asked(body, item_open=still_open)
    waits = session.waiting in (Waiting.PROBE, Waiting.WHY, Waiting.EXPLAIN_BACK)
    explains = waits or (item is not None and item.type_name == "open")
    reason = REASON_IN_SPANISH.match(spoken) is not None
    if wanted is None or (wanted is Intent.QUESTION and explains and reason):
        return None  # “por que la planta fabrica azúcar” is a reason as many children spell it
    if wanted in (Intent.QUESTION, Intent.TOPIC) and not vocabulary(spoken):
        body, spoken = _of_the_matter(body, spoken, vocabulary)
    if wanted is Intent.QUESTION:
        return Reading(intent=wanted, text=body, about=vocabulary(spoken))
    if wanted in GENERAL:
        return Reading(intent=wanted, text=body, aside=GENERAL[wanted])
    if wanted is Intent.TOPIC and not vocabulary(spoken):
        return Reading(intent=Intent.ABOUT, text=body, aside="course")
    if wanted in (Intent.CLAIM, Intent.PRACTICE, Intent.TOPIC):
        named = tuple(f for f in vocabulary(spoken) if f.skill is not None)
        return Reading(intent=wanted, text=body, about=named)
    return _requested(_here(wanted, spoken, item, session), body, spoken, session, vocabulary)


def _here(intent: Intent, spoken: str, item: Item | None, session: Session) -> Intent:
    """What a known request asks at this place of the conversation."""
    if intent is Intent.HINT and item is None and spoken.startswith("why"):
        return Intent.EXPLAIN  # of what was just judged
    if intent is Intent.EXPLAIN and BARE_WHY.search(spoken):
        return _why_of(session, item)
    goes_on = intent is Intent.EXPLAIN and spoken.split()[:1] == ["more"]
    if session.just_settled and (goes_on or (intent is Intent.SKIP and spoken == "next")):
        return Intent.PRACTICE  # after a right answer
    if intent is Intent.WHY_THIS and USE.search(spoken) and session.explained:
        return Intent.QUESTION  # of what was just explained
    return intent


def _why_of(session: Session, item: Item | None) -> Intent:
    """What a bare “why” asks: what a hint means or was wrong, more of what was just explained, or the
    open skill."""
    last = session.moves[-1:]
    judged = session.last_wrong and last in (("feedback",), ("probe",))
    if item is not None and (judged or last == ("hint",)):
        return Intent.HINT
    return Intent.QUESTION if session.explained else Intent.EXPLAIN


def _tested(spoken: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    """The skills that a test is said to be about (“i have a test on osmosis on friday”)."""
    named = (vocabulary(WHEN.sub("", hit["x"])) for hit in TEST_ON.finditer(spoken))
    return next((found for about in named if (found := tuple(f for f in about if f.skill))), ())


def practises(spoken: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    """The skills named in “quiz me on X” and its like; empty when it is something else."""
    now = NOW_X.match(spoken)
    if now is not None:
        turned = vocabulary(TAIL.sub("", now["x"].rstrip(" .?!")))
        if turned and turned[0].skill is not None and turned[0].sure >= NAMED:
            return tuple(f for f in turned if f.skill is not None)
    spoken = NOT_THAT.sub("", spoken)
    found = PRACTISE_X.search(spoken)
    wish = WISH.search(spoken) is not None
    if not found or (STRONG.search(spoken) and not wish) or DO_THEY.search(spoken):
        return ()
    named = vocabulary(
        _ARTICLE.sub("", TAIL.sub("", next(part for part in found.groups() if part)))
    )
    return tuple(f for f in named if f.skill is not None)
