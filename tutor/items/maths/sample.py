"""Values of expressions at points, in floating point: real where school reads them as real.

Odd roots of negative numbers are the real ones ((-8)^(1/3) = -2). A value is a complex number;
`Undefined` is raised for poles, `TooLarge` beyond the range of floating point.
"""

import cmath
import math
from collections.abc import Callable, Mapping
from typing import Any

from tutor.items.maths.effort import spend
from tutor.items.maths.exact import NotExact, Undefined, exact_value
from tutor.items.maths.tree import (
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

LARGEST = 1e300


class TooLarge(NotExact):
    """The value is beyond floating point."""


class Unknown(NotExact):
    """The expression holds something that has no value: an unknown function, ±, infinity."""


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
    if _is_real(base) and base.real < 0 and times.denominator % 2 and times.denominator < 100:
        size = (-base.real) ** float(times)
        return complex(-size if times.numerator % 2 else size)
    return complex_power(base, complex(float(times)))


def complex_power(base: complex, exponent: complex) -> complex:
    """The principal power; 0 to a power that is not positive is Undefined."""
    if abs(base) < 1e-300:
        if exponent.real <= 0:
            raise Undefined
        return 0j
    above = exponent * cmath.log(base)
    if abs(above.real) > 690:
        raise TooLarge
    if _is_real(base) and base.real > 0 and _is_real(exponent):
        return complex(base.real**exponent.real)
    return cmath.exp(above)


def passes_through(node: Node, point: Point) -> bool:
    """Whether a root, power or logarithm of real things in the tree is not real at a point."""
    for inner in walk(node):
        if not isinstance(inner, Power | Call):
            continue
        spend(6)
        try:
            if not _is_real(value_at(inner, point)) and all(
                _is_real(value_at(child, point)) for child in children(inner)
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


def _is_real(value: complex) -> bool:
    return value.imag == 0 or abs(value.imag) <= 1e-14 * max(1.0, abs(value.real))


def call_value(function: str, args: list[complex]) -> complex:
    """The value of a known function; raises Unknown for others."""
    first = args[0]
    if function == "root":
        return _root(first, args[1])
    if function == "log":
        return _log(first) / _log(args[1])
    if function == "ln":
        return _log(first)
    if function == "abs":
        return complex(abs(first))
    if function in _PARTS:
        return complex(_PARTS[function](first))
    if function in _SIMPLE:
        return complex(_SIMPLE[function](first))
    if function in _RECIPROCAL:
        below = complex(_SIMPLE[_RECIPROCAL[function]](first))
        if abs(below) < 1e-14:
            raise Undefined
        return 1 / below
    if function in _INVERSE_RECIPROCAL:
        return complex(_SIMPLE[_INVERSE_RECIPROCAL[function]](1 / first))
    return _real_call(function, args)


def _log(value: complex) -> complex:
    if abs(value) < 1e-300:
        raise Undefined
    return cmath.log(value)


def _root(value: complex, index: complex) -> complex:
    if abs(index) < 1e-12:
        raise Undefined
    if abs(value) < 1e-300:
        return 0j
    whole = round(index.real)
    if _is_real(value) and _is_real(index) and abs(index.real - whole) < 1e-12:
        if value.real > 0:
            return complex(value.real ** (1 / whole))
        if whole % 2:
            return complex(-((-value.real) ** (1 / whole)))
    return complex_power(value, 1 / index)


def _real_call(function: str, args: list[complex]) -> complex:
    if not all(_is_real(a) for a in args):
        raise Unknown
    first = args[0].real
    match function:
        case "factorial":
            if first < 0 or first > 170:
                raise TooLarge if first > 170 else Undefined
            return complex(math.gamma(first + 1))
        case "binomial":
            n, k = first, args[1].real
            return complex(math.gamma(n + 1) / math.gamma(k + 1) / math.gamma(n - k + 1))
        case "floor":
            return complex(math.floor(first + 1e-12))
        case "ceil":
            return complex(math.ceil(first - 1e-12))
        case "sign":
            return complex((first > 0) - (first < 0))
        case "min":
            return complex(min(a.real for a in args))
        case "max":
            return complex(max(a.real for a in args))
        case _:
            raise Unknown


_PARTS: dict[str, Callable[[complex], complex]] = {
    "conj": lambda z: z.conjugate(),
    "re": lambda z: complex(z.real),
    "im": lambda z: complex(z.imag),
    "arg": lambda z: complex(cmath.phase(z)),
}
_SIMPLE = {
    "sin": cmath.sin, "cos": cmath.cos, "tan": cmath.tan, "sinh": cmath.sinh, "cosh": cmath.cosh,
    "tanh": cmath.tanh, "arcsin": cmath.asin, "arccos": cmath.acos, "arctan": cmath.atan,
    "arcsinh": cmath.asinh, "arccosh": cmath.acosh, "arctanh": cmath.atanh,
}  # fmt: skip
_RECIPROCAL = {
    "csc": "sin",
    "sec": "cos",
    "cot": "tan",
    "csch": "sinh",
    "sech": "cosh",
    "coth": "tanh",
}
_INVERSE_RECIPROCAL = {
    "arccsc": "arcsin", "arcsec": "arccos", "arccot": "arctan", "arccsch": "arcsinh",
    "arcsech": "arccosh", "arccoth": "arctanh",
}  # fmt: skip


def real(node: Node) -> float:
    """The value of a number without variables; raises NotExact for one that is not real."""
    value = value_at(node, {})
    if abs(value.imag) > 1e-9 * max(1.0, abs(value.real)):
        raise NotExact
    return value.real
