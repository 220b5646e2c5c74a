"""The value that a tutor's question asks for, where arithmetic or a table of units can tell."""

import re
from fractions import Fraction

from tutor.items.reveal import said, worked

_INTO = re.compile(
    r"how many (?:times|groups of|sets of)?,? ?(?:will |does |do |can |is |of )?(\d+)"
    r"(?: \w+){0,3}? (?:goes?|go|fits?|divide|in|into|inside)(?: \w+){0,2}? (\d+)"
)
_ROUND = re.compile(
    r"round(?:ed|ing)?(?: \w+){0,4}? (\d[\d.]*)(?: \w+){0,3}? nearest (10|100|1000|whole|1|ten|hundred|thousand)"
)
_NEAREST = {
    "10": 10,
    "100": 100,
    "1000": 1000,
    "ten": 10,
    "hundred": 100,
    "thousand": 1000,
    "whole": 1,
    "1": 1,
}
_WHICH = re.compile(
    r"which (?:\w+ )?(?:is|one is|of these is) (?:the )?"
    r"(larger|greater|bigger|more|higher|smaller|less|lower)\b[^\d]{0,30}(\d[\d./]*) or "
    r"(\d[\d./]*\d|\d)"
)
_MEAN = re.compile(r"\b(?:mean|average) of (?:the numbers )?((?:\d[\d.]*(?:, and |, | and )?)+)")
_AS_FRACTION = re.compile(
    r"\b(?:write|express|convert)\D{0,20} (0?\.\d+) (?:as|to|into) a fraction"
)
_DIGIT = re.compile(r"value of (?:the )?(?:digit )?(\d) in (?:the number )?(\d{2,7})\b")
# How many of the smaller unit make the larger one, as primary school teaches it.
_UNITS = {
    ("milliliter", "liter"): 1000, ("millilitre", "litre"): 1000, ("gram", "kilogram"): 1000,
    ("meter", "kilometer"): 1000, ("metre", "kilometre"): 1000, ("centimeter", "meter"): 100,
    ("millimeter", "centimeter"): 10, ("millimeter", "meter"): 1000, ("milligram", "gram"): 1000,
    ("centimetre", "metre"): 100, ("minute", "hour"): 60, ("second", "minute"): 60,
    ("hour", "day"): 24, ("day", "week"): 7, ("month", "year"): 12, ("day", "year"): 365,
    ("week", "year"): 52, ("inch", "foot"): 12, ("foot", "yard"): 3, ("inch", "yard"): 36,
    ("foot", "mile"): 5280, ("ounce", "pound"): 16, ("cup", "pint"): 2, ("pint", "quart"): 2,
    ("quart", "gallon"): 4, ("cup", "quart"): 4, ("pint", "gallon"): 8, ("cup", "gallon"): 16,
    ("ounce", "cup"): 8, ("pound", "ton"): 2000, ("cent", "dollar"): 100, ("penny", "dollar"): 100,
    ("nickel", "dollar"): 20, ("dime", "dollar"): 10, ("quarter", "dollar"): 4,
    ("cent", "nickel"): 5, ("cent", "dime"): 10, ("cent", "quarter"): 25, ("item", "dozen"): 12,
}  # fmt: skip
_MANY = {"feet": "foot", "inches": "inch", "pennies": "penny", "kg": "kilogram", "g": "gram", "ml": "milliliter", "l": "liter", "cm": "centimeter", "m": "meter", "km": "kilometer", "mm": "millimeter"}  # fmt: skip
_CONVERT = re.compile(
    r"how many (\w+) (?:are |is |make |do |does |equal |will |would )*(?:there )?"
    r"(?:in|make|makes|equal|equals)? ?(?:up )?(?:a|an|one|1|1/1)? ?(\w+)"
)


def inferred(asked: str) -> Fraction | None:
    """The value that a question asks for, where arithmetic or a table of units can tell."""
    parts = [part for part in re.split(r"(?<=[.!?])\s+", asked) if part.strip()]
    questions = [part for part in parts if "?" in part] or parts[-1:]
    for question in reversed(questions):
        value = _value_of(question)
        if value is not None:
            return value
    return None


def _value_of(question: str) -> Fraction | None:
    text = said.figures(said.plain(question))
    listed = _of_list(text)
    if listed is not None:
        return listed
    text = re.sub(r"(?<=\d) ?x ?(?=\d)", "*", text).rstrip(" ?.!=")
    text = re.sub(r"(?<=\d) ?(?:[a-z]{1,12}|°) ?(?=[-+*/] ?\d)", " ", text)
    into = _INTO.search(text)
    if into and int(into[1]):
        return Fraction(int(into[2]) // int(into[1]))
    rounded = _ROUND.search(text)
    if rounded:
        unit = _NEAREST[rounded[2]]
        return Fraction(int(Fraction(rounded[1].rstrip(".")) / unit + Fraction(1, 2)) * unit)
    units = _CONVERT.search(text)
    if units:
        small, large = (_MANY.get(w, w.removesuffix("s")) for w in units.groups())
        if (small, large) in _UNITS:
            return Fraction(_UNITS[small, large])
    found = {one.value for one in worked.values(worked.worded(text)) if one.worked}
    return found.pop() if len(found) == 1 else None


def _of_list(text: str) -> Fraction | None:
    """The larger or smaller of two numbers, the mean of several, a decimal as a fraction, a digit's value."""
    pair = _WHICH.search(text)
    if pair:
        one, other = worked.evaluate(pair[2]), worked.evaluate(pair[3])
        if one is not None and other is not None and one != other:
            up = pair[1] in {"larger", "greater", "bigger", "more", "higher"}
            return max(one, other) if up else min(one, other)
    mean = _MEAN.search(text)
    if mean:
        numbers = [Fraction(n) for n in re.findall(r"\d+(?:\.\d+)?", mean[1])]
        return sum(numbers, Fraction(0)) / len(numbers) if len(numbers) > 1 else None
    decimal = _AS_FRACTION.search(text)
    if decimal:
        return Fraction(decimal[1])
    digit = _DIGIT.search(text)
    if digit and digit[2].count(digit[1]) == 1:
        return Fraction(int(digit[1]) * 10 ** (len(digit[2]) - 1 - digit[2].index(digit[1])))
    return None
