"""An idea that a learner holds against the task or an answer (“i thought the nucleus makes energy”, “but elephants have
bigger cells”): it is to be looked at, not to be graded, though a word of the answer stands in it. Pure."""

import re

from tutor.dialogue.intents.cues import cued
from tutor.dialogue.intents.phrases import GUESS, QUESTION, TELLS, claim_in
from tutor.dialogue.intents.said import said
from tutor.dialogue.reading.attempted import spoken_in
from tutor.dialogue.reading.heard import INEXACT
from tutor.ids import MisconceptionId
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item

LEAST = 3  # words of an idea; two are a name (“my mum says cell membrane”)
LEAST_OBJECTED = 3  # of what follows “but”
LONG_DENIAL = 6  # words of a denial that may hold the answer and is none
# What is done, where the shorter list of statements has no word for it.
_DOES = re.compile(
    r"\b(?:\w{2,}n'?t|goes?|holds?|keeps?|tells?|controls?|moves?|turns?|gives?|takes?|prints?|"
    r"shows?|adds?|cuts?|grows?|stores?|says?|lets?|builds?|breathes?|sits?|runs?|puts?|counts?|"
    r"brilla\w*|tiene\w*|come\w*|hace\w*|sirve\w*|suma\w*|empieza\w*|toma\w*|da|va|es|son|est[aá]n?)\b"
)
_OBJECTS = re.compile(
    r"^(?:(?:no|nah|nope|wait|ok|yeah|hm+|well|pues|oye) )*(?:but|pero) "
    r"(?P<idea>(?!(?:i (?:think|guess|got|said|wrote|meant|don'?t|do not|dont|can'?t|cant|"
    r"want|need|have|am|was|did|do|have|had|still|just|never|didn'?t|didnt)|i'?m|im|maybe|"
    r"it'?s|its|then|so|you|u|creo|entonces|where|ser[aá]|es|no (?:s[eé]|entiendo))\b).+)$"
)
# Who says to have been right disputes the verdict and holds no idea.
_DISPUTES = re.compile(
    r"\b(?:right|correct|wrong|fair|marked|same (?:as|thing|answer)|mine|bien|correct[oa]|"
    r"justo|igual que)\b|^(?:[a-f]|[\d/.]+) (?:works?|says?|counts?|fits?)\b"
)
_LEARNED = re.compile(
    r"^(?:(?:but|so|and|wait|well|ok|oh) )*i (?:always )?"
    r"(?:learned|learnt|was (?:told|taught))(?: (?:in|at) \w+)?(?: that)? "
    r"(?P<idea>(?!(?:this|it|about|how|them|all)\b).+)$"
)
# “so the bottom isnt how many you eat”: what is made of what was told, to be held against it.
_CONCLUDES = re.compile(
    r"^(?:(?:oh|ok|okay|wait|ah|and|but|hm+|right) )*so "
    r"(?P<idea>(?!(?:i|it|it'?s|its|that|that'?s|thats|this|"
    r"(?:we|you|u) (?!can'?t|cannot|can not|have to|must|always|never|just|only|should|need)|"
    r"what|why|how|when|where|who|which|is|are|do|does|can|the answer|then)\b).+)$"
)
_DENIES = re.compile(
    r"^(?:no|nah|nope) (?P<idea>(?!(?:still|i|it|that|this|not|idk|don'?t)\b).+\b(?:\w+n'?t|not|never|just|only)\b.+)$"
)
_POINTS_AT_ANSWER = re.compile(
    r"^(?:it|its|it'?s|that|this|the answer|the (?:first|second|third|last|other) one|option|[a-f]\b|la respuesta)\b"
)
# “2/4 is more than 1/2 because …”
_STATES_OF = re.compile(
    r"(?P<one>[\d/.,% ]*\d%?) (?:is|are|was) (?P<than>.*?\d%?)(?: (?:because|cause|cos|bc|since)\b.*)?$",
    re.IGNORECASE,
)


def held_in(text: str) -> str:
    """The idea in a message; "" where there is none: what somebody is said to have said, what the learner thought, or
    what stands behind “but”."""
    return claim_in(text) or _objection(spoken_in(text)) or concluded(text)


def concluded(text: str) -> str:
    """What a learner makes of what was told (“so the bottom isnt how many you eat”); "" where a message is no such
    statement, or may be an answer."""
    found = _CONCLUDES.match(spoken_in(text))
    idea = found["idea"].strip(" ?.!") if found else ""
    states = re.search(r"\b(?:\w+n'?t|is|are|was|means?|does|do|has|have|can)\b", idea) is not None
    asks = (
        re.search(r"^(?:\S+ )?(?:what|wat|wot|wut|why|how|when|where|who|which)\b", idea)
        is not None
    )
    return (
        idea
        if len(idea.split()) > LEAST and states and not asks and not any(map(str.isdigit, idea))
        else ""
    )


def _objection(spoken: str) -> str:
    found = _OBJECTS.match(spoken) or _LEARNED.match(spoken) or _DENIES.match(spoken)
    idea = found["idea"].strip(" ?.!") if found else ""
    if len(idea.split()) < LEAST_OBJECTED or QUESTION.search(idea) or GUESS.search(idea):
        return ""
    if _DISPUTES.search(idea) or cued("appeal", said(spoken)):
        return ""
    return idea if _states(idea) else ""


def _states(idea: str) -> bool:
    return TELLS.search(idea) is not None or _DOES.search(idea) is not None


def held_against(text: str, item: Item | None, grade: Grade | None) -> bool:
    """Whether a message beside an open item holds an idea against it and answers nothing.

    A reported answer (“mum says 3/5”, “my friend says the cell wall”) is one all the same, and whoever is asked for
    sentences may begin them as they like.
    """
    if item is None or grade is None or item.type_name == "open":
        return False
    claim = claim_in(text).casefold()
    if claim and not _POINTS_AT_ANSWER.match(claim):
        inexact = item.type_name in INEXACT or item.type.shown().options
        return bool(inexact) and len(claim.split()) >= LEAST and _states(claim)
    spoken = spoken_in(text)
    denied = _DENIES.match(spoken) is not None and len(spoken.split()) > LONG_DENIAL
    return (denied or grade.verdict is not Verdict.CORRECT) and bool(_objection(spoken))


def foreseen(item: Item | None) -> frozenset[MisconceptionId]:
    """The wrong ideas that an item's author foresaw: of its wrong answers and of its options."""
    if item is None:
        return frozenset()
    options = (item.grade(option.label).misconception for option in item.type.shown().options)
    return frozenset(
        idea for idea in (*(wrong.misconception for wrong in item.wrong), *options) if idea
    )


def compares(text: str) -> str:
    """The question to which an idea comes that states how two numbers compare (“i thought 2/4 is more than 1/2”); ""
    where it states something else."""
    found = _STATES_OF.match(held_in(text))
    return f"is {found['one']} {found['than']}?" if found else ""
