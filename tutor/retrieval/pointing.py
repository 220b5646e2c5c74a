"""What a word that points back (“it”, “one”, “them”) stands for: the thing that was asked about last, put in its place (pure)."""

import re
from collections.abc import Callable

from tutor.retrieval.asking import wordings
from tutor.retrieval.relation import defined_in

# A pronoun where a noun may stand: not “it is because”, “this question”, “which one”, “the second one”.
_BEHIND = [
    "which",
    "no",
    "any",
    "every",
    "the",
    "other",
    "next",
    "last",
    "this",
    "that",
    "first",
    "second",
    "third",
]
_POINTS = re.compile(
    "".join(rf"(?<!{word} )" for word in _BEHIND)
    + (
        r"\b(?:it|they|them|their|one|ones|these|those|that|this)\b"
        r"(?!'| (?:one|question|because|item|word|answer|code|program|way)\b)"
    ),
    re.IGNORECASE,
)
# How a question begins that says something of a thing: “Are viruses alive”, “Why do red blood cells have no nucleus”.
_BEFORE = re.compile(
    r"^(?:(?:why|how|where|when|what) )?(?:is|are|was|were|do|does|did|can|could|will|must|should) "
    r"(?!(?:the )?(?:i|you|we|it|they|there|my|your|people|someone|some|everything|difference|order)\b)"
    r"(?:an? |the |all |most )?(?=[^\W\d])",
    re.IGNORECASE,
)
_SAYS = re.compile(
    (
        r" (?:an?|the|in|on|of|part|only|always|do|have|has|need|make|mean|go|get|come|work|look|"
        r"stop|use|called|carry|give|take|run|change|say|stay|be)\b.*$"
    ),
    re.IGNORECASE,
)
_ASKED_OF_IT = re.compile(
    (
        r"^(?:(?:so|and|but|wait|ok|then) )*(?:(?:why|where|how|when) )?"
        r"(?:is|are|was|were|does|do|did|can|could|will|has|have) "
        r"(?:it|they|that|this|one|those|these)\b"
    ),
    re.IGNORECASE,
)
_NO_THING = frozenset({"difference", "order", "happens", "everything", "some"})
MOST_OF_THING = 3  # words of what a question is about


def topic_of(heading: str, is_named: Callable[[str], bool]) -> str:
    """What a heading asks about, in its words; "" where that cannot be told.

    “What do mitochondria do? Why is the mitochondrion called the powerhouse?” → “mitochondria”.
    """
    for asking in wordings(heading):
        thing = defined_in(asking) or _subject_of(asking)
        if thing:
            return "" if thing.split()[0] in _NO_THING else thing
        words: list[str] = re.findall(r"[^\W\d_][\w'-]*|[=!<>%+*/]+", asking)
        if named := next(filter(is_named, words), ""):
            return named
    return ""


def _subject_of(asking: str) -> str:
    """The thing of which a question says something, up to what it says; its first word where that is not seen."""
    begins = _BEFORE.match(asking)
    if begins is None:
        return ""
    rest = asking[begins.end() :]
    thing = _SAYS.sub("", rest)
    return thing if thing != rest and len(thing.split()) <= MOST_OF_THING else rest.split()[0]


def pointing_word(question: str, *, first: bool = False) -> str:
    """The word of a question that points back; "" where none does, or, for `first`, where it is not what is asked about."""
    found = _POINTS.search(question)
    if found is None or (first and not _ASKED_OF_IT.match(question)):
        return ""
    return str(found[0]).casefold()


def spelled_out(question: str, topic: str) -> str:
    """A question with the thing in place of the word that points back to it; "" where none does."""
    found = _POINTS.search(question) if topic else None
    return f"{question[: found.start()]}{topic}{question[found.end() :]}" if found else ""
