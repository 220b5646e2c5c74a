"""Pairs to be joined: numbers on the left, letters on the right."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Option, Samples, Shown, Spec, Verdict
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.open_ended import goes_on
from tutor.items.text.picks import Picker
from tutor.items.text.strays import TALK
from tutor.items.text.taken_back import all_taken_back
from tutor.items.text.words import words
from tutor.items.types._fields import Fields, as_text

_PAIR = re.compile(
    r"(?<![\w])(\d{1,2})\s*(?:[-:=.)(>→]|->|is|goes with|with|and|matches|to|=>|\s)*\s*([a-z])(?![\w])"
)
_GLUED = re.compile(r"(\d{1,2})([a-z])")
_TURNED = re.compile(r"(?<![\w])([a-z])\s*[-:=.)>→]*\s*(\d{1,2})(?![\w])")
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
_MOST_WORDS = 8  # of a pair that nothing joins
_JOINED = frozenset(("and", "plus", "or", "y", "o", "e", "u"))
_PLACED = frozenset(("a", "an", "the", "in", "of", "on", "for", "has", "el", "la", "en", "de"))
_AROUND = re.compile(r"\b(?:and|is|goes|with|matches|to|i|think|its|it|the|answer|answers|are)\b")


FIELDS = ("answer", "extra")  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The grader of pairs; `right[i]` is the index of the right-hand text of left `i`."""

    left: tuple[Option, ...]
    pairs: tuple[Option, ...]
    right: tuple[int, ...]
    left_picker: Picker
    right_picker: Picker

    def grade(self, response: str) -> Grade:
        """Correct when all pairs are; the share is that of right pairs."""
        problem = why_unreadable(response)
        if problem:
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        if all_taken_back(response, self._own()):
            note = say("I am not sure which part is your answer.")
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        joined = self._joined(response)
        if joined and len(joined) == len(self.left) and self._has_more(response):
            note = say("I read more than the pairs that are asked for. {how}", how=self._how())
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        if not joined:
            note = say("I could not read any pairs. {how}", how=self._how())
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        read = " ".join(
            f"{self.left[i].label}{self.pairs[j].label}" for i, j in sorted(joined.items())
        )
        size = len(self.left)
        if len(joined) < size:
            note = say(
                "I read {count} of {size} pairs: {read}. {how}",
                count=len(joined),
                size=size,
                read=read,
                how=self._how(),
            )
            return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
        hits = sum(self.right[i] == j for i, j in joined.items())
        if hits == size:
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
        if not hits:
            return Grade(verdict=Verdict.INCORRECT, read_as=read)
        note = say("One of your {size} pairs is right.", size=size)
        if hits > 1:
            note = say("{hits} of your {size} pairs are right.", hits=hits, size=size)
        return Grade(verdict=Verdict.PARTIAL, read_as=read, note=note, share=hits / size)

    def _joined(self, response: str) -> dict[int, int]:
        """Which right-hand text each left one was given; empty when two were given to one, or one to none."""
        pairs = self._labels(normal(response))
        lefts = {option.label: i for i, option in enumerate(self.left)}
        rights = {option.label.casefold(): i for i, option in enumerate(self.pairs)}
        found: dict[int, int] = {}
        if any(a not in lefts for a, _ in pairs):
            return {}
        for a, b in pairs:
            if b in rights:
                if found.get(lefts[a], rights[b]) != rights[b]:
                    return {}
                found[lefts[a]] = rights[b]
        return found if len(found) >= len(self.left) else found | self._spelt(response, found)

    def _labels(self, plain: str) -> list[tuple[str, str]]:
        """Pairs of labels, when the response is made of nothing else."""
        for pattern in (_PAIR, _GLUED, _TURNED):
            rest = _AROUND.sub(" ", pattern.sub(" ", plain))
            found = pattern.findall(plain)
            if found and not re.search(r"\w", rest):
                return [(b, a) if pattern is _TURNED else (a, b) for a, b in found]
        letters = re.findall(r"\w+", plain)
        if len(letters) == len(self.left) and all(len(x) == 1 and x.isalpha() for x in letters):
            return [(str(i + 1), x) for i, x in enumerate(letters)]
        return []

    def _spelt(self, response: str, found: dict[int, int]) -> dict[int, int]:
        spelt: dict[int, int] = {}
        for line in self._lines(response):
            pair = self._sides(line) or self._beside(line)
            if pair and pair[0] not in found:
                spelt[pair[0]] = pair[1]
        return spelt

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

    def _has_more(self, response: str) -> bool:
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

    def _names_another(self, line: str) -> bool:
        """Whether a pair ends in a thing that is no side of it: “Cairo Nile and Amazon”, “pig omnivore goat”."""
        *before, last = words(line) or ("",)
        if len(before) < 2 or self._is_told(last) or last in _PLACED:
            return False
        return before[-1] in _JOINED or self._is_bare(before)

    def _is_bare(self, said: Sequence[str]) -> bool:
        """Whether words are those of the sides and nothing else."""
        return all(word in self._own() for word in said)

    def _is_told(self, word: str) -> bool:
        """Whether a word is one of the sides' own, of small talk, or spelt nearly like one."""
        if word in self._own() or word in TALK or word in self.left_picker.small:
            return True
        return bool(self.left_picker.read(word).named or self.right_picker.read(word).named)

    def _own(self) -> frozenset[str]:
        return frozenset(w for one in (*self.left, *self.pairs) for w in words(one.text))

    def _is_a_pair(self, line: str) -> bool:
        """Whether a piece that joins none of the two sides looks like a pair: “Berlin - Germany”, “K potassium”."""
        if any(len([side for side in one.split(line) if words(side)]) == 2 for one in _SIGNED):
            return True
        said = [word for word in words(_AROUND.sub(" ", normal(line))) if word not in _PLACED]
        small = self.left_picker.small | TALK
        beside = sum(word not in self._own() for word in said)
        if small.intersection(said) or not beside:
            return False
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
        return None

    def _how(self) -> str:
        return "Reply with each number and the letter that goes with it."

    def shown(self) -> Shown:
        """The left-hand texts with numbers, the right-hand ones shuffled, with letters."""
        return Shown(kind="match", options=self.left, pairs=self.pairs, how=self._how())

    def answer_text(self) -> str:
        """The right pairs by label."""
        return " ".join(
            f"{o.label}{self.pairs[j].label}" for o, j in zip(self.left, self.right, strict=True)
        )

    def answer_forms(self) -> tuple[str, ...]:
        """All pairs by label, and each pair by its texts."""
        labels = [
            (o.label, self.pairs[j].label) for o, j in zip(self.left, self.right, strict=True)
        ]
        forms = [" ".join(a + b for a, b in labels), ", ".join(f"{a}-{b}" for a, b in labels)]
        for option, j in zip(self.left, self.right, strict=True):
            one, other = without_markup(option.text), without_markup(self.pairs[j].text)
            forms += [
                f"{one} {sign} {other}" for sign in ("→", "=", "-", "–", "goes with", "matches")
            ]
            forms += [f"{one}: {other}", f"{option.label}{self.pairs[j].label}"]
        return tuple(forms)

    def samples(self) -> Samples:
        """The right pairs in several guises, two of them swapped, one missing."""
        pairs = [(o.label, self.pairs[j].label) for o, j in zip(self.left, self.right, strict=True)]
        swapped = [(pairs[0][0], pairs[1][1]), (pairs[1][0], pairs[0][1]), *pairs[2:]]
        same = pairs[0][1] == pairs[1][1]
        return Samples(
            right=(
                " ".join(a + b for a, b in pairs),
                ", ".join(f"{a}-{b.upper()}" for a, b in pairs),
                "\n".join(f"{a}: {b}" for a, b in pairs),
                "\n".join(
                    f"{o.text} -> {self.pairs[j].text}"
                    for o, j in zip(self.left, self.right, strict=True)
                ),
            ),
            near=() if same else (" ".join(a + b for a, b in swapped),),
            unreadable=("", "🙂🙂", "zzzzqqq", pairs[0][0] + pairs[0][1]),
        )


def build(spec: Spec, context: Context) -> ItemType:
    """A match item of a mapping `answer` and optionally `extra` right-hand texts."""
    fields = Fields(spec, FIELDS)
    answer = {
        left: as_text(right, where=f"answer.{left}")
        for left, right in fields.mapping("answer").items()
    }
    extra = fields.texts("extra", least=0)
    fields.done()
    if len(answer) < 2:
        raise BadCourse("A match needs two pairs or more.", where="answer", do="Add pairs.")
    rights = list(dict.fromkeys([*answer.values(), *extra]))
    if len(answer) > 20 or len(rights) > 26:
        raise BadCourse("There are too many pairs.", where="answer", do="Give at most 20.")
    random.Random(f"{context.seed}/match").shuffle(rights)
    left = tuple(Option(label=str(i + 1), text=text) for i, text in enumerate(answer))
    pairs = tuple(Option(label=chr(ord("a") + i), text=text) for i, text in enumerate(rights))
    return Match(
        left=left,
        pairs=pairs,
        right=tuple(rights.index(right) for right in answer.values()),
        left_picker=Picker(left, language=context.language, terms=context.terms),
        right_picker=Picker(pairs, language=context.language, terms=context.terms),
    )
