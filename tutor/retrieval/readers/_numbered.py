"""What stands before a point of a list that counts: a number, or a letter as answers call it (pure)."""

from enum import StrEnum

_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Sign(StrEnum):
    """How a list counts, in the letters that HTML has for it."""

    NUMBER = "1"
    SMALL = "a"
    LARGE = "A"
    SMALL_ROMAN = "i"
    LARGE_ROMAN = "I"


def sign_of(named: str) -> Sign:
    """How a file counts that calls it “lowerLetter”, “alphaLcParenR”, “upper-roman” or the like."""
    name = named.replace("-", "").lower()
    large = name.startswith("upper") or "uc" in name
    if "roman" in name:
        return Sign.LARGE_ROMAN if large else Sign.SMALL_ROMAN
    if "alpha" in name or "letter" in name:
        return Sign.LARGE if large else Sign.SMALL
    return Sign.NUMBER


def sign_in_html(named: str) -> Sign:
    """How a list of a web page counts."""
    return next((one for one in Sign if one == named), Sign.NUMBER)


def numbered(number: int, sign: Sign) -> str:
    """The mark of a point in Markdown: “3.”, or “- c.”, since Markdown has no lists of letters."""
    if sign in (Sign.SMALL, Sign.LARGE) and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
    elif sign in (Sign.SMALL_ROMAN, Sign.LARGE_ROMAN) and 1 <= number < 90:
        letter = _roman(number)
    else:
        return f"{number}."
    return f"- {letter.upper() if sign in (Sign.LARGE, Sign.LARGE_ROMAN) else letter}."


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made
