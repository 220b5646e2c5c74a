"""Chemical formulas as learners write them, in Unicode or LaTeX, brought to ASCII."""

import re

from tutor.items.maths.in_words.end_marks import plain_spaces

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_MASS = r"\^\s*\{?\(?(\d+)\)?\}?"
_PROTONS = r"_\s*\{?\(?(-?\d+)\)?\}?"
_ISOTOPE = re.compile(
    rf"(?:\{{\}})?(?:(?<![\w)\]}}]){_MASS}\s*(?:{_PROTONS})?|"
    rf"(?<![\w)\]}}]){_PROTONS}\s*{_MASS})\s*(?=[A-Z]|[npeαβγ](?![a-z]))"
)
_RAISED_DIGITS = re.compile(r"(?<![\w)\]⁰¹²³⁴⁵⁶⁷⁸⁹])([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_LOW_DIGITS = re.compile(r"(?:(?<=\^\d)|(?<=\^\d\d)|(?<=\^\d\d\d))[₀-₉]+")
_NUCLIDE = re.compile(r"(?<![A-Za-z\d)\]])([A-Z][a-z]?)-(\d{2,3})(?![\d+-])")  # U-235
_RAISED_CHARGE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]*[⁺⁻])")
_MARKUP = (
    (re.compile(r"<sub>\s*(\w+)\s*</sub>", re.I), r"\1"),
    (re.compile(r"<sup>\s*([\d+−–-]+)\s*</sup>", re.I), r"^\1"),
    (re.compile(r"(?<=[A-Za-z\d\])])\((\d?[+−-]|[+−-]\d)\)"), r"^\1"),  # Fe(3+)
    (re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹])[-−–](?=$|[\s+])"), r"\1⁻"),  # SO4²-
    (re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹])\+(?=$|\s)"), r"\1⁺"),
    (re.compile(r"(?<=[A-Z\d])[-–](?=(?:COO|CO|CH|OH|NH|CN|C[2-9])[A-Z\d]*)"), ""),  # CH3-COOH
    (re.compile(r"\\ce\s*\{(.*)\}\s*$", re.DOTALL), r"\1"),
    (re.compile(r"\{\}"), ""),
    (re.compile(r"\\(?:mathrm|text|rm)\s*\{([A-Za-z]*)\}"), r"\1"),
    (re.compile(r"\\(?:mathrm|text|rm)\s*|\\[,;! ]"), ""),
    (re.compile(r"\\(?:cdot|bullet|ast|times)(?![A-Za-z])\s*"), "·"),
    (re.compile(r"(?<=[A-Za-z\d)\]])\s+([+−–-])\s*$"), r"\1"),  # "NH4 +" with nothing behind
    (re.compile(r"([=<-])\s+>"), r"\1>"),
    (re.compile(r"½"), "1/2 "),
    (re.compile(r"\\[dt]?frac\s*\{(\d+)\}\s*\{(\d+)\}"), r"\1/\2 "),
    (re.compile(r"_\s*\{?\((aq|s|l|g)\)\}?"), r"(\1)"),
)
_SIGNS = (
    (re.compile(r"_\{?(\d+)\}?"), r"\1"),
    (re.compile(r"\^\s*\{([^{}]*)\}"), r"^\1"),
    (re.compile(r"\^\s*\(([^()]*)\)"), r"^\1"),
    (re.compile(r"[−–]"), "-"),
    (re.compile(r"[⋅•∙*]"), "·"),
    (re.compile(r"(?:(?<=[A-Za-z)\]])|(?<=[A-Za-z)\]]\d))\s*\.\s*(?=\d*\s*[A-Z])"), "·"),
    (re.compile(r"[{}]"), ""),
)


def plain(text: str) -> str:
    """A formula in ASCII, LaTeX and Unicode signs taken out; isotopes become <14/6>C."""
    text = plain_spaces(text).strip().rstrip(".?;, ").strip('$`"“” ').rstrip(".?;, ")
    for pattern, sign in _MARKUP:
        text = pattern.sub(sign, text)
    text = _RAISED_DIGITS.sub(lambda m: "^" + m[0].translate(_RAISED), text)
    text = _LOW_DIGITS.sub(lambda m: "_" + m[0].translate(_SUBSCRIPTS), text)
    text = _ISOTOPE.sub(lambda m: f"<{m[1] or m[4]}/{m[2] or m[3] or ''}>", text)
    text = _NUCLIDE.sub(r"<\2/>\1", text)
    text = _RAISED_CHARGE.sub(lambda m: "^" + m[0].translate(_RAISED), text)
    text = text.translate(_SUBSCRIPTS)
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return text
