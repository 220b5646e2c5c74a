"""The value that a number must have: the answer's, within a tolerance, bounds or figures asked for."""

from dataclasses import dataclass
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.items.maths.form.numerals import figures, rounded_places
from tutor.items.maths.notation.show import decimal
from tutor.items.maths.notation.tree import Node
from tutor.items.maths.values.equal import same_value
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.maths.values.sample import real
from tutor.items.types._precision import ANY_PRECISION, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What is aimed at. Tolerances are not negative; `relative` is a share of the answer.

    `between` holds the bounds, both inside; it goes before the other ways of being near.
    """

    answer: Node
    absolute: Fraction = Fraction(0)
    relative: Fraction = Fraction(0)
    between: tuple[Fraction, Fraction] | None = None
    precision: Precision = ANY_PRECISION

    @property
    def is_loose(self) -> bool:
        """Whether more than one value is right."""
        return self.between is not None or bool(self.absolute or self.relative)

    def is_met(self, node: Node) -> bool:
        """Whether a number has the right value; raises NotExact or Undefined where it has none."""
        value = exact_value(node)
        if self.between is not None:
            size = value if value is not None else Fraction(real(node))
            return self.between[0] <= size <= self.between[1]
        if self.precision.asked:
            return value is not None and self._rounded_rightly(node, value)
        if not self.absolute and not self.relative:
            return same_value(node, self.answer)
        size = value if value is not None else Fraction(real(node))
        slack = self.absolute + self.relative * abs(self._value())
        return abs(size - self._value()) <= slack + slack * Fraction(1, 10**9)

    def is_rounded(self, node: Node) -> bool:
        """0.33 for a third, 1.41 for √2, where the exact value was asked for."""
        if self.between is not None or self.precision.asked:
            return False
        written, value, aim = figures(node), exact_value(node), exact_value(self.answer)
        if written is None or value is None or written.places < 2 or written.least < 2:
            return False
        endless = aim is None or not decimal(aim)
        return endless and rounded_places(self._value(), written.places) == value

    def rounded(self) -> str:
        """The answer with the figures or places that are asked for; "" where it has them."""
        if not self.precision.asked:
            return ""
        return self.precision.written(self.answer, self._value())

    def _rounded_rightly(self, node: Node, value: Fraction) -> bool:
        exact = self._value()
        slack = self.absolute + self.relative * abs(exact)
        return self.precision.rounds_to(value, exact, slack) or self.precision.is_finer(
            node, value, exact
        )

    def _value(self) -> Fraction:
        """The answer as a fraction: itself, or as near as a float comes."""
        value = exact_value(self.answer)
        return value if value is not None else Fraction(real(self.answer))


def fitting(aim: Aim, written: str) -> Aim:
    """The aim, where the author's own answer meets it; raises BadCourse."""
    try:
        aim.rounded()
    except (NotExact, Undefined) as problem:
        raise BadCourse(f"“{written}” cannot be rounded.", where="answer") from problem
    if aim.between is not None and not aim.is_met(aim.answer):
        raise BadCourse(
            f"“{written}” is not between the two numbers.",
            where="between",
            do="Widen them, or mend the answer.",
        )
    return aim
