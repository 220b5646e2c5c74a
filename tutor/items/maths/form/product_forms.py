"""Whether an expression is multiplied out, collected or factored, by its writing."""

from fractions import Fraction
from math import gcd

from tutor.items.maths.form.shape import factors_of, shape, terms_of, unsigned
from tutor.items.maths.notation.tree import (
    Name,
    Neg,
    Node,
    Num,
    Power,
    Product,
    Quotient,
    Sum,
    names,
)
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.maths.values.factors import common, is_irreducible
from tutor.items.maths.values.poly import Poly, content, degree, generators, in_one, primitive
from tutor.items.maths.values.rational import polynomial


def is_expanded(node: Node) -> bool:
    """Whether nothing is left to multiply out."""
    parts = node.terms if isinstance(node, Sum) else (node,)
    if any(isinstance(part, Neg) and isinstance(part.of, Sum) for part in parts):
        return False  # -(a - b)
    return all(_expanded_term(t) for t in terms_of(node))


def _expanded_term(node: Node) -> bool:
    node = unsigned(node)
    match node:
        case Sum():
            return False
        case Product():
            return all(not isinstance(f, Sum) and _expanded_term(f) for f in factors_of(node))
        case Quotient(top=top, bottom=bottom):
            return (
                not isinstance(unsigned(top), Sum)
                and _expanded_term(top)
                and _expanded_bottom(bottom)
            )
        case Power(base=base, exponent=exponent):
            times = exact_value(exponent)
            if isinstance(unsigned(base), Sum):
                return times is not None and times.denominator != 1
            if isinstance(unsigned(base), Product | Quotient):
                return times is None or not names(base)
            return not isinstance(exponent, Sum) or not names(exponent)
        case _:
            return True


def _expanded_bottom(node: Node) -> bool:
    node = unsigned(node)
    if isinstance(node, Product):
        return not any(isinstance(f, Sum) for f in factors_of(node))
    return not (isinstance(node, Power) and isinstance(node.base, Sum))


def is_worked_out(node: Node) -> bool:
    """Whether each term has one number and one power of a letter: not 4·3x, x²·x or (x²)²; x·x is x² as typed."""
    return all(_worked_out_term(unsigned(t)) for t in terms_of(node))


def _worked_out_term(term: Node) -> bool:
    if isinstance(term, Quotient):
        return _worked_out_term(unsigned(term.top)) and _worked_out_term(unsigned(term.bottom))
    factors = [unsigned(f) for f in factors_of(term)]
    if sum(exact_value(f) is not None for f in factors) > 1:
        return False
    if any(isinstance(f, Power) and isinstance(f.base, Power) and names(f) for f in factors):
        return False
    if any(
        isinstance(f, Power) and isinstance(f.base, Num) and _is_whole(f.exponent) for f in factors
    ):
        return False  # 1³
    powers = [f.base.name for f in factors if isinstance(f, Power) and isinstance(f.base, Name)]
    letters = {f.name for f in factors if isinstance(f, Name)}
    return len(powers) == len(set(powers)) and not letters & set(powers)


def _is_whole(node: Node) -> bool:
    value = exact_value(node)
    return value is not None and value.denominator == 1


def is_collected(node: Node) -> bool:
    """Whether no two terms differ only in their number."""
    seen: list[object] = []
    for term in terms_of(node):
        key = _without_number(term)
        if key in seen:
            return False
        seen.append(key)
    return True


def _without_number(term: Node) -> object:
    poly = polynomial(term)
    if poly is not None and len(poly) == 1:
        return next(iter(poly))
    return shape(term)


def is_factored(node: Node) -> bool:
    """Whether it is a product of powers of irreducible polynomials without common number factors."""
    node = unsigned(node)
    if isinstance(node, Quotient):
        return (
            is_factored(node.top)
            and is_factored(node.bottom)
            and not cancels(node.top, node.bottom)
        )
    for factor in factors_of(node):
        base = factor
        while isinstance(base, Power) and positive_whole(base.exponent):
            base = base.base
        if isinstance(base, Product):
            if not is_factored(base):
                return False
            continue
        if isinstance(base, Quotient):
            if not (is_factored(base.top) and is_factored(base.bottom)):
                return False
            continue
        if not _is_prime_factor(base):
            return False
    return True


def factor_count(node: Node) -> int:
    """How many factors with a letter a product has, powers counted."""
    count = 0
    for factor in factors_of(node):
        times, base = 1, factor
        while isinstance(base, Power) and positive_whole(base.exponent):
            times *= min(int(exact_value(base.exponent) or 1), 1000)
            base = base.base
        if names(base):
            count += times * (factor_count(base) if isinstance(base, Product) else 1)
    return count


def cancels(top: Node, bottom: Node) -> bool:
    """Whether a number or a polynomial divides both."""
    above, below = polynomial(top), polynomial(bottom)
    if above is None or below is None or not above or not below:
        return False
    if _whole_gcd(above, below) != 1:
        return True
    try:
        if degree(common(above, below)) > 0:
            return True
        return _share_a_root(above, below)
    except (NotExact, Undefined):
        return False


_PLACES = tuple(Fraction(n, 97) for n in (1009, 2017, 3023, 4049, 5059))  # met by no one's letters


_MOST_DEGREES = 12


def _share_a_root(above: Poly, below: Poly) -> bool:
    """Whether two polynomials in several letters have a factor in common, seen where all letters but one are numbers."""
    letters = sorted({*generators(above), *generators(below)})
    if not 1 < len(letters) <= len(_PLACES) or degree(above) + degree(below) > _MOST_DEGREES:
        return False
    places = dict(zip(letters, _PLACES, strict=False))
    return any(
        degree(common(in_one(above, name, places), in_one(below, name, places))) > 0
        for name in letters
        if degree(above, name) > 0 and degree(below, name) > 0
    )


def _whole_gcd(above: Poly, below: Poly) -> int:
    a, b = abs(content(above)), abs(content(below))
    return gcd(a.numerator, b.numerator) if a.denominator == b.denominator == 1 else 1


def positive_whole(node: Node) -> bool:
    """Whether it is a number 1, 2, 3, …"""
    value = exact_value(node)
    return value is not None and value.denominator == 1 and value > 0


def _is_prime_factor(node: Node) -> bool:
    if not isinstance(unsigned(node), Sum):
        return True
    poly = polynomial(node)
    if poly is None:
        return False
    if degree(poly) <= 0:
        return True
    if not (is_expanded(node) and is_collected(node)):
        return False
    whole = all(v.denominator == 1 for v in poly.values())
    leading = {abs(v) for v in poly.values()}
    if abs(content(poly)) != 1 if whole else Fraction(1) not in leading:
        return False  # 2x - 4 has a 2 to take out, x/2 - 3/2 a half; x - 1/2 is fine
    try:
        return is_irreducible(primitive(poly))
    except NotExact:
        return True
