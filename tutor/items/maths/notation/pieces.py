"""The regular expression that cuts a text into pieces: numbers, words, signs, LaTeX commands."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tutor.items.maths.notation.symbols import (
    LETTER,
    OPERATORS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    VULGAR,
    WRAPPERS,
)


def alternatives(texts: Iterator[str]) -> str:
    return "|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))


_SPACE = r"(?P<space>(?:\s|\\[,;:! ]|~|[\u200b\u200c\u200d\u2060\ufeff\u2061-\u2064])+)"
_NUMBERS = {
    (
        False,
        True,
    ): r"\d{1,3}(?:,\d{3})+(?![\d,]\d)(?:\.\d*)?|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\s?/|\d)"
    r"(?:\.\d+)?|\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?|\d+\.(?!\.)\d*|\d+|\.\d+",
    (False, False): r"\d+\.(?!\.)\d*|\d+|\.\d+",
    (
        True,
        True,
    ): r"\d{1,3}(?:\.\d{3})+(?![\d.]\d)(?:,\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\s?/|\d)"
    r"(?:,\d+)?|\d{1,3}(?:['’]\d{3})+(?!\d)(?:,\d+)?|\d+,\d+|\d+\.\d+|\d+\.(?!\.)|\d+|,\d+|\.\d+",
    (True, False): r"\d+,\d+|\d+\.\d+|\d+\.(?!\.)|\d+|,\d+|\.\d+",
}
_DIGITS = {
    ord(c): str(i) for zero in "٠۰०০０" for i, c in enumerate(chr(ord(zero) + k) for k in range(10))
}
_ARABIC_SIGNS = {ord("٫"): ".", ord("٬"): ",", ord("٪"): "%", ord("（"): "(", ord("）"): ")"}
_FULL_WIDTH = {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
_STYLED = {  # 𝑥, 𝟏: letters and digits in mathematical styles
    code: plain
    for code in range(0x1D400, 0x1D800)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain != chr(code)
}
ONE_TO_ONE = {**_FULL_WIDTH, **_DIGITS, **_ARABIC_SIGNS, **_STYLED}


@lru_cache(maxsize=8)
def pattern(decimal_comma: bool, thousands: bool) -> re.Pattern[str]:
    return re.compile(
        "|".join(
            (
                _SPACE,
                rf"(?P<num>(?:{_NUMBERS[decimal_comma, thousands]}))",
                rf"(?P<vulgar>[{''.join(VULGAR)}])",
                rf"(?P<super>[{re.escape(''.join(SUPERSCRIPTS))}]+)",
                rf"(?P<sub>[{''.join(SUBSCRIPTS)}]+)",
                r"(?P<wrap>\\(?:" + "|".join(WRAPPERS) + r")(?![A-Za-z])\s*\{)",
                r"(?P<env>\\(?:begin|end)\s*\{[A-Za-z]+\*?\})",
                r"(?P<cmd>\\(?:[A-Za-z]+|\\|[{}%$|]))",
                r"(?P<dollar>\$+|\\[()\[\]])",
                rf"(?P<op>{alternatives(iter(OPERATORS))})",
                rf"(?P<word>{LETTER}+)",
                r"(?P<other>.)",
            )
        ),
        re.DOTALL,
    )
