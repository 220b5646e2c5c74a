"""The derivative of an expression by the rules of calculus (sum, product, quotient, chain)."""

from fractions import Fraction

from tutor.items.maths.effort import spend
from tutor.items.maths.notation.tree import (
    Call,
    Const,
    Degree,
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
    names,
    rebuilt,
    walk,
)
from tutor.items.maths.values.exact import NotExact, Undefined
from tutor.items.maths.values.poly import degree
from tutor.items.maths.values.rational import ratio

ZERO: Node = Num(Fraction(0), "0")
ONE: Node = Num(Fraction(1), "1")
_TWO: Node = Num(Fraction(2), "2")


MAX_NODES = 100  # of a formula to be differentiated: the rules may square its size
_MAX_FACTORS = 12


def derivative(node: Node, variable: str) -> Node:
    """The derivative with respect to a variable; raises NotExact for what has none by rule or is too long."""
    if sum(1 for _ in walk(node)) > MAX_NODES:
        raise NotExact
    return _slope(node, variable)


def _slope(node: Node, variable: str) -> Node:
    if variable not in names(node):
        return ZERO
    spend(4)
    match node:
        case Name():
            return ONE
        case Neg(of=of):
            return Neg(_slope(of, variable))
        case Percent(of=of):
            return Percent(_slope(of, variable))
        case Sum(terms=terms):
            return Sum(tuple(_slope(t, variable) for t in terms))
        case Product(factors=factors):
            if len(factors) > _MAX_FACTORS:
                raise NotExact
            return Sum(
                tuple(
                    Product((*factors[:i], _slope(f, variable), *factors[i + 1 :]))
                    for i, f in enumerate(factors)
                )
            )
        case Quotient(top=top, bottom=bottom):
            over = Sum(
                (
                    Product((_slope(top, variable), bottom)),
                    Neg(Product((top, _slope(bottom, variable)))),
                )
            )
            return Quotient(over, Power(bottom, _TWO))
        case Power(base=base, exponent=exponent):
            return _power(base, exponent, variable)
        case Call(function=function, args=args):
            return _call(function, args, variable)
        case Num() | Const() | Mixed():
            return ZERO
        case Degree(of=of):
            return Degree(_slope(of, variable))
        case _:
            raise NotExact


def _power(base: Node, exponent: Node, variable: str) -> Node:
    if variable not in names(exponent):
        lower = Sum((exponent, Neg(ONE)))
        return Product((exponent, Power(base, lower), _slope(base, variable)))
    grown = Product((_slope(exponent, variable), Call("ln", (base,))))
    if variable not in names(base):
        return Product((Power(base, exponent), grown))
    inner = Quotient(Product((exponent, _slope(base, variable))), base)
    return Product((Power(base, exponent), Sum((grown, inner))))


def _call(function: str, args: tuple[Node, ...], variable: str) -> Node:
    inner = args[0]
    if function == "root":
        return _slope(Power(inner, Quotient(ONE, args[1])), variable)
    if function == "log":
        return _slope(Quotient(Call("ln", (inner,)), Call("ln", (args[1],))), variable)
    if function == "integral" and args[1:] == (Name(variable),):
        return inner
    outer = _outer(function, inner)
    return Product((outer, _slope(inner, variable)))


def _of(function: str, inner: Node) -> Node:
    return Call(function, (inner,))


def _square(function: str, inner: Node) -> Node:
    return Power(_of(function, inner), _TWO)


def _outer(function: str, x: Node) -> Node:
    match function:
        case "ln":
            return Quotient(ONE, x)
        case "abs":
            return Quotient(x, _of("abs", x))
        case "sin":
            return _of("cos", x)
        case "cos":
            return Neg(_of("sin", x))
        case "tan":
            return Quotient(ONE, _square("cos", x))
        case "cot":
            return Neg(Quotient(ONE, _square("sin", x)))
        case "sec":
            return Product((_of("sec", x), _of("tan", x)))
        case "csc":
            return Neg(Product((_of("csc", x), _of("cot", x))))
        case "sinh":
            return _of("cosh", x)
        case "cosh":
            return _of("sinh", x)
        case "tanh":
            return Quotient(ONE, _square("cosh", x))
        case "coth" | "csch":
            return Neg(Product((_of("csch", x), _of("csch" if function == "coth" else "coth", x))))
        case "sech":
            return Neg(Product((_of("sech", x), _of("tanh", x))))
        case _:
            return _inverse_outer(function, x)


def _inverse_outer(function: str, x: Node) -> Node:
    one_less = Sum((ONE, Neg(Power(x, _TWO))))
    one_more = Sum((ONE, Power(x, _TWO)))
    match function:
        case "arcsin":
            return Quotient(ONE, Call("root", (one_less, _TWO)))
        case "arccos":
            return Neg(Quotient(ONE, Call("root", (one_less, _TWO))))
        case "arctan":
            return Quotient(ONE, one_more)
        case "arccot":
            return Neg(Quotient(ONE, one_more))
        case "arcsec" | "arccsc":
            root = Call("root", (Sum((Power(x, _TWO), Neg(ONE))), _TWO))
            slope = Quotient(ONE, Product((_of("abs", x), root)))
            return slope if function == "arcsec" else Neg(slope)
        case "arccoth":
            return Quotient(ONE, one_less)
        case "arcsinh":
            return Quotient(ONE, Call("root", (one_more, _TWO)))
        case "arccosh":
            return Quotient(ONE, Call("root", (Sum((Power(x, _TWO), Neg(ONE))), _TWO)))
        case "arctanh":
            return Quotient(ONE, one_less)
        case _:
            raise NotExact


def constant_names(node: Node, variable: str, of: Node) -> frozenset[str]:
    """The letters that are added to an antiderivative as its constant: C, 2k, or k in ln(k x)."""
    found = set()
    node = _without_bars(node)
    for name in names(node) - names(of) - {variable}:
        slope = derivative(node, name)
        if _is_number(slope) or _is_logarithmic(slope, name):
            found.add(name)
    return frozenset(found)


def _without_bars(node: Node) -> Node:
    """ln(k x) for ln|k x|, whose constant is the same."""
    match node:
        case Call(
            function="ln" | "log" as function, args=(Call(function="abs", args=(inner,)), *rest)
        ):
            return Call(function, (_without_bars(inner), *rest))
        case _:
            return rebuilt(node, _without_bars)


def _is_number(slope: Node) -> bool:
    """Whether a slope is a number other than 0, as that of 2c or (x³ + 3c)/3 in c is."""
    try:
        row = ratio(slope)
    except (NotExact, Undefined):
        return False
    return bool(row.top) and degree(row.top) <= 0 and degree(row.bottom) <= 0


def _is_logarithmic(slope: Node, name: str) -> bool:
    """Whether a slope is a multiple of 1/name, as that of ln(k x) is."""
    try:
        row = ratio(Product((slope, Name(name))))
    except (NotExact, Undefined):
        return False
    top, bottom = row.top, row.bottom
    if not top or top.keys() != bottom.keys():
        return False
    return len({top[m] / bottom[m] for m in top}) == 1
