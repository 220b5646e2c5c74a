"""The form of an expression as written, without the order of terms and factors and the place of signs."""

from fractions import Fraction

from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Call,
    Const,
    Either,
    Mixed,
    Name,
    Neg,
    Node,
    Num,
    Percent,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    children,
)
from tutor.items.maths.values.exact import exact_value


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


def shape(node: Node, *, signs: bool = False) -> Shape:
    """The form of an expression without the order of terms and factors.

    Numbers stay as written: 2/4 is not 1/2, nor 0.5. The place of signs does not count, (2 - x)
    beside -(x - 2), unless `signs` is set; then what stands below a line stays together too.
    """
    sign, bare = _Shaper(signs).signed(node)
    return ("-", bare) if sign < 0 else bare


def _key(form: object) -> str:
    """A form as a text to sort by; without quotation marks, which would double with each level."""
    if isinstance(form, tuple):
        return f"({'|'.join(_key(part) for part in form)})"
    return str(form)


class _Shaper:
    """One reading of forms; `signs` keeps signs where they stand in sums."""

    def __init__(self, signs: bool) -> None:
        self.signs = signs

    def shape(self, node: Node) -> Shape:
        return shape(node, signs=self.signs)

    def signed(self, node: Node) -> tuple[int, Shape]:
        """The sign in front and the shape without it."""
        match node:
            case Num(value=value, written=written):
                return (-1 if value < 0 else 1), _number(abs(value), written)
            case Mixed(whole=whole, top=top, bottom=bottom):
                return 1, ("mixed", whole, top, bottom)
            case Percent(of=of):
                sign, inner = self.signed(of)
                return sign, ("%", inner)
            case Const(name=name):
                return 1, ("c", name)
            case Name(name=name):
                return 1, ("v", name)
            case Neg(of=of):
                sign, inner = self.signed(of)
                if self.signs and isinstance(of, Neg):
                    return -1, ("-", inner)  # -(-1) is not 1
                return -sign, inner
            case Sum():
                return self.sum([self.signed(t) for t in terms_of(node)])
            case Product() | Quotient():
                return self.product(node)
            case Power(base=base, exponent=exponent):
                return self.power(base, exponent)
            case _:
                return 1, self.other(node)

    def sum(self, parts: list[tuple[int, Shape]]) -> tuple[int, Shape]:
        ordered = sorted(((_key(s), sign) for sign, s in parts))
        flip = 1 if self.signs else ordered[0][1]
        return flip, ("+", tuple((text, sign * flip) for text, sign in ordered))

    def power(self, base: Node, exponent: Node) -> tuple[int, Shape]:
        sign, inner = self.signed(base)
        times = exact_value(exponent)
        above = self.shape(exponent)
        if sign < 0 and times is not None and times.denominator == 1:
            odd = times.numerator % 2
            if not self.signs or odd:
                return (-1 if odd else 1), ("^", inner, above)
        return 1, ("^", ("-", inner) if sign < 0 else inner, above)

    def product(self, node: Node) -> tuple[int, Shape]:
        above: list[str] = []
        below: list[str] = []
        sign = self.take(node, above, below)
        if len(above) == 1 and not below:
            return sign, ("one", above[0])
        return sign, ("*", tuple(sorted(above)), tuple(sorted(below)))

    def take(self, part: Node, above: list[str], below: list[str]) -> int:
        """Put the factors of a part where they stand, above or below the line; its sign."""
        match part:
            case Neg(of=of):
                return -self.take(of, above, below)
            case Product(factors=factors):
                sign = 1
                for factor in factors:
                    sign *= self.take(factor, above, below)
                return sign
            case Quotient(top=top, bottom=bottom) if self.signs:
                below.append(_key(self.shape(bottom)))  # a/(bc) is not a/b/c, nor -3/x 3/(-x)
                one = isinstance(top, Num) and top.value == 1
                return 1 if one else self.take(top, above, below)
            case Quotient(top=Num(value=Fraction(numerator=1, denominator=1)), bottom=bottom):
                return self.take(bottom, below, above)
            case Quotient(top=top, bottom=bottom):
                return self.take(top, above, below) * self.take(bottom, below, above)
            case _:
                sign, inner = self.signed(part)
                above.append(_key(inner))
                return sign

    def other(self, node: Node) -> Shape:
        inner = tuple(self.shape(c) for c in children(node))
        match node:
            case Relation(operators=("=",)) | Bracket(opening="{"):
                return ("=" if isinstance(node, Relation) else "{", tuple(sorted(map(_key, inner))))
            case Either() | Both():
                return (type(node).__name__, tuple(sorted(map(_key, inner))))
            case Relation(operators=(operator,)) if operator in (">", ">="):
                return ({">": "<", ">=": "<="}[operator], inner[::-1])
            case Relation(operators=(operator,)):
                return (operator, inner)
            case Relation(operators=operators):
                return (operators, inner)
            case Call(function=function):
                return (function, inner)
            case Bracket(opening=opening, closing=closing):
                return (opening, inner, closing)
            case _:
                return (type(node).__name__, inner)


def _number(size: Fraction, written: str) -> Shape:
    return ("n", str(size), "." in written.rstrip("."))
