"""Notations of other schools, machines and dictation, brought to ours before anything else is read.

12,50,000 as India groups it, 1_000, 4 cis 60°, 6 choose 3, 17 mod 7, ³√27, "0.3 recurring", "six eights are 48".
"""

import re
from collections.abc import Callable
from fractions import Fraction
from math import comb, factorial, perm

from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.numerals import ONES

Rule = tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]]

_SMALL = "|".join(ONES[1:13])
_COUNT = rf"(?:\d{{1,3}}|{_SMALL})"


def _whole(said: str) -> int:
    return int(said) if said.isdigit() else ONES.index(said.lower())


def _ways(match: re.Match[str]) -> str:
    kind = (match["kind"] or "").lower().strip("n r_\\{}")
    size, taken = int(match["size"]), int(match["taken"])
    made = perm(size, taken) if kind in ("p", "permute") else comb(size, taken)
    return f"({made})" if len(str(made)) < 30 else match[0]


def _rest(match: re.Match[str]) -> str:
    return str(int(match[1]) % int(match[2])) if int(match[2]) else match[0]


def _dozens(match: re.Match[str]) -> str:
    many = match[1].lower()
    if many.startswith("half"):
        return "6"
    return str(12 * (1 if many in ("a", "an") else _whole(many)))


def _polar(match: re.Match[str]) -> str:
    size = (match[1] or "1").strip()
    angle = match[2].strip().removeprefix("(").removesuffix(")")
    return f"({size})*(cos({angle})+i*sin({angle}))"


_ANGLE = r"(\([^()]{1,12}\)|[-−]?\d[\d.]*\s*°?)"
_CIPHERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_OF_ONE = {"half": 2, "third": 3, "quarter": 4, "tenth": 10}
# Each with a piece of text that must stand there, so that most responses are not searched.
_RULES: tuple[Rule, ...] = (
    ("_", re.compile(r"(?<![\w.])\d{1,3}(?:_\d{3})+(?!\w)"), lambda m: m[0].replace("_", "")),
    (" per", re.compile(r"\b(?:a |one )?(half|quarter|third|tenth)(?: of)? an?\s+(?=per\s?cent\b)"), lambda m: f"1/{_OF_ONE[m[1]]} "),
    ("simplif", re.compile(r"^\D*\bsimplif(?:ied|ies|y)\s+\S+\s+(?:down\s+)?(?:in)?to\s+(?=[-−\d])"), ""),
    (" cos ", re.compile(r"(=\s*[-−]?[\d./]+)\s+cos\s+[^=]*=.*$"), r"\1"),  # "x=7 cos 7+3=10"
    ("> =", re.compile(r">\s+=(?!=)"), ">="),
    ("< =", re.compile(r"<\s+=(?!=)"), "<="),
    ("= >", re.compile(r"(?<!=)=\s+>"), "=>"),
    ("= <", re.compile(r"(?<!=)=\s+<"), "=<"),
    ("! =", re.compile(r"(?<=\s)!\s+=(?!=)"), "!="),
    ("∶", re.compile("∶"), ":"),
    ("ᴇ", re.compile("ᴇ"), "E"),
    ("−", re.compile(r"(?<=\d)([eE])−(?=\d)"), r"\1-"),
    ("⁻", re.compile(r"^\s*⁻(?=\d)"), "-"),
    ("√", re.compile(r"³√\s*(?=[\d(a-z])"), "∛"),
    ("⌊", re.compile(r"⌊([^⌊⌋]+)⌋"), r"floor(\1)"),
    ("⌈", re.compile(r"⌈([^⌈⌉]+)⌉"), r"ceil(\1)"),
    ("%", re.compile(r"^\s*%\s*(\d+(?:[.,]\d+)?)\s*$"), r"\1%"),  # as Turkey writes it
    (" to the ", re.compile(
        r"(?<=\d)\s+to the\s+(?:power\s+(?:of\s+)?)?(?:[-−]|negative |minus )(\d{1,2})"
        r"(?:th|rd|nd|st)?(?: power)?\b"
    ), r"^(-\1)"),
    ("cis", re.compile(rf"(\d[\d.]*|√\d+|\d*√\d+)?\s*\*?\s*\bcis\s*{_ANGLE}"), _polar),
    ("cis", re.compile(rf"(\d[\d.]*)\s*cis\s*{_ANGLE}"), _polar),
    ("][", re.compile(r"^[^,;|\n]*[a-z][^,;|\n]*\]\[[^,;|\n]*$"), lambda m: m[0].replace("[", "(").replace("]", ")")),
    ("C", re.compile(r"(?<![\w)])([₀-₉]{1,3})C([₀-₉]{1,3})"), lambda m: m[0].translate(_CIPHERS)),
    ("∠", re.compile(rf"(\d[\d.]*|√\d+)\s*∠\s*{_ANGLE}"), _polar),
    ("choose", re.compile(r"\b(?P<size>\d{1,3})\s+(?P<kind>choose)\s+(?P<taken>\d{1,3})\b"), _ways),
    ("n", re.compile(r"(?<![\w.])(?P<size>\d{1,3})\s*(?P<kind>n[CP]r)\s*(?P<taken>\d{1,3})(?!\w|\.\d)"), _ways),
    ("C", re.compile(
        r"(?<![\w.])(?:\{\}\s*)?(?:\^\s*\{?(?P<size>\d{1,3})\}?)\s*(?P<kind>[CP])\s*_\s*\{?"
        r"(?P<taken>\d{1,3})\}?(?!\w|\.\d)"
    ), _ways),
    ("C", re.compile(
        r"(?<![\w.])(?:\{\}\s*)?_\s*\{?(?P<size>\d{1,3})\}?\s*(?P<kind>[CP])\s*_\s*\{?"
        r"(?P<taken>\d{1,3})\}?(?!\w|\.\d)"
    ), _ways),
    ("C", re.compile(
        r"(?<![\w.])(?P<kind>C)\s*_\s*\{?(?P<size>\d{1,3})\}?\s*\^\s*\{?(?P<taken>\d{1,3})\}?"
        r"(?!\w|\.\d)"
    ), _ways),
    ("(", re.compile(
        r"(?<![\w.\\])(?:\\mathrm\s*\{(?=[CP]\}))?(?P<kind>[CP])\}?\s*\(\s*"
        r"(?P<size>\d{1,3})\s*[,;]\s*(?P<taken>\d{1,3})\s*\)"
    ), _ways),
    ("mod", re.compile(r"(?<![\w.])(\d{1,9})\s+mod(?:ulo)?\s+(\d{1,9})(?!\w|\.\d)", re.I), _rest),
    ("log", re.compile(r"\blog(?:arithm)?\s+(?:to\s+)?(?:the\s+)?base\s+(\d{1,3}|[a-z])\s+of\s+(?=[\d(a-z])", re.I), r"log_\1 "),
    ("factorial", re.compile(r"(?<![\w.])(\d{1,2}) factorial\b", re.I), lambda m: str(factorial(min(int(m[1]), 30)))),
    ("factorial", re.compile(rf"\b({_SMALL}) factorial\b", re.I), lambda m: str(factorial(_whole(m[1])))),
    ("ten", re.compile(r"(?<=\d)[\s-]+ten[\s-]thousandths?\b", re.I), "/10000"),
    ("because", re.compile(r"(?<=\d)\s*,?\s+because\b.*$", re.I | re.S), ""),
    ("total de", re.compile(r"\b(?:(?:un|el|en)\s+)?total de\s+(?=\d)", re.I), ""),
    ("creo q", re.compile(r"\bcreo [qk]\s+", re.I), "creo que "),
    ("xq", re.compile(r"(?<=\d)\s+xq\b.*$", re.I | re.S), ""),
    ("dozen", re.compile(rf"(?<!['’]s )\b(half an?|an?|{_SMALL}) dozen\b(?![s?])", re.I), _dozens),
)  # fmt: skip

_LAKHS = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])")  # 12,50,000
_COMMA_SAID = re.compile(r"(?<=\d)\s+(?:coma|con|virgule|komma)\s+(?=\d)", re.I)
_APOSTROPHE = re.compile(r"(?<![\d.,])(\d{1,4})['’](\d{1,2}|\d{4,6})(?!\d)")  # 5'25
_TABLES = re.compile(  # "six eights are 48", "6 8s make 48"
    rf"^\W*(?:(?:i think|so|because|cause|cuz|since|well|its?|it'?s|and)\s+)*{_COUNT}\s+"
    rf"(?:(?:{_SMALL})s|sixes|\d{{1,2}}['’]?s)\s+"
    r"(?:is|are|was|makes?|equals?|gives?|=)\s+(?:equal to\s+)?(?=[\w-]+(?:[\s-]\w+)?\W*$)",
    re.I,
)
_GOES_ON = re.compile(
    (
        r"^(\D*?)([-−]?\d*)[.,](\d+)\s*(?:\.\.\.|…)?\s*\(?\s*"
        r"(?:repeating|recurring|reoccurring|repeated|periodic|rep|rec|periódico|periodico|"
        r"forever|and so on)\.?\s*\)?\W*$"
    ),
    re.I,
)
_GOES_ON_SAID = re.compile(r"\b(?:repeating|recurring|reoccurring|periodic|periódico)\b", re.I)
_BEFORE = re.compile(
    (
        r"^(?:\W|\b(?:i|think|got|its|it's|is|it|the|answer|so|maybe|x|equals|about|es|creo|que|"
        r"la|respuesta|son|da|me)\b)*$"
    ),
    re.I,
)


def as_ours(text: str, notation: Notation) -> str:
    """The text in the notation of the grammar; raises Unreadable where it may mean two numbers."""
    for sign, pattern, made in _RULES:
        if sign in text:
            text = pattern.sub(made, text)
    if "," in text and notation.thousands and not notation.decimal_comma:
        text = _LAKHS.sub(lambda m: m[0].replace(",", ""), text)
    if notation.decimal_comma:
        text = _APOSTROPHE.sub(r"\1,\2", _COMMA_SAID.sub(",", text))
    return _TABLES.sub("", text) if text[-1:].isalnum() or text[-1:] in ".!? " else text


def goes_on(text: str) -> Fraction | None:
    """The fraction that "0.3 repeating" stands for; None for other texts.

    Raises Unreadable where nobody can tell which figures repeat: "0.16 recurring".
    """
    if not _GOES_ON_SAID.search(text) and not _GOES_ON.match(text):
        return None
    match = _GOES_ON.match(text)
    if match is None or not _BEFORE.match(match[1]) or len(set(match[3])) > 1:
        raise Unreadable("Write it with numbers and signs.")
    sign = -1 if match[2][:1] in ("-", "−") else 1
    whole = int(match[2].lstrip("-−") or 0)
    return sign * (whole + Fraction(int(match[3][0]), 9))


_MILLIONS = re.compile(
    (
        r"(?<![\w.,])(\d+)\s*(?:(?:and\s+)?(?:an?\s+)?(half|quarter)|and\s+(three quarters)|"
        r"([½¼¾])|(\.\d+))?\s+(?:a\s+)?(mil|million|billion|thousand)\b"
    ),
    re.I,
)
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "three quarters": Fraction(3, 4)}
_PARTS |= {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_SIZES = {"million": 10**6, "billion": 10**9, "thousand": 10**3}


def in_full(text: str) -> str:
    """ "1 and a quarter million", "1¼ million" in figures; other texts as they are."""

    if "illion" not in text and "thousand" not in text:
        return text

    def figures(match: re.Match[str]) -> str:
        part = (match[2] or match[3] or match[4] or "").lower()
        size = Fraction(match[1]) + (_PARTS[part] if part else Fraction(f"0{match[5] or '.0'}"))
        made = size * _SIZES[match[6].lower()]
        return match[0] if not part or made.denominator > 1 else str(int(made))

    return _MILLIONS.sub(figures, text)
