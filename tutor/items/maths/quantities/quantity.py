"""A number with its unit, found in what a learner wrote: "so its 12 cm", "5 × 10⁵ N", "$3.50"."""

import re
from dataclasses import replace

from tutor.items.maths.in_words.changed import unchanged, unchanged_behind
from tutor.items.maths.in_words.chat import tidy
from tutor.items.maths.in_words.end_marks import plain_spaces, without_end_marks, without_lead
from tutor.items.maths.in_words.explained import without_explanation
from tutor.items.maths.in_words.quantity_words import Quantity, in_words
from tutor.items.maths.in_words.two_units import in_two
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.lexer import MAX_TEXT, Notation, Unreadable
from tutor.items.maths.notation.symbols import VULGAR
from tutor.items.maths.notation.tree import (
    Bracket,
    Degree,
    Either,
    Node,
    Num,
    Percent,
    Relation,
    names,
    number,
)
from tutor.items.maths.quantities.unit_table import Unit
from tutor.items.maths.quantities.units import unit_of
from tutor.items.maths.reading import read, right_side
from tutor.items.text.open_ended import goes_on
from tutor.items.text.taken_back import without_tag

_START = re.compile(
    r"(?<![\\A-Za-z])(?:\((?=[A-Za-zµΩ])|°\s*[CFK]?|[%$€£¥₹¢′″℃℉Ω]|"
    r"\\(?:text|mathrm|frac|dfrac|circ|mu|Omega|degree)\b|[^\W\d_]|"
    r"(?<=\s)(?:1\s*)?/(?=\s*[A-Za-z(]))"
)
_PREFIXED = re.compile(r"^\s*([-−]?)\s*(\\?\$|[€£¥₹]|(?:USD|EUR|GBP)(?=[\s\d]))\s*(?=[\d.])")
_BEFORE_MONEY = re.compile(r"^[^\d$€£¥₹]*[A-Za-z=][^\d$€£¥₹]*\s(?=[-−]?\s*\\?[$€£¥₹]\s*[\d.])")
_DEGREE_SIGNS = str.maketrans("º˚", "°°")
_REASON = re.compile(  # "20 cm because 40/2"
    r"^([^,;]*\d\s*[^\W\d_]+[²³]?)\s+(?:because|cuz|since|porque)\s+[^;]*$", re.I
)
_COUNTED = {
    name: count for count, name in enumerate(("a", "two", "three", "four", "five", "six"), 1)
}
_DOZENS = re.compile(
    rf"(?<![\d.,/])\b(\d{{1,4}}|{'|'.join(_COUNTED)})\s+dozen(?=\s+[a-z]{{3}})", re.I
)
_DEGREES = re.compile(r"\^\s*\{?\s*(?:\\circ|°)\s*\}?\s*")


def quantity(text: str, notation: Notation, labels: frozenset[str] = frozenset()) -> Quantity:
    """The quantity in a text; raises Unreadable."""
    if len(text) > MAX_TEXT:
        raise Unreadable("That is too long to be an answer.")
    if goes_on(text) or _more_to_it(text):  # "5 cm and a bit"
        raise Unreadable("I see more than one answer. Give just one.")
    text = without_lead(without_end_marks(without_tag(plain_spaces(text)), figures=False))
    text = without_explanation(text, notation).replace(" & ", " and ")
    text = _DEGREES.sub("°", tidy(in_two(text)).replace("\\%", "%").translate(_DEGREE_SIGNS))
    text = _REASON.sub(r"\1", text)
    text = _DOZENS.sub(lambda m: str(12 * (_COUNTED.get(m[1].lower()) or int(m[1]))), text)
    if text.count("$") > 1:
        text = text.replace("$", " ")  # signs of LaTeX, not of money
    talk = _BEFORE_MONEY.match(text)
    if talk:
        if _BOUND.search(text) or _NO.search(talk[0]):
            raise Unreadable("Write it with numbers and signs.")
        text = text[talk.end() :]
    money = _PREFIXED.match(text)
    if money:
        sign = money[2].removeprefix("\\")
        rest = text[money.end() :]
        inner = quantity(money[1] + rest, notation, labels)
        if inner.unit is None:
            return Quantity(number=inner.number, unit=unit_of(sign), unit_text=sign)
        raise Unreadable("I see two units.")
    _as_it_is(text)
    found = (
        in_words(text, labels)
        or _in_two_units(text, notation, labels)
        or _split(text, notation, labels)
        or _in_sentence(text, notation, labels)
    )
    if found is not None:
        return found
    node = right_side(read(text, notation).node)
    return Quantity(number=_only_number(node), unit=None)


_AND_A_WORD = re.compile(r"\d\s?[^\W\d]*\s(?:[^\W\d]+\s)?and\s+([a-z]+)[\s.!]*$", re.I)
_SAID_BESIDE_LISTED = (
    "done yes finished easy bye thanks ok okay that sure right correct final simple good so then "
    "yeah half"
)
_SAID_BESIDE = frozenset(_SAID_BESIDE_LISTED.split())


def _more_to_it(text: str) -> bool:
    """Whether one word behind "and" adds something that is no number: "1.2 km and back", "37 °C and rising"."""
    match = _AND_A_WORD.search(text[-60:])
    if match is None:
        return False
    word = match[1].lower()
    return word not in _SAID_BESIDE and number_words(word) is None and unit_of(word) is None


def _as_it_is(text: str) -> None:
    """Raises Unreadable where words deny the one number of a text or make another of it."""
    if _DENIED.search(text):
        raise Unreadable("I am not sure which part is your answer.")
    numbers = list(_WITHIN.finditer(text))
    if len(numbers) == 1:
        unchanged(_AFTER.sub(" ", text[: numbers[0].start()]))
        behind = _UNIT_BEHIND.match(text)
        if behind:
            unchanged_behind(behind[1])


def _split(text: str, notation: Notation, labels: frozenset[str]) -> Quantity | None:
    """The text as number, then unit, and nothing else."""
    for start in [m.start() for m in _START.finditer(text)][:24]:
        unit = unit_of(text[start:].strip(), labels)
        if unit is None or text[start:].count("{") != text[start:].count("}"):
            continue
        before = (
            text[:start]
            .strip()
            .removesuffix("\\")
            .rstrip(" *·×⋅")
            .replace("\\,", " ")
            .replace("$$", " ")
            .strip()
        )
        if (
            re.search(r"(?:^|[\d)π])\s*[*·×x]?\s*$", text[:start]) is None
            and before
            and not before.endswith(("}", "%"))
            and not before[-1].isdigit()
            and before[-1] not in ".)π"
            and before[-1] not in VULGAR
        ):
            continue
        if not before:
            return Quantity(number=None, unit=unit, unit_text=text[start:].strip())
        try:
            node = right_side(read(before, notation).node)
            return Quantity(number=_only_number(node), unit=unit, unit_text=text[start:].strip())
        except Unreadable:
            continue
    return None


_OF_CENTS = frozenset(((("€", 1),), (("$", 1),)))
_CENTS = frozenset(
    [
        "cent",
        "cents",
        "ct",
        "cts",
        "c",
        "céntimo",
        "céntimos",
        "centimo",
        "centimos",
        "centavo",
        "centavos",
    ]
)
_PER_BOTH = re.compile(r"([^/]+)/\s*([^/()*]+[·⋅ ][^/()*]+)")


def as_asked(found: Quantity, asked: Unit | None) -> Quantity:
    """The unit in the sense of the one asked for: 25 C a temperature, 3 pounds money, J/kg·K over both."""
    if asked is None or found.unit is None or found.unit.dimension == asked.dimension:
        return found
    text = found.unit_text.strip()
    meant: Unit | None = None
    if asked.dimension == (("K", 1),) and text in ("C", "F"):
        meant = unit_of(f"°{text}")
    elif asked.dimension == (("K", 1),) and text.lower() in ("degrees", "degree", "deg", "°"):
        return replace(found, unit=None)  # degrees of which scale?
    elif asked.dimension == (("s", 1),) and text in ("′", "″"):
        meant = unit_of("min" if text == "′" else "s")
    elif asked.dimension == (("£", 1),) and text.lower() in ("pound", "pounds"):
        meant = unit_of("£")
    elif asked.dimension in _OF_CENTS and text.lower() in _CENTS:
        meant = replace(unit_of("¢") or found.unit, dimension=asked.dimension)
    elif asked.dimension == (("£", 1),) and text.lower() in ("pence", "penny", "pennies"):
        meant = unit_of("p")
    elif (match := _PER_BOTH.fullmatch(text)) is not None:
        meant = unit_of(f"{match[1]}/({match[2]})")
    if meant is None or meant.dimension != asked.dimension:
        return found
    return replace(found, unit=meant)


_TWO_UNITS = re.compile(
    r"([-−]?\d[\d.,]*\s*[^\W\d]+)[\s,]*(?:(?:and|y|con|und|et)\s+)?(\d[\d.,]*\s*[^\W\d]+)"
)


def _two_at_the_end(text: str) -> re.Match[str] | None:
    """ "so its 5 ft 8 in", "2 h 30 min long": two units among words that change nothing."""
    match = _TWO_UNITS.search(text)
    if match is None or re.search(r"\d", text[: match.start()] + text[match.end() :]):
        return None
    return None if _BOUND.search(text) or re.search(r"\b(?:not|isn'?t|or)\b", text) else match


def _in_two_units(text: str, notation: Notation, labels: frozenset[str]) -> Quantity | None:
    """6 ft 2 in, 2 h 30 min: a larger unit, then a smaller one of the same kind."""
    match = _TWO_UNITS.fullmatch(text) or _two_at_the_end(text)
    parts = [_split(piece, notation, labels) for piece in match.groups()] if match else []
    if len(parts) != 2:
        return None
    large, small = parts
    if large is None or small is None or large.unit is None or small.unit is None:
        return None
    if large.unit.dimension != small.unit.dimension or large.unit.factor <= small.unit.factor:
        return None
    rest = small.value() * small.unit.factor / large.unit.factor
    value = large.value() + (-rest if match and match[1][0] in "-−" else rest)
    return Quantity(number=number(value), unit=large.unit, unit_text=large.unit_text)


_BOUND = re.compile(  # "less than 5 €", "at least 5 euros", "above 37 °C"
    r"\b(?:(?:less|more|greater|smaller|fewer|bigger|larger|longer|shorter|heavier|lighter|higher|"
    r"lower|faster|slower) th[ae]n|at (?:least|most)|up to|"
    r"almost|nearly|not quite|casi|cerca de|presque|fast|beinahe|knapp|over|under|above|below|"
    r"double|twice|triple|half of|mehr als|weniger als|mindestens|höchstens|más de|menos de|"
    r"al menos|plus de|moins de)\s+(?:an?\s+|the\s+)?"
    r"(?=[-−]?\s*[$€£]?\s*[\d½¼¾.])",
    re.I,
)
_DENIED = re.compile(  # "500 mA is wrong", "never 5 ft"
    r"\b(?:is|was|seems|would be)\s+(?:wrong|incorrect|false|not (?:right|correct|it))\b[^\d]*$"
    r"|^\W*(?:(?:it|its|it['’]s|is)\s+)*(?:no|never|without|instead of|anything but)\s+[-−$€£]?\s?\d",
    re.I,
)
_NO = re.compile(r"\b(?:not|no(?!\s*,)|never|nor|without|kein|pas|isn['’]?t|wasn['’]?t)\b", re.I)
_AFTER = re.compile(r"\b(?:after|in)\s+$", re.I)  # "after 20 minutes" tells when
_UNIT_BEHIND = re.compile(r"^.*\d[^\s\d]*(?:\s[^\s\d,]+)?(\s(?!(?:squared|cubed)\b)[^\d]*)$", re.S)
_SCALED_BEHIND = re.compile(r"^\s*(?:hundred|thousand|million|billion|dozen)\b", re.I)
_WITHIN = re.compile(
    r"[-−]?(?:\d[\d.,]*(?:\s+\d+/\d+|/\d+)?|\.\d+|[½¼¾])(?:\s*[x×*]\s*10\s*(?:\^\s*\(?[-−]?\d+\)?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"
)


_ENDS_IN_ANOTHER = re.compile(  # "30 cm each so 60"
    r"\d\s*[^\W\d]+\s+(?:[^\W\d]+\s+)?(?:so|makes|is|which is|total|altogether|=)\s+(?:it'?s\s+)?\d[\d.,]*\W*$"
)


def _in_sentence(text: str, notation: Notation, labels: frozenset[str]) -> Quantity | None:
    """The last number of a sentence with the unit after it: "its about 12 cm long"."""
    if re.search(r"\b(?:not|isn'?t|or)\b", text) or not re.search(r"[A-Za-z]{2}", text):
        return None
    if _BOUND.search(text):
        raise Unreadable("Write it with numbers and signs.")
    if _ENDS_IN_ANOTHER.search(text):
        raise Unreadable("I see more than one answer. Give just one.")
    matches = list(_WITHIN.finditer(text))
    if len(matches) != 1 and not re.search(r"=|\b(?:is|so|get|got|answer)\b", text):
        return None
    for match in reversed(matches):
        words = text[match.end() :].split(" ")
        for count in range(min(6, len(words)), 0, -1):
            named = " ".join(words[:count]).strip(" .,;!?")
            open_group = named.count("{") != named.count("}")
            unit = unit_of(named, labels) if named and not open_group else None
            if unit is not None and _SCALED_BEHIND.match(" ".join(words[count:])):
                return None  # "96 mL thousand"
            if unit is not None:
                try:
                    return Quantity(
                        number=_only_number(read(match[0], notation).node),
                        unit=unit,
                        unit_text=named,
                    )
                except Unreadable:
                    return None
    return None


def _only_number(node: Node) -> Node:
    if isinstance(node, Either | Bracket):
        raise Unreadable("I see more than one answer. Give just one.")
    if isinstance(node, Relation) or names(node):
        raise Unreadable("I was looking for a number with a unit.")
    return node


def loose_number(node: Node | None) -> Node | None:
    """The number without percent or degree signs, for looking at its figures."""
    while isinstance(node, Percent | Degree):
        node = node.of
    return node


def is_plain(node: Node) -> bool:
    """Whether a number is a decimal or whole number."""
    return isinstance(node, Num)
