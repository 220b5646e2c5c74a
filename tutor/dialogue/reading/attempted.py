"""What a message is worth as a response to the open item, and whether it is one whatever else it may be. Pure."""

import re
import unicodedata

from tutor.dialogue.intents import spanish
from tutor.dialogue.intents.phrases import ASKS_HOW, ASKS_WHAT, ASKS_WHETHER, KNOWS_NOT_WHAT, asks
from tutor.dialogue.intents.within import (
    before,
    cores,
    has_reason,
    leads_on,
    lone_number,
    question_beside,
    without_doubt,
)
from tutor.dialogue.reading.heard import INEXACT
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item

WHOLE = frozenset({"open", "output", "order", "match", "blanks"})  # answered in many words
MOST_OF_CORE = 8  # words of an answer inside a message
COUNTED = frozenset({"number", "clock"})  # answered by one number
NUMBERED = frozenset({"line", "choice", "choices", "order", "match"})  # answered by a label
LABELLED = re.compile(
    (
        r"\b((?:year|grade|class|room|page|chapter|exercise|unit|lesson|homework|worksheet|"
        r"question|aged?)s?) (?:no\.? |nr\.? |number )?\d{1,3}\b(?![/.,:]\d)"
    ),
    re.IGNORECASE,
)
# “one” that stands for a thing and no number: “which one is the whole”.
POINTED = re.compile(
    (
        r"\b(which|what|this|that|other|another|next|last|each|every|any|no|wrong|right|easy|hard|"
        r"same) ones?\b(?! (?:half|third|quarter|fourth|fifth|sixth|eighth|tenth|over|and))"
    ),
    re.IGNORECASE,
)
TRUTHS = frozenset({"true", "false", "none"})  # what programs print and people say
DOUBTED = re.compile(
    r"[\s,.;:?!-]+(?:but |though |y )?"
    r"(?:(?:i )?(?:idk|dunno|don'?t know|dont know|am not sure|'?m not sure|not sure|no idea|"
    r"guess|no s[eé]))"
    r"(?: (?:why|how|tho|though|if .{0,20}|really|lol|bien))*[\s.?!]*$",
    re.IGNORECASE,
)
# A guess behind a doubt: “idk, cell?”. What is not known is no guess: “idk why”, “no idea how it works”.
DOUBTED_FIRST = re.compile(
    r"^[\s,.]*(?:um+ |er+m* |well |ok )*"
    r"(?:(?:i )?(?:idk|dunno|don'?t know|dont know|am not sure|'?m not sure|not sure|no idea|"
    r"no s[eé]|ni idea)[\s,.;:-]+)+"
    r"(?:(?:but|maybe|probably|perhaps|like|is it|it'?s|i think|i guess|pero|quiz[aá]s?|tal vez|creo que|es|ser[aá]) )*"
    r"(?=(?:an? |the |un |una |el |la )?[^\s]+(?: \S+)?[\s.?!]*$)"
    r"(?!why|how|what|wh|if|lol|tbh|bro|sorry|really|anything|it\b|this|that|por|c[oó]mo|qu[eé])",
    re.IGNORECASE,
)


def spoken_in(text: str) -> str:
    """The message as matched against phrases: lower case, straight quotes, single spaces."""
    text = text.casefold().replace("’", "'").replace("‘", "'")
    text = re.sub(r"[,;:…\"“”()*_~]+|(?<!\d)\.(?!\d)|[!]+", " ", text)
    text = "".join(c for c in text if unicodedata.category(c) not in {"So", "Sk", "Mn"})
    return re.sub(r"\s+", " ", text).strip()


def graded(body: str, item: Item) -> Grade:
    """The grade of a message; of the answer inside it, where the whole is none or goes on with a reason."""
    whole = item.grade(_without_labels(body, item))
    if whole.verdict is Verdict.CORRECT:
        return whole
    if item.type_name in WHOLE:
        beside = question_beside(body, 1) if item.type_name != "open" else ""
        rest = item.grade(before(body, beside)) if beside else whole
        if rest.verdict is Verdict.CORRECT or item.type_name != "output":
            return rest if rest.verdict is Verdict.CORRECT else whole
        return _printed_inside(body, item, whole)
    # A doubt at either end (“cell, idk”) takes nothing from a right answer.
    sure = DOUBTED_FIRST.sub("", DOUBTED.sub("", body))
    goes_on = has_reason(body) or leads_on(body)
    if whole.verdict.counts and not goes_on and sure in ("", body):
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


def _printed_inside(body: str, item: Item, whole: Grade) -> Grade:
    """The grade of what a program is said to print, without a reason or a doubt behind it (“5 + 5 cos of the quotes”,
    “7 6 5 stop is that right”)."""
    inside = (*cores(body), *_sentences(body))
    grades = [item.grade(core) for core in inside]
    for verdict in (
        Verdict.CORRECT,
        Verdict.PARTIAL,
    ):  # “not what i said. good morning”: one line of two
        if (found := next((g for g in grades if g.verdict is verdict), None)) is not None:
            return found
    printed = next((core for core in inside if _is_printed(item, spoken_in(core))), "")
    asked = printed or without_doubt(body)
    return item.grade(asked) if asked not in ("", body) else whole


def _sentences(body: str) -> tuple[str, ...]:
    """The only part of a short message that has a number or a sign in it (“oh spaces. 3 + 6”); none where there are
    more, or one part alone."""
    parts = [part.strip() for part in re.split(r"(?<=[.!?;,])\s+", body) if part.strip()]
    telling = [part for part in parts if re.search(r"[\d+*/=\"']", part)]
    return (telling[0].rstrip(".,;!"),) if len(parts) > 1 and len(telling) == 1 else ()


def answers(item: Item | None, grade: Grade | None, spoken: str) -> bool:
    """Whether a message is a response whatever else it may be: right, exactly an option, or printed."""
    if item is None or grade is None:
        return False
    right = grade.verdict is Verdict.CORRECT and not _only_asked(item, spoken)
    return right or _is_option(item, spoken) or _is_printed(item, spoken)


def _only_asked(item: Item, spoken: str) -> bool:
    """Whether a message asks something that happens to hold the answer."""
    if item.type_name in INEXACT:
        return asks(spoken) or spanish.asks(spoken) or KNOWS_NOT_WHAT.search(spoken) is not None
    return any(form.search(spoken) for form in (ASKS_HOW, ASKS_WHAT, ASKS_WHETHER))


def _is_option(item: Item, spoken: str) -> bool:
    """Whether a message is exactly an option's label or text (so “no” may be an answer)."""
    if item.type_name == "output" and spoken.rstrip(" ?") in TRUTHS:
        return True
    shown = item.type.shown()
    return any(spoken in (o.label.casefold(), spoken_in(o.text)) for o in shown.options)


def _is_printed(item: Item, spoken: str) -> bool:
    """Whether a message is a line of what the open program prints, or some of its words in a row
    (“good morning” is no greeting then)."""
    if item.type_name != "output" or "?" in spoken:
        return False
    printed = [spoken_in(line) for line in item.type.answer_text().splitlines()]
    several = " " in spoken and f" {spoken} " in f" {' '.join(printed)} "
    return spoken in filter(None, printed) or several


def _without_labels(body: str, item: Item) -> str:
    """A message without the numbers of school years, pages and the like, which answer nothing."""
    if item.type_name in NUMBERED:
        return body
    said = POINTED.sub(r"\1", body) if item.type_name in COUNTED else body
    return LABELLED.sub(r"\1", said)
