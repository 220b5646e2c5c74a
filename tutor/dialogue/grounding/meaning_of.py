"""Questions what a word means: the glossary's own, or one of those that were just read (pure)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tutor.curriculum.course import Course
from tutor.dialogue.reading.heard import Found
from tutor.retrieval.childs_words import written_out

SURELY = 0.85  # how surely a term must be named
_LEAD = r"(?:(?:so|and|but|wait|ok|um+|uh+|hey|sorry|then|no|nah|like|i mean|first|please|well|oh|yo|y|pero) )*"
_ASKS = (
    r"what(?: even| exactly)? (?:is|are|does)(?: even| it exactly| exactly| it)?", r"define", r"(?:please )?(?:explain|tell)(?: to)?(?: me)? what (?:is|are|means?|does)", r"(?:the )?meaning of", r"what means",
    r"(?:que|q) (?:es|son|significa|quiere decir|significan)",
)  # fmt: skip
_PURPOSE = re.compile(
    r"(?:(?:so|and|but|wait|ok) )*what (?:do|does) (?:an? |the )?(?P<x>\S+(?: \S+){0,2}?) (?:actually |even )?do"
)
_ARTICLE = r"(?:(?:an?|the|un|una|el|la|los|las|the word|la palabra) )?"
_AFTER = (
    r"(?: (?:means?|meaning|again|then|exactly|though|even|now|significa|please|pls|mate|bro|man|"
    r"dude|lol|sir|miss|anyway))*"
)
_MEANING = re.compile(rf"{_LEAD}(?:{'|'.join(_ASKS)}) {_ARTICLE}(?P<x>\S+(?: \S+){{0,2}}?){_AFTER}")
_LATE = re.compile(
    r"(?:(?:an?|the) )?(?P<x>\S+(?: \S+)?) "
    r"(?:que significa|que es|q es|what is that|what is it|what is this|"
    r"what does (?:it|that) mean)"
)
_THAT_WORD = re.compile(
    r"\bwhat (?:does|is|do) (?:that|this|those|these) (?:\w+ )?words?\b|\bthat word\b.*\bmean"
    r"|\b(?:never|not) heard (?:of )?that word\b|\b(?:que|q) (?:significa|quiere decir|es) esa palabra\b"
)
_SAYS = (
    r"(?:just |only |always |really )?"
    r"(?:is|are|was|means?|tells?|says?|shows?|counts?|does|do|has|have|can|makes?|needs?|isn'?t|"
    r"aren'?t|doesn'?t|don'?t|can'?t)"
)
_MARKS = re.compile(r"[?!.,;:¿¡“”\"]+")


def term_asked(
    question: str, course: Course, named: Callable[[str], tuple[Found, ...]]
) -> Found | None:
    """The term of the glossary that a question asks the meaning of, and nothing else; None where it asks more."""
    plain = " ".join(_MARKS.sub(" ", written_out(question)).split())
    found = next((f for p in (_PURPOSE, _MEANING, _LATE) if (f := p.fullmatch(plain))), None)
    if found is None:
        return None
    ways = {term.term.casefold(): (term.term, *term.also) for term in course.glossary}
    words = len(found["x"].split())
    means = {term.term.casefold(): term.means for term in course.glossary}
    return next(
        (
            replace(one, means=means[one.term.casefold()])  # a skill's title may be a term, too
            for one in named(found["x"])
            if one.means
            and one.sure >= SURELY
            and any(
                len(way.split()) == words and way[:1].casefold() == found["x"][:1]
                for way in ways.get(one.term.casefold(), ())
            )
        ),
        None,
    )


def term_claimed(claim: str, course: Course) -> Found | None:
    """The term of the glossary of which a claim says what it is or does (“the bottom number is how many you eat”)."""
    plain = " ".join(_MARKS.sub(" ", claim.casefold()).split())
    for term in course.glossary:
        for way in (term.term, *term.also):
            bare = re.sub(r" (?:number|part|bit)$", "", way.casefold())
            named = "|".join(re.escape(name) for name in dict.fromkeys((way.casefold(), bare)))
            if re.match(rf"(?:the |an? |every |all )?(?:{named}) {_SAYS}\b", plain):
                return Found(skill=term.skill, term=term.term, means=term.means)
    return None


def asks_purpose(question: str) -> bool:
    """Whether what something does is asked: a definition answers that where no passage does."""
    return _PURPOSE.fullmatch(" ".join(_MARKS.sub(" ", written_out(question)).split())) is not None


def asks_of_a_word(question: str) -> bool:
    """Whether a question points at a word that was just read."""
    return _THAT_WORD.search(_MARKS.sub(" ", written_out(question))) is not None


def hard_words(terms: Sequence[Found], known: str) -> tuple[Found, ...]:
    """The terms of a text that `known`, which the learner wrote or knows, does not have; at most two."""
    said = known.casefold()
    return tuple(one for one in terms if one.means and one.term.casefold() not in said)[:2]
