"""A recursive-descent parser for school notation: tokens → tree, bounded in size and depth.

Precedence, loosest first: and/or, comma, comparison, ± and sum, product and quotient (written or
implied, from left to right: 1/2x is half of x), sign, power (to the right), postfix signs.
A function without brackets takes the product that follows it: sin 2x, ln x/y, sin x · cos x.
"""

from fractions import Fraction

from tutor.items.maths import operators
from tutor.items.maths.exact import NotExact, Undefined
from tutor.items.maths.lexer import SCHOOL, Notation, Token, Unreadable, tokens
from tutor.items.maths.sample import TooLarge, value_at
from tutor.items.maths.symbols import INVERSE, TRIG, VULGAR
from tutor.items.maths.tree import (
    Both,
    Bracket,
    Call,
    Const,
    Degree,
    Either,
    Matrix,
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
    Relation,
    Sum,
    names,
)

MAX_TOKENS = 300
MAX_DEPTH = 40
MAX_EXPONENT = 100_000
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_CLOSING = {"(": ")", "[": "]", "{": "}", "\\{": "\\}", "<(": ")>"}
_ENDINGS = frozenset({")", "]", "}", "\\}", ")>"})
_BARE = {"\\{": "{", "\\}": "}", "<(": "<", ")>": ">"}
_ROOT_INDEX = {"sqrt": 2, "cbrt": 3, "qdrt": 4}
_INVERSE_TRIG = frozenset(INVERSE[name] for name in TRIG)
_TWO_ARGUMENTS = frozenset({"min", "max", "gcd", "lcm", "binomial", "root", "log", "lg"})


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
        raise Unreadable(f"I did not expect “{last.text}” there.", last.start)
    return node


class _Parser:
    """One pass over one text's tokens."""

    def __init__(self, found: tuple[Token, ...], notation: Notation) -> None:
        self.tokens = found
        self.notation = notation
        self.i = 0
        self.depth = 0
        self.bars = 0
        self.token = found[0]

    # -- moving ---------------------------------------------------------------------------------

    def step(self) -> Token:
        token = self.token
        self.i += 1
        self.token = self.tokens[self.i]
        return token

    def sees(self, *signs: str) -> bool:
        return self.token.kind == "op" and self.token.text in signs

    def ahead(self, by: int = 1) -> Token:
        return self.tokens[min(self.i + by, len(self.tokens) - 1)]

    def expect(self, sign: str) -> Token:
        if not self.sees(sign):
            raise Unreadable(f"I expected “{_BARE.get(sign, sign)}” there.", self.token.start)
        return self.step()

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Unreadable("There are too many brackets in each other.", self.token.start)

    # -- statements -----------------------------------------------------------------------------

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

    # -- arithmetic -----------------------------------------------------------------------------

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
            closing = _CLOSING[self.step().text]
            pieces = []
            while not self.sees(closing):
                if self.token.kind == "end":
                    raise Unreadable("I cannot read that subscript.", token.start)
                pieces.append(self.step().text)
            self.step()
            return pieces[0] if len(pieces) == 1 else f"({''.join(pieces)})"
        raise Unreadable("I cannot read that subscript.", token.start)

    # -- atoms ----------------------------------------------------------------------------------

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

    def bracketed(self) -> Node:
        token = self.token
        if token.text in _CLOSING:
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
        raise Unreadable(f"I did not expect “{token.text}” there.", token.start)

    def bracket(self) -> Node:
        opening = self.step()
        self.deeper()
        bars, self.bars = self.bars, 0
        items: list[Node] = []
        if not self.sees(*_ENDINGS):
            items.append(self.relation())
            while self.sees(",", ";"):
                self.step()
                items.append(self.relation())
        closing = self.token
        if not self.sees(*_ENDINGS):
            raise Unreadable("A bracket is still open.", closing.start)
        matched = closing.text == _CLOSING[opening.text]
        if not matched and not (len(items) == 2 and {opening.text, closing.text} <= set("()[]")):
            raise Unreadable("The brackets do not match.", closing.start)
        self.step()
        self.bars = bars
        self.depth -= 1
        if len(items) == 1 and opening.text == "(":
            return items[0]
        if len(items) == 1 and opening.text == "[" and not self.outermost():
            return items[0]
        if len(items) == 1 and opening.text == "{":
            return items[0] if not self.outermost() else Bracket("{", tuple(items), "}")
        if not items and opening.text not in ("{", "\\{"):
            raise Unreadable("There is nothing in the brackets.", opening.start)
        shown = _BARE.get(opening.text, opening.text), _BARE.get(closing.text, closing.text)
        return Bracket(shown[0], tuple(items), shown[1])

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
        inner = _Parser(found, self.notation)
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
        if not rows[0] or len({len(row) for row in rows}) != 1:
            raise Unreadable("The rows are not equally long.", begin.start)
        return Matrix(tuple(tuple(row) for row in rows))

    # -- functions ------------------------------------------------------------------------------

    def named_function(self) -> Node:
        name = self.step()
        while self.sees("'"):
            self.step()
            name = Token("fname", name.text + "'", name.start, name.end)
        if self.sees("("):
            return Call(name.text, self.arguments())
        return Name(name.text)

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
        self.expect(_CLOSING[opening.text])
        return tuple(items)

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
            raise Unreadable(f"I expected brackets after {name}.", self.token.start)
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


def _call(name: str, arguments: tuple[Node, ...], notation: Notation) -> Node:
    if name == "binomial" and len(arguments) != 2:
        raise Unreadable(f"I expected two things in the brackets of {name}.")
    limit = 8 if name in ("min", "max", "gcd", "lcm") else 2 if name in _TWO_ARGUMENTS else 1
    if len(arguments) > limit:
        raise Unreadable(f"There is too much in the brackets of {name}.")
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
