"""Whether an expression is written in a form: expanded, factored, a single fraction and so on.

The value is judged elsewhere; here only the writing counts.
"""

from enum import StrEnum

from tutor.items.maths.form.fraction_forms import (
    is_partial_fractions,
    is_reduced,
    is_single_fraction,
)
from tutor.items.maths.form.product_forms import (
    factor_count,
    is_collected,
    is_expanded,
    is_factored,
    is_worked_out,
    positive_whole,
)
from tutor.items.maths.form.shape import factors_of, shape, terms_of, unsigned
from tutor.items.maths.notation.tree import (
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
from tutor.items.maths.values.exact import exact_value
from tutor.items.maths.values.poly import degree
from tutor.items.maths.values.rational import polynomial


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


def _has_decimal(node: Node) -> bool:
    return any(isinstance(n, Num) and "." in n.written.rstrip(".") for n in walk(node))


def _has_fraction(node: Node) -> bool:
    return any(isinstance(n, Quotient | Mixed) for n in walk(node))


def _has_root(node: Node) -> bool:
    return any(isinstance(n, Call) and n.function == "root" and not names(n) for n in walk(node))


def has_form(node: Node, form: ExpressionForm, answer: Node, variable: str = "") -> bool:
    """Whether an expression has a form; `variable` is the one it is looked at in ("" for the only one)."""
    match form:
        case ExpressionForm.SAME:
            return shape(node) == shape(answer)
        case ExpressionForm.EXPANDED:
            return is_expanded(node) and is_collected(node) and is_worked_out(node)
        case ExpressionForm.FACTORED:
            split = not _has_root(answer) or factor_count(node) >= factor_count(answer)
            return is_factored(node) and split  # x² - 3 where (x - √3)(x + √3) is asked for
        case ExpressionForm.SIMPLIFIED:
            return is_simplified(node)
        case ExpressionForm.LOWEST_TERMS:
            return is_reduced(node) and not (_has_decimal(node) and _has_fraction(answer))
        case ExpressionForm.SINGLE_FRACTION:
            return is_single_fraction(node)
        case ExpressionForm.COMPLETED_SQUARE:
            return is_completed_square(node, variable)
        case ExpressionForm.PARTIAL_FRACTIONS:
            return is_partial_fractions(node)


def is_completed_square(node: Node, variable: str = "") -> bool:
    """Whether it is a·(x + h)² + k with the variable only in the square."""
    own = names(node)
    variable = variable or (next(iter(own)) if len(own) == 1 else "")
    if not variable:
        return any(is_completed_square(node, name) for name in own)
    squares = plain = 0
    for term in terms_of(node):
        if variable not in names(term):
            plain += not names(term)
            continue
        if not _is_square_term(unsigned(term), variable):
            return False
        squares += 1
    return squares == 1 and plain < 2  # (x + 4)² − 16 + 9 is not done yet


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
            return exact_value(base) is None or not positive_whole(exponent)
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
