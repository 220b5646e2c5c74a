"""Whether polynomials can be factored over the rationals, and greatest common divisors.

One generator: rational roots, then quadratic and cubic factors found from values at a few whole
numbers (Kronecker 1882), up to degree 7. Several generators: whole numbers are put in for all but
one; a polynomial that stays irreducible with full degree was irreducible (Hilbert 1892).
"""

from fractions import Fraction
from itertools import product
from math import isqrt

from tutor.items.maths.effort import spend
from tutor.items.maths.values.exact import NotExact
from tutor.items.maths.values.poly import (
    Poly,
    add,
    coefficients,
    constant,
    content,
    degree,
    divide,
    generators,
    multiply,
    primitive,
    raised,
    scale,
    shared_monomial,
    variable,
)

_TRIES = 4000  # candidates of Kronecker's method before giving up


def is_irreducible(poly: Poly) -> bool:
    """Whether a polynomial without a constant factor has no factors of lower degree; constants are."""
    names = generators(poly)
    if degree(poly) <= 1:
        return True
    if shared_monomial(poly):
        return False
    if len(names) == 1:
        row = coefficients(poly, names[0])
        return row is None or _irreducible_row([int(c) for c in _whole(row)])
    return _irreducible_in_many(poly, names)


def _whole(row: list[Fraction]) -> list[Fraction]:
    from_poly: Poly = {((("x", i),) if i else ()): c for i, c in enumerate(row) if c}
    size = abs(content(from_poly))
    return [c / size for c in row]


def _irreducible_row(row: list[int]) -> bool:
    """Whole coefficients, constant first, without a common factor."""
    size = len(row) - 1
    if size <= 1:
        return True
    if row[0] == 0 or _has_rational_root(row):
        return False
    if size == 2 or size == 3:
        return True
    if size > 7:
        return True  # not found out: the learner gets the benefit of the doubt
    return not any(_has_factor(row, d) for d in range(2, size // 2 + 1))


def _divisors(value: int) -> list[int]:
    value = abs(value)
    if value > 10**9:
        return []
    small = [d for d in range(1, min(isqrt(value), 40000) + 1) if value % d == 0]
    return sorted({*small, *(value // d for d in small)})


def _has_rational_root(row: list[int]) -> bool:
    bottoms = _divisors(row[-1])
    for top in _divisors(row[0]):
        spend(10 * len(bottoms))
        for bottom in bottoms:
            for sign in (1, -1):
                if _value(row, Fraction(sign * top, bottom)) == 0:
                    return True
    return False


def _value(row: list[int], at: Fraction) -> Fraction:
    total = Fraction(0)
    for c in reversed(row):
        total = total * at + c
    return total


def _has_factor(row: list[int], size: int) -> bool:
    """Kronecker: a factor of that degree takes divisors of the values at size + 1 points."""
    points = sorted(
        range(-4, 5), key=lambda p: (len(_divisors(int(_value(row, Fraction(p))))) or 10**6, abs(p))
    )
    points = points[: size + 1]
    values = [int(_value(row, Fraction(p))) for p in points]
    if 0 in values:
        return True
    choices = [_divisors(v) for v in values]
    signed = [choices[0], *([*c, *(-d for d in c)] for c in choices[1:])]
    for count, ends in enumerate(product(*signed)):
        spend(30)
        if count > _TRIES:
            return False
        factor = _through(points, ends)
        if factor and len(factor) == size + 1 and _divides(factor, row):
            return True
    return False


def _through(points: list[int], values: tuple[int, ...]) -> list[Fraction]:
    """The polynomial through points (Lagrange), constant first, leading zeros cut."""
    total = [Fraction(0)] * len(points)
    for i, (x, y) in enumerate(zip(points, values, strict=True)):
        basis = [Fraction(y)]
        for j, other in enumerate(points):
            if j != i:
                shifted = [Fraction(0), *basis]
                basis = [s - other * b for s, b in zip(shifted, [*basis, Fraction(0)], strict=True)]
                basis = [b / (x - other) for b in basis]
        total = [t + b for t, b in zip(total, basis, strict=True)]
    while total and total[-1] == 0:
        total.pop()
    return total


def _divides(factor: list[Fraction], row: list[int]) -> bool:
    rest = [Fraction(c) for c in row]
    while len(rest) >= len(factor):
        times = rest[-1] / factor[-1]
        for i in range(1, len(factor) + 1):
            rest[-i] -= times * factor[-i]
        rest.pop()
    return not any(rest)


def _irreducible_in_many(poly: Poly, names: tuple[str, ...]) -> bool:
    for main in names:
        size = degree(poly, main)
        if size == 1:
            return _coprime_coefficients(poly, main)
    main = min(names, key=lambda n: degree(poly, n))
    for turn in range(8):
        values = {n: 2 + 3 * turn + 5 * k + (k * turn) for k, n in enumerate(names) if n != main}
        row = coefficients(_put(poly, values), main)
        if row is None or len(row) - 1 != degree(poly, main):
            continue
        if _irreducible_row([int(c) for c in _whole(row)]):
            return True
    return False


def _coprime_coefficients(poly: Poly, main: str) -> bool:
    """a·x + b is irreducible when a and b share no factor."""
    a: Poly = {}
    b: Poly = {}
    for monomial, value in poly.items():
        powers = dict(monomial)
        rest = tuple((n, p) for n, p in monomial if n != main)
        (a if powers.get(main) else b)[rest] = value
    return degree(common(a, b)) <= 0


def _put(poly: Poly, values: dict[str, int]) -> Poly:
    total: Poly = {}
    for monomial, value in poly.items():
        term: Poly = constant(value)
        for name, power in monomial:
            base = constant(values[name]) if name in values else variable(name)
            term = multiply(term, raised(base, power))
        total = add(total, term)
    return total


def common(left: Poly, right: Poly) -> Poly:
    """A greatest common divisor, primitive; raises NotExact when too large.

    One generator: Euclid. Several: only common monomials and exact divisibility are looked for.
    """
    if not left:
        return primitive(right)
    if not right:
        return primitive(left)
    names = tuple(sorted({*generators(left), *generators(right)}))
    if not names:
        return constant(1)
    if len(names) == 1:
        return _euclid(left, right, names[0])
    for small, large in ((left, right), (right, left)):
        if degree(small) > 0 and divide(large, small) is not None:
            return primitive(small)
    return _shared(left, right)


def _shared(left: Poly, right: Poly) -> Poly:
    a, b = dict(shared_monomial(left)), dict(shared_monomial(right))
    both = tuple(sorted((n, min(p, b[n])) for n, p in a.items() if n in b))
    return {both: Fraction(1)}


def _euclid(left: Poly, right: Poly, name: str) -> Poly:
    a, b = left, right
    for _ in range(60):
        if not b:
            return primitive(a)
        a, b = b, primitive(_remainder(a, b, name))
    raise NotExact


def _remainder(top: Poly, bottom: Poly, name: str) -> Poly:
    rest = top
    size = degree(bottom, name)
    lead = bottom[((name, size),) if size else ()]
    while rest and degree(rest, name) >= size:
        n = degree(rest, name)
        head = rest[((name, n),) if n else ()]
        step: Poly = {((name, n - size),) if n > size else (): head / lead}
        rest = add(rest, scale(multiply(step, bottom), Fraction(-1)))
    return rest
