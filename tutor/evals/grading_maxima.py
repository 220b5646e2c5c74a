"""The writing of a computer algebra system (Maxima, as STACK's authors write it) in school writing."""

import re
from collections.abc import Callable, Iterator

from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.show import show
from tutor.items.maths.values.derive import derivative
from tutor.items.maths.values.exact import NotExact

_SIGNS = (
    (re.compile(r"#pm#"), "±"),
    (re.compile(r":="), "="),
    (re.compile(r"\bminf\b"), "-inf"),
    (re.compile(r"\b(?:noun|%)(or|and)\b|%(or|and)\b"), r" \1\2 "),
    (re.compile(r"%([A-Za-z])"), r"\1"),
    (re.compile(r"\blog10\s*\("), "lg("),
)
_NUMBERED = re.compile(r"\b([A-Za-z]+)(\d+)\b(?!\s*\()")
_CALL = re.compile(r"\b([A-Za-z]+)\s*\(")


def from_maxima(text: str) -> str:
    """The text with Maxima's constants, intervals, matrices, sets and unions as school writes them."""
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return _without_denials(_calls(text, 0))


_NOT = re.compile(r"\bnot\s*(?=\()|\bnot\s+")
_JOINED = re.compile(r"\s(and|or)\s")
_COMPARED = re.compile(r"(?<![<>=!])(<=|>=|<|>|!=|=)(?!=)")
_OTHERWISE = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "=": "!=", "!=": "="}


def _without_denials(text: str) -> str:
    """not(x > 1 and x < 5) as x <= 1 or x >= 5; as it stands where it would need brackets of its own."""
    for _ in range(4):
        match = _NOT.search(text)
        if match is None:
            break
        start, end = match.end(), len(text)
        if text.startswith("(", start):
            end = _closing(text, start) or len(text)
            inner, rest = text[start + 1 : end], text[end + 1 :]
        else:
            joined = _JOINED.search(text, start)
            end = joined.start() if joined else end
            inner, rest = text[start:end], text[end:]
        denied = _denied(inner)
        around = text[: match.start()] + rest
        if denied is None or (" or " in denied and " and " in around):
            break
        text = f"{text[: match.start()]}{denied}{rest}"
    return text


def _denied(text: str) -> str | None:
    """The contrary of comparisons joined by one of and/or; None for anything else."""
    joins = set(_JOINED.findall(text))
    parts = _JOINED.split(text)[::2]
    signs = [_COMPARED.findall(part) for part in parts]
    if len(joins) > 1 or not all(len(found) == 1 for found in signs):
        return None
    other = " and " if joins == {"or"} else " or "
    return other.join(_COMPARED.sub(lambda m: _OTHERWISE[m[1]], part) for part in parts)


def numbered_names(text: str) -> str:
    """Names like x1 kept whole, and apart from x_1."""
    return _NUMBERED.sub(r"\1_{0\2}", text)


def applied_letters(text: str) -> frozenset[str]:
    """Single letters with a bracket behind them: functions, as nothing is multiplied without a *."""
    return frozenset(re.findall(r"(?<![A-Za-z_\d])([A-Za-z])\(", text))


def _calls(text: str, depth: int) -> str:
    """The text with each known call rewritten, the inner ones first."""
    if depth > 8:
        return text
    written, at = [], 0
    for match in _CALL.finditer(text):
        end = _closing(text, match.end() - 1)
        if end is None or match.start() < at:
            continue
        inner = _calls(text[match.end() : end], depth + 1)
        written += [text[at : match.start()], _rewritten(match[1], inner)]
        at = end + 1
    return "".join((*written, text[at:]))


def _closing(text: str, start: int) -> int | None:
    level = 0
    for i in range(start, len(text)):
        level += (text[i] in "([{") - (text[i] in ")]}")
        if level == 0:
            return i if text[i] == ")" else None  # sin(x] is no call
    return None


def _arguments(inner: str) -> Iterator[str]:
    level, start = 0, 0
    for i, sign in enumerate(inner):
        level += (sign in "([{") - (sign in ")]}")
        if sign == "," and level == 0:
            yield inner[start:i].strip()
            start = i + 1
    yield inner[start:].strip()


_ENDS = {"oo": "()", "oc": "(]", "co": "[)", "cc": "[]"}
_RENAMED = {"re": "realpart", "im": "imagpart", "arg": "carg", "signum": "sgn"}
_ONLY_FIRST = frozenset({"displaydp", "displaysf", "dispdp", "dispsf", "displaysci", "ev", "scientific_notation"})  # fmt: skip


def _rewritten(name: str, inner: str) -> str:
    parts = list(_arguments(inner))
    if name in _ENDS and len(parts) == 2:
        return f"{_ENDS[name][0]}{parts[0]},{parts[1]}{_ENDS[name][1]}"
    if name == "stackunits" and len(parts) == 2:
        return f"{parts[0]}*{parts[1]}"
    if name in _ONLY_FIRST:
        return f"({parts[0]})"
    if name == "mod" and all(re.fullmatch(r"-?\d{1,12}", part) for part in parts):
        value, by = (int(part) for part in parts) if len(parts) == 2 else (0, 1)
        return str(value % by if by else value)
    made = _GROUPS.get(name)
    if made is not None:
        return made(parts)
    big = _BIG.get((name.lower(), len(parts)))
    if big is not None:
        return big(*parts)
    if name == "diff" and len(parts) in (1, 2):
        return _slope(parts[0], parts[1] if len(parts) == 2 else "x")
    return f"{_RENAMED.get(name, name)}({inner})"


def _slope(formula: str, variable: str) -> str:
    try:
        return f"({show(derivative(parse(formula), variable))})"
    except (Unreadable, NotExact):
        return f"diff({formula},{variable})"


# Operators as computer algebra writes them, in LaTeX; sympy's bounds are a group of their own.
_BIG: dict[tuple[str, int], Callable[..., str]] = {
    ("derivative", 2): lambda f, x: f"\\frac{{d}}{{d{x}}}({f})",
    **{
        (name, size): make
        for name in ("integral", "integrate", "int")
        for size, make in (
            (2, lambda f, x: _integral(f, *_arguments(x.strip("()")))),
            (4, lambda f, x, a, b: _integral(f, x, a, b)),
        )
    },
    **{
        (name, size): make
        for word in ("sum", "prod")
        for name in (word, "product" if word == "prod" else word)
        for size, make in (
            (2, lambda f, x, w=word: _summed(w, f, *_arguments(x.strip("()")))),
            (4, lambda f, x, a, b, w=word: _summed(w, f, x, a, b)),
        )
    },
    ("limit", 3): lambda f, x, a: f"\\lim_{{{x}\\to {a}}}({f})",
}


def _integral(formula: str, variable: str, *bounds: str) -> str:
    ends = f"_{{{bounds[0]}}}^{{{bounds[1]}}}" if len(bounds) == 2 else ""
    return f"\\int{ends} ({formula}) d {variable}"


def _summed(name: str, formula: str, variable: str, *bounds: str) -> str:
    if len(bounds) != 2:
        return f"{name}({formula},{variable})"
    return f"\\{name}_{{{variable}={bounds[0]}}}^{{{bounds[1]}}} ({formula})"


_GROUPS: dict[str, Callable[[list[str]], str]] = {
    "matrix": lambda parts: f"[{','.join(parts)}]",
    "vector": lambda parts: f"({','.join(parts)})",
    "ntuple": lambda parts: f"({','.join(parts)})",
    "set": lambda parts: "{" + ",".join(parts) + "}",
    "union": " union ".join,
    "realset": lambda parts: parts[-1],
}
