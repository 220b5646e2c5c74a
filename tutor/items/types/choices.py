"""Several right options among more: letters in any order, with a share for part of them."""

import re
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.ids import MisconceptionId
from tutor.items.grade import Context, Grade, ItemType, Option, Samples, Shown, Spec, Verdict
from tutor.items.said import say
from tutor.items.text.clean import why_unreadable, without_markup
from tutor.items.text.open_ended import goes_on
from tutor.items.text.picks import Picker
from tutor.items.text.strays import mislabelled, stray
from tutor.items.text.words import words
from tutor.items.types._fields import Fields
from tutor.items.types.choice import labelled, offered, place_of

_ALL = frozenset(
    ("all", "everything", "todas", "todos", "toutes", "tous", "alle", "tutte", "tutti")
)
_NONE = frozenset(("none", "nothing", "ninguna", "ninguno", "aucune", "aucun", "keine", "nessuna"))
_SAVE = frozenset(("except", "but", "excepto", "menos", "sauf", "außer", "tranne", "not"))


_OR, _AND = frozenset(("or", "oder", "ou", "o")), frozenset(("and", "und", "et", "y"))


FIELDS = ("answer", "choices", "shuffle")  # of its YAML


# "whale, bat (not shark or eagle)": those left out are said as well
_NOT_THOSE = re.compile(
    r"(?<=\w)\s*(?:\((?:but\s+)?not\s[^()]*\)|,\s*(?:but\s+)?not\s[^,;()]*)\W*$", re.IGNORECASE
)
_THE_REST = re.compile(r"\bthe (?:rest|others?|other ones)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The grader of several right options."""

    options: tuple[Option, ...]
    right: frozenset[int]
    misconceptions: tuple[MisconceptionId | None, ...]
    picker: Picker

    def grade(self, response: str) -> Grade:
        """Correct for exactly the right options; the share counts wrong picks against right ones."""
        problem = why_unreadable(response)
        if problem:
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        picked = self._picked(response)
        if picked is None:
            note = say("I could not tell which options you mean. {how}", how=self._how())
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        read = ", ".join(self.options[i].label for i in sorted(picked)) or say("none of them")
        if picked == self.right:
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
        hits, misses = len(picked & self.right), len(picked - self.right)
        share = max(0.0, (hits - misses) / len(self.right))
        wrong = sorted(picked - self.right)
        named = next((m for i in wrong if (m := self.misconceptions[i])), None)
        if share == 0:
            return Grade(verdict=Verdict.INCORRECT, read_as=read, misconception=named)
        return Grade(
            verdict=Verdict.PARTIAL,
            read_as=read,
            note=_partly(hits, misses, len(self.right)),
            misconception=named,
            share=share,
        )

    def _picked(self, response: str) -> frozenset[int] | None:
        response = _NOT_THOSE.sub("", response)
        if mislabelled(response, self.picker):
            return None
        found = self.picker.read_list(response)
        said = frozenset(words(response))
        own = frozenset(word for option in self.options for word in words(option.text))
        every = frozenset(range(len(self.options)))
        if len(found.named) > 1 and said & _OR - own and not said & _AND:
            return None  # "oxygen or water"
        if found.named and goes_on(response) and not goes_on(self.options[found.named[-1]].text):
            return None  # "oxygen and others"
        if found.named and stray(response, self.picker, own, several=True):
            return None
        if said & _ALL - own:
            left_out = {*found.named, *found.denied} if said & _SAVE else set()
            return every - left_out
        if _THE_REST.search(response) and found.denied and not found.named:
            return every - frozenset(found.denied)  # "not 7 or 15, the rest are"
        if found.named:
            return frozenset(found.named)
        if said & _NONE - own and not found.denied:
            return frozenset()
        return None

    def _how(self) -> str:
        if self.options[0].label.isalpha():
            return "Reply with the letters of all that are right, with commas between them."
        return "Reply with the numbers of all that are right, with commas between them."

    def shown(self) -> Shown:
        """The options in their shuffled order."""
        return Shown(kind="choices", options=self.options, how=self._how())

    def answer_text(self) -> str:
        """The right labels with their texts."""
        return "; ".join(
            f"{self.options[i].label}) {self.options[i].text}" for i in sorted(self.right)
        )

    def answer_forms(self) -> tuple[str, ...]:
        """The right texts and labels, joined as one would write them."""
        labels = [self.options[i].label for i in sorted(self.right)]
        texts = [without_markup(self.options[i].text) for i in sorted(self.right)]
        if len(labels) == 1:
            return (*texts, f"option {labels[0]}", f"answer is {labels[0]}")
        return tuple(
            form
            for parts in (labels, texts)
            for form in (", ".join(parts), ", ".join(parts[:-1]) + " and " + parts[-1])
        )

    def samples(self) -> Samples:
        """The right labels in several guises, some left out, some too many."""
        labels = [self.options[i].label for i in sorted(self.right)]
        other = [o.label for i, o in enumerate(self.options) if i not in self.right]
        every = ", ".join(o.label for o in self.options)
        return Samples(
            right=(
                ", ".join(labels),
                " ".join(reversed(labels)).lower(),
                " and ".join(labels),
                "I think " + " and ".join(f"option {label}" for label in labels),
                "\n".join(self.options[i].text for i in sorted(self.right)),
            ),
            wrong=(*other[:1], *((every,) if other else ())),
            near=(
                *((labels[0],) if len(labels) > 1 else ()),
                *((", ".join([*labels, other[0]]),) if other else ()),
            ),
            unreadable=("", "🙂🙂", "zzzzqqq"),
        )


def _partly(hits: int, misses: int, size: int) -> str:
    if not misses:
        return say(
            "You have {hits} of the {size} that are right, and none that is wrong.",
            hits=hits,
            size=size,
        )
    if hits == size:
        if misses == 1:
            return say(
                "You have all {size} that are right, and one that does not belong.", size=size
            )
        return say(
            "You have all {size} that are right, and {misses} that do not belong.",
            size=size,
            misses=misses,
        )
    if misses == 1:
        return say(
            "You have {hits} of the {size} that are right, and one that does not belong.",
            hits=hits,
            size=size,
        )
    return say(
        "You have {hits} of the {size} that are right, and {misses} that do not belong.",
        hits=hits,
        size=size,
        misses=misses,
    )


def build(spec: Spec, context: Context) -> ItemType:
    """A choices item of `choices`, a list `answer` and optionally `shuffle`."""
    fields = Fields(spec, FIELDS)
    found = offered(fields, context)
    answers = fields.texts("answer")
    question = fields.text_or("prompt", "")
    fields.done()
    options = labelled([option.text for option in found])
    right = frozenset(
        place_of(answer, options, where=f"answer[{i}]") for i, answer in enumerate(answers)
    )
    if len(right) < len(answers):
        raise BadCourse("An answer stands here twice.", where="answer", do="Take one out.")
    return Choices(
        options=options,
        right=right,
        misconceptions=tuple(option.misconception for option in found),
        picker=Picker(options, language=context.language, terms=context.terms, question=question),
    )
