"""Whether a text tells a number in another unit than the one that is asked for (pure).

“That's 3400 pence” for £34, “12,600 seconds” for 210 minutes: exact, and only where the question does not show it.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal.naming import english
from tutor.items.reveal.wordings import asks, sentences

KELVIN = 273  # of zero degrees Celsius
# What the answer is counted in, and (another unit, how many of it are one).
_UNITS: tuple[tuple[str, tuple[tuple[str, Fraction], ...]], ...] = tuple(
    (own, tuple((other, Fraction(many)) for other, many in others))
    for own, others in (
        ("£|pounds?(?! of)", (("p|pence|pennies", "100"),)),
        (r"\$|dollars?|€|euros?", (("cents?|céntimos|centavos|cent", "100"), ("dimes?", "10"), ("quarters", "4"))),
        ("km/h|kilometres per hour", (("m(?:etres|eters)?(?: (?:in|per|an|each|every) (?:an? )?(?:\\w+ )?hour|/h)", "1000"),)),
        ("minutes?|minutos?|min", (("seconds?|segundos?|secs?", "60"), ("hours?|horas?", "1/60"))),
        ("hours?|horas?|h", (("minutes?|minutos?|min", "60"), ("days?|días?", "1/24"))),
        ("seconds?|segundos?", (("minutes?|minutos?|min", "1/60"),)),
        ("days?|días?|dias?", (("hours?|horas?", "24"), ("weeks?|semanas?", "1/7"))),
        ("weeks?|semanas?", (("days?|días?", "7"),)),
        ("years?|años?", (("months?|meses", "12"), ("decades?|décadas?", "1/10"), ("centur(?:y|ies)|siglos?", "1/100"))),
        (r"cm\^?2|square centimet(?:re|er)s?", ((r"mm\^?2|square millimet(?:re|er)s?", "100"),)),
        (r"m\^?2|square met(?:re|er)s?", ((r"cm\^?2|square centimet(?:re|er)s?", "10000"),)),
        ("cm|centimet(?:re|er)s?|centímetros?", (("mm|millimet(?:re|er)s?|milímetros?", "10"), ("m|met(?:re|er)s?|metros?", "1/100"))),
        ("m|met(?:re|er)s?|metros?", (("cm|centimet(?:re|er)s?|centímetros?", "100"), ("km|kilomet(?:re|er)s?", "1/1000"), ("mm|millimet(?:re|er)s?", "1000"))),
        ("km|kilomet(?:re|er)s?|kilómetros?", (("m|met(?:re|er)s?|metros?", "1000"),)),
        ("kg|kilos?|kilogra(?:m|mme)s?", (("g|gra(?:m|mme)s?|gramos?", "1000"),)),
        ("g|gra(?:m|mme)s?|gramos?", (("kg|kilos?", "1/1000"), ("mg|milligrams?", "1000"))),
        ("l|lit(?:re|er)s?|litros?", (("ml|millilit(?:re|er)s?|mililitros?", "1000"),)),
        ("ml|millilit(?:re|er)s?|mililitros?", (("l|lit(?:re|er)s?|litros?", "1/1000"),)),
    )
)  # fmt: skip
_COUNTED = re.compile(
    r"\b(?:how many|cu[aá]nt[oa]s|wie viele|combien de|in|degrees) ([a-z^°/2]+)\b"
)
_OUT_OF_HUNDRED = re.compile(
    r"(?<![\d.])(\d+(?:\.\d+)?) (?:\w+ )?(?:out of|in|of|from|de cada) (?:an? |every |each |the )?(?:100|hundred)\b"
)
_PARTED = re.compile(
    r"(?<![\d.])(\d+) [a-z]+ (?:out of|of every|in every) (?:the )?(\d+)(?![\d.])(?! [a-z]+ (?:are|is) left)"
)
_HUNDREDTHS = re.compile(r"(?<![\d.])(\d+)/100(?!\d)")


def converted(read: str, value: Fraction, forms: Sequence[str], shown: str) -> str:
    """The words that say the value in another unit, as so many out of a hundred, or by the clock."""
    told = " \n".join(s for s in sentences(read) if not asks(s))
    if not told:
        return ""
    written = forms[0] if forms else ""
    if written.endswith("%"):
        for hit in (*_OUT_OF_HUNDRED.finditer(told), *_HUNDREDTHS.finditer(told)):
            if Fraction(hit[1]) == value * 100 and hit[0] not in shown:
                return hit[0]
    if "/" in written:
        for hit in _PARTED.finditer(told):
            if f"{hit[1]}/{hit[2]}" == written.replace(" ", "") and hit[0] not in shown:
                return hit[0]
    for pattern in _said_otherwise(value, written, shown):
        found = re.search(pattern, told)
        if found and not re.search(pattern, shown):
            return found[0]
    return ""


def of_the_clock(read: str, forms: Sequence[str]) -> str:
    """“Eleven ten” for 11:10."""
    for form in forms:
        time = re.fullmatch(r"0?(\d{1,2})[:.](\d\d)(?: ?[ap]m)?", form)
        if time is None:
            continue
        hour, minutes = (f"(?:{n}|{'|'.join(english(int(n)))})" for n in time.groups())
        pattern = rf"(?<![\w:.,/]){hour}[ -]{minutes}(?![\w:./]|,\d)"
        for sentence in sentences(read):
            if not asks(sentence) and (hit := re.search(pattern, sentence)):
                return hit[0]
    return ""


@lru_cache(maxsize=1024)
def _said_otherwise(value: Fraction, written: str, shown: str) -> tuple[str, ...]:
    """Patterns of the value with its other units."""
    unit = re.sub(r"^[-\d.,/ ]+|(?<=^[£$€])[-\d.,/ ]+$", "", written)
    counted = _COUNTED.findall(shown)
    found = []
    for own, others in _UNITS:
        if not (
            re.fullmatch(own, unit) or (not unit and any(re.fullmatch(own, c) for c in counted))
        ):
            continue
        for other, many in others:
            number = _decimal(value * many)
            if number and value * many != value:
                found.append(rf"(?<![\d.]){re.escape(number)} ?(?:{other})(?![\w/^])")
                found.append(
                    rf"\b(?:{other})(?: are|:| =|, about|,)? {re.escape(number)}(?![\w.^/]|,\d)"
                )
                found.append(
                    rf"\bin (?:{other}),? (?:it|that|this|you|they|"
                    rf"we)\b[^.?!\d]{{0,24}} {re.escape(number)}(?![\w.^/]|,\d)"
                )
        break
    if unit in {"°c", "°"} or "celsius" in shown:
        number = _decimal(value + KELVIN)
        found.append(rf"(?<![\d.]){re.escape(number)} ?(?:k|kelvin|degrees kelvin)\b")
    return tuple(found)


def _decimal(value: Fraction) -> str:
    """A number as it is written with at most three places; "" for any other."""
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.3f}".rstrip("0") if 1000 % value.denominator == 0 else ""
