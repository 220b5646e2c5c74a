"""How a line of algebra is linked to the one before it: the same solutions, some gained, some lost."""

from enum import StrEnum
from fractions import Fraction

from tutor.items.maths.compare import same
from tutor.items.maths.notation.tree import (  # fmt: skip
    Both,
    Bracket,
    Call,
    Either,
    Name,
    Node,
    Num,
    Power,
    Product,
    Quotient,
    Relation,
    names,
    walk,
)
from tutor.items.maths.statements.calculus_links import by_calculus, is_complex, same_zeros
from tutor.items.maths.statements.relation import always_or_never
from tutor.items.maths.statements.solutions import holds, merged_places, trials
from tutor.items.maths.statements.statement import (
    difference,
    is_statement,
    settled_statement,
    within,
)
from tutor.items.maths.statements.witness import holds_at, letters_of, witnesses
from tutor.items.maths.structured import EVERYTHING, NOTHING
from tutor.items.maths.values.equal import Domain
from tutor.items.maths.values.exact import NotExact, Undefined
from tutor.items.maths.values.function_values import TooLarge
from tutor.items.maths.values.poly import generators
from tutor.items.maths.values.proportion import no_generator, same_relation
from tutor.items.maths.values.rational import ratio

ENOUGH = 3  # witnesses on each side that must agree


class Link(StrEnum):
    """What happens to the solutions from one line to the next."""

    SAME = "same"
    GAINS = "gains"  # what held before still does, and something else too
    LOSES = "loses"  # something that held before is gone
    DIFFERS = "differs"
    UNKNOWN = "unknown"


def link(before: Node, after: Node, *, positive: bool = False, tries: bool = True) -> Link:
    """How two lines are linked; never raises.

    `positive`: all letters are positive numbers. `tries`: what cannot be told exactly is tried at
    points, which may take a tenth of a second.
    """
    try:
        if EVERYTHING in (before, after) or NOTHING in (before, after):
            return _ends(before, after)
        before, after = _as_statement(before, after), _as_statement(after, before)
        if is_statement(before) != is_statement(after):
            return Link.UNKNOWN
        if not is_statement(before):
            known = by_calculus(before, after)
            if known is not None:
                return Link.SAME if known else Link.DIFFERS
            all_of = letters_of(before, after) if positive else frozenset()
            return Link.SAME if same(before, after, Domain(positive=all_of)) else Link.DIFFERS
        return _statements(before, after, positive=positive, tries=tries)
    except (NotExact, Undefined):
        return Link.UNKNOWN


def _as_statement(node: Node, other: Node) -> Node:
    """{2, −2} and (−2, 2) beside a statement in x alone are x ∈ {2, −2} and −2 < x < 2."""
    letters = names(other)
    if not isinstance(node, Bracket) or not is_statement(other) or len(letters) != 1:
        return node
    fits = node.opening == "{" or (node.opening in ("(", "[") and len(node.items) == 2)
    return within(Name(next(iter(letters))), node) if fits else node


def _ends(before: Node, after: Node) -> Link:
    ours, theirs = _always(before), _always(after)
    if ours is None and theirs is None:
        return Link.UNKNOWN
    if ours == theirs:
        return Link.SAME
    return Link.LOSES if after == NOTHING or before == EVERYTHING else Link.GAINS


def _always(node: Node) -> bool | None:
    """True for "all numbers" and what always holds, False for "no solution" and what never does."""
    if node in (EVERYTHING, NOTHING):
        return node == EVERYTHING
    if not is_statement(node):
        return None
    known = always_or_never(node)
    letters = names(node)
    if len(letters) != 1 or (known is not None and not (known and _has_poles(node))):
        return known
    try:
        found = {holds_for(node, x) for x in trials(merged_places(node, node, next(iter(letters))))}
    except NotExact:
        return None
    return found.pop() if len(found) == 1 else None


def holds_for(node: Node, x: float) -> bool:
    """Whether a statement in one variable holds at a place; False beyond floating point."""
    try:
        return holds(settled_statement(node), next(iter(names(node))), x)
    except TooLarge:
        return False


def _statements(before: Node, after: Node, *, positive: bool, tries: bool) -> Link:
    if positive:
        before, after = (_for_positive(n, letters_of(before, after)) for n in (before, after))
    if is_complex(before, after):
        known = same_zeros(before, after)
        return Link.UNKNOWN if known is None else Link.SAME if known else Link.DIFFERS
    before, after = settled_statement(before), settled_statement(after)
    letters = letters_of(before, after)
    ours, theirs = always_or_never(before), always_or_never(after)
    if ours is not None and theirs is not None:
        return Link.SAME if ours == theirs else Link.GAINS if theirs else Link.LOSES
    if len(letters) == 1:
        return _in_one_letter(before, after, next(iter(letters)))
    if same(before, after):
        return Link.GAINS if _brings_in_letters(before, after) else Link.SAME
    return _at_witnesses(before, after, letters) if tries else Link.UNKNOWN


def _for_positive(node: Node, letters: frozenset[str]) -> Node:
    zero = Num(Fraction(0), "0")
    return Both((node, *(Relation((Name(n), zero), (">",)) for n in sorted(letters))))


def _by_factors(before: Node, after: Node) -> bool:
    """Whether cos x (2 sin x − 1) = 0 stands beside its factors set to 0, each defined everywhere."""
    for product, parts in ((before, after), (after, before)):
        if not (isinstance(product, Relation) and isinstance(parts, Either)):
            continue
        left, right = product.operands
        if product.operators != ("=",) or not isinstance(left, Product) or not _is_zero(right):
            continue
        factors = [Relation((f, right), ("=",)) for f in left.factors if names(f)]
        if len(factors) != len(parts.choices) or any(_has_domain(f) for f in factors):
            continue
        if all(any(_multiples(f, c) for c in parts.choices) for f in factors) and all(
            any(_multiples(f, c) for f in factors) for c in parts.choices
        ):
            return True
    return False


def _multiples(left: Node, right: Node) -> bool:
    if not (isinstance(left, Relation) and isinstance(right, Relation)):
        return False
    return same_relation(left, right)


def _is_zero(node: Node) -> bool:
    return isinstance(node, Num) and node.value == 0


def _in_one_letter(before: Node, after: Node, letter: str) -> Link:
    if _by_factors(before, after):
        return Link.SAME
    equal = same(before, after)
    if equal and not (_has_domain(before) or _has_domain(after)):
        return Link.SAME
    try:
        points = trials(merged_places(before, after, letter))
        pairs = [p for x in points if (p := _both_hold(before, after, letter, x)) is not None]
    except NotExact:
        return Link.SAME if equal else Link.DIFFERS
    gained = any(b and not a for a, b in pairs)
    lost = any(a and not b for a, b in pairs)
    if pairs and all(a and b for a, b in pairs):
        return Link.SAME  # 2ⁿ < 2ⁿ⁺¹ and 1 < 2 hold wherever they were tried
    if not gained and not lost:
        # Nothing was found to hold on either side: only exact means can tell.
        return Link.SAME if equal or _always(before) == _always(after) is False else Link.DIFFERS
    return Link.DIFFERS if gained and lost else Link.GAINS if gained else Link.LOSES


def _both_hold(before: Node, after: Node, letter: str, x: float) -> tuple[bool, bool] | None:
    """Whether each holds at a place; None where that is beyond floating point."""
    try:
        return holds(before, letter, x), holds(after, letter, x)
    except TooLarge:
        return None


def _has_poles(node: Node) -> bool:
    """Whether it divides by a letter, and so is not defined everywhere."""
    return any(isinstance(n, Quotient) and names(n.bottom) for n in walk(node))


_EVERYWHERE = frozenset({"sin", "cos", "arctan", "sinh", "cosh", "tanh", "abs"})


def _has_domain(node: Node) -> bool:
    """Whether the statement is not defined everywhere: it divides by a letter, or has a root or logarithm of one."""
    return any(
        (isinstance(n, Quotient) and names(n.bottom))
        or (isinstance(n, Call) and names(n) and n.function not in _EVERYWHERE)
        or (isinstance(n, Power) and names(n) and not _whole(n.exponent))
        for n in walk(node)
    )


def _whole(node: Node) -> bool:
    return isinstance(node, Num) and node.value.denominator == 1 and node.value >= 0


def _brings_in_letters(before: Node, after: Node) -> bool:
    """Whether an equation was multiplied by a letter (which may be 0) that it did not have."""
    if not (isinstance(before, Relation) and isinstance(after, Relation)):
        return False
    try:
        ours, theirs = (
            set(generators(ratio(difference(r), no_generator).top)) for r in (before, after)
        )
    except (NotExact, Undefined):
        return False
    return ours != theirs


def _at_witnesses(before: Node, after: Node, letters: frozenset[str]) -> Link:
    ours, theirs = witnesses(before, letters), witnesses(after, letters)
    gained = any(not holds_at(before, p) for p in theirs)
    lost = any(not holds_at(after, p) for p in ours)
    if gained or lost:
        return Link.DIFFERS if gained and lost else Link.GAINS if gained else Link.LOSES
    return Link.SAME if min(len(ours), len(theirs)) >= ENOUGH else Link.UNKNOWN
