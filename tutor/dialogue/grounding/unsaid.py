"""Words of a question that nothing found has: what the readings do not say is said before what they do (pure)."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tutor.curriculum.course import Course
from tutor.retrieval.general_words import GENERAL_TEXT
from tutor.retrieval.language import Analyser, analyser_of, fold
from tutor.retrieval.passage import Hit
from tutor.retrieval.spelling import slips_between, slips_forgiven

MOST = 2  # words that are named
LEAST_LETTERS = 4  # of a word that is worth naming
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What frames a question and is no matter of any course: when, with whom, how it is said.
_FRAMES = """
whereas rather whether either neither monday tuesday wednesday thursday friday saturday sunday weekend tonight yesterday
tomorrow tmrw month year lunch dinner english honestly seriously kindly slowly wondering arguing asking asked test tests exam
exams quiz homework mate mates friend friends brother sister morning afternoon evening fully completely totally entirely
properly sure certain thanks hello ciao sorry teachers stop move moving instead explanation explanations
said says saying told tells telling thinks thought guess lesson lessons class classes
"""
_GENERAL = frozenset(f"{GENERAL_TEXT} {_FRAMES}".split())


def unsaid(question: str, hits: Sequence[Hit], course: Course) -> tuple[str, ...]:
    """The telling words of a question, as they were typed, that neither the passages found nor the course's names
    have; none where no telling word is left that they do have, for then nothing was found at all.

    The passages found are enough to look at: a word that some passage has brings that passage near the front.
    """
    if not course.language.startswith("en"):
        return ()
    analyser = analyser_of(course.language)
    known = _stems_of(course.language, (*_texts(hits), *_names(course)))
    telling = [word for word in _WORD.findall(question) if _is_telling(word, analyser)]
    missing = [word for word in telling if not _has(known, analyser.stem(fold(word)))]
    if not missing or len(missing) == len(telling):
        return ()
    return tuple(dict.fromkeys(word.casefold() for word in missing))[:MOST]


def says_all(question: str, hits: Sequence[Hit], course: Course) -> bool:
    """Whether the passages found and the course's names have every telling word of a question; False where the
    language tells no telling words."""
    if not course.language.startswith("en"):
        return False
    analyser = analyser_of(course.language)
    known = _stems_of(course.language, (*_texts(hits), *_names(course)))
    telling = [word for word in _WORD.findall(question) if _is_telling(word, analyser)]
    return all(analyser.stem(fold(word)) in known for word in telling)  # “world” is no “word” here


def _is_telling(word: str, analyser: Analyser) -> bool:
    folded = fold(word).replace("’", "").replace("'", "")
    if len(folded) < LEAST_LETTERS or folded in _GENERAL:
        return False
    return not analyser.is_stop(folded)


def _has(known: frozenset[str], stem: str) -> bool:
    if stem in known:
        return True
    most = slips_forgiven(stem)
    near = (other for other in known if most and abs(len(other) - len(stem)) <= most)
    return any(slips_between(stem, other, most) is not None for other in near)


def _texts(hits: Sequence[Hit]) -> Iterable[str]:
    for hit in hits:
        yield from (*hit.passage.heading_path, hit.passage.text)


def _names(course: Course) -> Iterable[str]:
    for term in course.glossary:
        yield from (term.term, *term.also, term.means)
    for skill in course.skills.values():
        yield from (skill.title, *skill.aliases, skill.card)


def _stems_of(language: str, texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(_stems(language, text) for text in texts))


@lru_cache(maxsize=8192)
def _stems(language: str, text: str) -> frozenset[str]:
    """Kept, since the same passages and names are looked at again and again."""
    return frozenset(analyser_of(language).words(text).stems)
