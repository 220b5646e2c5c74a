"""Words for signs made signs: "3 over 4" → 3/4, "75 percent" → 75 %, "root five" → √5, "above 3" → > 3."""

import re
from collections.abc import Callable
from functools import partial

from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.numerals import ONES, PARTS, TENS

_COMPARED = (
    r"(?:less|greater|more|bigger|smaller|larger|fewer|above|below|equal|at (?:least|most)|"
    r"(?:no|not) (?:less|more|bigger|smaller|greater))\b"
)
_ANY = r"anything|everything|any (?:real )?numbers?|(?:all|every) (?:the )?(?:real )?(?:numbers?|values?)|numbers"
_TWO_ENDS = (
    r"(?:less|smaller|greater|more|bigger) than(?: or equal to)?|at (?:least|most)|"
    r"(?:no|not) (?:less|more) than"
)
_BOTH_ENDS = (
    re.compile(  # "x is at least 5 and less than 9": the subject of the second is the first's
        rf"\b([a-z])((?:\s+(?:is|must be|has to be))?\s+(?:{_TWO_ENDS})\s+[-−]?[\d./]+)\s+"
        rf"(and|but|or)\s+(?=(?:is\s+)?(?:{_TWO_ENDS})\s)"
    )
)
_ROOT = r"(?:(?:square|sq\.?|sqr|sqaure|squre)\s*)?root|sqrt of|radical"
_SAID: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d)\s+for\s+[a-zA-Z]\s*$"), ""),  # "i got 5 for x"
    (re.compile(r"\b(?:per\s?cent(?:age)?|pct|por ciento|pour cent|prozent)\b", re.I), "%"),
    (re.compile(r"(?<=\d[a-z])\s+(?:because|since|cuz|bc)\b.*$", re.I | re.S), ""),
    (
        re.compile(
            r"(?<=[\d)½¼¾])\s*(?:,?\s+|\s*[(]\s*)(?:because|cause|since|cuz|bc)\b.*$", re.I | re.S
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:simplif(?:y|ies|ied)|reduc(?:e|es|ed)|round(?:s|ed)?|comes?|came|add(?:s|ed)?|work(?:s|ed)?)"
            r"\s+(?:it\s+|that\s+)?(?:down\s+|out\s+|up\s+)?(?:to|as|at)\s+(?=[-−\d.√(a-z])",
            re.I,
        ),
        "is ",
    ),
    (re.compile(r"(?<=\d/\d)\s+of\s+(?=pi\b|π|√|(?:square )?root\b)", re.I), " "),
    (re.compile(r"(?<=\d)\s+out of\s+(?=\d)", re.I), "/"),
    (  # "4 in 10", "a 1 in 5 chance", "1 chance in 5"
        re.compile(
            r"(?:\ban?\s+)?(?<![\d.,/])(\d+)\s+(?:chances?\s+)?in\s+(?:every\s+)?(?=\d+(?:\s+chances?)?\s*$)",
            re.I,
        ),
        r"\1/",
    ),
    (re.compile(r"\bplus or minus\s+(?=[\d√a-z])", re.I), "±"),
    (re.compile(rf"\b(?:{_ANY})(?:\s+(?:that|which)\s+(?:is|are))?\s+(?={_COMPARED})", re.I), "x "),
    (
        re.compile(
            (
                r"\b(?:(?:i'?m|im)\s+)?not\s+(?:(?:so|very|too|really|quite|\d+\s*%)\s+)?sure\b|"
                r"\bi\s+(?:don'?t|do not)\s+(?:really\s+)?know\b"
            ),
            re.I,
        ),
        " ",
    ),
    (re.compile(r"\b(?:degrees?)\b", re.I), "°"),
    (re.compile(r"\b(?:minus|negative|menos|moins)\s+(?!of\b)(?=[\d.,(a-z√\\½¼¾]|$)", re.I), "-"),
    (re.compile(r"(?<=[\d)a-z])\s+plus\s+", re.I), "+"),
    (re.compile(r"(?<=[\d)a-z])\s+(?:times|multiplied by)\s+", re.I), "*"),
    (re.compile(r"(?<=[\d)a-z])\s+(?:over|divided by)\s+(?=[\d(a-z])", re.I), "/"),
    (re.compile(r"(?<=[\d)a-z])\s+squared\b", re.I), "^2"),
    (re.compile(r"(?<=[\d)a-z])\s+cubed\b", re.I), "^3"),
    (re.compile(r"\bcube root (?:of )?(?=[\d(a-z])", re.I), "∛"),
    (re.compile(rf"\b(?:{_ROOT}) (?:of )?(?=[\d(]|[a-z]\b)", re.I), "√"),
    (  # "half of root 3", "a third of pi": no calculation that is left to do
        re.compile(
            (
                r"(?:\b(?:one |an? )?(half|third|quarter|fourth|fifth)\s+(?:of\s+)?)"
                r"(?=(?:√\s*\d+|π|pi|[b-df-hj-z])(?![\w(/^]))"
            ),
            re.I,
        ),
        lambda found: f"(1/{PARTS[found[1].lower()]})*",
    ),
    (
        re.compile(r"\b(?:one |an? )?(half|third|quarter|fourth|fifth) of (?=\([^()]*\)$)", re.I),
        lambda found: f"(1/{PARTS[found[1].lower()]})*",
    ),
    (re.compile(r"\b(?:double|twice)\s+(?=\([^()]*[a-z][^()]*\)$)", re.I), "2*"),
    (re.compile(r"(?<=[\d)a-z])\s+to the power (?:of )?", re.I), "^"),
    (re.compile(r"(?<=\d)\s+wholes?\s+(?:(?:and|&)\s+)?(?=\d+\s*/\s*\d)", re.I), " "),
    (
        re.compile(
            (
                r"(?<![A-Za-z])([a-zA-Z])\s+(?:is\s+|can be\s+|must be\s+)?"
                r"([-−]?\d+(?:[./]\d+)?)\s+or\s+(?:less|fewer|lower|under|below|smaller)\b"
            ),
            re.I,
        ),
        r"\1<=\2",
    ),
    (
        re.compile(
            (
                r"(?<![A-Za-z])([a-zA-Z])\s+(?:is\s+|can be\s+|must be\s+)?"
                r"([-−]?\d+(?:[./]\d+)?)\s+or\s+(?:more|greater|higher|over|above|bigger|larger)\b"
            ),
            re.I,
        ),
        r"\1>=\2",
    ),
    (re.compile(r"(?<=\d)\s+and\s+a\s+half\b", re.I), "½"),
    (re.compile(r"(?<=\d)\s+and\s+a\s+quarter\b", re.I), "¼"),
    (
        re.compile(
            r"\b(?:is|(?:must|should|has to|have to|can|could|would|will|may) be)\s+"
            rf"(?={_COMPARED})",
            re.I,
        ),
        "",
    ),
    (re.compile(r"(?<=[a-z\d)])\s+(?:at least|(?:no|not) (?:less|smaller) than)\s+", re.I), ">="),
    (re.compile(r"(?<=[a-z\d)])\s+(?:at most|(?:no|not) (?:more|greater) than)\s+", re.I), "<="),
    (re.compile(r"(?<![A-Za-z])([a-hj-zA-HJ-Z])\s+is\s+(?=[-−]?[\d√½¼¾])"), r"\1="),
    (
        re.compile(
            r"\b(?:(?:es|ist|est|is)\s+)?(?:igual a|gleich|égale? à|egale? a|equal to)\s+(?=[-−\d(√])",
            re.I,
        ),
        "=",
    ),
    (
        re.compile(
            r"\b(?:(?:must|should|has to|have to|would|will|to) )?(?:equal(?:s)?(?: to)?)\s+(?=[-−\d(a-z√\\])",
            re.I,
        ),
        "=",
    ),
    (re.compile(r"\b(?:less|smaller) than or =\s*", re.I), "<="),
    (re.compile(r"\b(?:greater|more|bigger) than or =\s*", re.I), ">="),
    (
        re.compile(
            r"\b(?:less|smaller|fewer|lower) than\s+|(?<=\b[a-z] )(?:below|under)\s+(?=[-−\d])",
            re.I,
        ),
        "<",
    ),
    (
        re.compile(
            r"\b(?:greater|more|bigger|higher|larger) than\s+|(?<=\bx )above\s+(?=[-−\d])", re.I
        ),
        ">",
    ),
)


_SCALES = {
    "hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "mill": 6, "crore": 7, "billion": 9, "trillion": 12,
    "mil millones": 9, "mil": 3, "millón": 6, "millon": 6, "millones": 6, "mille": 3, "tausend": 3, "millionen": 6,
    "milliard": 9, "milliarden": 9,
}  # fmt: skip
_SCALE = rf"(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})s?"
_SCALED = re.compile(  # a comma before one or two figures is a decimal one: "1,2 millones"
    rf"(?<![\d.,])(\d+(?:\.\d{{1,6}}|,\d{{1,2}})?)\s*({_SCALE}(?:\s+(?:an?\s+)?{_SCALE})*)\b", re.I
)
_ONE_SCALE = re.compile(_SCALE, re.I)
_MOST_ZEROS = 30  # beyond that nobody tells a number by such words
_DOZENS = re.compile(r"(?<![\d.,/])(\d{1,4})\s+(?:dozens?|docenas?|douzaines?|dutzend)\b", re.I)


def _scale(name: str) -> str:
    return name if name in _SCALES else name.removesuffix("s")


def _scaled(match: re.Match[str], *, comma: bool) -> str:
    whole, _, after = match[1].replace(",", ".").partition(".")
    said = [_scale(name) for name in _ONE_SCALE.findall(match[2].lower())]
    if said[0] == "mil" and after and not comma:
        raise Unreadable("Write it with numbers and signs.")  # thousands, or millions for short
    power = sum(_SCALES[name] for name in said)  # "1000 thousand million" is a million million
    if power > _MOST_ZEROS:
        raise Unreadable("Write it with numbers and signs.")
    digits = whole + after.ljust(power, "0")
    return digits[: len(whole) + power] + (
        "." + digits[len(whole) + power :] if len(after) > power else ""
    )


_NAMES = "|".join(sorted((name for name in PARTS if name != "half"), key=len, reverse=True))
_PARTS = re.compile(
    rf"(?<![\d.,/])(\d{{1,3}})[\s-]+(half|halves?|(?:{_NAMES})s?)\b(?=(?:\s+([a-z]{{3,}}))?)",
    re.I,
)
_PI_PARTS = re.compile(
    rf"(\bpi|π|(?<![A-Za-z])[b-hj-zB-HJ-Z])\s+(halves|(?:{_NAMES})s)\b", re.I
)  # "2 pi thirds"
_BEHIND_A_PART = frozenset(
    ("and", "because", "for", "from", "maybe", "of", "please", "right", "since", "was")
)


def _part(match: re.Match[str]) -> str:
    counted = bool(match[3]) and match[3].lower() not in _BEHIND_A_PART
    if counted and match[1] != "1" and not match[2].lower().endswith(("s", "half")):
        return match[0]  # 3 fourth graders
    name = match[2].lower()
    return f"{match[1]}/{2 if name.startswith('hal') else PARTS[name.removesuffix('s')]}"


_SMALL = {
    **{word: i for i, word in enumerate(ONES)},
    **{word: 10 * i for i, word in enumerate(TENS, 2)},
    **{f"{ten}-{one}": 10 * i + k for i, ten in enumerate(TENS, 2) for k, one in enumerate(ONES[1:10], 1)},
}  # fmt: skip
_COUNT = "|".join(sorted(_SMALL, key=len, reverse=True))
_COUNTED = re.compile(
    rf"(?<=\broot of )(?:{_COUNT})\b|(?<=\broot )(?:{_COUNT})\b|(?<=\bthan )(?:{_COUNT})\b"
    rf"|(?<=\bat least )(?:{_COUNT})\b|(?<=\bat most )(?:{_COUNT})\b|(?<=\babove )(?:{_COUNT})\b|"
    rf"(?<=\bbelow )(?:{_COUNT})\b"
    rf"|\b(?:{_COUNT})(?=\s+(?:(?:chances? )?in \w+\s*$|out of|over|to|divided by|times|plus|squared|cubed)\b)"
    rf"|\b(?:{_COUNT})(?=\s+(?:(?:halves|(?:{_NAMES})s)\s+(?:of\s+)?)?(?:pi\b|π|√|root\b))"
    rf"|\b(?:{_COUNT})(?=\s+wholes?\b)|(?<=\d and )(?:{_COUNT})\b(?=\s+(?:halves|(?:{_NAMES})s?)\b)"
    rf"|(?<=\b in )(?:{_COUNT})\b(?=\s*$)|(?<=\bout of )(?:{_COUNT})\b|(?<=\bover )(?:{_COUNT})\b|"
    rf"(?<=\bto )(?:{_COUNT})\b|(?<=\bby )(?:{_COUNT})\b"
    rf"|(?<=\bpower )(?:{_COUNT})\b|(?<=\bpower of )(?:{_COUNT})\b|(?<=\btimes )(?:{_COUNT})\b|"
    rf"(?<=\bplus )(?:{_COUNT})\b",
    re.I,
)
_LEFT = re.compile(rf"\b(?:{_COUNT})\b", re.I)
_RANKS = {
    "second": 2,
    **{name: n for name, n in PARTS.items() if n < 20 and name not in ("half", "quarter")},
}
_RANKED = re.compile(
    rf"(?<=\d)\s+to the\s+(?:(\d{{1,2}})(?:th|nd|rd)|({'|'.join(_RANKS)}))\b(?:\s+power)?(?!\s+of)",
    re.I,
)
_RATIO = re.compile(
    r"(?<![\d.,/])(\d+(?:\.\d+)?)\s+to\s+(\d+(?:\.\d+)?)(?![\d.,]*\d|\s*[/^]|\s+(?:less|more|times))"
)


def _in_digits(text: str) -> str:
    """Number words beside words for signs in digits; as it was where a number word would be left."""
    found = _COUNTED.sub(lambda m: str(_SMALL[m[0].lower()]), text)
    return text if found == text or _LEFT.search(found) else found


def _with_subject(match: re.Match[str]) -> str:
    joined = "or" if match[3].lower() == "or" else "and"
    return f"{match[1]}{match[2]} {joined} {match[1]} "


_ORDINAL_PART = re.compile(r"(?<=\d)(\s*/\s*\d+)(?:th|rd|nd|st)s?\b", re.I)  # 1/8th
_AND_A_PART = re.compile(r"(?<=\d)\s+(?:and|&)\s+(?=\d+\s*/\s*\d)", re.I)


def spoken(text: str, *, ratio: bool = False, several: bool = False, comma: bool = False) -> str:
    """Words for signs made signs: "3 over 4" → 3/4, "75 percent" → 75 %, "12 hundred" → 1200.

    `ratio` reads "3 to 4" as 3 : 4; with `several` values "2 and 1/2" are two, else one mixed number;
    where a `comma` is the decimal sign, "1,5 mil" are thousands.
    """
    text = _BOTH_ENDS.sub(_with_subject, _in_digits(_ORDINAL_PART.sub(r"\1", text)))
    text = _DOZENS.sub(
        lambda m: str(12 * int(m[1])), _SCALED.sub(partial(_scaled, comma=comma), text)
    )
    text = _PI_PARTS.sub(
        lambda m: f"{m[1]}/{2 if m[2].lower() == 'halves' else PARTS[m[2].lower()[:-1]]}", text
    )
    text = _RANKED.sub(lambda m: f"^{m[1] or _RANKS[m[2].lower()]}", _PARTS.sub(_part, text))
    text = text if several else _AND_A_PART.sub(" ", text)
    if ratio:
        text = _RATIO.sub(r"\1:\2", text)
    for pattern, sign in _SAID:
        text = pattern.sub(sign, text)
    return text
