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
from dataclasses import replace

from tutor.dialogue.completed import completed
from tutor.dialogue.heard import INEXACT, Asked, Found, Heard, Matter, Reading, Vocabulary
from tutor.dialogue.intents import meaning, spanish
from tutor.dialogue.intents.asides import GENERAL
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.likely import Situation, Vector, likely
from tutor.dialogue.intents.phrases import (
    ASKS_HOW,
    ASKS_LATE,
    BESIDE,
    KNOWS_NOT_WHAT,
    QUESTION,
    STRONG,
    asks,
)
from tutor.dialogue.intents.said import opened, said
from tutor.dialogue.intents.within import (
    after_thanks,
    asks_in_spanish,
    before,
    cores,
    has_reason,
    lone_number,
    question_beside,
)
from tutor.dialogue.requested import (
    COMMANDS,
    again_of,
    commanded,
    phrased,
    practises,
    put_aside,
)
from tutor.dialogue.ruled import asks_on, asks_what_is_told, firmly, offhand, ruled
from tutor.dialogue.session import Session, Waiting
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.safety.concern import Concern

MAX_TEXT = 4_000  # characters; more is no message but a paste
SURE = 0.5  # probability from which the classifier is followed
SURER = 0.8  # the same against a grader's verdict, or when the tutor waits for an explanation
HOW_TO = re.compile(
    r"\bhow (?:do|can|would|should) (?:i|you|we|u) (?!know|work|see|get|use|decide|choose|pick)\w+"
)
WHOLE = frozenset({"open", "output", "order", "match", "blanks"})  # answered in many words
MOST_OF_CORE = 8  # words of an answer inside a message
COUNTED = frozenset({"number", "clock"})  # answered by one number
NUMBERED = frozenset({"line", "choice", "choices", "order", "match"})  # answered by a label
LABELLED = re.compile(
    r"\b((?:year|grade|class|room|page|chapter|exercise|unit|lesson|homework|worksheet|question|aged?)s?) (?:no\.? |nr\.? |number )?\d{1,3}\b(?![/.,:]\d)",
    re.IGNORECASE,
)
EXPLAIN_X = re.compile(
    r"\bexplain (?!(?:this|that|it|these|them|again|more|pls|please|the|why|how|what|me|to|in|like|differently|better|simpl\w+|slow\w+|everything|a|my|your|so|because|step)\b)[^\W\d]{4,}"
)
TRUTHS = frozenset({"true", "false", "none"})  # what programs print and people say
DOUBTED = re.compile(
    r"[\s,.;:?!-]+(?:but |though |y )?(?:(?:i )?(?:idk|dunno|don'?t know|dont know|am not sure|'?m not sure|not sure|no idea|guess|no s[eé]))"
    r"(?: (?:why|how|tho|though|if .{0,20}|really|lol|bien))*[\s.?!]*$",
    re.IGNORECASE,
)
# A guess behind a doubt: “idk, cell?”. What is not known is no guess: “idk why”, “no idea how it works”.
DOUBTED_FIRST = re.compile(
    r"^[\s,.]*(?:um+ |er+m* |well |ok )*(?:(?:i )?(?:idk|dunno|don'?t know|dont know|am not sure|'?m not sure|not sure|no idea|no s[eé]|ni idea)[\s,.;:-]+)+"
    r"(?:(?:but|maybe|probably|perhaps|like|is it|it'?s|i think|i guess|pero|quiz[aá]s?|tal vez|creo que|es|ser[aá]) )*"
    r"(?=(?:an? |the |un |una |el |la )?[^\s]+(?: \S+)?[\s.?!]*$)(?!why|how|what|wh|if|lol|tbh|bro|sorry|really|anything|it\b|this|that|por|c[oó]mo|qu[eé])",
    re.IGNORECASE,
)
MEANT = 0.25  # the same for what words and meaning say together
OPEN = 0.8  # below which the words have left open what is meant
DOUBTS = 4  # intents between which a model may be asked
# What a question about the matter is easily taken for, by a word in it.
OF_THE_LESSON = frozenset(
    {
        Intent.HINT,
        Intent.STUCK,
        Intent.DONT_KNOW,
        Intent.SKIP,
        Intent.ABOUT,
        Intent.OFF_TOPIC,
        Intent.EXAMPLE,
    }
)
REQUESTS = frozenset(Intent) - {
    Intent.RESPONSE, Intent.REPLY, Intent.QUESTION, Intent.TOPIC, Intent.EXPLAIN, Intent.AGREE,
    Intent.OFF_TOPIC, Intent.CLAIM,
}  # fmt: skip

__all__ = ["COMMANDS", "Found", "Intent", "Reading", "Vocabulary", "clean", "read", "situation"]


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
    at_once = _whatever_it_says(text, concern)
    if at_once is not None:
        return at_once
    body = clean(text)
    if (command := commanded(body, vocabulary)) is not None:
        return command
    if (again := again_of(body, session)) is not None:
        return again
    grade = _graded(completed(body, item, session), item) if item is not None else None
    spoken = opened(_spoken(body))
    if _answers(item, grade, spoken):
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    rest = after_thanks(body)
    if rest and (QUESTION.search(opened(_spoken(rest))) or asks_in_spanish(spanish.bare(rest))):
        return Reading(intent=Intent.QUESTION, text=rest, about=vocabulary(_spoken(rest)))
    asks_for = asked(body) if _is_long(spoken) else ""
    wish = phrased(body, spoken, item, session, vocabulary, asks_for)
    if wish is not None:
        return wish
    heard = Heard(
        body=body, spoken=spoken, item=item, grade=grade, session=session,
        about=vocabulary(spoken), wanted=practises(spoken, vocabulary), asked=asks_for,
        matter=_is_long(spoken) and _may_ask(spoken) and matter(body),
    )  # fmt: skip
    if asks_what_is_told(heard):
        return Reading(intent=Intent.QUESTION, text=body, about=heard.about)
    words = said(body)
    return (
        put_aside(words, spoken, body, item, session, vocabulary)
        or firmly(heard)
        or _weighed(heard, words, ruled(heard), meant, vector)
    )


def _may_ask(spoken: str) -> bool:
    """Whether it matters if a message speaks of the matter: it asks, early or late."""
    return STRONG.search(spoken) is not None or ASKS_LATE.search(spoken) is not None


def _whatever_it_says(text: str, concern: Concern | None) -> Reading | None:
    """A reading that needs no words: a concern, too much text, or none; None else."""
    if concern is not None:
        intent = Intent.INJECTION if concern.kind == "injection" else Intent.CONCERN
        return Reading(intent=intent, text=clean(text), concern=concern)
    if len(text) > MAX_TEXT:
        return Reading(intent=Intent.TOO_LONG)
    return None if clean(text) else Reading(intent=Intent.EMPTY)


def _graded(body: str, item: Item) -> Grade:
    """The grade of a message; of the answer inside it, where the whole is none or goes on with a reason."""
    whole = item.grade(_without_labels(body, item))
    if whole.verdict is Verdict.CORRECT:
        return whole
    if item.type_name in WHOLE:
        beside = question_beside(body, 1) if item.type_name != "open" else ""
        rest = item.grade(before(body, beside)) if beside else whole
        return rest if rest.verdict is Verdict.CORRECT else whole
    # A doubt at either end (“cell, idk”) takes nothing from a right answer.
    sure = DOUBTED_FIRST.sub("", DOUBTED.sub("", body))
    if whole.verdict.counts and not has_reason(body) and sure in ("", body):
        return whole
    best = whole
    alone = lone_number(body) if item.type_name in COUNTED else ""
    for core in (*cores(body), *filter(None, (alone, sure if sure != body else ""))):
        if len(core.split()) > MOST_OF_CORE:
            continue
        found = item.grade(_without_labels(core, item))
        if found.verdict is Verdict.CORRECT:
            return found
        if found.verdict.counts and not best.verdict.counts and item.type_name not in INEXACT:
            best = found
    return best


def _answers(item: Item | None, grade: Grade | None, spoken: str) -> bool:
    """Whether a message is a response whatever else it may be: right, exactly an option, or printed."""
    if item is None or grade is None:
        return False
    right = grade.verdict is Verdict.CORRECT and not _only_asked(item, spoken)
    return right or _is_option(item, spoken) or _is_printed(item, spoken)


def situation(heard: Heard) -> Situation:
    """What the classifier is told besides the words."""
    return Situation(
        verdict=str(heard.grade.verdict) if heard.grade is not None else "",
        kind=heard.item.type_name if heard.item is not None else "",
        named=heard.about[0].sure if heard.about else 0.0,
    )


def _weighed(
    heard: Heard, words: str, by_rule: Reading, meant: Intent | None, vector: Vector | None
) -> Reading:
    """The classifier's reading where it is sure enough to go against the rules'."""
    shares = likely(words, situation(heard))
    unsure, sure = shares[0][1] < OPEN and not heard.exact, SURE
    if unsure and vector is not None:
        shares, unsure, sure = meaning.meant(words, situation(heard), vector), False, MEANT
    found = _by_shares(heard, by_rule, shares, meant, sure)
    if found.intent is Intent.RESPONSE and heard.item is not None and offhand(heard):
        found = replace(found, grade=heard.item.asked_back())
    return replace(found, unsure=True) if unsure else found


def _by_shares(
    heard: Heard,
    by_rule: Reading,
    shares: tuple[tuple[str, float], ...],
    meant: Intent | None,
    sure: float,
) -> Reading:
    intent, share = Intent(shares[0][0]), shares[0][1]
    doubt = tuple(Intent(name) for name, _ in shares[:DOUBTS])
    if meant is not None and meant in doubt:
        intent, share, doubt = meant, 1.0, ()
    waits = heard.session.waiting in (Waiting.PROBE, Waiting.WHY, Waiting.EXPLAIN_BACK)
    if waits and (intent not in REQUESTS or intent in GENERAL):
        return by_rule
    if by_rule.intent is intent or (by_rule.intent is Intent.PRACTICE and by_rule.about):
        return by_rule
    searched = STRONG.search(heard.spoken) and not BESIDE.search(heard.spoken)
    if by_rule.intent is Intent.QUESTION and intent in OF_THE_LESSON and searched and heard.matter:
        return by_rule  # “which lens do i start with” asks for no hint
    asked = by_rule.intent is Intent.QUESTION and intent is Intent.RESPONSE
    if asked and (searched or asks_on(heard)):
        return by_rule
    if intent is Intent.ABOUT and by_rule.intent is Intent.QUESTION and HOW_TO.search(heard.spoken):
        return by_rule  # “how do i count the letters”: the course may say
    if intent is Intent.OFF_TOPIC and searched:
        return by_rule  # whether the course says something about it, the search finds out
    if share < (SURER if heard.exact or waits or intent in GENERAL else sure):
        return by_rule if heard.exact or waits else replace(by_rule, doubt=doubt)
    return _as(intent, heard) or replace(by_rule, doubt=doubt)


def _as(intent: Intent, heard: Heard) -> Reading | None:
    """The message as having an intent; None where it cannot have it."""
    match intent:
        case Intent.RESPONSE:
            unread = heard.grade is None or heard.grade.verdict is Verdict.UNREADABLE
            if heard.item is None or (heard.about and unread):
                return None
            return Reading(intent=intent, text=heard.body, grade=heard.grade)
        case Intent.ABOUT | Intent.FEELING:
            return Reading(intent=intent, text=heard.body, aside=GENERAL[intent])
        case Intent.EXPLAIN if EXPLAIN_X.search(heard.spoken) and not heard.about:
            return Reading(
                intent=Intent.QUESTION, text=heard.body
            )  # of something else than what is open
        case Intent.TOPIC if not heard.about:
            return Reading(intent=Intent.QUESTION, text=heard.body)
        case _:
            return Reading(intent=intent, text=heard.body, about=heard.about)


def _only_asked(item: Item, spoken: str) -> bool:
    """Whether a message asks something that happens to hold the answer."""
    if item.type_name in INEXACT:
        return asks(spoken) or spanish.asks(spoken) or KNOWS_NOT_WHAT.search(spoken) is not None
    return ASKS_HOW.search(spoken) is not None


def _is_option(item: Item, spoken: str) -> bool:
    """Whether a message is exactly an option's label or text (so “no” may be an answer)."""
    if item.type_name == "output" and spoken.rstrip(" ?") in TRUTHS:
        return True
    shown = item.type.shown()
    return any(spoken in (o.label.casefold(), _spoken(o.text)) for o in shown.options)


def _is_printed(item: Item, spoken: str) -> bool:
    """Whether a message is a line of what the open program prints, or some of its words in a row
    (“good morning” is no greeting then)."""
    if item.type_name != "output" or "?" in spoken:
        return False
    printed = [_spoken(line) for line in item.type.answer_text().splitlines()]
    several = " " in spoken and f" {spoken} " in f" {' '.join(printed)} "
    return spoken in filter(None, printed) or several


def _is_long(spoken: str) -> bool:
    """Whether a message has words enough to ask something that a heading asks."""
    return spoken.count(" ") > 1


def _without_labels(body: str, item: Item) -> str:
    """A message without the numbers of school years, pages and the like, which answer nothing."""
    return body if item.type_name in NUMBERED else LABELLED.sub(r"\1", body)
