"""The form of an expression as written, without the order of terms and factors and the place of signs."""

from fractions import Fraction

from tutor.items.maths.exact import exact_value
from tutor.items.maths.tree import (
    Call,
    Const,
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
)


def unsigned(node: Node) -> Node:
    """The node without leading signs."""
    while isinstance(node, Neg):
        node = node.of
    return node


def terms_of(node: Node) -> tuple[Node, ...]:
    """The terms of a sum, nested sums opened; other nodes are one term."""
    match node:
        case Sum(terms=terms):
            return tuple(t for term in terms for t in terms_of(term))
        case Neg(of=Sum(terms=terms)):
            return tuple(Neg(t) for term in terms for t in terms_of(term))
        case _:
            return (node,)


def factors_of(node: Node) -> tuple[Node, ...]:
    """The factors of a product, nested products and signs opened; other nodes are one factor."""
    node = unsigned(node)
    if isinstance(node, Product):
        return tuple(f for factor in node.factors for f in factors_of(factor))
    return (node,)


Shape = tuple[object, ...]


def shape(node: Node) -> Shape:
    """The form of an expression without the order of terms and factors and the place of signs."""
    sign, bare = _signed_shape(node)
    return ("-", bare) if sign < 0 else bare


def _signed_shape(node: Node) -> tuple[int, Shape]:
    match node:
        case Num(value=value):
            return _number_shape(value)
        case Mixed():
            return _number_shape(node.value)
        case Percent(of=of):
            sign, inner = _signed_shape(of)
            return sign, ("%", inner)
        case Const(name=name):
            return 1, ("c", name)
        case Name(name=name):
            return 1, ("v", name)
        case Neg(of=of):
            sign, inner = _signed_shape(of)
            return -sign, inner
        case Sum():
            return _sum_shape([_signed_shape(t) for t in terms_of(node)])
        case Product() | Quotient():
            return _product_shape(node)
        case Power(base=base, exponent=exponent):
            return _power_shape(base, exponent)
        case _:
            return 1, _other_shape(node)


def _number_shape(value: Fraction) -> tuple[int, Shape]:
    return (-1 if value < 0 else 1), ("n", str(abs(value)))


def _sum_shape(parts: list[tuple[int, Shape]]) -> tuple[int, Shape]:
    ordered = sorted(((repr(s), sign) for sign, s in parts))
    flip = ordered[0][1]
    return flip, ("+", tuple((text, sign * flip) for text, sign in ordered))


def _power_shape(base: Node, exponent: Node) -> tuple[int, Shape]:
    sign, inner = _signed_shape(base)
    times = exact_value(exponent)
    if sign < 0 and times is not None and times.denominator == 1:
        odd = times.numerator % 2
        return (-1 if odd else 1), ("^", inner, shape(exponent))
    return 1, ("^", ("-", inner) if sign < 0 else inner, shape(exponent))


def _product_shape(node: Node) -> tuple[int, Shape]:
    sign = 1
    number = Fraction(1)
    above: list[str] = []
    below: list[str] = []

    def take(part: Node, over: bool) -> None:
        nonlocal sign, number
        match part:
            case Neg(of=of):
                sign = -sign
                take(of, over)
            case Product(factors=factors):
                for factor in factors:
                    take(factor, over)
            case Quotient(top=top, bottom=bottom):
                take(top, over)
                take(bottom, not over)
            case _:
                own, inner = _signed_shape(part)
                sign *= own
                if inner[0] == "n":
                    value = Fraction(str(inner[1]))
                    number = number * value if over else number / (value or 1)
                    if over and value != 1 and above and above[0].startswith("#"):
                        above.insert(0, f"#{value}")  # 2·3x is not written as 6x
                    elif over and value != 1:
                        above.insert(0, "#")
                else:
                    (above if over else below).append(repr(inner))

    take(node, True)
    rest = tuple(sorted(a for a in above if not a.startswith("#"))), tuple(sorted(below))
    split = tuple(a for a in above if len(a) > 1 and a.startswith("#"))
    if not rest[0] and not rest[1]:
        return sign, ("n", str(number), split)
    if number == 1 and len(rest[0]) == 1 and not rest[1] and not split:
        return sign, ("one", rest[0][0])
    return sign, ("*", str(number), split, *rest)


def _other_shape(node: Node) -> Shape:
    from tutor.items.maths.tree import Bracket, Relation, children

    inner = tuple(shape(c) for c in children(node))
    match node:
        case Relation(operators=("=",)):
            return ("=", tuple(sorted(map(repr, inner))))
        case Relation(operators=(operator,)) if operator in (">", ">="):
            return ({">": "<", ">=": "<="}[operator], inner[::-1])
        case Relation(operators=operators):
            return (operators, inner)
        case Call(function=function):
            return (function, inner)
        case Bracket(opening=opening, closing=closing):
            return (opening, inner, closing)
        case _:
            return (type(node).__name__, inner)
