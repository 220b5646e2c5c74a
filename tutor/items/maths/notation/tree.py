"""The typed expression tree that the parser makes and everything else walks.

Trees keep what was written (a quotient is not multiplied out, a decimal keeps its digits), because
an item may ask for a form. Meaning is given by `exact.py` and `sample.py`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter
from typing import Any


@dataclass(frozen=True, slots=True)
class Num:
    """A number as written: 3, 0.50, .5. `written` keeps the digits ("0.50")."""

    value: Fraction
    written: str = ""


@dataclass(frozen=True, slots=True)
class Const:
    """A constant: `pi`, `e`, `i` or `inf`."""

    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, with its subscript: `x`, `a_1`, `a_(n+1)`."""

    name: str


@dataclass(frozen=True, slots=True)
class Neg:
    """The negative of something."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added up; a subtracted term is a `Neg`."""

    terms: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Factors multiplied; `shown` says that a multiplication sign was written."""

    factors: tuple["Node", ...]
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Quotient:
    """A fraction or division."""

    top: "Node"
    bottom: "Node"


@dataclass(frozen=True, slots=True)
class Mixed:
    """A mixed number, 2 3/4; `whole` is not negative (a `Neg` stands outside)."""

    whole: int
    top: int
    bottom: int

    @property
    def value(self) -> Fraction:
        """Its value; the denominator is never 0."""
        return self.whole + Fraction(self.top, self.bottom)


@dataclass(frozen=True, slots=True)
class Power:
    """A base with an exponent."""

    base: "Node"
    exponent: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """A function applied: `sin`, `ln`, `log` (argument, base), `root` (argument, index), `abs`…"""

    function: str
    args: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Percent:
    """A number of hundredths."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class Degree:
    """An angle in degrees."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class PlusMinus:
    """Both left + right and left - right; `left` is None for a bare ±3."""

    left: "Node | None"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Relation:
    """A chain of comparisons, `1 < x <= 3`: operands and, between them, = != < <= > >=."""

    operands: tuple["Node", ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bracket:
    """Things in brackets or, with `opening` "", bare things separated by commas."""

    opening: str
    items: tuple["Node", ...]
    closing: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of equal length."""

    rows: tuple[tuple["Node", ...], ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Alternatives: `x = 1 or x = 2`, a union of intervals."""

    choices: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Both:
    """Conditions that hold together: `x > 1 and x < 3`."""

    parts: tuple["Node", ...]


Node = (
    Num
    | Const
    | Name
    | Neg
    | Sum
    | Product
    | Quotient
    | Mixed
    | Power
    | Call
    | Percent
    | Degree
    | PlusMinus
    | Relation
    | Bracket
    | Matrix
    | Either
    | Both
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly under a node, from left to right."""
    return _CHILDREN[type(node)](node)


# By type: this is asked for every node of every tree many times, and trying one kind after another is slow.
_CHILDREN: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    **dict.fromkeys((Num, Const, Name, Mixed), lambda node: ()),
    **dict.fromkeys((Neg, Percent, Degree), lambda node: (node.of,)),
    Sum: attrgetter("terms"),
    Product: attrgetter("factors"),
    Call: attrgetter("args"),
    Quotient: attrgetter("top", "bottom"),
    Power: attrgetter("base", "exponent"),
    PlusMinus: lambda node: (node.right,) if node.left is None else (node.left, node.right),
    Relation: attrgetter("operands"),
    Bracket: attrgetter("items"),
    Either: attrgetter("choices"),
    Both: attrgetter("parts"),
    Matrix: lambda node: tuple(cell for row in node.rows for cell in row),
}


def walk(node: Node) -> Iterator[Node]:
    """The node and all nodes under it, parents first."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        below = _CHILDREN[type(here)](here)
        if below:
            waiting.extend(reversed(below))


def names(node: Node) -> frozenset[str]:
    """The variables in a tree."""
    found: set[str] = set()
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Name):
            found.add(here.name)
        else:
            waiting += _CHILDREN[type(here)](here)
    return frozenset(found)


def number(value: int | Fraction) -> Node:
    """A tree for a number, negative ones as a `Neg`."""
    exact = Fraction(value)
    if exact < 0:
        return Neg(number(-exact))
    if exact.denominator == 1:
        return Num(exact, str(exact.numerator))
    return Quotient(number(exact.numerator), number(exact.denominator))


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """The same node with each of its children changed."""
    match node:
        case Num() | Const() | Name() | Mixed():
            return node
        case Neg(of=of):
            return Neg(change(of))
        case Percent(of=of):
            return Percent(change(of))
        case Degree(of=of):
            return Degree(change(of))
        case Sum(terms=terms):
            return Sum(tuple(change(t) for t in terms))
        case Product(factors=factors, shown=shown):
            return Product(tuple(change(f) for f in factors), shown)
        case Quotient(top=top, bottom=bottom):
            return Quotient(change(top), change(bottom))
        case Power(base=base, exponent=exponent):
            return Power(change(base), change(exponent))
        case Call(function=function, args=args):
            return Call(function, tuple(change(a) for a in args))
        case PlusMinus(left=left, right=right):
            return PlusMinus(None if left is None else change(left), change(right))
        case Relation(operands=operands, operators=operators):
            return Relation(tuple(change(o) for o in operands), operators)
        case Bracket(opening=opening, items=items, closing=closing):
            return Bracket(opening, tuple(change(i) for i in items), closing)
        case Matrix(rows=rows):
            return Matrix(tuple(tuple(change(c) for c in row) for row in rows))
        case Either(choices=choices):
            return Either(tuple(change(c) for c in choices))
        case Both(parts=parts):
            return Both(tuple(change(p) for p in parts))
