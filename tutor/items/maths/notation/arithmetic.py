"""The layer of the parser for sums, products, powers and the smallest pieces of a formula."""

from fractions import Fraction

from tutor.items.maths.notation import operators
from tutor.items.maths.notation.cursor import CLOSING
from tutor.items.maths.notation.functions import Functions
from tutor.items.maths.notation.lexer import Token, Unreadable
from tutor.items.maths.notation.symbols import VULGAR
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
    PlusMinus,
    Power,
    Product,
    Quotient,
    Sum,
    names,
)
from tutor.items.maths.values.exact import NotExact, Undefined
from tutor.items.maths.values.function_values import TooLarge
from tutor.items.maths.values.sample import value_at

MAX_EXPONENT = 100_000


class Arithmetic(Functions):
    """From the sum down to the atom."""

    def sum(self) -> Node:
        self.deeper()
        terms = [self.product()]
        while self.sees("+", "-", "+-", "+-?"):
            sign = self.step().text
            if sign == "+-?":
                sign = "+-" if self.notation.plus_minus else "-"
            right = self.product()
            if sign == "+-":
                left = terms[0] if len(terms) == 1 else Sum(tuple(terms))
                terms = [PlusMinus(left, right)]
            else:
                terms.append(Neg(right) if sign == "-" else right)
        self.depth -= 1
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def product(self) -> Node:
        left = self.signed()
        while True:
            if self.sees("*"):
                self.step()
                left = _times(left, self.signed(), shown=True)
            elif self.sees("/") or (self.sees(":") and _ratio(left)):
                self.step()
                left = Quotient(left, self.signed())
            elif self.starts_factor():
                left = self.adjoin(left)
            else:
                return left

    def adjoin(self, left: Node) -> Node:
        """Two factors with nothing between them."""
        token = self.token
        before = self.tokens[self.i - 1]
        if token.kind == "num" and before.kind in ("num", "vulgar"):
            mixed = self.mixed(left) if before.kind == "num" else None
            if mixed is not None:
                return self.after(mixed) if self.sees("%", "deg") else mixed
            if not self.notation.adjacent:
                raise Unreadable("There are two numbers side by side.", token.start)
        if token.kind in ("vulgar",) or self.sees("frac"):
            mixed = self.mixed(left)
            if mixed is not None:
                return self.after(mixed) if self.sees("%", "deg") else mixed
        return _times(left, self.power(), shown=False)

    def mixed(self, left: Node) -> Node | None:
        """2 3/4, 2¾ and 2\\frac34 after a whole number, when the course reads them so."""
        sign, whole = (True, left.of) if isinstance(left, Neg) else (False, left)
        if not (isinstance(whole, Num) and whole.value.denominator == 1 and self.notation.mixed):
            return None
        if self.tokens[self.i - 1].kind != "num" or "." in whole.written:
            return None
        place = self.i
        top, bottom = self.small_fraction()
        if top is None or bottom is None or not bottom > 0 or top >= bottom:
            self.i = place
            self.token = self.tokens[place]
            return None
        made = Mixed(int(whole.value), top, bottom)
        return Neg(made) if sign else made

    def small_fraction(self) -> tuple[int | None, int | None]:
        token = self.token
        if token.kind == "vulgar":
            self.step()
            return VULGAR[token.text]
        if token.kind == "num":
            slash, bottom = self.ahead(1), self.ahead(2)
            if slash.text != "/" or bottom.kind != "num" or not token.gap:
                return None, None
            if not (token.text.isdigit() and bottom.text.isdigit()):
                return None, None
            if self.ahead(3).text in ("^", "!"):
                return None, None
            for _ in range(3):
                self.step()
            return int(token.text), int(bottom.text)
        fraction = self.fraction()
        if isinstance(fraction, Quotient):
            top, low = fraction.top, fraction.bottom
            if not (isinstance(top, Num) and isinstance(low, Num)):
                return None, None
            if top.written.isdigit() and low.written.isdigit():
                return int(top.value), int(low.value)
        return None, None

    def signed(self) -> Node:
        if self.sees("-", "+", "+-", "+-?"):
            self.deeper()
            sign = self.step().text
            inner = self.signed()
            self.depth -= 1
            if sign == "+":
                return inner
            return Neg(inner) if sign == "-" else PlusMinus(None, inner)
        return self.power()

    def power(self) -> Node:
        base = self.postfix()
        if not self.sees("^"):
            return base
        self.step()
        self.deeper()
        if self.sees("circ", "deg"):  # 30^\circ
            self.step()
            self.depth -= 1
            return Degree(base)
        if self.sees("{") and self.ahead().text in ("circ", "deg"):
            self.step()
            self.step()
            self.expect("}")
            self.depth -= 1
            return Degree(base)
        place = self.token.start
        exponent = self.exponent()
        if _is_huge(exponent):
            raise Unreadable("That power is too large for me.", place)
        self.depth -= 1
        made: Node = Power(base, exponent)
        return self.after(made) if self.sees("!", "%", "deg") else made

    def exponent(self) -> Node:
        """What stands above: one sign-and-power, or a group in braces; x^-yz is (x^-y)z."""
        if self.sees("-", "+"):
            self.deeper()
            sign = self.step().text
            inner = self.exponent()
            self.depth -= 1
            return Neg(inner) if sign == "-" else inner
        return self.power()

    def postfix(self) -> Node:
        node = self.atom()
        for _ in range(4):
            if not self.sees("!", "%", "deg", "_", "'"):
                return node
            node = self.after(node)
        raise Unreadable("There are too many signs after each other.", self.token.start)

    def after(self, node: Node) -> Node:
        sign = self.step()
        match sign.text:
            case "!":
                return Call("factorial", (node,))
            case "%":
                return Percent(node)
            case "deg":
                return Degree(node)
            case "'":
                if isinstance(node, Name):
                    return Name(node.name + "'")
                raise Unreadable("I do not know that sign there.", sign.start)
            case _:
                if isinstance(node, Name) and "_" not in node.name:
                    return Name(f"{node.name}_{self.subscript()}")
                raise Unreadable("I cannot read that subscript.", sign.start)

    def subscript(self) -> str:
        token = self.token
        if token.kind in ("num", "name", "const", "fname"):
            self.step()
            return token.text
        if self.sees("{", "("):
            closing = CLOSING[self.step().text]
            pieces = []
            while not self.sees(closing):
                if self.token.kind == "end":
                    raise Unreadable("I cannot read that subscript.", token.start)
                pieces.append(self.step().text)
            self.step()
            return pieces[0] if len(pieces) == 1 else f"({''.join(pieces)})"
        raise Unreadable("I cannot read that subscript.", token.start)

    def starts_factor(self) -> bool:
        token = self.token
        if token.kind != "op":
            return token.kind != "end"
        if token.text == "|":
            return self.bars == 0
        return token.text in (
            "(",
            "[",
            "{",
            "frac",
            "<(",
            *operators.NAMES,
        ) or token.text.startswith("\\begin")

    def atom(self) -> Node:
        token = self.token
        match token.kind:
            case "num":
                self.step()
                return _number(token)
            case "vulgar":
                self.step()
                top, bottom = VULGAR[token.text]
                return Quotient(Num(Fraction(top), str(top)), Num(Fraction(bottom), str(bottom)))
            case "name":
                self.step()
                return Name(token.text)
            case "const":
                self.step()
                return Const(token.text)
            case "func":
                return self.function()
            case "fname":
                return self.named_function()
            case "op":
                return self.bracketed()
            case _:
                raise Unreadable("Something is missing at the end.", token.start)


def _is_huge(exponent: Node) -> bool:
    """Whether a power with that exponent is beyond any school number, as in 9**9**9."""
    if isinstance(exponent, Num):
        return exponent.value > MAX_EXPONENT
    if isinstance(exponent, Name) or names(exponent):
        return False
    try:
        return abs(value_at(exponent, {})) > MAX_EXPONENT
    except TooLarge:
        return True
    except (NotExact, Undefined):
        return False


def _number(token: Token) -> Node:
    text = token.text
    return Num(Fraction(text if text[-1] != "." else text[:-1]), text)


def _ratio(left: Node) -> bool:
    return isinstance(left, Num)


def _times(left: Node, right: Node, *, shown: bool) -> Node:
    if isinstance(left, Product):
        return Product((*left.factors, right), left.shown or shown)
    return Product((left, right), shown)
