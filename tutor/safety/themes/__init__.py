"""What the words of a message are about: themes in three languages, from word lists (pure).

A list has a theme a line, `name: word stem* "several words"`. Themes of one name are one theme, so
that what is learnt from rows in one language holds in the others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tutor.safety.normal import fold
from tutor.safety.tongue import is_spanish

LANGUAGES = ("en", "es", "ar")
LEAST_STEM = 3  # letters of a stem
MOST_WORDS = 4  # of a phrase
_LISTED = re.compile(r'"([^"]+)"|(\S+)')
_ARABIC = re.compile(r"[\u0621-\u064a]")
_PREFIXES = re.compile(r"^(?:[وف]?(?:بال|كال|لل|ال)|[وفبلس](?=\w{3}))")


@dataclass(frozen=True, slots=True)
class Lists:
    """One language's lists, each entry with the places of its themes in `names()`."""

    words: dict[str, tuple[int, ...]]
    stems: dict[str, tuple[int, ...]]
    phrases: dict[str, tuple[int, ...]]

    def of(self, word: str) -> tuple[int, ...]:
        """The themes of a word, its stems' included."""
        found = self.words.get(word, ())
        for end in range(LEAST_STEM, len(word) + 1):
            found += self.stems.get(word[:end], ())
        return found


def themes(words: Sequence[str]) -> set[int]:
    """The places in `names()` of the themes that folded words touch."""
    lists = _lists()
    latin = [lists["es"], lists["en"]] if is_spanish(words) else [lists["en"]]
    found: set[int] = set()
    for at, word in enumerate(words):
        if _ARABIC.match(word):
            found.update(lists["ar"].of(word))
            bare = stem(word)
            if bare != word:
                found.update(lists["ar"].of(bare))
        else:
            for one in latin:
                found.update(one.of(word))
        for size in range(2, MOST_WORDS + 1):
            phrase = " ".join(words[at : at + size])
            for one in (*latin, lists["ar"]):
                found.update(one.phrases.get(phrase, ()))
    return found


def stem(word: str) -> str:
    """An Arabic word without article and clinging particles; any other as it is."""
    return _PREFIXES.sub("", word) if _ARABIC.match(word) else word


@cache
def names() -> tuple[str, ...]:
    """The themes, in the order that the weights know them by."""
    return tuple(
        dict.fromkeys(line.partition(":")[0] for tongue in LANGUAGES for line in _lines(tongue))
    )


def listed(tongue: str) -> tuple[str, ...]:
    """The whole words of a language's lists."""
    return tuple(_lists()[tongue].words)


@cache
def _lists() -> dict[str, Lists]:
    return {tongue: _read(tongue) for tongue in LANGUAGES}


def _read(tongue: str) -> Lists:
    lists = Lists({}, {}, {})
    for line in _lines(tongue):
        name, _, listed = line.partition(":")
        place = names().index(name)
        for hit in _LISTED.finditer(listed):
            entry = fold((hit[1] or hit[2]).replace("_", " "))
            into = lists.phrases if " " in entry else lists.words
            if entry.endswith("*"):
                entry, into = entry[:-1], lists.stems
            into[entry] = (*into.get(entry, ()), place)
    return lists


def _lines(tongue: str) -> list[str]:
    text = Path(__file__).with_name(f"{tongue}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]
