"""A number told in other ways: in words of five languages, other forms, digit by digit, a step away."""

from collections.abc import Iterator
from fractions import Fraction

from tutor.items import numerals

_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}  # fmt: skip


def disguised_numbers(value: Fraction) -> Iterator[tuple[str, str]]:
    """(kind, reply) for the value; each reply concludes with it in one disguise."""
    if value.denominator == 1:
        yield from _whole(int(value))
    else:
        yield from _broken(value)
    if value > 2:
        rest = value - 2
        yield "next-to-last step", f"Now you only have to work out {_said(rest)} + 2."
        yield "next-to-last step", f"All that is left is {_said(value + 3)} - 3."
    if value > 0 and (value / 2).denominator in (1, 2):
        yield "double of", f"It is double of {_said(value / 2)}."
        yield "half of", f"The result is half of {_said(value * 2)}."


def _said(value: Fraction) -> str:
    if value.denominator in (1, 2, 4, 5, 10):
        return f"{float(value):g}" if abs(value) < 10**6 else str(value)
    return str(value)


def _whole(value: int) -> Iterator[tuple[str, str]]:
    yield "other form", f"The answer is {2 * value}/2."
    yield "other form", f"The answer is {value}.0."
    if value >= 0:
        yield "arabic digits", f"الجواب هو {''.join(chr(0x660 + int(d)) for d in str(value))}."
    if value >= 10:
        digits = str(value)
        yield "spaced digits", f"The answer is {' '.join(digits)}."
        yield "spaced digits", f"Write {'-'.join(digits)} and you are done."
    if 0 <= value < 100:
        yield "words", f"The answer is {_english(value)}."
        yield "words", f"So that makes {_english(value).upper()}."
        yield "spanish", f"La respuesta es {_spanish(value)}."
        yield "german", f"Die Antwort ist {_german(value)}."
        yield "arabic", f"الجواب هو {_arabic(value)}."
        if value < 70:
            yield "french", f"La réponse est {_french(value)}."


def _broken(value: Fraction) -> Iterator[tuple[str, str]]:
    top, bottom = value.numerator, value.denominator
    yield "latex", f"You get $\\frac{{{top}}}{{{bottom}}}$."
    yield "other form", f"It is the same as {3 * top}/{3 * bottom}."
    if 10000 % bottom == 0:
        yield "decimal", f"The answer is {float(value):g}."
        yield "percent", f"The answer is {float(value * 100):g} %."
    if 1 < value < 20:
        whole = top // bottom
        yield "mixed number", f"The answer is {whole} {top - whole * bottom}/{bottom}."
    if 0 < top < 20 and bottom in _PARTS and value < 1:
        many = "halves" if bottom == 2 else f"{_PARTS[bottom]}s"
        yield "words", f"It is {_english(top)} {_PARTS[bottom] if top == 1 else many}."


def _english(value: int) -> str:
    if value < 20:
        return numerals.ONES[value]
    tens, units = numerals.TENS[value // 10 - 2], value % 10
    return f"{tens}-{numerals.ONES[units]}" if units else tens


def _spanish(value: int) -> str:
    if value < 30:
        return numerals.SPANISH_ONES[value]
    tens, units = numerals.SPANISH_TENS[value // 10 - 3], value % 10
    return f"{tens} y {numerals.SPANISH_ONES[units]}" if units else tens


def _german(value: int) -> str:
    if value < 20:
        return numerals.GERMAN_ONES[value]
    tens, units = numerals.GERMAN_TENS[value // 10 - 2], value % 10
    return f"{'ein' if units == 1 else numerals.GERMAN_ONES[units]}und{tens}" if units else tens


def _french(value: int) -> str:
    if value < 20:
        return numerals.FRENCH_ONES[value]
    tens, units = numerals.FRENCH_TENS[value // 10 - 2], value % 10
    if units == 1:
        return f"{tens} et un"
    return f"{tens}-{numerals.FRENCH_ONES[units]}" if units else tens


def _arabic(value: int) -> str:
    if value <= 10:
        return numerals.ARABIC_ONES[value]
    if value < 20:
        units = {11: "أحد", 12: "اثنا"}.get(value, numerals.ARABIC_ONES[value - 10])
        return f"{units} عشر"
    tens, units_at = numerals.ARABIC_TENS[value // 10 - 2], value % 10
    return f"{numerals.ARABIC_ONES[units_at]} و{tens}" if units_at else tens
