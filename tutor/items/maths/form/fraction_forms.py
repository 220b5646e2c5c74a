"""Whether fractions are in lowest terms, single or partial, by their writing."""

from fractions import Fraction
from math import gcd

from tutor.items.maths.form.product_forms import cancels, is_expanded
from tutor.items.maths.form.shape import factors_of, terms_of, unsigned
from tutor.items.maths.notation.tree import (
    Call,
    Mixed,
    Neg,
    Node,
    Num,
    Power,
    Product,
    Quotient,
    names,
    walk,
)
from tutor.items.maths.values.exact import exact_value
from tutor.items.maths.values.factors import is_irreducible
from tutor.items.maths.values.poly import Poly, degree, primitive
from tutor.items.maths.values.rational import polynomial


def is_reduced(node: Node) -> bool:
    """Whether no fraction in it can be cancelled and no root stands in a denominator."""
    return all(_reduced(n) for n in walk(node) if isinstance(n, Quotient | Mixed))


def _reduced(node: Quotient | Mixed) -> bool:
    if isinstance(node, Mixed):
        return gcd(node.top, node.bottom) == 1
    if _has_root(node.bottom):
        return False
    top, bottom = exact_value(node.top), exact_value(node.bottom)
    if bottom == 0:
        return False
    if top is not None and bottom is not None:
        whole = top.denominator == bottom.denominator == 1
        return not whole or (gcd(int(top), int(bottom)) == 1 and abs(bottom) != 1)
    return not cancels(node.top, node.bottom)


def _has_root(node: Node) -> bool:
    return any(isinstance(n, Call) and n.function == "root" and not names(n) for n in walk(node))


def is_single_fraction(node: Node) -> bool:
    """Whether it is one fraction without fractions in it, or has no fraction at all."""
    node = unsigned(node)
    if isinstance(node, Quotient):
        return not _has_fraction(node.top) and not _has_fraction(node.bottom)
    if isinstance(node, Product) and any(isinstance(f, Quotient) for f in node.factors):
        return False
    return not _has_fraction(node)


def _has_fraction(node: Node) -> bool:
    for inner in walk(node):
        if isinstance(inner, Quotient | Mixed):
            return True
        if isinstance(inner, Power):
            times = exact_value(inner.exponent)
            if isinstance(inner.exponent, Neg) or (times is not None and times < 0):
                return True
    return False


def is_partial_fractions(node: Node) -> bool:
    """Whether it is a sum of a polynomial and fractions over powers of irreducible polynomials."""
    bottoms: list[tuple[object, int]] = []
    whole: list[Node] = []
    for term in terms_of(node):
        parts = _fraction_parts(unsigned(term))
        if parts is None:
            whole.append(term)
            continue
        top, base, power = parts
        if degree(top) >= degree(base) or not is_irreducible(base):
            return False
        key = (tuple(sorted(base.items())), power)
        if key in bottoms:
            return False
        bottoms.append(key)
    return all(polynomial(t) is not None for t in whole) and (
        not whole or is_expanded(whole[0]) or len(whole) > 1
    )


def _fraction_parts(node: Node) -> tuple[Poly, Poly, int] | None:
    """Top, base and power of a fraction over a power of one polynomial; None for no fraction."""
    top, bottom = _over(node)
    if bottom is None:
        return None
    base: Node | None = None
    power = 1
    for factor in factors_of(bottom):
        if not names(factor):
            continue
        if base is not None:
            poly = polynomial(bottom)
            above = polynomial(top)
            return None if poly is None or above is None else (above, primitive(poly), 1)
        base = factor
        times = exact_value(factor.exponent) if isinstance(factor, Power) else None
        if isinstance(factor, Power) and times is not None and times > 0 and times.denominator == 1:
            base, power = factor.base, int(times)
    poly = polynomial(base) if base is not None else None
    above = polynomial(top)
    if poly is None or above is None:
        return None
    return above, primitive(poly), power


def _over(node: Node) -> tuple[Node, Node | None]:
    """Numerator and denominator with variables, looking through products with a fraction in them."""
    if isinstance(node, Quotient):
        return (node.top, node.bottom) if names(node.bottom) else (node, None)
    if isinstance(node, Power):
        times = exact_value(node.exponent)
        if times is not None and times < 0 and names(node.base):
            return Num(Fraction(1), "1"), Power(node.base, Num(-times, str(-times)))
        return node, None
    if isinstance(node, Product):
        for i, factor in enumerate(node.factors):
            top, bottom = _over(unsigned(factor))
            if bottom is not None:
                rest = (*node.factors[:i], top, *node.factors[i + 1 :])
                return Product(rest), bottom
    return node, None
