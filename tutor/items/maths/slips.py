"""Wrong results of a calculation by rule: what comes out when a named wrong idea is followed.

An author gives the calculation and, for each rule that fits it, the course's misconception; a wrong
answer is recognised in every form without being listed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.ids import MisconceptionId
from tutor.items.grade import Spec
from tutor.items.maths import spec as field
from tutor.items.maths.notation.lexer import Notation
from tutor.items.maths.notation.tree import Mixed, Neg, Node, Product, Quotient, Sum
from tutor.items.maths.values.exact import exact_value


class Rule(StrEnum):
    """The wrong ideas that can be followed by rule."""

    TOPS_AND_BOTTOMS = "tops_and_bottoms"  # numerators added (or subtracted), and denominators
    NOT_TURNED = "not_turned"  # divided by a fraction as if it were multiplied by it
    TURNED_OVER = "turned_over"  # the right result upside down
    SIGN_LOST = "sign_lost"  # the right result with the other sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Slips:
    """The wrong results that are known by rule, with their misconceptions."""

    known: Mapping[Fraction, MisconceptionId]

    def of(self, value: Fraction | None) -> MisconceptionId | None:
        """The misconception that leads to a value; None for others."""
        return None if value is None else self.known.get(value)


NO_SLIPS = Slips(known={})


def slips(spec: Spec, answer: Node, notation: Notation) -> Slips:
    """The `slips` of a spec: `of`, the calculation, and rules with misconceptions. Raises BadCourse."""
    given = spec.get("slips")
    if given is None:
        return NO_SLIPS
    if not isinstance(given, Mapping) or "of" not in given:
        raise BadCourse("This needs `of`, the calculation.", where="slips", do="See docs/items.md.")
    tree = field.tree(field.text(given, "of"), notation, "slips")
    right = exact_value(answer)
    if exact_value(tree) != right:
        raise BadCourse("The calculation under `of` does not give the answer.", where="slips")
    known: dict[Fraction, MisconceptionId] = {}
    for name in given:
        if name == "of":
            continue
        rule = Rule(field.chosen({"rule": str(name)}, "rule", tuple(Rule))[0])
        wrong = _wrong(rule, tree)
        if wrong is not None and wrong != right:
            known.setdefault(wrong, MisconceptionId(field.text(given, str(name))))
    return Slips(known=known)


def _wrong(rule: Rule, tree: Node) -> Fraction | None:
    value = exact_value(tree)
    match rule:
        case Rule.TOPS_AND_BOTTOMS:
            return _tops_and_bottoms(tree)
        case Rule.NOT_TURNED:
            return (
                exact_value(Product((tree.top, tree.bottom)))
                if isinstance(tree, Quotient)
                else None
            )
        case Rule.TURNED_OVER:
            return 1 / value if value else None
        case Rule.SIGN_LOST:
            return None if value is None else -value


def _tops_and_bottoms(tree: Node) -> Fraction | None:
    if not isinstance(tree, Sum):
        return None
    top = bottom = 0
    for term in tree.terms:
        parts = _parts(term.of if isinstance(term, Neg) else term)
        if parts is None:
            return None
        sign = -1 if isinstance(term, Neg) else 1
        top, bottom = top + sign * parts[0], bottom + sign * parts[1]
    return Fraction(top, bottom) if bottom else None


def _parts(term: Node) -> tuple[int, int] | None:
    """Numerator and denominator as written; a whole number has 1 below."""
    if isinstance(term, Quotient):
        top, bottom = exact_value(term.top), exact_value(term.bottom)
        whole = (
            top is not None and bottom is not None and top.denominator == bottom.denominator == 1
        )
        return (int(top), int(bottom)) if whole and top is not None and bottom is not None else None
    value = None if isinstance(term, Mixed) else exact_value(term)
    return (int(value), 1) if value is not None and value.denominator == 1 else None
