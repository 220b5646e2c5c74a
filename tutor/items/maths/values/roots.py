"""Real roots of polynomials in one variable, and zeros of other functions found by scanning."""

import itertools
import math
from collections.abc import Callable
from fractions import Fraction

from tutor.items.maths.effort import spend
from tutor.items.maths.values.exact import NotExact, Undefined, as_float
from tutor.items.maths.values.factors import common
from tutor.items.maths.values.poly import Poly, coefficients, degree, divide

MAX_DEGREE = 12
_SPAN = 40.0  # scanned on both sides of 0
_STEPS = 200


def real_roots(poly: Poly, name: str) -> list[float]:
    """The different real roots in order; raises NotExact for a degree above 12 or other variables."""
    if degree(poly, name) <= 0:
        return []
    row = coefficients(squarefree(poly, name), name)
    if row is None or len(row) - 1 > MAX_DEGREE:
        raise NotExact
    return _roots([as_float(c / row[-1]) for c in row])


def squarefree(poly: Poly, name: str) -> Poly:
    """The polynomial with each of its factors once."""
    spend(30)
    slope: Poly = {}
    for monomial, value in poly.items():
        power = dict(monomial).get(name, 0)
        if power:
            slope[((name, power - 1),) if power > 1 else ()] = value * power
    shared = common(poly, slope)
    if degree(shared) <= 0:
        return poly
    return divide(poly, shared) or poly


def rough_roots(row: list[float]) -> list[float]:
    """The real roots of a polynomial with coefficients that are not exact, constant first."""
    while len(row) > 1 and abs(row[-1]) < 1e-14:
        row = row[:-1]
    if len(row) - 1 > MAX_DEGREE:
        raise NotExact
    return _roots(row) if len(row) > 1 else []


def _roots(row: list[float]) -> list[float]:
    """Roots of a polynomial with simple roots: one lies between two roots of the slope, or none."""
    size = len(row) - 1
    if size == 1:
        return [-row[0] / row[1]]
    slope = [i * c for i, c in enumerate(row)][1:]
    bound = 1 + max(abs(c / row[-1]) for c in row[:-1])
    if not math.isfinite(bound):
        raise NotExact
    ends = [-bound, *_roots(slope), bound]

    def value(x: float) -> float:
        total = 0.0
        for c in reversed(row):
            total = total * x + c
        return total

    found = [_between(value, a, b) for a, b in itertools.pairwise(ends)]
    return sorted({x for x in found if x is not None})


def _between(
    value: Callable[[float], float], low: float, high: float, turns: int = 200
) -> float | None:
    left, right = value(low), value(high)
    if left == 0:
        return low
    if right == 0:
        return high
    if (left > 0) == (right > 0):
        return None
    for _ in range(turns):
        spend()
        middle = (low + high) / 2
        if middle in (low, high):
            break
        found = value(middle)
        if found == 0:
            return middle
        if (found > 0) == (left > 0):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def scanned_zeros(value: Callable[[float], float]) -> list[float]:
    """Places in -40…40 where a function changes sign or touches zero, poles left out."""
    step = 2 * _SPAN / _STEPS
    found: list[float] = []
    before: tuple[float, float] | None = None
    for i in range(_STEPS + 1):
        spend()  # here, where it ends the scan: `_safe` takes all that a place raises for "no value"
        x = -_SPAN + i * step
        y = _safe(value, x)
        if y is None:
            before = None
            continue
        if y == 0:
            found.append(x)
        elif before is not None and before[1] != 0 and (before[1] > 0) != (y > 0):
            zero = _between(lambda t: _safe(value, t) or 0.0, before[0], x, 50)
            if zero is not None and abs(_safe(value, zero) or 0.0) < 1e-6 * max(1.0, abs(y)):
                found.append(zero)
        before = (x, y)
        if len(found) > 40:
            break
    return found


def _safe(value: Callable[[float], float], x: float) -> float | None:
    try:
        return value(x)
    except (NotExact, Undefined):
        return None


def near_fraction(value: float) -> float:
    """The value, or a simple fraction that it is next to nothing away from."""
    if not math.isfinite(value):
        raise NotExact
    simple = Fraction(value).limit_denominator(1000)
    return float(simple) if abs(float(simple) - value) < 1e-11 * max(1.0, abs(value)) else value
