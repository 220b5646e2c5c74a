"""What a text says in figures: LaTeX, bold, number words and other digits all written plainly (pure)."""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from tutor.items.maths.in_words.words import number_words

_UNITS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    "ninety"
)
_SCALES = "hundred|thousand|million"
_PARTS = (
    "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|"
    "twelfths?|hundredths?"
)
_COUNT = rf"(?:{_UNITS})(?:[ -](?:and )?(?:{_UNITS}|{_SCALES}))*"
_NUMBER_WORDS = re.compile(
    rf"\b(?:(?:minus|negative) )?(?:(?:{_COUNT}) and (?:a|{_UNITS})[ -](?:{_PARTS})|"
    rf"(?:{_COUNT})[ -](?:{_PARTS})|(?:{_COUNT}) point(?: (?:{_UNITS}))+|{_COUNT}|"
    rf"a (?:{_SCALES}))\b(?:(?= percent)| per cent)?"
)
_BELOW_ZERO = re.compile(
    r"(?:(?<=\bthe )|(?<=\bis )|(?<=\bbe )|(?<=\ba )|(?<=\bto )|(?<=\bequals )|(?<=\bgives )|"
    r"(?<=\bmakes )|(?<=\bby )|(?<=, )|(?<== ))(?:minus|negative) (?=\d)"
)
_CENTS = re.compile(r"\b(\d+) (?:dollars?|euros?|pounds?),? (?:and )?(\d{2}) (?:cents?|pence)\b")
_OF_A_DOLLAR = re.compile(
    r"\b(\d{1,2}) (?:cents?|pence) (?:of|out of|in) (?:a|one|1) (?:dollar|euro|pound)\b"
)
_OUT_OF = re.compile(
    r"(?<![\d/.])(\d+) (?:out of|in every) (?:the |all |every )?(\d+)(?![\d/]|\.\d)"
)
_OVER = re.compile(r"(?<![\d/.])(-?\d+) (?:over|upon|sobre|über|sur) (\d+)(?![\d/]|\.\d)")
_WHOLE_AND = re.compile(r"(?<![\d/.])(\d+) and (\d+)/(\d+)(?![\d/]|\.\d)")
_DOZENS = re.compile(r"\b(?:(\d+) |(half )?an? )dozens?\b")
_A_PART = re.compile(r"\ba (half|quarter)\b(?! of an? hour)")
_SQUARED = re.compile(r"(?<![^\W\d_])([a-z]) (squared|cubed|al cuadrado|au carré)\b")
_FINE_PARTS = (
    "elevenths?|thirteenths?|fourteenths?|fifteenths?|sixteenths?|seventeenths?|eighteenths?|"
    "nineteenths?|twentieths?|thirtieths?|fortieths?|fiftieths?|sixtieths?|thousandths?"
)
_MIXED_UP = re.compile(rf"(?<![\d.])(\d+) ?(?:-| )(?:{_PARTS}|{_FINE_PARTS})\b")
_PART_VALUE = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "hundredth": 100,
    "eleventh": 11, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "thousandth": 1000,
}  # fmt: skip
_SUPERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SUPER = re.compile(r"(?<=[^\W⁰¹²³⁴⁵⁶⁷⁸⁹]|[)\]])[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁄])")
_FRAC = re.compile(r"\\[dtc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}|\\[dtc]?frac\s*(\d)\s*(\d)")
# The sign of a fraction, not a subtraction: “is -\\frac{5}{2}”, “= -\\frac{5}{2}”.
_NEGATIVE = re.compile(r"((?:^|[=(:,{$]|\b[A-Za-z]{2,}) ?\$?\{?)- (?=\d+/\d)")
_SHELL = re.compile(
    r"\\(?:text|mathrm|mathbf|boxed|textbf|mathit|operatorname|underline|emph|bm|color\{\w+\}|"
    r"textit|fbox|mbox)\s*\{([^{}]*)\}"
)
_NAMED = re.compile(r"\\(pi|theta|alpha|beta|ln|log|sin|cos|tan)(?![a-zA-Z])")
_SIGNS = (
    (re.compile(r"\\(?:cdot|times|ast)\b"), "*"),
    (re.compile(r"\\div\b"), " / "),
    (re.compile(r"\\(?:approx|simeq)\b"), "≈"),
    (re.compile(r"\\(?:left|right|big|Big|displaystyle|quad|qquad)\b|\\[,;:! ()\[\]]"), " "),
    (re.compile(r"\\%"), "%"),
    (re.compile(r"\\\$"), "$"),
    (re.compile(r"\\sqrt\s*\{([^{}]*)\}"), r"√(\1)"),
    (re.compile(r"\\sqrt\s*\[(\d)\]\s*\{([^{}]*)\}"), r"\1√(\2)"),
    (re.compile(r"\\(?:le|leq)(?![a-zA-Z])"), "≤"),
    (re.compile(r"\\(?:ge|geq)(?![a-zA-Z])"), "≥"),
    (re.compile(r"\\infty(?![a-zA-Z])"), "∞"),
)
_STARRED = re.compile(r"((?<![A-Za-z])[A-Za-z]|[\d)])\*\*(?=\(?-?\d)")  # x**2, no bold
_BARE_POINT = re.compile(r"(?<![\w.)\]])\.(?=\d)")
_ROOT = re.compile(r"(?<![A-Za-z])(sq|cb)rt ?\(")
_MARKUP = re.compile(r"\*\*|__|~~|`+|\$|<[^<>]{1,40}>|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*(. ])")
_THOUSANDS = re.compile(r"(?<![\d.,])([1-9]\d{0,2})((?:[, ’'٬\u202f\u00a0]\d{3})+)(?![\d])(?!,\d)")
_ENDLESS = re.compile(r"\d{1000,}")  # no number of a lesson; Python reads 4,300 figures at most
_SPREAD = re.compile(
    r"(?<![\w.,/^*+(=-])(?<![=+*/-] )-?\d(?:(?P<gap> |\.|_| \. | - | \| |-)\d)(?:(?P=gap)\d)*"
    r"(?![\w/%^*+(=-]|[.,]\d| [-+*/=^])"
)
_DIGIT = "zero|one|two|three|four|five|six|seven|eight|nine"
_DIGIT_WORDS = re.compile(rf"\b(?:{_DIGIT})(?:[ ,-]+(?:{_DIGIT}))+\b")
_DIGIT_OF = {word: str(at) for at, word in enumerate(_DIGIT.split("|"))}
_DIGIT_ROW = re.compile(
    r"\bdigits?(?: are| is|:) (?:an? )?\d(?:(?:,|;| and| then| next| followed by| lastly| finally| an?)* ?\d)+\b(?![.,]?\d)"
)
_PLACED_DIGITS = re.compile(
    r"\b(?:tens|first|left|leading) (?:digit|figure|place) ?(?:is|:|=)? ?(?:an? )?(\d)\b[^.?!\d]{0,30}"
    r"\b(?:ones?|units?|last|second|right|other)(?: (?:digit|figure|place))? ?(?:is|:|=)? ?(?:an? )?(\d)\b|"
    r"\b(\d) tens? and (\d) (?:ones?|units?)\b"
)
_SPOKEN_DIGITS = re.compile(
    r"\bdigits (?:are|is) (?:an? )?(\d) and (?:an? )?(\d)\b|"
    r"\b(\d)(?:,? (?:and |y )?(?:then|followed by|next|after that|luego|después)"
    r"(?: (?:a|an|comes|by))*|-) (\d)\b(?! ?\w*s\b)"
)
_DASHES = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-", "×": "*", "·": "*", "÷": " / ", "⁄": "/", "∕": "/", "：": ":", "٪": "%", "٫": ".", "’": "'", "“": '"', "”": '"', "⋅": "*", "∗": "*", "✕": "*", "✖": "*"})  # fmt: skip


def plain(text: str) -> str:
    """The text in lower case with figures written plainly: `\\frac{3}{4}`, **¾** and ٣/٤ as 3/4."""
    return cased(text).casefold()


@lru_cache(maxsize=4096)
def cased(text: str) -> str:
    """The same with its capitals."""
    if not text.isascii():
        text = _compatible(text)
    text = text.translate(_DASHES)
    if "π" in text or "rt" in text:
        text = _ROOT.sub(lambda hit: "√(" if hit[1] == "sq" else "3√(", text.replace("π", "pi"))
    if "\\" in text:
        text = _without_latex(text)
    if "**" in text:
        text = _STARRED.sub(r"\1^", text)
    if "." in text:
        text = _BARE_POINT.sub("0.", text)
    text = _MARKUP.sub("", text.replace("{", "").replace("}", "") if "{" in text else text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?<=\d) %", "%", text)
    text = _THOUSANDS.sub(lambda hit: hit[1] + re.sub(r"\D", "", hit[2]), text)
    return _ENDLESS.sub("", text).strip()


def _compatible(text: str) -> str:
    """A text with powers, fractions of one sign and digits of other scripts as plain figures, without accents."""
    text = _SUPER.sub(lambda hit: "^" + hit[0].translate(_SUPERS), text)
    text = unicodedata.normalize("NFKC", re.sub(r"(?<=\d)(?=[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])", " ", text))
    text = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Mn", "Me"})
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text
    )


def _without_latex(text: str) -> str:
    text = _NAMED.sub(r"\1", text)
    for _ in range(4):
        before = text
        text = re.sub(r"\^\{(\w+)\}", r"^\1", _SHELL.sub(r"\1", text))
        text = _NEGATIVE.sub(
            r"\1-", _FRAC.sub(lambda hit: _ratio(hit[1] or hit[3], hit[2] or hit[4]), text)
        )
        for pattern, sign in _SIGNS:
            text = pattern.sub(sign, text)
        if text == before:
            break
    return text


def _ratio(top: str, bottom: str) -> str:
    """A fraction on one line, in brackets where its parts need them, apart from a whole before it."""
    wrapped = [
        part if re.fullmatch(r"\s*-?[\w.]*\s*", part) else f"({part})" for part in (top, bottom)
    ]
    return f" {wrapped[0].strip()}/{wrapped[1].strip()} "


@lru_cache(maxsize=4096)
def figures(text: str, *, parts: bool = True) -> str:
    """A plain text with English number words as figures: "three quarters" as 3/4.

    Without `parts`, "180 ninths" stays as it is.
    """
    text = _CENTS.sub(r"\1.\2", _NUMBER_WORDS.sub(_as_figure, text))
    if "minus " in text or "negative " in text:
        text = _BELOW_ZERO.sub("-", text)
    if "dozen" in text:
        text = _DOZENS.sub(lambda hit: str(12 * int(hit[1] or 1) // (2 if hit[2] else 1)), text)
    text = _OF_A_DOLLAR.sub(lambda hit: f"0.{int(hit[1]):02}", _OUT_OF.sub(r"\1/\2", text))
    if " over " in text or " sobre " in text or " upon " in text or " sur " in text:
        text = _OVER.sub(r"\1/\2", text)
    if "/" in text and " and " in text:
        text = _WHOLE_AND.sub(_as_mixed, text)
    if parts:
        text = _A_PART.sub(lambda hit: f"1/{_PART_VALUE[hit[1]]}", text)
    text = _SQUARED.sub(lambda hit: f"{hit[1]}^{2 + (hit[2] == 'cubed')}", text)
    return _MIXED_UP.sub(_as_fraction, text) if parts else text


def _as_mixed(hit: re.Match[str]) -> str:
    """“2 and 3/4” as 2 3/4."""
    return f"{hit[1]} {hit[2]}/{hit[3]}" if int(hit[2]) < int(hit[3]) else hit[0]


def _as_figure(hit: re.Match[str]) -> str:
    value = number_words(hit[0])
    if value is None:
        return hit[0]
    if " point " in hit[0] and isinstance(value, Fraction):
        return _decimal(value)
    return str(value)


def _decimal(value: Fraction) -> str:
    """“zero point seven five” as 0.75, not as 3/4: the two are different answers to some questions."""
    places = next((n for n in range(8) if value * 10**n % 1 == 0), None)
    return str(value) if places is None else f"{float(value):.{places}f}"


def _as_fraction(hit: re.Match[str]) -> str:
    word = re.split(r"[ -]", hit[0])[-1].removesuffix("s")
    return f"{hit[1]}/{_PART_VALUE[word]}" if word in _PART_VALUE else hit[0]


def spread(text: str) -> tuple[tuple[Fraction, int, bool], ...]:
    """The numbers spelt digit by digit ("3 6", "3-6", "a 3, then a 6"), with their place.

    The last of each says that it may as well be a subtraction, a decimal or a list.
    """
    found = []
    for hit in _SPREAD.finditer(text):
        doubtful = len(hit[0]) == 3 and hit[0][1] in "-."
        found.append((Fraction(re.sub(r"[^\d]", "", hit[0])), hit.start(), doubtful))
    found += [
        (Fraction("".join(hit.groups(""))), hit.start(), False)
        for hit in _SPOKEN_DIGITS.finditer(text)
    ]
    for hit in _DIGIT_WORDS.finditer(text):
        digits = re.findall(_DIGIT, hit[0])
        found.append((Fraction("".join(_DIGIT_OF[one] for one in digits)), hit.start(), True))
    if "digit" in text or " ten" in text or "figure" in text:
        found += [
            (Fraction("".join(re.findall(r"\d", hit[0]))), hit.start(), False)
            for pattern in (_DIGIT_ROW, _PLACED_DIGITS)
            for hit in pattern.finditer(text)
        ]
    return tuple(found)
