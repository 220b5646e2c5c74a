"""Pairs told by their texts: "Paris - France, Rome - Italy", "dog mammal, eagle bird"; and what stands beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.items.grade import Option
from tutor.items.text.clean import normal, without_markup
from tutor.items.text.open_ended import goes_on
from tutor.items.text.picks import Picker
from tutor.items.text.strays import TALK
from tutor.items.text.words import words

_JOINS = (  # what may stand between the two sides of a pair, the surest first
    re.compile(r"\s*(?:->|=>|→|⇒)\s*"),
    re.compile(r"\s+(?:goes with|matches|belongs to)\s+"),
    re.compile(r"\s+[-–—]\s+"),
    re.compile(r"\s*:\s+"),
    re.compile(r"\s*=\s*"),
    re.compile(r"(?<=\w)[-–—](?=\w)"),
    re.compile(r"\s+(?:is|are)\s+"),
)
_SIGNED = _JOINS[:-1]  # signs alone: "this is easy" is talk
_MOST_SPARE = 3  # words behind a pair that name another thing; more of them are a sentence
_LEAST_OF_A_THING = 4  # letters of a word alone
_MOST_WORDS = 8  # of a pair that nothing joins
_JOINED = frozenset(("and", "plus", "or", "y", "o", "e", "u"))
_PLACED = frozenset(("a", "an", "the", "in", "of", "on", "for", "has", "el", "la", "en", "de"))
AROUND = re.compile(r"\b(?:and|is|goes|with|matches|to|i|think|its|it|the|answer|answers|are)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Reads pairs of the texts of two sides."""

    left: tuple[Option, ...]
    right: tuple[Option, ...]
    left_picker: Picker
    right_picker: Picker

    def spelt(self, response: str, found: dict[int, int]) -> dict[int, int]:
        """Which right-hand text is given to each left one that is not yet among `found`."""
        spelt: dict[int, int] = {}
        for line in self._lines(response):
            pair = self._sides(line) or self._beside(line)
            if pair and pair[0] not in found:
                spelt[pair[0]] = pair[1]
        return spelt

    def has_more(self, response: str) -> bool:
        """Whether a pair with a side that is none of these stands beside the others, or the list goes on."""
        if goes_on(response):
            return True
        lines = self._lines(response)
        if any(map(self._names_another, lines)):
            return True
        if len(lines) <= len(self.left):
            return False
        rest = [line for line in lines if not (self._sides(line) or self._beside(line))]
        return any(map(self._is_a_pair, rest))

    def own(self) -> frozenset[str]:
        """The words of all sides."""
        return frozenset(w for one in (*self.left, *self.right) for w in words(one.text))

    def _lines(self, response: str) -> list[str]:
        """The response cut into pieces, by the first sign that makes one of every pair."""
        for cut in (
            r"\n",
            r"[\n;,]+",
            r"[\n;,]+|\band\b",
            r"[\n;,]+|\s+(?=[^\s=:>→-]+\s*(?:->|=>|→|=|:))",
            rf"[\n;,]+|\s+(?=(?:{self._lefts})(?!\w))",
        ):
            lines = [line for line in re.split(cut, response, flags=re.I) if line.strip()]
            if len(lines) >= len(self.left):
                break
        return lines

    @property
    def _lefts(self) -> str:
        """What finds any left-hand text, the longest first."""
        texts = sorted((without_markup(one.text) for one in self.left), key=len, reverse=True)
        return "|".join(map(re.escape, texts))

    def _names_another(self, line: str) -> bool:
        """Whether a pair ends in a thing that is no side of it: “Cairo Nile and Amazon”, “pig omnivore goat”."""
        said = list(words(line))
        spare = 0
        while said and spare < _MOST_SPARE and not (self._is_told(said[-1]) or said[-1] in _PLACED):
            said, spare = said[:-1], spare + 1
        if not spare or len(said) < 2:
            return False
        return said[-1] in _JOINED or self._is_bare(said)

    def _is_bare(self, said: Sequence[str]) -> bool:
        """Whether words are those of the sides and nothing else."""
        return all(word in self.own() for word in said)

    def _is_told(self, word: str) -> bool:
        """Whether a word is one of the sides' own, of small talk, or spelt nearly like one."""
        if word in self.own() or word in TALK or word in self.left_picker.small:
            return True
        return bool(self.left_picker.read(word).named or self.right_picker.read(word).named)

    def _is_a_pair(self, line: str) -> bool:
        """Whether a piece that joins none of the two sides looks like a pair: “Berlin - Germany”, “K potassium”."""
        if any(len([side for side in one.split(line) if words(side)]) == 2 for one in _SIGNED):
            return True
        said = [word for word in words(AROUND.sub(" ", normal(line))) if word not in _PLACED]
        small = self.left_picker.small | TALK
        beside = sum(word not in self.own() for word in said)
        if small.intersection(said) or not beside:
            return False
        if len(said) == 1:  # "…, sheep"
            return len(said[0]) >= _LEAST_OF_A_THING and not said[0].endswith("ly")
        return len(said) == 2 or (beside <= 2 and beside < len(said))  # "octagon 8 sides"

    def _beside(self, line: str) -> tuple[int, int] | None:
        """ "dog mammal": one of each side and nothing that joins them."""
        left, right = self.left_picker.read(line), self.right_picker.read(line)
        if len(left.named) == 1 and not right.named:  # "triangle 3" for "3 sides"
            right = self.right_picker.read(self._without(line, left.named[0]))
        if len(left.named) == len(right.named) == 1 and not (left.denied or right.denied):
            return left.named[0], right.named[0]
        return None if left.denied or right.denied else self._halved(line)

    def _halved(self, line: str) -> tuple[int, int] | None:
        """ "run correr" for "to run" and "correr": a side by some of its words, then the other side."""
        said = line.split()
        for at in range(1, min(len(said), _MOST_WORDS)):
            left = self.left_picker.read(" ".join(said[:at]))
            right = self.right_picker.read(" ".join(said[at:]))
            if len(left.named) == len(right.named) == 1 and not (left.denied or right.denied):
                return left.named[0], right.named[0]
        return None

    def _without(self, line: str, left: int) -> str:
        """The line without the words of a left-hand text."""
        own = set(words(without_markup(self.left[left].text)))
        return " ".join(word for word in words(line) if word not in own)

    def _sides(self, line: str) -> tuple[int, int] | None:
        for joiner in _JOINS:
            sides = [side for side in joiner.split(line) if side.strip()]
            if len(sides) == 2:
                left = self.left_picker.read(sides[0]).named
                right = self.right_picker.read(sides[1]).named
                if len(left) == 1 and len(right) == 1:
                    return left[0], right[0]
                if not left and not right:  # "puppy - dog"
                    left = self.left_picker.read(sides[1]).named
                    right = self.right_picker.read(sides[0]).named
                    if len(left) == 1 and len(right) == 1:
                        return left[0], right[0]
        return None
