"""The layer of the parser for functions: sin 2x, log_3(9), ∛5, f(x)."""

from fractions import Fraction

from tutor.items.maths.notation.brackets import Brackets
from tutor.items.maths.notation.lexer import Notation, Token, Unreadable
from tutor.items.maths.notation.symbols import INVERSE, TRIG
from tutor.items.maths.notation.tree import (
    Call,
    Const,
    Degree,
    Name,
    Neg,
    Node,
    Num,
    Power,
    Quotient,
)
from tutor.items.said import say

_ROOT_INDEX = {"sqrt": 2, "cbrt": 3, "qdrt": 4}
_INVERSE_TRIG = frozenset(INVERSE[name] for name in TRIG)
_TWO_ARGUMENTS = frozenset({"min", "max", "gcd", "lcm", "binomial", "root", "log", "lg"})


class Functions(Brackets):
    """A function with what it is applied to; without brackets it takes the product that follows."""

    def named_function(self) -> Node:
        name = self.step()
        while self.sees("'"):
            self.step()
            name = Token("fname", name.text + "'", name.start, name.end)
        inverse = "⁻¹" if self.inverted() else ""
        if self.sees("("):
            return Call(name.text + inverse, self.arguments())
        return Name(name.text)

    def inverted(self) -> bool:
        """Whether ^{-1} and a bracket follow, as in f^{-1}(x), which is no 1/f(x); it is stepped over then."""
        place = self.i
        if self.sees("^"):
            self.step()
            if self.exponent() == Neg(Num(Fraction(1), "1")) and self.sees("("):
                return True
            self.i, self.token = place, self.tokens[place]
        return False

    def function(self) -> Node:
        name = self.step().text
        self.deeper()
        made = self.root(name) if name in _ROOT_INDEX else self.applied(name)
        self.depth -= 1
        return made

    def root(self, name: str) -> Node:
        index: Node = Num(Fraction(_ROOT_INDEX[name]), str(_ROOT_INDEX[name]))
        if name == "sqrt" and self.sees("["):
            self.step()
            index = self.sum()
            self.expect("]")
        if self.sees("("):
            arguments = self.arguments()
            if len(arguments) > 2:
                raise Unreadable("A root has one or two arguments.", self.token.start)
            return Call("root", (arguments[0], arguments[1] if len(arguments) == 2 else index))
        return Call("root", (self.group() if self.sees("{") else self.bare_root(), index))

    def bare_root(self) -> Node:
        """√2x is (√2)x: without brackets a root reaches over one atom."""
        if self.sees("-"):
            self.step()
            return Neg(self.bare_root())
        return self.postfix()

    def applied(self, name: str) -> Node:
        exponent: Node | None = None
        base: Node | None = None
        while self.sees("^", "_"):
            if self.step().text == "^":
                exponent = self.exponent()
            elif name in ("log", "lg"):
                base = self.log_base()
            else:
                raise Unreadable("I cannot read that subscript.", self.token.start)
        if isinstance(exponent, Neg) and exponent.of == Num(Fraction(1), "1") and name in INVERSE:
            name, exponent = INVERSE[name], None
        arguments = self.call_arguments(name)
        if name in ("log", "lg") and base is not None:
            arguments = (arguments[0], base)
        made = _call(name, arguments, self.notation)
        return made if exponent is None else Power(made, exponent)

    def log_base(self) -> Node:
        if self.sees("{"):
            return self.group()
        if self.sees("("):
            return self.atom()
        node = self.atom()
        if isinstance(node, Name) and self.sees("_"):
            return self.after(node)
        return node

    def call_arguments(self, name: str) -> tuple[Node, ...]:
        if self.sees("("):
            return self.arguments()
        if name == "binomial" and (self.sees("{") or self.token.kind == "num"):
            return (self.group(), self.group())
        if self.sees("{", "[", "|") and not (self.sees("|") and self.bars):
            return (self.atom(),)
        if name in _TWO_ARGUMENTS and name not in ("log", "lg"):
            raise Unreadable(say("I expected brackets after {name}.", name=name), self.token.start)
        return (self.bare_argument(),)

    def bare_argument(self) -> Node:
        """The product that a function without brackets takes: 2x in sin 2x cos x."""
        if self.sees("-", "+"):
            sign = self.step().text
            inner = self.bare_argument()
            return Neg(inner) if sign == "-" else inner
        left = self.power()
        while True:
            if self.token.kind == "func" or self.sees("(", "["):
                return left
            if self.sees("/") and self.ahead().kind != "func":
                self.step()
                left = Quotient(left, self.power())
            elif self.starts_factor():
                left = self.adjoin(left)
            else:
                return left


def _call(name: str, arguments: tuple[Node, ...], notation: Notation) -> Node:
    if name == "binomial" and len(arguments) != 2:
        raise Unreadable(say("I expected two things in the brackets of {name}.", name=name))
    limit = 8 if name in ("min", "max", "gcd", "lcm") else 2 if name in _TWO_ARGUMENTS else 1
    if len(arguments) > limit:
        raise Unreadable(say("There is too much in the brackets of {name}.", name=name))
    if name == "exp":
        return Power(Const("e"), arguments[0])
    if name in ("log", "lg"):
        if notation.natural_log and name == "log" and len(arguments) == 1:
            return Call("ln", arguments)
        base = arguments[1] if len(arguments) == 2 else Num(Fraction(10), "10")
        return Call("log", (arguments[0], base))
    if name == "root":
        two = Num(Fraction(2), "2")
        return Call("root", (arguments[0], arguments[1] if len(arguments) == 2 else two))
    if notation.degrees and name in TRIG:
        return Call(name, (_in_degrees(arguments[0]),))
    if notation.degrees and name in _INVERSE_TRIG:
        return Quotient(Call(name, arguments), Degree(Num(Fraction(1), "1")))
    return Call(name, arguments)


def _in_degrees(angle: Node) -> Node:
    return angle if isinstance(angle, Degree) else Degree(angle)
