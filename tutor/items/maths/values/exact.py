"""Exact values: fractions for numbers, residues for rational expressions in variables.

Two rational expressions that agree at a random point modulo a large prime are equal but for a
chance of about degree / 2⁶¹ (Schwartz 1980, Zippel 1979). The points are fixed by the names of
the variables, so that the same response always gets the same grade.
"""

import math
from fractions import Fraction
from hashlib import blake2b

from tutor.items.maths.meter import take
from tutor.items.maths.notation.tree import (
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
    number,
    rebuilt,
    walk,
)

MAX_BITS = 4096  # of a numerator or denominator
PRIME = 2**61 - 1


class NotExact(Exception):
    """The expression is not a rational one, or too large."""


class Undefined(Exception):
    """The expression has no value: division by zero."""


def exact_value(node: Node) -> Fraction | None:
    """The exact rational value of a tree without variables; None when it has none of bounded size."""
    try:
        return _fraction(node)
    except (NotExact, Undefined):
        return None


def as_float(value: Fraction) -> float:
    """A number in floating point; raises NotExact for one that is too large for it."""
    try:
        return value.numerator / value.denominator
    except OverflowError:
        raise NotExact from None


def is_undefined(node: Node) -> bool:
    """Whether the number divides by zero."""
    try:
        _fraction(node)
    except Undefined:
        return True
    except NotExact:
        return False
    return False


def _count(steps: int) -> None:
    """Count work; raises NotExact when a grade has taken too much."""
    if not take(steps):
        raise NotExact


def _bounded(value: Fraction) -> Fraction:
    if value.numerator.bit_length() > MAX_BITS or value.denominator.bit_length() > MAX_BITS:
        raise NotExact
    return value


def _fraction(node: Node) -> Fraction:
    match node:
        case Num(value=value):
            return value
        case Neg(of=of):
            return -_fraction(of)
        case Sum(terms=terms):
            _count(len(terms))
            total = Fraction(0)
            for term in terms:
                total = _bounded(total + _fraction(term))
            return total
        case Product(factors=factors):
            _count(len(factors))
            total = Fraction(1)
            for factor in factors:
                total = _bounded(total * _fraction(factor))
            return total
        case Quotient(top=top, bottom=bottom):
            below = _fraction(bottom)
            if below == 0:
                raise Undefined
            return _bounded(_fraction(top) / below)
        case Mixed():
            return node.value
        case Percent(of=of):
            return _fraction(of) / 100
        case Power(base=base, exponent=exponent):
            _count(2)
            return power(_fraction(base), _fraction(exponent))
        case Call(function="sum" | "prod" as function, args=(body, Name(name=name), low, high)):
            return _series(function, body, name, _fraction(low), _fraction(high))
        case Call(function=function, args=args):
            return _called(function, [_fraction(arg) for arg in args])
        case _:
            raise NotExact


def _series(function: str, body: Node, name: str, low: Fraction, high: Fraction) -> Fraction:
    """A finite sum or product of at most 200 numbers."""
    if low.denominator != 1 or high.denominator != 1 or not 0 <= high - low < 200:
        raise NotExact
    total = Fraction(function == "prod")
    size = sum(1 for _ in walk(body))
    for k in range(int(low), int(high) + 1):
        _count(3 + size)
        value = _fraction(put_number(body, name, k))
        total = _bounded(total * value if function == "prod" else total + value)
    return total


def put_number(node: Node, name: str, value: int) -> Node:
    """The tree with a number for a letter."""
    if isinstance(node, Name) and node.name == name:
        return number(value)
    return rebuilt(node, lambda child: put_number(child, name, value))


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """base ** exponent where that is rational and of bounded size; raises NotExact, Undefined."""
    if exponent.denominator != 1:
        if exponent.denominator > 64:
            raise NotExact
        return power(root(base, exponent.denominator), Fraction(exponent.numerator))
    if base == 0 and exponent < 0:
        raise Undefined
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if abs(exponent) * max(size - 1, 1) > MAX_BITS and base not in (0, 1, -1):
        raise NotExact
    if base in (0, 1, -1):
        return base ** (int(exponent) % 2 + 2) if exponent else Fraction(1)
    return base ** int(exponent)


def root(value: Fraction, index: int) -> Fraction:
    """The real root of a perfect power; raises NotExact for any other."""
    if index < 0:
        raise NotExact
    if value < 0:
        if index % 2 == 0:
            raise NotExact
        return -root(-value, index)
    return Fraction(_whole_root(value.numerator, index), _whole_root(value.denominator, index))


def _whole_root(value: int, index: int) -> int:
    if index == 2:
        guess = math.isqrt(value)
    else:
        low, high = 0, 1 << (value.bit_length() // index + 1)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if middle**index <= value else (low, middle - 1)
        guess = low
    if guess**index != value:
        raise NotExact
    return guess


def _called(function: str, args: list[Fraction]) -> Fraction:
    first = args[0]
    match function:
        case "abs":
            return abs(first)
        case "root":
            if args[1].denominator != 1 or not 0 < args[1] <= 64:
                raise NotExact
            return root(first, int(args[1]))
        case "factorial":
            if first.denominator != 1 or not 0 <= first <= 300:
                raise NotExact
            return Fraction(math.factorial(int(first)))
        case "binomial":
            if any(a.denominator != 1 or not 0 <= a <= 300 for a in args):
                raise NotExact
            return Fraction(math.comb(int(first), int(args[1])))
        case "floor":
            return Fraction(math.floor(first))
        case "ceil":
            return Fraction(math.ceil(first))
        case "sign":
            return Fraction((first > 0) - (first < 0))
        case "min":
            return min(args)
        case "max":
            return max(args)
        case "gcd" | "lcm":
            if any(a.denominator != 1 or abs(a) > 10**12 for a in args):
                raise NotExact
            join = math.gcd if function == "gcd" else math.lcm
            return Fraction(join(*(int(a) for a in args)))
        case "log":
            return _exact_log(first, args[1])
        case "ln":
            if first == 1:
                return Fraction(0)
            raise NotExact
        case _:
            raise NotExact


def _exact_log(value: Fraction, base: Fraction) -> Fraction:
    if value <= 0 or base <= 0 or base == 1:
        raise NotExact
    guess = round(math.log(value) / math.log(base))
    if abs(guess) <= 2000 and power(base, Fraction(guess)) == value:
        return Fraction(guess)
    raise NotExact


# -- residues -----------------------------------------------------------------------------------


def residue(node: Node, point: int = 0) -> int:
    """The value modulo PRIME at a fixed pseudo-random point; raises NotExact, Undefined."""
    match node:
        case Num(value=value):
            return _residue_of(value)
        case Mixed():
            return _residue_of(node.value)
        case Name(name=name) | Const(name="pi" | "e" as name):
            digest = blake2b(f"{point}:{name}".encode(), digest_size=7).digest()
            return int.from_bytes(digest, "big") + 2
        case Neg(of=of):
            return -residue(of, point) % PRIME
        case Sum(terms=terms):
            return sum(residue(term, point) for term in terms) % PRIME
        case Product(factors=factors):
            total = 1
            for factor in factors:
                total = total * residue(factor, point) % PRIME
            return total
        case Quotient(top=top, bottom=bottom):
            return residue(top, point) * _inverse(residue(bottom, point)) % PRIME
        case Percent(of=of):
            return residue(of, point) * _inverse(100) % PRIME
        case Power(base=base, exponent=exponent):
            return _power_residue(residue(base, point), exponent)
        case _:
            number = exact_value(node)
            if number is None:
                raise NotExact
            return _residue_of(number)


def _power_residue(base: int, exponent: Node) -> int:
    times = exact_value(exponent)
    if times is None or times.denominator != 1 or abs(times) > 10**6:
        raise NotExact
    count = int(times)
    return pow(base if count >= 0 else _inverse(base), abs(count), PRIME)


def _inverse(value: int) -> int:
    if value % PRIME == 0:
        raise Undefined
    return pow(value, -1, PRIME)


def _residue_of(value: Fraction) -> int:
    return value.numerator % PRIME * _inverse(value.denominator) % PRIME
