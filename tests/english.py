"""Finds English in what a learner of a Spanish course reads, word by word.

A word counts as English when Meno's own English sentences have it and neither its Spanish ones nor the
course have it: so that a sentence that was forgotten is found by almost any of its words.
"""

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from tutor.channels import said as channels
from tutor.channels.telegram import learner_words
from tutor.dialogue import phrases
from tutor.items import said as items
from tutor.learner_state import phrases as reasons
from tutor.reports import progress_words

TONGUES = Path(__file__).parent / "data" / "tongues"
_WORD = re.compile(r"[^\W\d_]{3,}")
_SLOT = re.compile(r"\{\w+\}")
# What a page reads out or shows in a field besides its text.
SEEN = re.compile(r'(?:aria-label|placeholder|title|data-say)="([^"]*)"')


def _words(texts: Iterable[str]) -> set[str]:
    return {word.casefold() for text in texts for word in _WORD.findall(_SLOT.sub("", text))}


def _english() -> Iterable[str]:
    for options in phrases.EN.values():
        yield from options
    yield from items.TABLES["es"]
    yield from channels.TABLES["es"]
    yield from learner_words.ENGLISH.values()
    yield from reasons.ENGLISH.values()
    yield from progress_words.ENGLISH.values()


def _spanish() -> Iterable[str]:
    for options in phrases.TABLES["es"].values():
        yield from options
    yield from items.TABLES["es"].values()
    yield from channels.TABLES["es"].values()
    yield from learner_words.SPANISH.values()
    yield from reasons.SPANISH.values()
    yield from progress_words.SPANISH.values()
    for path in TONGUES.rglob("*.*"):
        yield path.read_text()


ENGLISH = frozenset(_words(_english()) - _words(_spanish()) - {"meno", "quit"})


def english_in(text: str) -> set[str]:
    """The English words of a text."""
    return _words([text]) & ENGLISH


def english_on(page: str) -> set[str]:
    """The English words that a page of HTML shows or reads out."""
    seen = [unescape(one) for one in SEEN.findall(page)]
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    seen.append(unescape(re.sub(r"<[^>]*>", " ", body)))
    return _words(seen) & ENGLISH
