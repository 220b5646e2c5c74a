"""The layer of the parser for what stands in brackets: groups, intervals, |x|, fractions, matrices."""

from fractions import Fraction
from itertools import pairwise

from tutor.items.maths.notation import operators
from tutor.items.maths.notation.cursor import BARE, CLOSING, Cursor
from tutor.items.maths.notation.lexer import Token, Unreadable
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Call,
    Matrix,
    Node,
    Num,
    Quotient,
    Relation,
)
from tutor.items.said import say

_ENDINGS = frozenset({")", "]", "}", "\\}", ")>"})


class Brackets(Cursor):
    """Everything that has an opening and a closing sign."""

    def bracketed(self) -> Node:
        token = self.token
        if token.text in CLOSING:
            return self.bracket()
        if token.text == "|":
            return self.absolute()
        if token.text == "frac":
            return self.fraction()
        if token.text in operators.NAMES:
            self.deeper()
            made = operators.operator(self, self.alone)
            self.depth -= 1
            return made
        if token.text.startswith("\\begin"):
            return self.matrix()
        if token.text == "empty":
            self.step()
            return Bracket("{", (), "}")
        raise Unreadable(say("I did not expect “{sign}” there.", sign=token.text), token.start)

    def bracket(self) -> Node:
        start = self.i
        opening = self.step()
        self.deeper()
        bars, self.bars = self.bars, 0
        if BARE.get(opening.text, opening.text) == "{" and self.named_before_bar():
            return self.condition(bars)
        items: list[Node] = []
        rows: list[int] = []
        if not self.sees(*_ENDINGS):
            items.append(self.relation())
            while self.sees(",", ";"):
                if self.step().text == ";":
                    rows.append(len(items))
                items.append(self.relation())
        closing = self.token
        if not self.sees(*_ENDINGS):
            raise Unreadable("A bracket is still open.", closing.start)
        matched = closing.text == CLOSING[opening.text]
        if not matched and not (len(items) == 2 and {opening.text, closing.text} <= set("()[]")):
            raise Unreadable("The brackets do not match.", closing.start)
        self.step()
        self.bars = bars
        self.depth -= 1
        if len(items) == 1 and (opening.text == "(" or isinstance(items[0], Matrix)):
            return items[0]
        if opening.text == "[" and rows and len(items) > len(rows) + 1:
            return _in_rows(items, rows, opening)
        if len(items) == 1 and opening.text == "[" and not self.outermost():
            return items[0]
        if len(items) == 1 and opening.text == "{" and not self.member(start):
            return items[0] if not self.outermost() else Bracket("{", tuple(items), "}")
        if not items and opening.text not in ("{", "\\{"):
            raise Unreadable("There is nothing in the brackets.", opening.start)
        shown = BARE.get(opening.text, opening.text), BARE.get(closing.text, closing.text)
        return Bracket(shown[0], tuple(items), shown[1])

    def named_before_bar(self) -> bool:
        """Whether a set is told by a condition: {x | x > 2}, {x ∈ ℝ : x > 2}."""
        if self.token.kind != "name" or self.tokens[max(self.i - 2, 0)].text in ("^", "_"):
            return False
        place = 3 if self.ahead().text == "in" and self.ahead(2).text in ("ℝ", "R") else 1
        return self.ahead(place).text in ("|", ":")

    def condition(self, bars: int) -> Node:
        """The condition of such a set, as a statement about its letter."""
        while self.step().text not in ("|", ":"):
            pass
        condition = self.statement()
        self.expect("\\}" if self.sees("\\}") else "}")
        self.bars = bars
        self.depth -= 1
        return condition

    def member(self, start: int) -> bool:
        """Whether the braces just read hold a set that is itself a member: {1, {2}}, no group of LaTeX's."""
        if start == 0 or "\\{" in (token.text for token in self.tokens[:start]):
            return False
        beside = self.tokens[start - 1].text, self.token.text
        return (
            beside[0] in (",", ";", "{") and beside[1] in (",", ";", "}") and beside != ("{", "}")
        )

    def outermost(self) -> bool:
        """Whether the bracket just read is the whole text."""
        return self.token.kind == "end" and self.tokens[0].text in ("[", "{") and self.depth <= 1

    def absolute(self) -> Node:
        self.step()
        self.deeper()
        self.bars += 1
        inner = self.sum()
        self.bars -= 1
        self.depth -= 1
        self.expect("|")
        return Call("abs", (inner,))

    def fraction(self) -> Node:
        self.expect("frac")
        top = self.group()
        made = Quotient(top, self.group())
        return operators.slope(self, made) or made

    def alone(self, found: tuple[Token, ...]) -> Node:
        """Tokens read on their own, at this depth."""
        inner = type(self)(found, self.notation)
        inner.depth = self.depth
        node = inner.sum()
        if inner.token.kind != "end":
            raise Unreadable("I cannot read that integral.", inner.token.start)
        return node

    def group(self) -> Node:
        """A LaTeX argument: a braced group or one digit or letter."""
        self.deeper()
        if self.sees("{"):
            self.step()
            bars, self.bars = self.bars, 0
            inner = self.relation()
            self.bars = bars
            self.expect("}")
        elif self.token.kind == "num" and len(self.token.text) > 1 and self.token.text.isdigit():
            inner = self.one_digit()
        else:
            inner = self.atom()
        self.depth -= 1
        return inner

    def one_digit(self) -> Node:
        """\\frac12 is a half: take one digit and leave the rest of the token."""
        token = self.token
        rest = Token("num", token.text[1:], token.start + 1, token.end)
        self.tokens = (*self.tokens[: self.i], rest, *self.tokens[self.i + 1 :])
        self.token = rest
        return Num(Fraction(token.text[0]), token.text[0])

    def matrix(self) -> Node:
        begin = self.step()
        if "vmatrix" in begin.text.lower():  # a determinant is a number
            raise Unreadable(say("I do not know “{word}”.", word="vmatrix"), begin.start)
        end = begin.text.replace("begin", "end")
        rows: list[list[Node]] = [[]]
        self.deeper()
        bars, self.bars = self.bars, 0
        while not self.sees(end):
            if self.sees("\\\\"):
                self.step()
                if not self.sees(end):
                    rows.append([])
            elif self.sees("&"):
                self.step()
            else:
                rows[-1].append(self.relation())
        self.step()
        self.bars = bars
        self.depth -= 1
        if begin.text == "\\begin{cases}" and all(
            len(row) == 1 and isinstance(row[0], Relation) for row in rows
        ):
            return Both(tuple(row[0] for row in rows))
        if not rows[0] or len({len(row) for row in rows}) != 1:
            raise Unreadable("The rows are not equally long.", begin.start)
        return Matrix(tuple(tuple(row) for row in rows))

    def arguments(self) -> tuple[Node, ...]:
        opening = self.step()
        self.deeper()
        bars, self.bars = self.bars, 0
        items = [self.sum()]
        while self.sees(",", ";"):
            self.step()
            items.append(self.sum())
        self.bars = bars
        self.depth -= 1
        self.expect(CLOSING[opening.text])
        return tuple(items)


def _in_rows(items: list[Node], starts: list[int], opening: Token) -> Matrix:
    """[1, 2; 3, 4]: rows parted by semicolons."""
    ends = [0, *starts, len(items)]
    rows = tuple(tuple(items[a:b]) for a, b in pairwise(ends))
    if len({len(row) for row in rows}) != 1:
        raise Unreadable("The rows are not equally long.", opening.start)
    return Matrix(rows)
