"""Item type `units`: a number with its unit; 12 cm, 0.12 m and 120 mm are the same, 12 m is not."""

import re
from dataclasses import dataclass
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths import spec as field
from tutor.items.maths.in_words.number_text import forms_of, misprints
from tutor.items.maths.in_words.quantity_words import Quantity
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.show import show
from tutor.items.maths.quantities.quantity import as_asked, quantity
from tutor.items.maths.quantities.unit_table import label, named
from tutor.items.maths.quantities.units import is_same
from tutor.items.maths.reading import notation_of, unreadable, within_bound
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.said import say
from tutor.items.types._precision import ANY_PRECISION, Precision, precision_of

_TWO_UNITS = re.compile(r"\d\s*[^\W\d]+\s*\d")
_SMALL_SCALE = re.compile(r"(?<=\d)\s*([cf])(?=\W*$)")
FIELDS = ("answer", "tolerance", "same_unit", "significant_figures", "decimal_places", "strict")


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    notation = notation_of(context)
    written = field.text(spec)
    labels = frozenset(
        label(w) for w in re.findall(r"[A-Za-zÀ-ž]{3,}", written) if named(w) is None
    )
    try:
        answer = quantity(written, notation, labels)
    except Unreadable as problem:
        raise BadCourse(
            f"“{written}” is not a number with a unit: {problem.why}", where="answer"
        ) from problem
    if answer.unit is None or answer.number is None:
        raise BadCourse(
            f"“{written}” has no unit that is known.",
            where="answer",
            do="Use number, or another unit.",
        )
    absolute, relative = field.tolerance(spec, notation)
    return Units(
        written=written,
        answer=answer,
        notation=notation,
        labels=labels,
        absolute=absolute,
        relative=relative,
        same_unit=field.flag(spec, "same_unit"),
        precision=precision_of(spec),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The grader of a quantity; `absolute` is in the answer's unit, `relative` a share of it."""

    written: str
    answer: Quantity
    notation: Notation
    labels: frozenset[str] = frozenset()
    absolute: Fraction = Fraction(0)
    relative: Fraction = Fraction(0)
    same_unit: bool = False
    precision: Precision = ANY_PRECISION

    def grade(self, response: str) -> Grade:
        """Judge a response."""
        return within_bound(self._graded, response)

    def _graded(self, response: str) -> Grade:
        try:
            return self._judge(quantity(self._with_scale(response), self.notation, self.labels))
        except Unreadable as problem:
            return unreadable(problem, response)
        except (NotExact, Undefined):
            return unreadable(Unreadable("I cannot work that number out."), response)

    def _with_scale(self, response: str) -> str:
        """ "20 c" where degrees are asked for: as c is no unit, it can only be the scale."""
        own = self.answer.unit
        if own is None or own.dimension != (("K", 1),):
            return response
        return _SMALL_SCALE.sub(lambda m: f" °{m[1].upper()}", response)

    def _judge(self, found: Quantity) -> Grade:
        shown = found.shown
        own = self.answer.unit
        found = as_asked(found, own)
        unit = found.unit
        if found.number is None:
            return unreadable(Unreadable("I see a unit, but no number."), shown)
        if unit is None or own is None:
            if self._near(found.value(), self.answer.value()):
                return Grade(
                    verdict=Verdict.PARTIAL,
                    read_as=shown,
                    note="The number is right. Which unit is it in?",
                    share=0.5,
                )
            return Grade(
                verdict=Verdict.INCORRECT, read_as=shown, note="Your answer also needs a unit."
            )
        if unit.dimension != own.dimension:
            return Grade(
                verdict=Verdict.INCORRECT, read_as=shown, note="That unit measures something else."
            )
        if not self._near((found.in_si() - own.offset) / own.factor, self.answer.value()):
            note = (
                "Look again at the unit."
                if unit.parts != own.parts and found.value() == self.answer.value()
                else ""
            )
            return Grade(verdict=Verdict.INCORRECT, read_as=shown, note=note)
        note = self._form_note(found)
        if note:
            return Grade(verdict=Verdict.PARTIAL, read_as=shown, note=note, share=0.5, form=True)
        return Grade(verdict=Verdict.CORRECT, read_as=shown, share=1.0)

    def _near(self, value: Fraction, aim: Fraction) -> bool:
        slack = self.absolute + self.relative * abs(aim)
        if self.precision.asked:
            return self.precision.rounds_to(value, aim, slack)
        return abs(value - aim) <= slack + abs(aim) * Fraction(1, 10**9)

    def _form_note(self, found: Quantity) -> str:
        own = self.answer.unit
        if self.same_unit and found.unit and own and not is_same(found.unit, own):
            return say("Equal, but give it in {unit}.", unit=self.answer.unit_text)
        return self.precision.note(found.number) if found.number is not None else ""

    def shown(self) -> Shown:
        """A text field that asks for the unit."""
        return Shown(how="Reply with a number and its unit.")

    def answer_text(self) -> str:
        """The answer as the author wrote it, rounded where that is asked for."""
        assert self.answer.number is not None  # `build` refuses an answer without one
        rounded = self.precision.written(self.answer.number, self.answer.value())
        if not rounded:
            return self.written
        rounded = rounded.replace(".", ",") if self.notation.decimal_comma else rounded
        alone = self._number_text()
        if alone and self.written.count(alone) == 1:
            return self.written.replace(alone, rounded)
        return f"{rounded} {self.answer.unit_text}"

    def answer_forms(self) -> tuple[str, ...]:
        """The answer with other writings of its number."""
        if self.answer.number is None:
            return (self.written,)
        unit = self.answer.unit_text
        number = self._number_text()
        forms = forms_of(number, self.answer.number)
        return tuple(
            dict.fromkeys(
                (
                    self.answer_text(),
                    self.written,
                    *(f"{f} {unit}" for f in forms),
                    f"{number}{unit}",
                )
            )
        )

    def _number_text(self) -> str:
        """The number of the answer without its unit, before or behind it."""
        alone = (
            self.written.removesuffix(self.answer.unit_text)
            .removeprefix(self.answer.unit_text)
            .strip("\\ ")
        )
        if self.answer.number is not None and _TWO_UNITS.search(alone):
            return show(self.answer.number)  # "5 ft 8 in" is 17/3 ft
        return alone

    def samples(self) -> Samples:
        """The answer in words and out of them; the number alone, off by one, with its sign lost."""
        unit = self.answer.unit_text
        value = exact_value(self.answer.number) if self.answer.number is not None else None
        near = [f"{m} {unit}" for m in misprints(value) if not self._near(m, self.answer.value())]
        told = self.answer_text()
        right = (told, f"so {told}", f"i think its {told}?")
        bare = self._number_text()
        return Samples(
            right=right, wrong=(bare, *near[:1]), near=tuple(near[1:]), unreadable=("", "no idea")
        )
