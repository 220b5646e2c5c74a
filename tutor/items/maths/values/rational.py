"""Trees of arithmetic as rational functions and polynomials, bounded in size."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import (
    Mixed,
    Name,
    Neg,
    Node,
    Num,
    Percent,
    Power,
    Product,
    Quotient,
    Sum,
)
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.maths.values.poly import (
    Poly,
    add,
    constant,
    divide,
    multiply,
    raised,
    scale,
    variable,
)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A rational function; the bottom is not 0. Not reduced."""

    top: Poly
    bottom: Poly


Generator = Callable[[Node], str]


def written_as(node: Node) -> str:
    """A name for a generator that is not a variable: how it is shown."""
    return f"⟦{show(node)}⟧"


def ratio(node: Node, generator: Generator = written_as) -> Ratio:
    """A tree as a rational function; raises NotExact when too large, Undefined for division by 0."""
    match node:
        case Num(value=value):
            return Ratio(constant(value), constant(1))
        case Mixed():
            return Ratio(constant(node.value), constant(1))
        case Name(name=name):
            return Ratio(variable(name), constant(1))
        case Neg(of=of):
            inner = ratio(of, generator)
            return Ratio(scale(inner.top, Fraction(-1)), inner.bottom)
        case Percent(of=of):
            inner = ratio(of, generator)
            return Ratio(scale(inner.top, Fraction(1, 100)), inner.bottom)
        case Sum(terms=terms):
            total = ratio(terms[0], generator)
            for term in terms[1:]:
                total = _sum(total, ratio(term, generator))
            return total
        case Product(factors=factors):
            total = ratio(factors[0], generator)
            for factor in factors[1:]:
                other = ratio(factor, generator)
                total = Ratio(multiply(total.top, other.top), multiply(total.bottom, other.bottom))
            return total
        case Quotient(top=top, bottom=bottom):
            above, below = ratio(top, generator), ratio(bottom, generator)
            if not below.top:
                raise Undefined
            return Ratio(multiply(above.top, below.bottom), multiply(above.bottom, below.top))
        case Power(base=base, exponent=exponent):
            return _power(node, base, exponent, generator)
        case _:
            number = exact_value(node)
            if number is not None:
                return Ratio(constant(number), constant(1))
            return Ratio(variable(generator(node)), constant(1))


def _sum(left: Ratio, right: Ratio) -> Ratio:
    if left.bottom == right.bottom:
        return Ratio(add(left.top, right.top), left.bottom)
    top = add(multiply(left.top, right.bottom), multiply(right.top, left.bottom))
    return Ratio(top, multiply(left.bottom, right.bottom))


def _power(node: Node, base: Node, exponent: Node, generator: Generator) -> Ratio:
    times = exact_value(exponent)
    if times is None or times.denominator != 1:
        value = exact_value(node)
        if value is not None:
            return Ratio(constant(value), constant(1))
        return Ratio(variable(generator(node)), constant(1))
    inner = ratio(base, generator)
    if times < 0:
        if not inner.top:
            raise Undefined
        inner = Ratio(inner.bottom, inner.top)
    count = abs(int(times))
    return Ratio(raised(inner.top, count), raised(inner.bottom, count))


def polynomial(node: Node, generator: Generator = written_as) -> Poly | None:
    """A tree as a polynomial; None when it is none of bounded size."""
    try:
        found = ratio(node, generator)
    except (NotExact, Undefined):
        return None
    if list(found.bottom) == [()]:
        return scale(found.top, 1 / found.bottom[()])
    return divide(found.top, found.bottom)
