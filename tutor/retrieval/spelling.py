"""Slips of the keyboard: how far two words are apart, and which known word was meant (pure)."""

import bisect
import itertools
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from tutor.items.text.common_words import is_common
from tutor.retrieval.language import MARKS, Analyser, bare, fold

_WORD = re.compile(
    rf"(?:[^\W\d_][{MARKS}]*){{4,}}"
)  # shorter words are too often right as they stand

Letters = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.intp]

_TONAL = frozenset(["vi"])  # languages whose accents are typed with care or not at all
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

    Words of the same length lie side by side as rows of letters, so that an unknown word is compared
    with all of its length, and of one letter more and less, in a few steps over whole arrays: no
    index of misspellings has to be made first, which took seconds in a course of very many words.
    """

    def __init__(self, counts: Mapping[str, int], analyser: Analyser) -> None:
        """`counts` says in how many passages a word stands; words in none are not offered."""
        self._known = frozenset(word for word, count in counts.items() if count)
        self._counts = counts
        self._analyser = analyser
        self._sorted = sorted(word for word in self._known if _WORD.fullmatch(word))
        of_length: dict[int, list[str]] = {}
        for word in self._sorted:
            of_length.setdefault(len(word), []).append(word)
        self._of_length = {length: (held, _letters(held)) for length, held in of_length.items()}

    def mended(self, text: str) -> str:
        """The text with each unknown word replaced by the commonest known one that it is.

        That is one with accents that it lacks, else one a slip away. Where there is none: by one that it begins, or by the two that it is made of.
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
        if self._analyser.base in _TONAL and word != bare(word):
            return word  # with another tone it would be another word
        stem = self._analyser.words(word).stems
        if stem and any(self._counts.get(one) for one in stem):
            return word  # another form of a known word
        meant = self._bare.get(bare(word))
        if meant is None and is_common(word, self._analyser.base):
            return self._parted(word) or word  # “robot” is no slip of “root”
        meant = meant or self._one_slip_from(word)
        if meant:
            return max(meant, key=lambda one: (self._counts[one], one))
        return self._begun(word) or self._parted(word) or word

    @cached_property
    def _bare(self) -> Mapping[str, list[str]]:
        """The known words by what is left of them without accents."""
        held: dict[str, list[str]] = {}
        for word in self._sorted:
            held.setdefault(bare(word), []).append(word)
        return held

    def _one_slip_from(self, word: str) -> list[str]:
        code, near = _letters([word])[0], []
        for length in (len(word) - 1, len(word), len(word) + 1):
            held, rows = self._of_length.get(length, ([], None))
            if rows is not None:
                fitting = _changed(rows, code) if length == len(word) else _longer(rows, code)
                near += [held[at] for at in fitting if slips_between(word, held[at], 1)]
        return near

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


def _letters(words: Sequence[str]) -> Letters:
    """Words of one length as rows of letters."""
    rows: Letters = np.array(words).view(np.uint32).reshape(len(words), -1)
    return rows


def _changed(rows: Letters, code: Letters) -> Numbers:
    """Rows of the same length that differ in one letter, or in two: perhaps swapped ones."""
    return np.flatnonzero((rows != code).sum(axis=1) <= 2)


def _longer(rows: Letters, code: Letters) -> Numbers:
    """Rows that are the code with one letter more, or one less."""
    least = min(rows.shape[1], len(code))
    heads = rows[:, :least] != code[:least]
    tails = rows[:, ::-1][:, :least] != code[::-1][:least]
    return np.flatnonzero(_before_first(heads) + _before_first(tails) >= least)


def _before_first(differs: npt.NDArray[np.bool_]) -> Numbers:
    """How many letters of each row come before the first that differs; all where none does."""
    before: Numbers = np.where(differs.any(axis=1), differs.argmax(axis=1), differs.shape[1])
    return before
