"""The little language of templates: variables, computed values, and text with `{{ expressions }}`.

Expressions are Python's syntax, read by Python's parser and evaluated by this module over a
closed list of nodes and functions, on exact numbers (`/` makes a Fraction). There is no attribute
access, no import, no assignment and no way to run for long: sizes are bounded. They are written
by course authors, never by learners.
"""

import ast
import math
import operator
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

from tutor.errors import BadCourse
from tutor.items.numerals import ONES, TENS

Value = Any  # int, Fraction, bool, str or a list of these

MAX_BITS = 512
MAX_LENGTH = 2_000
DRAWS = 400

HOLE = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)
RANGE = re.compile(r"^\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*$")

ORDINALS = {
    1: "whole",
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    8: "eighth",
    9: "ninth",
    12: "twelfth",
}


def words(number: int) -> str:
    """A whole number from 0 to 999 in words; digits beyond that."""
    if number < 0 or number > 999:
        return str(number)
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{ONES[hundreds]} hundred" + (f" and {words(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """The name of one of `number` equal parts: "fifth"; "half" and "quarter" as schools say."""
    if number in ORDINALS:
        return ORDINALS[number]
    text = words(number)
    last = text.rsplit("-", 1)[-1].rsplit(" ", 1)[-1]
    head = text[: len(text) - len(last)]
    small = {"one": "first", "two": "second", "three": "third", "four": "fourth", "five": "fifth"}
    small |= {"eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
    if last in small:
        return head + small[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ordinals(number: int) -> str:
    """The plural of `ordinal`: "fifths", "halves"."""
    one = ordinal(number)
    return "halves" if one == "half" else one + "s"


def show(value: Value) -> str:
    """A value as text: fractions as n/d, whole numbers plain, lists with commas."""
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, Fraction):
        return (
            str(value.numerator)
            if value.denominator == 1
            else f"{value.numerator}/{value.denominator}"
        )
    if isinstance(value, list):
        return ", ".join(show(part) for part in value)
    return str(value)


def _whole(value: Value) -> int:
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    if isinstance(value, int):
        return int(value)
    raise BadCourse(f"A whole number is needed here, not {show(value)}.")


def _frac(n: Value, d: Value) -> str:
    return show(Fraction(n) / Fraction(d))


def _mixed(value: Value) -> str:
    number = Fraction(value)
    whole, rest = divmod(abs(number), 1)
    sign = "-" if number < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole} {rest}" if whole else f"{sign}{rest}"


def _tex(value: Value) -> str:
    number = Fraction(value)
    sign = "-" if number < 0 else ""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{sign}\\frac{{{abs(number.numerator)}}}{{{number.denominator}}}"


def _texmixed(value: Value) -> str:
    number = Fraction(value)
    whole, rest = divmod(abs(number), 1)
    sign = "-" if number < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole if whole else ''}\\frac{{{rest.numerator}}}{{{rest.denominator}}}"


def _texfrac(n: Value, d: Value) -> str:
    return f"\\frac{{{show(n)}}}{{{show(d)}}}"


def _dec(value: Value, places: Value | None = None) -> str:
    number = Fraction(value)
    if places is not None:
        scaled = round(number * 10 ** _whole(places))
        digits = str(abs(scaled)).rjust(_whole(places) + 1, "0")
        cut = len(digits) - _whole(places)
        text = digits[:cut] + ("." + digits[cut:] if _whole(places) else "")
        return ("-" if scaled < 0 else "") + text
    for count in range(13):
        if (number * 10**count).denominator == 1:
            return _dec(number, count)
    raise BadCourse(f"{show(number)} has no finite decimal; say how many places.")


def _round(value: Value, places: Value = 0) -> Value:
    scale = 10 ** _whole(places)
    rounded = Fraction(math.floor(Fraction(value) * scale + Fraction(1, 2)), scale)
    return rounded.numerator if rounded.denominator == 1 else rounded


def _repeat(text: Value, times: Value) -> str:
    return _bounded(str(text) * min(_whole(times), MAX_LENGTH))


def _bounded(text: str) -> str:
    if len(text) > MAX_LENGTH:
        raise BadCourse("A computed text is too long.")
    return text


def _range(*ends: Value) -> list[int]:
    numbers = range(*map(_whole, ends))
    if len(numbers) > MAX_LENGTH:
        raise BadCourse("A range is too long.")
    return list(numbers)


def _len(value: Value) -> int:
    return len(value)


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "abs": abs,
    "min": min,
    "max": max,
    "floor": math.floor,
    "ceil": math.ceil,
    "round": _round,
    "gcd": lambda *xs: math.gcd(*map(_whole, xs)),
    "lcm": lambda *xs: math.lcm(*map(_whole, xs)),
    "len": _len,
    "str": show,
    "int": lambda x: math.trunc(Fraction(x)),
    "sum": lambda xs: sum(xs),
    "sorted": lambda xs: sorted(xs),
    "reversed": lambda xs: xs[::-1],
    "list": lambda *xs: list(xs[0]) if len(xs) == 1 and isinstance(xs[0], list | str) else list(xs),
    "join": lambda sep, xs: _bounded(str(sep).join(show(x) for x in xs)),
    "repeat": _repeat,
    "range": _range,
    "frac": _frac,
    "mixed": _mixed,
    "tex": _tex,
    "texmixed": _texmixed,
    "texfrac": _texfrac,
    "dec": _dec,
    "num": lambda x: Fraction(x).numerator,
    "den": lambda x: Fraction(x).denominator,
    "words": lambda n: words(_whole(n)),
    "ordinal": lambda n: ordinal(_whole(n)),
    "ordinals": lambda n: ordinals(_whole(n)),
    "plural": lambda n, one, many: one if n == 1 else many,
    "upper": lambda s: str(s).upper(),
    "lower": lambda s: str(s).lower(),
}


def _divide(a: Value, b: Value) -> Value:
    if b == 0:
        raise BadCourse("An expression divides by zero.")
    result = Fraction(a) / Fraction(b)
    return result.numerator if result.denominator == 1 else result


def _floor_divide(a: Value, b: Value) -> Value:
    if b == 0:
        raise BadCourse("An expression divides by zero.")
    return a // b


def _remainder(a: Value, b: Value) -> Value:
    if isinstance(a, str):
        raise BadCourse("% works on numbers only.")
    if b == 0:
        raise BadCourse("An expression divides by zero.")
    return a % b


def _power(a: Value, b: Value) -> Value:
    exponent = _whole(b)
    if abs(exponent) > 64:
        raise BadCourse("An exponent is larger than 64.")
    if a == 0 and exponent < 0:
        raise BadCourse("An expression divides by zero.")
    return Fraction(a) ** exponent if exponent < 0 else a**exponent


def _times(a: Value, b: Value) -> Value:
    if isinstance(a, str | list) or isinstance(b, str | list):
        size = len(a) * _whole(b) if isinstance(a, str | list) else len(b) * _whole(a)
        if size > MAX_LENGTH:
            raise BadCourse("A computed text is too long.")
        return a * _whole(b) if isinstance(a, str | list) else _whole(a) * b
    return a * b


BINARY: Mapping[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: _times,
    ast.Div: _divide,
    ast.FloorDiv: _floor_divide,
    ast.Mod: _remainder,
    ast.Pow: _power,
}
COMPARE: Mapping[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}


@lru_cache(maxsize=8192)
def _parsed(text: str) -> ast.expr:
    if len(text) > MAX_LENGTH:
        raise BadCourse("An expression is too long.")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise BadCourse(f"“{text.strip()}” is not an expression ({error}).") from error


def evaluate(text: str, values: Mapping[str, Value]) -> Value:
    """The value of an expression. Raises BadCourse: unknown name, division by zero, too large."""
    try:
        return _checked(_value(_parsed(text), values))
    except (TypeError, ValueError, IndexError, OverflowError, RecursionError) as error:
        raise BadCourse(f"“{text.strip()}” cannot be computed ({error}).") from error


def _checked(value: Value) -> Value:
    if isinstance(value, float):
        value = Fraction(value).limit_denominator(10**6)
    if isinstance(value, bool | str | list):
        if not isinstance(value, bool) and len(value) > MAX_LENGTH:
            raise BadCourse("A computed value is too long.")
        return value
    if isinstance(value, int | Fraction):
        number = Fraction(value)
        if max(number.numerator.bit_length(), number.denominator.bit_length()) > MAX_BITS:
            raise BadCourse("A computed number is too large.")
        return number.numerator if number.denominator == 1 else number
    raise BadCourse("An expression makes something that is no number, text or list.")


def _value(node: ast.expr, values: Mapping[str, Value]) -> Value:
    match node:
        case ast.Constant(value=float() as number):
            return Fraction(str(number))
        case ast.Constant(value=bool() | int() | str() as constant):
            return constant
        case ast.Name(id=name):
            if name not in values:
                raise BadCourse(f"“{name}” is not a variable of this template.")
            return values[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in BINARY:
            return _checked(BINARY[type(op)](_value(left, values), _value(right, values)))
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, values)
        case ast.UnaryOp(op=ast.UAdd(), operand=inner):
            return _value(inner, values)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return not _value(inner, values)
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_value(part, values) for part in parts)
        case ast.BoolOp(op=ast.Or(), values=parts):
            return any(_value(part, values) for part in parts)
        case ast.Compare(left=left, ops=ops, comparators=rights):
            return _compared(left, ops, rights, values)
        case ast.IfExp(test=test, body=body, orelse=other):
            return _value(body, values) if _value(test, values) else _value(other, values)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [_value(part, values) for part in parts]
        case ast.Subscript(value=inner, slice=index):
            return _subscript(_value(inner, values), index, values)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return _checked(FUNCTIONS[name](*(_value(arg, values) for arg in args)))
        case _:
            raise BadCourse(
                f"“{ast.unparse(node)}” is not allowed in a template.",
                do="docs/courses.md lists what is.",
            )


def _subscript(held: Value, index: ast.expr, values: Mapping[str, Value]) -> Value:
    if not isinstance(index, ast.Slice):
        return held[_whole(_value(index, values))]
    ends = [
        None if end is None else _whole(_value(end, values))
        for end in (index.lower, index.upper, index.step)
    ]
    return held[slice(*ends)]


def _compared(
    left: ast.expr,
    ops: Sequence[ast.cmpop],
    rights: Sequence[ast.expr],
    values: Mapping[str, Value],
) -> bool:
    before = _value(left, values)
    for op, right in zip(ops, rights, strict=True):
        after = _value(right, values)
        if type(op) not in COMPARE or not COMPARE[type(op)](before, after):
            return False
        before = after
    return True


def fill(text: str, values: Mapping[str, Value]) -> str:
    """Text with every `{{ expression }}` replaced by its value. Raises BadCourse."""
    return HOLE.sub(lambda hole: show(evaluate(hole[1], values)), text)


def filled(value: Any, values: Mapping[str, Value]) -> Any:
    """A YAML value with every text in it filled, keys included."""
    if isinstance(value, str):
        return fill(value, values)
    if isinstance(value, list | tuple):
        return [filled(part, values) for part in value]
    if isinstance(value, Mapping):
        return {fill(str(key), values): filled(part, values) for key, part in value.items()}
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Variables:
    """How a template's values are drawn: ranges and lists, computed values, conditions."""

    choices: Mapping[str, Sequence[Value]]
    let: Mapping[str, str] = field(default_factory=dict)
    where: tuple[str, ...] = ()

    def draw(self, seed: int) -> dict[str, Value]:
        """Values for a seed. Raises BadCourse when hardly any draw meets the conditions."""
        dice = random.Random(seed * 7919 + 17)
        for _ in range(DRAWS):
            values: dict[str, Value] = {
                name: dice.choice(options) for name, options in self.choices.items()
            }
            # The conditions that need no computed value come first: they may be what keeps
            # a computed value from dividing by zero.
            if not self._hold(values, partial=True):
                continue
            for name, text in self.let.items():
                values[name] = evaluate(text, values)
            if self._hold(values, partial=False):
                return values
        raise BadCourse(
            f"None of {DRAWS} draws meets the conditions under `where`.",
            do="Widen the ranges or drop a condition.",
        )

    def _hold(self, values: Mapping[str, Value], *, partial: bool) -> bool:
        for text in self.where:
            if partial and _names(text) & self.let.keys():
                continue
            if not evaluate(text, values):
                return False
        return True


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(n.id for n in ast.walk(_parsed(text)) if isinstance(n, ast.Name))


def read_variables(vary: Mapping[str, Any]) -> Variables:
    """The `vary` part of an item. Raises BadCourse with the field in `where`."""
    unknown = set(vary) - {"variables", "let", "where"}
    if unknown:
        raise BadCourse(f"Unknown field {', '.join(sorted(unknown))}.", where="vary")
    choices: dict[str, Sequence[Value]] = {}
    for name, given in (vary.get("variables") or {}).items():
        choices[str(name)] = _options(str(name), given)
    let = {str(k): str(v) for k, v in (vary.get("let") or {}).items()}
    where = tuple(str(text) for text in vary.get("where") or ())
    for text in (*let.values(), *where):
        _parsed(text)
    return Variables(choices=choices, let=let, where=where)


def _options(name: str, given: Any) -> Sequence[Value]:
    if isinstance(given, str) and (ends := RANGE.match(given)):
        low, high = int(ends[1]), int(ends[2])
        if low > high or high - low > 100_000:
            raise BadCourse(
                f"The range {given} is empty or too wide.", where=f"vary.variables.{name}"
            )
        return range(low, high + 1)
    if isinstance(given, list) and given:
        return [Fraction(str(v)) if isinstance(v, float) else v for v in given]
    raise BadCourse(
        "A variable is a range like 1..9 or a list of values.", where=f"vary.variables.{name}"
    )
