"""What plain rules take a message to be that is no command, no right answer and no bare request. Pure."""

import re

from tutor.dialogue.grounding.compared import beside
from tutor.dialogue.intents import spanish
from tutor.dialogue.intents.asides import GENERAL, STORY
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.phrases import (
    ALWAYS,
    ASKS_LATE,
    ASKS_OF_IT,
    BESIDE,
    BY_PLACE,
    ERROR_SEEN,
    GOES_ON,
    GUESS,
    I_BELIEVE,
    INVERTED,
    KNOWS_NOT_WHAT,
    NAMES_IT,
    NOT_GOT,
    OF_TOLD,
    ONESELF,
    QUESTION,
    REPORTED,
    STRONG,
    TALK_OF,
    TEACH,
    TELLS,
    YOU_SAID,
)
from tutor.dialogue.intents.phrases import asks as question_form
from tutor.dialogue.intents.said import asked_by_not_knowing
from tutor.dialogue.intents.within import of_the_task
from tutor.dialogue.reading.attempted import spoken_in
from tutor.dialogue.reading.heard import INEXACT, Heard, Reading
from tutor.dialogue.reading.held import concluded
from tutor.dialogue.reading.offhand import of_oneself, of_the_matter, tells_a_story, words_in
from tutor.dialogue.reading.plainly_asked import plainly_asked, wonders
from tutor.dialogue.session import Waiting
from tutor.items.grade import Grade, Verdict

MAX_WORDS_TOPIC = 5
MAX_WORDS_TITLE, WHOLLY = 8, 0.85  # of a message that is a skill's title, and how surely it must be
MAX_WORDS_POINTING = 7
MAX_WORDS_PART = 3
LEAST_ASKED = 6  # words of a question that may have numbers in it, where no answer was found
IS_IT_BECAUSE = re.compile(
    r"^(?:(?:so|and|but|ok|oh|wait) )*(?:is|isn'?t) (?:it|that|this) (?:just |only )?because\b"
)
NAMED = 0.7  # how surely something of the course must be named, to be what is not understood


def ruled(heard: Heard) -> Reading:
    """The reading by rules."""
    if heard.wanted and not heard.exact:
        return Reading(intent=Intent.PRACTICE, text=heard.body, about=heard.wanted)
    if heard.grade is None:
        return _without_item(heard)
    return _beside_item(heard, heard.grade)


def asks_what_is_told(heard: Heard) -> bool:
    """Whether a message is a question that a heading of the course asks too."""
    if not heard.asked or heard.exact or heard.wanted or GUESS.search(heard.spoken):
        return False
    return "?" in heard.body or QUESTION.search(heard.spoken) is not None


def firmly(heard: Heard) -> Reading | None:
    """A question that only looks like a response or like talk, whatever the classifier says; else None.

    What somebody said is looked up, not graded; two numbers that are to be compared are compared.
    """
    if TEACH.search(heard.spoken) and heard.about and not heard.exact:
        return Reading(intent=Intent.TOPIC, text=heard.body, about=heard.about)
    if (asked := plainly_asked(heard)) is not None:
        return asked
    if heard.grade is not None and tells_a_story(heard, heard.grade):
        return Reading(intent=Intent.FEELING, text=heard.body, aside=STORY)
    if _points_at_an_option(heard) or _counts_along(heard):
        return Reading(intent=Intent.RESPONSE, text=heard.body, grade=heard.grade)
    if KNOWS_NOT_WHAT.search(heard.spoken) and not heard.exact:
        intent = Intent.QUESTION if heard.about or heard.item is None else Intent.DONT_KNOW
        text = asked_by_not_knowing(heard.spoken) if intent is Intent.QUESTION else heard.body
        return Reading(intent=intent, text=text, about=heard.about)
    if _concludes(heard):
        return Reading(intent=Intent.QUESTION, text=heard.body, about=heard.about)
    if _asks_on_from_told(heard) or YOU_SAID.search(heard.spoken):
        return Reading(intent=Intent.QUESTION, text=heard.body, about=heard.about)
    compares = beside(heard.body, heard.item) is not None
    if not (compares or _reports(heard) or _names_a_topic(heard)):
        return None
    return Reading(intent=Intent.QUESTION, text=heard.body, about=heard.about)


def _concludes(heard: Heard) -> bool:
    """Whether a message makes something of what was told (“so the bottom isnt how many you eat”) and answers nothing."""
    waits = heard.session.waiting in (Waiting.PROBE, Waiting.WHY, Waiting.EXPLAIN_BACK)
    own_words = heard.item is not None and heard.item.type_name == "open"
    if waits or own_words or heard.exact or not (heard.about or heard.session.explained):
        return False
    without = heard.grade is None or _without_merit(heard.grade)
    return without and bool(concluded(heard.body))


def _counts_along(heard: Heard) -> bool:
    """Whether a message names an option by its place (“no the other one”), whatever else it may look like."""
    if heard.item is None or heard.item.type_name != "choice" or heard.exact:
        return False
    return BY_PLACE.match(heard.spoken) is not None


def _asks_on_from_told(heard: Heard) -> bool:
    """Whether a message asks on from what was just explained (“do animals have one”, “so its the same as x?”)."""
    if not heard.session.explained or heard.exact:
        return False
    if heard.grade is not None and not _without_merit(heard.grade):
        return False
    spoken, words = heard.spoken, len(heard.spoken.split())
    if any(map(str.isdigit, spoken)) and heard.item_is_numeric:
        return False
    inverted = (INVERTED.search(spoken) or OF_TOLD.search(spoken)) is not None and words > 2
    joined = spoken.startswith(("and ", "what about ", "how about "))  # “and take away”
    return (
        inverted
        or (joined and words > 1)
        or (spoken.startswith("but ") and QUESTION.search(spoken) is not None)
        or (words > 2 and GOES_ON.search(spoken) is not None and "?" in heard.body)
    )


def _points_at_an_option(heard: Heard) -> bool:
    """Whether a few words that name no option hold what only one of them says (“nothing happens?”)."""
    item, grade = heard.item, heard.grade
    if item is None or grade is None or item.type_name != "choice":
        return False
    near = grade.verdict is Verdict.UNREADABLE and grade.read_as != ""
    asked = _asks_in_full(heard.spoken) or STRONG.search(heard.spoken)
    talks = asked or ONESELF.search(heard.spoken) or heard.about
    return near and not talks and len(heard.spoken.split()) <= MAX_WORDS_POINTING


def _asks_in_full(spoken: str) -> bool:
    """Whether a message is a whole question by its form (“is the pizza the same size”), and no attempt."""
    return len(spoken.split()) > 3 and question_form(spoken)


def _reports(heard: Heard) -> bool:
    """Whether a message tells what somebody or a program said, where that is no answer."""
    if not (REPORTED.search(heard.spoken) or ERROR_SEEN.search(heard.spoken)):
        return False
    if heard.grade is None:
        return heard.session.waiting not in (Waiting.EXPLAIN_BACK, Waiting.WHY)
    own_words = heard.item is not None and heard.item.type_name == "open"  # may well be told so
    return not (heard.exact or own_words) and _without_merit(heard.grade)


def _names_a_topic(heard: Heard) -> bool:
    """Whether a message says what it is about, or what of the course is not understood."""
    if heard.exact:
        return False
    named = bool(heard.about) and heard.about[0].sure >= NAMED
    return NAMES_IT.search(heard.spoken) is not None or (
        named and NOT_GOT.search(heard.spoken) is not None
    )


def _beside_item(heard: Heard, grade: Grade) -> Reading:
    """A message while an item is open."""
    body, spoken, about = heard.body, heard.spoken, heard.about
    probed = heard.session.waiting is Waiting.PROBE
    elsewhere = BESIDE.search(spoken) or (TALK_OF.search(spoken) and not about)
    if elsewhere and not heard.exact:
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    unreadable = grade.verdict is Verdict.UNREADABLE
    named = unreadable and bool(about) and words_in(spoken) > 2
    if GUESS.search(spoken) and (not unreadable or (len(spoken.split()) <= 4 and not named)):
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    strong = STRONG.search(spoken) is not None
    asks = strong or (body.rstrip().endswith("?") and QUESTION.search(spoken) is not None)
    if (asks and (strong or not heard.exact)) or asks_on(heard):
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    if probed and grade.verdict in (Verdict.UNCLEAR, Verdict.UNREADABLE):
        return Reading(intent=Intent.REPLY, text=body)
    wholly = bool(about) and about[0].sure >= WHOLLY and len(spoken.split()) <= MAX_WORDS_TITLE
    brief = len(spoken.split()) <= MAX_WORDS_TOPIC or wholly
    topical = brief and not GUESS.search(spoken)
    short = heard.item is not None and heard.item.type_name == "short"
    spelt = short and grade.read_as != "" and " " not in spoken  # “cel”: nearly what is asked for
    if unreadable and about and topical and not (spelt or _in_part(heard)):
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    believed = I_BELIEVE.match(spoken)
    if unreadable and believed and len(believed["x"].split()) > 2:
        return Reading(intent=Intent.QUESTION, text=f"i thought {believed['x']}", about=about)
    if of_the_matter(heard, grade):
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    if of_oneself(heard, grade):
        return Reading(intent=Intent.FEELING, text=body, aside=GENERAL[Intent.FEELING])
    return Reading(
        intent=Intent.RESPONSE, text=body, grade=grade, about=about if unreadable else ()
    )


def _in_part(heard: Heard) -> bool:
    """Whether a few words are part of an answer of several, such as some of what is to be put in order."""
    item, words = heard.item, heard.spoken.split()
    if item is None or item.type_name not in ("blanks", "order", "match"):
        return False
    if item.type_name == "blanks":  # one word alone names what is to be shown
        return 1 < len(words) <= MAX_WORDS_PART
    shown = item.type.shown()
    listed = " ".join(spoken_in(f"{o.label} {o.text}") for o in shown.options).split()
    return len(words) > 1 and set(words) <= set(listed)


def _without_merit(grade: Grade) -> bool:
    """Whether a grade gives nothing, so that nothing is lost when a message is taken for no answer."""
    return grade.verdict in (Verdict.INCORRECT, Verdict.UNREADABLE, Verdict.UNCLEAR)


def asks_on(heard: Heard) -> bool:
    """Whether a message that ends in a question mark goes on asking, and is no attempt put as a question.

    A grader of words takes any of it for a wrong answer; one of numbers reads “one” as 1.
    """
    spoken, marked = heard.spoken, heard.body.rstrip().endswith("?")
    if heard.grade is None or not _without_merit(heard.grade):
        return False
    if _asks_of_it(heard, heard.grade):
        return True
    if GUESS.search(spoken):
        return False
    if marked and heard.exact and IS_IT_BECAUSE.match(spoken):
        return True
    if spanish.goes_on(heard.body) and not heard.exact:
        return True
    goes_on = marked and GOES_ON.search(spoken) is not None
    if heard.exact:
        return goes_on and not any(map(str.isdigit, spoken))
    why = len(spoken.split()) > 3 and spoken.rstrip(" ?").endswith((" why", " how"))
    if heard.item is None or heard.item.type_name not in INEXACT:
        unread = heard.grade.verdict is Verdict.UNREADABLE and len(spoken.split()) > 1
        begins = len(spoken.split()) > 2 and QUESTION.search(spoken) is not None
        late = heard.matter and ASKS_LATE.search(spoken) is not None
        if late and unread and not heard.item_is_numeric:
            return True
        wholly = (
            marked and len(spoken.split()) > LEAST_ASKED
        )  # no attempt is as long and ends in a question mark
        figures = any(map(str.isdigit, spoken)) and not wholly
        return (marked or begins or why or late) and unread and not figures
    if heard.item.type_name == "open":
        return False  # a whole sentence is what it asks for
    told = len(spoken.split()) > 3 and (marked or QUESTION.search(spoken) is not None)
    if heard.item.type_name == "output" and marked and len(spoken.split()) > 2:
        return not any(map(str.isdigit, spoken))
    return goes_on or why or (told and TELLS.search(spoken) is not None)


def _asks_of_it(heard: Heard, grade: Grade) -> bool:
    """Whether a message asks how it is with something (“is it in every cell”, “so it is always 4/4”)."""
    spoken = heard.spoken
    if len(spoken.split()) > 4 and ALWAYS.search(spoken):
        return True
    if heard.item_is_numeric and of_the_task(spoken):
        return True
    unread = heard.item is not None and (
        grade.verdict is Verdict.UNREADABLE or heard.item.type_name in ("short", "blanks")
    )
    numbers = any(map(str.isdigit, spoken))
    return (
        unread and len(spoken.split()) > 4 and not numbers and ASKS_OF_IT.search(spoken) is not None
    )


def _without_item(heard: Heard) -> Reading:
    """A message while nothing is open."""
    body, spoken, about = heard.body, heard.spoken, heard.about
    strong = STRONG.search(spoken) is not None
    if spoken.startswith(("because ", "cause ", "bc ")):
        return Reading(intent=Intent.REPLY, text=body)
    asks = strong or INVERTED.search(spoken) is not None or ASKS_OF_IT.match(spoken) is not None
    asked = (body.rstrip().endswith("?") and question_form(spoken)) or wonders(spoken)
    if heard.session.waiting in (Waiting.EXPLAIN_BACK, Waiting.WHY) and not (asks or asked):
        return Reading(intent=Intent.REPLY, text=body)
    if BESIDE.search(spoken) or (TALK_OF.search(spoken) and not about):
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    believed = I_BELIEVE.match(spoken)
    if believed and len(believed["x"].split()) > 2:
        return Reading(intent=Intent.QUESTION, text=f"i thought {believed['x']}", about=about)
    if about and len(spoken.split()) <= MAX_WORDS_TOPIC and not strong:
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    goes_on = heard.session.explained and GOES_ON.search(spoken) is not None
    if QUESTION.search(spoken) or body.rstrip().endswith("?") or about or goes_on:
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    return Reading(intent=Intent.OFF_TOPIC, text=body)
