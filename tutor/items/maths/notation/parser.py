"""A recursive-descent parser for school notation: tokens → tree, bounded in size and depth.

Precedence, loosest first: and/or, comma, comparison, ± and sum, product and quotient (written or
implied, from left to right: 1/2x is half of x), sign, power (to the right), postfix signs.
A function without brackets takes the product that follows it: sin 2x, ln x/y, sin x · cos x.
"""

from tutor.items.maths.notation.arithmetic import Arithmetic
from tutor.items.maths.notation.lexer import SCHOOL, Notation, Unreadable, tokens
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Either,
    Node,
    Relation,
)
from tutor.items.said import say

MAX_TOKENS = 300
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})


def parse(text: str, notation: Notation = SCHOOL) -> Node:
    """The tree of a whole text; raises `Unreadable` with the place that was reached."""
    found = tokens(text, notation)
    if len(found) == 1:
        raise Unreadable("There is nothing to read.", 0)
    if len(found) > MAX_TOKENS:
        raise Unreadable("That is too long to be an answer.", found[MAX_TOKENS].start)
    parser = _Parser(found, notation)
    node = parser.statement()
    last = parser.token
    if last.kind != "end":
        raise Unreadable(say("I did not expect “{sign}” there.", sign=last.text), last.start)
    return node


class _Parser(Arithmetic):
    """The top layer: whole statements."""

    def statement(self) -> Node:
        """Conjunctions joined by or (or ∪), comparisons joined by and."""
        choices = [self.conjunction()]
        while self.sees("or", "union"):
            self.step()
            choices.append(self.conjunction())
        return choices[0] if len(choices) == 1 else Either(tuple(choices))

    def conjunction(self) -> Node:
        parts = [self.listing()]
        while self.sees("and"):
            self.step()
            parts.append(self.listing())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def listing(self) -> Node:
        items = [self.relation()]
        while self.sees(",", ";"):
            self.step()
            if self.sees("and", "or") or self.token.kind == "end":
                break
            items.append(self.relation())
        if len(items) == 1:
            return items[0]
        return Bracket("", tuple(items), "")

    def relation(self) -> Node:
        operands = [self.sum()]
        operators: list[str] = []
        while self.sees(*_COMPARISONS, "in"):
            sign = self.step().text
            operators.append(sign)
            operands.append(self.sum())
        return Relation(tuple(operands), tuple(operators)) if operators else operands[0]
