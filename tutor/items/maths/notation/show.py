"""Trees as a learner can read them: ¾·x², √2, 3 ≤ x < 5."""

from fractions import Fraction

from tutor.items.maths.notation.symbols import SUPERSCRIPTS, VULGAR
from tutor.items.maths.notation.tree import (
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
)

_RAISED = {plain: raised for raised, plain in SUPERSCRIPTS.items()}
_LOWERED = dict(zip("0123456789+-n", "₀₁₂₃₄₅₆₇₈₉₊₋ₙ", strict=True))
_VULGAR = {pair: sign for sign, pair in VULGAR.items()}
_SIGNS = {"<=": "≤", ">=": "≥", "!=": "≠", "in": "∈"}
_CONSTANTS = {"pi": "π", "inf": "∞"}
_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)


def show(node: Node) -> str:
    """One line of Unicode; never raises."""
    return _show(node)[0]


def _tight(node: Node, level: int) -> str:
    text, own = _show(node)
    return text if own >= level else f"({text})"


def _show(node: Node) -> tuple[str, int]:
    match node:
        case Num(value=value, written=written):
            return (written or plain(value)).rstrip("."), _ATOM
        case Const(name=name):
            return _CONSTANTS.get(name, name), _ATOM
        case Name(name=name):
            return _name(name), _ATOM
        case Neg(of=of):
            text, own = _show(of)
            text = text if own >= _PRODUCT else f"({text})"
            return f"−{text}", _SIGN if own != _PRODUCT else _PRODUCT
        case Sum(terms=terms):
            return _sum(terms), _SUM
        case Product(factors=factors):
            return "·".join(
                _tight(f, _PRODUCT if i == 0 else _POWER) for i, f in enumerate(factors)
            ), _PRODUCT
        case Quotient(top=top, bottom=bottom):
            return _quotient(top, bottom)
        case Mixed(whole=whole, top=top, bottom=bottom):
            part = _VULGAR.get((top, bottom))
            return (f"{whole}{part}", _ATOM) if part else (f"{whole} {top}/{bottom}", _PRODUCT)
        case Power(base=base, exponent=exponent):
            return _power(base, exponent), _POWER
        case Call(function=function, args=args):
            return _call(function, args), _ATOM
        case Percent(of=of):
            return f"{_tight(of, _ATOM)} %", _ATOM
        case Degree(of=of):
            return f"{_tight(of, _ATOM)}°", _ATOM
        case PlusMinus(left=left, right=right):
            head = "" if left is None else f"{_show(left)[0]} "
            return f"{head}±{' ' if head else ''}{_tight(right, _PRODUCT)}", _SUM
        case _:
            return _statement(node), _SUM


def _statement(node: Node) -> str:
    match node:
        case Relation(operands=operands, operators=operators):
            signs = [_SIGNS.get(o, o) for o in operators]
            rest = (f" {s} {show(o)}" for s, o in zip(signs, operands[1:], strict=True))
            return show(operands[0]) + "".join(rest)
        case Bracket(opening=opening, items=items, closing=closing):
            left, right = ("⟨", "⟩") if opening == "<" else (opening, closing)
            return f"{left}{', '.join(show(i) for i in items)}{right}"
        case Matrix(rows=rows):
            shown = ("[" + ", ".join(show(c) for c in row) + "]" for row in rows)
            return "[" + ", ".join(shown) + "]"
        case Either(choices=choices):
            union = all(
                isinstance(c, Bracket) and c.opening in "([{" and c.opening for c in choices
            )
            return (" ∪ " if union else " or ").join(show(c) for c in choices)
        case Both(parts=parts):
            return " and ".join(show(p) for p in parts)
        case _:
            return ""


def _name(name: str) -> str:
    letter, _, below = name.partition("_")
    if below and all(c in _LOWERED for c in below):
        return letter + "".join(_LOWERED[c] for c in below)
    return name


def _sum(terms: tuple[Node, ...]) -> str:
    text = _tight(terms[0], _PRODUCT)
    for term in terms[1:]:
        if isinstance(term, Neg):
            text += f" − {_tight(term.of, _PRODUCT)}"
        else:
            text += f" + {_tight(term, _PRODUCT)}"
    return text


def _quotient(top: Node, bottom: Node) -> tuple[str, int]:
    if isinstance(bottom, Degree) and isinstance(top, Call):
        return _show(top)  # an inverse function in degrees
    if isinstance(top, Num) and isinstance(bottom, Num):
        sign = _VULGAR.get((int(top.value), int(bottom.value)))
        if sign and top.value.denominator == bottom.value.denominator == 1:
            return sign, _ATOM
    return f"{_tight(top, _POWER)}/{_tight(bottom, _POWER)}", _PRODUCT


def _power(base: Node, exponent: Node) -> str:
    below = _tight(base, _ATOM)
    text, own = _show(exponent)  # once: twice would double with each level of x^x^x
    inner = text.replace("−", "-")
    if len(inner) <= 4 and all(c in _RAISED for c in inner):
        return below + "".join(_RAISED[c] for c in inner)
    return f"{below}^{text if own >= _ATOM else f'({text})'}"


def _call(function: str, args: tuple[Node, ...]) -> str:
    first, own = _show(args[0])
    tight = first if own >= _ATOM else f"({first})"
    if function == "root":
        sign = {"2": "√", "3": "∛"}.get(show(args[1]))
        if sign:
            return sign + tight
        return f"root({first}, {show(args[1])})"
    if function == "abs":
        return f"|{first}|"
    if function == "factorial":
        return f"{tight}!"
    if function == "log":
        base = show(args[1])
        return f"log({first})" if base == "10" else f"log_{base}({first})"
    return f"{function}({', '.join((first, *(show(a) for a in args[1:])))})"


def plain(value: Fraction) -> str:
    """A number as text: 3, 3/4, -2."""
    return str(value)


def decimal(value: Fraction, most: int = 12) -> str:
    """The finite decimal of a number, or "" when it has none of at most so many places."""
    bottom = value.denominator
    for places in range(most + 1):
        if 10**places % bottom == 0:
            digits = abs(value.numerator) * (10**places // bottom)
            text = str(digits).rjust(places + 1, "0")
            shown = text if places == 0 else f"{text[:-places]}.{text[-places:]}"
            return f"-{shown}" if value < 0 else shown
    return ""
