"""Another grader's opinion of rows, in a process of its own: `python -m tutor.evals.baseline_worker sympy`.

Rows come as JSON lines on standard input; each is answered by a line, true or false. The process may
hang in its library: whoever started it kills it (`baselines.py`). It reads files of rows for
measuring only, never what a learner of ours wrote.
"""

import importlib
import json
import re
import sys
from collections.abc import Callable, Mapping
from tokenize import TokenError
from typing import Any

Row = Mapping[str, object]
Judge = Callable[[str, str, float, float], bool]

_LATEX = (
    (re.compile(r"\\(?:left|right|displaystyle|,|;|!|:)|\$"), ""),
    (re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}"), r"((\1)/(\2))"),
    (re.compile(r"\\[dt]?frac\s*(\d)\s*(\d)"), r"(\1/\2)"),
    (re.compile(r"\\sqrt\s*\[(\d+)\]\s*\{([^{}]*)\}"), r"((\2)**(1/(\1)))"),
    (re.compile(r"\\sqrt\s*\{([^{}]*)\}"), r"sqrt(\1)"),
    (re.compile(r"\\(?:cdot|times)"), "*"),
    (re.compile(r"\\text\s*\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\infty|∞"), "oo"),
    (re.compile(r"\\([A-Za-z]+)"), r"\1"),
    (re.compile(r"\^\{([^{}]*)\}"), r"**(\1)"),
    (re.compile(r"%(pi|e|i)\b"), r"\1"),
    (re.compile(r"[−–]"), "-"),
    (re.compile(r"[×·]"), "*"),
    (re.compile(r"√\s*(\w+|\([^()]*\))"), r"sqrt(\1)"),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    (re.compile(r"\be\b"), "E"),
    (re.compile(r"\bi\b"), "I"),
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ALLOWED = re.compile(r"[\w\s+\-*/^().,=<>!%|\[\]{}]*")
_FORBIDDEN = re.compile(r"__|\.\s*[A-Za-z_]|\b(?:import|lambda|exec|eval|open|getattr|print)\b")
_OPEN = {"(": ")", "[": "]", "{": "}"}


def sympy_judge() -> Judge:
    """A careful wrapper of sympy: LaTeX rewritten, text vetted, lists apart, sides subtracted."""
    sympy = importlib.import_module("sympy")
    parser = importlib.import_module("sympy.parsing.sympy_parser")
    rules = (
        *parser.standard_transformations, parser.convert_xor, parser.split_symbols,
        parser.implicit_multiplication_application,
    )  # fmt: skip

    def read(text: str) -> Any:
        if not _ALLOWED.fullmatch(text) or _FORBIDDEN.search(text) or len(text) > 200:
            raise ValueError("not vetted")
        left, sign, right = text.partition("=")
        if sign and right and left[-1:] not in "<>!":
            return parser.parse_expr(f"({left})-({right})", transformations=rules), True
        return parser.parse_expr(text, transformations=rules), False

    def same(expected: str, student: str, absolute: float, relative: float) -> bool:
        a, b = _parts(expected), _parts(student)
        if len(a) != len(b) or (len(a) > 1 and expected[:1] != student[:1]):
            return False
        if len(a) > 1:
            pairs = zip(a, b, strict=True)
            return all(same(x, y, absolute, relative) for x, y in pairs)
        (x, related), (y, other) = read(a[0]), read(b[0])
        if related != other:
            return False
        if sympy.simplify(x - y) == 0 or (related and sympy.simplify(x + y) == 0):
            return True
        if related:
            return bool(sympy.simplify(x / y).is_number)
        gap = sympy.N(x - y)
        return bool(gap.is_number and abs(gap) <= max(absolute + relative * abs(sympy.N(x)), 1e-9))

    return lambda e, s, a, r: same(_plain(e), _plain(s), a, r)


def math_verify_judge() -> Judge:
    """The Math-Verify package as its page says to use it; ImportError when it is not installed."""
    package = importlib.import_module("math_verify")

    def same(expected: str, student: str, absolute: float, relative: float) -> bool:
        del absolute, relative
        gold, found = (package.parse(f"${t.strip('$ ')}$") for t in (expected, student))
        return bool(package.verify(gold, found))

    return same


def _plain(text: str) -> str:
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: "**" + m[0].translate(_SUPERSCRIPT), text.strip())
    for pattern, written in _LATEX:
        text = pattern.sub(written, text)
    return text.strip(" .")


def _parts(text: str) -> list[str]:
    """The members of a bracketed list; a lone thing is a list of one."""
    inner = text[1:-1] if text[:1] in _OPEN and text[-1:] in ")]}" and "," in text else text
    pieces, level, start = [], 0, 0
    for i, sign in enumerate(inner):
        level += (sign in _OPEN) - (sign in ")]}")
        if sign == "," and level == 0:
            pieces.append(inner[start:i])
            start = i + 1
    return [*pieces, inner[start:]]


# What a foreign library raises on odd text; anything else ends the process, which is started again.
_TROUBLE = (
    ArithmeticError, AttributeError, LookupError, NameError, RuntimeError, SyntaxError, TypeError,
    ValueError, TokenError,
)  # fmt: skip
_JUDGES: dict[str, Callable[[], Judge]] = {"sympy": sympy_judge, "math-verify": math_verify_judge}


def main(name: str) -> None:
    """Answer rows until the input ends."""
    judge = _JUDGES[name]()
    print("ready", flush=True)
    for line in sys.stdin:
        row = json.loads(line)
        try:
            right = judge(row["expected"], row["student"], row["absolute"], row["relative"])
        except _TROUBLE:
            right = False
        print(json.dumps(right), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
