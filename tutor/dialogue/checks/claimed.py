"""What a sentence of a draft claims of a course's matter, if it claims anything (pure; docs/adr/0065).

A claim is general: “Ribosomes build proteins.” What is said of the learner's doing, of the question at hand, or as
something to do, claims nothing, and neither does a question or what is only supposed. English alone: these are told
apart by its words.
"""

import re
from functools import lru_cache

from tutor.curriculum.course import Course
from tutor.retrieval.general_words import GENERAL_TEXT, SMALL_TEXT
from tutor.retrieval.language import analyser_of

FEWEST = 3  # words of a claim
_MARKS = re.compile(r"[`*_]|\[\d{1,2}\]")
# What leads up to a claim: “Remember that …”, “Fun fact: …”, “Exactly, …”.
_OPENERS = re.compile(
    r"^\W*(?:(?:yes|yep|exactly|right|correct|perfect|great|good|nice|lovely|well done|spot on|no|not quite|almost|careful"
    r"|actually|so|and|but|now|also|remember|by the way|in fact|you see|fun fact|hint|here is a (?:hint|tip)|tip|because"
    r"|that is why|that's why)\b\W*(?=[,:;.!–—] )[,:;.!–—]\s+|(?:so|and|but|now|also|remember|because) )+",
    re.I,
)
_THAT = re.compile(
    r"^\W*(?:(?:please )?(?:remember|recall|note|notice|keep in mind|bear in mind)|did you know|do you remember"
    r"|(?:today |now |also |so )*(?:you|we)(?:'ve| have)?(?: also| now| just| already)* (?:saw|see|seen|learnt|learned|know|found"
    r"|find|discovered|remember|showed|shown|noticed|worked out)|(?:it is|it's) (?:true|important|because)"
    r"|(?:the|a|one) (?:thing|point|rule|key|trick|idea|reason|fact)(?: to \w+| here)? is)(?: out)? that\s+",
    re.I,
)
_THOUGHT = re.compile(
    r"\b(?:think|thinks|thought|believe|believes|tempting|mix-up|mixed up|as if|imagine|suppose|picture|pretend|what if"
    r"|for example|for instance)\b",
    re.I,
)
_TO_DO = re.compile(
    r"^\W*(?:(?:please|next|first|then|just|maybe|perhaps)\b[, ]*)*(?:look|try|think|take|draw|start|begin|read|use|tell"
    r"|check|count|have|let|let['’]?s|let us|keep|give|write|find|compare|go|see|shall|thanks?|say|ask|show|don['’]?t|do|remind"
    r"|point|back|watch|work|put|pick|choose|explain|trace|test|run|notice|here|there|ready|feel|good|nice|well|great"
    r"|remember|recall|come|move|change|type|fill|make|turn|split|cut|change|focus|consider|ignore|leave|follow|cover"
    r"|circle|underline|label|copy|guess|swap|switch|press|open|close|add|subtract|multiply|divide|double|halve|simplify|rename)\b"
    r"(?! (?:of|is|are|has|have|does|always|never|\w+s)\b)",
    re.I,
)
_OF_LEARNER = re.compile(
    r"\byour (?!body|hair|skin|blood|lungs|heart|cells|muscles|brain|oxygen)"
    r"|(?:^\W*|[,;:] |\b(?:and|but|so|that|what|how|when|as) )you(?:['’](?:ve|re|ll)| are| have| had| did| were| got"
    r"| will| may| said| wrote| drew| made| took| came| chose| used| gave| went| left| forgot| put| seem| look"
    r"| (?!need|feed)\w+ed)\b(?! (?:half|twice|more|less|as|to)\b)"
    r"|\b(?:i|me|my|mine|let['’]s|let us|we['’]ll|shall we"
    r"|we (?:look|start|begin|want|know|see|saw|did|do|try|go|are|were|have|had))\b",
    re.I,
)
_AT_HAND = re.compile(
    r"\b(?:question|slip|mistakes?|answer|picture|drawing|exercise|task|left to|missing|tricky|problem at all)\b"
    r"|\b(?:this|these) (?!means|is (?:called|why|because))|\b(?:is|are) done(?=\W*$|,)"
    r"|\b(?:the|that|one|each) (?:first |second |third |last |next |other )?(?:step|story|example)\b"
    r"|\bthat line\b|\b(?:second|third|first|last|next) line\b|\bthat \w+ (?:does|is|was)\b"
    r"|^\W*(?:it|they|that|that['’]s|there|here|both|he|she|not|no|haha|keep)\b",
    re.I,
)
_BOLD = re.compile(r"\*\*([^*\n]{2,40})\*\*")
_OF_ANYTHING = "one two back start stop left bit way ask set problem total miss"  # in headings too
_LONGEST_TERM = 3  # words of bold text that names something


def claimed_in(sentence: str, course: Course) -> str:
    """The claim of a sentence about the course's matter; "" where it makes none."""
    if not course.language.startswith("en"):
        return ""
    bare = _MARKS.sub("", sentence).strip()
    led = _THAT.sub("", _OPENERS.sub("", bare))
    reported = _THAT.search(_OPENERS.sub("", bare)) is not None
    if led.endswith("?") and not reported:
        return ""
    if _THOUGHT.search(led) or _AT_HAND.search(led) or any(sign.isdigit() for sign in led):
        return ""  # numbers have a check of their own
    if not reported and (_TO_DO.match(led) or _OF_LEARNER.search(led)):
        return ""
    if len(led.split()) < FEWEST or _matter(course).isdisjoint(_stems(led, course.language)):
        return ""
    return led


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(analyser_of(language).words(text).stems)


def _matter(course: Course) -> frozenset[str]:
    """The words of what a course is about: its terms, its skills' names, and what its readings print bold."""
    names = [name for term in course.glossary for name in (term.term, *term.also)]
    titles = [course.title, *(skill.title for skill in course.skills.values())]
    texts = tuple(reading.text for reading in course.readings.values())
    return _matter_of((*names, *titles), texts, course.language)


@lru_cache(maxsize=64)  # more courses than a school teaches at once
def _matter_of(named: tuple[str, ...], texts: tuple[str, ...], language: str) -> frozenset[str]:
    bold = (found for text in texts for found in _BOLD.findall(text))
    short = (words for words in bold if len(words.split()) <= _LONGEST_TERM)
    words = _stems(" ".join((*named, *short)), language)
    return words - _stems(GENERAL_TEXT + SMALL_TEXT + _OF_ANYTHING, language)
