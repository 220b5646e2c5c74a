"""Polynomials in several variables with exact coefficients, bounded in size.

Anything that is not arithmetic (√2, sin x, e^x, π) is a generator like a variable. A polynomial is
a mapping from monomials, sorted tuples of (generator, power), to fractions that are not 0.
"""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache, reduce
from math import gcd, lcm

from tutor.items.maths.effort import spend
from tutor.items.maths.values.exact import NotExact

Monomial = tuple[tuple[str, int], ...]
Poly = dict[Monomial, Fraction]
MAX_TERMS = 400
MAX_POWER = 40


def constant(value: Fraction | int) -> Poly:
    """A number as a polynomial."""
    return {(): Fraction(value)} if value else {}


def variable(name: str) -> Poly:
    """A generator as a polynomial."""
    return {((name, 1),): Fraction(1)}


def add(left: Poly, right: Poly) -> Poly:
    """left + right."""
    total = dict(left)
    for monomial, value in right.items():
        there = total.get(monomial)
        new = value if there is None else there + value
        if new:
            total[monomial] = new
        else:
            total.pop(monomial, None)
    return total


def scale(poly: Poly, by: Fraction) -> Poly:
    """A multiple."""
    spend(1 + len(poly))
    return {m: v * by for m, v in poly.items()} if by else {}


def multiply(left: Poly, right: Poly) -> Poly:
    """left · right; raises NotExact when it grows too large."""
    if len(left) * len(right) > MAX_TERMS * 20:
        raise NotExact
    spend(3 + 3 * len(left) * len(right))
    below, ours = _over_one(left)
    under, theirs = _over_one(right)
    total: dict[Monomial, int] = {}  # whole numbers, as arithmetic with fractions is slow
    for a, x in ours:
        for b, y in theirs:
            monomial = _join(a, b)
            new = total.get(monomial, 0) + x * y
            if new:
                total[monomial] = new
            else:
                total.pop(monomial, None)
    if len(total) > MAX_TERMS:
        raise NotExact
    return {monomial: Fraction(value, below * under) for monomial, value in total.items()}


def _over_one(poly: Poly) -> tuple[int, list[tuple[Monomial, int]]]:
    """A polynomial as whole coefficients over one denominator."""
    below = lcm(*(v.denominator for v in poly.values()))
    return below, [(m, v.numerator * (below // v.denominator)) for m, v in poly.items()]


def _join(a: Monomial, b: Monomial) -> Monomial:
    if not a:
        return b
    if not b:
        return a
    powers = dict(a)
    for name, power in b:
        powers[name] = powers.get(name, 0) + power
    return tuple(sorted(powers.items()))


def raised(poly: Poly, power: int) -> Poly:
    """A power; raises NotExact when it grows too large."""
    if (power > MAX_POWER and len(poly) > 1) or power > 2000:
        raise NotExact
    if len(poly) == 1:
        ((monomial, value),) = poly.items()
        if (
            value.numerator.bit_length() * power > 4096
            or value.denominator.bit_length() * power > 4096
        ):
            raise NotExact
        return {tuple((n, p * power) for n, p in monomial) if power else (): value**power}
    total = constant(1)
    for _ in range(power):
        total = multiply(total, poly)
    return total


def degree(poly: Poly, name: str | None = None) -> int:
    """The total degree, or the degree in one generator; -1 for 0."""
    if not poly:
        return -1
    if name is None:
        return max(sum(p for _, p in m) for m in poly)
    return max(dict(m).get(name, 0) for m in poly)


def generators(poly: Poly) -> tuple[str, ...]:
    """The generators that occur, sorted."""
    return tuple(sorted({name for m in poly for name, _ in m}))


def in_one(poly: Poly, name: str, places: Mapping[str, Fraction]) -> Poly:
    """The polynomial in one generator alone, with numbers in the places of the others."""
    total: Poly = {}
    for monomial, value in poly.items():
        kept: Monomial = ()
        for other, power in monomial:
            if other == name:
                kept = ((other, power),)
            else:
                value *= places[other] ** power
        total = add(total, {kept: value})
    return total


def content(poly: Poly) -> Fraction:
    """The greatest number that divides all coefficients, with the sign of the leading one; 0 for 0."""
    if not poly:
        return Fraction(0)
    tops = reduce(gcd, (v.numerator for v in poly.values()))
    bottoms = reduce(lcm, (v.denominator for v in poly.values()))
    size = Fraction(tops, bottoms)
    return -size if poly[max(poly, key=_rank)] < 0 else size


def _rank(monomial: Monomial) -> tuple[int, Monomial]:
    return (sum(p for _, p in monomial), monomial)


def primitive(poly: Poly) -> Poly:
    """The polynomial divided by its content: whole coefficients without a common factor."""
    return scale(poly, 1 / content(poly)) if poly else {}


def shared_monomial(poly: Poly) -> Monomial:
    """The powers of generators that divide every term."""
    least: dict[str, int] | None = None
    for monomial in poly:
        powers = dict(monomial)
        if least is None:
            least = powers
        else:
            least = {n: min(p, powers.get(n, 0)) for n, p in least.items() if powers.get(n, 0)}
    return tuple(sorted((least or {}).items()))


def without_monomial(poly: Poly, shared: Monomial) -> Poly:
    """The polynomial divided by a monomial that divides every term."""
    powers = dict(shared)
    return {
        tuple((n, p - powers.get(n, 0)) for n, p in m if p != powers.get(n, 0)): v
        for m, v in poly.items()
    }


def divide(top: Poly, bottom: Poly) -> Poly | None:
    """The quotient when the division leaves nothing over, else None."""
    if not bottom:
        return None
    lead = max(bottom, key=_order)
    found: Poly = {}
    rest = dict(top)
    for _ in range(MAX_TERMS):
        if not rest:
            return found
        head = max(rest, key=_order)
        powers = dict(head)
        for name, power in lead:
            powers[name] = powers.get(name, 0) - power
        if any(p < 0 for p in powers.values()):
            return None
        monomial = tuple(sorted((n, p) for n, p in powers.items() if p))
        value = rest[head] / bottom[lead]
        found[monomial] = value
        rest = add(rest, scale(multiply({monomial: Fraction(1)}, bottom), -value))
    return None


def _order(monomial: Monomial) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Lexicographic order, the alphabetically first generator the heaviest."""
    return tuple((_weight(name), power) for name, power in monomial)


@lru_cache(maxsize=1024)
def _weight(name: str) -> tuple[int, ...]:
    return (*(-ord(c) for c in name), 1)


def coefficients(poly: Poly, name: str) -> list[Fraction] | None:
    """Of a polynomial in one generator, constant first; None when there are others."""
    if any(n != name for m in poly for n, _ in m):
        return None
    size = degree(poly, name)
    if size > 200:
        return None
    row = [Fraction(0)] * (size + 1)
    for monomial, value in poly.items():
        row[dict(monomial).get(name, 0)] = value
    return row
