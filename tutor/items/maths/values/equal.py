"""Whether two expressions have the same value wherever both have one.

Rational expressions are compared exactly (residues), all are sampled in floating point at fixed
points; equality needs the agreement of both. A point where one of the two is not real, or meets a
number that is not real on the way, is passed over, so that ln(xy) and ln x + ln y, or √x·√y and
√(xy), are the same in school.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from tutor.items.maths.effort import spend
from tutor.items.maths.notation.tree import Call, Const, Name, Neg, Node, Num, names, rebuilt, walk
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value, residue
from tutor.items.maths.values.function_values import TooLarge, Unknown, call_value
from tutor.items.maths.values.sample import largest_term, passes_through, value_at

RELATIVE = 1e-9  # of the larger value: a decimal of nine figures stands for what it rounds
_SCALES = (0.45, 0.8, 1.5, 2.4, -0.6, 4.0, -1.7, 9.0, 0.12, -5.0, 40.0, 17.0)
_NOISE = 1e-13  # of the largest term added up
_NEEDED = 4  # points at which both must have a value


class Sampled(NamedTuple):
    """Two values at one point."""

    left: complex
    right: complex


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """The variables that are positive, and those that are whole numbers; the others are real."""

    positive: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()


REAL = Domain()


def same_value(left: Node, right: Node, domain: Domain = REAL) -> bool:
    """Whether two expressions are equal as school reads them; raises NotExact when that cannot be told."""
    spend(20)
    a, b = exact_value(left), exact_value(right)
    if a is not None and b is not None:
        return a == b or _rounds(left, a, b) or _rounds(right, b, a)
    left, right = settled(left, right)
    exact = _same_residues(left, right)
    if exact is False:
        return False
    return _same_samples(left, right, names(left) | names(right), domain, trusted=bool(exact))


def _same_residues(left: Node, right: Node) -> bool | None:
    """Equality of two rational expressions; None when one of them is not rational."""
    if _constants(left) != _constants(right):
        return None  # 6.283185307 may stand for 2π
    for point in range(3):
        try:
            if residue(left, point) != residue(right, point):
                return False
        except Undefined:
            continue
        except NotExact:
            return None
        return True
    return None


def _constants(node: Node) -> frozenset[str]:
    return frozenset(n.name for n in walk(node) if isinstance(n, Const))


def _rounds(node: Node, value: Fraction, exact: Fraction) -> bool:
    """Whether a decimal of ten or more figures is the rounding of a number that no such decimal is."""
    while isinstance(node, Neg):
        node = node.of
    if not (isinstance(node, Num) and "." in node.written):
        return False
    figures = node.written.replace(".", "").lstrip("0")
    unit = Fraction(1, 10 ** len(node.written.partition(".")[2]))
    return len(figures) >= 10 and abs(value - exact) < unit and (exact / unit).denominator != 1


def _same_samples(
    left: Node, right: Node, variables: frozenset[str], domain: Domain, *, trusted: bool
) -> bool:
    ordered = tuple(sorted(variables))
    real, imaginary, apart = 0, 0, False
    for point in points(ordered, domain):
        pair = _pair(left, right, point)
        if pair is None:
            continue
        both_real = _real(pair.left) and _real(pair.right)
        agree = close(pair.left, pair.right)
        if ordered and not both_real:
            imaginary += 1
            apart = apart or not agree
            continue
        if not agree:
            if ordered and (passes_through(left, point) or passes_through(right, point)):
                imaginary, apart = imaginary + 1, True
                continue
            if abs(pair.left - pair.right) <= _NOISE * max(
                largest_term(left, point), largest_term(right, point)
            ):
                continue  # cosh(40)² - sinh(40)²: only what rounding left
            return False
        real += 1
        if real >= (2 if trusted else len(_SCALES)):
            break
    if real >= _NEEDED or (real and (trusted or not ordered)):
        return True
    if imaginary:
        return not apart
    if real >= 2 or trusted:
        return True
    raise NotExact


def _pair(left: Node, right: Node, point: dict[str, complex]) -> Sampled | None:
    try:
        return Sampled(value_at(left, point), value_at(right, point))
    except (Undefined, TooLarge):
        return None


def close(left: complex, right: complex, relative: float = RELATIVE) -> bool:
    """Whether two values agree to nine figures, or are both next to nothing."""
    size = max(abs(left), abs(right))
    return abs(left - right) <= relative * size or (size < 1e-9 and abs(left - right) < 1e-11)


def _real(value: complex) -> bool:
    return abs(value.imag) <= 1e-10 * max(1.0, abs(value.real))


@lru_cache(maxsize=256)
def _place(name: str, turn: int) -> float:
    digest = blake2b(f"{turn}/{name}".encode(), digest_size=4).digest()
    return 0.7 + 0.6 * int.from_bytes(digest, "big") / 2**32


def points(variables: tuple[str, ...], domain: Domain = REAL) -> Iterator[dict[str, complex]]:
    """Fixed sample points: small, large, negative, mixed, last whole numbers."""
    count = len(_SCALES)
    for turn in range(2 * count if variables else 1):
        point = {}
        for k, name in enumerate(variables):
            scale = _SCALES[(turn + k * (1 + turn // count * 4)) % count]
            value = (abs(scale) if name in domain.positive else scale) * _place(name, turn)
            if name in domain.whole:
                value = float(round(value) or turn % 3 + 1)
            point[name] = complex(value)
        yield point
    for turn in range(1, 5 if variables else 0):
        yield {name: complex(turn + 3 * k) for k, name in enumerate(variables)}


# -- functions without a known meaning ------------------------------------------------------------


def settled(left: Node, right: Node) -> tuple[Node, Node]:
    """Both trees with each unknown function value, f(2) or f(3), made a variable of its own."""
    if not any(_is_unknown(node) for tree in (left, right) for node in walk(tree)):
        return left, right
    seen: list[tuple[Call, str]] = []
    return _replaced(left, seen), _replaced(right, seen)


def _is_unknown(node: Node) -> bool:
    if not isinstance(node, Call):
        return False
    try:
        call_value(node.function, [0.3 + 0j] * len(node.args))
    except Unknown:
        return True
    except (Undefined, TooLarge, ZeroDivisionError, ValueError, IndexError):
        return False
    return False


def _replaced(node: Node, seen: list[tuple[Call, str]]) -> Node:
    if _is_unknown(node) and isinstance(node, Call):
        for known, name in seen:
            if known.function != node.function or len(known.args) != len(node.args):
                continue
            if all(same_value(a, b) for a, b in zip(known.args, node.args, strict=True)):
                return Name(name)
        seen.append((node, f"{node.function}#{len(seen)}"))
        return Name(seen[-1][1])
    return rebuilt(node, lambda child: _replaced(child, seen))
