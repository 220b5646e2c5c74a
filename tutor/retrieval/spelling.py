"""Slips of the keyboard: how far two words are apart, and which known word was meant (pure)."""

import bisect
import itertools
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from tutor.retrieval.language import MARKS, Analyser, fold

_WORD = re.compile(
    rf"(?:[^\W\d_][{MARKS}]*){{4,}}"
)  # shorter words are too often right as they stand

_BEGUN = 5  # letters that an unfinished word has at least
_PART = 3  # letters that each of two words run together has at least


def slips_forgiven(word: str) -> int:
    """How many slips a word of its length may hold and still be itself."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


@lru_cache(maxsize=100_000)
def slips_between(first: str, second: str, most: int) -> int | None:
    """Letters added, dropped, changed or swapped between two words; None when more than `most`.

    Optimal string alignment (Damerau 1964), row by row.
    """
    if abs(len(first) - len(second)) > most:
        return None
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if last and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


class Spelling:
    """The words of a text collection, found by a spelling that is one slip away.

    Two words one slip apart become equal when a letter is left out of one or both (Garbe 2012,
    "symmetric delete"): the numbers of all such leavings are kept sorted, and looked up.
    """

    def __init__(self, counts: Mapping[str, int], analyser: Analyser) -> None:
        """`counts` says in how many passages a word stands; words in none are not offered."""
        self._known = frozenset(word for word, count in counts.items() if count)
        self._counts = counts
        self._analyser = analyser
        self._words = [word for word in self._known if _WORD.fullmatch(word)]
        self._sorted = sorted(self._words)
        leavings = [
            (hash(part), at) for at, word in enumerate(self._words) for part in _without(word)
        ]
        leavings.sort()
        self._hashes = np.array([one for one, _ in leavings], dtype=np.int64)
        self._owners = np.array([at for _, at in leavings], dtype=np.int32)

    def mended(self, text: str) -> str:
        """The text with each unknown word replaced by the commonest known one a slip away.

        Where there is none: by one that it begins, or by the two that it is made of.
        """
        folded = fold(text)
        wrong = {
            word
            for word in _WORD.findall(folded)
            if word not in self._known and not self._analyser.is_stop(word)
        }
        if not wrong:
            return text
        return _WORD.sub(
            lambda found: self._meant(found.group()) if found.group() in wrong else found.group(),
            folded,
        )

    def _meant(self, word: str) -> str:
        stem = self._analyser.words(word).stems
        if stem and any(self._counts.get(one) for one in stem):
            return word  # another form of a known word
        nearby: set[int] = set()
        for part in _without(word):
            low = np.searchsorted(self._hashes, hash(part), "left")
            high = np.searchsorted(self._hashes, hash(part), "right")
            nearby.update(self._owners[low:high].tolist())
        meant = [self._words[at] for at in nearby if slips_between(word, self._words[at], 1)]
        if meant:
            return max(meant, key=lambda one: (self._counts[one], one))
        return self._begun(word) or self._parted(word) or word

    def _begun(self, word: str) -> str:
        """The commonest known word that an unfinished one begins: "photosyn" → "photosynthesis"."""
        if len(word) < _BEGUN:
            return ""
        at = bisect.bisect_left(self._sorted, word)
        fitting = itertools.takewhile(lambda one: one.startswith(word), self._sorted[at:])
        return max(fitting, key=lambda one: (self._counts[one], one), default="")

    def _parted(self, word: str) -> str:
        """The two known words that it is made of: "moonlight" → "moon light"."""
        parts = [(word[:at], word[at:]) for at in range(_PART, len(word) - _PART + 1)]
        known = [(a, b) for a, b in parts if a in self._known and b in self._known]
        best = max(known, key=lambda two: min(self._counts[one] for one in two), default=())
        return " ".join(best)


def _without(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
