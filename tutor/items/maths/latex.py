r"""LaTeX as editors and authors write it, brought to the commands that the lexer knows."""

import re
from collections.abc import Callable

from tutor.items.maths.numerals import repeating
from tutor.items.maths.symbols import FUNCTIONS

_NAMES = "|".join(sorted((n for n in FUNCTIONS if len(n) > 1), key=len, reverse=True))
_ACCENTS = "vec|hat|bar|tilde|overrightarrow|mathbf|boldsymbol|bm|mathit|underline"
_REWRITTEN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d)\{,\}(?=\d)"), ","),
    (re.compile(r"(?<=\d),(?:\s*\\!\s*)+(?=\d{3}(?!\d))"), ","),
    (re.compile(r"(?<=\d)(?:\\[,;:! ]|~|\{\\,\})+(?=\d{3}(?!\d))"), ""),
    (re.compile(r"(?<!\\)(?:\\[,;:! ]|~)+"), " "),
    (re.compile(r"\\(?:text|textrm|mbox|textnormal)\s*\{([^{}]*)\}"), r" \1 "),
    (re.compile(r"\\(?:textbf|textit|emph|mathbf)\s*\{([^{}]*[A-Za-z]{3}[^{}]*)\}"), r" \1 "),
    (re.compile(r"\\therefore(?![A-Za-z])|^\s*\$*\s*\\(?:implies|Rightarrow|Longrightarrow)(?![A-Za-z])"), " "),
    (re.compile(rf"\\(?:operatorname\*?|mathrm|mathop)\s*\{{\s*\\?({_NAMES})\s*\}}"), r"\\\1 "),
    (re.compile(r"\\begin\s*\{array\}\s*\{[lcr|\s]*\}"), r"\\begin{array}"),
    (re.compile(rf"\\(?:{_ACCENTS})\s+(?=[A-Za-z])"), ""),
    (re.compile(r"\^\s*(?:\{\s*\\prime\s*\}|\\prime\b)"), "'"),
    (re.compile(r"\\(?:exponentialE|mathrm\s*\{e\})(?![A-Za-z])"), "e "),
    (re.compile(r"\\(?:imaginaryI|mathrm\s*\{i\})(?![A-Za-z])"), "i "),
    (re.compile(r"\\(?:placeholder|hspace|phantom)\s*\{[^{}]*\}"), " "),
    (re.compile(r"\\lparen(?![A-Za-z])"), "("),
    (re.compile(r"\\rparen(?![A-Za-z])"), ")"),
    (re.compile(r"\\left\s*\\\{\s*\\begin\{array\}(.*?)\\end\{array\}\s*\\right\s*\.", re.S), r"\\begin{cases}\1\\end{cases}"),
    (re.compile(r"\\(?:left|right|middle)\s*\."), " "),
    (re.compile(r"\\hat\s*\{?\s*(?:\\imath|\\mathbf\s*\{i\})(?![A-Za-z])\s*\}?|\\imath(?![A-Za-z])"), "i "),
    (re.compile(r"\\hat\s*\{?\s*(?:\\jmath|\\mathbf\s*\{j\})(?![A-Za-z])\s*\}?|\\jmath(?![A-Za-z])"), "j "),
    (re.compile(r"(?:\{\})?\^\s*\{?\s*(\w+)\s*\}?\s*\\?(?:mathrm\s*\{C\}|C)_\s*\{?\s*(\w+)\s*\}?(?![\w{])"), r"\\binom{\1}{\2}"),
    (re.compile(r"\\mathbb\s*\{?([RNZQC])\}?"), r"\1"),
    (
        re.compile(r"\d*\.\d*\\(?:overline|bar|dot)\s*\{\d+\}"),
        lambda m: _repeated(re.sub(r"\\(?:bar|dot)", r"\\overline", m[0])),
    ),
)  # fmt: skip
_BRACED_OVER = re.compile(  # {{a}\over{b}} without its inner braces
    r"\{\s*\{([^{}]*)\}\s*\\(over|choose)(?![A-Za-z])\s*\{([^{}]*)\}\s*\}"
)
_OVER = re.compile(r"\{([^{}]*)\\(over|choose)(?![A-Za-z])([^{}]*)\}")


def plain_latex(text: str) -> str:
    r"""The text with spaces as spaces, {a \over b} as \frac{a}{b}, 0.\overline{3} as a fraction."""
    for pattern, written in _REWRITTEN:
        text = pattern.sub(written, text)
    if "\\over" in text or "\\choose" in text:
        text = _BRACED_OVER.sub(r"{\1\\\2 \3}", text)
    return _OVER.sub(_as_fraction, text)


def _as_fraction(match: re.Match[str]) -> str:
    command = "frac" if match[2] == "over" else "binom"
    return f"\\{command}{{{match[1]}}}{{{match[3]}}}"


def _repeated(text: str) -> str:
    value = repeating(text)
    return text if value is None else f"({value})"
