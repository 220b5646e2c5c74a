"""Pairs to be joined: numbers on the left, letters on the right."""

import random
import re
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Option, Samples, Shown, Spec, Verdict
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.pairs import AROUND, Pairs
from tutor.items.text.picks import Picker
from tutor.items.text.taken_back import all_taken_back
from tutor.items.types._fields import Fields, as_text

_PAIR = re.compile(
    r"(?<![\w])(\d{1,2})\s*(?:[-:=.)(>→]|->|is|goes with|with|and|matches|to|=>|\s)*\s*([a-z])(?![\w])"
)
_GLUED = re.compile(r"(\d{1,2})([a-z])")
_TURNED = re.compile(r"(?<![\w])([a-z])\s*[-:=.)>→]*\s*(\d{1,2})(?![\w])")


FIELDS = ("answer", "extra")  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The grader of pairs; `right[i]` is the index of the right-hand text of left `i`."""

    left: tuple[Option, ...]
    pairs: tuple[Option, ...]
    right: tuple[int, ...]
    told: Pairs

    def grade(self, response: str) -> Grade:
        """Correct when all pairs are; the share is that of right pairs."""
        problem = why_unreadable(response)
        if problem:
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        if all_taken_back(response, self.told.own()):
            note = say("I am not sure which part is your answer.")
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        joined = self._joined(response)
        if joined and len(joined) == len(self.left) and self.told.has_more(response):
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
        return found if len(found) >= len(self.left) else found | self.told.spelt(response, found)

    def _labels(self, plain: str) -> list[tuple[str, str]]:
        """Pairs of labels, when the response is made of nothing else."""
        for pattern in (_PAIR, _GLUED, _TURNED):
            rest = AROUND.sub(" ", pattern.sub(" ", plain))
            found = pattern.findall(plain)
            if found and not re.search(r"\w", rest):
                return [(b, a) if pattern is _TURNED else (a, b) for a, b in found]
        letters = re.findall(r"\w+", plain)
        if len(letters) == len(self.left) and all(len(x) == 1 and x.isalpha() for x in letters):
            return [(str(i + 1), x) for i, x in enumerate(letters)]
        return []

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
        told=Pairs(
            left=left,
            right=pairs,
            left_picker=Picker(left, language=context.language, terms=context.terms),
            right_picker=Picker(pairs, language=context.language, terms=context.terms),
        ),
    )
