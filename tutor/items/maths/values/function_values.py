"""Values of known functions and powers of complex numbers, real where school reads them as real."""

import cmath
import math
from collections.abc import Callable

from tutor.items.maths.values.exact import NotExact, Undefined


class TooLarge(NotExact):
    """The value is beyond floating point."""


class Unknown(NotExact):
    """The expression holds something that has no value: an unknown function, ±, infinity."""


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
    if is_real(value) and is_real(index) and abs(index.real - whole) < 1e-12:
        if value.real > 0:
            return complex(value.real ** (1 / whole))
        if whole % 2:
            return complex(-((-value.real) ** (1 / whole)))
    return complex_power(value, 1 / index)


def _real_call(function: str, args: list[complex]) -> complex:
    if not all(is_real(a) for a in args):
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


def complex_power(base: complex, exponent: complex) -> complex:
    """The principal power; 0 to a power that is not positive is Undefined."""
    if abs(base) < 1e-300:
        if exponent.real <= 0:
            raise Undefined
        return 0j
    above = exponent * cmath.log(base)
    if abs(above.real) > 690:
        raise TooLarge
    if is_real(base) and base.real > 0 and is_real(exponent):
        return complex(base.real**exponent.real)
    return cmath.exp(above)


def is_real(value: complex) -> bool:
    """Whether a value is real as far as floating point can tell."""
    return value.imag == 0 or abs(value.imag) <= 1e-14 * max(1.0, abs(value.real))
