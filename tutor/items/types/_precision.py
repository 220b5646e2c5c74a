"""Numbers asked for to some significant figures or decimal places."""

from dataclasses import dataclass
from fractions import Fraction

from tutor.items.grade import Spec
from tutor.items.maths import spec as field
from tutor.items.maths.numerals import Figures, figures, rounded_figures, rounded_places, scientific
from tutor.items.maths.tree import Node
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

    def _figures_fit(self, written: Figures, count: int) -> bool:
        return written.least <= count and (not self.strict or count <= written.most)

    def _places_fit(self, written: Figures, places: int) -> bool:
        return written.places == places if self.strict else written.places <= places


ANY_PRECISION = Precision()


def precision_of(spec: Spec) -> Precision:
    """What an item's fields ask for; raises BadCourse."""
    return Precision(
        count=field.whole(spec, "significant_figures", 1, 15),
        places=field.whole(spec, "decimal_places", 0, 15),
        strict=field.flag(spec, "strict"),
    )
