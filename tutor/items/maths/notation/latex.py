r"""LaTeX as editors and authors write it, brought to the commands that the lexer knows."""

import re
from collections.abc import Callable

from tutor.items.maths.form.numerals import repeating
from tutor.items.maths.notation.symbols import FUNCTIONS

_NAMES = "|".join(sorted((n for n in FUNCTIONS if len(n) > 1), key=len, reverse=True))
_ACCENTS = "vec|hat|bar|tilde|overrightarrow|mathbf|boldsymbol|bm|mathit|underline"
_REWRITTEN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d)(?:\\text\s*)?\{,\}(?=\d)"), ","),
    (re.compile(r"(?<=\d),(?:\s*\\!\s*)+(?=\d{3}(?!\d))"), ","),
    (re.compile(r"(?<=\d)(?:\\[,;:! ]|~|\{\\,\})+(?=\d{3}(?!\d))"), ""),
    (re.compile(r"(?<!\\)(?:\\[,;:! ]|~)+"), " "),
    (re.compile(r"^\s*\\[(\[]\s*=(?!=)([^=]*)\\[)\]]\s*$"), r"\1"),  # \(= 5\)
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
    (re.compile(r"(?<=\d)\s*\\mathrm\s*\{\s*E\s*\}\s*(?=[-+]?\d)"), "E"),
    (re.compile(r"\\lparen(?![A-Za-z])"), "("),
    (re.compile(r"(?<!\\)\\\s*$"), ""),  # MathQuill's last blank
    (re.compile(r"\\log_(\d)(\d+)(?=\s*(?:$|[-+=,)\]}]))"), r"\\log_{\1}\2"),  # \log_28 is log₂ 8
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


_ALIGNED = re.compile(
    r"(?:\\left\s*\\(?:\{|lbrace)\s*)?\\begin\s*\{"
    r"(aligned|align|alignedat|gathered|gather|split|eqnarray|flalign)(\*?)\}"
    r"(?:\s*\{\d\})?(.*?)\\end\s*\{\1\2\}(?:\s*\\right\s*\.)?",
    re.S,
)
_MARK = re.compile(r"\s*&\s*")
_RELATES = re.compile(r"=|<|>|\\(?:leq?|geq?|lt|gt|approx|le|ge)(?![a-z])")
_LONE = re.compile(r"^\s*[a-zA-Z]\s*=(?!.*=)")


def _lines_in_one(match: re.Match[str]) -> str:
    r"""Lines set under each other: a chain as one, working as its last line, other equations as a system."""
    rows = [
        row for row in re.split(r"\\\\(?:\s*\[[^\]]*\])?", _MARK.sub(" ", match[3])) if row.strip()
    ]
    if not rows:
        return ""
    joined = [rows[0]]
    for row in rows[1:]:
        if _RELATES.match(row.lstrip()):
            joined[-1] += " " + row
        else:
            joined.append(row)
    if len(joined) == 1 or (_LONE.match(joined[-1]) and not _LONE.match(joined[0])):
        return joined[-1]
    return "\\begin{cases}" + "\\\\".join(joined) + "\\end{cases}"


_IN_CASES = re.compile(r"(\\begin\{cases\})(.*?)(\\end\{cases\})", re.S)


def _plain_cases(match: re.Match[str]) -> str:
    """A system without its marks of alignment and the commas at its line ends."""
    rows = _MARK.sub(" ", match[2]) if _RELATES.search(match[2]) else match[2]
    rows = re.sub(r"[,;]\s*(?=\\\\|$)", " ", rows)
    return match[1] + rows + match[3]


def plain_latex(text: str) -> str:
    r"""The text with spaces as spaces, {a \over b} as \frac{a}{b}, 0.\overline{3} as a fraction."""
    if "\\begin" in text:
        text = _ALIGNED.sub(_lines_in_one, text)
    for pattern, written in _REWRITTEN:
        text = pattern.sub(written, text)
    if "{cases}" in text:
        text = _IN_CASES.sub(_plain_cases, text)
    if "\\over" in text or "\\choose" in text:
        text = _BRACED_OVER.sub(r"{\1\\\2 \3}", text)
    return _OVER.sub(_as_fraction, text)


def _as_fraction(match: re.Match[str]) -> str:
    command = "frac" if match[2] == "over" else "binom"
    return f"\\{command}{{{match[1]}}}{{{match[3]}}}"


def _repeated(text: str) -> str:
    value = repeating(text)
    return text if value is None else f"({value})"
