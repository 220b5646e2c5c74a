"""One right option among several: picked by letter, by place, or by its text."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.ids import MisconceptionId
from tutor.items.grade import Context, Grade, ItemType, Option, Samples, Shown, Spec, Verdict
from tutor.items.maths.reading import notation_of
from tutor.items.maths.valued import Valued
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.comparing import OR_EQUAL, sign_meant, signs_of
from tutor.items.text.mentions import Picked
from tutor.items.text.open_ended import goes_on
from tutor.items.text.picks import Picker
from tutor.items.text.strays import mislabelled, stray
from tutor.items.text.words import words
from tutor.items.text.yes_no import denied_option
from tutor.items.types._fields import Fields, as_text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LAST = ("all of", "none of", "both ", "neither ")  # such options stay at the end


FIELDS = ("answer", "choices", "shuffle")  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One option as its author gave it: the text, and the wrong idea that it betrays."""

    text: str
    misconception: MisconceptionId | None = None


def offered(fields: Fields, context: Context) -> list[Offered]:
    """The entries of `choices` in the order in which they are shown."""
    found = []
    for i, entry in enumerate(fields.entries("choices", least=2)):
        where = f"choices[{i}]"
        if isinstance(entry, Mapping):
            inner = Fields(entry, ("text", "misconception"))
            text = inner.text("text")
            wrong = (
                MisconceptionId(inner.text("misconception")) if inner.has("misconception") else None
            )
            inner.text_or("misconception", "")
            inner.done()
            found.append(Offered(text=text, misconception=wrong))
        else:
            found.append(Offered(text=as_text(entry, where=where)))
    texts = [without_markup(option.text) for option in found]
    for i, text in enumerate(texts):
        if not text:
            raise BadCourse("This option is empty.", where=f"choices[{i}]", do="Write its text.")
        if text in texts[:i]:
            raise BadCourse(
                f"{text!r} stands here twice.", where=f"choices[{i}]", do="Take one out."
            )
    if len(found) > len(LETTERS):
        raise BadCourse("There are too many options.", where="choices", do="Offer at most 26.")
    if fields.flag("shuffle", default=True):
        return shuffled(found, context.seed)
    return found


def shuffled(found: Sequence[Offered], seed: int) -> list[Offered]:
    """The options in the order that `seed` gives; "all of these" and the like stay last."""
    last = [option for option in found if normal(option.text).startswith(_LAST)]
    rest = [option for option in found if option not in last]
    random.Random(f"{seed}/{len(rest)}").shuffle(rest)
    return rest + last


def labelled(texts: Sequence[str]) -> tuple[Option, ...]:
    """Options with labels A, B, C …, or 1, 2, 3 … where the texts are themselves letters."""
    letters = any(len(text) == 1 and text.isalpha() for text in texts)
    labels = [str(n) for n in range(1, len(texts) + 1)] if letters else list(LETTERS)
    return tuple(Option(label=label, text=text) for label, text in zip(labels, texts, strict=False))


def place_of(answer: str, options: Sequence[Option], *, where: str) -> int:
    """The index of the option whose text is `answer`; BadCourse when there is none."""
    plain = without_markup(answer)
    texts = [without_markup(option.text) for option in options]
    if plain not in texts:
        raise BadCourse(
            f"{answer!r} is not one of the choices.",
            where=where,
            do="Write the text of one of them, letter for letter.",
        )
    return texts.index(plain)


def label_forms(label: str) -> tuple[str, ...]:
    """Phrases that name a label and cannot mean anything else."""
    return (
        f"option {label}",
        f"answer is {label}",
        f"answer is ({label})",
        f"answer: {label}",
        f"choose {label}",
        f"choice {label}",
        f"letter {label}" if label.isalpha() else f"number {label}",
        f"{label} is right",
        f"{label} is correct",
        f"{label} is the right",
        f"{label} is the answer",
        f"correct answer {label}",
    )


def _beside_it(response: str, text: str) -> bool:
    """Whether a response tells of something by where it stands to an option: "the one after Jupiter", "bigger than Jupiter"."""
    name = re.escape(normal(without_markup(text)))
    beside = rf"\b(?:than|after|before|beyond|next to)\s+(?:the\s+|an?\s+)?{name}\b"
    return re.search(beside, normal(response)) is not None


def _asked(text: str) -> str:
    """A text as the end of a question: without its own full stop."""
    return text.rstrip(" .") + "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The grader of one right option."""

    options: tuple[Option, ...]
    right: int
    misconceptions: tuple[MisconceptionId | None, ...]
    picker: Picker
    valued: Valued
    question: str = ""
    language: str = "en"

    def grade(self, response: str) -> Grade:
        """Correct for the right option alone; unreadable for none, two, or only a denied one."""
        problem = why_unreadable(response)
        if problem:
            symbol = [i for i, o in enumerate(self.options) if response.strip() in signs_of(o.text)]
            if len(symbol) != 1:
                return Grade(verdict=Verdict.UNREADABLE, note=problem)
            return self._judge(symbol[0])
        if self.picker.is_helpless(response) or mislabelled(response, self.picker):
            return self._unread(response, denied=False)
        picked = self.picker.read(response)
        if len(picked.named) > 1 and "?" in response:  # "b or c? b"
            settled = self.picker.read(response.rpartition("?")[2])
            picked = settled if len(settled.named) == 1 else picked
        if OR_EQUAL.search(response) and not any(
            OR_EQUAL.search(option.text) or re.search(r"[≤≥]|[<>]=", option.text)
            for option in self.options
        ):
            picked = Picked()  # "less than or equal" is none of less, greater and equal
        match picked.named:
            case (one,):
                if _beside_it(response, self.options[one].text):
                    return self._unread(response, denied=False)
                more = goes_on(response) and not goes_on(self.options[one].text)
                if more or stray(response, self.picker, self._own(), several=False):
                    return self._unread(response, denied=False)
                return self._judge(one)
            case ():
                equal = None if picked.denied else self._without_naming(response)
                equal = self._by_sign(response) if equal is None else equal
                if equal is not None:
                    return self._judge(equal)
                return self._unread(response, denied=bool(picked.denied))
            case several:
                labels = [self.options[i].label for i in several]
                first, last = ", ".join(labels[:-1]), labels[-1]
                named = say("{first} and {last}", first=first, last=last)
                note = say(
                    "I read more than one option: {named}. Which one do you choose?", named=named
                )
                return Grade(verdict=Verdict.UNREADABLE, read_as=named, note=note)

    def _without_naming(self, response: str) -> int | None:
        """The option that is meant by its value, or by a denial where it is yes or no."""
        equal = self.valued.place(response)
        if equal is not None:
            return equal
        texts = [option.text for option in self.options]
        return denied_option(response, texts, question=self.question, language=self.language)

    def _own(self) -> frozenset[str]:
        return frozenset(word for option in self.options for word in words(option.text))

    def _unread(self, response: str, *, denied: bool) -> Grade:
        """Which option was denied, or may be meant; `read_as` names the latter."""
        how = self._how()
        if denied:
            note = say("I read which option it is not. Which one is it? {how}", how=how)
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        near = self.picker.nearest(response)
        if near is None:
            note = say("I could not tell which option you mean. {how}", how=how)
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        option = self.options[near]
        meant = f"{option.label}) {without_markup(option.text)}"
        note = say(
            "Do you mean {meant} If so, write {label}.", meant=_asked(meant), label=option.label
        )
        return Grade(verdict=Verdict.UNREADABLE, read_as=meant, note=note)

    def _by_sign(self, response: str) -> int | None:
        """The option whose sign stands in a response without words, "5/9 < 7/9" for "less than (<)", or which
        a word of comparison means: "smaller" for "less than (<)", "menor" for "<"."""
        signs = [signs_of(option.text) for option in self.options]
        meant = sign_meant(response)
        if meant:
            fits = [i for i, found in enumerate(signs) if meant in found]
            return fits[0] if len(fits) == 1 else None
        if re.search(r"[^\W\d_]", response) or not all(len(found) > 1 for found in signs):
            return None
        named = {part for part in re.split(r"[\s\w.,/()]+", response) if part}
        fits = [i for i, found in enumerate(signs) if named & set(found)]
        return fits[0] if len(named) == len(fits) == 1 else None

    def _judge(self, index: int) -> Grade:
        option = self.options[index]
        read = f"{option.label}) {without_markup(option.text)}"
        if index == self.right:
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
        wrong = self.misconceptions[index]
        return Grade(verdict=Verdict.INCORRECT, read_as=read, misconception=wrong)

    def _how(self) -> str:
        first, last = self.options[0].label, self.options[-1].label
        if first.isalpha():
            return say("Reply with one letter, {first} to {last}.", first=first, last=last)
        return say("Reply with one number, {first} to {last}.", first=first, last=last)

    def shown(self) -> Shown:
        """The options in their shuffled order."""
        return Shown(kind="choice", options=self.options, how=self._how())

    def answer_text(self) -> str:
        """The label and the text of the right option."""
        option = self.options[self.right]
        return f"{option.label}) {option.text}"

    def answer_forms(self) -> tuple[str, ...]:
        """The text of the right option, and phrases with its label."""
        option = self.options[self.right]
        texts = dict.fromkeys((option.text, without_markup(option.text)))
        return (*texts, *label_forms(option.label))

    def samples(self) -> Samples:
        """Labels and texts of every option, denials, pairs and noise."""
        right = self.options[self.right]
        others = [option for i, option in enumerate(self.options) if i != self.right]
        return Samples(
            right=(
                right.label,
                f"{right.label.lower()})",
                f"option {right.label.lower()}",
                f"I think the answer is {right.label}",
                f"it's {right.label} because I looked it up",
                right.text,
            ),
            wrong=tuple(option.label for option in others)
            + tuple(option.text for option in others),
            near=(f"not {right.label}", f"{right.label} or {others[0].label}"),
            unreadable=("", "   ", "🙂🙂", f"{right.label} or {others[0].label}?", "zzzzqqq"),
        )


def build(spec: Spec, context: Context) -> ItemType:
    """A choice item of `choices`, `answer` and optionally `shuffle`."""
    fields = Fields(spec, FIELDS)
    found = offered(fields, context)
    answer = fields.text("answer")
    question = fields.text_or("prompt", "")
    fields.done()
    options = labelled([option.text for option in found])
    return Choice(
        options=options,
        right=place_of(answer, options, where="answer"),
        misconceptions=tuple(option.misconception for option in found),
        picker=Picker(options, language=context.language, terms=context.terms, question=question),
        valued=Valued([option.text for option in options], notation_of(context)),
        question=question,
        language=context.language,
    )
