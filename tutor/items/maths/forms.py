"""Whether an expression is written in a form: expanded, factored, a single fraction and so on.

The value is judged elsewhere; here only the writing counts.
"""

from enum import StrEnum
from fractions import Fraction
from math import gcd

from tutor.items.maths.exact import NotExact, Undefined, exact_value
from tutor.items.maths.factors import common, is_irreducible
from tutor.items.maths.poly import (
    Poly,
    content,
    degree,
    polynomial,
    primitive,
)
from tutor.items.maths.shape import factors_of, shape, terms_of, unsigned
from tutor.items.maths.tree import (
    Call,
    Mixed,
    Neg,
    Node,
    Num,
    Power,
    Product,
    Quotient,
    Sum,
    names,
    walk,
)


class ExpressionForm(StrEnum):
    """The forms that an expression item may ask for."""

    SAME = "same"
    EXPANDED = "expanded"
    FACTORED = "factored"
    SIMPLIFIED = "simplified"
    LOWEST_TERMS = "lowest_terms"
    SINGLE_FRACTION = "single_fraction"
    COMPLETED_SQUARE = "completed_square"
    PARTIAL_FRACTIONS = "partial_fractions"


MISSING = {
    ExpressionForm.SAME: "Equal, but write it in the form that is asked for.",
    ExpressionForm.EXPANDED: "Equal, but multiply out the brackets and collect like terms.",
    ExpressionForm.FACTORED: "Equal, but not yet fully factored.",
    ExpressionForm.SIMPLIFIED: "Equal, but it can be made simpler.",
    ExpressionForm.LOWEST_TERMS: "Equal, but write it in lowest terms.",
    ExpressionForm.SINGLE_FRACTION: "Equal, but write it as a single fraction.",
    ExpressionForm.COMPLETED_SQUARE: "Equal, but write it as a completed square.",
    ExpressionForm.PARTIAL_FRACTIONS: "Equal, but split it into partial fractions.",
}


def has_form(node: Node, form: ExpressionForm, answer: Node, variable: str = "") -> bool:
    """Whether an expression has a form; `variable` is the one it is looked at in ("" for the only one)."""
    match form:
        case ExpressionForm.SAME:
            return shape(node) == shape(answer)
        case ExpressionForm.EXPANDED:
            return is_expanded(node) and is_collected(node)
        case ExpressionForm.FACTORED:
            return is_factored(node)
        case ExpressionForm.SIMPLIFIED:
            return is_simplified(node)
        case ExpressionForm.LOWEST_TERMS:
            return is_reduced(node)
        case ExpressionForm.SINGLE_FRACTION:
            return is_single_fraction(node)
        case ExpressionForm.COMPLETED_SQUARE:
            return is_completed_square(node, variable)
        case ExpressionForm.PARTIAL_FRACTIONS:
            return is_partial_fractions(node)


def is_expanded(node: Node) -> bool:
    """Whether nothing is left to multiply out."""
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
            and not _cancels(node.top, node.bottom)
        )
    for factor in factors_of(node):
        base = factor
        while isinstance(base, Power) and _positive_whole(base.exponent):
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


def _positive_whole(node: Node) -> bool:
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
    return not _cancels(node.top, node.bottom)


def _has_root(node: Node) -> bool:
    return any(isinstance(n, Call) and n.function == "root" and not names(n) for n in walk(node))


def _cancels(top: Node, bottom: Node) -> bool:
    above, below = polynomial(top), polynomial(bottom)
    if above is None or below is None or not above or not below:
        return False
    if _whole_gcd(above, below) != 1:
        return True
    try:
        return degree(common(above, below)) > 0
    except (NotExact, Undefined):
        return False


def _whole_gcd(above: Poly, below: Poly) -> int:
    a, b = abs(content(above)), abs(content(below))
    return gcd(a.numerator, b.numerator) if a.denominator == b.denominator == 1 else 1


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


def is_completed_square(node: Node, variable: str = "") -> bool:
    """Whether it is a·(x + h)² + k with the variable only in the square."""
    own = names(node)
    variable = variable or (next(iter(own)) if len(own) == 1 else "")
    if not variable:
        return any(is_completed_square(node, name) for name in own)
    squares = 0
    for term in terms_of(node):
        if variable not in names(term):
            continue
        if not _is_square_term(unsigned(term), variable):
            return False
        squares += 1
    return squares == 1


def _is_square_term(term: Node, variable: str) -> bool:
    if isinstance(term, Quotient) and variable not in names(term.bottom):
        return _is_square_term(unsigned(term.top), variable)
    with_it = [f for f in factors_of(term) if variable in names(f)]
    if len(with_it) != 1 or not isinstance(with_it[0], Power):
        return False
    inner = polynomial(with_it[0].base)
    return (
        exact_value(with_it[0].exponent) == 2 and inner is not None and degree(inner, variable) == 1
    )


def is_simplified(node: Node) -> bool:
    """Whether like terms are collected, numbers worked out, fractions cancelled, powers joined."""
    return all(_is_simple(n) for n in walk(node)) and is_reduced(node)


def _is_simple(node: Node) -> bool:
    match node:
        case Neg(of=of):
            return not isinstance(of, Neg)
        case Sum(terms=terms):
            return is_collected(node) and all(exact_value(t) != 0 for t in terms)
        case Product():
            return _simple_product(node)
        case Quotient(top=top, bottom=bottom):
            return exact_value(bottom) != 1 and not (
                isinstance(top, Quotient) or isinstance(bottom, Quotient)
            )
        case Power(base=base, exponent=exponent):
            if exact_value(exponent) in (0, 1) or isinstance(base, Power):
                return False
            return exact_value(base) is None or not _positive_whole(exponent)
        case Call(function="root", args=(inner, index)):
            return exact_value(node) is None and not _has_perfect_part(inner, index)
        case Call():
            return exact_value(node) is None
        case _:
            return True


def _simple_product(node: Node) -> bool:
    factors = factors_of(node)
    values = [exact_value(f) for f in factors]
    numbers = [v for v in values if v is not None]
    if len(numbers) > 1 or any(v in (0, 1) for v in numbers):
        return False
    bases = [
        shape(f.base if isinstance(f, Power) else f)
        for f, v in zip(factors, values, strict=True)
        if v is None
    ]
    roots = [f for f in factors if isinstance(f, Call) and f.function == "root" and not names(f)]
    return len(bases) == len(set(bases)) and len(roots) < 2


def _has_perfect_part(inner: Node, index: Node) -> bool:
    value, power = exact_value(inner), exact_value(index)
    if value is None or power is None or value.denominator != 1 or not 2 <= power <= 6:
        return value is not None and value.denominator != 1
    size = abs(int(value))
    return any(size % k ** int(power) == 0 for k in range(2, 100) if k ** int(power) <= size)
