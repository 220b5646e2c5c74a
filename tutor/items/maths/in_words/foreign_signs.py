"""Spanish, French and German words for signs made signs: "x hoch 2" → x^2, "raíz de 3" → √3, "5 oder 7" → 5 or 7."""

import re

from tutor.items.maths.in_words.foreign_words import parts_in_figures

_SAID = tuple(
    (re.compile(said, re.IGNORECASE), sign)
    for said, sign in (
        (r"(?<=[\w)])\s+hoch\s+(?=[-−(\da-z])", "^"),
        (r"(?<=[\w)])\s+(?:al cuadrado|zum quadrat|quadrat|au carré|au carre)\b", "^2"),
        (r"(?<=[\w)])\s+(?:al cubo|au cube)\b", "^3"),
        (r"(?<=[\w)])\s+(?:elevado a(?: la)?|puissance)\s+(?=[-−(\da-z])", "^"),
        (
            (
                r"\b(?:ra[ií]z(?: cuadrada)? de|(?:quadrat)?wurzel(?: aus| von)?|"
                r"racine(?: carrée)? de)\s+(?=[\d(]|[a-z]\b)"
            ),
            "√",
        ),
        (r"(?<=[\d)])\s+(?:mal|por|fois)\s+(?=[-−(\d])", "*"),
        (
            r"(?<=[\d)a-z])\s+(?:geteilt durch|durch|dividido (?:por|entre)|entre|divisé par|sur)\s+(?=[(\d])",
            "/",
        ),
        (r"(?<=[\d)])\s+más\s+(?=[(\da-z])", "+"),
        (r"(?<=\d)\s+y\s+medi[oa]\b", "½"),
        (r"(?<=\d)\s+y\s+(?:un\s+)?cuarto\b", "¼"),
        (r"(?<=\d)\s+y\s+tres\s+cuartos\b", "¾"),
    )
)
_VALUE = r"[-−+]?[\d√(][^=<>]{0,20}?"
# "x = 5 oder x = −2", "x = -2 y x = 5", "x₁ = 3 und x₂ = 4": the same letter on both sides
_STATED = re.compile(
    rf"(?<![a-zA-Z])(?P<first>(?P<letter>[a-zA-Z])[_₁₂\d]*\s*=\s*{_VALUE})\s+(?P<join>oder|ou|o|ó|u|y|e|et|und)\s+"
    r"(?=(?P=letter)[_₁₂\d]*\s*=\s*[-−+\d√(])"
)
_EITHER = re.compile(r"(?<=\d)\s+(?:oder|ou|o|ó)\s+(?=[-−]?[\d(√])")
_OTHER_LETTER = re.compile(  # "x = 2 e y = 4"
    r"(?<=\d)\s+(?:y|e|et|und)\s+(?=[a-zA-Z][_₁₂\d]*\s*=)"
)
_BOTH = re.compile(r"(?<=\d)\s+(?:und|et)\s+(?=[-−]?[\d(√])")
_ALTERNATIVES = frozenset(("oder", "ou", "o", "ó", "u"))


def in_our_signs(text: str) -> str:
    """The text with those words as signs; others as they are."""
    for pattern, sign in _SAID:
        text = pattern.sub(sign, text)
    text = parts_in_figures(text)
    if "=" in text:
        text = _STATED.sub(
            lambda m: f"{m['first']} {'or' if m['join'] in _ALTERNATIVES else 'and'} ", text
        )
        text = _OTHER_LETTER.sub(" and ", text)
    return _BOTH.sub(" and ", _EITHER.sub(" or ", text))
