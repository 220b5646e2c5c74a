"""Numbers asked for to some significant figures or decimal places."""

from dataclasses import dataclass
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.items.grade import Spec
from tutor.items.maths import spec as field
from tutor.items.maths.form.numerals import (
    Figures,
    figures,
    magnitude,
    rounded_figures,
    rounded_places,
    scientific,
)
from tutor.items.maths.notation.tree import Node, Percent
from tutor.items.said import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """How many figures or places are asked for; `strict` asks for just so many."""

    count: int | None = None
    places: int | None = None
    strict: bool = False

    @property
    def asked(self) -> bool:
        """Whether anything is asked for."""
        return self.count is not None or self.places is not None

    def is_finer(self, node: Node, value: Fraction, exact: Fraction) -> bool:
        """12.35 for 12.346 to three figures: rightly rounded, but to more figures than asked."""
        written = figures(node)
        if written is None or scientific(node) is not None:
            return False
        finer = (self.count is not None and written.least > self.count) or (
            self.places is not None and written.places > self.places
        )
        return finer and rounded_places(exact, written.places) == value

    def rounds_to(self, value: Fraction, exact: Fraction, slack: Fraction) -> bool:
        """Whether both round to the same number, `slack` apart at most."""
        if self.count is not None:
            near, aim = (rounded_figures(v, self.count) for v in (value, exact))
        else:
            near, aim = (rounded_places(v, self.places or 0) for v in (value, exact))
        return abs(near - aim) <= slack

    def note(self, node: Node) -> str:
        """What is amiss with the writing of a right value; "" for nothing."""
        if not self.asked:
            return ""
        written = figures(node)
        if written is None:
            return "Right value, but write it as a decimal."
        if self.count is not None and not self._figures_fit(written, self.count):
            return say("Right value, but give it to {count} significant figures.", count=self.count)
        if self.places is not None and not self._places_fit(written, self.places):
            return say("Right value, but give it to {places} decimal places.", places=self.places)
        return ""

    def written(self, node: Node, exact: Fraction) -> str:
        """The answer as a learner would round it: 12.3 for 12.346 to three figures; "" where it is so written."""
        if not self.note(node):
            return ""
        match node:
            case Percent(of=of):
                return f"{self.written(of, exact * 100)} %"
            case _:
                pass
        if self.count is None:
            return _decimal(rounded_places(exact, self.places or 0), self.places or 0)
        value = rounded_figures(exact, self.count)
        power = magnitude(value) if value else 0
        if scientific(node) is None and -_FEW < power < _FEW:
            return _decimal(value, max(self.count - 1 - power, 0))
        return f"{_decimal(value / Fraction(10) ** power, self.count - 1)}*10^{power}"

    def _figures_fit(self, written: Figures, count: int) -> bool:
        return written.least <= count and (not self.strict or count <= written.most)

    def _places_fit(self, written: Figures, places: int) -> bool:
        return written.places == places if self.strict else written.places <= places


_FEW = 7  # a number with more places than that is written with a power of ten


def _decimal(value: Fraction, places: int) -> str:
    digits = str(abs(int(value * 10**places))).zfill(places + 1)
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


ANY_PRECISION = Precision()


def precision_of(spec: Spec) -> Precision:
    """What an item's fields ask for; raises BadCourse."""
    strict = field.flag(spec, "strict")
    if strict and spec.get("significant_figures") is None and spec.get("decimal_places") is None:
        raise BadCourse(
            "There is nothing to be strict about.",
            where="strict",
            do="Add `significant_figures` or `decimal_places`, or take it out.",
        )
    return Precision(
        count=field.whole(spec, "significant_figures", 1, 15),
        places=field.whole(spec, "decimal_places", 0, 15),
        strict=strict,
    )
