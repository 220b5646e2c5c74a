"""Signs as countries, programs and hurried hands write them, brought to those of the grammar."""

import re

from tutor.items.maths.notation.latex import plain_latex
from tutor.items.maths.notation.lexer import Notation

_CROSS = re.compile(
    r"(?<=[\d)])(?:\s*[xX]\s*(?=\d)|\s+[xX]\s+(?=[-−]\d))(?!\d+\s*/?(?![xX]\s*\d)[a-z(])"
)
_POWER_OF_TEN = re.compile(r"(?<=\d)\s*[xX]\s*(?=10\s*(?:\^|\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]))")
_BRACED = re.compile(r"\{\s*\\?((?:arc)?(?:sin|cos|tan|cot|sec|csc)h?|ln|log)\s*\}(?=\s*[\^(_])")
_AND = re.compile(r"(?<=\d)\s+(?:y|et|und)\s+(?=[-−]?[\d(½¼¾⅓⅔])")  # 2 y 3, 2 et 3, 2 und 3
_UNION = re.compile(r"(?<=[)\]}])\s*[Uu]\s*(?=[(\[{])")
_EXPONENT = re.compile(r"(?<=\d)(?:[eE]|\s?E(?=[+-]))([+-]?\d{1,4})(?![\d.a-zA-Z])")
_LOG_BASE = re.compile(r"\blog(2|10)\s*\(")
_SLOPE = re.compile(r"(?<![A-Za-z])d([a-zA-Z]?)\s*/\s*d([a-zA-Z])(?![A-Za-z])")
_ANGLES = re.compile(r"^\s*<([^<>=]*,[^<>=]*)>\s*$")
_TURNED = (  # ]2, 5[ is (2, 5)
    (re.compile(r"(^\s*|[=∈∪]\s*|\\(?:in|cup)\s*|\b(?:in|union|U|or)\s*)(?:\\left\s*)?\](?=[^\[\]]+[,;])"), r"\1("),
    (re.compile(
        r"(?<=[\[(])([^\[\](){}]+[,;][^\[\]]*?)(?:\\right\s*)?\["
        r"(?=\s*(?:$|[∪\])},;]|\\cup|union|U\b|or\b))"
    ), r"\1)"),
)  # fmt: skip
_NAMED_MATRIX = re.compile(r"\b[Mm]atrix\s*\(\s*(\[.*\])\s*\)\s*$", re.DOTALL)
_CELL = r"[-−+]?[\w./*^√]+"
_SPACED_ROWS = re.compile(rf"\[\s*{_CELL}(?:\s+{_CELL})+(?:\s*;\s*{_CELL}(?:\s+{_CELL})+)+\s*\]")
_INDEXED = re.compile(r"(?<![A-Za-z\\_])([a-zA-Z])([12])(?=\s*=)")
_BOTH_INDICES = re.compile(  # x_{1,2} = …: both solutions behind one sign ±
    r"(?<![A-Za-z\\_])([a-zA-Z])(?:_?\{?\s*1\s*[,;/]?\s*2\s*\}?|₁\s*[,;/]?\s*₂)\s*=(?=.*(?:±|\\pm))"
)
_ONE_NUMBER = r"[-−+]?\s*\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?"
_BARRED = re.compile(  # (5|−2), P(5|−2): German points
    rf"^(\s*[A-Z]?\s*)\(\s*({_ONE_NUMBER})\s*\|\s*({_ONE_NUMBER})(?:\s*\|\s*({_ONE_NUMBER}))?\s*\)\s*$"
)
_NAMED = re.compile(  # A = (2, 3), A = [[1, 0], [0, 1]], D = [-1, 4)
    r"^\s*([A-Z]|Dom(?:ain)?)\s*=\s*(?=\(?[\[(\]][^=]*[,;|&\n][^=]*[\])\[]\s*$)"
)
_SOLUTIONS = re.compile(r"^\s*(?:S|L|IL|𝕃|𝕊)\s*=\s*(?=(?:\\left\s*)?(?:\\?\{|\\lbrace|[\]\[]))")
_MAPS_TO = re.compile(
    r"^\s*([a-zA-Z])\s*:\s*([a-z])\s*(?:↦|→|⟼|\|?->|\\mapsto\b|\\to\b)\s*(?:\1\s*\(\s*\2\s*\)\s*=)?"
)
_INDEXED_ROOT = re.compile(r"\broot\s*\(\s*(\d)\s*\)\s*\(([^()]*)\)")
_CHOSEN = re.compile(r"(?<![\w.,^)])(\d{1,3})\s*([CP])\s*_?(\d{1,3})(?![\w.,(])")
_CHOSEN_OF = re.compile(r"(?<![A-Za-z\\])(n[CP]r)\s*\(\s*(\d{1,3})\s*[,;]\s*(\d{1,3})\s*\)")
_CHOSEN_RAISED = re.compile(r"(?<![\w)])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})([CP])([₀-₉]{1,3})")
_SMALL_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_SMALL_FRACTION = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}⁄[₀-₉]{1,4}")  # ³⁄₅
_MIDDLE_DOT = re.compile(r"(?<![\d.,·])(0)·(?=\d)")  # 0·75: nobody multiplies by nothing
# 12,5 % and 3,2·10⁷ as a whole response where one number is asked for: no group of thousands
_LONE_COMMA = re.compile(
    r"^(\s*[-−]?(?:\d{1,3}(?=,\d{1,2}\s*%)|\d(?=,\d+\s*[·*×x]\s*10\s*[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁻]))),"
    r"(\d+(?:\s*%|\s*[·*×x]\s*10.{1,8})?\s*)$"
)
_PART_PERCENT = re.compile(
    r"(^|=)(\s*[-−]?\s*)(\d+\s*/\s*\d+)\s*(?=(?:\\?%|per\s?cent)\s*$)"
)  # 1/2 % is half of one
_NEXT_VALUE = re.compile(
    rf"(?<![\w.])([a-z](?:_?\d)?\s*=\s*{_ONE_NUMBER})\s*(?:\s|&)\s*(?=[a-z](?:_?\d)?\s*=\s*[-−+\d√])"
)


def in_signs(text: str, notation: Notation) -> str:
    """Letters that are signs made signs: an x between two numbers is a multiplication sign unless the answer has an x in it, 5e3 is 5·10³, ) U ( a union."""
    named = _NAMED.match(text)
    if named and named[1] not in notation.variables:
        text = text[named.end() :]
    text = _from_elsewhere(text)
    if "," in text and notation.thousands and not notation.decimal_comma:
        text = _LONE_COMMA.sub(r"\1.\2", text)
    if "/" in text and ("%" in text or "cent" in text):
        text = _PART_PERCENT.sub(r"\1\2(\3)", text)
    if "e" in text or "E" in text:
        text = _EXPONENT.sub(r"*10^(\1)", text)
    if "/d" in text:
        text = _SLOPE.sub(r"\\frac{d\1}{d\2}", text)
    if "log" in text:
        text = _LOG_BASE.sub(r"log_\1(", text)
    if text.startswith("<"):
        text = _ANGLES.sub(r"⟨\1⟩", text)
    if "\\" in text or "{" in text:
        text = _BRACED.sub(r"\1 ", plain_latex(text))
    if "]" in text or "[" in text:
        text = _as_rows(text)
    if "1=" in text or "1 =" in text:
        text = _INDEXED.sub(r"\1_\2", text)
    if "U" in text or "u" in text:
        text = _UNION.sub(" union ", text)
    if "y" not in notation.variables:
        text = _AND.sub(" and ", text)
    if "x" in notation.variables:
        return _POWER_OF_TEN.sub("*", text)
    return _CROSS.sub("*", text)


def _as_rows(text: str) -> str:
    """Brackets as school writes them: matrix([1,2],[3,4]) and [1 2; 3 4] as rows, ]2, 5[ as (2, 5)."""
    named = _NAMED_MATRIX.fullmatch(text.strip())
    if named is not None:
        return named[1] if named[1].startswith("[[") else f"[{named[1]}]"
    if _SPACED_ROWS.fullmatch(text.strip()):
        return re.sub(r"(?<=[^\s;\[])\s+(?=[^\s;\]])", ", ", text.strip())
    for pattern, sign in _TURNED:
        text = pattern.sub(sign, text)
    return text


def _from_elsewhere(text: str) -> str:
    """(5|−2), S = {1, 2}, f: x ↦ 2x, root(3)(5), 8C3 and "x=2 y=3" in our writing."""
    if "=" in text:
        if "±" in text or "\\pm" in text:
            text = _BOTH_INDICES.sub(r"\1=", text)
        text = _NEXT_VALUE.sub(r"\1, ", _SOLUTIONS.sub("", text))
    if "|" in text:
        text = _BARRED.sub(_point, text)
    if ":" in text:
        text = _MAPS_TO.sub(r"\1(\2)=", text)
    if "·" in text:
        text = _MIDDLE_DOT.sub(r"\1.", text)
    if "⁄" in text:
        text = _SMALL_FRACTION.sub(
            lambda m: f" {m[0].translate(_SMALL_DIGITS)} ".replace("⁄", "/"), text
        )
    if "root" in text:
        text = _INDEXED_ROOT.sub(r"root(\2,\1)", text)
    if "C" in text or "P" in text:
        text = _CHOSEN_RAISED.sub(lambda m: m[0].translate(_SMALL_DIGITS), text)
        text = _CHOSEN.sub(_choices, text)
        text = _CHOSEN_OF.sub(lambda m: _ways(m[1].strip("nr"), m[2], m[3]), text)
    return text


def _point(match: re.Match[str]) -> str:
    return f"({', '.join(place for place in match.groups()[1:] if place)})"


def _choices(match: re.Match[str]) -> str:
    return _ways(match[2], match[1], match[3])


def _ways(kind: str, size: str, taken: str) -> str:
    """How many ways to choose (C) or to arrange (P) so many out of so many."""
    if int(taken) > int(size):
        return "0"
    made = f"binomial({size},{taken})"
    return made if kind == "C" else f"({made}*({taken})!)"
