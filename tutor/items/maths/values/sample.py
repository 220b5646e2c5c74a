"""Values of expressions at points, in floating point: real where school reads them as real.

Odd roots of negative numbers are the real ones ((-8)^(1/3) = -2). A value is a complex number;
`Undefined` is raised for poles, `TooLarge` beyond the range of floating point.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

from tutor.items.maths.effort import spend
from tutor.items.maths.notation.tree import (
    Call,
    Const,
    Degree,
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
    children,
    walk,
)
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.maths.values.function_values import (
    TooLarge,
    Unknown,
    call_value,
    complex_power,
    is_real,
)

LARGEST = 1e300

Point = Mapping[str, complex]


def value_at(node: Node, point: Point) -> complex:
    """The value with the variables at a point; raises Undefined, TooLarge or Unknown."""
    spend(2)
    try:
        value = _value(node, point)
    except OverflowError:
        raise TooLarge from None
    except (ZeroDivisionError, ValueError):
        raise Undefined from None
    if not (abs(value.real) < LARGEST and abs(value.imag) < LARGEST):
        raise TooLarge
    return value


def _value(node: Node, point: Point) -> complex:
    work = _VALUES.get(type(node))
    if work is None:
        raise Unknown
    return work(node, point)


def _number(node: Num | Mixed, _point: Point) -> complex:
    return complex(node.value.numerator / node.value.denominator)


def _name(node: Name, point: Point) -> complex:
    if node.name not in point:
        raise Unknown
    return point[node.name]


def _negative(node: Neg, point: Point) -> complex:
    spend()
    inner = _value(node.of, point)
    return complex(-inner.real, 0.0 - inner.imag)  # not -0: roots look at its sign


def _sum(node: Sum, point: Point) -> complex:
    spend()
    total = 0j
    for term in node.terms:
        total += _value(term, point)
    return total


def _product(node: Product, point: Point) -> complex:
    spend()
    total = 1 + 0j
    for factor in node.factors:
        total *= _value(factor, point)
    return total


def _quotient(node: Quotient, point: Point) -> complex:
    spend()
    below = _value(node.bottom, point)
    if abs(below) < 1e-300:
        raise Undefined
    return _value(node.top, point) / below


def _raised(node: Power, point: Point) -> complex:
    spend()
    return _power(_value(node.base, point), node.exponent, point)


def _called(node: Call, point: Point) -> complex:
    spend()
    return call_value(node.function, [_value(arg, point) for arg in node.args])


# By type: hundreds of places are tried for two lines of working, and trying one kind after another is slow.
_VALUES: dict[type, Callable[[Any, Point], complex]] = {
    Num: _number,
    Mixed: _number,
    Name: _name,
    Const: lambda node, point: _constant(node.name, point),
    Neg: _negative,
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Percent: lambda node, point: _value(node.of, point) / 100,
    Degree: lambda node, point: _value(node.of, point) * math.pi / 180,
    Power: _raised,
    Call: _called,
}


def _constant(name: str, point: Point) -> complex:
    match name:
        case "pi":
            return complex(math.pi)
        case "e":
            return complex(math.e)
        case "i":
            return point.get("i", 1j)
        case _:
            raise Unknown


def _power(base: complex, exponent: Node, point: Point) -> complex:
    times = exponent.value if isinstance(exponent, Num) else exact_value(exponent)
    if times is None:
        spend(2)
        above = _value(exponent, point)
        return complex_power(base, above)
    if abs(base) < 1e-300:
        if times < 0:
            raise Undefined
        return 1 + 0j if times == 0 else 0j
    if times.denominator == 1:
        power = times.numerator  # compared as a whole number: a fraction beside a float is slow
        if not -1_000_000 <= power <= 1_000_000:
            raise TooLarge
        return base**power
    if is_real(base) and base.real < 0 and times.denominator % 2 and times.denominator < 100:
        size = (-base.real) ** float(times)
        return complex(-size if times.numerator % 2 else size)
    return complex_power(base, complex(float(times)))


def passes_through(node: Node, point: Point) -> bool:
    """Whether a root, power or logarithm of real things in the tree is not real at a point."""
    for inner in walk(node):
        if not isinstance(inner, Power | Call):
            continue
        spend(6)
        try:
            if not is_real(value_at(inner, point)) and all(
                is_real(value_at(child, point)) for child in children(inner)
            ):
                return True
        except (Undefined, NotExact):
            continue
    return False


def largest_term(node: Node, point: Point) -> float:
    """The size of the largest term of any sum in the tree at a point; 0 without sums."""
    size = 0.0
    for inner in walk(node):
        for term in inner.terms if isinstance(inner, Sum) else ():
            try:
                size = max(size, abs(value_at(term, point)))
            except (Undefined, NotExact):
                continue
    return size


def real(node: Node) -> float:
    """The value of a number without variables; raises NotExact for one that is not real."""
    value = value_at(node, {})
    if abs(value.imag) > 1e-9 * max(1.0, abs(value.real)):
        raise NotExact
    return value.real
